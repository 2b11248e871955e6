"""The leader package: which slides are shown, in what order, and in whose words."""

from collections.abc import Callable, Sequence
from functools import partial

from digisos_wizard.export.drawing.principles import Sheet, sketch
from digisos_wizard.export.drawing.scene import Pen, Scene
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.told.slides import Slide, beginning, slides
from digisos_wizard.model.workshop import ChosenSlide
from digisos_wizard.ui.desk import Programme
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.picker import Picker
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.scene_view import SceneView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card, button, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look

SLIDES = ("workshop", "slides")
HEIGHT = 9.0
"""Height of a sketch on the page, in lines of text."""


class LeaderPackageCard(Card):
    """Pick, order and rewrite; until the leader does, the usual slides are shown."""

    def __init__(self, page: Page, look: Callable[[str], None]) -> None:
        super().__init__(
            _("Lederpakken"),
            _("Lysbilder til møter med de ansatte. Navn, tall og datoer hentes fra planen."),
        )
        self._desk = page.desk
        self.about = label("")
        self.own = button(_("Velg og endre selv"), Look.SECONDARY, self._begin)
        self.usual = button(_("Tilbake til standardutvalget"), Look.QUIET, self._forget)
        begin = page.desk.stage.begin
        self.present = button(_("Vis i møtet"), Look.SECONDARY, lambda: begin(Programme.SLIDES))
        self.look = button(_("Forhåndsvis lysbildene"), Look.SECONDARY, partial(look, "slides-pdf"))
        self.table = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Lysbilder i lederpakken"),
                    columns=(Column(_("Lysbilde"), 9), Column(_("Teksten er"), 3)),
                    rows=_rows,
                    adding=(Adding(_("Nytt eget lysbilde"), new_row(page.desk.session, lambda: SLIDES, ChosenSlide)),),
                    removable=True,
                    movable=True,
                ),
                workshop_form.SLIDES,
            )
        )
        self.table.chosen.connect(lambda _row: self._show_text(self._desk.figures))
        self.text = label("", Look.HELP)
        self.sketch = SceneView(_("Tegning på lysbildet"))
        self.picker = Picker(_("Flere lysbilder fra pakken"), _("Legg til"), self._pick)
        self.add(self.about)
        self.add(flow(self.present, self.look, self.own, self.usual))
        for part in (self.table, self.text, self.sketch, self.picker):
            self.add(part)

    def show_plan(self, figures: Figures) -> None:
        """Show the slides picked, or what is shown where none are."""
        chosen = figures.plan.workshop.slides
        shown = slides(figures)
        own = bool(chosen)
        count = ngettext("{count} lysbilde", "{count} lysbilder", len(shown)).format(count=len(shown))
        words = (
            _("{count} er valgt. Tomme felter betyr at teksten i pakken brukes.")
            if own
            else _("Dere bruker standardutvalget på {count}.")
        )
        set_text(self.about, words.format(count=count))
        self.own.setVisible(not own)
        self.usual.setVisible(own)
        self.table.setVisible(own)
        taken = {one.slide for one in chosen}
        left = [spec for spec in figures.content.slides if spec.id not in taken] if own else []
        self.picker.offer([(spec.id, spec.title) for spec in left])
        self._show_text(figures)

    def _show_text(self, figures: Figures) -> None:
        """Show what is on the chosen slide as it stands now."""
        view = self.table.chosen_row if figures.plan.workshop.slides else None
        found = next((slide for slide in slides(figures) if view is not None and slide.key == view.row_id), None)
        self.text.setVisible(found is not None)
        self.sketch.setVisible(found is not None and bool(found.drawing))
        if found is None:
            return
        lines = [_("Slik står det på lysbildet:"), found.title, *(f"• {point}" for point in found.points)]
        if found.notes:
            lines.append(_("Notat: {notes}").format(notes=found.notes))
        set_text(self.text, "\n".join(lines))
        if found.drawing:
            self.sketch.show_scene(partial(_drawn, figures, found))

    def _begin(self) -> None:
        session = self._desk.session
        specs = session.content.slides
        rows = beginning(specs, [session.new_row_id() for _spec in specs])
        session.edit(*(Insert(SLIDES, one) for one in rows), label=_("Eget utvalg av lysbilder"))

    def _forget(self) -> None:
        session = self._desk.session
        edits = [Remove((*SLIDES, one.id)) for one in session.plan.workshop.slides]
        session.edit(*edits, label=_("Standardutvalget av lysbilder"))

    def _pick(self, slide: str) -> None:
        session = self._desk.session
        row_id = session.new_row_id()
        session.edit(Insert(SLIDES, ChosenSlide(id=row_id, slide=slide)), label=_("Nytt lysbilde"))
        self.table.show_plan(self._desk.figures)
        self.table.choose(row_id)


def _drawn(figures: Figures, slide: Slide, width: float, pen: Pen) -> Scene:
    return sketch(slide.drawing, figures, Sheet(width, HEIGHT * pen.line, pen))


def _rows(figures: Figures) -> Sequence[RowView]:
    shown = {slide.key: slide for slide in slides(figures)}
    return [
        RowView(
            one.id,
            (*SLIDES, one.id),
            (
                ". ".join((str(number), shown[one.id].title or _("Eget lysbilde"))),
                _("deres egen") if one.title or one.text or one.notes or not one.slide else _("pakkens"),
            ),
        )
        for number, one in enumerate(figures.plan.workshop.slides, start=1)
    ]
