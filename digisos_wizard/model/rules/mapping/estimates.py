"""What staff have estimated, merged: per step number, median and spread, and the answers that stand out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median, quantiles

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Set
from digisos_wizard.model.mapping import FormResponse, FormRow, Mapping, ProcessStep
from digisos_wizard.model.plan import Plan

PAPER, DIGITAL = "paper_minutes", "digital_minutes"
KEEPS = {PAPER: "keep_paper", DIGITAL: "keep_digital"}
"""Field of the minutes -> field of the decision on whether an odd answer counts."""
FEWEST_FOR_SPREAD = 4
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Answer:
    """One staff member's minutes; `keep` is what has been decided where it stands out (None: nothing yet)."""

    response: FormResponse
    value: Decimal
    keep: bool | None
    address: Address


@dataclass(frozen=True, slots=True)
class Estimate:
    """All answers to one question: a step, on paper or digitally. Minutes.

    `counted` leaves out what was decided against; quartiles are None below two answers; `odd` are answers that stand
    out, decided on or not.
    """

    step: ProcessStep
    field: str
    answers: tuple[Answer, ...]
    counted: int
    median: Decimal | None
    low: Decimal | None
    high: Decimal | None
    odd: tuple[Answer, ...]

    @property
    def address(self) -> Address:
        """Where the plan holds the minutes that are reckoned with."""
        return ("mapping", "steps", self.step.id, self.field)

    @property
    def in_use(self) -> Decimal | None:
        """The minutes that the plan reckons with."""
        return minutes_of(self.step, self.field)

    @property
    def differs(self) -> bool:
        """Whether the plan reckons with something else than the median."""
        return self.median is not None and self.in_use is not None and self.in_use != self.median

    @property
    def undecided(self) -> tuple[Answer, ...]:
        """The answers that stand out and that nobody has decided on."""
        return tuple(answer for answer in self.odd if answer.keep is None)


def estimates(plan: Plan, content: Content) -> tuple[Estimate, ...]:
    """Return an estimate for every step and way of applying that somebody has answered."""
    answered = _by_step(plan.mapping)
    return tuple(
        _estimate(step, field, found, content)
        for step in plan.mapping.steps
        for field in (PAPER, DIGITAL)
        if (found := tuple(_answers(answered[step.id], field)))
    )


def of_step(found: Sequence[Estimate], step: ProcessStep, field: str) -> Estimate | None:
    """Return the estimate of a step, None where nobody has answered."""
    return next((estimate for estimate in found if estimate.step.id == step.id and estimate.field == field), None)


def _by_step(mapping: Mapping) -> defaultdict[str, list[tuple[FormResponse, FormRow]]]:
    found: defaultdict[str, list[tuple[FormResponse, FormRow]]] = defaultdict(list)
    for response in mapping.responses:
        for row in response.rows:
            found[row.id].append((response, row))
    return found


def _answers(answered: Sequence[tuple[FormResponse, FormRow]], field: str) -> Iterator[Answer]:
    for response, row in answered:
        value = minutes_of(row, field)
        if value is not None:
            keep = row.keep_paper if field == PAPER else row.keep_digital
            yield Answer(response, value, keep, ("mapping", "responses", response.id, "rows", row.id, KEEPS[field]))


def minutes_of(row: FormRow | ProcessStep, field: str) -> Decimal | None:
    """Return the minutes on paper or digitally."""
    return row.paper_minutes if field == PAPER else row.digital_minutes


def _estimate(step: ProcessStep, field: str, answers: tuple[Answer, ...], content: Content) -> Estimate:
    counted = sorted(answer.value for answer in answers if answer.keep is not False)
    middle = _rounded(median(counted)) if counted else None
    low, high = _quartiles(counted)
    return Estimate(step, field, answers, len(counted), middle, low, high, _odd(answers, content))


def _quartiles(values: Sequence[Decimal]) -> tuple[Decimal | None, Decimal | None]:
    """Return the middle half of the answers; of a few, the lowest and the highest, for a half of them says nothing."""
    if len(values) <= 1:
        return None, None
    if len(values) < FEWEST_FOR_SPREAD:
        return values[0], values[-1]
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    return _rounded(low), _rounded(high)


def _rounded(minutes: Decimal) -> Decimal:
    return minutes.quantize(HUNDREDTH, ROUND_HALF_UP)


def _odd(answers: Sequence[Answer], content: Content) -> tuple[Answer, ...]:
    """Return the answers outside the fences (Tukey) that are also half the median, and some minutes, away from it.

    The second condition keeps 5,5 among many 5 from being called odd. What has been decided on stays in sight, so that
    it can be decided otherwise.
    """
    values = [answer.value for answer in answers]
    index = content.assumption_index
    decided = [answer for answer in answers if answer.keep is not None]
    if len(values) < index["outlier-fewest"].value:
        return tuple(decided)
    low, middle, high = quantiles(values, n=4, method="inclusive")
    reach = index["outlier-fence"].value * (high - low)
    gap = max(middle / 2, index["outlier-gap"].value)
    return tuple(
        answer
        for answer in answers
        if answer in decided or (not low - reach <= answer.value <= high + reach and abs(answer.value - middle) > gap)
    )


def taking_medians(before: Plan, after: Plan, content: Content) -> tuple[Set, ...]:
    """Return the edits that put new medians where the plan had none or the old median; what the office wrote stays.

    Where the last answer is gone, so is its median.
    """
    if before.mapping.responses == after.mapping.responses:
        return ()
    old = {(found.step.id, found.field): found.median for found in estimates(before, content)}
    new = {(found.step.id, found.field): found.median for found in estimates(after, content)}
    edits = []
    for step in after.mapping.steps:
        for field in (PAPER, DIGITAL):
            median_now, used = new.get((step.id, field)), minutes_of(step, field)
            if used != median_now and (used is None or used == old.get((step.id, field))):
                edits.append(Set(("mapping", "steps", step.id, field), median_now))
    return tuple(edits)
