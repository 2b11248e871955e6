"""What is missing or unwise about a municipality merger ahead."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.cooperation.in_use import in_use
from digisos_wizard.model.rules.cooperation.merger import advised
from digisos_wizard.model.rules.costs.payers import merging
from digisos_wizard.model.rules.days import assumption
from digisos_wizard.model.terms import MergerStrategy, PlanKind

MERGER = ("cooperation", "merger")


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.DECISION, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found; nothing where no merger is planned."""
    plan = reckoned.plan
    merger = plan.cooperation.merger
    if merger.planned is None and plan.decision.kind is PlanKind.MERGER:
        text = _("Planen gjelder en sammenslåing eller deling. Svar på om den er vedtatt.")
        yield _found("merger-open", (*MERGER, "planned"), Severity.MISSING, text)
    if not merger.planned:
        return
    if merger.takes_effect is None:
        text = _("Skriv når sammenslåingen eller delingen trer i kraft.")
        yield _found("merger-date", (*MERGER, "takes_effect"), Severity.MISSING, text)
    if merger.variant is None:
        text = _("Si hva som skjer med kommunene. Det avgjør hva som må betales og signeres på nytt.")
        yield _found("merger-variant", (*MERGER, "variant"), Severity.MISSING, text)
    yield from _successor(reckoned)
    yield from _unsettled(reckoned)
    if merger.strategy is None:
        text = _("Velg hvordan dere kommer gjennom sammenslåingen: koble på før, eller vente til etter.")
        yield _found("merger-strategy", (*MERGER, "strategy"), Severity.MISSING, text)
    elif (advice := advised(plan)) is not None and advice is not merger.strategy:
        words = reckoned.content.option_label("MergerStrategy", advice.value).lower()
        text = _("Håndboka fra 2019 gir et annet råd når leverandøren er som her: {advice}.").format(advice=words)
        yield _found("merger-advice", (*MERGER, "strategy"), Severity.WARNING, text)
    yield from _day(reckoned)


def _successor(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield that the municipality which they become is asked for: it pays and signs."""
    merged = merging(reckoned.plan)
    known = [place.id for place in reckoned.plan.decision.municipalities]
    if merged and reckoned.plan.cooperation.merger.successor not in known:
        names = _("{first} og {last}").format(
            first=", ".join(place.name for place in merged[:-1]), last=merged[-1].name
        )
        text = _(
            "{names} er slått sammen før påkoblingen. Legg inn den nye kommunen, og velg den her. "
            "Den betaler og signerer én gang."
        ).format(names=names)
        yield _found("merger-successor", (*MERGER, "successor"), Severity.MISSING, text)


def _unsettled(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield a connection day so near the merger that the new number may not be stable (H19)."""
    plan = reckoned.plan
    effect = plan.cooperation.merger.takes_effect
    days = assumption(plan, reckoned.content, "merger-stable-days")
    if effect is None:
        return
    for used in in_use(plan, plan.connection.day, ("connection", "day")):
        day = used.value.wished if used.value.connected_on is None else None
        if day is None or abs((day - effect).days) >= days:
            continue
        text = _(
            "Påkoblingsdagen {day} er nær sammenslåingen {effect}. Vent til det nye kommunenummeret er stabilt, "
            "for eksempel til ut i første kvartal etter."
        )
        words = used.said(text.format(day=day_words(day), effect=day_words(effect)))
        yield _found("merger-unsettled", (*used.at, "wished"), Severity.WARNING, words)


def _day(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield where the connection day lies on the wrong side of the merger."""
    plan = reckoned.plan
    merger = plan.cooperation.merger
    if merger.takes_effect is None or merger.strategy is None:
        return
    for used in in_use(plan, plan.connection.day, ("connection", "day")):
        day = used.value.connected_on or used.value.wished
        if day is None:
            continue
        early = day < merger.takes_effect
        if early is (merger.strategy is MergerStrategy.CONNECT_ONE_BY_ONE):
            continue
        words = _("Påkoblingsdagen {day} er etter sammenslåingen, men dere har valgt å koble på før.")
        if early:
            words = _("Påkoblingsdagen {day} er før sammenslåingen, men dere har valgt å vente til etter.")
        text = used.said(words.format(day=day_words(day)))
        yield _found("merger-day", (*MERGER, "strategy"), Severity.WARNING, text)
