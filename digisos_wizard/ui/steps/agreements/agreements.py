"""Avtalene: every agreement with its municipalities, why it is needed, and the mail that goes with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.terms import AgreementState
from digisos_wizard.model.told.agreement_lines import (
    STATUSES,
    AgreementLine,
    agreement_lines,
    marked_sent,
    same_for_others,
)
from digisos_wizard.model.told.cover_mail import draft
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.agreements.agreement_rows import (
    FOLDED,
    agreement_rows,
    columns_for,
    place_rows,
)
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.mail_box import MailBox
from digisos_wizard.ui.widgets.look.basics import Box, OneLine, ToneName, button, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Column, Row

MUNICIPALITIES = ("decision", "municipalities")
DAY = ("connection", "day", "shared", "wished")
MOST = 1_000
"""A share of the height that leaves nothing to others."""


class AgreementsPart(StepPart):
    """Up to three municipalities have a column each; in the detail every one has its row, and one of them the mail."""

    step = StepKey.AGREEMENTS
    key = "agreements"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list and the detail of an agreement."""
        self._unfolded = False
        self._status = ""
        self.grid = Grid(GridParts(_("Avtalene"), columns_for(self.desk.figures), signs=False))
        self.grid.unfolded.connect(lambda _row: self._unfold())
        self.agreements = ListDetail(
            self.grid,
            self._detail(),
            self._show_detail,
            empty=Empty(
                _("Legg inn kommunene under Beslutning, så kommer avtalene her."),
                _("Gå til kommunene"),
                lambda: self.desk.goto(StepKey.DECISION, MUNICIPALITIES),
            ),
            list_width=470,
            head=self.head,
        )
        self.track(self.agreements)
        self.add(self.agreements, 1)

    def _detail(self) -> QWidget:
        self._parties, self._title = label("", Look.SMALL), label("", Look.HEADING)
        self._why, self._how, self._source = Box(ToneName.NEUTRAL), label(), OneLine(Look.SMALL)
        self._more_why = button(_("Slik signeres den"), Look.LINK, self._toggle_how)
        self._why.body.addWidget(self._how)
        below = row(self._source, self._more_why)
        below.setStretch(0, 1)
        self._why.body.addLayout(below)
        self._how.hide()
        self.same = button(_("Sett samme for de andre"), Look.LINK, self._same)
        self._build_places()
        self._due = short_label("", Look.HELP)
        self._day = button(_("Gå til dagen"), Look.LINK, lambda: self.desk.goto(StepKey.CONNECTION, DAY))
        self._due_line = QWidget()
        line = row(self._due, self._day, None, spacing=4)
        self._due_line.setLayout(line)
        self.more = self.known(
            SectionForm(
                self.desk,
                (*STATUSES, "*"),
                (
                    Section("", (("reason",),)),
                    Section(_("Arkiv og referanse"), (("archived_at", "reference"),), folded=True),
                    Section(_("Sendt og merknad"), (("sent_on", "note"),), folded=True),
                ),
            )
        )
        self.mail = MailBox(on_sent=self._sent)
        self.mail.reading.connect(self._show_reading)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 2, 12)
        layout.setSpacing(8)
        layout.addWidget(self._parties)
        layout.addWidget(self._title)
        self._answers = QWidget()
        answers = QVBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(8)
        answers.addWidget(self._why)
        answers.addLayout(row(label(_("Signert av hvem og når"), Look.SUBHEADING), self.same))
        for part in (self.places, self._due_line, self.more):
            answers.addWidget(part)
        layout.addWidget(self._answers)
        layout.addWidget(self.mail)
        layout.addStretch(1)
        self._detail_layout = layout
        return holder

    def _build_places(self) -> None:
        people = enter_person(self.desk.session, self.widget.window)
        self.places = Grid(
            GridParts(
                name=_("Avtalen per kommune"),
                columns=(
                    Column(_("Kommune"), 3, 96),
                    Column(_("Status"), 2, 130),
                    Column(_("Dato"), 1, 116),
                    Column(_("Signert av"), 3, 126),
                ),
                enter=people,
                choices=with_new_person(lambda: self.desk.figures),
                signs=False,
                chevrons=False,
                whole=True,
                row_by_row=True,
                refused=self.desk.say,
            )
        )
        self.places.chosen.connect(self._place_chosen)
        self.track(self.places)

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the agreements that are needed, and a line for those that aren't."""
        self.grid.show_columns(columns_for(figures))
        self.agreements.show_rows(agreement_rows(figures, unfolded=self._unfolded))

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        line = self._line(figures)
        if line is None:
            return
        if all(cell.row_id != self._status for cell in line.cells):
            self._status = line.next_cell.row_id
        set_text(self._parties, line.spec.parties)
        set_text(self._title, found.title)
        self.places.show_rows(place_rows(figures, line))
        self.places.go_to(self._status, max(self.places.currentIndex().column(), 0))
        self._show_place(figures, line)

    def _show_place(self, figures: Figures, line: AgreementLine) -> None:
        """Show what is about the municipality that one is at."""
        cell = next(cell for cell in line.cells if cell.row_id == self._status)
        several = len(line.cells) > 1
        name = municipality_name(figures.plan, cell.municipality)
        self._say_why(figures, cell, name if several else "")
        self._say_due(figures, cell, name if several else "")
        self.same.setVisible(several and bool(same_for_others(figures, line, cell)))
        mail = draft(figures, cell) if cell.required else None
        if mail is None:
            self.mail.unfold(unfolded=False)
        self.mail.show_mail(mail)
        set_text(self.mail.title, _("E-post for {name}").format(name=name))
        self.mail.sent_button.setVisible(cell.state is AgreementState.NOT_STARTED)
        self.more.point_at((*STATUSES, cell.row_id))
        self.more.ask_only(lambda path: _asked(path, cell))
        self.more.show_plan(figures)

    def _say_why(self, figures: Figures, cell: RequiredAgreement, name: str) -> None:
        title = _("Hvorfor den må signeres") if cell.required else _("Hvorfor den ikke trengs")
        why = _("{name}: {text}").format(name=name, text=cell.why) if name else cell.why
        self._why.say(title, why)
        set_text(self._how, cell.spec.how)
        set_text(self._source, ", ".join(figures.content.source_label(source) for source in cell.sources))

    def _say_due(self, figures: Figures, cell: RequiredAgreement, name: str) -> None:
        self._due_line.setVisible(cell.due is not None and cell.state is not AgreementState.SIGNED)
        if cell.due is not None:
            day = formatting.near_day(cell.due, figures.today)
            words = _("Frist {day} – følger av påkoblingsdagen").format(day=day)
            set_text(self._due, f"{name}: {words}" if name else words)

    # ----------------------------------------------------------------------------------------------------------- acts

    def _line(self, figures: Figures) -> AgreementLine | None:
        opened = self.agreements.open_found
        known = (one for _parties, lines in agreement_lines(figures) for one in lines)
        return next((one for one in known if opened is not None and one.spec.id == opened.row_id), None)

    def _place_chosen(self, row_id: str) -> None:
        line = self._line(self.desk.figures)
        if line is not None and row_id != self._status and any(cell.row_id == row_id for cell in line.cells):
            self._status = row_id
            self._show_place(self.desk.figures, line)

    def _cell(self) -> RequiredAgreement:
        return next(cell for cell in self.desk.figures.agreements if cell.row_id == self._status)

    def _sent(self) -> None:
        self.desk.session.edit(*marked_sent(self.desk.figures, self._cell()), label=_("Sendt"))

    def _same(self) -> None:
        line = self._line(self.desk.figures)
        if line is not None:
            edits = same_for_others(self.desk.figures, line, self._cell())
            self.desk.session.edit(*edits, label=_("Samme for de andre"))

    def _toggle_how(self) -> None:
        self._how.setVisible(self._how.isHidden())
        set_text(self._more_why, _("Slik signeres den") if self._how.isHidden() else _("Vis mindre"))

    def _show_reading(self, reading: bool) -> None:
        """Give the mail the room of everything else while it is read."""
        self._answers.setVisible(not reading)
        self._detail_layout.setStretchFactor(self.mail, MOST if reading else 0)

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self.show(self.desk.figures)
        self.grid.go_to(FOLDED)

    def focus(self, address: Address) -> bool:
        """Show the row of the municipality that an address is about, and put the cursor where it stands."""
        figures = self.desk.figures
        idle = (one for _parties, lines in agreement_lines(figures) for one in lines if one.idle)
        if address[:2] == STATUSES and any(cell.row_id in address for one in idle for cell in one.cells):
            self._unfolded = True
            self.show(figures)
        found = super().focus(address)
        if found and len(address) > len(STATUSES):
            self.mail.unfold(unfolded=False)
            self.places.focus(address)
            self.more.focus(address)
        return found


def _asked(path: str, cell: RequiredAgreement) -> bool:
    """Tell whether a field is asked for, with the agreement as it stands."""
    states = {
        "reason": (AgreementState.NOT_RELEVANT,),
        "archived_at": (AgreementState.SIGNED,),
        "sent_on": (AgreementState.SIGNED,),
    }
    return path not in states or cell.state in states[path]
