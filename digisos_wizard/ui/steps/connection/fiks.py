"""Fiks og beredskap: how the municipality is set up in Fiks, and what is done when applications don't arrive."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.forms import connection_form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import button, label, row
from digisos_wizard.ui.widgets.look.theme import Look

FIKS, CONTINGENCY = connection_form.FIKS.base, connection_form.CONTINGENCY.base
PAGES: Mapping[str, Address] = {"fiks": FIKS, "contingency": CONTINGENCY}


class FiksPart(StepPart):
    """Two short forms, one at a time; what follows from an answer is asked when it is given."""

    step = StepKey.CONNECTION
    key = "fiks"

    def build(self) -> None:
        """Make the forms."""
        self.chips = Chips(_("Vis"), tuple(PAGES), lambda _key: self._share())
        self.add(self.chips)
        self.fiks = self.shared_form(connection_form.FIKS, subject=_("Fiks"))
        self.contingency = self.form(connection_form.CONTINGENCY)
        routine = button(
            _("Lag rutinen på én side …"),
            Look.SECONDARY,
            lambda: self.files.save("contingency"),
            name=_("Lag beredskapsrutinen"),
        )
        self.pages = (
            _page(_("Alle kommunene setter opp Fiks Digisos, også i et vertskommunesamarbeid."), self.fiks),
            _page(
                _("Feil mellom Fiks og fagsystemet må oppdages raskt. Skriv ned hvem som følger med, og hva de gjør."),
                self.contingency,
            ),
        )
        inside = self.pages[1].layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(row(routine, None))
        for page in self.pages:
            self.add(page)
        self.body.addStretch(1)
        self._share()

    def show(self, figures: Figures) -> None:
        """Say what is left of each, and ask for what follows from the answers."""
        left = [one.address for one in figures.findings_in(self.part) if one.severity >= Severity.MISSING]
        titles = (_("Oppsettet i Fiks"), _("Beredskap"))
        words = []
        for title, base in zip(titles, PAGES.values(), strict=True):
            count = sum(address[: len(base)] == base for address in left)
            words.append(_("{title}, {count} gjenstår").format(title=title, count=count) if count else title)
        self.chips.show_words(words)
        plan = figures.plan.connection
        answers = (plan.fiks.shared, *(own.value for own in plan.fiks.own))
        ordered = any(one.firewall_ordered_on or one.firewall_open is not None for one in answers)
        configured = any(one.configured_on or one.administrators for one in answers)
        self.fiks.fields["firewall_open"].setVisible(ordered)
        self.fiks.fields["administrators"].setVisible(configured)
        routine = plan.contingency
        watched = bool(routine.watcher or routine.phone_list or routine.built_into)
        for path in ("phone_list", "built_into"):
            self.contingency.fields[path].setVisible(watched)

    def _share(self) -> None:
        for page, key in zip(self.pages, PAGES, strict=True):
            page.setVisible(self.chips.chosen == key)

    def focus(self, address: Address) -> bool:
        """Show the form that the address stands in."""
        wanted = next((key for key, base in PAGES.items() if address[: len(base)] == base), None)
        if wanted is not None:
            self.chips.buttons[wanted].click()
        return super().focus(address)


def _page(words: str, form: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(label(words, Look.HELP))
    layout.addWidget(form)
    return holder
