"""LibreOffice recalculates the workbooks: every formula equals the model, also after an assumption has been changed.

Its own command: `pytest -m libreoffice` (needs `soffice` on the path; the daily run leaves it out).
"""

import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from digisos_wizard.content import load
from digisos_wizard.export import workbook
from digisos_wizard.export.staff_form import workbook as staff_form
from digisos_wizard.export.workbook.cells import Formula
from digisos_wizard.export.workbook.sheet import Sheet
from digisos_wizard.intake import measurements
from digisos_wizard.intake.staff_forms import gather
from digisos_wizard.model.benefits import Benefits, Measurement
from digisos_wizard.model.edits import Insert, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from tests.export import plans
from tests.export.workbook.reading import ERRORS, Read, read

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""The profile's one setting: recalculate every workbook when it is opened."""
HALF_AN_ORE = 0.005
Recalculate = Callable[[Mapping[str, bytes]], dict[str, Read]]


@pytest.fixture(scope="module")
def recalculate(tmp_path_factory: pytest.TempPathFactory) -> Recalculate:
    """How workbooks are recalculated: all in one call."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed"
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, "utf-8")

    def run(books: Mapping[str, bytes]) -> dict[str, Read]:
        source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
        paths: list[Path] = []
        for name, data in books.items():
            paths.append(source / f"{name}.xlsx")
            paths[-1].write_bytes(data)
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                str(target),
                *map(str, paths),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {path.stem: read((target / path.name).read_bytes()) for path in paths}

    return run


def different(stored: Read, recalculated: Read) -> Iterable[str]:
    """Yield every formula cell whose recalculated value isn't the stored one."""
    for sheet, cell, value in stored.formula_cells():
        now = recalculated.sheet(sheet)[cell.coordinate].value
        if isinstance(value, int | float) and isinstance(now, int | float):
            same = abs(value - now) < HALF_AN_ORE
        else:
            same = str(value or "") == str(now or "") and not str(now).startswith(ERRORS)
        if not same:
            yield f"{sheet}!{cell.coordinate}: {value!r} became {now!r} by {cell.value}"


def test_every_formula_equals_the_model(recalculate: Recalculate) -> None:
    figures: dict[str, Figures] = {
        "host": plans.host(),
        "empty": plans.empty(),
        "hostile": plans.figures(plans.hostile_plan("Ø" * 40_000)),
        "one": plans.many(1),
        "hundred": plans.many(100),
        **{f"random-{seed}": plans.figures(plans.random_plan(seed)) for seed in range(50)},
    }
    books = {name: workbook.build(found) for name, found in figures.items()}
    after = recalculate(books)
    assert not [line for name, data in books.items() for line in different(read(data), after[name])]


def test_recalculation_is_real(recalculate: Recalculate, monkeypatch: pytest.MonkeyPatch) -> None:
    """Store wrong values with the formulas, and see LibreOffice put the right ones in their place."""
    right = workbook.build(plans.host())
    plain_put = Sheet.put

    def wrong(self: Sheet, row: int, column: int, content: object, *looks: object) -> None:
        changed = Formula(content.text, 123_456) if isinstance(content, Formula) else content
        plain_put(self, row, column, changed, *looks)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(Sheet, "put", wrong)
    after = recalculate({"wrong": workbook.build(plans.host())})
    assert not list(different(read(right), after["wrong"]))


def changed_cell(data: bytes, name: str, value: float) -> bytes:
    """Return the workbook with another value in a named cell, as somebody in a spreadsheet would leave it."""
    book = openpyxl.load_workbook(BytesIO(data))
    ((sheet, place),) = book.defined_names[name].destinations
    book[sheet][place.replace("$", "")].value = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "value", "area", "field", "answer"),
    [
        ("Timekostnad", 612.5, "benefits", "hourly_cost", Decimal("612.5")),
        ("Timer_per_årsverk", 1695, "benefits", "hours_per_fte", Decimal(1695)),
        ("Kalkulasjonsrente", 0.07, "benefits", "discount_percent", Decimal(7)),
        ("Saker_per_måned", 333, "mapping", "cases_per_month", Decimal(333)),
        ("Prisvekst", 0.04, "costs", "index_percent", Decimal(4)),
        ("Prosjektkostnad", 99_000, "costs", "project_cost", Decimal(99_000)),
    ],
)
def test_changing_an_assumption_in_the_file_equals_changing_it_in_the_program(
    recalculate: Recalculate, name: str, value: float, area: str, field: str, answer: Decimal
) -> None:
    plan = plans.host_plan()
    record = getattr(plan, area)
    values = {field: getattr(record, field) for field in type(record).model_fields} | {field: answer}
    whole = {field: getattr(plan, field) for field in type(plan).model_fields}
    there = plans.figures(Plan.model_validate(whole | {area: type(record).model_validate(values)}))
    here = recalculate({"changed": changed_cell(workbook.build(plans.figures(plan)), name, value)})["changed"]
    assert not list(different(read(workbook.build(there)), here))


