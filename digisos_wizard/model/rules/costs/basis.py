"""What cost lines are computed from: prices in use, who pays, inhabitants, years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.content import Content, PriceCatalogue, Source
from digisos_wizard.model.costs import CostAnswers, PriceOverride
from digisos_wizard.model.formatting import number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.coverage import Covered, part
from digisos_wizard.model.rules.costs.payers import payers
from digisos_wizard.model.rules.costs.result import ORE, ZERO, CostLine, Part, Payer
from digisos_wizard.model.rules.days import connected_before, connection_date, soonest
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer

MONTHS = 12
MOST_YEARS = 10
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Price:
    """A price as this plan uses it: own amount first, else the catalogue's; None is "mangler"."""

    amount: Decimal | None
    vat: bool
    own: bool
    sources: tuple[Source, ...]
    address: Address


NO_PRICE = Price(None, vat=False, own=False, sources=(), address=("costs", "catalogue"))
"""A price that neither catalogue nor office knows."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One payer's side of the calculation.

    `begins` is the index of the year in which it connects, `delivered` of the one in which the vendor's offer counts;
    `paid` tells that it had connected before, and has paid for it.
    """

    plan: Plan
    catalogue: PriceCatalogue
    payer: Payer
    answers: CostAnswers
    answers_at: Address
    first_year: int
    begins: int
    delivered: int
    months: int
    years: int
    index: Decimal
    paid: bool

    @property
    def people(self) -> int | None:
        """The inhabitants where the figure can be reckoned with, None where it is missing or impossible."""
        return self.payer.population

    @property
    def population_at(self) -> Address:
        """Where the inhabitants stand: of several who pay as one, the first figure that is missing."""
        known = {place.id: place.population for place in self.plan.decision.municipalities}
        lacking = next((one for one in self.payer.members if not (known.get(one) or 0) > 0), self.payer.id)
        return ("decision", "municipalities", lacking, "population")

    @property
    def member_answers(self) -> tuple[CostAnswers, ...]:
        """The answers of everybody that the payer stands for."""
        return tuple(self.plan.costs.answers.of(place) for place in self.payer.members)

    def price(self, price_id: str) -> Price:
        """Return a price, NO_PRICE where nobody knows it."""
        listed = self.catalogue.price(price_id)
        own = next((row for row in self.plan.costs.overrides if row.id == price_id), PriceOverride(id=price_id))
        if listed is None and own.amount is None:
            return NO_PRICE
        amount = own.amount if own.amount is not None else listed.amount if listed is not None else None
        flag = own.vat if own.vat is not None else listed.vat if listed is not None else None
        sources = listed.sources if listed is not None else ()
        return Price(amount, bool(flag), own.amount is not None, sources, ("costs", "overrides", price_id, "amount"))

    def knows(self, price_id: str) -> bool:
        """Tell whether catalogue or office has such a price at all."""
        return self.price(price_id) is not NO_PRICE


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost before it is spread over years: kroner at once or a year, None where something is missing."""

    kind: CostKind
    label: str
    invoicer: Invoicer
    net: Decimal | None
    formula: str
    address: Address
    vat: bool = False
    sources: tuple[Source, ...] = ()


def horizon(plan: Plan, content: Content) -> int:
    """Return over how many years costs are counted, 1 to 10."""
    wanted = plan.costs.years if plan.costs.years is not None else int(content.assumption_index["cost-years"].value)
    return min(max(wanted, 1), MOST_YEARS)


def growth(plan: Plan, content: Content) -> Decimal:
    """Return the yearly price growth in percent, the office's own where given."""
    own = plan.costs.index_percent
    return own if own is not None else content.assumption_index["index-percent"].value


def first_day(plan: Plan, today: date) -> date | None:
    """Return the day from which costs are counted: the first connection, or now for who is connected already."""
    places = plan.decision.municipalities
    if any(connected_before(plan, place.id) for place in places) or (not places and connected_before(plan, SHARED)):
        return date(today.year, 1, 1)
    days = [day for place in places if (day := connection_date(plan, place.id)) is not None]
    return min(days, default=connection_date(plan, SHARED))


def first_year(plan: Plan, content: Content, today: date) -> int:
    """Return the first calendar year of the costs; without a day the one in which it can be at the soonest."""
    return (first_day(plan, today) or soonest(plan, content, today)).year


def bases(plan: Plan, content: Content, today: date) -> tuple[Basis, ...]:
    """Return everybody's side of the calculation."""
    year = first_year(plan, content, today)
    return tuple(_basis(plan, content, payer, year) for payer in payers(plan))


