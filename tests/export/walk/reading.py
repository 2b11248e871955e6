"""What exported files say of things that somebody has promised: who, by when, how far, read from tables and events."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import docx
import openpyxl
from docx.table import Table
from icalendar import Calendar

TITLES = ("Hva", "Tiltak", "Beslutning", "Aktivitet")
OWNERS, DAYS, STATES = ("Ansvarlig",), ("Ferdig senest", "Frist"), ("Status", "Tilstand")
EMPTY = 2
"""Values of a row that only says that there are none."""
MARKS = "☑☐◪– "
SHEET, OTHERS = "Dine oppgaver: ", "Oppgaver: "


class Told(NamedTuple):
    """A line of a document: what, and of who, when and how far what it says; None where it doesn't."""

    where: str
    title: str
    owner: str | None = None
    day: str | date | None = None
    state: str | None = None
    place: str = ""


def words(where: str, data: bytes) -> Iterator[Told]:
    """Yield the lines of tables in a Word document; on a sheet of tasks, its heading says whose they are."""
    heading = ""
    for part in docx.Document(BytesIO(data)).iter_inner_content():
        if not isinstance(part, Table):
            heading = part.text if part.text.startswith((SHEET, OTHERS, "Oppgaver uten")) else heading
            continue
        rows = [[cell.text for cell in row.cells] for row in part.rows]
        yield from _rows(where, rows, heading.removeprefix(SHEET).removeprefix(OTHERS))


def _rows(where: str, rows: Sequence[Sequence[str]], whose: str) -> Iterator[Told]:
    head = rows[0]
    title, owner, day, state = (
        next((head.index(name) for name in names if name in head), None) for names in (TITLES, OWNERS, DAYS, STATES)
    )
    if title is None or (day is None and state is None):
        return
    for row in rows[1:]:
        yield Told(
            where,
            row[title].split("\n")[0],
            (whose or None) if owner is None else row[owner],
            None if day is None else row[day].removesuffix(", forfalt"),
            None if state is None else row[state].strip(MARKS).removeprefix("Forfalt: ").capitalize(),
        )


def sheets(where: str, data: bytes) -> Iterator[Told]:
    """Yield the lines of a workbook's tables of activities and measures."""
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    for sheet in book.worksheets:
        head: list[object] = []
        for row in sheet.iter_rows(values_only=True):
            cells = list(row)
            if "Ansvarlig" in cells and "Frist" in cells:
                head = cells
            elif head and isinstance(title := cells[_at(head, TITLES)], str) and len(set(cells)) > EMPTY:
                state, on = str(cells[_at(head, STATES)] or ""), cells[head.index("Frist")]
                yield Told(
                    f"{where} {sheet.title}",
                    title,
                    str(cells[head.index("Ansvarlig")] or ""),
                    on.date() if isinstance(on, datetime) else "",
                    state.removeprefix("Forfalt – ").capitalize(),
                    str(cells[head.index("Kommune")] or "") if "Kommune" in head else "",
                )


def _at(head: Sequence[object], names: Sequence[str]) -> int:
    return next(head.index(name) for name in names if name in head)


def events(where: str, data: bytes) -> Iterator[Told]:
    """Yield the events of a calendar."""
    for event in Calendar.from_ical(data).walk("VEVENT"):
        title = str(event["summary"])
        owner = next(
            line.removeprefix("Ansvarlig: ")
            for line in str(event["description"]).splitlines()
            if line.startswith("Ansvarlig: ")
        )
        yield Told(
            where,
            title.removeprefix("Frist: ").removeprefix("Ferdig: "),
            owner,
            event.decoded("dtstart"),
            "Ferdig" if title.startswith("Ferdig: ") else None,
        )


def calendars(where: str, data: bytes) -> Iterator[Told]:
    """Yield the events of everybody's calendars, whose names are those of the files."""
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            for one in events(where, package.read(name)):
                assert one.owner == name.partition(". ")[2].removesuffix(".ics")
                yield one
