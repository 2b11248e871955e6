"""The workbook as a document: sheets, print set-up, types, validation, properties, and no surprises inside."""

import re
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from digisos_wizard.export import workbook
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.terms import Level
from tests.export import plans
from tests.export.workbook.reading import Read, written

SHEETS = [
    "Forside",
    "Oversikt",
    "Gevinstplan",
    "Tiltak",
    "Gevinstkart",
    "Nullpunkt og måling",
    "Måling etter 3 måneder",
    "Måling etter 12 måneder",
    "Andre målinger",
    "Tidsbruk",
    "Forutsetninger",
    "Opptrapping",
    "Kostnader",
    "Kostnadslinjer",
    "Priser",
    "Gevinst per år",
    "Netto per år",
    "Usikkerhet",
    "Utfall per gevinst",
    "Interessenter",
    "Aktiviteter",
    "Tiltaksplan",
    "Kontroll",
    "_plan",
]


def test_sheets_stand_in_order(book: Read, bare: Read) -> None:
    assert book.formulas.sheetnames == SHEETS
    assert bare.formulas.sheetnames == SHEETS


@pytest.mark.parametrize("name", SHEETS[:-1])
def test_every_sheet_prints_on_a4_landscape(book: Read, name: str) -> None:
    sheet = book.formulas[name]
    assert isinstance(sheet, Worksheet)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.right is not None
    assert footer.left is not None
    assert "Side &P av &N" in str(footer.right.text)
    assert "NAV Hamar & Løten · 23.11.2026" in str(footer.left.text).replace("&&", "&")
    if name != "Forside":
        fitting = sheet.sheet_properties.pageSetUpPr
        if fitting is not None and fitting.fitToPage:
            assert sheet.page_setup.fitToWidth in {None, 1}
            assert sheet.page_setup.fitToHeight == 0
        else:
            assert sheet.page_setup.scale == 73, "11 points are 8 on paper"
            assert sheet.print_title_cols, "columns that go on another page have their row beside them"
        assert sheet.print_title_rows
        assert sheet.freeze_panes


@pytest.mark.parametrize("name", SHEETS[:-1])
def test_formulas_are_guarded_without_a_password_and_what_is_typed_is_open(book: Read, name: str) -> None:
    sheet = book.formulas[name]
    assert isinstance(sheet, Worksheet)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    blue = {"FFE4EEFF"}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                assert cell.protection.locked, cell.coordinate
            if name != "Forside" and cell.fill.fgColor.rgb in blue:
                assert not cell.protection.locked, cell.coordinate


def test_every_table_is_an_excel_table_with_formulas_that_new_rows_get(book: Read) -> None:
    tables = [table for sheet in book.formulas.worksheets for table in sheet.tables.values()]
    assert len(tables) == 26
    computed = {
        table.displayName: [column.name for column in table.tableColumns if column.calculatedColumnFormula]
        for table in tables
    }
    assert "Netto gevinst" in computed["Netto_per_år"]
    assert "Måloppnåelse" in computed["Måling_1"]


def test_the_front_page_says_whose_plan_it_is(book: Read) -> None:
    texts = book.texts("Forside")
    assert {"NAV Hamar & Løten", "Hamar, Løten", "Kari Ærlig, NAV-leder, NAV Hamar"} <= set(texts)
    assert "Kommunestyret, 1. september 2026, sak 26/123" in texts
    assert "1. oktober 2026, Ledermøtet" in texts
    assert {"Underskrifter", "Endringslogg", "Distribusjonslogg"} <= set(texts)
    assert datetime(2027, 3, 4) in texts  # noqa: DTZ001 - as openpyxl reads a day


def test_dates_and_numbers_are_typed(book: Read) -> None:
    activities = book.sheet("Aktiviteter")
    deadline = next(row for row in activities.iter_rows(min_row=5) if row[0].value == "Aktivitet 0")[4]
    assert isinstance(deadline.value, datetime)
    assert deadline.number_format == "dd.mm.yyyy"
    sheet, place = book.place("Netto_per_år", 2027, "Netto gevinst")
    net = book.sheet(sheet)[place]
    assert isinstance(net.value, int | float)
    assert net.number_format == '#,##0 "kr"'
    sheet, place = book.place("Opptrapping", 2027, "Søker digitalt")
    share = book.sheet(sheet)[place]
    assert (share.value, share.number_format) == (0.333, "0.0# %")


def test_zero_is_shown_and_not_blank(book: Read) -> None:
    assert book.keyed("Gevinst_per_år")["Ø2"]["2027"] == 0


def test_states_are_chosen_from_a_list(book: Read) -> None:
    sheet = book.formulas["Tiltak"]
    assert isinstance(sheet, Worksheet)
    offered = {str(rule.formula1) for rule in sheet.data_validations.dataValidation}
    assert '"Åpent,I arbeid,Ferdig,Ikke aktuelt"' in offered
    assert '"Lav,Moderat,Høy"' in offered


