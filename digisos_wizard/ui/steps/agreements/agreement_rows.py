"""The rows of Avtalene: an agreement with its municipalities, and one of them with state, day and name."""

from collections.abc import Sequence

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.terms import AgreementState
from digisos_wizard.model.told.agreement_lines import (
    DATES,
    STATUSES,
    AgreementLine,
    Progress,
    agreement_lines,
    counted,
    told,
)
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, Square, fold, heading

MOST_COLUMNS, MOST_SQUARES = 3, 10
FOLDED = "… idle"


def columns_for(figures: Figures) -> Sequence[Column]:
    """Return a column for every municipality, or one for all where they are many."""
    places = figures.plan.decision.municipalities
    if 1 < len(places) <= MOST_COLUMNS:
        named = [municipality_name(figures.plan, place.id) for place in places]
    else:
        named = [_("Status")]
    least = 100 if len(named) > 1 else 190 if len(places) > 1 else 150
    return (Column(_("Avtale"), 3, 150), *(Column(name, 0, least) for name in named))


def agreement_rows(figures: Figures, *, unfolded: bool) -> list[Row]:
    """Return the agreements under their parties; those that nobody needs stand last, behind a line."""
    groups = agreement_lines(figures)
    width = len(columns_for(figures))
    rows: list[Row] = []
    for parties, lines in groups:
        shown = [line for line in lines if not line.idle]
        if shown:
            rows += [heading(parties), *(_row(figures, line) for line in shown)]
    idle = [line for _parties, lines in groups for line in lines if line.idle]
    if idle:
        words = ngettext("{count} er ikke nødvendig", "{count} er ikke nødvendige", len(idle))
        act = _("Skjul") if unfolded else _("Vis")
        rows.append(fold("idle", words.format(count=len(idle)), act, width))
    return rows + [_row(figures, line) for line in idle if unfolded]


def _row(figures: Figures, line: AgreementLine) -> Row:
    if 1 < len(line.cells) <= MOST_COLUMNS:
        states = tuple(_state(figures, cell) for cell in line.cells)
    else:
        states = (_together(figures, line),)
    addresses = tuple((*STATUSES, cell.row_id) for cell in line.cells)
    return Row(line.spec.id, addresses[0], (Cell(line.spec.title), *states), also=addresses[1:], tip=line.spec.purpose)


def _state(figures: Figures, cell: RequiredAgreement, name: str = "") -> Cell:
    words, progress = told(figures, cell)
    words = _("{state} · {name}").format(state=words, name=name) if name else words
    match progress:
        case Progress.DONE:
            return Cell(words, sign=Sign.DONE)
        case Progress.LATE:
            return Cell(words, sign=Sign.STOPS)
        case Progress.REMAINS:
            return Cell(words, chip=True)
        case Progress.UNDER_WAY:
            return Cell(words)
        case Progress.IDLE:
            return Cell(words, quiet=True)


def _together(figures: Figures, line: AgreementLine) -> Cell:
    """Return how far all have come, in one cell."""
    required = line.required
    if len(required) <= 1:
        name = municipality_name(figures.plan, line.next_cell.municipality) if len(line.cells) > 1 and required else ""
        return _state(figures, line.next_cell, name)
    marks = {AgreementState.SIGNED: Square.FULL, AgreementState.SENT: Square.BEGUN}
    squares = tuple(marks.get(cell.state, Square.EMPTY) for cell in required)
    signed = all(square is Square.FULL for square in squares)
    late = any(cell.overdue for cell in required)
    sign = Sign.STOPS if late else Sign.DONE if signed else Sign.NONE
    return Cell(counted(line), squares=squares if len(squares) <= MOST_SQUARES else (), sign=sign)


def place_rows(figures: Figures, line: AgreementLine) -> list[Row]:
    """Return a row for every municipality: its state, the day that the state is known by, and who signed."""
    rows = []
    for cell in line.cells:
        at = (*STATUSES, cell.row_id)
        day = entry(figures, (*at, DATES[cell.state])) if cell.state in DATES else Cell()
        signed = cell.state is AgreementState.SIGNED
        who = choice(figures, (*at, "signed_by"), _("Velg person")) if signed else Cell()
        name = municipality_name(figures.plan, cell.municipality)
        rows.append(Row(cell.row_id, at, (Cell(name), choice(figures, (*at, "state")), day, who), opens=False))
    return rows
