"""What is missing or worth a note about the costs."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, exists
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.formatting import number
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.cooperation.in_use import in_use
from digisos_wizard.model.rules.costs.payers import at_merger
from digisos_wizard.model.rules.days import connected_before
from digisos_wizard.model.terms import CostKind, FinancingState

ANSWERS = ("costs", "answers")


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.COSTS, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    yield from _prices(reckoned)
    yield from _financing(reckoned)
    yield from _limit(reckoned)
    yield from _list(reckoned)
    yield from _late(reckoned)


def _prices(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield one finding for each address where a price or an answer is missing; populations belong to the decision."""
    seen: set[Address] = set()
    several = len(reckoned.plan.decision.municipalities) > 1
    for line in reckoned.costs.lines:
        if line.net is not None or line.address in seen or line.address[0] == "decision":
            continue
        seen.add(line.address)
        where = f"{municipality_name(reckoned.plan, line.municipality)}: " if several and "own" in line.address else ""
        reason = line.formula.removeprefix(_("Mangler: "))
        reason = reason[:1].upper() + reason[1:]
        address = line.address if exists(reckoned.plan, line.address) else ("costs", "catalogue")
        yield _found(
            "price-missing",
            address,
            Severity.MISSING,
            f"{where}{line.label}: {reason}" if where else f"{line.label}: {reason}",
        )


def _financing(reckoned: Reckoned) -> Iterator[Finding]:
    answers = reckoned.plan.costs.answers
    places = reckoned.plan.decision.municipalities
    if not places:
        return
    paid = all(connected_before(reckoned.plan, place.id) for place in places)
    for used in in_use(reckoned.plan, answers, ANSWERS):
        at, answer = used.at, used.value
        settled = paid or (bool(used.municipality) and connected_before(reckoned.plan, used.municipality))
        for kind in CostKind:
            if kind is CostKind.DIGIFIN and (answer.digifin_member or settled):
                continue
            if kind is CostKind.CONNECTION_FEE and settled and not at_merger(reckoned.plan):
                continue
            if getattr(answer, kind.value).state is FinancingState.OPEN:
                label = reckoned.content.option_label("CostKind", kind.value)
                text = _("{cost}: si om kostnaden er finansiert.").format(cost=label)
                if used.name:
                    text = f"{used.name}, {text[:1].lower()}{text[1:]}"
                yield _found("financing-open", (*at, kind.value, "state"), Severity.MISSING, text)


def _limit(reckoned: Reckoned) -> Iterator[Finding]:
    catalogue = reckoned.content.catalogue(reckoned.plan.costs.catalogue)
    limit = catalogue.fixed_fee_limit
    fixed, per_head = catalogue.price("fee-fixed"), catalogue.price("fee-per-inhabitant")
    for place in reckoned.plan.decision.municipalities:
        people = place.population
        address = ("decision", "municipalities", place.id, "population")
        if people is None or fixed is None or per_head is None or fixed.amount is None or per_head.amount is None:
            continue
        if people == limit:
            text = _(
                "{name} har nøyaktig {limit} innbyggere. Kildene sier ikke hva som gjelder. "
                "Vi regner med det faste beløpet."
            ).format(name=place.name, limit=number(limit))
            yield _found("exactly-at-limit", address, Severity.NOTE, text)
        elif people > limit and people * per_head.amount < fixed.amount:
            text = _(
                "{name} har så vidt over {limit} innbyggere, og betaler derfor mindre enn det faste beløpet. "
                "Det følger av regelen."
            ).format(name=place.name, limit=number(limit))
            yield _found("below-fixed-fee", address, Severity.NOTE, text)


def _list(reckoned: Reckoned) -> Iterator[Finding]:
    catalogue = reckoned.content.catalogue(reckoned.plan.costs.catalogue)
    if catalogue.valid_to is not None and catalogue.valid_to < reckoned.today:
        text = _("Prislisten «{name}» gjaldt til {day}. Velg en nyere, eller skriv inn egne priser.").format(
            name=catalogue.label, day=day_words(catalogue.valid_to)
        )
        yield _found("catalogue-superseded", ("costs", "catalogue"), Severity.WARNING, text)


def _late(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield who connects when no costs are counted any more."""
    costs = reckoned.costs
    last = costs.first_year + costs.years - 1
    for payer in costs.payers:
        if payer.id in costs.late:
            text = _(
                "{name} kobler på etter {last}, som er det siste året i kostnadene. Kommunens egne kostnader er derfor "
                "ikke med i summen. Regn med flere år."
            ).format(name=payer.name, last=last)
            yield _found("connects-after-costs", ("costs", "years"), Severity.WARNING, text)
