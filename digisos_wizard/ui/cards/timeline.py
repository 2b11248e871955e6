"""The connection plan drawn: bars in time, each a way to its activity, and the timeline on paper."""

from functools import partial

from digisos_wizard.export.drawing import gantt
from digisos_wizard.export.drawing.scene import Pen, Scene
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.cards.exchange import Exchange
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.scene_view import SceneView
from digisos_wizard.ui.widgets.look.basics import Card, button, label
from digisos_wizard.ui.widgets.look.theme import Look


class TimelineCard(Card):
    """The picture, what it means, and the documents made from it."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Tidslinjen"),
            _(
                "Søylen går fra anbefalt start til frist. De mørke er kritiske og avgjør hvor tidlig dere kan. "
                "Klikk på en søyle for å gå til aktiviteten."
            ),
        )
        self.told = Exchange(page)
        self.view = SceneView(_("Tidslinje mot påkobling"))
        self.empty = label(_("Velg en påkoblingsdag, så tegnes tidslinjen."), Look.HELP)
        self.add(self.empty)
        self.add(self.view)
        self.paper = button(_("Lagre tidslinjen …"), Look.SECONDARY, partial(self.told.save, "timeline"))
        self.poster = button(_("Plakat i A3 …"), Look.SECONDARY, partial(self.told.save, "timeline-poster"))
        self.months = button(_("Månedskalender …"), Look.SECONDARY, partial(self.told.save, "months"))
        self.calendar = button(_("Frister til Outlook …"), Look.SECONDARY, partial(self.told.save, "calendar"))
        self.add(flow(self.paper, self.poster))
        self.add(flow(self.months, self.calendar))
        self.add(self.told)

    def show_plan(self, figures: Figures) -> None:
        """Draw the activities that have dates."""
        items = gantt.dated(figures)
        self.empty.setVisible(not items)
        self.view.setVisible(bool(items))
        for made in (self.paper, self.poster):
            made.setEnabled(bool(items))

        def draw(width: float, pen: Pen) -> Scene:
            return gantt.scene(figures, width, pen, items)

        if items:
            self.view.show_scene(draw)
