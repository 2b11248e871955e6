"""What is missing or wrong about whom an amount covers, and who pays which part of it."""

from collections.abc import Iterator
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import number
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.costs.result import ZERO
from digisos_wizard.model.rules.costs.shareable import Shareable, shareable
from digisos_wizard.model.terms import Covers, Split

WHOLE = Decimal(100)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found; nothing for one municipality, which pays all."""
    places = [place.id for place in reckoned.plan.decision.municipalities]
    if len(places) <= 1:
        return
    amounts = list(shareable(reckoned.plan))
    for found in {one.at: one for one in amounts}.values():
        yield from _chosen(found, places)
        yield from _shares(reckoned, found)
    yield from _unseen(reckoned, amounts)


def _chosen(found: Shareable, places: list[str]) -> Iterator[Finding]:
    if found.coverage.covers is Covers.ONLY and found.coverage.only not in places:
        text = _("{what}: velg hvilken kommune som betaler. Til da regnes beløpet som vanlig.").format(what=found.label)
        yield Finding("coverage-only", StepKey.COSTS, (*found.at, "only"), Severity.MISSING, text)


def _shares(reckoned: Reckoned, found: Shareable) -> Iterator[Finding]:
    """Yield where the shares that the office parts a sum by are no whole."""
    if found.covered.covers is not Covers.TOGETHER or found.coverage.split is not Split.SHARES:
        return
    given = {share.id: share.percent for share in found.coverage.shares}
    members = [place for payer in found.covered.whom for place in payer.members]
    for place in members:
        if given.get(place) is None:
            text = _("{what}: skriv hvor mange prosent {name} betaler.").format(
                what=found.label, name=municipality_name(reckoned.plan, place)
            )
            at = (*found.at, "shares", place, "percent")
            yield Finding("coverage-share", StepKey.COSTS, at, Severity.MISSING, text)
    together = sum((given.get(place) or ZERO for place in members), ZERO)
    if members and together != WHOLE:
        text = _("{what}: andelene blir {sum} prosent til sammen. De skal bli 100. Hele beløpet er likevel fordelt.")
        at = (*found.at, "shares", members[0], "percent")
        words = text.format(what=found.label, sum=number(together))
        yield Finding("coverage-shares", StepKey.COSTS, at, Severity.ERROR, words)


def _unseen(reckoned: Reckoned, amounts: list[Shareable]) -> Iterator[Finding]:
    """Yield, once for a plan from before, which amounts are now one sum for all."""
    if reckoned.plan.costs.coverage_seen is not False:
        return
    anew = [one for one in amounts if one.covered.covers is Covers.TOGETHER and one.at[1] == "answers"]
    if anew:
        read = "; ".join(f"{one.label} ({one.said()})" for one in anew)
        text = _(
            "Disse beløpene regnes nå som én sum for alle kommunene, ikke som samme beløp for hver: {amounts}. "
            "Sjekk at det stemmer."
        ).format(amounts=read)
        yield Finding("coverage-unseen", StepKey.COSTS, ("costs", "coverage_seen"), Severity.WARNING, text)
