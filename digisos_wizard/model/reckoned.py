"""What is reckoned from one version of a plan, each result computed when first asked for."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from operator import attrgetter

from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.rules.agreements import matrix
from digisos_wizard.model.rules.benefits import benefit_map, measuring, reckoning, what_if
from digisos_wizard.model.rules.benefits.benefit_map import BenefitMap
from digisos_wizard.model.rules.benefits.measuring import Point, Status
from digisos_wizard.model.rules.benefits.result import BenefitResult, Outcome
from digisos_wizard.model.rules.benefits.what_if import Effect
from digisos_wizard.model.rules.checklist import rows, signed_changes
from digisos_wizard.model.rules.checklist.result import ChecklistRow, SignOffStatus
from digisos_wizard.model.rules.commitments import register
from digisos_wizard.model.rules.commitments.register import Ground
from digisos_wizard.model.rules.commitments.result import Register
from digisos_wizard.model.rules.connection import schedule
from digisos_wizard.model.rules.connection.result import Schedule
from digisos_wizard.model.rules.cooperation import consequences
from digisos_wizard.model.rules.cooperation.result import CooperationResult, RequiredAgreement
from digisos_wizard.model.rules.costs import lines, sensitivity
from digisos_wizard.model.rules.costs.result import CostResult
from digisos_wizard.model.rules.costs.sensitivity import Swing
from digisos_wizard.model.rules.mapping import estimates
from digisos_wizard.model.rules.mapping.estimates import Estimate
from digisos_wizard.model.rules.meetings import agenda
from digisos_wizard.model.rules.meetings.agenda import Asked
from digisos_wizard.model.rules.proof import hands
from digisos_wizard.model.rules.proof.hands import Known

_COSTS = (
    "about.created_on",
    "decision.kind",
    "decision.municipalities",
    "decision.approval",
    "cooperation",
    "costs",
    "connection.day",
    "connection.assumptions",
)
_BENEFITS = (*_COSTS, "mapping", "benefits")
RESTS_ON = {
    "cooperation": ("decision.office", "decision.municipalities", "cooperation"),
    "costs": _COSTS,
    "sensitivity": _COSTS,
    "benefits": _BENEFITS,
    "outcomes": _BENEFITS,
    "tornado": _BENEFITS,
    "benefit_map": ("benefits",),
    "statuses": ("benefits", "mapping"),
    "estimates": ("mapping",),
}
"""The branches of the plan that a result rests on; an edit that touches none of them leaves it as it is."""


class Reckoned:
    """Lazy results over one document; throw it away with the version it was made for.

    Results of the version before are taken over where an edit touched nothing that they rest on.
    """

    def __init__(self, document: Document, content: Content, today: date, before: "Reckoned | None" = None) -> None:
        self.document = document
        self.plan = document.plan
        self.content = content
        self.today = today
        if before is not None and before.content is content and before.today == today:
            self.__dict__.update(_untouched(before, self.plan))

    @cached_property
    def cooperation(self) -> CooperationResult:
        """Who is controller and where applications go."""
        return consequences.consequences(self.plan)

    @cached_property
    def hands(self) -> Known:
        """What is written by hand of things that stand in several places."""
        return hands.hands(self.plan, self.content)

    @cached_property
    def costs(self) -> CostResult:
        """Cost lines over the horizon."""
        return lines.compute(self.plan, self.content, self.today)

    @cached_property
    def schedule(self) -> Schedule:
        """The connection plan with dates."""
        return schedule.compute(self.plan, self.content, self.today, self.agreements, self.hands)

    @cached_property
    def agreements(self) -> tuple[RequiredAgreement, ...]:
        """The matrix agreement × municipality."""
        return matrix.matrix(self.plan, self.content, self.cooperation, self.today)

    @cached_property
    def benefits(self) -> BenefitResult:
        """Freed time and money over the horizon."""
        return reckoning.compute(self.plan, self.content, self.costs)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The same when every benefit goes badly, as expected, and well."""
        return reckoning.outcomes(self.plan, self.content, self.costs)

    @cached_property
    def tornado(self) -> tuple[Effect, ...]:
        """What each assumption means for the present value, what matters most first."""
        return what_if.tornado(self.plan, self.content, self.costs, self.benefits)

    @cached_property
    def benefit_map(self) -> BenefitMap:
        """The benefit map in layers."""
        return benefit_map.benefit_map(self.plan.benefits)

    @cached_property
    def measuring_points(self) -> tuple[Point, ...]:
        """The days on which the indicators are measured."""
        return measuring.points(self.plan, self.content, self.schedule.day)

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """How far every benefit's indicator has come, in the benefits' order."""
        return tuple(measuring.status(item, self.plan.mapping) for item in self.plan.benefits.items)

    @cached_property
    def estimates(self) -> tuple[Estimate, ...]:
        """What staff have estimated, merged."""
        return estimates.estimates(self.plan, self.content)

    @cached_property
    def checklist(self) -> tuple[ChecklistRow, ...]:
        """The checklist with evidence and answers."""
        return rows.rows(self.plan, self.content, self.agreements, self.hands, self.schedule)

    @cached_property
    def register(self) -> Register:
        """Everything that somebody has promised: who, by when, how far."""
        return register.register(
            Ground(
                self.plan,
                self.content,
                self.hands,
                self.agreements,
                self.schedule,
                self.checklist,
                self.cooperation,
            )
        )

    @cached_property
    def sensitivity(self) -> tuple[Swing, ...]:
        """The whole period's cost when an assumption turns out otherwise."""
        return sensitivity.compute(self.plan, self.content, self.today)

    @cached_property
    def signoffs(self) -> tuple[SignOffStatus, ...]:
        """Every sign-off, and whether what it covers still is as signed."""
        return signed_changes.statuses(self.plan, self.content, self.checklist)

    @cached_property
    def agenda(self) -> tuple[Asked, ...]:
        """The questions of the next workshop, in order."""
        return agenda.agenda(self.plan, self.content)


def _untouched(before: Reckoned, plan: Plan) -> Iterator[tuple[str, object]]:
    """Yield the results that have been reckoned and rest on nothing that is another now."""
    for name, branches in RESTS_ON.items():
        if name in vars(before) and all(get(before.plan) is get(plan) for get in map(attrgetter, branches)):
            yield name, vars(before)[name]
