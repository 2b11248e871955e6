"""What connecting costs: every line with its price, its formula in words and its source.

Kroner; rounded half-up to øre at the line; totals are sums of the lines. What has no price is None: "mangler".
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.content import Content
from digisos_wizard.model.costs import VendorCost
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.formatting import exact_money, number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.basis import (
    HUNDRED,
    MONTHS,
    ORE,
    Basis,
    Cost,
    Price,
    connection_date,
    every_year,
    horizon,
    once,
)
from digisos_wizard.model.rules.costs.result import ZERO, CostLine, CostResult
from digisos_wizard.model.terms import CostKind, Invoicer


def compute(plan: Plan, content: Content, today: date) -> CostResult:
    """Return all cost lines, municipality by municipality and year by year."""
    places = plan.decision.municipalities
    days = [day for place in places if (day := connection_date(plan, place.id)) is not None]
    first_day = min(days, default=connection_date(plan, SHARED))
    first_year = first_day.year if first_day else today.year
    own_index = plan.costs.index_percent
    index = own_index if own_index is not None else content.assumption_index["index-percent"].value
    years = horizon(plan, content)
    lines: list[CostLine] = []
    for place in places:
        basis = _basis(plan, content, place, first_year, index)
        if basis.begins < years:
            lines.extend(_lines(basis))
    months = MONTHS + 1 - first_day.month if first_day else MONTHS
    return CostResult(tuple(lines), first_year, years, months, 1 + index / HUNDRED)


def _basis(plan: Plan, content: Content, place: Municipality, first_year: int, index: Decimal) -> Basis:
    day = connection_date(plan, place.id)
    own = plan.costs.answers.has_own(place.id)
    return Basis(
        plan=plan,
        catalogue=content.catalogue(plan.costs.catalogue),
        place=place,
        answers=plan.costs.answers.of(place.id),
        answers_at=("costs", "answers", "own", place.id, "value") if own else ("costs", "answers", "shared"),
        first_year=first_year,
        begins=max((day.year if day else first_year) - first_year, 0),
        months=MONTHS + 1 - day.month if day else MONTHS,
        years=horizon(plan, content),
        index=index,
    )


def _lines(basis: Basis) -> list[CostLine]:
    fee, digifin = once(basis, _connection_fee(basis)), once(basis, _digifin(basis))
    return [digifin, fee, *_ks_operation(basis), *_nav_operation(basis), *_vendor(basis)]


def _no_price() -> str:
    return _("Mangler: prisen står ikke i prislisten. Legg inn en egen pris.")


def _no_people() -> str:
    return _("Mangler: legg inn innbyggertallet.")


def _per_inhabitant(basis: Basis, price: Price) -> tuple[Decimal | None, str, Address]:
    """Return inhabitants × price, the formula in words, and where to mend it."""
    if basis.people is None:
        return None, _no_people(), basis.population_at
    if price.amount is None:
        return None, _no_price(), price.address
    formula = _("{people} innbyggere × {price}.").format(people=number(basis.people), price=exact_money(price.amount))
    return basis.people * price.amount, formula, price.address if price.own else basis.population_at


def _digifin(basis: Basis) -> Cost:
    price = basis.price("digifin")
    net, formula, address = _per_inhabitant(basis, price)
    if basis.answers.digifin_member is None:
        net, formula = None, _("Mangler: si om kommunen er medlem av DigiFin.")
    elif basis.answers.digifin_member:
        net, formula = ZERO, _("Kommunen er allerede medlem, og betaler ikke på nytt.")
    if basis.answers.digifin_member is not False:
        address = (*basis.answers_at, "digifin_member")
    label = _("Medlemskap i DigiFin")
    return Cost(CostKind.DIGIFIN, label, Invoicer.KS, net, formula, address, price.vat, price.sources)


def _connection_fee(basis: Basis) -> Cost:
    limit, people = basis.catalogue.fixed_fee_limit, basis.people
    fixed = people is not None and people <= limit
    price = basis.price("fee-fixed" if fixed else "fee-per-inhabitant")
    net, formula, address = _per_inhabitant(basis, price)
    if fixed and price.amount is not None:
        net = price.amount
        formula = _("Fast beløp for kommuner med under {limit} innbyggere.").format(limit=number(limit))
        if people == limit:
            words = _(
                "Nøyaktig {limit} innbyggere: kildene sier ikke hva som gjelder. Vi regner med det faste beløpet."
            )
            formula = words.format(limit=number(limit))
    label = _("Tilknytning til Fiks Digisos")
    return Cost(CostKind.CONNECTION_FEE, label, Invoicer.KS, net, formula, address, price.vat, price.sources)


def _ks_operation(basis: Basis) -> list[CostLine]:
    price = basis.price("ks-operation")
    net, address = basis.answers.ks_operation_yearly, (*basis.answers_at, "ks_operation_yearly")
    if net is None and price.own:
        net, address = price.amount, price.address
    if net is None and (by_unit := _unit_lines(basis)):
        return by_unit
    formula = _("Beløpet dere har lagt inn fra KS' prisliste.")
    if net is None:
        formula = _("Mangler: be KS om prislisten, og legg inn beløpet per år.")
    label = _("Drift og forvaltning, KS")
    cost = Cost(CostKind.KS_OPERATION, label, Invoicer.KS, net, formula, address, price.vat, price.sources)
    return every_year(basis, cost)


def _unit_lines(basis: Basis) -> list[CostLine]:
    """Return the lines of H19's unit prices, none where the catalogue has no unit prices."""
    answers = basis.answers
    units = (
        ("svarut-shipment", _("SvarUt-forsendelser"), answers.shipments_per_year, "shipments_per_year", 1),
        ("indexed-document", _("Dokumenter i innsyn"), answers.indexed_documents, "indexed_documents", MONTHS),
        ("storage", _("Lagring i Fiks"), answers.storage_gb, "storage_gb", MONTHS),
    )
    lines: list[CostLine] = []
    for price_id, label, quantity, path, times in units:
        if not basis.knows(price_id):
            continue
        price = basis.price(price_id)
        net, formula = None, _("Mangler: legg inn antallet.")
        if price.amount is None:
            formula = _no_price()
        elif quantity is not None:
            net = quantity * price.amount * times
            parts = [number(quantity), exact_money(price.amount), *([_("12 måneder")] if times == MONTHS else [])]
            formula = " × ".join(parts) + "."
        address = (*basis.answers_at, path)
        cost = Cost(CostKind.KS_OPERATION, label, Invoicer.KS, net, formula, address, price.vat, price.sources)
        lines += every_year(basis, cost)
    return lines


