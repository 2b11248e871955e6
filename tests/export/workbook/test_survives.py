"""The workbook lives on in spreadsheets: rows put in and taken out, tables sorted, benefits renamed and added.

After every change all results are the model's with the same change, or the front page names what broke.
"""

import itertools
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

import pytest

from digisos_wizard.export import workbook
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Remove, Set, apply
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import BenefitMethod, FreedTimeUse
from tests.export import plans
from tests.export.workbook import given
from tests.spreadsheet.book import Content, Loaded, Place, load
from tests.spreadsheet.changes import Changed, read_rows
from tests.spreadsheet.values import Value

FINE = "Alt stemmer"
VERDICT: Place = ("Forside", 3, 0)
RESULTS = {
    "Resultater": "Resultat",
    "Netto_per_år": "År",
    "Utfall_per_år": "År",
    "Utfall_samlet": "Utfall",
    "Opptrapping": "År",
    "Kostnader": "Nr.",
    "Gevinst_per_år": "Nr.",
    "Oversikt": "Nr.",
    "Oppstår_hos": "Oppstår hos",
    "Indikatorer": "Nr.",
    "Måling_1": "Nr.",
    "Måling_2": "Nr.",
}
"""The tables with what the workbook says, and what their rows are known by."""
ORDINAL = {"Nullpunkt fra steg"}
"""Columns that number what has no number of its own in the plan."""
Results = dict[tuple[str, Value, str], Value]


@cache
def small() -> Loaded:
    """Return the workbook that everything is done to."""
    return of(given.small_plan())


def of(plan: Plan) -> Loaded:
    """Return a plan's workbook."""
    return load(workbook.build(plans.figures(plan)))


def results(changed: Changed) -> Results:
    """Return everything that a workbook says, by table, key and column."""
    return {
        (name, row[key], title): round(value, 2) if isinstance(value, float) else value
        for name, key in RESULTS.items()
        for row in read_rows(changed, name)
        if row[key] not in {None, ""}
        for title, value in row.items()
        if title not in ORDINAL
    }


@cache
def before() -> Results:
    """Return what the workbook says before anything is done to it."""
    return results(Changed(small()))


def expected(plan: Plan) -> Results:
    """Return what the workbook of another plan says."""
    return results(Changed(of(plan)))


def verdict(changed: Changed) -> str:
    """Return the sentence on the front page."""
    return str(changed.book.value(VERDICT))


def holds(changed: Changed, wanted: Results) -> bool:
    """Tell whether all results are as wanted and the front page says so, or the front page names what broke."""
    told = verdict(changed)
    if not told.startswith(FINE):
        return told.startswith("Stemmer ikke: ")
    return results(changed) == wanted


def place(changed: Changed, table: str, key: object, title: str) -> Place:
    """Return a cell of a table by the key of its row; the first spare row where there is no such key."""
    frame = changed.frames[table]
    columns = range(frame.left, frame.right + 1)
    column = next(at for at in columns if changed.book.value((frame.sheet, frame.head, at)) == title)
    for row in frame.rows:
        keys = {changed.book.value((frame.sheet, row, at)) for at in columns}
        if key in keys:
            return (frame.sheet, row, column)
    row = next(row for row in frame.rows if changed.book.value((frame.sheet, row, frame.left)) in {None, ""})
    return (frame.sheet, row, column)


def type_in(changed: Changed, table: str, key: object, cells: dict[str, Content]) -> None:
    """Type into a row of a table."""
    for title, content in cells.items():
        changed.type(place(changed, table, key, title), content)


TABLES = tuple(frame.name for frame in small().frames)


@pytest.mark.parametrize("where", ["first", "middle", "last"])
def test_an_empty_row_in_every_table_changes_nothing(where: str) -> None:
    changed = Changed(small())
    for table in TABLES:
        put_in(changed, table, where)
    assert verdict(changed).startswith(FINE)
    assert results(changed) == before()


