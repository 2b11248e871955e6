"""Sjekkliste og signering: every item with the plan's evidence, and who vouches for it."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules import signing
from digisos_wizard.model.rules.results import ChecklistRow, SignOffStatus
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.ui.form.choices import DropDownControl, RadioControl
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Box, Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.parts.figures import KeyFigure, KeyFigures
from digisos_wizard.ui.parts.links import Link
from digisos_wizard.ui.parts.rows import new_row, table_rows
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.theme import Look

ANSWERS = ("checklist", "answers")
OWN = ("checklist", "own")


class ChecklistPage(Page):
    """The checklist, then signing."""

    key = StepKey.CHECKLIST

    def build(self) -> None:
        """Make the page's parts."""
        self.band = KeyFigures(4)
        self.add(self.band)
        self.add(self.missing)
        self._build_items()
        self._build_own()
        self.signing = SigningCard(self)
        self.add(self.signing)

    def _build_items(self) -> None:
        card = Card(_("Sjekklisten"), _("Planen svarer selv der den kan. Du kan svare annerledes, med en begrunnelse."))
        self.items = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Sjekkliste"),
                    columns=(Column(_("Punkt"), 7), Column(_("Kommune"), 2), Column(_("Status"), 2)),
                    rows=_item_rows,
                ),
                (("state",), ("reason",), ("responsible", "deadline"), ("comment",)),
                base=(*ANSWERS, "*"),
            )
        )
        self.evidence = Box(ToneName.INFO)
        self.evidence_link = Link(self._jump_to_evidence, _("Gå til opplysningen"))
        self.evidence.body.addWidget(self.evidence_link)
        self.items.detail.body.insertWidget(1, self.evidence)
        self.items.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.items)
        self.add(card)

    def _build_own(self) -> None:
        own = Card(_("Egne punkter"))
        self.own = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Egne sjekkpunkter"),
                    columns=(Column(_("Punkt"), 6), Column(_("Status"), 2), Column(_("Ansvarlig"), 3)),
                    rows=table_rows(OWN, "text", "state", "responsible"),
                    empty=_("Trenger dere flere punkter, legger du dem til her."),
                    adding=(Adding(_("Legg til punkt"), new_row(self.desk.session, lambda: OWN, OwnChecklistItem)),),
                    removable=True,
                    movable=True,
                ),
                (("text",), ("phase",), ("state",), ("reason",), ("responsible", "deadline"), ("comment",)),
                base=(*OWN, "*"),
            )
        )
        own.add(self.own)
        self.add(own)

    def show(self, figures: Figures) -> None:
        """Show counts, evidence of the chosen item, and the sign-offs."""
        rows = figures.checklist
        counts = {state: sum(line.state is state for line in rows) for state in TaskState}
        relevant = len(rows) - counts[TaskState.NOT_RELEVANT]
        valid = sum(status.valid for status in figures.signoffs)
        changed = len(figures.signoffs) - valid
        self.band.show_figures(
            [
                KeyFigure(_("Ferdig"), _("{done} av {all}").format(done=counts[TaskState.DONE], all=relevant)),
                KeyFigure(_("I arbeid"), str(counts[TaskState.IN_PROGRESS])),
                KeyFigure(_("Ikke aktuelt"), str(counts[TaskState.NOT_RELEVANT])),
                KeyFigure(
                    _("Signert"),
                    str(len(figures.signoffs)),
                    _("{count} er endret etterpå").format(count=changed) if changed else "",
                ),
            ]
        )
        line = self._chosen_line(figures)
        evidence = line.evidence if line is not None else None
        self.evidence.setVisible(evidence is not None)
        if evidence is not None:
            tone = ToneName.SUCCESS if evidence.state is TaskState.DONE else ToneName.INFO
            self.evidence.say(_("Dette viser planen"), evidence.text, tone)
        self.signing.show_plan(figures)

    def _chosen_line(self, figures: Figures) -> ChecklistRow | None:
        chosen = self.items.chosen_row
        return next((line for line in figures.checklist if chosen is not None and line.row_id == chosen.row_id), None)

    def _jump_to_evidence(self) -> None:
        line = self._chosen_line(self.desk.figures)
        if line is not None and line.evidence is not None:
            self.desk.goto(line.evidence.step, line.evidence.address)


def _item_rows(figures: Figures) -> list[RowView]:
    rows = []
    for line in figures.checklist:
        if line.item is None:
            continue
        state = figures.content.option_label("TaskState", line.state.value)
        place = municipality_name(figures.plan, line.municipality) if line.municipality else ""
        text = _("{text} (gjaldt i 2019)").format(text=line.text) if line.item.superseded else line.text
        words = _("{state} – begrunn").format(state=state) if line.contradicts else state
        rows.append(RowView(line.row_id, (*ANSWERS, line.row_id), (text, place, words), line.state, tip=line.text))
    return rows


