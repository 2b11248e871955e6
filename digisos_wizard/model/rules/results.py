"""What the rules compute: plain frozen results that page, workbook, PDF and command line all read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import ActivitySpec, AgreementSpec, ChecklistItem, Source
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.signoff import ChecklistAnswer, SignOff
from digisos_wizard.model.terms import AgreementState, CostKind, CostTiming, Invoicer, Outlook, TaskState

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CostLine:
    """One amount in one year for one municipality; `net` None is a missing price. Kroner and øre, rounded at the line.

    `vat` is 0 where no VAT is counted; `formula` tells in words how the amount came about; `year_index` runs from 0.
    """

    municipality: str
    kind: CostKind
    label: str
    invoicer: Invoicer
    timing: CostTiming
    year: int
    year_index: int
    net: Decimal | None
    vat: Decimal
    formula: str
    sources: tuple[Source, ...]
    address: Address

    @property
    def gross(self) -> Decimal | None:
        """The amount with VAT, None where the price is missing."""
        return None if self.net is None else self.net + self.vat


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of lines: what is known, with and without VAT, and whether anything is missing in it."""

    net: Decimal
    gross: Decimal
    complete: bool


@dataclass(frozen=True, slots=True)
class CostResult:
    """All cost lines over the horizon; `first_year` is a calendar year (of the connection day, else of today).

    `index_factor` is 1 plus the yearly price growth: year t is nominal, `index_factor`ᵗ above fixed prices.
    """

    lines: tuple[CostLine, ...]
    first_year: int
    years: int
    months_first_year: int
    index_factor: Decimal = Decimal(1)

    def total(
        self,
        *,
        municipality: str | None = None,
        invoicer: Invoicer | None = None,
        year_index: int | None = None,
        timing: CostTiming | None = None,
        kind: CostKind | None = None,
    ) -> Total:
        """Return the sum of the lines that match; a dimension left out is summed over.

        Without any line at all nothing is known, so that 0 isn't the whole of it.
        """
        net, gross, complete = ZERO, ZERO, bool(self.lines)
        for line in self.lines:
            if (
                (municipality is None or line.municipality == municipality)
                and (invoicer is None or line.invoicer is invoicer)
                and (year_index is None or line.year_index == year_index)
                and (timing is None or line.timing is timing)
                and (kind is None or line.kind is kind)
            ):
                if line.net is None:
                    complete = False
                else:
                    net += line.net
                    gross += line.net + line.vat
        return Total(net, gross, complete)


class ControllerModel(StrEnum):
    """Who is controller, as the answers lead to."""

    SINGLE = "single"
    HOST = "host"
    EACH = "each"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class MunicipalityConsequence:
    """What the cooperation answers mean for one municipality; texts are sentences for the page."""

    municipality: str
    controller: str | None
    receiver: str | None
    receiving_org_number: str
    nav_text: str
    signs_with_directorate: str | None
    fiks_text: str


@dataclass(frozen=True, slots=True)
class CooperationResult:
    """Controller model, whether sources support the combination, and what it means for each municipality."""

    controllers: ControllerModel
    supported: bool | None
    summary: str
    municipalities: tuple[MunicipalityConsequence, ...]


@dataclass(frozen=True, slots=True)
class RequiredAgreement:
    """One cell of the matrix agreement × municipality: required or not, why, and how far it has come."""

    row_id: str
    spec: AgreementSpec
    municipality: str
    required: bool
    why: str
    sources: tuple[Source, ...]
    state: AgreementState
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class BenefitYear:
    """One benefit in one year; money None where something needed is missing, hours 0 where it saves none."""

    benefit: str
    year_index: int
    hours: Decimal
    counted: Decimal | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """The benefits plan's table B for one calendar year; kroner ex VAT in fixed prices."""

    year: int
    year_index: int
    saved_hours: Decimal
    full_time_equivalents: Decimal
    gross_benefit: Decimal
    project_cost: Decimal
    operating_cost: Decimal
    net: Decimal
    cumulative: Decimal
    discounted: Decimal


@dataclass(frozen=True)
class BenefitResult:
    """Freed time and money over the horizon; `complete` False where a price or an answer is missing."""

    first_year: int
    years: int
    per_benefit: tuple[BenefitYear, ...]
    rows: tuple[YearRow, ...]
    net_present_value: Decimal
    payback_month: int | None
    full_effect_hours: Decimal
    uncounted_hours: Decimal
    complete: bool

    def of(self, benefit_id: str) -> tuple[BenefitYear, ...]:
        """Return the years of one benefit, in order."""
        return self._by_benefit.get(benefit_id, ())

    @cached_property
    def _by_benefit(self) -> Mapping[str, tuple[BenefitYear, ...]]:
        return _by_benefit(self.per_benefit)


@dataclass(frozen=True)
class Outcome:
    """The years, the present value and the pay-back month under one outlook."""

    outlook: Outlook
    per_benefit: tuple[BenefitYear, ...]
    rows: tuple[YearRow, ...]
    net_present_value: Decimal
    payback_month: int | None

    def of(self, benefit_id: str) -> tuple[BenefitYear, ...]:
        """Return the years of one benefit, in order."""
        return self._by_benefit.get(benefit_id, ())

    @cached_property
    def _by_benefit(self) -> Mapping[str, tuple[BenefitYear, ...]]:
        return _by_benefit(self.per_benefit)


