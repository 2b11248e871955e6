"""What connecting costs: every line with its price, its formula in words and its source (dossier §4).

Kroner; `Decimal` rounded half-up to øre at the line; totals are sums of the lines. What has no price is None: "mangler".
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.content import Content, PriceCatalogue, Source
from digisos_wizard.model.costs import CostAnswers, PriceOverride
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.formatting import exact_money, number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.results import ZERO, CostLine, CostResult
from digisos_wizard.model.terms import CostKind, CostTiming, Invoicer

ORE = Decimal("0.01")
MONTHS = 12
MOST_YEARS = 10
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Price:
    """A price as this plan uses it: own amount first, else the catalogue's."""

    amount: Decimal | None
    vat: bool
    own: bool
    sources: tuple[Source, ...]
    address: Address


@dataclass(frozen=True, slots=True)
class _Basis:
    """What all lines of one municipality are computed from."""

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


def horizon(plan: Plan, content: Content) -> int:
    """Return over how many years costs are counted, 1 to 10."""
    wanted = plan.costs.years if plan.costs.years is not None else int(content.assumption_index["cost-years"].value)
    return min(max(wanted, 1), MOST_YEARS)


def connection_date(plan: Plan, municipality_id: str) -> date | None:
    """Return when a municipality connected, or wishes to."""
    day = plan.connection.day.of(municipality_id)
    return day.connected_on or day.wished


def compute(plan: Plan, content: Content, today: date) -> CostResult:
    """Return all cost lines, municipality by municipality and year by year."""
    catalogue = content.catalogue(plan.costs.catalogue)
    places = plan.decision.municipalities
    days = [day for place in places if (day := connection_date(plan, place.id)) is not None]
    shared = connection_date(plan, SHARED)
    first_day = min(days, default=shared)
    first_year = first_day.year if first_day else today.year
    years = horizon(plan, content)
    index = (
        plan.costs.index_percent
        if plan.costs.index_percent is not None
        else content.assumption_index["index-percent"].value
    )
    lines: list[CostLine] = []
    for place in places:
        day = connection_date(plan, place.id)
        own = plan.costs.answers.has_own(place.id)
        at: Address = ("costs", "answers", "own", place.id, "value") if own else ("costs", "answers", "shared")
        begins = max((day.year if day else first_year) - first_year, 0)
        months = MONTHS + 1 - day.month if day else MONTHS
        answers = plan.costs.answers.of(place.id)
        basis = _Basis(plan, catalogue, place, answers, at, first_year, begins, months, years, index)
        lines.extend(_lines(basis))
    months = MONTHS + 1 - first_day.month if first_day else MONTHS
    return CostResult(tuple(lines), first_year, years, months, 1 + index / HUNDRED)


def _lines(basis: _Basis) -> list[CostLine]:
    if basis.begins >= basis.years:
        return []
    return [_digifin(basis), _connection_fee(basis), *_ks_operation(basis), *_nav_operation(basis), *_vendor(basis)]


def _price(basis: _Basis, price_id: str) -> _Price | None:
    """Return a price, None where neither catalogue nor office knows it."""
    listed = basis.catalogue.price(price_id)
    override = next((own for own in basis.plan.costs.overrides if own.id == price_id), PriceOverride(id=price_id))
    if listed is None and override.amount is None:
        return None
    amount = override.amount if override.amount is not None else listed.amount if listed is not None else None
    flag = override.vat if override.vat is not None else listed.vat if listed is not None else None
    sources = listed.sources if listed is not None else ()
    return _Price(amount, bool(flag), override.amount is not None, sources, ("costs", "overrides", price_id, "amount"))


def _line(  # noqa: PLR0913 - what a line is made of
    basis: _Basis,
    kind: CostKind,
    label: str,
    invoicer: Invoicer,
    timing: CostTiming,
    *,
    net: Decimal | None,
    vat: bool,
    formula: str,
    sources: tuple[Source, ...],
    address: Address,
    year_index: int | None = None,
) -> CostLine:
    at = basis.begins if year_index is None else year_index
    exact = None if net is None else net.quantize(ORE, ROUND_HALF_UP)
    tax = (
        (exact * basis.catalogue.vat_percent / HUNDRED).quantize(ORE, ROUND_HALF_UP)
        if vat and exact is not None
        else ZERO
    )
    return CostLine(
        basis.place.id, kind, label, invoicer, timing, basis.first_year + at, at, exact, tax, formula, sources, address
    )


def _population_at(basis: _Basis) -> Address:
    return ("decision", "municipalities", basis.place.id, "population")


def usable_population(place: Municipality) -> int | None:
    """Return the inhabitants where the figure can be reckoned with, None where it is missing or impossible."""
    return place.population if place.population is not None and place.population > 0 else None