def test_conditions_colour_cells_by_the_word_in_them(book: Read) -> None:
    for name, word in (("Kostnader", "ufullstendig"), ("Oversikt", "mangler"), ("Tiltak", "Ferdig")):
        sheet = book.formulas[name]
        assert isinstance(sheet, Worksheet)
        rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
        assert any(rule.text == word for rule in rules), name


def test_properties_tell_what_it_is(book: Read) -> None:
    properties = book.formulas.properties
    assert properties.title == "Gevinstrealiseringsplan"
    assert properties.subject == "NAV Hamar & Løten"
    assert properties.created == datetime(2026, 11, 23)  # noqa: DTZ001 - as openpyxl reads it


def test_no_macros_no_links_out(book: Read) -> None:
    with zipfile.ZipFile(BytesIO(book.data)) as package:
        names = package.namelist()
        relations = b"".join(package.read(name) for name in names if name.endswith(".rels"))
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]
    assert b'TargetMode="External"' not in relations


def test_the_chart_draws_net_and_cumulated_net(book: Read) -> None:
    with zipfile.ZipFile(BytesIO(book.data)) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    assert "<c:barChart>" in chart
    assert "<c:lineChart>" in chart
    assert set(re.findall(r"<c:cat><c:numRef><c:f>(.*?)</c:f>", chart)) == {"'Netto per år'!$A$5:$A$14"}
    drawn = dict(re.findall(r"<c:(bar|line)Chart>.*?<c:val><c:numRef><c:f>(.*?)</c:f>", chart))
    for kind, title in (("bar", "Netto gevinst"), ("line", "Samlet netto")):
        first, last = (book.place("Netto_per_år", year, title)[1] for year in (2027, 2036))
        column = first.rstrip("0123456789")
        assert drawn[kind] == f"'Netto per år'!${column}${first[len(column) :]}:${column}${last[len(column) :]}"


def test_the_same_plan_on_the_same_day_is_the_same_bytes(book: Read, figures: Figures) -> None:
    assert workbook.build(plans.figures(figures.plan)) == book.data


def test_an_empty_plan_says_what_is_missing(bare: Read) -> None:
    assert "Ingen gevinster er lagt inn ennå." in bare.texts("Oversikt")
    assert "Ingen steg er lagt inn ennå." in bare.texts("Tidsbruk")
    assert bare.row("Forside", "Tjent inn i måned")[1] == "ikke innen 10 år"


@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_benefits_is_listed(count: int) -> None:
    found = written(plans.many(count))
    listed = [
        row[0] for row in found.sheet("Oversikt").iter_rows(values_only=True) if str(row[1]).startswith("Gevinst ")
    ]
    assert len(listed) == count
    assert len(set(listed)) == count


def test_an_activity_past_its_deadline_says_so() -> None:
    late = written(plans.figures(plans.host_plan(), date(2027, 3, 1)))
    states = {row[0]: row[6] for row in late.sheet("Aktiviteter").iter_rows(values_only=True)}
    assert states["Aktivitet 0"] == "Forfalt – åpent"


def test_measures_against_risks_have_a_plan_of_their_own() -> None:
    measure = RiskMeasure(id="m", text="=Rutine", owner=None, deadline=date(2026, 10, 1))
    risk = Risk(id="r", title="Lekkasje", likelihood=4, consequence=5, measures=(measure,))
    plan = apply(plans.host_plan(), Set(("privacy", "risks"), (risk,)))
    read = written(plans.figures(plan, date(2026, 11, 23)))
    rows = list(read.sheet("Tiltaksplan").iter_rows(values_only=True))
    found = next(row for row in rows if row[0] == "=Rutine")
    assert found[1:6] == ("Lekkasje", "DPIA", 20, 20, "mangler")
    assert found[7] == "Forfalt – åpent"
    planned = next(row for row in read.sheet("Aktiviteter").iter_rows(values_only=True) if row[0] == "=Rutine")
    assert planned[2] == "Tiltak mot risiko"


def test_a_measurement_is_given_to_a_benefit_from_the_list(book: Read) -> None:
    sheet = book.formulas["Andre målinger"]
    assert isinstance(sheet, Worksheet)
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [rule.formula1 for rule in lists] == ["Gevinstplan!$A$5:$A$19"]


def test_the_overview_tells_risk_and_owner() -> None:
    at = ("benefits", "items", "b1")
    plan = apply(plans.host_plan(), Set((*at, "risk"), Level.HIGH))
    row = written(plans.figures(plan)).keyed("Oversikt")["Ø1"]
    assert (row["Risiko"], row["Gevinsteier"]) == ("Høy", "Kari Ærlig, NAV-leder, NAV Hamar")


def test_activities_tell_how_long_they_can_wait_as_numbers() -> None:
    read = written(plans.host())
    header = next(row for row in read.sheet("Aktiviteter").iter_rows(values_only=True) if row[0] == "Aktivitet")
    waits = header.index("Dager å gå på")
    cells = [row[waits] for row in read.sheet("Aktiviteter").iter_rows(values_only=True) if isinstance(row[waits], int)]
    slacks = [item.timing.slack for item in plans.host().schedule.activities if item.timing is not None]
    assert cells == [slack for slack in slacks if slack is not None]
    assert cells
