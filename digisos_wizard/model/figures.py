"""Every figure of one version of a plan, computed when first asked for: the source of page, export and command."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from .address import Address
from .content import Content
from .findings import Finding, Severity, StepKey
from .plan import Document
from .rules import (
    agreements,
    benefit_map,
    benefits,
    checklist,
    cooperation,
    costs,
    estimates,
    findings,
    measuring,
    progress,
    readiness,
    schedule,
    sensitivity,
    signed_changes,
    standing,
    what_if,
    workshop,
)
from .rules.benefit_map import BenefitMap
from .rules.estimates import Estimate
from .rules.measuring import Point, Status
from .rules.readiness import Readiness
from .rules.results.benefits import BenefitResult, Outcome
from .rules.results.checklist import ChecklistRow, SignOffStatus, StepProgress
from .rules.results.cooperation import CooperationResult, RequiredAgreement
from .rules.results.costs import CostResult
from .rules.results.schedule import PlannedActivity, Schedule
from .rules.sensitivity import Swing
from .rules.what_if import Effect
from .rules.workshop import Asked
from .terms import SignOffPhase


class Figures:
    """Lazy results over one document; throw it away with the version it was made for."""

    def __init__(self, document: Document, content: Content, today: date) -> None:
        self.document = document
        self.plan = document.plan
        self.content = content
        self.today = today

    @cached_property
    def cooperation(self) -> CooperationResult:
        """Who is controller and where applications go."""
        return cooperation.consequences(self.plan)

    @cached_property
    def costs(self) -> CostResult:
        """Cost lines over the horizon."""
        return costs.compute(self.plan, self.content, self.today)

    @cached_property
    def schedule(self) -> Schedule:
        """The connection plan with dates."""
        return schedule.compute(self.plan, self.content, self.today, self.agreements)

    @cached_property
    def agreements(self) -> tuple[RequiredAgreement, ...]:
        """The matrix agreement × municipality."""
        return agreements.matrix(self.plan, self.content, self.cooperation, self.today)

    @cached_property
    def benefits(self) -> BenefitResult:
        """Freed time and money over the horizon."""
        return benefits.compute(self.plan, self.content, self.costs)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The same when every benefit goes badly, as expected, and well."""
        return benefits.outcomes(self.plan, self.content, self.costs)

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
        return checklist.rows(self.plan, self.content, self.agreements)

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
        return workshop.agenda(self.plan, self.content)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is missing, wrong, blocked or worth a note, worst first within each step."""
        return findings.all_findings(self)

    @cached_property
    def activity_places(self) -> Mapping[Address, PlannedActivity]:
        """The activities by every address that is about them."""
        return standing.places(self)

    @cached_property
    def ready_to_connect(self) -> Readiness:
        """Whether they can connect, why not, and what to do first."""
        return readiness.ready(self, SignOffPhase.CONNECT)

    @cached_property
    def introduced(self) -> Readiness:
        """The same of everything, after the connection as well."""
        return readiness.ready(self, SignOffPhase.FINAL)

    @property
    def current(self) -> Readiness:
        """The answer that matters now: whether they can connect, and after the connection whether all is in place."""
        return self.introduced if self.schedule.connected else self.ready_to_connect

    @cached_property
    def progress(self) -> tuple[StepProgress, ...]:
        """How far every step has come."""
        return progress.all_steps(self)

    def findings_at(self, step: StepKey, *, least: Severity = Severity.NOTE) -> Sequence[Finding]:
        """Return the findings of a step that are at least so serious."""
        return [finding for finding in self.findings if finding.step is step and finding.severity >= least]
