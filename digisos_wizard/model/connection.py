"""The connection day, the work around it, Fiks and contingency."""

from datetime import date

from .base import Item, PerMunicipality, Record, SparseItem
from .terms import TaskState


class ActivityStatus(SparseItem):
    """What is said by hand of an activity (`activity` or `activity@municipality`); no state: the plan decides."""

    state: TaskState | None = None
    done_on: date | None = None
    owner: str | None = None
    deadline: date | None = None
    duration_days: int | None = None
    note: str = ""


class OwnActivity(Item):
    """An activity of the office's own; days are counted from the connection day, negative before it.

    `after` holds row ids of activities that must be finished first; without a municipality it is for all.
    """

    title: str = ""
    municipality: str | None = None
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


class WatchDay(Item):
    """One day of the daily watch after connecting: who looked, and what they saw."""

    day: date | None = None
    seen_by: str | None = None
    trouble: bool | None = None
    note: str = ""


class ReportedState(Item):
    """How something stood in a weekly report; the id is that of the activity, agreement or checklist row."""

    title: str = ""
    state: TaskState = TaskState.OPEN
    deadline: date | None = None


class WeeklyReport(Item):
    """How the plan stood on the day a weekly report was made, so that the next one can tell what changed.

    `whole`: every commitment is in it; older ones know activities and the checklist alone.
    """

    taken_on: date | None = None
    connection_day: date | None = None
    note: str = ""
    blockers: tuple[str, ...] = ()
    whole: bool = False
    states: tuple[ReportedState, ...] = ()


class SentEvent(Item):
    """An event of a calendar that was sent; `closed`: it was told to be done or off, and needs no more telling."""

    day: date
    title: str = ""
    closed: bool = False


class SentCalendar(Item):
    """What a calendar held when it was last sent; the id is a person's, or `all`."""

    events: tuple[SentEvent, ...] = ()


class Connection(Record):
    """The day, the activities, Fiks, contingency, what follows after connecting, reports and calendars sent."""

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
    norg_checked_on: date | None = None
    watch: tuple[WatchDay, ...] = ()
    reports: tuple[WeeklyReport, ...] = ()
    calendars: tuple[SentCalendar, ...] = ()
