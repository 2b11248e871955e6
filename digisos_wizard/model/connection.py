"""The connection day, the work around it, Fiks and contingency."""

from datetime import date

from .base import Item, PerMunicipality, Record, SparseItem
from .terms import TaskState


class ActivityStatus(SparseItem):
    """How far an activity has come; the id is `activity` or `activity@municipality`."""

    state: TaskState = TaskState.OPEN
    done_on: date | None = None
    owner: str | None = None
    deadline: date | None = None
    note: str = ""


class OwnActivity(Item):
    """An activity of the office's own; days are counted from the connection day, negative before it."""

    title: str = ""
    offset_days: int | None = None
    duration_days: int | None = None
    after: tuple[str, ...] = ()
    owner: str | None = None
    state: TaskState = TaskState.OPEN
    done_on: date | None = None
    note: str = ""


class ScheduleAssumption(SparseItem):
    """An own value for a schedule assumption of the content, such as the shortest preparation in weeks."""

    value: int | None = None


class ConnectionDay(Record):
    """When a municipality wishes to connect, and when it did."""

    wished: date | None = None
    connected_on: date | None = None


class Fiks(Record):
    """How a municipality is set up in Fiks (H22, H19, KS)."""

    configured_on: date | None = None
    reception_system: str = ""
    warning_email: str = ""
    firewall_ordered_on: date | None = None
    firewall_open: bool | None = None
    altinn_role_holder: str | None = None
    org_number_confirmed: bool | None = None
    administrators: str = ""


class Contingency(Record):
    """What is done when applications do not reach the case system (H22)."""

    watcher: str | None = None
    deputy: str | None = None
    frequency: str = ""
    when_transfer_fails: str = ""
    phone_list: str = ""
    built_into: str = ""
    established_on: date | None = None


class Connection(Record):
    """The day, the activities, Fiks, contingency and what follows after connecting."""

    day: PerMunicipality[ConnectionDay] = PerMunicipality[ConnectionDay](shared=ConnectionDay())
    assumptions: tuple[ScheduleAssumption, ...] = ()
    activities: tuple[ActivityStatus, ...] = ()
    own_activities: tuple[OwnActivity, ...] = ()
    with_test: bool | None = None
    fiks: PerMunicipality[Fiks] = PerMunicipality[Fiks](shared=Fiks())
    contingency: Contingency = Contingency()
    contact_centre_informed_on: date | None = None
    person_card_checked_on: date | None = None
    digisos_mailed_on: date | None = None
