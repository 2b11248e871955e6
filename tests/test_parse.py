"""Reading what people type: numbers, money, dates and identifiers, and what is said when they can't be read."""

import contextlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard import parse
from digisos_wizard.errors import ParseError
from digisos_wizard.model import formatting

THIN, HARD = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6300", "6300"),
        ("6 300", "6300"),
        (f"6{HARD}300", "6300"),
        (f"6{THIN}300", "6300"),
        (" 8,60 ", "8.60"),
        ("8.60", "8.60"),
        ("-4", "-4"),
        ("−4,5", "-4.5"),
        ("1 234 567,89", "1234567.89"),
        ("0", "0"),
        ("\uff11\uff12", "12"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert parse.decimal(text) == Decimal(value)


@pytest.mark.parametrize("text", ["6.300", "1.234.567", "-6.300"])
def test_a_point_that_can_be_read_in_two_ways_is_refused_with_both(text: str) -> None:
    with pytest.raises(ParseError, match="to måter") as caught:
        parse.decimal(text)
    assert "6 300" in caught.value.next_step


@pytest.mark.parametrize("text", ["tretti", "1,2,3", "12kr", "1e5", "NaN", "--4", "4-", "9" * 16, ",5", "½"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse.decimal(text)
    assert text in caught.value.message


@pytest.mark.parametrize(
    "text", ["55 000 kr", "kr 55000", "55 000,-", "55000 kroner", "Kr. 55 000", f"55{THIN}000{THIN}kr"]
)
def test_money(text: str) -> None:
    assert parse.money(text) == Decimal(55_000)


def test_whole_numbers() -> None:
    assert parse.integer("32 879") == 32_879
    assert parse.integer("7,0") == 7
    with pytest.raises(ParseError, match="helt tall"):
        parse.integer("7,5")


@pytest.mark.parametrize(
    "text",
    ["4. mars 2026", "4 mars 2026", "4.mar 2026", "4. mar. 2026", "4.3.2026", "04.03.26", "4/3/2026", "2026-03-04",
     " 4.  MARS  2026 "],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert parse.day(text) == date(2026, 3, 4)


@pytest.mark.parametrize(
    "text", ["i morgen", "4. m 2026", "4. ju 2026", "4.3", "4.3.1899", "2201-01-01", "mars 2026", "4. foo 2026"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ParseError, match="ikke en dato"):
        parse.day(text)


@pytest.mark.parametrize("text", ["31.2.2026", "29. februar 2026", "2026-13-01"])
def test_days_that_the_calendar_lacks(text: str) -> None:
    with pytest.raises(ParseError, match="kalenderen"):
        parse.day(text)


@pytest.mark.parametrize("text", ["970540008", "970 540 008", "NO 970 540 008 MVA", "970.540.008"])
def test_organisation_numbers(text: str) -> None:
    assert parse.org_number(text) == "970540008"


@pytest.mark.parametrize(
    ("read", "text", "words"),
    [
        (parse.org_number, "97054000", "ni sifre"),
        (parse.org_number, "970540009", "Kontrollsifferet i 970540009"),
        (parse.municipality_number, "340", "fire sifre"),
        (parse.email, "kari", "ikke en e-postadresse"),
        (parse.email, "kari@kommune", "ikke en e-postadresse"),
        (parse.email, "a@b.no, c@d.no", "ikke en e-postadresse"),
        (parse.phone, "ring meg", "ikke et telefonnummer"),
    ],
)
def test_identifiers_that_can_not_be_right(read: Callable[[str], str], text: str, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        read(text)


def test_identifiers_that_can() -> None:
    assert parse.municipality_number("K-3403") == "3403"
    assert parse.email(" kari@hamar.kommune.no ") == "kari@hamar.kommune.no"
    assert parse.phone("+47 62 56 30 00") == "+47 62 56 30 00"
    assert parse.phone("(02) 800") == "(02) 800"


@given(st.decimals(-(10**9), 10**9, places=2))
def test_what_is_shown_is_read_back(value: Decimal) -> None:
    assert parse.decimal(formatting.number(value)) == value
    assert parse.money(formatting.exact_money(value)) == value


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_dates_are_read_back(day: date) -> None:
    assert parse.day(formatting.day(day)) == day
    assert parse.day(day.isoformat()) == day


READERS = (
    parse.decimal,
    parse.money,
    parse.integer,
    parse.day,
    parse.org_number,
    parse.municipality_number,
    parse.email,
    parse.phone,
)


@given(st.text(max_size=40), st.sampled_from(READERS))
def test_no_text_breaks_a_reader(text: str, read: Callable[[str], object]) -> None:
    with contextlib.suppress(ParseError):
        read(text)
