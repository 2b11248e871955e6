"""The amounts that municipalities may share: KS' operation, the vendor's offer, own work, the fee at a merger."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.costs import Coverage, VendorCost
from digisos_wizard.model.formatting import exact_money, number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.basis import MONTHS, Basis, Cost, for_covered
from digisos_wizard.model.rules.costs.coverage import (
    Amount,
    alone,
    covered,
    lacks,
    own_amounts,
    own_lines,
    part,
    uses_line,
    usual,
)
from digisos_wizard.model.rules.costs.payers import at_merger
from digisos_wizard.model.rules.costs.result import CostLine, OwnWork, Payer
from digisos_wizard.model.terms import CostKind, CostTiming, Covers, Invoicer, MergerVariant

ANSWERS: Address = ("costs", "answers")


@dataclass(frozen=True, slots=True)
class Given:
    """An amount or a quantity that is answered, shared or own: where it stands, and the cost that it makes."""

    amount: Amount
    field: str
    cost: Callable[[Decimal | None, Address], Cost]
    coverage: Coverage
    default: Covers
    timing: CostTiming = CostTiming.YEARLY
    start: int | None = None


def lines(plan: Plan, sides: Sequence[Basis]) -> Iterator[CostLine]:
    """Yield the lines of all amounts that can be shared."""
    for kind, make in (
        (CostKind.CONNECTION_FEE, _merger_fee),
        (CostKind.KS_OPERATION, _ks_operation),
        (CostKind.CASE_SYSTEM, _vendor),
    ):
        having = [side for side in sides if not lacks(plan, side.payer, kind)]
        if having:
            yield from make(plan, having)


def own_work(plan: Plan, sides: Sequence[Basis]) -> Iterator[OwnWork]:
    """Yield what everybody puts in of own project work; one project is one sum unless the office says otherwise."""
    amount = plan.costs.project_cost
    if amount is None:
        return
    if not sides:
        yield OwnWork("", amount, "")
    whom = covered(plan.costs.project_coverage, Covers.TOGETHER, [side.payer for side in sides])
    for payer in whom.whom:
        yield OwnWork(payer.id, part(amount, whom.part_of(payer)), whom.words(payer, amount))


def _given(plan: Plan, sides: Sequence[Basis], given: Given) -> Iterator[CostLine]:
    """Yield the lines of an answer: own amounts for those who have them, the shared one for whom it covers."""
    rest = []
    for side in sides:
        own = own_amounts(plan, side.payer, given.amount)
        for place, amount in own:
            cost = given.cost(amount, (*ANSWERS, "own", place, "value", given.field))
            yield from for_covered([side], cost, alone(side.payer), given.timing, given.start)
        if not own:
            rest.append(side)
    together = given.amount(plan.costs.answers.shared)
    whom: tuple[Payer, ...] = ()
    if together is not None:
        who = covered(given.coverage, given.default, [side.payer for side in rest])
        cost = given.cost(together, (*ANSWERS, "shared", given.field))
        yield from for_covered(rest, cost, who, given.timing, given.start)
        whom = who.whom
    for side in rest:
        if side.payer not in whom:
            cost = given.cost(None, (*side.answers_at, given.field))
            yield from for_covered([side], cost, alone(side.payer), given.timing, given.start)


def _merger_fee(plan: Plan, sides: Sequence[Basis]) -> Iterator[CostLine]:
    """Yield what KS may ask for anew of who is connected: no source says, so that it is missing until KS has."""
    merger, changed = plan.cooperation.merger, at_merger(plan)
    concerned = [side for side in sides if any(place in changed for place in side.payer.members)]
    price = sides[0].price("fee-per-inhabitant")

    def cost(net: Decimal | None, address: Address) -> Cost:
        formula = _("Beløpet som KS har oppgitt.")
        if net is None:
            formula = _(
                "Mangler: ingen kilde sier om tilknytning og DigiFin må betales på nytt når kommuner slås sammen eller "
                "deles. Avklar med KS."
            )
        label = _("Tilknytning ved sammenslåing eller deling")
        return Cost(CostKind.CONNECTION_FEE, label, Invoicer.KS, net, formula, address, price.vat)

    effect = merger.takes_effect
    given = Given(
        amount=lambda answers: answers.merger_fee,
        field="merger_fee",
        cost=cost,
        coverage=Coverage(),
        default=Covers.EACH if merger.variant is MergerVariant.SPLIT else Covers.TOGETHER,
        timing=CostTiming.ONE_OFF,
        start=max(effect.year - sides[0].first_year, 0) if effect is not None else 0,
    )
    yield from _given(plan, concerned, given)


def _ks_operation(plan: Plan, sides: Sequence[Basis]) -> Iterator[CostLine]:
    price = sides[0].price("ks-operation")
    entered = [answers.ks_operation_yearly for side in sides for answers in side.member_answers]
    if not price.own and all(amount is None for amount in entered) and sides[0].knows("svarut-shipment"):
        yield from _by_unit(plan, sides)
        return

    def cost(net: Decimal | None, address: Address) -> Cost:
        formula = _("Beløpet dere har lagt inn fra KS' prisliste.")
        if net is None:
            formula = _("Mangler: be KS om prislisten (fiks@ks.no), og legg inn beløpet per år.")
        label = _("Drift og forvaltning, KS")
        return Cost(CostKind.KS_OPERATION, label, Invoicer.KS, net, formula, address, price.vat, price.sources)

    if price.own and plan.costs.answers.shared.ks_operation_yearly is None:
        own = [side for side in sides if own_amounts(plan, side.payer, lambda answers: answers.ks_operation_yearly)]
        others = [side for side in sides if side not in own]
        who = covered(plan.costs.answers.shared.ks_coverage, usual(plan), [side.payer for side in others])
        yield from for_covered(others, cost(price.amount, price.address), who, CostTiming.YEARLY)
        sides = [side for side in sides if side in own or side.payer not in who.whom]
    coverage = plan.costs.answers.shared.ks_coverage
    given = Given(lambda answers: answers.ks_operation_yearly, "ks_operation_yearly", cost, coverage, usual(plan))
    yield from _given(plan, sides, given)


def _by_unit(plan: Plan, sides: Sequence[Basis]) -> Iterator[CostLine]:
    """Yield the lines of H19's unit prices."""
    units: tuple[tuple[str, str, Amount, str, int], ...] = (
        ("svarut-shipment", _("SvarUt-forsendelser"), lambda one: one.shipments_per_year, "shipments_per_year", 1),
        ("indexed-document", _("Dokumenter i innsyn"), lambda one: one.indexed_documents, "indexed_documents", MONTHS),
        ("storage", _("Lagring i Fiks"), lambda one: one.storage_gb, "storage_gb", MONTHS),
    )
    coverage = plan.costs.answers.shared.ks_coverage
    for price_id, label, amount, field, times in units:
        if sides[0].knows(price_id):
            made = _unit_cost(sides[0], price_id, label, times)
            yield from _given(plan, sides, Given(amount, field, made, coverage, usual(plan)))


