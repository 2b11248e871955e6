"""The hidden sheet that tells a file when it comes back: whose it is, and what its rows are."""

from collections.abc import Iterable

from digisos_wizard.export.workbook.sheet import Sheet
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.returned import VERSION


def write(sheet: Sheet, mark: str, plan: Plan, rows: Iterable[tuple[str, str]]) -> None:
    """Write mark, plan and office, then the id and name of every row."""
    marks: tuple[tuple[str, str | int], ...] = (
        (mark, VERSION),
        ("plan", plan.about.plan_id),
        ("office", plan.decision.office),
    )
    for row, (left, right) in enumerate((*marks, *rows)):
        sheet.put(row, 0, left)
        sheet.put(row, 1, right)
