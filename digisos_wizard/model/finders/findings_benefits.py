"""What is missing about the benefits that a reader of such a plan stumbles over."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.mapping import Mapping
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.benefits.measuring import baseline_of
from digisos_wizard.model.rules.benefits.value import used_from
from digisos_wizard.model.rules.people.holders import RESPONSIBLE, stands
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse

WHOLE = Decimal(100)


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.BENEFITS, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    benefits = reckoned.plan.benefits
    if not benefits.items:
        yield _found(
            "no-benefits", ("benefits", "items"), Severity.MISSING, _("Velg eller skriv inn minst én gevinst.")
        )
    if stands(reckoned.plan, RESPONSIBLE).person is None:
        text = _("Velg hvem som er gevinstansvarlig. Det bør være en leder i linjen.")
        yield _found("responsible-missing", ("benefits", "responsible"), Severity.MISSING, text)
    for benefit in benefits.items:
        yield from _benefit(benefit, reckoned.plan.mapping)
        yield from _use(benefit, reckoned.schedule.day)
    shares = [
        item.quantity
        for item in benefits.items
        if item.method is BenefitMethod.SAVED_TIME and item.quantity is not None
    ]
    if sum(shares, Decimal(0)) > WHOLE:
        first = next(
            item for item in benefits.items if item.method is BenefitMethod.SAVED_TIME and item.quantity is not None
        )
        text = _("Gevinstene som bruker frigjort tid, deler ut mer enn 100 prosent av den.")
        yield _found("time-over-shared", ("benefits", "items", first.id, "quantity"), Severity.ERROR, text)
    if benefits.items and benefits.anchored_on is None:
        text = _("Gevinstplanen er ikke forankret ennå. Skriv når og hvor det skjer.")
        yield _found("not-anchored", ("benefits", "anchored_on"), Severity.MISSING, text)


def _benefit(benefit: Benefit, mapping: Mapping) -> Iterator[Finding]:
    at: Address = ("benefits", "items", benefit.id)
    name = name_of(benefit)
    if not benefit.title.strip():
        yield _found(
            "benefit-title", (*at, "title"), Severity.MISSING, _("{name}: skriv hva gevinsten er.").format(name=name)
        )
    if benefit.owner is None and not benefit.owner_body.strip():
        yield _found(
            "benefit-owner",
            (*at, "owner"),
            Severity.MISSING,
            _("{name}: velg hvem som eier gevinsten.").format(name=name),
        )
    if not benefit.indicator.strip():
        text = _("{name}: skriv hva dere måler.").format(name=name)
        yield _found("benefit-indicator", (*at, "indicator"), Severity.MISSING, text)
    else:
        baseline, target = baseline_of(benefit, mapping), benefit.target
        aim = _("grensen") if benefit.disadvantage else _("målet")
        for field, known, words in (("baseline", baseline, _("nullpunktet")), ("target", target, aim)):
            if known is None:
                text = _("{name}: skriv inn {what}.").format(name=name, what=words)
                yield _found(f"benefit-{field}", (*at, field), Severity.MISSING, text)
        if benefit.disadvantage and baseline is not None and target is not None and target < baseline:
            text = _("{name}: grensen ligger under nullpunktet, så den er passert før dere begynner.").format(name=name)
            yield _found("benefit-limit", (*at, "target"), Severity.ERROR, text)
    yield from _value(at, name, benefit)
    if benefit.start_on and benefit.target_on and benefit.target_on < benefit.start_on:
        text = _("{name}: målet skal nås før gevinsten starter. Sjekk datoene.").format(name=name)
        yield _found("benefit-dates", (*at, "target_on"), Severity.WARNING, text)


def _use(benefit: Benefit, day: date | None) -> Iterator[Finding]:
    """Yield where something is to be used before there is anything to use."""
    use = used_from(benefit)
    starts = [one for one in (day, benefit.start_on) if one is not None]
    if use is not None and starts and use < max(starts):
        text = _("{name} skal brukes fra {use}, før den begynner {start}. Den teller ikke før det.").format(
            name=name_of(benefit), use=day_words(use), start=day_words(max(starts))
        )
        yield _found("benefit-use-early", ("benefits", "items", benefit.id, "use_from"), Severity.WARNING, text)


def name_of(benefit: Benefit) -> str:
    """Return what a benefit is called in a sentence."""
    return f"{benefit.number} {benefit.title}".strip() or _("Gevinst uten navn")


def _value(at: Address, name: str, benefit: Benefit) -> Iterator[Finding]:
    if benefit.kind is BenefitClass.NOT_PRICED:
        if benefit.importance is None or not benefit.reason.strip():
            field = "importance" if benefit.importance is None else "reason"
            text = _("{name}: si hvor viktig gevinsten er, og hvorfor.").format(name=name)
            yield _found("benefit-importance", (*at, field), Severity.MISSING, text)
        return
    if benefit.method is BenefitMethod.SAVED_TIME:
        if benefit.use is FreedTimeUse.UNDECIDED:
            text = _("{name}: bestem hva den frigjorte tiden skal brukes til. Til da teller den ikke i kroner.").format(
                name=name
            )
            yield _found("time-use-open", (*at, "use"), Severity.MISSING, text)
    elif benefit.method is BenefitMethod.AVOIDED_COST:
        if benefit.quantity is None or benefit.unit_cost is None:
            field = "quantity" if benefit.quantity is None else "unit_cost"
            text = _("{name}: skriv antall i året og kroner per enhet.").format(name=name)
            yield _found("benefit-units", (*at, field), Severity.MISSING, text)
    elif benefit.expected is None:
        text = _("{name}: skriv forventet verdi i året, eller velg en annen måte å regne på.").format(name=name)
        yield _found("benefit-value", (*at, "expected"), Severity.MISSING, text)
    yield from _range(at, name, benefit, ("low", "high"), benefit.expected)
    yield from _range(at, name, benefit, ("low_percent", "high_percent"), WHOLE)


def _range(
    at: Address, name: str, benefit: Benefit, fields: tuple[str, str], expected: Decimal | None
) -> Iterator[Finding]:
    """Yield where the estimates of a benefit are in no order, or where one of them stands alone."""
    low, high = getattr(benefit, fields[0]), getattr(benefit, fields[1])
    if low is not None and high is not None:
        if low > high:
            text = _("{name}: det laveste anslaget er høyere enn det høyeste.").format(name=name)
            yield _found("benefit-range", (*at, fields[0]), Severity.WARNING, text)
        elif expected is not None and not low <= expected <= high:
            text = _("{name}: det forventede ligger utenfor lavt og høyt anslag.").format(name=name)
            yield _found("benefit-range", (*at, fields[0]), Severity.WARNING, text)
    elif low is not None or high is not None:
        text = _("{name}: skriv både lavt og høyt anslag. Ett alene brukes ikke.").format(name=name)
        yield _found("benefit-half-range", (*at, fields[0 if low is None else 1]), Severity.WARNING, text)
