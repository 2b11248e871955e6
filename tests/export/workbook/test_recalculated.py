"""LibreOffice recalculates the workbooks: every formula equals the model, also after somebody has worked in them.

Its own command: `pytest -m libreoffice` (needs `soffice` on the path and `python3-uno`; the daily run leaves it out).
"""

import itertools
import json
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
from tests.export.workbook import given
from tests.export.workbook import test_survives as survives
from tests.export.workbook.reading import ERRORS, Read, read
from tests.export.workbook.test_gate import same
from tests.spreadsheet.book import Frame, Loaded, Spreadsheet
from tests.spreadsheet.book import load as load_book
from tests.spreadsheet.changes import Changed

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


def changed_cells(data: bytes, cells: Mapping[tuple[str, object, str], object]) -> bytes:
    """Return the workbook with other values in cells, named by table, key and column, as somebody would leave it."""
    found = read(data)
    for (table, key, title), value in cells.items():
        sheet, place = found.place(table, key, title)
        found.formulas[sheet][place].value = value
    target = BytesIO()
    found.formulas.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "value", "area", "field", "answer"),
    [
        ("Timekostnad", 612.5, "benefits", "hourly_cost", Decimal("612.5")),
        ("Timer_per_årsverk", 1695, "benefits", "hours_per_fte", Decimal(1695)),
        ("Kalkulasjonsrente", 0.07, "benefits", "discount_percent", Decimal(7)),
        ("Saker_per_måned", 333, "mapping", "cases_per_month", Decimal(333)),
        ("Prisvekst", 0.04, "costs", "index_percent", Decimal(4)),
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
    typed: dict[tuple[str, object, str], object] = {("Forutsetning", name, "Verdi"): value}
    here = recalculate({"changed": changed_cells(workbook.build(plans.figures(plan)), typed)})["changed"]
    assert not list(different(read(workbook.build(there)), here))


def test_measurements_typed_in_the_file_equal_measurements_in_the_program(recalculate: Recalculate) -> None:
    plan = plans.host_plan()
    values = {item.number: Decimal(at) + Decimal("2.5") for at, item in enumerate(plan.benefits.items)}
    typed: dict[tuple[str, object, str], object] = {
        ("Måling_2", number, "Målt verdi"): float(value) for number, value in values.items()
    }
    typed |= {("Måling_2", number, "Målt dato"): date(2028, 3, 6) for number in values}
    there = plan
    for item in plan.benefits.items:
        point = Measurement(id="typed", point="12", measured_on=date(2028, 3, 6), value=values[item.number])
        there = apply(there, Insert(("benefits", "items", item.id, "measurements"), point))
    here = recalculate({"measured": changed_cells(workbook.build(plans.figures(plan)), typed)})["measured"]
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
    typed: dict[tuple[str, object, str], object] = {
        ("Måling_1", "Ø1", "Målt dato"): date(2026, 11, 20),
        ("Måling_1", "Ø1", "Målt verdi"): 7.25,
    }
    saved = recalculate({"measured": changed_cells(workbook.build(plans.figures(plan)), typed)})["measured"].data
    found = measurements.read("plan.xlsx", saved, plan, load(), plans.TODAY)
    points = [one for one in found.measured if one.point]
    assert [(one.point, one.day, one.value) for one in points] == [("3", date(2026, 11, 20), Decimal("7.25"))]


def test_changing_the_ramp_and_the_minutes_in_the_file_equals_changing_them_in_the_program(
    recalculate: Recalculate,
) -> None:
    plan = plans.host_plan()
    typed: dict[tuple[str, object, str], object] = {
        ("Opptrapping", 2028, "Søker digitalt"): 0.9,
        ("Opptrapping", 2028, "Av dem: digitale vedlegg"): 0.25,
        ("Tidsbruk", "T3", "Minutter på papir"): 12,
    }
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
    here = recalculate({"changed": changed_cells(workbook.build(plans.figures(plan)), typed)})["changed"]
    # Where figures come from is told as it was when the workbook was made.
    assert not list(different(read(workbook.build(there)), here))


Acts = list[list[object]]


def cases() -> dict[str, Acts]:
    """Return what is done to the small workbook, by name: rows put in, tables sorted, and two things after another."""
    found: dict[str, Acts] = {}
    frames = survives.small().frames
    for frame in frames:
        columns = frame.right - frame.left
        found[f"insert-{frame.name}"] = [["insert", frame.sheet, frame.head + 2]]
        found[f"sort-{frame.name}"] = [sorting(frame, columns // 2)]
    for one, other in itertools.pairwise(frames):
        found[f"pair-{one.name}"] = [sorting(one, 0), ["insert", other.sheet, other.last + 1]]
    return found


def sorting(frame: Frame, column: int) -> list[object]:
    """Return the act of sorting a table by a column, the largest first."""
    return ["sort", frame.sheet, frame.left, frame.head + 1, frame.right, frame.last, column, True]


def test_rows_put_in_and_tables_sorted_by_libreoffice_change_nothing(tmp_path: Path) -> None:
    done = cases()
    source = tmp_path / "small.xlsx"
    source.write_bytes(workbook.build(plans.figures(given.small_plan())))
    asked = [[str(source), str(tmp_path / f"{name}.xlsx"), acts] for name, acts in done.items()]
    (tmp_path / "cases.json").write_text(json.dumps(asked), "utf-8")
    script = Path(__file__).with_name("by_office.py")
    python = shutil.which("python3", path="/usr/bin")
    assert python, "python3-uno comes with the system's own Python"
    subprocess.run([python, str(script), str(tmp_path / "cases.json"), str(tmp_path / "profile")], check=True)
    wanted = survives.before()
    for name in done:
        saved = load_book((tmp_path / f"{name}.xlsx").read_bytes())
        # What LibreOffice has reckoned, and not what we would.
        shown = Spreadsheet({**saved.book.cells, **saved.stored}, {}, saved.book.sheets)  # type: ignore[dict-item] # no errors are expected
        found = survives.results(Changed(Loaded(shown, saved.frames, {})))
        assert [key for key in wanted if not same(wanted[key], found.get(key))] == [], name
        assert str(shown.value(survives.VERDICT)).startswith(survives.FINE), name
