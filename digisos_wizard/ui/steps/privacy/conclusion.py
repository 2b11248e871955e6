"""Råd og konklusjon: what the officer advises, and what management concludes, for both analyses."""

from functools import partial

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.privacy import DpiaConclusion, RosConclusion
from digisos_wizard.model.rules.privacy.conclusion import asks_for
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.whose import WhoseAnswer

DPIA: Address = ("privacy", "dpia")
ROS: Address = ("privacy", "ros")


class ConclusionPart(StepPart):
    """Advice and conclusion of the assessment, then the conclusion of the risk analysis; whose answers, on top."""

    step = StepKey.PRIVACY
    key = "conclusion"

    def build(self) -> None:
        """Make the row of municipalities and the two forms."""
        self.whose = WhoseAnswer(self.desk, (DPIA, ROS), subject=_("Råd og konklusjon"))
        self.whose.chosen.connect(lambda: self.render(self.desk.figures))
        self.dpia = self.known(
            SectionForm(
                self.desk,
                (*DPIA, "shared"),
                (
                    Section(
                        _("Ombudets råd"),
                        (("officer", "advised_on"), ("advice",), ("followed",), ("deviation_reason",)),
                    ),
                    Section(
                        _("Konklusjon DPIA"),
                        (("conclusion",), ("decided_on", "decided_by"), ("prior_consultation", "consultation_sent_on")),
                    ),
                    Section(_("Synspunkter fra dem det gjelder"), (("views_of_registered",),), folded=True),
                    Section(_("Når DPIA-en tas opp igjen"), (("revise_on",),), folded=True),
                ),
            )
        )
        self.ros = self.known(
            SectionForm(
                self.desk,
                (*ROS, "shared"),
                (
                    Section(_("Konklusjon ROS"), (("conclusion",), ("decided_on", "decided_by"))),
                    Section(_("Når ROS-analysen tas opp igjen"), (("revise_on",),), folded=True),
                ),
            )
        )
        self.add(self.whose)
        self.add(self.dpia)
        self.add(self.ros)

    def show(self, figures: Figures) -> None:
        """Show the answers of the one chosen, and ask for what follows from them."""
        plan = figures.plan
        self.whose.show_plan(plan)
        for area, form in ((DPIA, self.dpia), (ROS, self.ros)):
            base = self.whose.base(plan, area)
            answer = resolve(plan, base)
            form.point_at(base)
            form.setEnabled(self.whose.editable(plan, area))
            if isinstance(answer, DpiaConclusion | RosConclusion):
                form.ask_only(partial(asks_for, plan, answer))

    def focus(self, address: Address) -> bool:
        """Show the municipality that an address belongs to, and come to the field."""
        self.whose.show_owner(address)
        return super().focus(address)

    def below_remaining(self, figures: Figures) -> str:
        """Say that risks come first, where they stop the day."""
        del figures
        return _("Ombudet gir råd, og ledelsen bestemmer.")
