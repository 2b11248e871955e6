"""The benefits as rows: title with number and state, owner, worth in a year, and from where to where."""

from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.told import benefit_lines
from digisos_wizard.model.told.benefit_lines import ITEMS
from digisos_wizard.ui.widgets.tables.rows import Cell, Row, heading

COLUMNS = 4


def benefit_rows(figures: Figures) -> list[Row]:
    """Return the benefits in their groups."""
    remaining = benefit_lines.remaining(figures)
    rows: list[Row] = []
    for words, benefits in benefit_lines.by_class(figures):
        rows.append(heading(words))
        rows += [_row(figures, one, remaining.get(one.id, [])) for one in benefits]
    return rows


def _row(figures: Figures, benefit: Benefit, left: list[str]) -> Row:
    owner = benefit_lines.owner_words(figures, benefit)
    worth, note = benefit_lines.worth(figures, benefit)
    way, unit = benefit_lines.measured(figures, benefit)
    done = _("{number} · Klar").format(number=benefit.number)
    cells = (
        Cell(benefit.title or _("Gevinst uten navn"), below=benefit.number if left else done, quiet=not benefit.title),
        Cell(owner or _("Ikke valgt"), quiet=not owner),
        Cell(worth, below=note),
        Cell(way or _("Ikke satt"), below=unit, quiet=not way),
    )
    chip = _("Gjenstår: {what}").format(what=", ".join(dict.fromkeys(left))) if left else ""
    sign = Sign.NONE if left else Sign.DONE
    return Row(benefit.id, (*ITEMS, benefit.id), cells, sign=sign, chip=chip, tip=benefit.description)
