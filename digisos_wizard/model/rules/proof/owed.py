"""Who owes something and by when, each with where that comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.model.address import Address


class Origin(StrEnum):
    """Where an owner or a deadline comes from."""

    SET = "set"
    ROLE = "role"
    AGREED = "agreed"
    DAY = "day"
    WAITING = "waiting"
    WHOLE = "whole"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does something: a person, else a role of the handbook that nobody holds yet, else others by their name.

    `at` is where to name another; `whole` the activity that it is taken from, where it is.
    """

    person: str | None = None
    role: str = ""
    origin: Origin = Origin.NONE
    at: Address = ()
    whole: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """By when: set by hand, agreed with the vendor, counted from the day, earlier where others wait, or of a whole."""

    day: date | None = None
    origin: Origin = Origin.NONE
    at: Address = ()
    whole: str = ""


NOBODY = Owner()
NEVER = Due()


def named(person: str | None, at: Address) -> Owner:
    """Return the owner that stands on a row of its own."""
    return Owner(person, "", Origin.SET if person else Origin.NONE, at)


def set_on(day: date | None, at: Address) -> Due:
    """Return the deadline that stands on a row of its own."""
    return Due(day, Origin.SET if day is not None else Origin.NONE, at)