def _nav_operation(basis: Basis) -> list[CostLine]:
    price = basis.price("nav-per-inhabitant-month")
    net, formula, address = _per_inhabitant(basis, price)
    if net is not None and price.amount is not None and basis.people is not None:
        net = (net * MONTHS).quantize(ORE, ROUND_HALF_UP)
        words = _("{people} innbyggere × {price} × 12 måneder. Faktureres etterskuddsvis.")
        formula = words.format(people=number(basis.people), price=exact_money(price.amount))
    label = _("Drift og forvaltning, NAV")
    cost = Cost(CostKind.NAV_OPERATION, label, Invoicer.NAV, net, formula, address, price.vat, price.sources)
    return every_year(basis, cost, by_month=True)


def _vendor(basis: Basis) -> list[CostLine]:
    table = (*basis.answers_at, "vendor_costs")
    if not basis.answers.vendor_costs:
        formula = _("Mangler: legg inn linjene fra tilbudet.")
        cost = Cost(CostKind.CASE_SYSTEM, _("Fagsystemet"), Invoicer.VENDOR, None, formula, table)
        return [once(basis, cost), *every_year(basis, cost)]
    return [line for cost in basis.answers.vendor_costs for line in _offer_line(basis, cost, (*table, cost.id))]


def _offer_line(basis: Basis, offered: VendorCost, at: Address) -> list[CostLine]:
    def cost(net: Decimal | None, formula: str, field: str) -> Cost:
        label = offered.description or _("Fagsystemet")
        return Cost(CostKind.CASE_SYSTEM, label, Invoicer.VENDOR, net, formula, (*at, field), bool(offered.vat))

    lines = []
    if offered.one_off is not None:
        lines.append(once(basis, cost(offered.one_off, _("Beløpet fra tilbudet."), "one_off")))
    if offered.yearly is not None:
        formula = _("Beløpet fra tilbudet, fullt beløp også det første året.")
        lines += every_year(basis, cost(offered.yearly, formula, "yearly"))
    if not lines:
        lines.append(once(basis, cost(None, _("Mangler: legg inn beløpet."), "one_off")))
    return lines
