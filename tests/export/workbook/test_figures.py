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

COLUMNS = {
    "Frigjort tid (timer)": "saved_hours",
    "Årsverk": "full_time_equivalents",
    "Brutto gevinst": "gross_benefit",
    "Prosjekt og engangskostnader": "project_cost",
    "Driftskostnad": "operating_cost",
    "Netto gevinst": "net",
    "Samlet netto": "cumulative",
    "Nåverdi av netto": "discounted",
}
FOREVER = "Kostnader i hele perioden, uten mva (løpende priser)"


@pytest.mark.parametrize(("title", "field"), COLUMNS.items())
def test_net_per_year_is_the_models(book: Read, figures: Figures, title: str, field: str) -> None:
    shown = numbers([row[title] for row in book.table("Netto_per_år")])
    assert shown == [getattr(row, field).quantize(Decimal("0.01")) for row in figures.benefits.rows]


def test_results_are_the_models(book: Read, figures: Figures) -> None:
    result = figures.benefits
    shown = {name: row["Verdi"] for name, row in book.keyed("Resultater", "Resultat").items()}
    assert numbers([shown["Netto nåverdi"]]) == [result.net_present_value]
    assert numbers([shown["Netto i hele perioden"]]) == [result.rows[-1].cumulative]
    assert shown["Tjent inn i måned (regnet fra påkoblingen)"] == result.payback_month
    assert shown["Tallene er"] == "ufullstendig"
    assert numbers([shown["Frigjort tid uten bestemt bruk i 2036 (timer)"]]) == [result.uncounted_hours]


def test_the_front_page_shows_the_same_key_figures(book: Read, figures: Figures) -> None:
    whole = figures.costs.total()
    assert numbers(book.row("Forside", FOREVER)) == [whole.net]
    assert numbers(book.row("Forside", "Kostnader i hele perioden, med mva (løpende priser)")) == [whole.gross]
    assert numbers(book.row("Forside", "Netto nåverdi")) == [figures.benefits.net_present_value]
    assert book.row("Forside", "Netto nåverdi")[2] == "ufullstendig"


PAYERS = [
    (place, number, who, label)
    for place, number in (("m1", "B1"), ("m2", "B2"))
    for who, label in ((Invoicer.KS, "KS"), (Invoicer.NAV, "NAV"), (Invoicer.VENDOR, "Leverandøren"))
]


@pytest.mark.parametrize(("suffix", "field"), [("", "net"), (" med mva", "gross")])
@pytest.mark.parametrize("payer", PAYERS)
def test_costs_by_municipality_invoicer_and_year(
    book: Read, figures: Figures, suffix: str, field: str, payer: tuple[str, str, Invoicer, str]
) -> None:
    place, number, who, label = payer
    shown = book.keyed("Kostnader")[f"{number} {label}"]
    for year in range(figures.costs.years):
        total = figures.costs.total(municipality=place, invoicer=who, year_index=year)
        expected = getattr(total, field)
        found = shown[f"{figures.costs.first_year + year}{suffix}"]
        if not total.complete and not expected:
            assert found == "mangler"
        else:
            assert numbers([found]) == [expected]
    complete = figures.costs.total(municipality=place, invoicer=who).complete
    assert shown["Tilstand"] == ("komplett" if complete else "ufullstendig")


def test_every_amount_stands_once_and_every_part_of_it_with_its_year(book: Read, figures: Figures) -> None:
    (licence,) = [row for row in book.table("Priser") if (row["Kostnad"], row["Når"]) == ("Lisens", "Per år")]
    lines = [line for line in figures.costs.lines if line.label == "Lisens" and line.timing is CostTiming.YEARLY]
    parts = [row for row in book.table("Kostnadslinjer") if row["Pris nr."] == licence["Nr."]]
    years = [str(figures.costs.first_year + year) for year in range(figures.costs.years)]
    assert licence["Pris uten mva (helt år)"] == 24_000
    assert numbers([row[year] for row in parts for year in years]) == [line.net for line in lines]
    assert "32\u202f879 innbyggere" in " ".join(str(text) for text in book.texts("Priser"))


def test_a_missing_price_is_an_empty_cell_to_fill_in_and_its_years_a_word(book: Read) -> None:
    missing = [row for row in book.table("Priser") if row["Pris uten mva (helt år)"] is None]
    assert missing
    for row in missing:
        assert {row[year] for year in ("2027", "2028")} <= {"mangler", "–"}
        sheet, cell = book.place("Priser", row["Nr."], "Pris uten mva (helt år)")
        assert not book.formulas[sheet][cell].protection.locked


def test_a_plan_without_municipalities_has_no_total(bare: Read) -> None:
    assert bare.row("Forside", FOREVER)[1:3] == ["mangler", "ufullstendig"]


def test_uncertainty_is_weighed(book: Read) -> None:
    """PV: low 18 000, expected 19 600, high 25 000 gives 20 360."""
    assert numbers([book.keyed("Gevinst_per_år")["Ø4"]["Helt år"]]) == [Decimal(20_360)]


