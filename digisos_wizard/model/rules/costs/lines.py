"""What connecting costs: every line with its price, its formula in words and its source.

Kroner; rounded half-up to øre at the line; totals are sums of the lines. What has no price is None: "mangler".
"""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.formatting import exact_money, number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs import shared
from digisos_wizard.model.rules.costs.basis import (
    HUNDRED,
    MONTHS,
    Basis,
    Cost,
    Price,
    bases,
    every_year,
    first_day,
    first_year,
    growth,
    horizon,
    once,
)
from digisos_wizard.model.rules.costs.coverage import lacks
from digisos_wizard.model.rules.costs.result import ORE, ZERO, CostLine, CostResult, LeftOut
from digisos_wizard.model.terms import CostKind, Invoicer


def compute(plan: Plan, content: Content, today: date) -> CostResult:
    """Return all cost lines, payer by payer and year by year."""
    start, sides = first_day(plan, today), bases(plan, content, today)
    years = horizon(plan, content)
    place = {side.payer.id: position for position, side in enumerate(sides)}
    order = list(CostKind)
    lines = [line for side in sides for line in _own_lines(side)]
    lines += shared.lines(plan, sides)
    lines.sort(key=lambda line: (place[line.municipality], order.index(line.kind)))
    lacking = {(side.payer.id, kind) for side in sides for kind in CostKind if lacks(plan, side.payer, kind)}
    return CostResult(
        lines=tuple(line for line in lines if (line.municipality, line.kind) not in lacking),
        first_year=first_year(plan, content, today),
        years=years,
        months_first_year=MONTHS + 1 - start.month if start else MONTHS,
        index_factor=1 + growth(plan, content) / HUNDRED,
        payers=tuple(side.payer for side in sides),
        late=tuple(side.payer.id for side in sides if side.begins >= years),
        left_out=tuple(
            LeftOut(side.payer.id, kind, getattr(side.answers, kind.value).source.strip())
            for side in sides
            for kind in CostKind
            if (side.payer.id, kind) in lacking
        ),
        own_work=tuple(shared.own_work(plan, sides)),
        day_known=start is not None,
    )


def _own_lines(side: Basis) -> Iterator[CostLine]:
    """Yield what everybody pays by its own inhabitants."""
    yield from once(side, _digifin(side))
    yield from once(side, _connection_fee(side))
    yield from _nav_operation(side)


def _no_price() -> str:
    return _("Mangler: prisen står ikke i prislisten. Legg inn en egen pris.")


def _paid() -> str:
    return _("Betalt ved påkobling.")


def _per_inhabitant(basis: Basis, price: Price) -> tuple[Decimal | None, str, Address]:
    """Return inhabitants × price, the formula in words, and where to mend it."""
    if basis.people is None:
        return None, _("Mangler: legg inn innbyggertallet."), basis.population_at
    if price.amount is None:
        return None, _no_price(), price.address
    formula = _("{people} innbyggere × {price}.").format(people=number(basis.people), price=exact_money(price.amount))
    return basis.people * price.amount, formula, price.address if price.own else basis.population_at


def _digifin(basis: Basis) -> Cost:
    price = basis.price("digifin")
    net, formula, address = _per_inhabitant(basis, price)
    member = {answer.digifin_member for answer in basis.member_answers}
    if basis.paid:
        net, formula = ZERO, _paid()
    elif None in member:
        net, formula = None, _("Mangler: si om kommunen er medlem av DigiFin.")
    elif member == {True}:
        net, formula = ZERO, _("Kommunen er allerede medlem, og betaler ikke på nytt.")
    elif True in member:
        net, formula = None, _("Mangler: avklar med KS om medlemskapet følger med inn i den nye kommunen.")
    if basis.paid or member != {False}:
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
    if basis.paid:
        net, formula = ZERO, _paid()
    label = _("Tilknytning til Fiks Digisos")
    return Cost(CostKind.CONNECTION_FEE, label, Invoicer.KS, net, formula, address, price.vat, price.sources)


def _nav_operation(basis: Basis) -> Iterator[CostLine]:
    price = basis.price("nav-per-inhabitant-month")
    net, formula, address = _per_inhabitant(basis, price)
    if net is not None and price.amount is not None and basis.people is not None:
        net = (net * MONTHS).quantize(ORE, ROUND_HALF_UP)
        words = _("{people} innbyggere × {price} × 12 måneder. Faktureres etterskuddsvis.")
        formula = words.format(people=number(basis.people), price=exact_money(price.amount))
    label = _("Drift og forvaltning, NAV")
    cost = Cost(CostKind.NAV_OPERATION, label, Invoicer.NAV, net, formula, address, price.vat, price.sources)
    return every_year(basis, cost, by_month=True)
