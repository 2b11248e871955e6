"""What a reader sees: formatting, reading by the field's kind, names instead of ids, labels of changes, screening."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from digisos_wizard.errors import ParseError, PersonalNumberError
from digisos_wizard.model import display, formatting, naming, screening
from digisos_wizard.model.address import Address, leaves, pattern
from digisos_wizard.model.base import Own
from digisos_wizard.model.content import FieldKind, FieldSpec
from digisos_wizard.model.decision import Approval, Municipality
from digisos_wizard.model.edits import Edit, Insert, Move, Remove, Set
from digisos_wizard.model.kinds import KINDS, kind_at, words_at
from digisos_wizard.model.kinds.kind import Kind
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import CooperationForm, SolutionPart
from tests.model.given import content, plan_of

D = Decimal
THIN = "\u202f"


def plain(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace(THIN, " ")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (formatting.number(D(1_234_567)), "1 234 567"),
        (formatting.number(D("8.60")), "8,6"),
        (formatting.number(D("-0.50"), 2), "−0,50"),
        (formatting.number(1_000), "1 000"),
        (formatting.money(D("1234567.50")), "1 234 568 kr"),
        (formatting.exact_money(D("54188.60")), "54 188,60 kr"),
        (formatting.exact_money(D("55000.00")), "55 000 kr"),
        (formatting.kroner(D(55_000)), "55 000 kroner"),
        (formatting.percent(D("12.5")), "12,5 %"),
        (formatting.hours(D("119.5")), "120 timer"),
        (formatting.day(date(2026, 3, 4)), "4. mars 2026"),
        (formatting.short_day(date(2026, 3, 4)), "4. mars"),
        (formatting.clock(datetime(2026, 3, 4, 9, 5, tzinfo=UTC)), "kl. 09.05"),
    ],
)
def test_formatting(shown: str, expected: str) -> None:
    assert plain(shown) == expected


def test_numbers_hold_together_with_narrow_no_break_spaces() -> None:
    assert formatting.money(D(55_000)) == f"55{THIN}000{THIN}kr"


def test_a_total_that_the_shown_lines_do_not_add_up_to_says_so() -> None:
    assert formatting.rounded_note([D("0.5"), D("0.5")], D(1)) == "avrundet"
    assert formatting.rounded_note([D("1.0"), D("2.0")], D(3)) == ""


def made(kind: FieldKind, **more: object) -> Kind:
    spec = FieldSpec.model_validate({"id": "x", "sources": (), "label": "X", "kind": kind, **more})
    return KINDS[kind](spec, content(), ())


@pytest.mark.parametrize(
    ("kind", "text", "value", "back"),
    [
        (FieldKind.INTEGER, "6 300", 6_300, "6 300"),
        (FieldKind.NUMBER, "8,6", D("8.6"), "8,6"),
        (FieldKind.MONEY, "54 188,60", D("54188.60"), "54 188,60"),
        (FieldKind.MONEY, "55 000", D(55_000), "55 000"),
        (FieldKind.DATE, "4.3.26", date(2026, 3, 4), "4. mars 2026"),
        (FieldKind.ORG_NUMBER, "970540008", "970540008", "970 540 008"),
        (FieldKind.TEXT, "  som skrevet ", "  som skrevet ", "  som skrevet "),
        (FieldKind.INTEGER, "  ", None, ""),
        (FieldKind.EMAIL, "", "", ""),
    ],
)
def test_reading_by_the_kind_of_the_field(kind: FieldKind, text: str, value: object, back: str) -> None:
    assert made(kind).read(text) == value
    assert plain(made(kind).shown(value)) == back


@pytest.mark.parametrize(
    ("limits", "text", "words"),
    [
        ({"minimum": 0, "maximum": 100}, "101", "fra 0 til 100"),
        ({"minimum": 1}, "0", "minst 1"),
        ({"maximum": 5}, "6", "høyst 5"),
    ],
)
def test_limits_are_named(limits: dict[str, object], text: str, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        made(FieldKind.INTEGER, **limits).read(text)
    assert words in plain(caught.value.next_step)
    assert made(FieldKind.INTEGER, minimum=0, maximum=100).read("100") == 100


def test_yes_and_no_have_words() -> None:
    for value, words in ((True, "Ja"), (False, "Nei")):
        kind = made(FieldKind.YES_NO)
        assert kind.words(PLAN, value) == words
        assert kind.read(kind.shown(value)) is value
    assert made(FieldKind.YES_NO).read(made(FieldKind.YES_NO).shown(None)) is None


def test_every_kind_of_field_has_its_class() -> None:
    assert set(KINDS) == set(FieldKind) - {FieldKind.INTERNAL}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-8, "8 dager før påkobling"),
        (-1, "1 dag før påkobling"),
        (0, "på påkoblingsdagen"),
        (3, "3 dager etter påkobling"),
    ],
)
def test_days_from_the_connection_are_words(days: int, expected: str) -> None:
    assert display.from_the_day(days) == expected


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.example])
def test_the_example_of_a_kind_reads_and_shows_the_same(name: FieldKind) -> None:
    kind = made(name)
    value = kind.read(kind.example)
    assert value not in (None, "")
    assert plain(kind.shown(value)) == kind.example
    assert kind.read(kind.shown(value)) == value


def test_what_is_picked_reads_back_from_what_is_shown() -> None:
    for address, value in leaves(PLAN):
        spec = content().field_index.get(pattern(Plan, address))
        if spec is not None and spec.kind is not FieldKind.INTERNAL:
            kind = kind_at(content(), address)
            assert not kind.picked or kind.read(kind.shown(value)) == value or kind.name is FieldKind.CATALOGUE, address


def test_what_is_written_has_an_example() -> None:
    assert all(kind.picked or kind.example for kind in KINDS.values())


PLAN = plan_of(
    5_000,
    answers={
        "people/persons": (Person(id="p", name="Kari Prøve"), Person(id="q", title="Jurist"), Person(id="r")),
        "decision/project_owner": "p",
        "decision/solution_parts": (SolutionPart.GUIDE, SolutionPart.INSIGHT),
        "decision/several_offices": True,
        "cooperation/form": CooperationForm.HOST,
        "cooperation/host": "a",
    },
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("decision/project_owner", "Kari Prøve"),
        ("cooperation/host", "Ask"),
        ("decision/several_offices", "Ja"),
        ("decision/municipalities/a/population", "5 000"),
        ("decision/municipalities/a/population_date", "1. januar 2026"),
        ("decision/approval/shared/decided_on", ""),
        ("decision/office", ""),
    ],
)
def test_values_are_shown_with_names_and_words(address: str, expected: str) -> None:
    assert plain(words_at(PLAN, content(), tuple(address.split("/")))) == expected


def test_choices_are_shown_by_their_labels() -> None:
    shown = words_at(PLAN, content(), ("decision", "solution_parts"))
    assert shown.count(",") == 1
    assert "guide" not in shown
    assert "host" not in words_at(PLAN, content(), ("cooperation", "form"))


def test_people_and_places_without_names_are_still_somebody() -> None:
    names = [display.person_name(PLAN, person) for person in ("p", "q", "r", "gone", None)]
    assert names == ["Kari Prøve", "Jurist", "Person uten navn", "Fjernet person", ""]
    assert display.municipality_name(PLAN, "gone") == "Fjernet kommune"


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (Set(("decision", "municipalities", "a", "population"), 1), "Innbyggere – Ask"),
        (Remove(("people", "persons", "p")), "Fjerning av Kari Prøve"),
        (Move(("people", "persons", "r"), 0), "Flytting av en rad"),
        (Insert(("people", "persons"), Person(id="z")), "Ny person"),
        (Insert(("decision", "municipalities"), Municipality(id="z")), "Ny kommune"),
        (Insert(("decision", "approval", "own"), Own(id="a", value=Approval())), "Eget svar – Ask"),
    ],
)
def test_a_change_has_words(edit: Edit, label: str) -> None:
    assert naming.change_label(PLAN, content(), edit).startswith(label.split(" – ", maxsplit=1)[0])
    assert label.rsplit(" – ", maxsplit=1)[-1] in naming.change_label(PLAN, content(), edit)


@pytest.mark.parametrize(
    "table",
    [
        ("people", "own_roles"), ("vendor", "shared", "responsibilities"), ("privacy", "risks"), ("mapping", "steps"),
        ("benefits", "items"), ("connection", "own_activities"), ("checklist", "own"), ("workshop", "notes"),
    ],
)  # fmt: skip
def test_every_table_that_grows_has_a_word_for_its_rows(table: Address) -> None:
    assert naming._new_row(table) != "Ny rad"


NUMBERS = ("13097248022", "130972 48022", "13.09.72-48022", "1 3 0 9 7 2 4 8 0 2 2", "se 13097248022!")


@pytest.mark.parametrize("text", NUMBERS)
def test_personal_numbers_are_found_in_any_dress(text: str) -> None:
    assert screening.personal_number_in(text)
    with pytest.raises(PersonalNumberError):
        screening.screen(Person(id="p", name=text))
    with pytest.raises(PersonalNumberError):
        screening.screen((1, (text,)))


@pytest.mark.parametrize("text", ["13097248023", "970540008", "62 56 30 00", "913097248022", "1309724802", ""])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not screening.personal_number_in(text)
    screening.screen(Person(id="p", name=text))
