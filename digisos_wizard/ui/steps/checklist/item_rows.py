"""The rows of Sjekklisten: items under their sections, and a line for those that are ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.i18n import _
from digisos_wizard.model.display import municipality_name
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
MOST_OPEN = 20
"""Items that aren't ready, which together with headings and lines fill two low screens."""


class Shown(Enum):
    """Which items are shown."""

    ALL = "all"
    REMAINING = "remaining"
    OWN = "own"


def columns(figures: Figures) -> Sequence[Column]:
    """Return the columns; that of states has the municipalities too, where there are several."""
    several = len(figures.plan.decision.municipalities) > 1
    return (Column(_("Punkt"), 1, 200), Column(_("Status"), 0, 140 if several else 92))


def counts(figures: Figures) -> Sequence[str]:
    """Return the words of every filter, with how many items it finds."""
    relevant = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    return (
        _("Alle {count}").format(count=len(relevant)),
        _("Ikke ferdige {count}").format(count=sum(not ready(row) for row in figures.checklist)),
        _("Egne {count}").format(count=sum(row.item is None for row in figures.checklist)),
    )


@dataclass(frozen=True, slots=True)
class View:
    """Which items are shown: `unfolded` lines are open, `shut` sections begin folded, and `keep` stays in any case."""

    shown: Shown = Shown.ALL
    unfolded: frozenset[str] = frozenset()
    shut: frozenset[str] = frozenset()
    keep: str = ""


def too_many(figures: Figures) -> frozenset[str]:
    """Return the sections to begin folded: those that would make the list longer than one overlooks."""
    shut, before = set(), 0
    for section in sections(figures):
        before += len(section.remaining)
        if before > MOST_OPEN:
            shut.add(section.key)
    return frozenset(shut)


def item_rows(figures: Figures, view: View) -> list[Row]:
    """Return the items; those that are ready stand behind a line in each section."""
    rows: list[Row] = []
    for section in sections(figures):
        if view.shown is Shown.ALL:
            lines = _folding(figures, section, view)
        else:
            lines = [_row(figures, row) for row in section.rows if _wanted(row, view)]
        if lines:
            rows += [heading(section.title, section.counted, columns=COLUMNS), *lines]
    return rows


def _wanted(row: ChecklistRow, view: View) -> bool:
    if view.shown is Shown.OWN:
        return row.item is None
    return not ready(row) or row.row_id == view.keep


def _folding(figures: Figures, section: Section, view: View) -> list[Row]:
    line = folded_line(section.key)
    unfolded = line in view.unfolded
    away = [
        row
        for row in section.rows
        if (ready(row) or section.key in view.shut) and (unfolded or row.row_id != view.keep)
    ]
    rows = [_row(figures, row) for row in section.rows if unfolded or row not in away]
    if not away:
        return rows
    act = _("Skjul") if unfolded else _("Vis")
    sign = Sign.DONE if all(ready(row) for row in away) else Sign.NONE
    return [fold(section.key, folded_words(away), act, COLUMNS, sign), *rows]


def folded_line(section: str) -> str:
    """Return the id of the line that stands for items of a section."""
    return fold(section, "", "", COLUMNS).row_id


def _row(figures: Figures, row: ChecklistRow) -> Row:
    words, sign = standing(figures, row)
    done = sign is Sign.DONE
    name = municipality_name(figures.plan, row.municipality) if row.municipality else ""
    beside = " · ".join(filter(None, (name, "" if done else words)))
    cells = (Cell(line_title(figures, row, named=False)), Cell(beside, state=Sign.NONE if done else sign))
    title = line_title(figures, row)
    return Row(row.row_id, address_of(row), cells, sign=Sign.DONE if done else Sign.NONE, tip=title)
