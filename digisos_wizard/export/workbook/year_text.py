"""The formula for a benefit's kroner in a year: freed hours that are used, or a part of a whole year's kroner."""

from dataclasses import dataclass

from digisos_wizard.export.workbook import said
from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.table import Own
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import BenefitClass

MONTHS = 12
NOTHING = "–"
"""What stands where a benefit has nothing to do with a figure."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Cells of a benefit's own row: what freed time is multiplied with, and the kroner of a whole year."""

    factor: str
    whole: str


def begun(day: str, year: int) -> str:
    """Return the formula for the part of a year from a day on: whole months, its own included; without a day all."""
    months = f"({MONTHS + 1}-MONTH({day}))/{MONTHS}"
    return f"IF(ISNUMBER({day}),IF(YEAR({day})<{year},1,IF(YEAR({day})>{year},0,{months})),1)"


def in_year(figures: Figures, tables: Tables, own: Own, year: int, basis: Basis) -> str:
    """Return the formula for a benefit's kroner in a year; its row has portion, used, sign, start and use."""
    calendar = figures.benefits.first_year + year
    share, hours = (tables.ramp.find(key, str(calendar)) for key in ("part", "hours"))
    part = f"MIN({begun(own('start'), calendar)},{begun(own('use_from'), calendar)},{share})"
    freed = f"{hours}*{own('portion')}*{part}/{share}*Timekostnad*{basis.factor}"
    time = f"IF({own('used')}={said.yes()},ROUND({own('sign')}*{freed},2),0)"
    other = f"IF(ISNUMBER({basis.whole}),ROUND({own('sign')}*{basis.whole}*{part},2),{said.missing()})"
    unpriced = as_word(BenefitClass.NOT_PRICED.value)
    return f"IF({own('kind')}={unpriced},{as_word(NOTHING)},IF(ISNUMBER({own('portion')}),{time},{other}))"