def _unit_cost(side: Basis, price_id: str, label: str, times: int) -> Callable[[Decimal | None, Address], Cost]:
    price = side.price(price_id)

    def cost(quantity: Decimal | None, address: Address) -> Cost:
        net, formula = None, _("Mangler: legg inn antallet.")
        if price.amount is None:
            formula = _("Mangler: prisen står ikke i prislisten. Legg inn en egen pris.")
        elif quantity is not None:
            net = quantity * price.amount * times
            parts = [number(quantity), exact_money(price.amount), *([_("12 måneder")] if times == MONTHS else [])]
            formula = " × ".join(parts) + "."
        return Cost(CostKind.KS_OPERATION, label, Invoicer.KS, net, formula, address, price.vat, price.sources)

    return cost


def _vendor(plan: Plan, sides: Sequence[Basis]) -> Iterator[CostLine]:
    """Yield the lines of the offer; who has no part in any of them hasn't got its offer yet."""
    served: set[str] = set()
    table: Address = (*ANSWERS, "shared", "vendor_costs")
    for line in plan.costs.answers.shared.vendor_costs:
        meant = line.coverage.covers is Covers.ONLY
        whom = [side.payer for side in sides if meant or uses_line(plan, side.payer, line)]
        who = covered(line.coverage, usual(plan), whom)
        served |= {payer.id for payer in who.whom}
        for cost, timing in _offered(line, (*table, line.id)):
            yield from for_covered(sides, cost, who, timing)
    for side in sides:
        for place, line in own_lines(plan, side.payer):
            served.add(side.payer.id)
            at = (*ANSWERS, "own", place, "value", "vendor_costs", line.id)
            for cost, timing in _offered(line, at):
                yield from for_covered([side], cost, alone(side.payer), timing)
    for side in sides:
        if side.payer.id not in served:
            formula = _("Mangler: legg inn linjene fra tilbudet.")
            at = (*side.answers_at, "vendor_costs")
            cost = Cost(CostKind.CASE_SYSTEM, _("Fagsystemet"), Invoicer.VENDOR, None, formula, at)
            for timing in CostTiming:
                yield from for_covered([side], cost, alone(side.payer), timing)


def _offered(offered: VendorCost, at: Address) -> Iterator[tuple[Cost, CostTiming]]:
    """Yield the costs of a line, and how often each comes."""

    def cost(net: Decimal | None, formula: str, field: str) -> Cost:
        label = offered.description or _("Fagsystemet")
        return Cost(CostKind.CASE_SYSTEM, label, Invoicer.VENDOR, net, formula, (*at, field), bool(offered.vat))

    if offered.one_off is not None:
        yield cost(offered.one_off, _("Beløpet fra tilbudet."), "one_off"), CostTiming.ONE_OFF
    if offered.yearly is not None:
        formula = _("Beløpet fra tilbudet, fullt beløp også det første året.")
        yield cost(offered.yearly, formula, "yearly"), CostTiming.YEARLY
    if offered.one_off is None and offered.yearly is None:
        yield cost(None, _("Mangler: legg inn beløpet."), "one_off"), CostTiming.ONE_OFF
