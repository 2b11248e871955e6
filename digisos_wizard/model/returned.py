"""What tells a file when it comes back: hidden marks, sheets and column titles, for writer and reader."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from digisos_wizard.i18n import BOKMAAL, _, spoken
from digisos_wizard.model.content import MeasuringPointSpec

STAFF_MARK = "digisos-skjema"
STAFF_KEYS = "_skjema"
"""The hidden sheet of a staff form: mark, plan, office, and the step of every row."""
FOLLOW_UP_MARK = "digisos-gevinstplan"
FOLLOW_UP_KEYS = "_plan"
"""The hidden sheet of the benefits workbook: mark, plan, office, and which benefit each number is."""
POINT = "point:"
"""Begins the keys that tell which measuring point a sheet is for."""
TITLE = "title:"
"""Begins the keys of the titles that a file tells: those that aren't as they are in bokmål."""
VERSION = 1
LONGEST_SHEET = 31
"""Letters in a sheet's name."""
FIRST_KEY = 3
"""Rows on a hidden sheet before the keys themselves, from 0: mark, plan and office."""


@dataclass(frozen=True, slots=True)
class StaffTitles:
    """The words by which a staff form's cells are found again."""

    sheet: str
    number: str
    step: str
    paper: str
    digital: str
    comment: str


def staff_titles() -> StaffTitles:
    """Return the words of a staff form."""
    return StaffTitles(
        sheet=_("Skjema"),
        number=_("Nr."),
        step=_("Steg"),
        paper=_("Papir, minutter"),
        digital=_("Digitalt, minutter"),
        comment=_("Kommentar"),
    )


def follow_up_sheet(spec: MeasuringPointSpec) -> str:
    """Return the name of a measuring point's sheet."""
    return _("Måling etter {label}").format(label=spec.label)[:LONGEST_SHEET]


@dataclass(frozen=True, slots=True)
class FollowUpTitles:
    """The words by which the benefits workbook's cells are found again.

    `sheet` is for what has no measuring point, `register` holds every benefit once.
    """

    sheet: str
    register: str
    number: str
    benefit: str
    measured_on: str
    value: str
    note: str


def follow_up_titles() -> FollowUpTitles:
    """Return the words of a follow-up sheet."""
    return FollowUpTitles(
        sheet=_("Andre målinger"),
        register=_("Gevinstplan"),
        number=_("Nr."),
        benefit=_("Gevinst"),
        measured_on=_("Målt dato"),
        value=_("Målt verdi"),
        note=_("Merknad"),
    )


def measuring_sheet() -> str:
    """Return the name of the sheet that says what is measured how; it held the log as well before that had its own."""
    return _("Nullpunkt og måling")


def in_percent(unit: str) -> bool:
    """Tell whether a unit is per cent: cells count it as a share, the plan in hundredths."""
    return unit.strip().casefold().startswith(("prose", "%"))


Titles = TypeVar("Titles", StaffTitles, FollowUpTitles)


def told_titles(titles: Callable[[], StaffTitles | FollowUpTitles]) -> Iterator[tuple[str, str]]:
    """Yield the key and words of every title that isn't as in bokmål: a file is read whatever language it speaks."""
    with spoken(BOKMAAL):
        usual = asdict(titles())
    for name, words in asdict(titles()).items():
        if words != usual[name]:
            yield f"{TITLE}{name}", words


def titles_in(told: Mapping[str, str], titles: Callable[[], Titles]) -> Titles:
    """Return the titles of a file by what it tells of them."""
    with spoken(BOKMAAL):
        usual = titles()
    return replace(usual, **{name: told.get(f"{TITLE}{name}", words) for name, words in asdict(usual).items()})
