"""Staff's filled-in forms: 1–100 files read in one go, all of them or none, and never guessed at.

A file tells by itself which plan it belongs to, and which step each row is. What is wrong is named by file, sheet and
cell. The same file twice counts once.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING

from digisos_wizard.errors import IntakeError, ParseError, PersonalNumberError
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Edit, Insert
from digisos_wizard.model.kinds.typed import check_limits
from digisos_wizard.model.mapping import FormResponse, FormRow, ProcessStep
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.returned import STAFF_KEYS, STAFF_MARK, staff_titles, titles_in
from digisos_wizard.model.rules.mapping.estimates import DIGITAL, PAPER
from digisos_wizard.model.screening import screen

from .keys import Keys, keys_of
from .workbook import Problem, ProblemError, below, header_row, number_in, open_book, place, refuse, sheet_of, text_in

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


MOST_FORMS = 100
RESPONSES = ("mapping", "responses")
LIMITS = "mapping.responses.*.rows.*."

File = tuple[str, bytes]
"""A file's name and its bytes."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the files hold: new answers, names of files that were there already, and sentences worth reading."""

    responses: tuple[FormResponse, ...]
    repeated: tuple[str, ...]
    notes: tuple[str, ...]


def gather(files: Sequence[File], plan: Plan, content: Content, new_id: Callable[[], str], today: date) -> Gathered:
    """Return what the files hold; raises IntakeError with every fault there is, and then nothing is taken in."""
    if len(files) > MOST_FORMS:
        words = _("Du har valgt {count} filer. Hent høyst {most} om gangen.")
        raise IntakeError(words.format(count=len(files), most=MOST_FORMS))
    known = {response.digest for response in plan.mapping.responses if response.digest}
    found: list[FormResponse] = []
    repeated: list[str] = []
    notes: list[str] = []
    problems: list[Problem] = []
    for name, data in files:
        digest = hashlib.sha256(data).hexdigest()
        if digest in known:
            repeated.append(name)
            continue
        known.add(digest)
        try:
            form = _read(name, data, plan, content)
        except FormError as error:
            problems += error.problems
            continue
        notes += form.notes
        if form.rows or form.comment:
            row = FormResponse(
                id=new_id(), label=form.label, read_on=today, digest=digest, comment=form.comment, rows=form.rows
            )
            found.append(row)
        else:
            notes.append(_("{name} er ikke fylt ut, og er ikke tatt med.").format(name=name))
    refuse(problems)
    return Gathered(tuple(found), tuple(repeated), (*notes, *_alike(found)))


def edits(gathered: Gathered, plan: Plan) -> tuple[Edit, ...]:
    """Return the edits that take the answers into the plan; what came in meanwhile isn't taken in again."""
    known = {response.digest for response in plan.mapping.responses}
    return tuple(Insert(RESPONSES, response) for response in gathered.responses if response.digest not in known)


def _alike(found: Sequence[FormResponse]) -> Iterator[str]:
    """Yield a sentence for every answer that says exactly the same as an earlier one."""
    seen: dict[tuple[object, ...], str] = {}
    for response in found:
        first = seen.setdefault((response.rows, response.comment), response.label)
        if first != response.label:
            words = _("{one} og {other} har nøyaktig de samme svarene. Fjern det ene hvis det er samme skjema.")
            yield words.format(one=first, other=response.label)


