"""Kinds that are written: text, numbers, money, dates and numbers of things."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Protocol, cast

from digisos_wizard import parse
from digisos_wizard.errors import ParseError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import FieldKind, FieldSpec
from digisos_wizard.model.display import from_the_day
from digisos_wizard.model.plan import Plan

from .kind import Kind


class Parser(Protocol):
    """What reads a text of one form."""

    def __call__(self, text: str, /) -> object:
        """Return the value of a text that isn't empty; raises ParseError."""


class Text(Kind):
    """A line of text, as typed."""

    name = FieldKind.TEXT
    example = "Som skrevet"

    @property
    def empty(self) -> str:
        """Nothing answered is an empty text."""
        return ""

    def read(self, text: str) -> object:
        """Return the text as typed."""
        return text

    def shown(self, value: object) -> str:
        """Return the text."""
        return str(value)


class LongText(Text):
    """Several lines of text."""

    name = FieldKind.LONG_TEXT


class Parsed(Kind):
    """What is written in a form of its own, read by `parsed`; nothing written is nothing answered."""

    parsed: ClassVar[Parser]

    def read(self, text: str) -> object:
        """Return the value; raises ParseError."""
        return self.parsed(text) if text.strip() else self.empty


class Number(Parsed):
    """A number within the field's limits."""

    name = FieldKind.NUMBER
    example = "1 234,5"

    def read(self, text: str) -> object:
        """Return the number; raises ParseError, also outside the limits."""
        value = Parsed.read(self, text)
        check_limits(self.spec, value)
        return value

    parsed: ClassVar[Parser] = staticmethod(parse.decimal)

    def shown(self, value: object) -> str:
        """Return the number with its thousands apart."""
        return formatting.number(cast("Decimal | int", value)) if value is not None else ""


class Integer(Number):
    """A whole number."""

    name = FieldKind.INTEGER
    example = "32 879"
    parsed: ClassVar[Parser] = staticmethod(parse.integer)


class Offset(Integer):
    """Days from the connection day, told as before or after it."""

    name = FieldKind.OFFSET
    example = "−14"

    def words(self, _plan: Plan, value: object) -> str:
        """Return the days in words."""
        return from_the_day(cast("int", value))


class Percent(Number):
    """A share."""

    name = FieldKind.PERCENT
    example = "12,5"


class UnitPrice(Number):
    """Kroner per unit, as finely as price lists state it."""

    name = FieldKind.UNIT_PRICE
    example = "0,0525"
    parsed: ClassVar[Parser] = staticmethod(parse.money)


class Money(UnitPrice):
    """Kroner and øre."""

    name = FieldKind.MONEY
    example = "54 188,60"

    def shown(self, value: object) -> str:
        """Return the amount, with øre where it has any."""
        whole = not isinstance(value, Decimal) or value == value.to_integral_value()
        return Number.shown(self, value) if whole else formatting.number(cast("Decimal", value), 2)


class Date(Parsed):
    """A day."""

    name = FieldKind.DATE
    example = "4. mars 2026"
    parsed: ClassVar[Parser] = staticmethod(parse.day)

    def shown(self, value: object) -> str:
        """Return the day in words."""
        return formatting.day(value) if isinstance(value, date) else ""


class Coded(Parsed):
    """A text of a form of its own."""

    @property
    def empty(self) -> str:
        """Nothing answered is an empty text."""
        return ""

    def shown(self, value: object) -> str:
        """Return the text."""
        return str(value)


class Email(Coded):
    """An e-mail address."""

    name = FieldKind.EMAIL
    example = "kari@eksempel.kommune.no"
    parsed: ClassVar[Parser] = staticmethod(parse.email)


class Phone(Coded):
    """A telephone number."""

    name = FieldKind.PHONE
    example = "22 00 00 00"
    parsed: ClassVar[Parser] = staticmethod(parse.phone)


class MunicipalityNumber(Coded):
    """The four digits of a municipality."""

    name = FieldKind.MUNICIPALITY_NUMBER
    example = "3403"
    parsed: ClassVar[Parser] = staticmethod(parse.municipality_number)


class OrgNumber(Coded):
    """The nine digits of an organisation."""

    name = FieldKind.ORG_NUMBER
    example = "970 540 008"
    parsed: ClassVar[Parser] = staticmethod(parse.org_number)

    def shown(self, value: object) -> str:
        """Return the digits three by three, where they are nine."""
        digits = str(value)
        nine = len(digits) == 9 and digits.isdigit()  # noqa: PLR2004
        return formatting.THIN.join((digits[:3], digits[3:6], digits[6:])) if nine else digits


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


KINDS = (
    *(Text, LongText, Number, Integer, Offset, Percent, UnitPrice, Money, Date),
    *(Email, Phone, MunicipalityNumber, OrgNumber),
)
