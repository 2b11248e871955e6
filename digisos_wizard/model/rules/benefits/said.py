"""What stands beside hours and kroner of benefits: which year, which hours, and from when they count."""

from collections.abc import Iterable, Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.rules.benefits.result import BenefitResult, BenefitYear
from digisos_wizard.model.rules.benefits.value import used_from
from digisos_wizard.model.rules.costs.result import CostResult

MONTHS = 12


def whole_year(result: BenefitResult) -> int:
    """Return the index of the first whole year, in which a benefit's value is told: the second, where there is one."""
    return min(1, result.years - 1)


def in_plan(result: BenefitResult) -> str:
    """Return the hours that the plan reckons with: "512 timer i 2031", empty where none are known."""
    if not result.rows or not result.rows[-1].saved_hours:
        return ""
    last = result.rows[-1]
    return _("{hours} i {year}").format(hours=formatting.hours(last.saved_hours), year=last.year)


def freed(result: BenefitResult) -> str:
    """Return what the hours of the last year are called: possible ones, as long as no benefit has them."""
    if not result.rows:
        return _("Frigjort tid")
    words = _("Frigjort tid i {year}") if result.claimed else _("Mulig frigjort tid i {year}")
    return words.format(year=result.rows[-1].year)


def hours(result: BenefitResult) -> Iterator[str]:
    """Yield the hours that are possible, those that the plan reckons with, and those without a use, each in words."""
    if not result.full_effect_hours:
        return
    yield _("Når alle søker digitalt med digitale vedlegg, sparer dere {hours} i året.").format(
        hours=formatting.hours(result.full_effect_hours)
    )
    if (planned := in_plan(result)) and result.claimed:
        yield _("Planen regner med {hours}.").format(hours=planned)
    elif planned:
        yield _("Med andelene i planen blir det {hours}, men ingen gevinst bruker tiden ennå.").format(hours=planned)
    if result.uncounted_hours and result.claimed:
        yield _("Av dem har {hours} ingen bestemt bruk, og teller ikke i kroner.").format(
            hours=formatting.hours(result.uncounted_hours)
        )


def full_value(result: BenefitResult) -> Iterator[str]:
    """Yield what all own benefits are worth in the last year, beside those of the first whole one."""
    year, last = whole_year(result), result.rows[-1]
    if last.year_index != year and last.gross_benefit != result.rows[year].gross_benefit:
        yield _("De prissatte gevinstene er til sammen verdt {first} i {year}, og {last} i {end}.").format(
            first=formatting.kroner(result.rows[year].gross_benefit),
            year=result.rows[year].year,
            last=formatting.kroner(last.gross_benefit),
            end=last.year,
        )


def of_year(benefit: Benefit, row: BenefitYear, year: int) -> str:
    """Return from when a benefit counts where a year's kroner aren't of all of it, empty where they are."""
    if row.counted is None or row.part == 1:
        return ""
    use = used_from(benefit)
    if not row.part:
        starts = [day for day in (use, benefit.start_on) if day is not None and day.year > year]
        return _("fra {year}").format(year=max(starts).year) if starts else ""
    return _("{count} av 12 måneder").format(count=formatting.number(row.part * MONTHS, 0))


def partly(items: Iterable[Benefit], result: BenefitResult) -> Iterator[str]:
    """Yield the benefits that count from later than the connection: years that are partly covered say so."""
    if result.months_first_year < MONTHS:
        yield _("{year} har {count} måneder, fra påkoblingen.").format(
            year=result.first_year, count=result.months_first_year
        )
    told = [
        _("{number} fra {day}").format(number=item.number or item.title, day=formatting.day(use))
        for item in items
        if (use := used_from(item)) is not None and use.year >= result.first_year
    ]
    if told:
        yield _("Teller i kroner fra de brukes: {what}.").format(what="; ".join(told))


def same_costs(costs: CostResult) -> Iterator[str]:
    """Yield how the costs here differ from those of the costs' own page and table."""
    if costs.own_work_net:
        yield _("Kostnaden her har med eget prosjektarbeid på {amount}.").format(
            amount=formatting.kroner(costs.own_work_net)
        )
    if costs.index_factor != 1:
        yield _("Tallene er i faste priser, uten prisveksten som kostnadene regnes med.")


def paid_back_in(result: BenefitResult) -> int | None:
    """Return the calendar year in which the plan has paid back, None where it doesn't within the years."""
    if result.payback_month is None:
        return None
    later = result.payback_month - result.months_first_year
    return result.first_year if later <= 0 else result.first_year + 1 + (later - 1) // MONTHS


def answer(result: BenefitResult) -> str:
    """Return whether it pays: "Ja, fra 2031: Da er det tjent inn"; it is not settled while figures are missing."""
    year = paid_back_in(result)
    if year is None:
        words = _("Ikke på {years} år").format(years=result.years)
    else:
        words = _("Ja, fra {year}: Da er det tjent inn").format(year=year)
    return words if result.complete else _("{answer}, så langt vi vet").format(answer=words)
