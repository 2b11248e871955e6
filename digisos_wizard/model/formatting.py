"""Numbers, money, dates and times as they are shown."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from digisos_wizard.i18n import N_, _, current, translated
from digisos_wizard.parse import MONTHS

WHOLE_MONTH = 4
"""Letters of a month's name that is never shortened."""
THIN = "\u202f"
"""Narrow no-break space, before a unit."""
WEEKDAYS = (
    N_("mandag"),
    N_("tirsdag"),
    N_("onsdag"),
    N_("torsdag"),
    N_("fredag"),
    N_("lørdag"),
    N_("søndag"),
)
"""Names of the days, Monday first, as they stand in a sentence."""


def number(value: Decimal | int, places: int | None = None) -> str:
    """Return a number with the signs of the language; without `places` as many decimals as it has."""
    exact = Decimal(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    else:
        exact = exact.normalize()
    whole, _point, decimals = f"{abs(exact):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", current().thousands)
    sign = "−" if exact < 0 else ""
    return f"{sign}{grouped}{current().decimal_sign}{decimals}" if decimals else f"{sign}{grouped}"


def money(value: Decimal) -> str:
    """Return an amount in whole kroner for tables: `1 234 567 kr`."""
    return _("{amount}\u202fkr").format(amount=number(value, 0))


def exact_money(value: Decimal) -> str:
    """Return an amount with øre where it has any: `54 188,60 kr`."""
    return _("{amount}\u202fkr").format(amount=number(value, 0 if value == value.to_integral_value() else 2))


def kroner(value: Decimal) -> str:
    """Return an amount in whole kroner for running text: "55 000 kroner"."""
    return _("{amount} kroner").format(amount=number(value, 0))


def percent(value: Decimal) -> str:
    """Return a percentage."""
    return f"{number(value)}{THIN}%"


def hours(value: Decimal) -> str:
    """Return hours, whole."""
    return _("{count} timer").format(count=number(value, 0))


def day(value: date) -> str:
    """Return a date: "4. mars 2026"."""
    return _("{day} {year}").format(day=short_day(value), year=value.year)


def short_day(value: date) -> str:
    """Return a date without the year: "4. mars"."""
    return _("{day}. {month}").format(day=value.day, month=translated(MONTHS[value.month - 1]))


def month(value: date) -> str:
    """Return the name of a day's month."""
    return translated(MONTHS[value.month - 1])


def near_day(value: date, today: date) -> str:
    """Return a date with its year where that isn't the year of today: "4. mars", "4. mars 2027"."""
    return short_day(value) if value.year == today.year else day(value)


def brief_day(value: date, today: date) -> str:
    """Return a date for a narrow column, with the year if it is another one: "4. mars", "12. jan. 2027"."""
    month = translated(MONTHS[value.month - 1])
    words = _("{day}. {month}").format(day=value.day, month=month if len(month) <= WHOLE_MONTH else f"{month[:3]}.")
    return words if value.year == today.year else _("{day} {year}").format(day=words, year=value.year)


def clock(value: datetime) -> str:
    """Return a time of day: "kl. 14.32"."""
    return _("kl. {time}").format(time=f"{value:%H.%M}")


def rounded_note(parts: Iterable[Decimal], total: Decimal) -> str:
    """Return "avrundet" where the parts as shown don't add up to the total as shown, else nothing."""
    whole = Decimal(1)
    shown = sum((part.quantize(whole, ROUND_HALF_UP) for part in parts), Decimal(0))
    return "" if shown == total.quantize(whole, ROUND_HALF_UP) else _("avrundet")