def put_in(changed: Changed, table: str, where: str) -> None:
    """Insert an empty row in a table."""
    frame = changed.frames[table]
    changed.insert(frame.sheet, {"first": frame.head + 1, "middle": frame.head + 2, "last": frame.last + 1}[where])


@pytest.mark.parametrize("column", [0, 1, 2, -1])
def test_sorting_every_table_changes_nothing(column: int) -> None:
    changed = Changed(small())
    for table in TABLES:
        frame = changed.frames[table]
        changed.sort(table, column % (frame.right - frame.left + 1), falling=True)
    assert verdict(changed).startswith(FINE)
    assert results(changed) == before()


@pytest.mark.parametrize("table", ["Gevinster", "Tidsbruk", "Målinger"])
def test_what_is_taken_out_of_a_sheet_is_taken_out_of_the_plan(table: str) -> None:
    changed = Changed(small())
    changed.delete(changed.frames[table].sheet, changed.frames[table].head + 1)
    wanted = expected(apply(given.small_plan(), Remove(SOURCES[table])))
    told, shown = verdict(changed), results(changed)
    if table == "Gevinster":
        # Rows of a benefit that is gone are named; they have no place among the results.
        assert "har et nummer som ikke finnes i arket Gevinstplan: Ø1" in told
        shown = {key: value for key, value in shown.items() if key[1] != "Ø1"}
    else:
        assert told.startswith(FINE)
    assert shown == wanted


@pytest.mark.parametrize("table", ["Indikatorer", "Måling_1", "Oversikt", "Gevinst_per_år", "Utfall"])
def test_a_row_taken_out_of_a_sheet_that_rests_on_others_changes_no_sum(table: str) -> None:
    changed = Changed(small())
    changed.delete(changed.frames[table].sheet, changed.frames[table].head + 1)
    sums = {key: value for key, value in before().items() if key[0] in {"Resultater", "Netto_per_år", "Kostnader"}}
    assert {key: results(changed)[key] for key in sums} == sums


@pytest.mark.parametrize("table", ["Forutsetning", "Opptrapping", "Kostnader", "Betalere", "Kostnadslinjer", "Priser"])
def test_a_row_that_is_missed_is_named(table: str) -> None:
    changed = Changed(small())
    changed.delete(changed.frames[table].sheet, changed.frames[table].head + 1)
    assert verdict(changed).startswith("Stemmer ikke: Arket ") or "ulike" in verdict(changed)


SOURCES: dict[str, Address] = {
    "Gevinster": ("benefits", "items", "b1"),
    "Tidsbruk": ("mapping", "steps", "s0"),
    "Målinger": ("benefits", "items", "b1", "measurements", "x2"),
}


def test_a_benefit_that_is_renamed_is_renamed_everywhere() -> None:
    changed = Changed(small())
    type_in(changed, "Gevinster", "Ø1", {"Gevinst": "Kortere ventetid"})
    wanted = expected(apply(given.small_plan(), Set(("benefits", "items", "b1", "title"), "Kortere ventetid")))
    assert verdict(changed).startswith(FINE)
    assert results(changed) == wanted
    leads = [row["Boks"] for row in read_rows(changed, "Koblinger")]
    assert "Ø1 Kortere ventetid" in leads


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"Bruk": "Ikke bestemt"}, "use", FreedTimeUse.UNDECIDED),
        ({"Mengde": 0.4}, "quantity", Decimal(40)),
        ({"Ulempe": "Ja"}, "disadvantage", True),
        ({"Brukes fra": None}, "use_from", None),
    ],
)
def test_use_and_quantity_in_the_plans_own_sheet_are_what_is_reckoned_with(
    cells: dict[str, Content], field: str, value: object
) -> None:
    changed = Changed(small())
    type_in(changed, "Gevinster", "Ø1", cells)
    assert results(changed) == expected(apply(given.small_plan(), Set(("benefits", "items", "b1", field), value)))
    assert results(changed) != before()