def _digifin(basis: _Basis) -> CostLine:
    price = _price(basis, "digifin")
    label, once = _("Medlemskap i DigiFin"), CostTiming.ONE_OFF
    sources = price.sources if price else ()
    member = basis.answers.digifin_member
    address = (*basis.answers_at, "digifin_member")
    net: Decimal | None
    if member:
        net, formula = ZERO, _("Kommunen er allerede medlem, og betaler ikke på nytt.")
    elif member is None:
        net, formula = None, _("Mangler: si om kommunen er medlem av DigiFin.")
    else:
        net, formula, address = _per_inhabitant(basis, price)
    vat = price.vat if price else False
    return _line(
        basis,
        CostKind.DIGIFIN,
        label,
        Invoicer.KS,
        once,
        net=net,
        vat=vat,
        formula=formula,
        sources=sources,
        address=address,
    )


def _per_inhabitant(basis: _Basis, price: _Price | None) -> tuple[Decimal | None, str, Address]:
    people = usable_population(basis.place)
    if people is None:
        return None, _("Mangler: legg inn innbyggertallet."), _population_at(basis)
    if price is None or price.amount is None:
        return None, _("Mangler: prisen står ikke i prislisten."), price.address if price else ("costs", "catalogue")
    formula = _("{people} innbyggere × {price}.").format(people=number(people), price=exact_money(price.amount))
    return people * price.amount, formula, price.address if price.own else _population_at(basis)


def _connection_fee(basis: _Basis) -> CostLine:
    people = usable_population(basis.place)
    limit = basis.catalogue.fixed_fee_limit
    fixed = people is None or people <= limit
    price = _price(basis, "fee-fixed" if fixed else "fee-per-inhabitant")
    net: Decimal | None
    if people is None:
        net, formula, address = None, _("Mangler: legg inn innbyggertallet."), _population_at(basis)
    elif not fixed:
        net, formula, address = _per_inhabitant(basis, price)
    else:
        net = price.amount if price else None
        address = price.address if price and price.own else _population_at(basis)
        formula = _("Fast beløp for kommuner med under {limit} innbyggere.").format(limit=number(limit))
        if people == limit:
            formula = _(
                "Nøyaktig {limit} innbyggere: kildene sier ikke hva som gjelder. Vi regner med det faste beløpet."
            ).format(limit=number(limit))
        if net is None:
            formula = _("Mangler: prisen står ikke i prislisten.")
    return _line(
        basis,
        CostKind.CONNECTION_FEE,
        _("Tilknytning til Fiks Digisos"),
        Invoicer.KS,
        CostTiming.ONE_OFF,
        net=net,
        vat=price.vat if price else False,
        formula=formula,
        sources=price.sources if price else (),
        address=address,
    )


def _indexed(basis: _Basis, amount: Decimal, year_index: int) -> tuple[Decimal, str]:
    """Return an amount with the yearly index counted from the first year, and the words for it."""
    if not basis.index or year_index == 0:
        return amount, ""
    factor = (1 + basis.index / HUNDRED) ** year_index
    return amount * factor, " " + _("Prisvekst {percent} prosent i {years} år.").format(
        percent=number(basis.index), years=year_index
    )


def _yearly(
    basis: _Basis, kind: CostKind, label: str, invoicer: Invoicer, *, amount: Decimal | None, vat: bool, formula: str,
    sources: tuple[Source, ...], address: Address, prorated: bool = False,
) -> list[CostLine]:  # fmt: skip
    """Return a line for each year from the connection on; `prorated` counts the first year by months."""
    lines = []
    for year_index in range(basis.begins, basis.years):
        net, words = amount, formula
        if amount is not None:
            if prorated and year_index == basis.begins and basis.months < MONTHS:
                net = amount * basis.months / MONTHS
                words = f"{formula} " + _(
                    "Første år: {count} av 12 måneder, fra og med påkoblingsmåneden (vår antakelse)."
                ).format(count=basis.months)
            net, grown = _indexed(basis, net if net is not None else ZERO, year_index)
            words += grown
        lines.append(
            _line(
                basis,
                kind,
                label,
                invoicer,
                CostTiming.YEARLY,
                net=net,
                vat=vat,
                formula=words,
                sources=sources,
                address=address,
                year_index=year_index,
            )  # fmt: skip
        )
    return lines


def _ks_operation(basis: _Basis) -> list[CostLine]:
    label = _("Drift og forvaltning, KS")
    price = _price(basis, "ks-operation")
    entered = basis.answers.ks_operation_yearly
    address = (*basis.answers_at, "ks_operation_yearly")
    sources = price.sources if price else ()
    vat = price.vat if price else False
    if entered is None and price is not None and price.own:
        entered, address = price.amount, price.address
    if entered is not None:
        formula = _("Beløpet dere har lagt inn fra KS' prisliste.")
        return _yearly(
            basis,
            CostKind.KS_OPERATION,
            label,
            Invoicer.KS,
            amount=entered,
            vat=vat,
            formula=formula,
            sources=sources,
            address=address,
        )
    by_unit = _unit_lines(basis)
    if by_unit:
        return by_unit
    formula = _("Mangler: be KS om prislisten (fiks@ks.no), og legg inn beløpet per år.")
    return _yearly(
        basis,
        CostKind.KS_OPERATION,
        label,
        Invoicer.KS,
        amount=None,
        vat=vat,
        formula=formula,
        sources=sources,
        address=address,
    )


