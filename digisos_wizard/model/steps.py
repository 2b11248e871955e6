"""The steps of the wizard, in order: each is one value that rail, pages, forms, findings, deadlines and search read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from digisos_wizard.model.address import Address
from digisos_wizard.model.finders import (
    findings_agreements,
    findings_benefits,
    findings_checklist,
    findings_commitments,
    findings_connection,
    findings_costs,
    findings_coverage,
    findings_decision,
    findings_mapping,
    findings_merger,
    findings_privacy,
    findings_roles,
    findings_targets,
    findings_workshop,
)
from digisos_wizard.model.findings import Finding, StepKey, StepProgress
from digisos_wizard.model.forms import (
    agreements_form,
    benefits_form,
    checklist_form,
    connection_form,
    costs_form,
    decision_form,
    mapping_form,
    privacy_form,
    roles_form,
    workshop_form,
)
from digisos_wizard.model.forms.layout import Form
from digisos_wizard.model.reckoned import Reckoned

Finder = Callable[[Reckoned], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the program knows about a step; its words stand in the content, under its key.

    `areas` are the parts of the plan that it asks about by its `form`, `given` what of them a new plan is born with.
    `role` is who usually does its work, among the handbook's roles (own). `hurry` puts steps whose gaps hold others up
    first among equals, the least first. `words` says how far it has come in its own words, empty for the usual ones;
    `progress` where what is missing doesn't tell. `in_handbook` is whether the handbook has a chapter about it,
    `walked` whether one comes to it by going on.
    """

    key: StepKey
    areas: tuple[str, ...] = ()
    given: tuple[Address, ...] = ()
    role: str = ""
    form: Form | None = None
    finders: tuple[Finder, ...] = ()
    words: Callable[[Reckoned, int], str] | None = None
    progress: Callable[[Reckoned, int], StepProgress] | None = None
    hurry: int = 9
    in_handbook: bool = True
    walked: bool = True


STEPS = (
    Step(key=StepKey.OVERVIEW),
    Step(
        key=StepKey.DECISION,
        areas=("about", "decision", "cooperation"),
        given=(("about",), ("decision", "kind")),
        role="management",
        form=decision_form.FORM,
        finders=(findings_decision.find, findings_merger.find),
        hurry=1,
    ),
    Step(
        key=StepKey.COSTS,
        areas=("costs",),
        given=(("costs", "catalogue"),),
        role="purchasing",
        form=costs_form.FORM,
        finders=(findings_costs.find, findings_coverage.find),
        hurry=5,
    ),
    Step(
        key=StepKey.ROLES,
        areas=("people",),
        role="management",
        form=roles_form.FORM,
        finders=(findings_roles.find,),
    ),
    Step(
        key=StepKey.AGREEMENTS,
        areas=("vendor", "agreements"),
        role="legal",
        form=agreements_form.FORM,
        finders=(findings_agreements.find,),
        words=findings_agreements.words,
        hurry=2,
    ),
    Step(
        key=StepKey.PRIVACY,
        areas=("privacy",),
        role="legal",
        form=privacy_form.FORM,
        finders=(findings_privacy.find,),
        hurry=4,
    ),
    Step(
        key=StepKey.MAPPING,
        areas=("mapping",),
        role="social-work",
        form=mapping_form.FORM,
        finders=(findings_mapping.find,),
    ),
    Step(
        key=StepKey.BENEFITS,
        areas=("benefits",),
        role="management",
        form=benefits_form.FORM,
        finders=(findings_benefits.find, findings_targets.find),
    ),
    Step(
        key=StepKey.CONNECTION,
        areas=("connection",),
        role="it",
        form=connection_form.FORM,
        finders=(findings_connection.find,),
        words=findings_connection.words,
        hurry=3,
    ),
    Step(
        key=StepKey.CHECKLIST,
        areas=("checklist", "signoffs"),
        role="management",
        form=checklist_form.FORM,
        finders=(findings_checklist.find, findings_commitments.find),
        progress=findings_checklist.progress,
    ),
    Step(
        key=StepKey.WORKSHOP,
        areas=("workshop",),
        form=workshop_form.FORM,
        finders=(findings_workshop.find,),
        progress=findings_workshop.progress,
        in_handbook=False,
    ),
    Step(key=StepKey.OUTPUT),
    Step(key=StepKey.REFERENCE, in_handbook=False, walked=False),
)
WALKED = tuple(step for step in STEPS if step.walked)
"""What is walked through, the overview first; the reference stands beside the steps."""
BY_KEY: Mapping[StepKey, Step] = {step.key: step for step in STEPS}
BY_AREA: Mapping[str, Step] = {area: step for step in STEPS for area in step.areas}


def step_of(address: Address) -> StepKey:
    """Return the step that shows the value at an address."""
    return BY_AREA[address[0]].key
