"""The rows of Sjekklisten: items under their sections, and a line for those that are ready."""

from collections.abc import Sequence
from enum import Enum

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.checklist_lines import (
    Section,
    address_of,
    folded_words,
    line_title,
    ready,
    sections,
    standing,
)
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, fold, heading

COLUMNS = 2


class Shown(Enum):
    """Which items are shown."""

    ALL = "all"
    REMAINING = "remaining"
    OWN = "own"


def columns() -> Sequence[Column]:
    """Return the columns."""
    return (Column(_("Punkt"), 1, 200), Column(_("Status"), 0, 112))


def counts(figures: Figures) -> Sequence[str]:
    """Return the words of every filter, with how many items it finds."""
    relevant = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    return (
        _("Alle {count}").format(count=len(relevant)),
        _("Ikke ferdige {count}").format(count=sum(not ready(row) for row in figures.checklist)),
        _("Egne {count}").format(count=sum(row.item is None for row in figures.checklist)),
    )


def item_rows(figures: Figures, shown: Shown, *, unfolded: frozenset[str], keep: str) -> list[Row]:
    """Return the items; those that are ready stand behind a line in each section, but for the one to keep."""
    rows: list[Row] = []
    for section in sections(figures):
        wanted = [row for row in section.rows if _wanted(row, shown, keep)]
        if wanted:
            rows.append(heading(section.title, section.counted, columns=COLUMNS))
            rows += _section(figures, section, wanted, shown, unfolded, keep)
    return rows


def _wanted(row: ChecklistRow, shown: Shown, keep: str) -> bool:
    match shown:
        case Shown.ALL:
            return True
        case Shown.REMAINING:
            return not ready(row) or row.row_id == keep
        case Shown.OWN:
            return row.item is None


def _section(
    figures: Figures,
    section: Section,
    wanted: Sequence[ChecklistRow],
    shown: Shown,
    unfolded: frozenset[str],
    keep: str,
) -> list[Row]:
    if shown is not Shown.ALL:
        return [_row(figures, row) for row in wanted]
    line = fold(section.key, "", "", COLUMNS)
    shut = line.row_id not in unfolded
    away = [row for row in wanted if ready(row) and not (shut and row.row_id == keep)]
    rows = [_row(figures, row) for row in wanted if not shut or row not in away]
    if not away:
        return rows
    words = folded_words(away)
    return [fold(section.key, words, _("Vis") if shut else _("Skjul"), COLUMNS, Sign.DONE), *rows]


def _row(figures: Figures, row: ChecklistRow) -> Row:
    words, sign = standing(figures, row)
    title = line_title(figures, row)
    done = sign is Sign.DONE
    state = Cell("" if done else words, state=Sign.NONE if done else sign)
    return Row(row.row_id, address_of(row), (Cell(title), state), sign=Sign.DONE if done else Sign.NONE, tip=title)
