"""How far an indicator has come, as formulas: deviation from the target, and achievement."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.cells import Formula
from digisos_wizard.model.rules.benefits import measuring as rules


@dataclass(frozen=True, slots=True)
class Places:
    """Cells that deviation and achievement are reckoned from."""

    value: str
    baseline: str
    target: str


def gap_and_reach(places: Places, status: rules.Status | None, measured: Decimal | None) -> tuple[Formula, Formula]:
    """Return deviation from the target and achievement for a cell with a measured value."""
    value, baseline, target = places.value, places.baseline, places.target
    wanted = status.benefit.target if status is not None else None
    gap = measured - wanted if measured is not None and wanted is not None else None
    reached = rules.achievement(status.baseline, wanted, measured) if status is not None else None
    share = f"({value}-{baseline})/({target}-{baseline})"
    known = f"COUNT({baseline},{target})=2"
    return (
        Formula(f'IF(AND(ISNUMBER({value}),ISNUMBER({target})),{value}-{target},"")', "" if gap is None else gap),
        Formula(
            f'IF(ISNUMBER({value}),IF({known},IF({target}={baseline},"–",{share}),"–"),"")',
            "" if measured is None else "–" if reached is None else reached,
        ),
    )