class FormError(Exception):
    """A form with faults, all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(len(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class _Form:
    label: str
    rows: tuple[FormRow, ...]
    comment: str
    notes: tuple[str, ...]


def _read(name: str, data: bytes, plan: Plan, content: Content) -> _Form:
    """Return what one file holds; raises FormError."""
    try:
        book = open_book(name, data)
        keys = keys_of(book, name, STAFF_KEYS, STAFF_MARK, _("et skjema for tidsbruk fra dette programmet"))
        keys.check_plan(name, plan)
        reader = _Reader(name, book, keys, plan, content)
    except ProblemError as error:
        raise FormError([error.problem]) from error
    return reader.form()


class _Reader:
    """Reads the rows of one form, and gathers its faults."""

    def __init__(self, name: str, book: "Workbook", keys: Keys, plan: Plan, content: Content) -> None:
        self._name = name
        self._keys = keys
        self._steps = {step.id: step for step in plan.mapping.steps}
        self._content = content
        self._titles = titles = titles_in(keys.titles, staff_titles)
        self._sheet: Worksheet = sheet_of(book, name, titles.sheet)
        wanted = (titles.number, titles.paper, titles.digital)
        self._head, self._columns = header_row(self._sheet, name, wanted)
        self._problems: list[Problem] = []
        self._gone: list[str] = []

    def form(self) -> _Form:
        """Return what the form holds; raises FormError with all its faults."""
        rows: dict[str, FormRow] = {}
        for line in below(self._sheet, self._head):
            if text_in(self._sheet.cell(line, self._columns[self._titles.number])) == self._titles.comment:
                break
            row = self._row(line)
            if row is not None and row.id in rows:
                self._say(line, self._titles.number, _("Det samme nummeret står to ganger."))
            elif row is not None:
                rows[row.id] = row
        comment = self._comment()
        if self._problems:
            raise FormError(self._problems)
        notes = []
        if self._gone:
            words = _("{name}: svar på steg som ikke lenger er i planen, er ikke tatt med: {steps}.")
            notes.append(words.format(name=self._name, steps=", ".join(self._gone)))
        return _Form(self._label(), tuple(rows.values()), comment, tuple(notes))

    def _row(self, line: int) -> FormRow | None:
        """Return a row's estimates, None where there are none, where its step is gone, or where it has a fault."""
        paper = self._minutes(line, self._titles.paper, PAPER)
        digital = self._minutes(line, self._titles.digital, DIGITAL)
        if paper is None and digital is None:
            return None
        number = text_in(self._sheet.cell(line, self._columns[self._titles.number]))
        if not number.isdecimal() or not 0 < int(number) <= len(self._keys.rows):
            words = _("Raden har minutter, men «{number}» er ikke et nummer fra skjemaet.").format(number=number)
            self._say(line, self._titles.number, words)
            return None
        step_id, step_name = self._keys.rows[int(number) - 1]
        step: ProcessStep | None = self._steps.get(step_id)
        if step is None:
            self._gone.append(step_name)
            return None
        return FormRow(id=step.id, paper_minutes=paper, digital_minutes=digital)

    def _minutes(self, line: int, title: str, field: str) -> Decimal | None:
        cell = self._sheet.cell(line, self._columns[title])
        try:
            value = number_in(cell, place(self._name, self._sheet, cell))
            check_limits(self._content.field_index[LIMITS + field], value)
        except ProblemError as error:
            self._problems.append(error.problem)
        except ParseError as error:
            self._say(line, title, f"{error.message} {error.next_step}".strip())
        else:
            return value
        return None

    def _comment(self) -> str:
        """Return what stands below the word for comment; a personal number in it is a fault."""
        rows = list(self._sheet.iter_rows(min_row=self._head + 1))
        titles = (number for number, row in enumerate(rows) if any(text_in(c) == self._titles.comment for c in row))
        below_it = rows[next(titles, len(rows)) + 1 :][:1]
        cell = next((cell for row in below_it for cell in row if text_in(cell)), None)
        if cell is None:
            return ""
        try:
            screen(text_in(cell))
        except PersonalNumberError:
            here = place(self._name, self._sheet, cell)
            self._problems.append(here.saying(_("Kommentaren ser ut til å inneholde et fødselsnummer.")))
        return text_in(cell)

    def _label(self) -> str:
        """Return the file's name without its suffix, unless it is one that no plan may hold."""
        label = PurePath(self._name).stem
        try:
            screen(label)
        except PersonalNumberError:
            return _("Skjema")
        return label

    def _say(self, line: int, title: str, text: str) -> None:
        cell = self._sheet.cell(line, self._columns[title])
        self._problems.append(place(self._name, self._sheet, cell).saying(text))