def test_measurements_typed_in_the_file_equal_measurements_in_the_program(recalculate: Recalculate) -> None:
    plan = plans.host_plan()
    book = openpyxl.load_workbook(BytesIO(workbook.build(plans.figures(plan))))
    sheet = book["Måling etter 12 måneder"]
    last = sheet.max_row
    typed: dict[object, Decimal] = {}
    for row in sheet.iter_rows(min_row=6, max_row=last):
        typed[row[0].value] = Decimal(len(typed)) + Decimal("2.5")
        row[7].value, row[8].value = date(2028, 3, 6), typed[row[0].value]
    target = BytesIO()
    book.save(target)
    there = plan
    for item in plan.benefits.items:
        point = Measurement(id="typed", point="12", measured_on=date(2028, 3, 6), value=typed[item.number])
        there = apply(there, Insert(("benefits", "items", item.id, "measurements"), point))
    here = recalculate({"measured": target.getvalue()})["measured"]
    assert not list(different(read(workbook.build(plans.figures(there))), here))


def test_a_staff_form_saved_by_libreoffice_is_read(recalculate: Recalculate) -> None:
    figures = Figures(plans.host().document, load(), plans.TODAY)
    book = openpyxl.load_workbook(BytesIO(staff_form.build(figures)))
    book["Skjema"]["D7"], book["Skjema"]["E8"] = 12.5, 3
    target = BytesIO()
    book.save(target)
    saved = recalculate({"form": target.getvalue()})["form"].data
    assert saved != target.getvalue()
    found = gather([("form.xlsx", saved)], figures.plan, load(), lambda: "r1", plans.TODAY)
    steps = [step.id for step in figures.plan.mapping.steps]
    ((first, second),) = [response.rows for response in found.responses]
    assert (first.id, first.paper_minutes, first.digital_minutes) == (steps[0], Decimal("12.5"), None)
    assert (second.id, second.digital_minutes) == (steps[1], Decimal(3))


def test_a_workbook_saved_by_libreoffice_gives_its_measurements(recalculate: Recalculate) -> None:
    plan = plans.host_plan()
    book = openpyxl.load_workbook(BytesIO(workbook.build(plans.figures(plan))))
    sheet = book["Måling etter 3 måneder"]
    sheet["H6"], sheet["I6"] = date(2026, 11, 20), 7.25
    target = BytesIO()
    book.save(target)
    saved = recalculate({"measured": target.getvalue()})["measured"].data
    found = measurements.read("plan.xlsx", saved, plan, load(), plans.TODAY)
    points = [one for one in found.measured if one.point]
    assert [(one.point, one.day, one.value) for one in points] == [("3", date(2026, 11, 20), Decimal("7.25"))]


def test_changing_the_ramp_and_the_minutes_in_the_file_equals_changing_them_in_the_program(
    recalculate: Recalculate,
) -> None:
    plan = plans.host_plan()
    book = openpyxl.load_workbook(BytesIO(workbook.build(plans.figures(plan))))
    for row in book["Forutsetninger"].iter_rows():
        if row[0].value == "2028":
            row[1].value, row[2].value = 0.9, 0.25
    for row in book["Tidsbruk"].iter_rows():
        if row[0].value == "Skanne":
            row[2].value = 12
    target = BytesIO()
    book.save(target)
    own = plan.benefits
    ramp = (own.ramp[0], type(own.ramp[0])(id="2", digital_percent=Decimal(90), attachment_percent=Decimal(25)))
    benefits = Benefits.model_validate({name: getattr(own, name) for name in type(own).model_fields} | {"ramp": ramp})
    step = plan.mapping.steps[2]
    slower = type(step).model_validate(
        {name: getattr(step, name) for name in type(step).model_fields} | {"paper_minutes": Decimal(12)}
    )
    mapping = type(plan.mapping)(cases_per_month=Decimal(210), steps=(*plan.mapping.steps[:2], slower))
    whole = {name: getattr(plan, name) for name in type(plan).model_fields}
    there = plans.figures(Plan.model_validate(whole | {"benefits": benefits, "mapping": mapping}))
    here = recalculate({"changed": target.getvalue()})["changed"]
    assert not list(different(read(workbook.build(there)), here))
