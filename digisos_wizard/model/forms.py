"""What tells a file when it comes back: hidden marks, sheets and column titles, for writer and reader."""

from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.content import MeasuringPointSpec

STAFF_MARK = "digisos-skjema"
STAFF_KEYS = "_skjema"
"""The hidden sheet of a staff form: mark, plan, office, and the step of every row."""
FOLLOW_UP_MARK = "digisos-gevinstplan"
FOLLOW_UP_KEYS = "_plan"
"""The hidden sheet of the benefits workbook: mark, plan, office, and which benefit each number is."""
POINT = "point:"
"""Begins the keys that tell which measuring point a sheet is for."""
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
    """The words by which a follow-up sheet's cells are found again."""

    number: str
    benefit: str
    measured_on: str
    value: str
    note: str


def register_sheet() -> str:
    """Return the name of the sheet that holds every benefit once."""
    return _("Gevinstplan")


def measuring_sheet() -> str:
    """Return the name of the sheet that says what is measured how; it held the log as well before that had its own."""
    return _("Nullpunkt og måling")


def log_sheet() -> str:
    """Return the name of the sheet with the measurements that belong to no measuring point."""
    return _("Andre målinger")


def in_percent(unit: str) -> bool:
    """Tell whether a unit is per cent: cells count it as a share, the plan in hundredths."""
    return unit.strip().casefold().startswith(("prosent", "%"))


def follow_up_titles() -> FollowUpTitles:
    """Return the words of a follow-up sheet."""
    return FollowUpTitles(
        number=_("Nr."),
        benefit=_("Gevinst"),
        measured_on=_("Målt dato"),
        value=_("Målt verdi"),
        note=_("Merknad"),
    )