def test_a_benefit_in_a_spare_row_counts_in_every_sheet() -> None:
    new = plans.benefit(
        7, method=BenefitMethod.ESTIMATE, expected=Decimal(10_000), indicator="Saker", target=Decimal(7)
    )
    changed = Changed(small())
    typed: dict[str, Content] = {
        "Nr.": "Ø7",
        "Gevinst": "Gevinst 7",
        "Klasse": "Ø",
        "Metode": "Anslag",
        "Forventet": 10_000.0,
    }
    for title, content in typed.items():
        changed.type(place(changed, "Gevinster", "Ø7", title), content)
    type_in(changed, "Indikatorer", "Ø7", {"Nr.": "Ø7", "Indikator": "Saker", "Mål eller grense": 7.0})
    for table in ("Måling_1", "Måling_2"):
        type_in(changed, table, "Ø7", {"Nr.": "Ø7"})
    assert verdict(changed).startswith(FINE)
    assert results(changed) == expected(apply(given.small_plan(), Insert(("benefits", "items"), new)))


def test_a_price_that_was_missing_is_typed_and_counts() -> None:
    changed = Changed(small())
    (missing,) = [row["Nr."] for row in read_rows(changed, "Priser") if row["Kostnad"] == "Drift og forvaltning, KS"]
    changed.type(place(changed, "Priser", missing, "Pris uten mva (helt år)"), 9_800.0)
    changed.type(place(changed, "Priser", missing, "Gjelder"), "Samlet")
    weights = {"B1": 32_879.0, "B2": 6_300.0}
    for row in list(read_rows(changed, "Kostnadslinjer")):
        if row["Pris nr."] == missing:
            changed.type(place(changed, "Kostnadslinjer", row["Nr."], "Andel"), weights[str(row["Betaler nr."])])
    plan = apply(given.small_plan(), Set(("costs", "answers", "shared", "ks_operation_yearly"), Decimal(9_800)))
    assert verdict(changed).startswith(FINE)
    assert results(changed) == expected(plan)


@pytest.mark.parametrize("typed", ["12 000 kr", "ca. 10 000", "mangler"])
def test_a_price_typed_as_text_is_named_and_no_zero(typed: str) -> None:
    changed = Changed(small())
    changed.type(place(changed, "Priser", "P1", "Pris uten mva (helt år)"), typed)
    assert "Arket Priser har tekst der det skal stå et tall, i raden med P1" in verdict(changed)
    row = next(row for row in read_rows(changed, "Priser") if row["Nr."] == "P1")
    assert row["2027"] == "mangler"
    assert results(changed)["Resultater", "Tallene er", "Verdi"] == "ufullstendig"


@pytest.mark.parametrize(
    ("table", "key", "title", "typed", "words"),
    [
        ("Indikatorer", "Ø2", "Nr.", "Ø1", "to rader med nummeret Ø1"),
        ("Indikatorer", "Ø2", "Nr.", "Ø9", "nummer som ikke finnes i arket Gevinstplan: Ø9"),
        ("Gevinster", "Ø1", "Metode", "Gjetning", "et ord som ikke er i listen, i raden med Ø1"),
        ("Gevinster", "Ø1", "Mengde", 62.5, "over 100 prosent for Ø1"),
        ("Kostnadslinjer", "L1", "Pris nr.", "P99", "nummer som ikke finnes i arket Priser: P99"),
        ("Netto_per_år", 2027.0, "Netto gevinst", None, "mangler formler"),
    ],
)
def test_what_breaks_is_named_on_the_front_page(
    table: str, key: object, title: str, typed: Content, words: str
) -> None:
    changed = Changed(small())
    at = place(changed, table, key, title)
    if typed is None:
        del changed.book.cells[at]
    else:
        changed.type(at, typed)
    assert words in " ".join(str(row["Hva som er galt"]) for row in read_rows(changed, "Kontroll"))
    assert verdict(changed).startswith("Stemmer ikke: ")


