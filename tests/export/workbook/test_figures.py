"""The numbers in the workbook are the model's, in every sheet, and stored with their formulas."""

import re
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl.utils import range_boundaries

from digisos_wizard.model.benefits import Measurement
from digisos_wizard.model.edits import Insert, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import CostTiming, Invoicer
from tests.export import plans
from tests.export.workbook.reading import ERRORS, Read, numbers, written

LINES = {
    "Frigjort tid (timer)": "saved_hours",
    "Årsverk": "full_time_equivalents",
    "Brutto gevinst": "gross_benefit",
    "Prosjektkostnad og engangskostnader": "project_cost",
    "Driftskostnad": "operating_cost",
    "Netto gevinst": "net",
    "Samlet netto (akkumulert)": "cumulative",
    "Nåverdi av netto": "discounted",
}


@pytest.mark.parametrize(("label", "field"), LINES.items())
def test_net_per_year_is_the_models(book: Read, figures: Figures, label: str, field: str) -> None:
    rows = figures.benefits.rows
    shown = numbers(book.row("Netto per år", label)[1 : len(rows) + 1])
    assert shown == [getattr(row, field).quantize(Decimal("0.01")) for row in rows]


def test_results_are_the_models(book: Read, figures: Figures) -> None:
    result = figures.benefits
    assert numbers(book.row("Netto per år", "Netto nåverdi")) == [result.net_present_value]
    assert numbers(book.row("Netto per år", "Netto i hele perioden")) == [result.rows[-1].cumulative]
    assert book.row("Netto per år", "Tjent inn i måned (regnet fra påkoblingen)")[1] == result.payback_month
    assert book.row("Netto per år", "Tallene er")[1] == "ufullstendig"
    assert numbers(book.row("Netto per år", "Frigjort tid uten bestemt bruk i 2036 (timer)")) == [
        result.uncounted_hours
    ]


def test_the_front_page_shows_the_same_key_figures(book: Read, figures: Figures) -> None:
    whole = figures.costs.total()
    assert numbers(book.row("Forside", "Kostnader i hele perioden, uten mva (løpende priser)")) == [whole.net]
    assert numbers(book.row("Forside", "Kostnader i hele perioden, med mva (løpende priser)")) == [whole.gross]
    assert numbers(book.row("Forside", "Netto nåverdi")) == [figures.benefits.net_present_value]
    assert book.row("Forside", "Netto nåverdi")[2] == "ufullstendig"


PAYERS = [
    (place, name, who, label)
    for place, name in (("m1", "Hamar"), ("m2", "Løten"))
    for who, label in ((Invoicer.KS, "KS"), (Invoicer.NAV, "NAV"), (Invoicer.VENDOR, "Leverandøren"))
]


@pytest.mark.parametrize(("heading", "field"), [("Uten mva", "net"), ("Med mva", "gross")])
@pytest.mark.parametrize("payer", PAYERS)
def test_costs_by_municipality_invoicer_and_year(
    book: Read, figures: Figures, heading: str, field: str, payer: tuple[str, str, Invoicer, str]
) -> None:
    place, name, who, label = payer
    rows = [list(row) for row in book.sheet("Kostnader").iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(rows) if row[0] == heading)
    shown = next(row for row in rows[start:] if row[:2] == [name, label])
    for year in range(figures.costs.years):
        total = figures.costs.total(municipality=place, invoicer=who, year_index=year)
        expected = getattr(total, field)
        if not total.complete and not expected:
            assert shown[2 + year] == "mangler"
        else:
            assert numbers([shown[2 + year]]) == [expected]
    complete = figures.costs.total(municipality=place, invoicer=who).complete
    assert shown[-1] == ("komplett" if complete else "ufullstendig")


def test_every_cost_line_stands_with_its_year(book: Read, figures: Figures) -> None:
    licence = [row for row in book.sheet("Kostnadslinjer").iter_rows(values_only=True) if row[2] == "Lisens"]
    yearly = next(row for row in licence if row[3] == "Per år")
    lines = [line for line in figures.costs.lines if line.label == "Lisens" and line.timing is CostTiming.YEARLY]
    assert numbers(list(yearly[6:11])) == [line.net for line in lines]
    assert numbers([yearly[5]]) == [Decimal(24_000)]
    assert "32\u202f879 innbyggere" in " ".join(str(text) for text in book.texts("Kostnadslinjer"))


def test_a_missing_price_is_a_word_and_never_zero(book: Read) -> None:
    row = book.row("Kostnadslinjer", "Drift og forvaltning, KS", after="Hamar", column=3)
    loten = [
        row for row in book.sheet("Kostnadslinjer").iter_rows(values_only=True) if row[0] == "Løten" and row[1] == "KS"
    ]
    missing = next(row for row in loten if row[2] == "Drift og forvaltning, KS")
    assert set(missing[6:11]) == {"mangler"}
    assert row[2] == "Drift og forvaltning, KS"


def test_a_plan_without_municipalities_has_no_total(bare: Read) -> None:
    assert "mangler" in bare.row("Kostnader", "Sum")
    assert bare.row("Forside", "Kostnader i hele perioden, uten mva (løpende priser)")[1:3] == [
        "mangler",
        "ufullstendig",
    ]


def test_uncertainty_is_weighed(book: Read) -> None:
    """PV: low 18 000, expected 19 600, high 25 000 gives 20 360."""
    row = book.row("Gevinst per år", "Ø4", after="Grunnlaget for de prissatte gevinstene")
    assert numbers([row[15]]) == [Decimal(20_360)]