def _by_benefit(rows: Iterable[BenefitYear]) -> dict[str, tuple[BenefitYear, ...]]:
    found: defaultdict[str, list[BenefitYear]] = defaultdict(list)
    for row in rows:
        found[row.benefit].append(row)
    return {benefit: tuple(years) for benefit, years in found.items()}


@dataclass(frozen=True, slots=True)
class Reckoned:
    """When an activity can and must be done, all working days; None where no connection day is known.

    `days` are the working days that it takes, `slack` those it can be late without moving the connection day, negative
    where time is too short already. `critical`: it is on the chain that decides how soon they can connect.
    """

    days: int
    soonest_start: date
    soonest_finish: date
    latest_start: date | None
    latest_finish: date | None
    slack: int | None
    critical: bool


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity with its window; `start` is the recommended start, `deadline` the last day, both working days.

    `after` holds the row ids of what it waits for; `begins` is a day agreed with others, `ends` when others are done at
    the latest; `reckoned` is None for what is finished; `shown` is what the plan shows where that, and no answer here,
    is why it is finished.
    """

    row_id: str
    title: str
    municipality: str
    spec: ActivitySpec | None
    column: str
    start: date | None
    deadline: date | None
    owner: str | None
    state: TaskState
    done_on: date | None
    late: bool
    address: Address
    after: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    reckoned: Reckoned | None = None
    shown: str = ""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in (TaskState.DONE, TaskState.NOT_RELEVANT)

    @property
    def due(self) -> date | None:
        """When it must be finished: its deadline, or earlier where others wait for it."""
        last = self.reckoned.latest_finish if self.reckoned is not None else None
        return min((day for day in (self.deadline, last) if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Reach:
    """How soon a municipality (empty: all of them) can connect with the work that is left, and what decides it.

    `chain` holds row ids, the first to do first; `connected` ones have nothing left to reach.
    """

    municipality: str
    day: date | None
    soonest: date
    chain: tuple[str, ...]
    connected: bool

    @property
    def in_time(self) -> bool:
        """Whether the work that is left fits before the day; without a day nothing is too late."""
        return self.connected or self.day is None or self.soonest <= self.day


@dataclass(frozen=True)
class Schedule:
    """The connection plan; `earliest_day` is the first day that the shortest preparation allows from today.

    `circles` are rows that wait for each other, which no order can satisfy; `advised` is the first possible day that
    nothing speaks against.
    """

    day: date | None
    earliest_day: date
    activities: tuple[PlannedActivity, ...]
    reaches: tuple[Reach, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    advised: date | None = None

    @property
    def connected(self) -> bool:
        """Whether every municipality is connected."""
        return bool(self.reaches) and all(reach.connected for reach in self.reaches)

    @property
    def soonest(self) -> date:
        """The first day that both the work that is left and the shortest preparation allow."""
        return max([self.earliest_day, *(reach.soonest for reach in self.reaches if not reach.connected)])

    @cached_property
    def by_id(self) -> Mapping[str, PlannedActivity]:
        """The activities by row id."""
        return {item.row_id: item for item in self.activities}

    def titled(self, row_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the titles of rows, those that are gone left out."""
        return tuple(self.by_id[row_id].title for row_id in row_ids if row_id in self.by_id)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the plan proves about a checklist item, in words, and where it stands.

    `basis` is the dates and counts that it rests on, which no new wording changes; `proven_on` is the day that it was
    done, where that is known.
    """

    state: TaskState
    text: str
    address: Address
    step: StepKey
    basis: str = ""
    proven_on: date | None = None

    @property
    def token(self) -> str:
        """What the evidence comes to, without words."""
        return f"{self.state.value} {self.basis}".strip()


class Moment(StrEnum):
    """When an item is due: before the connection day, on it, or after it."""

    BEFORE = "before"
    ON = "on"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One line of the checklist; `state` is the office's own answer, else what the evidence says.

    `contradicts`: the office says done where the plan doesn't show it, and a reason is needed.
    """

    row_id: str
    item: ChecklistItem | None
    section: str
    text: str
    municipality: str
    evidence: Evidence | None
    answer: ChecklistAnswer
    state: TaskState
    contradicts: bool
    moment: Moment = Moment.BEFORE


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step has come, as rail and overview say it; `words` such as "2 mangler" or "Ferdig".

    `urgency` is a word where the step stops the connection or puts it at risk.
    """

    step: StepKey
    state: TaskState
    missing: int
    words: str
    urgency: str = ""

    @property
    def said(self) -> str:
        """The words with the urgency after them."""
        return " · ".join(part for part in (self.words, self.urgency) if part)


class ChangeKind(StrEnum):
    """What happened to something that was signed."""

    FIELD = "field"
    NEW = "new"
    GONE = "gone"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise than it was signed: of what, which field, and how it reads before and after."""

    kind: ChangeKind
    key: str
    what: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SignOffStatus:
    """Whether what a sign-off covers still is as signed, and what changed since.

    `current` is the newest for its phase and section; `changes` are the differences as sentences.
    """

    record: SignOff
    differences: tuple[Difference, ...]
    changes: tuple[str, ...]
    current: bool = True

    @property
    def valid(self) -> bool:
        """Whether everything covered is as it was signed."""
        return not self.differences
