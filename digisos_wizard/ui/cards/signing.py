"""Signing: what is signed for, by whom, where; what is declared; and the records so far."""

from PySide6.QtWidgets import QLineEdit, QWidget

from digisos_wizard.errors import PersonalNumberError
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.signing import signature as signing
from digisos_wizard.model.signing import signers
from digisos_wizard.model.signing.signature import Signature, declared_open
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.ui.form.choices import DropDownControl, RadioControl
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.captioned import captioned
from digisos_wizard.ui.shown.checklist import record_words
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

OPEN_SHOWN = 6


class SigningCard(Card):
    """What is signed for, by whom, where, and what is declared."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Signering"),
            _(
                "En signering viser hva som ble godkjent, av hvem og når. Tiden er klokken på denne maskinen. "
                "Et navn som er skrevet inn, beviser ikke hvem som satt ved tastaturet."
            ),
        )
        self._desk = page.desk
        content = page.desk.content
        phases = [(phase.value, content.option_label("SignOffPhase", phase.value)) for phase in SignOffPhase]
        self.phase = RadioControl(phases)
        self.phase.set_text(SignOffPhase.CONNECT.value)
        self.section = DropDownControl(unset=_("Hele sjekklisten"))
        self.signer = DropDownControl()
        self.usual = label("", Look.HELP)
        self.role, self.title, self.place, self.reference = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.declared = Box(ToneName.INFO)
        self.all_button = button("", Look.LINK, self._toggle)
        self.declared.body.addWidget(self.all_button)
        self.message = label("", Look.ERROR)
        self.message.hide()
        self.sign_button = button(_("Signer"), Look.PRIMARY, self._sign)
        self._all = False
        self._filled = ("", "", "")
        for control in (self.phase, self.section):
            control.edited.connect(lambda _value: self.show_plan(self._desk.figures))
        self.signer.edited.connect(lambda _value: self._signer_chosen())
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(captioned(_("Signeringen gjelder"), self.phase.widget))
        self.add(captioned(_("Del av sjekklisten"), self.section.widget))
        self.add(captioned(_("Hvem signerer"), self.signer.widget))
        self.add(self.usual)
        self.add(row(captioned(_("I rollen som"), self.role), captioned(_("Tittel"), self.title), spacing=24))
        self.add(
            row(
                captioned(_("Sted"), self.place),
                captioned(_("Referanse i eget system (frivillig)"), self.reference),
                spacing=24,
            )
        )
        self.add(self.declared)
        self.add(self.message)
        self.add(row(self.sign_button, None))

    def show_plan(self, figures: Figures) -> None:
        """Show who may sign, and what is declared with the answers as they are."""
        sections = figures.content.checklist(figures.plan.checklist.catalogue).sections
        self.section.set_choices([(section.id, section.title) for section in sections])
        usual = [person for role in signers.expected(figures, self.section.text()) for person in role.persons]
        persons = sorted(figures.plan.people.persons, key=lambda person: person.id not in usual)
        self.signer.set_choices([(person.id, person_name(figures.plan, person.id)) for person in persons])
        set_text(self.usual, signers.who_signs(figures, self.section.text()))
        self._fill(figures)
        self._show_declared(figures)

    def _show_declared(self, figures: Figures) -> None:
        signature = self._signature()
        opened = declared_open(figures, signature.phase, signature.section)
        shown = opened if self._all else opened[:OPEN_SHOWN]
        lines = [signing.statement(figures, signature), *(f"– {text}" for text in shown)]
        tone = ToneName.WARNING if opened else ToneName.INFO
        self.declared.say(_("Dette skrives under på"), "\n".join(lines), tone)
        more = len(opened) - OPEN_SHOWN
        self.all_button.setVisible(more > 0)
        words = ngettext("Vis {count} åpent punkt til", "Vis {count} åpne punkter til", more).format(count=more)
        set_text(self.all_button, _("Vis færre") if self._all else words)
        set_text(self.sign_button, _("Signer med forbehold") if opened else _("Signer"))

    def _signature(self) -> Signature:
        return Signature(
            phase=SignOffPhase(self.phase.text()),
            section=self.section.text(),
            signer=self.signer.text(),
            title=self.title.text().strip(),
            role=self.role.text().strip(),
            place=self.place.text().strip(),
            external_reference=self.reference.text().strip(),
        )

    def _signer_chosen(self) -> None:
        self.show_plan(self._desk.figures)

    def _fill(self, figures: Figures) -> None:
        """Suggest role and title of whoever is chosen, and the place; what somebody has typed stays."""
        person = next((one for one in figures.plan.people.persons if one.id == self.signer.text()), None)
        role = signers.role_of(figures, self.section.text(), person.id) if person is not None else ""
        suggested = (role, person.title if person is not None else "", signers.place(figures))
        for line, before, now in zip((self.role, self.title, self.place), self._filled, suggested, strict=True):
            if line.text() == before != now:
                line.setText(now)
        self._filled = suggested

    def _toggle(self) -> None:
        self._all = not self._all
        self._show_declared(self._desk.figures)

    def _sign(self) -> None:
        figures, signature = self._desk.figures, self._signature()
        if not any(person.id == signature.signer for person in figures.plan.people.persons):
            self._complain(_("Velg hvem som signerer. Personer legger du inn under Roller."), self.signer.widget)
            return
        if not signature.place:
            self._complain(_("Skriv hvor du signerer."), self.place)
            return
        try:
            self._put(figures, signature)
        except PersonalNumberError as error:
            self._complain(error.whole(), self.reference)
            return
        self._desk.session.barrier()
        self.message.hide()

    def _put(self, figures: Figures, signature: Signature) -> None:
        """Put the record into the plan; a digest that happens to look like a personal number is made with new salt."""
        session = self._desk.session
        for last in (False, False, True):
            record = signing.sign(
                figures, signature, signed_at=session.now(), salt=session.new_salt(), record_id=session.new_row_id()
            )
            try:
                session.edit(*signing.edits(figures, record), label=_("Signering"))
            except PersonalNumberError:
                if last:
                    raise
            else:
                return

    def _complain(self, words: str, where: QWidget) -> None:
        set_text(self.message, words)
        self.message.show()
        where.setFocus()


class RecordsCard(Card):
    """The records so far, the newest first; nothing is ever taken away."""

    def __init__(self) -> None:
        super().__init__(
            _("Signeringene"),
            _("Ingenting låses. Endres noe etterpå, står det her hva. Signer på nytt, så blir det en ny utgave."),
        )
        self.boxes: list[Box] = []

    def show_plan(self, figures: Figures) -> None:
        """Show a box for each record."""
        found = list(reversed(figures.signoffs))
        while len(self.boxes) < len(found):
            box = Box(ToneName.SUCCESS)
            self.boxes.append(box)
            self.add(box)
        for position, box in enumerate(self.boxes):
            box.setVisible(position < len(found))
            if position < len(found):
                box.say(*record_words(figures, found[position]))
        self.setVisible(bool(found))
