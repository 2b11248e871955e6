"""What a cell holds: text as typed, exact numbers, dates, or a formula together with its value."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from digisos_wizard.export.text import printable
from digisos_wizard.i18n import _

LONGEST_TEXT = 32_767
"""UTF-16 units that a cell can hold."""
FIRST_YEAR = 1900
"""Excel knows no earlier dates."""
LARGEST = Decimal(10) ** 300
"""Numbers beyond this are written as text: a cell holds no larger ones."""

Plain = str | Decimal | int | date | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in English syntax, and the value that it has now, so that it shows without being recalculated."""

    text: str
    value: Plain


Content = Plain | Formula


def cell_text(text: str) -> str:
    """Return the text as a cell can hold it; what is too long is cut, and says so at its end."""
    text = printable(text)
    if _units(text) <= LONGEST_TEXT:
        return text
    note = _(" … [Teksten er lengre enn en celle har plass til. Resten står i planen.]")
    room = LONGEST_TEXT - _units(note)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + note


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def plain(value: Plain) -> str | float | datetime | None:
    """Return the value as the writer takes it: what no cell can hold as a number or a date becomes text."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return cell_text(value)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, date):
        if value.year < FIRST_YEAR:
            return f"{value:%d.%m.%Y}"
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day in a cell has no time zone
    return float(value) if -LARGEST < value < LARGEST else str(value)


def value_of(content: Content) -> Plain:
    """Return what a cell shows."""
    return content.value if isinstance(content, Formula) else content


def as_word(text: str) -> str:
    """Return the text as a formula writes it."""
    return '"{}"'.format(text.replace('"', '""'))
