"""Inhabitants from the table on population per municipality that Statistics Norway (SSB) lets people download as CSV.

Semicolon, comma or tab; "K-1103 Stavanger", "1103 Stavanger" or number and name in columns of their own. A municipality
is found by its number, else by its whole name; what is not found for certain is listed, never guessed.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digisos_wizard.errors import IntakeError
from digisos_wizard.i18n import _
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Edit, Set
from digisos_wizard.parse import without_spaces

from .files import text_of

_REGION = re.compile(r"(?:K[-_ ]?)?(\d{4})[ \t_-]+(\S.*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:K[-_ ]?)?(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d{2})(?![\dK])")
_WHOLE_YEAR = re.compile(r"\D*(?:19|20|21)\d{2}\D*")


@dataclass(frozen=True, slots=True)
class Counted:
    """A municipality of the file; `people` None where the table has no figure."""

    number: str
    name: str
    people: int | None


@dataclass(frozen=True, slots=True)
class PopulationFile:
    """All municipalities of a file; `counted_on` is 1 January of a table by whole years, None where it isn't told."""

    rows: tuple[Counted, ...]
    counted_on: date | None


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found for certain, by municipality id, and a sentence for each that was not."""

    found: tuple[tuple[str, Counted], ...]
    missing: tuple[str, ...]


def read(data: bytes) -> PopulationFile:
    """Return the municipalities of a CSV file; raises IntakeError with what is wrong with it."""
    text = text_of(data)
    lines = [line for line in csv.reader(text.splitlines(), delimiter=_delimiter(text)) if any(map(str.strip, line))]
    header, column = _latest(lines)
    rows = [found for line in lines if (found := _row(line, column)) is not None]
    if not rows:
        raise IntakeError(
            _("Filen har ingen kommuner som vi kjenner igjen."),
            _("Last ned tabellen over befolkning per kommune fra SSB som CSV."),
        )
    twice = [number for number, count in Counter(row.number for row in rows).items() if count > 1]
    if twice:
        raise IntakeError(
            _("Kommune {number} står flere ganger i filen, for eksempel delt på kjønn eller alder.").format(
                number=twice[0]
            ),
            _("Last ned tabellen uten slik inndeling."),
        )
    return PopulationFile(tuple(rows), _day(header))


def match(places: Sequence[Municipality], file: PopulationFile) -> Matches:
    """Find the plan's municipalities in a file."""
    found: list[tuple[str, Counted]] = []
    missing: list[str] = []
    for place in places:
        fitting = _fitting(place, file)
        name = place.name.strip() or place.number or _("Kommunen uten navn")
        if len(fitting) != 1:
            words = _("{name}: fant ingen kommune med dette navnet eller nummeret i filen.")
            if len(fitting) > 1:
                words = _("{name}: flere kommuner i filen heter dette. Skriv kommunenummeret, og prøv igjen.")
            missing.append(words.format(name=name))
        elif place.number and place.name.strip() and place.name.strip().casefold() not in _names(fitting[0].name):
            words = _("{name}: nummeret {number} tilhører {other} i filen. Rett navnet eller nummeret.")
            missing.append(words.format(name=name, number=place.number, other=fitting[0].name))
        elif fitting[0].people is None:
            missing.append(_("{name}: filen har ikke noe tall for kommunen.").format(name=name))
        else:
            found.append((place.id, fitting[0]))
    return Matches(tuple(found), tuple(missing))


def edits(matches: Matches, counted_on: date | None) -> tuple[Edit, ...]:
    """Return the edits that put what was found into the plan."""
    made: list[Edit] = []
    for place, row in matches.found:
        at = ("decision", "municipalities", place)
        made += [
            Set((*at, "number"), row.number),
            Set((*at, "population"), row.people),
            Set((*at, "population_date"), counted_on),
        ]
    return tuple(made)


def _delimiter(text: str) -> str:
    return max(";,\t", key=text.count)


def _latest(lines: Sequence[Sequence[str]]) -> tuple[str, int | None]:
    """Return heading and position of the newest year's column, nothing where no line of headings has years."""
    for line in lines:
        years = [
            (int(year[1]), position)
            for position, cell in enumerate(line)
            if position and (year := _YEAR.search(cell)) is not None and not _is_people(cell)
        ]
        if years:
            _year, position = max(years)
            return line[position], position
        if line and (_REGION.fullmatch(line[0].strip()) or _NUMBER.fullmatch(line[0].strip())):
            break
    return "", None


def _is_people(cell: str) -> bool:
    """Tell a figure of thousands apart from a year: only a figure has spaces, and a heading stands before the rows."""
    return bool(re.search(r"\d\s\d", cell.strip()))


def _row(line: Sequence[str], column: int | None) -> Counted | None:
    cells = [cell.strip() for cell in line]
    if region := _REGION.fullmatch(cells[0]):
        number, name, rest = region[1], region[2], 1
    elif (alone := _NUMBER.fullmatch(cells[0])) and len(cells) > 2 and not cells[1][:1].isdigit():  # noqa: PLR2004 - number, name, figure
        number, name, rest = alone[1], cells[1], 2
    else:
        return None
    figures = cells[column : column + 1] if column is not None and column >= rest else cells[-1:]
    plain = without_spaces(figures[0]) if figures else ""
    return Counted(number, name, int(plain) if re.fullmatch(r"\d{1,8}", plain) else None)


def _day(header: str) -> date | None:
    year = _YEAR.search(header)
    return date(int(year[1]), 1, 1) if year and _WHOLE_YEAR.fullmatch(header) else None


def _fitting(place: Municipality, file: PopulationFile) -> list[Counted]:
    if place.number:
        return [row for row in file.rows if row.number == place.number]
    wanted = place.name.strip().casefold()
    return [row for row in file.rows if wanted and wanted in _names(row.name)]


def _names(name: str) -> set[str]:
    """Return what a municipality goes by: the whole name, each of its languages, and without what tells twins apart."""
    whole = name.casefold()
    plain = re.sub(r"\s*\([^)]*\)$", "", whole)
    return {whole, plain, *(part.strip() for part in re.split(r"\s+[-–/]\s+", plain))}
