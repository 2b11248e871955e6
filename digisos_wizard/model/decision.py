"""What is decided, for which municipalities, and how they work together."""

from datetime import date

from .base import Item, PerMunicipality, Record
from .terms import CaseSystemModel, CooperationForm, MergerStrategy, MergerVariant, PlanKind, SolutionPart


class Municipality(Item):
    """A municipality that the office serves; `population` counts inhabitants on `population_date`."""

    name: str = ""
    number: str = ""
    org_number: str = ""
    receiving_org_number: str = ""
    population: int | None = None
    population_date: date | None = None


class Approval(Record):
    """The decision to introduce the solution, as one municipality has made it."""

    decider: str = ""
    decided_on: date | None = None
    case_reference: str = ""
    mandate: str = ""


class Decision(Record):
    """Why, for whom and by whom the plan is made."""

    kind: PlanKind = PlanKind.INTRODUCTION
    office: str = ""
    several_offices: bool | None = None
    municipalities: tuple[Municipality, ...] = ()
    solution_parts: tuple[SolutionPart, ...] = ()
    approval: PerMunicipality[Approval] = PerMunicipality[Approval](shared=Approval())
    scope: str = ""
    project_owner: str | None = None
    open_conditions: str = ""


class Merger(Record):
    """A municipality merger or split ahead, and the strategy chosen for it (H19).

    `successor` is the municipality of the plan that the others become a part of: a new one, or one that goes on.
    """

    planned: bool | None = None
    variant: MergerVariant | None = None
    successor: str | None = None
    takes_effect: date | None = None
    same_vendor: bool | None = None
    strategy: MergerStrategy | None = None
    note: str = ""


class Cooperation(Record):
    """The two independent questions: who is controller, and where do applications go (H19, H22)."""

    form: CooperationForm | None = None
    host: str | None = None
    controller_transferred: bool | None = None
    transfer_stated: bool | None = None
    case_systems: CaseSystemModel | None = None
    merger: Merger = Merger()
