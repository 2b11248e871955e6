"""Avtaler: the vendor's preconditions, who signs, and the agreements of every municipality."""

from datetime import date

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.agreements import Responsibility
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import agreements_form
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.terms import AgreementState, TaskState
from digisos_wizard.model.told.cover_mail import draft
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.mail_box import MailBox
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look

VENDOR = ("vendor",)
STATUSES = ("agreements", "statuses")
STATES = {
    AgreementState.NOT_STARTED: TaskState.OPEN,
    AgreementState.SENT: TaskState.IN_PROGRESS,
    AgreementState.SIGNED: TaskState.DONE,
    AgreementState.NOT_RELEVANT: TaskState.NOT_RELEVANT,
}


class AgreementsPage(Page):
    """The matrix of agreements first: it is what the leader comes back to."""

    key = StepKey.AGREEMENTS

    def build(self) -> None:
        """Make the page's parts."""
        self.add(self.missing)
        self._build_matrix()
        signatory = Card(
            _("Hvem signerer"), _("Den som står i Enhetsregisteret signerer, eller en som har fått fullmakt.")
        )
        signatory.add(self.shared_form(agreements_form.SIGNATORY, subject=_("Signatar")))
        self.add(signatory)
        self._build_vendor()

    def _build_matrix(self) -> None:
        card = Card(_("Avtalene"))
        self.matrix = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Avtaler per kommune"),
                    columns=(
                        Column(_("Avtale"), 6),
                        Column(_("Kommune"), 2),
                        Column(_("Status"), 3),
                        Column(_("Frist"), 4),
                    ),
                    rows=_matrix_rows,
                    empty=_("Legg inn kommunene under Beslutning, så kommer avtalene her."),
                ),
                agreements_form.STATUSES,
            )
        )
        self.why = label("")
        self.how = label("", Look.HELP)
        self.matrix.detail.body.insertWidget(1, self.why)
        self.matrix.detail.body.insertWidget(2, self.how)
        self.mail = MailBox()
        self.matrix.detail.add(self.mail)
        self.matrix.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.matrix)
        self.add(card)

    def _build_vendor(self) -> None:
        card = Card(
            _("Fagsystem og leverandør"),
            _("Tre ting må være på plass i fagsystemet før dere kan ta imot digitale søknader."),
        )
        self.vendor = self.shared_form(agreements_form.VENDOR, subject=_("Fagsystem"))
        card.add(self.vendor)
        self.add(card)
        who = Card(_("Hvem gjør hva i de tekniske forberedelsene"))
        self.responsibilities = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Ansvar i de tekniske forberedelsene"),
                    columns=(Column(_("Oppgave"), 5), Column(_("Ansvarlig"), 3), Column(_("Frist"), 2)),
                    rows=_responsibility_rows,
                    empty=_("Skriv ned hvem som gjør hva, før avtalen med leverandøren signeres."),
                    adding=(
                        Adding(
                            _("Legg til oppgave"),
                            new_row(self.desk.session, self._responsibility_place, Responsibility),
                        ),
                    ),
                    removable=True,
                    movable=True,
                ),
                agreements_form.RESPONSIBILITIES,
            )
        )
        who.add(self.responsibilities)
        self.add(who)

    def _responsibility_place(self) -> Address:
        return (*self.vendor.form.base, "responsibilities")

    def show(self, figures: Figures) -> None:
        """Show why the chosen agreement is needed, and how it is signed."""
        chosen = self.matrix.chosen_row
        cell = next((cell for cell in figures.agreements if chosen is not None and cell.row_id == chosen.row_id), None)
        self.mail.show_mail(draft(figures, cell) if cell is not None and cell.required else None)
        if cell is not None:
            sources = ", ".join(figures.content.source_label(source) for source in cell.sources)
            set_text(self.why, _("{why} Kilde: {sources}.").format(why=cell.why, sources=sources))
            set_text(self.how, f"{cell.spec.parties}. {cell.spec.how}")


def _matrix_rows(figures: Figures) -> list[RowView]:
    return [
        RowView(
            cell.row_id,
            (*STATUSES, cell.row_id),
            (
                cell.spec.title,
                municipality_name(figures.plan, cell.municipality) if cell.municipality else _("Alle"),
                _status(figures, cell),
                _deadline(cell, figures.today),
            ),
            STATES[cell.state] if cell.required else TaskState.NOT_RELEVANT,
            tip=cell.why,
        )
        for cell in figures.agreements
    ]


def _status(figures: Figures, cell: RequiredAgreement) -> str:
    if not cell.required and cell.state is AgreementState.NOT_STARTED:
        return figures.content.option_label("AgreementNeed", cell.need.value)
    return figures.content.option_label("AgreementState", cell.state.value)


def _deadline(cell: RequiredAgreement, today: date) -> str:
    if not cell.required or cell.due is None or cell.state is AgreementState.SIGNED:
        return ""
    day = formatting.near_day(cell.due, today)
    return _("{day}, forfalt").format(day=day) if cell.overdue else day


def _responsibility_rows(figures: Figures) -> list[RowView]:
    vendor = figures.plan.vendor
    tables: list[tuple[Address, tuple[Responsibility, ...]]] = [
        ((*VENDOR, "shared", "responsibilities"), vendor.shared.responsibilities)
    ]
    tables += [
        ((*VENDOR, "own", own.id, "value", "responsibilities"), own.value.responsibilities) for own in vendor.own
    ]
    return [
        RowView(
            item.id,
            (*table, item.id),
            cells(figures, (*table, item.id), "task", "party", "deadline"),
            TaskState.DONE if item.done else TaskState.OPEN,
        )
        for table, items in tables
        for item in items
    ]