class SigningCard(Card):
    """What is signed for, by whom, where; and the records so far."""

    def __init__(self, page: ChecklistPage) -> None:
        super().__init__(
            _("Signering"),
            _(
                "En signering viser hva som ble godkjent, av hvem og når. Tiden er klokken på denne maskinen. "
                "Et navn som er skrevet inn, beviser ikke hvem som satt ved tastaturet."
            ),
        )
        self._desk = page.desk
        phases = [(phase.value, page.desk.content.option_label("SignOffPhase", phase.value)) for phase in SignOffPhase]
        self.phase = RadioControl(phases)
        self.phase.set_text(SignOffPhase.CONNECT.value)
        self.phase.edited.connect(lambda _value: self.show_plan(self._desk.figures))
        self.signer = DropDownControl()
        self.role = QLineEdit()
        self.place = QLineEdit()
        self.reference = QLineEdit()
        self.open_items = Box(ToneName.WARNING)
        self.message = label("", Look.ERROR)
        self.message.hide()
        self.sign_button = button(_("Signer"), Look.PRIMARY, self._sign)
        for caption, widget in (
            (_("Signeringen gjelder"), self.phase.widget),
            (_("Hvem signerer"), self.signer.widget),
            (_("I rollen som"), self.role),
            (_("Sted"), self.place),
            (_("Referanse til signatur i kommunens eget system (frivillig)"), self.reference),
        ):
            self.add(_captioned(caption, widget))
        self.add(self.open_items)
        self.add(self.message)
        self.add(row(self.sign_button, None))
        self._records = QVBoxLayout()
        self._records.setSpacing(12)
        self._boxes: list[Box] = []
        self.add(self._records)

    def show_plan(self, figures: Figures) -> None:
        """Show who may sign, what is still open, and the records."""
        self.signer.set_choices(
            [(person.id, person_name(figures.plan, person.id)) for person in figures.plan.people.persons]
        )
        opened = signing.open_lines(figures, SignOffPhase(self.phase.text()))
        self.open_items.setVisible(bool(opened))
        if opened:
            shown = "\n".join(f"– {text}" for text in opened[:6])
            more = _("\n… og {count} til").format(count=len(opened) - 6) if len(opened) > 6 else ""
            self.open_items.say(
                _("{count} punkter er åpne. De tas med i signeringen.").format(count=len(opened)), shown + more
            )
        set_text(self.sign_button, _("Signer med forbehold") if opened else _("Signer"))
        while len(self._boxes) < len(figures.signoffs):
            box = Box(ToneName.SUCCESS)
            self._boxes.append(box)
            self._records.addWidget(box)
        for position, box in enumerate(self._boxes):
            box.setVisible(position < len(figures.signoffs))
            if position < len(figures.signoffs):
                _show_record(box, figures, figures.signoffs[position])

    def _sign(self) -> None:
        figures = self._desk.figures
        person = next((person for person in figures.plan.people.persons if person.id == self.signer.text()), None)
        self.message.setVisible(person is None)
        if person is None:
            set_text(self.message, _("Velg hvem som signerer. Personer legger du inn under Roller."))
            return
        session = self._desk.session
        record = signing.sign(
            figures,
            phase=SignOffPhase(self.phase.text()),
            signer=person.id,
            title=person.title,
            role=self.role.text().strip(),
            place=self.place.text().strip(),
            external_reference=self.reference.text().strip(),
            signed_at=session.now(),
            salt=session.new_salt(),
            record_id=session.new_row_id(),
        )
        session.edit(Insert(("signoffs", "records"), record), label=_("Signering"))
        session.barrier()


def _captioned(caption: str, widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(4)
    above = label(caption, Look.LABEL)
    above.setBuddy(widget)
    widget.setAccessibleName(caption)
    widget.setMaximumWidth(520)
    layout.addWidget(above)
    layout.addWidget(widget)
    return layout


def _show_record(box: Box, figures: Figures, status: SignOffStatus) -> None:
    record = status.record
    phase = figures.content.option_label("SignOffPhase", record.phase.value)
    who = person_name(figures.plan, record.signer)
    when: datetime = record.signed_at
    what = _("signert med forbehold") if record.open_items else _("signert")
    title = f"{phase}: {what}" if status.valid else _("{phase}: endret etter signering").format(phase=phase)
    text = _("{who} {day} {clock}. Kontrollsum {sum} …").format(
        who=who, day=formatting.day(when.date()), clock=formatting.clock(when), sum=record.fingerprint[:12]
    )
    if status.changes:
        text += "\n" + "\n".join(f"– {change}" for change in status.changes[:8])
    box.say(title, text, ToneName.SUCCESS if status.valid else ToneName.WARNING)