def test_measurements_that_are_sorted_keep_their_baselines() -> None:
    """A benefit used to get another's baseline when the sheet was sorted."""
    changed = Changed(small())
    frame = changed.frames["Måling_1"]
    titles = [changed.book.value((frame.sheet, frame.head, at)) for at in range(frame.left, frame.right + 1)]
    changed.sort("Måling_1", titles.index("Målt verdi"), falling=True)
    assert [row["Nr."] for row in read_rows(changed, "Måling_1")][:2] == ["Ø2", "Ø1"]
    assert results(changed) == before()


Act = Callable[[Changed, random.Random], None]


def _sorted(changed: Changed, dice: random.Random) -> None:
    frame = changed.frames[dice.choice(TABLES)]
    changed.sort(frame.name, dice.randrange(frame.right - frame.left + 1), falling=dice.random() < 0.5)


def _inserted(changed: Changed, dice: random.Random) -> None:
    frame = changed.frames[dice.choice(TABLES)]
    changed.insert(frame.sheet, dice.randint(frame.head + 1, frame.last + 1))


def _filled(changed: Changed, dice: random.Random) -> None:
    frame = changed.frames[dice.choice(TABLES)]
    row = dice.randint(frame.head + 2, frame.last)
    changed.insert(frame.sheet, row)
    changed.fill_down(frame.name, row)


HARMLESS: tuple[Act, ...] = (_sorted, _inserted, _filled)


def pairs(count: int, seed: int) -> Iterator[tuple[Act, Act, int]]:
    """Yield pairs of changes that should change nothing."""
    acts = itertools.cycle(itertools.product(HARMLESS, HARMLESS))
    for number, (first, second) in zip(range(count), acts, strict=False):
        yield first, second, seed + number


def done(first: Act, second: Act, seed: int) -> None:
    """Do two things to the workbook, and see that it says the same or names what broke."""
    dice = random.Random(seed)  # noqa: S311 - chance for tests, not for secrets
    changed = Changed(small())
    first(changed, dice)
    second(changed, dice)
    assert holds(changed, before()), verdict(changed)


@pytest.mark.parametrize(("first", "second", "seed"), list(pairs(6, 0)))
def test_two_things_at_once_change_nothing(first: Act, second: Act, seed: int) -> None:
    done(first, second, seed)


@pytest.mark.long
@pytest.mark.parametrize(("first", "second", "seed"), list(pairs(450, 1_000)))
def test_many_pairs_change_nothing(first: Act, second: Act, seed: int) -> None:
    done(first, second, seed)


@pytest.mark.long
@pytest.mark.parametrize("where", ["first", "middle", "last"])
@pytest.mark.parametrize("table", TABLES)
def test_an_empty_row_in_any_table_changes_nothing(table: str, where: str) -> None:
    changed = Changed(small())
    put_in(changed, table, where)
    assert verdict(changed).startswith(FINE)
    assert results(changed) == before()


@pytest.mark.long
@pytest.mark.parametrize("falling", [False, True])
@pytest.mark.parametrize("table", TABLES)
def test_sorting_by_any_column_changes_nothing(table: str, falling: bool) -> None:
    frame = small().frames[TABLES.index(table)]
    for column in range(frame.right - frame.left + 1):
        changed = Changed(small())
        changed.sort(table, column, falling=falling)
        assert verdict(changed).startswith(FINE), column
        assert results(changed) == before(), column


@pytest.mark.long
@pytest.mark.parametrize("table", TABLES)
def test_any_row_taken_out_is_gone_or_missed(table: str) -> None:
    frame = small().frames[TABLES.index(table)]
    for row in range(frame.head, frame.last + 2):
        changed = Changed(small())
        changed.delete(frame.sheet, row)
        told = verdict(changed)
        assert told.startswith((FINE, "Stemmer ikke: ")), row
