"""Whom an amount covers, and what each pays of it: parts add up to the sum, to the øre."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.costs import CostAnswers, Coverage, VendorCost
from digisos_wizard.model.formatting import exact_money, number, percent
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.result import ORE, Part, Payer
from digisos_wizard.model.terms import CaseSystemModel, CooperationForm, CostKind, Covers, FinancingState, Split

Amount = Callable[[CostAnswers], Decimal | None]
"""An amount or a quantity among a municipality's answers."""


@dataclass(frozen=True, slots=True)
class Covered:
    """An amount that somebody pays: as one sum in parts, or the whole of it each; `whom` is who they are."""

    covers: Covers
    whom: tuple[Payer, ...]
    split: Split
    parts: tuple[Part, ...]

    def part_of(self, payer: Payer) -> Part | None:
        """Return a payer's part of the sum, None where everybody pays the whole."""
        return self.parts[self.whom.index(payer)] if self.parts else None

    def words(self, payer: Payer, amount: Decimal) -> str:
        """Return how a payer's amount comes from the sum, empty where it is the sum."""
        part = self.part_of(payer)
        if part is None or len(self.whom) <= 1:
            return ""
        of_all = _("Samlet {amount} for {count} kommuner").format(amount=exact_money(amount), count=len(self.whom))
        if self.split is Split.EQUALLY:
            return _("{sum}, delt likt.").format(sum=of_all)
        own = part.until - part.before
        if self.split is Split.SHARES:
            return _("{sum}, delt etter egne andeler: {own} av {whole}.").format(
                sum=of_all, own=percent(own), whole=percent(part.whole)
            )
        return _("{sum}, delt etter innbyggertall: {own} av {whole}.").format(
            sum=of_all, own=number(own), whole=number(part.whole)
        )


def usual(plan: Plan) -> Covers:
    """Return whom an amount is for as long as nothing is said: with a case system each it is for each."""
    answers = plan.cooperation
    separate = answers.form is CooperationForm.NONE or answers.case_systems is CaseSystemModel.SEPARATE
    return Covers.EACH if separate else Covers.TOGETHER


def alone(payer: Payer) -> Covered:
    """Return an amount that one payer pays by itself."""
    return Covered(Covers.EACH, (payer,), Split.EQUALLY, ())


def covered(coverage: Coverage, default: Covers, whom: Sequence[Payer]) -> Covered:
    """Return who of those that the answer is for pays, and which part."""
    covers = coverage.covers or default
    if covers is Covers.ONLY:
        chosen = tuple(payer for payer in whom if coverage.only in payer.members)
        if chosen:
            return Covered(covers, chosen, Split.EQUALLY, ())
        covers = default  # nobody is chosen yet: a sum that nobody pays would be lost
    if covers is Covers.EACH:
        return Covered(covers, tuple(whom), Split.EQUALLY, ())
    split, weights = _weights(coverage, whom)
    whole, before = sum(weights, Decimal(0)), Decimal(0)
    parts = []
    for weight in weights:
        parts.append(Part(before, before + weight, whole))
        before += weight
    return Covered(covers, tuple(whom), split, tuple(parts))


def _weights(coverage: Coverage, whom: Sequence[Payer]) -> tuple[Split, list[Decimal]]:
    """Return what the sum is parted by; equally where what was chosen can't be reckoned with."""
    split = coverage.split or Split.INHABITANTS
    if split is Split.SHARES:
        given = {share.id: share.percent for share in coverage.shares}
        shares = [sum((given.get(place) or Decimal(0) for place in payer.members), Decimal(0)) for payer in whom]
        if all(share >= 0 for share in shares) and any(shares):
            return split, shares
        split = Split.INHABITANTS
    people = [payer.population for payer in whom]
    if split is Split.INHABITANTS and None not in people:
        return split, [Decimal(one or 0) for one in people]
    return Split.EQUALLY, [Decimal(1) for _payer in whom]


def part(amount: Decimal, of: Part | None) -> Decimal:
    """Return the part of an amount to the øre; without parts the whole. All parts together are the amount."""
    whole = amount.quantize(ORE, ROUND_HALF_UP)
    if of is None:
        return whole

    def until(weight: Decimal) -> Decimal:
        return (whole * weight / of.whole).quantize(ORE, ROUND_HALF_UP)

    return until(of.until) - until(of.before)


def lacks(plan: Plan, payer: Payer, kind: CostKind) -> bool:
    """Tell whether a payer has said that it doesn't have a cost."""
    answers = plan.costs.answers
    return all(getattr(answers.of(place), kind.value).state is FinancingState.NOT_RELEVANT for place in payer.members)


def own_amounts(plan: Plan, payer: Payer, amount: Amount) -> list[tuple[str, Decimal]]:
    """Return the municipalities of a payer with amounts of their own; one like the shared amount is the shared one."""
    answers = plan.costs.answers
    shared = amount(answers.shared)
    own = [(one.id, amount(one.value)) for one in answers.own if one.id in payer.members]
    return [(place, found) for place, found in own if found is not None and found != shared]


def uses_line(plan: Plan, payer: Payer, line: VendorCost) -> bool:
    """Tell whether a shared line of the offer is for a payer: for any member that has none of its own in its stead."""
    answers = plan.costs.answers
    return any(not answers.has_own(place) or _kept(answers.of(place).vendor_costs, line) for place in payer.members)


def _kept(own: Sequence[VendorCost], line: VendorCost) -> bool:
    same = next((one for one in own if one.id == line.id), None)
    return _alike(same, line) if same is not None else not own


def _alike(one: VendorCost, other: VendorCost) -> bool:
    return (one.one_off, one.yearly, one.vat) == (other.one_off, other.yearly, other.vat)


def own_lines(plan: Plan, payer: Payer) -> list[tuple[str, VendorCost]]:
    """Return the lines that are a payer's own, with their municipality; one like the shared line is the shared line."""
    answers = plan.costs.answers
    shared = {line.id: line for line in answers.shared.vendor_costs}
    return [
        (own.id, line)
        for own in answers.own
        if own.id in payer.members
        for line in own.value.vendor_costs
        if line.id not in shared or not _alike(shared[line.id], line)
    ]
