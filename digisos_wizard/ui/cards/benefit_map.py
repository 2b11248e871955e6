"""The benefit map: drawn from the links, with the boxes that the office adds and what each leads to."""

from collections.abc import Sequence
from functools import partial

from digisos_wizard.export.drawing import benefit_map as drawing
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import MapNode
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.model.rules.benefits.benefit_map import beginning
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.scene_view import SceneView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

NODES = ("benefits", "map_nodes")


class BenefitMapCard(Card):
    """The picture, and the table that it is drawn from."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Gevinstkart"),
            _("Kartet viser hvordan det dere gjør, fører til gevinster og mål. Klikk på en boks for å endre den."),
        )
        self._page = page
        self._desk = page.desk
        self.view = SceneView(_("Gevinstkart"))
        self.view.chosen.connect(self._open)
        self.start = button(_("Begynn med et forslag"), Look.PRIMARY, self._begin)
        self.empty = label("", Look.HELP)
        self.nodes = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Bokser i gevinstkartet"),
                    columns=(Column(_("Boks"), 4), Column(_("Lag"), 2), Column(_("Leder til"), 5)),
                    rows=_rows,
                    empty=_("Ingen egne bokser er lagt inn. Gevinstene står i kartet av seg selv."),
                    adding=(Adding(_("Legg til boks"), new_row(page.desk.session, lambda: NODES, MapNode)),),
                    removable=True,
                ),
                benefits_form.MAP,
            )
        )
        for part in (row(self.start, None), self.empty, self.view, self.nodes):
            self.add(part)

    def show_plan(self, figures: Figures) -> None:
        """Draw the map."""
        drawn = figures.benefit_map
        self.start.setVisible(not figures.plan.benefits.map_nodes)
        self.view.setVisible(bool(drawn.boxes))
        self.view.show_scene(partial(drawing.scene, figures))
        loose = [box.title for box in drawn.loose]
        words = _("Ikke koblet til noe ennå: {boxes}.").format(boxes=", ".join(loose)) if loose else ""
        set_text(self.empty, words)
        self.empty.setVisible(bool(words))

    def _begin(self) -> None:
        session = self._desk.session
        ids = [session.new_row_id() for _spec in session.content.map_nodes]
        edits = beginning(session.plan.benefits, session.content, ids)
        session.edit(*edits, label=_("Forslag til gevinstkart"))

    def _open(self, key: str) -> None:
        box = next((box for box in self._desk.figures.benefit_map.boxes if box.key == key), None)
        if box is not None:
            self._desk.goto(StepKey.BENEFITS, box.address)


def _rows(figures: Figures) -> Sequence[RowView]:
    return [
        RowView(node.id, (*NODES, node.id), cells(figures, (*NODES, node.id), "title", "layer", "leads_to"))
        for node in figures.plan.benefits.map_nodes
    ]
