"""What a municipality's cost lines are computed from: prices in use, inhabitants, years."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content, PriceCatalogue, Source
from digisos_wizard.model.costs import CostAnswers, PriceOverride
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.formatting import number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.result import ZERO, CostLine
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer

ORE = Decimal("0.01")
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
    """One municipality's side of the calculation; `begins` is the index of the year in which it connects."""

    plan: Plan
    catalogue: PriceCatalogue
    place: Municipality
    answers: CostAnswers
    answers_at: Address
    first_year: int
    begins: int
    months: int
    years: int
    index: Decimal

    @property
    def people(self) -> int | None:
        """The inhabitants where the figure can be reckoned with, None where it is missing or impossible."""
        found = self.place.population
        return found if found is not None and found > 0 else None

    @property
    def population_at(self) -> Address:
        """Where the inhabitants stand."""
        return ("decision", "municipalities", self.place.id, "population")

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


def connection_date(plan: Plan, municipality_id: str) -> date | None:
    """Return when a municipality connected, or wishes to."""
    day = plan.connection.day.of(municipality_id)
    return day.connected_on or day.wished


def once(basis: Basis, cost: Cost) -> CostLine:
    """Return a one-off line in the year in which the municipality connects."""
    return _line(basis, cost, CostTiming.ONE_OFF, basis.begins)


def every_year(basis: Basis, cost: Cost, *, by_month: bool = False) -> list[CostLine]:
    """Return a line for each year from the connection on, indexed; `by_month` counts the first year by months."""
    lines = []
    for year_index in range(basis.begins, basis.years):
        net, formula = cost.net, cost.formula
        if net is not None:
            if by_month and year_index == basis.begins and basis.months < MONTHS:
                net = net * basis.months / MONTHS
                words = _("Første år: {count} av 12 måneder, fra og med påkoblingsmåneden (vår antakelse).")
                formula = f"{formula} {words.format(count=basis.months)}"
            net, grown = _indexed(basis, net, year_index)
            formula += grown
        dated = Cost(cost.kind, cost.label, cost.invoicer, net, formula, cost.address, cost.vat, cost.sources)
        lines.append(_line(basis, dated, CostTiming.YEARLY, year_index))
    return lines


def _indexed(basis: Basis, amount: Decimal, year_index: int) -> tuple[Decimal, str]:
    """Return an amount with the yearly index counted from the first year, and the words for it."""
    if not basis.index or year_index == 0:
        return amount, ""
    words = _("Prisvekst {percent} prosent i {years} år.").format(percent=number(basis.index), years=year_index)
    return amount * (1 + basis.index / HUNDRED) ** year_index, f" {words}"


def _line(basis: Basis, cost: Cost, timing: CostTiming, year_index: int) -> CostLine:
    net = None if cost.net is None else cost.net.quantize(ORE, ROUND_HALF_UP)
    vat = ZERO
    if cost.vat and net is not None:
        vat = (net * basis.catalogue.vat_percent / HUNDRED).quantize(ORE, ROUND_HALF_UP)
    return CostLine(
        municipality=basis.place.id,
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
    )