def _unit_lines(basis: _Basis) -> list[CostLine]:
    """Return the lines of H19's unit prices, none where the catalogue has no unit prices."""
    units = (
        ("svarut-shipment", _("SvarUt-forsendelser"), basis.answers.shipments_per_year, "shipments_per_year", 1),
        (
            "indexed-document",
            _("Indekserte dokumenter i innsyn"),
            basis.answers.indexed_documents,
            "indexed_documents",
            MONTHS,
        ),
        ("storage", _("Lagring i Fiks"), basis.answers.storage_gb, "storage_gb", MONTHS),
    )
    lines: list[CostLine] = []
    for price_id, label, quantity, path, times in units:
        price = _price(basis, price_id)
        if price is None:
            continue
        amount, formula = None, _("Mangler: legg inn antallet.")
        if price.amount is None:
            formula = _("Mangler: prisen står ikke i prislisten.")
        elif quantity is not None:
            amount = quantity * price.amount * times
            parts = [number(quantity), exact_money(price.amount)] + ([_("12 måneder")] if times == MONTHS else [])
            formula = " × ".join(parts) + "."
        lines += _yearly(
            basis, CostKind.KS_OPERATION, label, Invoicer.KS, amount=amount, vat=price.vat, formula=formula,
            sources=price.sources, address=(*basis.answers_at, path),
        )  # fmt: skip
    return lines


def _nav_operation(basis: _Basis) -> list[CostLine]:
    price = _price(basis, "nav-per-inhabitant-month")
    people = usable_population(basis.place)
    amount, address = None, _population_at(basis)
    if people is None:
        formula = _("Mangler: legg inn innbyggertallet.")
    elif price is None or price.amount is None:
        formula = _("Mangler: prislisten har ingen pris per innbygger. Legg inn en egen pris.")
        address = price.address if price else ("costs", "catalogue")
    else:
        amount = (people * price.amount * MONTHS).quantize(ORE, ROUND_HALF_UP)
        formula = _("{people} innbyggere × {price} × 12 måneder. Faktureres etterskuddsvis.").format(
            people=number(people), price=exact_money(price.amount)
        )
        address = price.address if price.own else address
    return _yearly(
        basis, CostKind.NAV_OPERATION, _("Drift og forvaltning, NAV"), Invoicer.NAV, amount=amount,
        vat=price.vat if price else False, formula=formula, sources=price.sources if price else (), address=address, prorated=True,
    )  # fmt: skip


def _vendor(basis: _Basis) -> list[CostLine]:
    table = (*basis.answers_at, "vendor_costs")
    if not basis.answers.vendor_costs:
        formula = _("Mangler: legg inn linjene fra tilbudet.")
        return [
            _line(
                basis,
                CostKind.CASE_SYSTEM,
                _("Fagsystemet"),
                Invoicer.VENDOR,
                CostTiming.ONE_OFF,
                net=None,
                vat=False,
                formula=formula,
                sources=(),
                address=table,
            )  # fmt: skip
        ]
    lines: list[CostLine] = []
    for cost in basis.answers.vendor_costs:
        label = cost.description or _("Fagsystemet")
        at = (*table, cost.id)
        if cost.one_off is not None:
            lines.append(
                _line(
                    basis,
                    CostKind.CASE_SYSTEM,
                    label,
                    Invoicer.VENDOR,
                    CostTiming.ONE_OFF,
                    net=cost.one_off,
                    vat=bool(cost.vat),
                    formula=_("Beløpet fra tilbudet."),
                    sources=(),
                    address=(*at, "one_off"),
                )  # fmt: skip
            )
        if cost.yearly is not None:
            lines += _yearly(
                basis, CostKind.CASE_SYSTEM, label, Invoicer.VENDOR, amount=cost.yearly, vat=bool(cost.vat),
                formula=_("Beløpet fra tilbudet, fullt beløp også det første året."), sources=(), address=(*at, "yearly"),
            )  # fmt: skip
        if cost.one_off is None and cost.yearly is None:
            lines.append(
                _line(
                    basis,
                    CostKind.CASE_SYSTEM,
                    label,
                    Invoicer.VENDOR,
                    CostTiming.ONE_OFF,
                    net=None,
                    vat=False,
                    formula=_("Mangler: legg inn beløpet."),
                    sources=(),
                    address=(*at, "one_off"),
                )  # fmt: skip
            )
    return lines
