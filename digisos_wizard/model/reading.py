"""Between the text of a field and the plan's value, by the kind in the field catalogue."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from digisos_wizard import parse
from digisos_wizard.errors import ParseError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import FieldKind, FieldSpec

READERS: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.INTEGER: parse.integer,
    FieldKind.OFFSET: parse.integer,
    FieldKind.NUMBER: parse.decimal,
    FieldKind.PERCENT: parse.decimal,
    FieldKind.MONEY: parse.money,
    FieldKind.UNIT_PRICE: parse.money,
    FieldKind.DATE: parse.day,
    FieldKind.EMAIL: parse.email,
    FieldKind.PHONE: parse.phone,
    FieldKind.ORG_NUMBER: parse.org_number,
    FieldKind.MUNICIPALITY_NUMBER: parse.municipality_number,
}
NUMERIC = (
    FieldKind.INTEGER,
    FieldKind.OFFSET,
    FieldKind.NUMBER,
    FieldKind.PERCENT,
    FieldKind.MONEY,
    FieldKind.UNIT_PRICE,
)
TEXTUAL = (
    FieldKind.TEXT,
    FieldKind.LONG_TEXT,
    FieldKind.EMAIL,
    FieldKind.PHONE,
    FieldKind.ORG_NUMBER,
    FieldKind.MUNICIPALITY_NUMBER,
)


def empty(spec: FieldSpec) -> str | None:
    """Return what a field holds when nothing is answered."""
    return "" if spec.kind in TEXTUAL else None


def read(spec: FieldSpec, text: str) -> object:
    """Return the value that a text stands for; raises ParseError. Free text comes out as typed."""
    if spec.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT):
        return text
    if not text.strip():
        return empty(spec)
    value = READERS[spec.kind](text)
    if spec.kind in NUMERIC:
        check_limits(spec, value)
    return value


def check_limits(spec: FieldSpec, value: object) -> None:
    """Raise ParseError for a number outside the field's limits; limits are content."""
    if not isinstance(value, int | Decimal):
        return
    low, high = spec.minimum, spec.maximum
    if (low is None or value >= low) and (high is None or value <= high):
        return
    if low is not None and high is not None:
        words = _("Skriv et tall fra {low} til {high}.").format(
            low=formatting.number(low), high=formatting.number(high)
        )
    elif low is not None:
        words = _("Skriv et tall som er minst {low}.").format(low=formatting.number(low))
    else:
        words = _("Skriv et tall som er høyst {high}.").format(high=formatting.number(high or 0))
    raise ParseError(_("{number} er utenfor det mulige.").format(number=formatting.number(value)), "", words)


def shown(spec: FieldSpec, value: object) -> str:
    """Return the text that a field shows for a value, and that `read` reads back to the same."""
    if value is None:
        return ""
    if isinstance(value, date):
        return formatting.day(value)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, int):
        return formatting.number(value)
    if isinstance(value, Decimal):
        if spec.kind is FieldKind.MONEY and value != value.to_integral_value():
            return formatting.number(value, 2)
        return formatting.number(value)
    if spec.kind is FieldKind.ORG_NUMBER and isinstance(value, str) and len(value) == 9 and value.isdigit():  # noqa: PLR2004
        return formatting.THIN.join((value[:3], value[3:6], value[6:]))
    return str(value)
