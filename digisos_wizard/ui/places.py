"""The places in the window that Back and Next walk through: the overview, then every part of every step."""

from collections.abc import Sequence
from dataclasses import dataclass

from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Said, of_step
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.parts import PARTS
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.steps import WALKED
from digisos_wizard.ui.widgets.frame.rail import Level, RailRow

GROUPS = (StepKey.DECISION, StepKey.PRIVACY, StepKey.CONNECTION, StepKey.WORKSHOP)
"""Steps that begin a group in the rail."""


@dataclass(frozen=True, slots=True)
class Place:
    """A step and a part of it by its key; without one it stands for the step."""

    step: StepKey
    part: str = ""


STEPS_WALKED = frozenset(step.key for step in WALKED)
HOME, LOOKUP = Place(StepKey.OVERVIEW, "home"), Place(StepKey.REFERENCE, "search")


def places(plan: Plan) -> Sequence[Place]:
    """Return every place of a plan, in order; the reference stands apart."""
    return [Place(part.step, part.key) for part in PARTS if part.step in STEPS_WALKED and part.exists(plan)]


def first_of(plan: Plan, step: StepKey) -> Place:
    """Return the place where one comes to a step."""
    if step is LOOKUP.step:
        return LOOKUP
    return next((one for one in places(plan) if one.step is step), Place(step))


def rail_rows(figures: Figures, titles: dict[Place, str], here: Place) -> Sequence[RailRow]:
    """Return the rows of the rail: every step, and the parts of the one where one is."""
    progress = {one.step: one for one in figures.progress}
    parts = {Place(part.step, part.key): said for part, said in figures.part_progress.items()}
    known = places(figures.plan)
    rows = []
    for step in (one.key for one in WALKED):
        inside = [place for place in known if place.step is step]
        stopping = len(figures.findings_at(step, least=Severity.BLOCKER))
        said = of_step(progress[step], stopping) if step not in (StepKey.OVERVIEW, StepKey.OUTPUT) else Said()
        unfolded = step is here.step and len(inside) > 1
        rows.append(
            RailRow(
                key=step.value,
                title=titles[Place(step)],
                said=said,
                current=step is here.step and not unfolded,
                unfolded=unfolded,
                opens_group=step in GROUPS,
            )
        )
        if unfolded:
            rows += [
                RailRow(f"{step.value}/{one.part}", titles[one], parts[one], Level.PART, current=one == here)
                for one in inside
            ]
    return rows
