"""Measurements from a benefits workbook that has been filled in: all or none, and reading it twice adds nothing.

What the file leaves empty stays as the plan has it. What both have goes by the file, and that is told.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from digisos_wizard import parse
from digisos_wizard.errors import ParseError, PersonalNumberError
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Benefit, Measurement
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.kinds.typed import check_limits
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.returned import (
    FOLLOW_UP_KEYS,
    FOLLOW_UP_MARK,
    POINT,
    follow_up_titles,
    in_percent,
    measuring_sheet,
    titles_in,
)
from digisos_wizard.model.rules.benefits.measuring import row_at
from digisos_wizard.model.screening import screen

from .keys import Keys, keys_of
from .workbook import (
    MOST_ROWS,
    Problem,
    ProblemError,
    below,
    day_in,
    header_row,
    is_empty,
    number_in,
    open_book,
    place,
    refuse,
    sheet_of,
    text_in,
)

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from .workbook import AnyCell

HUNDRED = Decimal(100)
VALUE_FIELD = "benefits.items.*.measurements.*.value"


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement in the file; `point` is empty where it belongs to no measuring point."""

    benefit: str
    point: str
    day: date
    value: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What the file holds, and sentences worth reading."""

    measured: tuple[Measured, ...]
    notes: tuple[str, ...]


def read(name: str, data: bytes, plan: Plan, content: Content, today: date) -> Returned:
    """Return the measurements of a filled-in workbook; raises IntakeError with every fault there is."""
    problems: list[Problem] = []
    try:
        book = open_book(name, data)
        wanted = _("en gevinstrealiseringsplan fra dette programmet")
        keys = keys_of(book, name, FOLLOW_UP_KEYS, FOLLOW_UP_MARK, wanted)
        keys.check_plan(name, plan)
        reader = _Reader(name, keys, plan, content, today)
        reader.added = _listed(book, reader.titles.register)
        for key, title in keys.rows:
            if key.startswith(POINT):
                reader.read(sheet_of(book, name, title), key.removeprefix(POINT))
        # The log stood on the sheet with the indicators before it had one of its own.
        log = reader.titles.sheet if reader.titles.sheet in book.sheetnames else measuring_sheet()
        reader.read(sheet_of(book, name, log), "")
        problems = reader.problems
    except ProblemError as error:
        refuse([error.problem])
        raise
    refuse(problems)
    return reader.returned()


def edits(returned: Returned, plan: Plan, new_id: Callable[[], str]) -> tuple[Edit, ...]:
    """Return the edits that bring the plan up to the file; none where it is."""
    items = {item.id: item for item in plan.benefits.items}
    return tuple(edit for found in returned.measured for edit in _edits(found, items[found.benefit], new_id))


def _edits(found: Measured, item: Benefit, new_id: Callable[[], str]) -> Iterator[Edit]:
    table: Address = ("benefits", "items", item.id, "measurements")
    known = _known(found, item)
    if known is None:
        row = Measurement(id=new_id(), point=found.point, measured_on=found.day, value=found.value, note=found.note)
        yield Insert(table, row)
        return
    if known.measured_on != found.day:
        yield Set((*table, known.id, "measured_on"), found.day)
    if known.value != found.value:
        yield Set((*table, known.id, "value"), found.value)
    if found.note and known.note != found.note:
        yield Set((*table, known.id, "note"), found.note)


def _known(found: Measured, item: Benefit) -> Measurement | None:
    """Return the plan's own version of a measurement: of the same measuring point, else of the same day."""
    if found.point:
        return row_at(item, found.point)
    free = (one for one in item.measurements if not one.point and one.measured_on == found.day)
    return next(free, None)


def measured_in(cell: "AnyCell", at: Problem, unit: str) -> Decimal:
    """Return a measured value: where cells show per cent it is a share, and the plan has it in hundredths.

    Raises ProblemError for what is no number, and for per cent of what is counted otherwise.
    """
    percent = in_percent(unit)
    if isinstance(cell.value, str) and cell.value.rstrip().endswith("%") and percent:
        try:
            return parse.decimal(cell.value.rstrip()[:-1])
        except ParseError as error:
            raise ProblemError(at.saying(error.message)) from error
    amount = number_in(cell, at)
    if amount is None:
        raise ProblemError(at.saying(_("Her skal det stå et tall.")))
    if "%" not in str(cell.number_format) or isinstance(cell.value, str):
        return amount
    if not percent:
        words = _("Cellen viser prosent, men enheten er «{unit}». Skriv bare tallet.")
        raise ProblemError(at.saying(words.format(unit=unit or _("ikke oppgitt"))))
    return amount * HUNDRED


