"""Vedtaket: what is decided, by whom and when, and what it covers."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import decision_form
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.part import StepPart


class ApprovalPart(StepPart):
    """The decision, per municipality where they differ; case and mandate are asked when there is a decision."""

    step = StepKey.DECISION
    key = "approval"

    def build(self) -> None:
        """Make the forms."""
        self.approval = self.shared_form(decision_form.APPROVAL, subject=_("Vedtak"))
        self.add(self.approval)
        self.scope = self.known(
            SectionForm(
                self.desk,
                decision_form.SCOPE.base,
                (
                    Section(_("Omfang"), (("solution_parts",), ("project_owner",))),
                    Section(_("Avgrensning og forbehold"), (("scope",), ("open_conditions",)), folded=True),
                ),
            )
        )
        self.add(self.scope)

    def show(self, figures: Figures) -> None:
        """Ask for case and mandate when something is decided."""
        approvals = figures.plan.decision.approval
        decided = approvals.shared.decided_on is not None or any(own.value.decided_on for own in approvals.own)
        for path in ("case_reference", "mandate"):
            self.approval.fields[path].setVisible(decided)
