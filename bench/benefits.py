"""A very large benefits plan: 200 benefits over ten years, and 500 steps in the mapping.

    python bench/benefits.py

Derived results stand beside a pydantic validation of the same plan, the workbook beside a plain loop that writes as
many cells, and a keystroke beside one in a bare field; all in the same run.
"""

import statistics
import time
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from itertools import count

import openpyxl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from shared import EXAMPLES, NOW, TODAY, few, p95, times
from xlsxwriter.workbook import Workbook

from digisos_wizard.content import load
from digisos_wizard.export.workbook import build
from digisos_wizard.model.benefits import Benefit, BenefitMeasure, Measurement
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.terms import BenefitMethod, FreedTimeUse
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Menus, Shell

PLACES = (
    (StepKey.BENEFITS, ("benefits", "items", "b7", "title")),
    (StepKey.MAPPING, ("mapping", "steps", "s7", "name")),
)
BENEFITS, STEPS = few(200, 8), few(500, 8)
ROUNDS, KEYS, BOOKS = few(30), few(60), few(3, 1)


def large() -> Plan:
    """Return the plan."""
    steps = tuple(
        ProcessStep(
            id=f"s{number}",
            name=f"Steg {number}",
            who="Mottaket",
            paper_minutes=Decimal(number % 30),
            digital_minutes=Decimal(number % 7),
            depends_on_attachments=number % 2 == 0,
        )
        for number in range(STEPS)
    )
    methods = tuple(BenefitMethod)
    items = tuple(
        Benefit(
            id=f"b{number}",
            number=f"Ø{number + 1}",
            title=f"Gevinst {number + 1}",
            method=methods[number % len(methods)],
            quantity=Decimal(1),
            unit_cost=Decimal(400),
            low=Decimal(8_000),
            expected=Decimal(12_000),
            high=Decimal(14_000),
            use=FreedTimeUse.QUALITY,
            indicator="Minutter",
            baseline=Decimal(40),
            target=Decimal(10),
            measurements=(Measurement(id=f"x{number}", measured_on=TODAY, value=Decimal(30)),),
            measures=(BenefitMeasure(id=f"t{number}", text="Gi opplæring"),),
        )
        for number in range(BENEFITS)
    )
    plan = planfile.read(EXAMPLES / "hamar.digisos").document.plan
    edits = (
        Set(("mapping", "steps"), steps),
        Set(("mapping", "responses"), ()),
        Set(("benefits", "items"), items),
        Set(("benefits", "years"), 10),
    )
    return apply(plan, *edits)


def every_result(plan: Plan, content: Content, before: Figures | None = None) -> Figures:
    """Work out all that the pages show, of a version by itself or of one after another."""
    figures = Figures(Document(plan=plan), content, TODAY, before)
    _ = figures.findings, figures.progress, figures.benefits, figures.outcomes, figures.tornado
    _ = figures.statuses, figures.benefit_map, figures.estimates, figures.measuring_points
    return figures


def echo(field: QLineEdit, results: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Return how long a letter takes to be painted, and how long all that follows from it takes to be."""
    app = application()
    field.setFocus()
    letters, rest = [], []
    for _round in range(KEYS):
        begun = time.perf_counter()
        QTest.keyClicks(field, "a")
        field.repaint()
        letters.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
        results()
        app.processEvents()
        rest.append((time.perf_counter() - begun) * 1000)
    return letters, rest


def plain_loop(cells: int) -> None:
    """Write as many cells, half of them formulas, in rows of twelve."""
    book = Workbook(BytesIO(), {"in_memory": True})
    sheet = book.add_worksheet()
    look = book.add_format({"text_wrap": True})
    for number in range(cells):
        row, column = divmod(number, 12)
        if number % 2:
            sheet.write_formula(row, column, "=A1+B1", look, 1)
        else:
            sheet.write_number(row, column, number, look)
    book.close()


def main() -> None:
    """Measure, and print beside the floors."""
    application()
    content, plan = load(), large()
    text = plan.model_dump_json()
    numbers = count()
    before = every_result(plan, content)

    def edited() -> None:
        change = Set(("benefits", "items", "b7", "title"), f"Gevinst {next(numbers)}")
        every_result(apply(plan, change), content, before)

    floor = statistics.median(times(lambda: Plan.model_validate_json(text), ROUNDS))
    found = times(edited, ROUNDS)
    print(f"floor, validate the plan: {floor:.1f} ms")
    print(f"an edit and every result: {statistics.median(found):.1f} ms, p95 {p95(found):.1f} ms")

    figures = Figures(Document(plan=plan), content, TODAY)
    sheets = list(openpyxl.load_workbook(BytesIO(build(figures))))
    written = sum(cell.has_style for sheet in sheets for row in sheet.iter_rows() for cell in row)
    loop = min(times(lambda: plain_loop(written), BOOKS))
    book = min(times(lambda: build(Figures(Document(plan=plan), content, TODAY)), BOOKS))
    print(f"workbook of {written} cells: {book:.0f} ms, {book / loop:.2f} of a plain loop ({loop:.0f} ms)")

    bare = QLineEdit()
    bare.show()
    floor = p95(echo(bare, lambda: None)[0])
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(Document(plan=plan), None)
    shell = Shell(session, Menus())
    shell.resize(1366, 768)
    shell.show()
    for key, place in PLACES:
        shell.goto(key, place)
        application().processEvents()
        field = shell.view(shell.here).widget.focusWidget()
        if not isinstance(field, QLineEdit):
            raise TypeError(field)
        letters, rest = echo(field, shell.redraw)
        print(f"{key.value}: a letter p95 {p95(letters):.2f} ms, bare field {floor:.2f} ms")
        print(f"  all results on the page {statistics.median(rest):.0f} ms, p95 {p95(rest):.0f} ms")
    shell.close_plan()


if __name__ == "__main__":
    main()
