"""Hvem signerer: who may sign for the municipality, and why they may."""

from typing import cast

from digisos_wizard.i18n import _
from digisos_wizard.model.address import resolve
from digisos_wizard.model.agreements import Signatory
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import agreements_form
from digisos_wizard.model.terms import SignatoryBasis
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import label
from digisos_wizard.ui.widgets.look.theme import Look


class SignatoryPart(StepPart):
    """One form, per municipality where they differ; where the authority is documented is asked of those who have it."""

    step = StepKey.AGREEMENTS
    key = "signatory"

    def build(self) -> None:
        """Make the form."""
        words = _("Den som står i Enhetsregisteret signerer, eller en som har fått fullmakt.")
        self.add(label(words, Look.HELP))
        self.signatory = self.shared_form(agreements_form.SIGNATORY, subject=_("Signatar"))
        self.add(self.signatory)

    def show(self, figures: Figures) -> None:
        """Nothing but the form."""

    def render(self, figures: Figures) -> None:
        """Ask for the authority where the one chosen signs by it."""
        super().render(figures)
        answer = cast("Signatory", resolve(figures.plan, self.signatory.form.base))
        delegated = answer.basis is SignatoryBasis.DELEGATED or bool(answer.authority_reference)
        self.signatory.fields["authority_reference"].setVisible(delegated)

    def below_remaining(self, figures: Figures) -> str:
        """Say what the name is used for."""
        del figures
        return _("Navnet står i e-postene som følger avtalene.")
