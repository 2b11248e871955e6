"""Every figure of one version of a plan, computed when first asked for: the source of page, export and command."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from .content import Content
from .findings import Finding, Severity, StepKey
from .plan import Document
from .rules import (
    agreements,
    benefits,
    checklist,
    cooperation,
    costs,
    findings,
    progress,
    schedule,
    sensitivity,
    signing,
)
from .rules.results import (
    BenefitResult,
    ChecklistRow,
    CooperationResult,
    CostResult,
    RequiredAgreement,
    Schedule,
    SignOffStatus,
    StepProgress,
)
from .rules.sensitivity import Swing


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
        return signing.statuses(self.plan, self.content, self.checklist)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is missing, wrong, blocked or worth a note, worst first within each step."""
        return findings.all_findings(self)

    @cached_property
    def progress(self) -> tuple[StepProgress, ...]:
        """How far every step has come."""
        return progress.all_steps(self)

    def findings_at(self, step: StepKey, *, least: Severity = Severity.NOTE) -> Sequence[Finding]:
        """Return the findings of a step that are at least so serious."""
        return [finding for finding in self.findings if finding.step is step and finding.severity >= least]
