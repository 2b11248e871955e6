"""Fagsystemet: whether it can receive, and when what was agreed with the vendor happens."""

from typing import cast

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.agreements import Vendor
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import agreements_form
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.part import StepPart

DONE = "technical_done_on"


class VendorPart(StepPart):
    """Which system it is and whether it can receive, then the days; offer, version and contact stand behind links."""

    step = StepKey.AGREEMENTS
    key = "vendor"

    def build(self) -> None:
        """Make the form."""
        self._led_to_done = False
        sections = (
            Section(_("Fagsystemet"), (("system", "supplier"),)),
            Section(_("Kan det ta imot?"), (("has_archive",), ("supports_digisos",), ("can_receive",))),
            Section(_("Avtalte dager"), (("installation_date", "training_date"),)),
            Section(_("Teknisk klart"), ((DONE,),)),
            Section(_("Tilbudet"), (("offer_reference", "offer_date"),), folded=True),
            Section(_("Flere opplysninger"), (("version",), ("contact",)), folded=True),
        )
        self.vendor = self.shared_form(agreements_form.VENDOR, subject=_("Fagsystem"), sections=sections)
        self.add(self.vendor)

    def show(self, figures: Figures) -> None:
        """Nothing but the form."""

    def render(self, figures: Figures) -> None:
        """Ask whether all is done when a day that was agreed has come, or when one is led there."""
        super().render(figures)
        form = self.vendor.form
        answer = cast("Vendor", resolve(figures.plan, form.base))
        days = (answer.installation_date, answer.training_date)
        come = any(day is not None and day <= figures.today for day in days)
        asked = come or self._led_to_done or answer.technical_done_on is not None
        if isinstance(form, SectionForm):
            form.ask_only(lambda path: asked or path != DONE)

    def focus(self, address: Address) -> bool:
        """Ask for what is led to."""
        if address[-1:] == (DONE,):
            self._led_to_done = True
            self.render(self.desk.figures)
        return super().focus(address)
