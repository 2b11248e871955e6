"""Units of what is measured: per cent is counted as a share, so that 62 % is 62 % in any spreadsheet."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.cells import Plain
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Shown
from digisos_wizard.model.returned import in_percent

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Unit:
    """How values of a unit stand in cells."""

    percent: bool

    @staticmethod
    def of(words: str) -> "Unit":
        """Return the unit with that name."""
        return Unit(in_percent(words))

    def scale(self, value: Decimal) -> Decimal:
        """Return a value as cells count it."""
        return value / HUNDRED if self.percent else value

    @property
    def look(self) -> Look:
        """How a number of the unit looks: every decimal it has, and no more."""
        return Look.FINE_PERCENT if self.percent else Look.MEASURED

    def shown(self, value: Plain) -> Shown:
        """Return a value as a cell shows it; words stay words."""
        return Shown(self.scale(value) if isinstance(value, Decimal) else value, self.look)
