"""What stands beside a sum of costs: what isn't in it and why, so that sums which differ on purpose say so."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import Content
from digisos_wizard.model.rules.costs.result import CostResult

MONTHS = 12


def beside_total(content: Content, costs: CostResult) -> Iterator[str]:
    """Yield the sentences that belong beside a total."""
    yield from left_out(content, costs)
    yield from late(costs)
    yield from own_work(costs)
    yield from no_day(costs)


def left_out(content: Content, costs: CostResult) -> Iterator[str]:
    """Yield what somebody has said that they don't pay, with the reason."""
    names = {payer.id: payer.name for payer in costs.payers}
    for one in costs.left_out:
        what = content.option_label("CostKind", one.kind.value)
        whose = _("{what}, {name}").format(what=what, name=names[one.municipality]) if len(names) > 1 else what
        reason = one.reason.rstrip(".") or _("ikke aktuelt")
        yield _("Ikke med i summen: {what} ({reason}).").format(what=whose, reason=reason)


def late(costs: CostResult) -> Iterator[str]:
    """Yield who connects after the years that are counted."""
    last = costs.first_year + costs.years - 1
    for payer in costs.payers:
        if payer.id in costs.late:
            yield _("{name} kobler på etter {year}, og er bare med i summen for det som deles.").format(
                name=payer.name, year=last
            )


def own_work(costs: CostResult) -> Iterator[str]:
    """Yield the own project work that nobody sends a bill for, and what the first year is with it."""
    if costs.own_work_net:
        first = costs.total(year_index=0)
        yield _(
            "Eget prosjektarbeid, {work}, er ikke med, for ingen sender regning for det. Med det blir {year} {sum}."
        ).format(
            work=formatting.kroner(costs.own_work_net),
            year=costs.first_year,
            sum=formatting.kroner(first.net + costs.own_work_net),
        )


def no_day(costs: CostResult) -> Iterator[str]:
    """Yield that the first year rests on no day."""
    if costs.lines and not costs.day_known:
        yield _("Påkoblingsdagen er ikke satt. {year} er regnet som et helt år.").format(year=costs.first_year)


def first_year(costs: CostResult) -> str:
    """Return how much of the first year is counted: "10 av 12 måneder"."""
    if not costs.day_known:
        return _("helt år, dagen er ikke satt")
    return _("{count} av 12 måneder").format(count=costs.months_first_year)
