"""People in one table, and the roles they hold."""

from .base import Amount, Item, Record, SparseItem
from .terms import Phase


class Person(Item):
    """Somebody who works with the introduction; everything else refers to the id."""

    name: str = ""
    title: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""


class RoleAssignment(SparseItem):
    """Who holds a role of the handbook; the id is the role's content id."""

    person: str | None = None
    deputy: str | None = None
    hours_per_week: Amount | None = None
    not_relevant: bool = False
    note: str = ""


class OwnRole(Item):
    """A role that the office has added."""

    title: str = ""
    person: str | None = None
    deputy: str | None = None
    phases: tuple[Phase, ...] = ()
    hours_per_week: Amount | None = None
    note: str = ""


class People(Record):
    """All persons and who does what."""

    persons: tuple[Person, ...] = ()
    roles: tuple[RoleAssignment, ...] = ()
    own_roles: tuple[OwnRole, ...] = ()