def _listed(book: "Workbook", sheet: str) -> frozenset[str]:
    """Return the numbers of the benefits that the workbook lists."""
    if sheet not in book.sheetnames:
        return frozenset()
    return frozenset(text_in(row[0]) for row in book[sheet].iter_rows(max_col=1))


class _Reader:
    """Reads sheet after sheet, and gathers measurements, notes and faults."""

    def __init__(self, name: str, keys: Keys, plan: Plan, content: Content, today: date) -> None:
        self._name = name
        self._ids = {number: key for key, number in keys.rows if not key.startswith(POINT)}
        self._items = {item.id: item for item in plan.benefits.items}
        self._spec = content.field_index[VALUE_FIELD]
        self._today = today
        self.titles = titles_in(keys.titles, follow_up_titles)
        self._found: dict[tuple[str, str, date | None], Measured] = {}
        self._gone: list[str] = []
        self._new: list[str] = []
        self.added: frozenset[str] = frozenset()
        self.problems: list[Problem] = []

    def returned(self) -> Returned:
        """Return what has been read."""
        notes = []
        if self._gone:
            words = _("Målinger av gevinster som ikke lenger er i planen, er ikke tatt med: {numbers}.")
            notes.append(words.format(numbers=", ".join(dict.fromkeys(self._gone))))
        if self._new:
            words = _(
                "Målinger av gevinster som er lagt til i arbeidsboken, er ikke tatt med. Legg dem inn her: {numbers}."
            )
            notes.append(words.format(numbers=", ".join(dict.fromkeys(self._new))))
        changed = [words for found in self._found.values() if (words := self._changed(found))]
        return Returned(tuple(self._found.values()), (*notes, *changed))

    def read(self, sheet: "Worksheet", point: str) -> None:
        """Read the rows of a sheet; raises ProblemError where its columns are gone."""
        titles = self.titles
        wanted = (titles.number, titles.measured_on, titles.value, titles.note)
        head, columns = header_row(sheet, self._name, wanted, within=MOST_ROWS)
        for line in below(sheet, head):
            try:
                found = self._row(sheet, columns, line, point)
            except ProblemError as error:
                self.problems.append(error.problem)
                continue
            if found is None:
                continue
            key = (found.benefit, point, None if point else found.day)
            if key in self._found:
                self._say(sheet, line, columns[titles.number], _("Den samme målingen står to ganger."))
            self._found[key] = found

    def _row(self, sheet: "Worksheet", columns: dict[str, int], line: int, point: str) -> Measured | None:
        """Return a row's measurement, None where there is none; raises ProblemError."""
        titles = self.titles
        number, on, value, note = (
            sheet.cell(line, columns[title]) for title in (titles.number, titles.measured_on, titles.value, titles.note)
        )
        if is_empty(value):
            return None
        known = self._ids.get(text_in(number))
        if known is None and text_in(number) in self.added:
            self._new.append(text_in(number))
            return None
        if known is None:
            words = _("«{number}» er ikke nummeret til en gevinst i filen.").format(number=text_in(number))
            raise ProblemError(place(self._name, sheet, number).saying(words))
        if known not in self._items:
            self._gone.append(text_in(number))
            return None
        amount = measured_in(value, place(self._name, sheet, value), self._items[known].indicator_unit)
        day = day_in(on, place(self._name, sheet, on))
        if day is None or day > self._today:
            if self._plan_has(known, point, day, amount):
                return None
            words = _("Skriv dagen det ble målt.") if day is None else _("Dagen er ikke kommet ennå.")
            raise ProblemError(place(self._name, sheet, on).saying(words))
        try:
            check_limits(self._spec, amount)
        except ParseError as error:
            raise ProblemError(
                place(self._name, sheet, value).saying(f"{error.message} {error.next_step}".strip())
            ) from error
        try:
            screen(text_in(note))
        except PersonalNumberError as error:
            words = _("Merknaden ser ut til å inneholde et fødselsnummer.")
            raise ProblemError(place(self._name, sheet, note).saying(words)) from error
        return Measured(known, point, day, amount, text_in(note))

    def _plan_has(self, benefit: str, point: str, day: date | None, value: Decimal) -> bool:
        """Tell whether the plan has just this measurement: what came from it is no fault of the file."""
        return any(
            (one.point, one.measured_on, one.value) == (point, day, value) for one in self._items[benefit].measurements
        )

    def _changed(self, found: Measured) -> str:
        """Return what the file says otherwise than the plan, empty where they agree."""
        item = self._items[found.benefit]
        known = _known(found, item)
        if known is None or known.value is None or known.value == found.value:
            return ""
        return _("{number}: {old} er endret til {new}.").format(
            number=item.number, old=formatting.number(known.value), new=formatting.number(found.value)
        )

    def _say(self, sheet: "Worksheet", line: int, column: int, text: str) -> None:
        self.problems.append(place(self._name, sheet, sheet.cell(line, column)).saying(text))