def _basis(plan: Plan, content: Content, payer: Payer, first_year: int) -> Basis:
    paid = connected_before(plan, payer.id)
    days = [day for place in payer.members if (day := connection_date(plan, place)) is not None]
    day = None if paid else min(days, default=None)
    begins = max((day.year if day else first_year) - first_year, 0)
    switch = plan.connection.day.of(payer.id).wished if paid else None
    own = plan.costs.answers.has_own(payer.id)
    return Basis(
        plan=plan,
        catalogue=content.catalogue(plan.costs.catalogue),
        payer=payer,
        answers=plan.costs.answers.of(payer.id),
        answers_at=("costs", "answers", "own", payer.id, "value") if own else ("costs", "answers", "shared"),
        first_year=first_year,
        begins=begins,
        delivered=max(switch.year - first_year, 0) if switch is not None else begins,
        months=MONTHS + 1 - day.month if day else MONTHS,
        years=horizon(plan, content),
        index=growth(plan, content),
        paid=paid,
    )


def once(basis: Basis, cost: Cost, year_index: int | None = None) -> Iterator[CostLine]:
    """Yield a one-off line in the year in which the payer connects, or in another."""
    at = basis.begins if year_index is None else year_index
    if at < basis.years:
        yield _line(basis, cost, CostTiming.ONE_OFF, at)


def every_year(basis: Basis, cost: Cost, *, by_month: bool = False) -> Iterator[CostLine]:
    """Yield a line for each year from the connection on, indexed; `by_month` counts the first year by months."""
    for year_index in range(basis.begins, basis.years):
        net, formula = cost.net, cost.formula
        if net is not None:
            if by_month and year_index == basis.begins and basis.months < MONTHS:
                net = net * basis.months / MONTHS
                words = _("Første år: {count} av 12 måneder, fra og med påkoblingsmåneden (vår antakelse).")
                formula = f"{formula} {words.format(count=basis.months)}"
            net, grown = _indexed(basis, net, year_index)
            formula += grown
        yield _line(basis, _with(cost, net, formula), CostTiming.YEARLY, year_index)


def for_covered(
    sides: Sequence[Basis], cost: Cost, covered: Covered, timing: CostTiming, start: int | None = None
) -> Iterator[CostLine]:
    """Yield the lines of an amount for those it covers: of one sum everybody's part, from the first of them on."""
    chosen = [side for side in sides if side.payer in covered.whom]
    first = min((_start(side, cost) for side in chosen), default=0) if covered.parts else None
    for side in chosen:
        begins = start if start is not None else first if first is not None else _start(side, cost)
        last = begins + 1 if timing is CostTiming.ONE_OFF else side.years
        for year_index in range(begins, min(last, side.years)):
            net, formula = cost.net, cost.formula
            if net is not None:
                formula = " ".join(filter(None, (formula, covered.words(side.payer, net))))
                if timing is CostTiming.YEARLY:
                    net, grown = _indexed(side, net, year_index)
                    formula += grown
            yield _line(side, _with(cost, net, formula), timing, year_index, covered.part_of(side.payer))


def _start(side: Basis, cost: Cost) -> int:
    return side.delivered if cost.invoicer is Invoicer.VENDOR else side.begins


def _with(cost: Cost, net: Decimal | None, formula: str) -> Cost:
    return Cost(cost.kind, cost.label, cost.invoicer, net, formula, cost.address, cost.vat, cost.sources)


def _indexed(basis: Basis, amount: Decimal, year_index: int) -> tuple[Decimal, str]:
    """Return an amount with the yearly index counted from the first year, and the words for it."""
    if not basis.index or year_index == 0:
        return amount, ""
    words = _("Prisvekst {percent} prosent i {years} år.").format(percent=number(basis.index), years=year_index)
    return amount * (1 + basis.index / HUNDRED) ** year_index, f" {words}"


def _line(basis: Basis, cost: Cost, timing: CostTiming, year_index: int, of: Part | None = None) -> CostLine:
    net = None if cost.net is None else part(cost.net, of)
    vat = ZERO
    if cost.vat and net is not None:
        vat = (net * basis.catalogue.vat_percent / HUNDRED).quantize(ORE, ROUND_HALF_UP)
    return CostLine(
        municipality=basis.payer.id,
        kind=cost.kind,
        label=cost.label,
        invoicer=cost.invoicer,
        timing=timing,
        year=basis.first_year + year_index,
        year_index=year_index,
        net=net,
        vat=vat,
        formula=cost.formula,
        sources=cost.sources,
        address=cost.address,
        sum=None if of is None or cost.net is None else part(cost.net, None),
        part=of,
    )