def test_benefits_per_year_are_the_models(book: Read, figures: Figures) -> None:
    shown = book.keyed("Gevinst_per_år")
    for number in range(1, 7):
        row = shown[f"{'V' if number == 6 else 'Ø'}{number}"]
        for year in figures.benefits.of(f"b{number}"):
            found = row[str(figures.benefits.first_year + year.year_index)]
            assert found == "mangler" if year.counted is None else numbers([found]) == [year.counted]


def test_assumptions_are_named_with_value_and_origin(book: Read) -> None:
    shown = book.keyed("Forutsetning", "Navn i formler")
    assert {name: row["Verdi"] for name, row in shown.items()} == {
        "Saker_per_måned": 210,
        "Timer_per_årsverk": 1700,
        "Timekostnad": 450,
        "Kalkulasjonsrente": 0.04,
        "Prisvekst": 0.025,
        "Mva_sats": 0.25,
        "Måneder_første_år": 10,
    }
    sums = {"Prosjektkostnad", "Spart_uten_vedlegg", "Spart_med_vedlegg", "Minutter_som_mangler"}
    assert set(book.formulas.defined_names) == {str(name) for name in shown} | sums
    assert shown["Timekostnad"]["Hvor tallet kommer fra"] == "Vår antakelse. Et anslag."
    assert shown["Saker_per_måned"]["Hvor tallet kommer fra"] == "Kartleggingen"
    first = book.keyed("Opptrapping", "År")[2027]
    assert first["Hvor tallene kommer fra"] == "Søker digitalt: Egen verdi Vedlegg: Vår antakelse. Et anslag."
    assert sum(row["Eget arbeid, kr"] for row in book.table("Betalere")) == 150_000  # type: ignore[misc]


def test_measuring_shows_the_last_value_deviation_and_achievement(book: Read) -> None:
    row = book.keyed("Indikatorer")["Ø1"]
    assert row["Sist målt"] == datetime(2027, 9, 2)  # noqa: DTZ001 - as openpyxl reads a day
    assert (row["Målt sist"], row["Avvik fra mål eller grense"]) == (8.25, 4.25)
    assert row["Måloppnåelse"] == pytest.approx((8.25 - 14.5) / (4 - 14.5))


def test_a_rising_target_is_reached_upwards(book: Read) -> None:
    assert book.keyed("Indikatorer")["K7"]["Måloppnåelse"] == pytest.approx(0.5)


def test_achievement_is_undefined_where_target_equals_baseline_and_where_nothing_is_measured(book: Read) -> None:
    shown = book.keyed("Indikatorer")
    assert [shown[number]["Måloppnåelse"] for number in ("Ø2", "Ø3")] == ["–", "–"]
    measured = Insert(("benefits", "items", "b3", "measurements"), Measurement(id="m", value=Decimal(9)))
    later = written(plans.figures(apply(plans.host_plan(), measured)))
    assert later.keyed("Indikatorer")["Ø3"]["Måloppnåelse"] == "–"
    assert later.keyed("Indikatorer")["Ø3"]["Avvik fra mål eller grense"] == -1


def test_every_measurement_is_in_the_log(book: Read) -> None:
    (row,) = [row for row in book.table("Målinger") if row["Merknad"] == "Etter sommeren"]
    assert (row["Nr."], row["Målt verdi"], row["Avvik fra mål eller grense"]) == ("Ø1", 8.25, 4.25)


def test_the_effect_of_what_is_not_priced_is_told_in_signs(book: Read) -> None:
    shown = book.keyed("Gevinster")
    assert [shown[number]["Virkning"] for number in ("K7", "K8", "K9", "Ø1")] == ["++++", "−−", "mangler", "–"]


def test_the_overview_tells_how_far_measuring_has_come(book: Read) -> None:
    states = {number: row["Måling"] for number, row in book.keyed("Oversikt").items()}
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
        *(plans.figures(plans.random_plan(n)) for n in range(4)),
    ]


@pytest.mark.parametrize("number", range(8))
def test_every_formula_has_a_value_and_none_is_an_error(number: int) -> None:
    book = written(all_books()[number])
    found = book.formula_cells()
    assert found
    for sheet, cell, value in found:
        mistaken = value is not None and str(value).startswith(ERRORS) and value not in plans.HOSTILE
        assert not mistaken, (sheet, cell.coordinate)
        assert not any(error in str(cell.value) for error in ERRORS), (sheet, cell.coordinate)


@pytest.mark.parametrize("number", range(4))
def test_plain_sums_add_up_to_their_stored_values(number: int) -> None:
    """Add the cells of every sum of one area independently of the one who wrote it."""
    book = written(all_books()[number])
    checked = 0
    for sheet, cell, value in book.formula_cells():
        found = re.fullmatch(r"=SUM\((?:('[^']+'|\w+)!)?([$A-Z]+\d*[$\d]*:[$A-Z]+[$\d]*)\)", str(cell.value))
        if found:
            left, top, right, bottom = range_boundaries(found[2].replace("$", ""))
            home = found[1].strip("'") if found[1] else sheet
            cells = book.sheet(home).iter_rows(top, bottom, left, right, values_only=True)
            parts = [part for row in cells for part in row if isinstance(part, int | float)]
            assert sum(parts) == pytest.approx(value), (sheet, cell.coordinate)
            checked += 1
    assert checked > 5
