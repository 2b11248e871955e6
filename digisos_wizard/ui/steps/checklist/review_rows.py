"""The rows of a review before signing: what is signed, what is open, and what was signed before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.formatting import brief_day
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment
from digisos_wizard.model.signing.sealing import scope_words
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.model.told.checklist_lines import (
    Section,
    address_of,
    line_title,
    promised,
    sections,
    standing,
)
from digisos_wizard.model.told.signed_records import Holds, holds, signer_and_day, since
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, fold, heading

RECORDS: Address = ("signoffs", "records")
OPEN_SHOWN, COLUMNS = 6, 3

Place = tuple[StepKey, Address]


def columns() -> Sequence[Column]:
    """Return the columns: what, who, and how far or by when."""
    return (Column(_("Punkt"), 1, 180), Column(_("Hvem"), 0, 128), Column(_("Status"), 0, 128))


@dataclass(frozen=True, slots=True)
class Review:
    """The rows, and where each of them leads."""

    rows: Sequence[Row]
    places: Mapping[str, Place]


def review(figures: Figures, phase: SignOffPhase, only: str, *, whole: bool) -> Review:
    """Return what is signed of a phase and section; `whole` shows everything that is open."""
    asked = sections(figures, phase, only)
    rows = [heading(_("Dette skrives under på")), *(_section(one) for one in asked)]
    places = {_key(one): (StepKey.CHECKLIST, address_of(_first(one))) for one in asked}
    opened = _open(figures, asked, only)
    if opened:
        shown = opened if whole else opened[:OPEN_SHOWN]
        rows += [heading(_("Åpne punkter – det signeres med forbehold om dem")), *(row for row, _place in shown)]
        places |= {row.row_id: place for row, place in opened}
        if (more := len(opened) - OPEN_SHOWN) > 0:
            words = ngettext("{count} åpent punkt til", "{count} åpne punkter til", more).format(count=more)
            rows.append(fold("open", words, _("Skjul") if whole else _("Vis"), COLUMNS))
    rows += _later(figures, phase, only)
    records = [_record(figures, position) for position in range(len(figures.signoffs) - 1, -1, -1)]
    return Review([*rows, *([heading(_("Signert før")), *records] if records else [])], places)


def _first(section: Section) -> ChecklistRow:
    return next(iter((*section.remaining, *section.rows)))


def _key(section: Section) -> str:
    return f"section:{section.key}"


def _section(section: Section) -> Row:
    left = len(section.remaining)
    words = section.counted
    if left:
        words = ngettext("{words} · {count} åpent", "{words} · {count} åpne", left).format(words=words, count=left)
    state = Cell(words, state=Sign.NONE if left else Sign.DONE)
    return Row(_key(section), (), (Cell(section.title), Cell(), state))


def _open(figures: Figures, asked: Sequence[Section], only: str) -> list[tuple[Row, Place]]:
    """Return what stops and what is open, each with where it leads; a part alone doesn't stop."""
    found: list[tuple[Row, Place]] = []
    for number, one in enumerate(figures.findings):
        if one.severity is Severity.BLOCKER and not only:
            cells = (Cell(one.message), Cell(), Cell(_("Stopper"), state=Sign.STOPS))
            found.append((Row(f"stop:{number}", (), cells), (one.step, one.address)))
    for section in asked:
        for line in section.remaining:
            owner, day = promised(figures, line)
            words = brief_day(day, figures.today) if day is not None else standing(figures, line)[0]
            cells = (Cell(line_title(figures, line)), Cell(owner), Cell(words, state=Sign.NONE))
            found.append((Row(f"open:{line.row_id}", (), cells), (StepKey.CHECKLIST, address_of(line))))
    return found


def _later(figures: Figures, phase: SignOffPhase, only: str) -> list[Row]:
    """Return a line for what is due on the day or after it, and isn't signed yet."""
    later = [
        row
        for row in figures.checklist
        if phase is SignOffPhase.CONNECT and row.moment is not Moment.BEFORE and only in ("", row.section)
    ]
    if not later:
        return []
    words = ngettext(
        "{count} punkt gjelder først fra påkoblingsdagen.",
        "{count} punkter gjelder først fra påkoblingsdagen.",
        len(later),
    )
    return [Row("later", (), (Cell(words.format(count=len(later)), quiet=True),), opens=False)]


def _record(figures: Figures, position: int) -> Row:
    status = figures.signoffs[position]
    sign = Sign.DONE if holds(status) is Holds.YES else Sign.NONE
    title = Cell(scope_words(figures.content, status.record), below=signer_and_day(figures, status))
    return Row(status.record.id, (*RECORDS, status.record.id), (title, Cell(), Cell(since(status), state=sign)))
