"""Parkert og notater: what came up and had to wait, and what was written down, in one list."""

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.rules.meetings.agenda import AGENDA, question_text
from digisos_wizard.model.rules.meetings.course import NOTES, PARKED
from digisos_wizard.model.workshop import AgendaQuestion, Note
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

LONGEST = 160
"""Letters of a note in the list."""


class NotesPart(StepPart):
    """Two groups; what is parked can be asked in the next meeting."""

    step = StepKey.WORKSHOP
    key = "notes"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list and the detail."""
        self.toolbar.addWidget(button(_("Parker noe"), Look.SECONDARY, lambda: self._add(PARKED)))
        self.toolbar.addWidget(button(_("Nytt notat"), Look.SECONDARY, lambda: self._add(NOTES)))
        columns = (Column(_("Tekst"), 1, 220),)
        self.grid = Grid(GridParts(_("Parkert og notater"), columns, signs=False, header=False))
        words = _("Det som må vente, og notatene fra møtene, kommer hit.")
        self.notes = ListDetail(
            self.grid,
            self._detail(),
            self._show_detail,
            empty=Empty(words, _("Skriv et notat"), lambda: self._add(NOTES)),
            list_width=490,
            head=self.head,
        )
        self.notes.least = 300
        self.track(self.notes)
        self.add(self.notes, 1)

    def _detail(self) -> QWidget:
        self.about = label("", Look.HELP)
        self.parked = self.known(Form(self.desk, (*PARKED, "*"), workshop_form.PARKED.lines))
        self.noted = self.known(Form(self.desk, (*NOTES, "*"), workshop_form.NOTES.lines))
        self.ask = button(_("Sett på dagsordenen"), Look.SECONDARY, self._ask)
        holder = QWidget()
        lines = column(12)
        for form in (self.parked, self.noted):
            lines.addWidget(form)
        lines.addWidget(self.about)
        lines.addLayout(row(self.ask, button(_("Fjern"), Look.QUIET, self._remove), None, spacing=8))
        lines.addStretch(1)
        holder.setLayout(lines)
        return holder

    def show(self, figures: Figures) -> None:
        """Show what was parked and noted."""
        self.notes.show_rows(_rows(figures))

    def _show_detail(self, found: Row) -> None:
        parked = found.address[: len(PARKED)] == PARKED
        self.parked.setVisible(parked)
        self.noted.setVisible(not parked)
        self.ask.setVisible(parked)
        set_text(self.about, found.cells[0].below)
        form = self.parked if parked else self.noted
        form.point_at(found.address)
        form.show_plan(self.desk.figures)

    def _add(self, table: Address) -> None:
        session = self.desk.session
        row_id = session.new_row_id()
        session.edit(Insert(table, Note(id=row_id, taken_at=session.now())))
        self.render(self.desk.figures)
        self.focus((*table, row_id, "text"))

    def _remove(self) -> None:
        found = self.notes.open_found
        if found is not None:
            self.notes.close_row()
            self.desk.session.edit(Remove(found.address))

    def _ask(self) -> None:
        """Let what is parked be asked in the next meeting, instead of being parked."""
        session, found = self.desk.session, self.notes.open_found
        note = next((one for one in session.plan.workshop.parked if found is not None and one.id == found.row_id), None)
        if note is not None:
            self.notes.close_row()
            new = AgendaQuestion(id=session.new_row_id(), text=" ".join(note.text.split()))
            session.edit(Insert(AGENDA, new), Remove((*PARKED, note.id)), label=_("Parkert spørsmål på dagsordenen"))


def _rows(figures: Figures) -> list[Row]:
    rows = []
    for words, table, notes in (
        (_("Parkert"), PARKED, figures.plan.workshop.parked),
        (_("Notater"), NOTES, figures.plan.workshop.notes),
    ):
        if notes:
            rows += [heading(words), *(_row(figures, table, one) for one in notes)]
    return rows


def _row(figures: Figures, table: Address, note: Note) -> Row:
    text = " ".join(note.text.split())
    short = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
    question = question_text(figures.plan, figures.content, note.question) if note.question else ""
    when = f"{formatting.short_day(note.taken_at.date())} {formatting.clock(note.taken_at)}" if note.taken_at else ""
    below = " · ".join(filter(None, (question, when)))
    return Row(note.id, (*table, note.id), (Cell(short or _("Uten tekst"), below=below, quiet=not short),), tip=text)
