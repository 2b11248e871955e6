"""Who signs, and as what: those who usually do, or somebody else, and where."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.signing import signers
from digisos_wizard.model.signing.signature import Signature
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.ui.form.choices import DropDownControl
from digisos_wizard.ui.widgets.form.captioned import captioned
from digisos_wizard.ui.widgets.look.basics import button, clear, label, row, short_label
from digisos_wizard.ui.widgets.look.theme import Look


class WhoSigns(QWidget):
    """`changed` tells that somebody else, or something else, is chosen than before."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._usual: Sequence[tuple[str, str, str]] | None = None
        self._filled = ("", "", "")
        self._group = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        self.other = DropDownControl()
        self.other.box.setAccessibleName(_("En annen person"))
        self.another = button(_("En annen person"), Look.LINK, self._show_other)
        self.place, self.reference, self.title, self.role = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.more = button(_("Referanse, tittel og rolle"), Look.LINK, self._show_more)
        self._persons, self._about = QVBoxLayout(), QWidget()
        self._lay_out()
        self.other.edited.connect(lambda _key: self._other_chosen())
        for line in (self.place, self.reference, self.title, self.role):
            line.textEdited.connect(lambda _text: self.changed.emit())

    def _lay_out(self) -> None:
        self._persons.setSpacing(0)
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(8)
        for words, line in (
            (_("Referanse i eget system (frivillig)"), self.reference),
            (_("Tittel"), self.title),
            (_("I rollen som"), self.role),
        ):
            about.addLayout(captioned(words, line))
        self._about.hide()
        self.other.widget.hide()
        caption = short_label(_("Sted"), Look.LABEL)
        caption.setBuddy(self.place)
        self.place.setAccessibleName(_("Sted"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(_("Hvem signerer, og som hva"), Look.SUBHEADING))
        layout.addLayout(self._persons)
        layout.addLayout(row(self.another, None))
        layout.addWidget(self.other.widget)
        layout.addLayout(row(caption, self.place, spacing=12))
        layout.addLayout(row(self.more, None))
        layout.addWidget(self._about)

    # -------------------------------------------------------------------------------------------------------- showing

    def show_plan(self, figures: Figures, section: str) -> None:
        """Offer those who usually sign, and all others."""
        plan = figures.plan
        titles = {one.id: one.title for one in plan.people.persons}
        usual = [
            (person, person_name(plan, person), " · ".join(filter(None, (titles.get(person, ""), role))))
            for person, role in signers.usual_signers(figures, section)
        ]
        if usual != self._usual:
            self._show_usual(usual)
        known = {person for person, _name, _words in usual}
        self.other.set_choices(
            [(one.id, person_name(plan, one.id)) for one in plan.people.persons if one.id not in known]
        )
        self.another.setVisible(bool(usual) and self.other.widget.isHidden())
        if not usual:
            self.other.widget.show()
        self._fill(figures, section)

    def _show_usual(self, usual: Sequence[tuple[str, str, str]]) -> None:
        self._usual = usual
        chosen = self.signer
        clear(self._persons)
        self.radios.clear()
        for person, name, words in usual:
            radio = QRadioButton(name)
            radio.setAccessibleName(f"{name}, {words}")
            radio.setChecked(person == chosen)
            radio.clicked.connect(lambda _checked=False: self._usual_chosen())
            self._group.addButton(radio)
            self.radios[person] = radio
            below = label(words, Look.SMALL)
            below.setContentsMargins(30, 0, 0, 4)
            self._persons.addWidget(radio)
            self._persons.addWidget(below)

    def _fill(self, figures: Figures, section: str) -> None:
        """Suggest place, and role and title of whoever is chosen; what somebody has typed stays."""
        person = next((one for one in figures.plan.people.persons if one.id == self.signer), None)
        role = signers.role_of(figures, section, person.id) if person is not None else ""
        suggested = (role, person.title if person is not None else "", signers.place(figures))
        lines = (self.role, self.title, self.place)
        for line, before, now in zip(lines, self._filled, suggested, strict=True):
            if line.text() == before != now:
                line.setText(now)
        self._filled = suggested

    # ------------------------------------------------------------------------------------------------------ the answer

    @property
    def signer(self) -> str:
        """The id of who is chosen, empty where nobody is."""
        return next((person for person, radio in self.radios.items() if radio.isChecked()), self.other.text())

    def signature(self, phase: SignOffPhase, section: str) -> Signature:
        """Return what whoever signs says."""
        return Signature(
            phase=phase,
            section=section,
            signer=self.signer,
            title=self.title.text().strip(),
            role=self.role.text().strip(),
            place=self.place.text().strip(),
            external_reference=self.reference.text().strip(),
        )

    def missing(self) -> tuple[str, QWidget] | None:
        """Return what is to be said first, and where; None where nothing is missing."""
        if not self.signer:
            words = _("Velg hvem som signerer. Personer legger du inn under Roller.")
            return words, next(iter(self.radios.values()), self.other.widget)
        if not self.place.text().strip():
            return _("Skriv hvor du signerer."), self.place
        return None

    def _usual_chosen(self) -> None:
        self.other.set_text("")
        self.changed.emit()

    def _other_chosen(self) -> None:
        if self.other.text():
            self._group.setExclusive(False)
            for radio in self.radios.values():
                radio.setChecked(False)
            self._group.setExclusive(True)
        self.changed.emit()

    def _show_other(self) -> None:
        self.other.widget.show()
        self.another.hide()
        self.other.widget.setFocus()

    def _show_more(self) -> None:
        self._about.setVisible(self._about.isHidden())
        if not self._about.isHidden():
            self.reference.setFocus()
