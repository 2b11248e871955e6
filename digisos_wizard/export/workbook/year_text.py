"""The formula for a benefit's kroner in a year: freed hours that are used, or a part of a whole year's kroner."""

from dataclasses import dataclass

from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.table import Own
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
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


def in_year(figures: Figures, tables: Tables, own: Own, year: int, basis: Basis) -> str:
    """Return the formula for a benefit's kroner in a year; its row has portion, used, sign and start."""
    calendar = figures.benefits.first_year + year
    start = own("start")
    begun = f"IF(YEAR({start})<{calendar},1,IF(YEAR({start})>{calendar},0,({MONTHS + 1}-MONTH({start}))/{MONTHS}))"
    share, hours = (tables.ramp.find(key, str(calendar)) for key in ("part", "hours"))
    started = f"IF(ISNUMBER({start}),MIN({begun}/{share},1),1)"
    freed = f"{hours}*{own('portion')}*{started}*Timekostnad*{basis.factor}"
    time = f"IF({own('used')}={as_word(_('Ja'))},ROUND({own('sign')}*{freed},2),0)"
    part = f"IF(ISNUMBER({start}),MIN({begun},{share}),{share})"
    other = f"IF(ISNUMBER({basis.whole}),ROUND({own('sign')}*{basis.whole}*{part},2),{as_word(_('mangler'))})"
    unpriced = as_word(BenefitClass.NOT_PRICED.value)
    return f"IF({own('kind')}={unpriced},{as_word(NOTHING)},IF(ISNUMBER({own('portion')}),{time},{other}))"
