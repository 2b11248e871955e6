"""What is won: the benefits that weigh most, hours, present value and pay-back."""

from collections.abc import Iterator
from decimal import Decimal

from digisos_wizard.export.document.model import Block, Column, Heading, Look, Room, Table, Text
from digisos_wizard.export.memo.limits import Limits, clipped, left_out, room_for
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.rules.benefits.reckoning import signs
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse, Level

WEIGHT = {Level.LOW: 1, Level.MODERATE: 2, Level.HIGH: 3}
WIDEST_EXTENT = 3


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the part about benefits."""
    yield Heading(_("Forventede gevinster"), room=22)
    items = figures.plan.benefits.items
    if not items:
        yield Text(_("Ingen gevinster er lagt inn i planen ennå. Da kan ikke nytten regnes ut."))
        return
    ranked = sorted(items, key=lambda item: _weight(figures, item), reverse=True)
    chosen = {item.id for item in ranked[: room_for(len(items), limits.benefits)]}
    year = figures.benefits.first_year + said.whole_year(figures.benefits)
    yield Table(
        (
            Column(_("Nr."), 0.5),
            Column(_("Gevinst"), 4),
            Column(_("Verdi i {year}, uten mva").format(year=year), 2),
        ),
        [
            [item.number, clipped(_title(item), limits.name, limits.lines), worth(figures, item)]
            for item in items
            if item.id in chosen
        ],
    )
    yield Room(1.5)
    if len(items) > len(chosen):
        more = _("… {rest}. Alle står i gevinstrealiseringsplanen.").format(rest=left_out(len(items) - len(chosen)))
        yield Text(more, look=Look.SMALL)
    yield Text(" ".join([*_hours(figures), *_money(figures)]))


def worth(figures: Figures, benefit: Benefit) -> str:
    """Return what a benefit is worth in a whole year, or its importance; what is open is said, never 0."""
    if benefit.kind is BenefitClass.NOT_PRICED:
        return _importance(figures, benefit)
    if _uses_no_time(benefit):
        return _("bruken av tiden er ikke bestemt")
    value = _value(figures, benefit)
    if value is None:
        return _("mangler")
    words = formatting.money(value)
    row = figures.benefits.of(benefit.id)[said.whole_year(figures.benefits)]
    if note := said.of_year(benefit, row, figures.benefits.first_year + row.year_index):
        words = f"{words} ({note})"
    return _("{amount} (for andre)").format(amount=words) if benefit.kind is BenefitClass.OTHER_BODY else words


def _uses_no_time(benefit: Benefit) -> bool:
    return (
        benefit.kind is BenefitClass.OWN_PRICED
        and benefit.method is BenefitMethod.SAVED_TIME
        and benefit.use is FreedTimeUse.UNDECIDED
    )


def _importance(figures: Figures, benefit: Benefit) -> str:
    if benefit.importance is None:
        return _("ikke prissatt, betydningen mangler")
    level = figures.content.option_label("Level", benefit.importance.value).lower()
    words = _("ikke prissatt, {level} betydning").format(level=level)
    if benefit.extent is None or abs(benefit.extent) > WIDEST_EXTENT:
        return words
    return f"{words} ({signs(WEIGHT[benefit.importance], benefit.extent)})"


def _title(benefit: Benefit) -> str:
    title = benefit.title or _("Gevinst uten navn")
    return _("{title} (ulempe)").format(title=title) if benefit.disadvantage else title


def _value(figures: Figures, benefit: Benefit) -> Decimal | None:
    years = figures.benefits.of(benefit.id)
    return years[said.whole_year(figures.benefits)].counted if years else None


def _weight(figures: Figures, benefit: Benefit) -> tuple[int, Decimal]:
    """Return how much a benefit weighs among those shown: own money first, then importance, then others' money."""
    if benefit.kind is BenefitClass.NOT_PRICED:
        return 1, Decimal(WEIGHT[benefit.importance] if benefit.importance else 0)
    value = _value(figures, benefit) or Decimal(0)
    own = benefit.kind is BenefitClass.OWN_PRICED and bool(value)
    return 2 if own else 0, abs(value)


def _hours(figures: Figures) -> Iterator[str]:
    told = list(said.hours(figures.benefits))
    yield from told or [_("Sparte timer kan ikke regnes ut før tidsbruken er kartlagt.")]


def _money(figures: Figures) -> Iterator[str]:
    result = figures.benefits
    if not figures.costs.lines:
        yield _("Netto nåverdi kan ikke regnes ut før kostnadene er kjent.")
        return
    yield _("Netto nåverdi over {years} år er {amount}.").format(
        years=result.years, amount=formatting.kroner(result.net_present_value)
    )
    if result.payback_month is None:
        yield _("De prissatte gevinstene tjener ikke inn pengene i denne perioden.")
    else:
        yield _("Pengene er tjent inn i måned {month}, regnet fra påkoblingen.").format(month=result.payback_month)
    yield from said.full_value(result)
    yield from said.same_costs(figures.costs)
    if not result.complete:
        yield _("Tallene er ufullstendige, fordi en pris eller et svar mangler.")