def test_benefits_per_year_are_the_models(book: Read, figures: Figures) -> None:
    for number in range(1, 7):
        kind = "V" if number == 6 else "Ø"
        row = book.row("Gevinst per år", f"{kind}{number}", after="Kroner per år")
        for year in figures.benefits.of(f"b{number}"):
            shown = row[3 + year.year_index]
            assert shown == "mangler" if year.counted is None else numbers([shown]) == [year.counted]


def test_assumptions_are_named_with_value_and_origin(book: Read) -> None:
    names = book.formulas.defined_names
    expected = {
        "Saker_per_måned": 210,
        "Timer_per_årsverk": 1700,
        "Timekostnad": 450,
        "Kalkulasjonsrente": 0.04,
        "Prisvekst": 0.025,
        "Mva_sats": 0.25,
        "Måneder_første_år": 10,
        "Prosjektkostnad": 150_000,
        "Spart_uten_vedlegg": 1785,
        "Spart_med_vedlegg": 1575,
    }
    assert set(names) == set(expected)
    for name, value in expected.items():
        (place,) = names[name].destinations
        assert book.sheet(place[0])[place[1].replace("$", "")].value == pytest.approx(value)
    assert book.row("Forutsetninger", "Kostnad per time")[4] == "Vår antakelse. Et anslag."
    assert book.row("Forutsetninger", "Saker per måned")[4] == "Kartleggingen"
    assert book.row("Forutsetninger", "2027")[4] == "Søker digitalt: Egen verdi Vedlegg: Vår antakelse. Et anslag."


def test_measuring_shows_the_last_value_deviation_and_achievement(book: Read) -> None:
    row = book.row("Nullpunkt og måling", "Ø1")
    assert row[11] == datetime(2027, 9, 2)  # noqa: DTZ001 - as openpyxl reads a day
    assert row[12] == 8.25
    assert row[13] == 4.25
    assert row[14] == pytest.approx((8.25 - 14.5) / (4 - 14.5))


def test_a_rising_target_is_reached_upwards(book: Read) -> None:
    assert book.row("Nullpunkt og måling", "K7")[14] == pytest.approx(0.5)


def test_achievement_is_undefined_where_target_equals_baseline_and_empty_where_nothing_is_measured(book: Read) -> None:
    assert not book.row("Nullpunkt og måling", "Ø2")[14]
    assert not book.row("Nullpunkt og måling", "Ø3")[14]
    measured = Insert(("benefits", "items", "b3", "measurements"), Measurement(id="m", value=Decimal(9)))
    assert written(plans.figures(apply(plans.host_plan(), measured))).row("Nullpunkt og måling", "Ø3")[14] == "–"


def test_every_measurement_is_in_the_log(book: Read) -> None:
    log = [
        row[:7] for row in book.sheet("Nullpunkt og måling").iter_rows(values_only=True) if row[4] == "Etter sommeren"
    ]
    assert [(row[0], row[3], row[5]) for row in log] == [("Ø1", 8.25, 4.25)]


def test_the_effect_of_what_is_not_priced_is_told_in_signs(book: Read) -> None:
    assert book.row("Gevinstplan", "K7", after="E. Gevinster som ikke er prissatt")[5] == "++++"
    assert book.row("Gevinstplan", "K8", after="E. Gevinster som ikke er prissatt")[5] == "−−"
    assert book.row("Gevinstplan", "K9", after="E. Gevinster som ikke er prissatt")[5] == "mangler"


def test_the_overview_tells_how_far_measuring_has_come(book: Read) -> None:
    states = {row[0]: row[8] for row in book.sheet("Oversikt").iter_rows(values_only=True) if row[8]}
    assert states["Ø1"] == "Målt"
    assert states["Ø2"] == "Indikator mangler"
    assert states["Ø3"] == "Ikke målt ennå"


def all_books() -> list[Figures]:
    hostile = plans.figures(plans.hostile_plan())
    return [
        plans.host(),
        plans.empty(),
        hostile,
        plans.many(1),
        *(plans.figures(plans.random_plan(n)) for n in range(8)),
    ]


@pytest.mark.parametrize("number", range(12))
def test_every_formula_has_a_value_and_none_is_an_error(number: int) -> None:
    found = written(all_books()[number]).formula_cells()
    assert found
    for sheet, cell, value in found:
        assert value is None or not str(value).startswith(ERRORS), (sheet, cell.coordinate)
        assert not any(error in str(cell.value) for error in ERRORS), (sheet, cell.coordinate)


@pytest.mark.parametrize("number", range(12))
def test_plain_sums_add_up_to_their_stored_values(number: int) -> None:
    """Add the cells of every `SUM(A1:B2)` independently of the one who wrote it."""
    book = written(all_books()[number])
    checked = 0
    for sheet, cell, value in book.formula_cells():
        found = re.fullmatch(r"=SUM\(([A-Z]+\d+:[A-Z]+\d+)\)", str(cell.value))
        if found:
            left, top, right, bottom = range_boundaries(found[1])
            cells = book.sheet(sheet).iter_rows(top, bottom, left, right, values_only=True)
            parts = [part for row in cells for part in row if isinstance(part, int | float)]
            assert sum(parts) == pytest.approx(value), (sheet, cell.coordinate)
            checked += 1
    assert checked > 5
