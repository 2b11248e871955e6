"""How the office works today and tomorrow, and what staff say about time."""

from datetime import date

from .base import Amount, Item, Record, SparseItem
from .terms import TaskState


class ProcessStep(Item):
    """A step from application to archive; minutes each time, on paper and digitally.

    `per_month` is how often the step is taken in a month where that isn't once for every application.
    """

    catalogue_id: str | None = None
    name: str = ""
    who: str = ""
    paper_minutes: Amount | None = None
    digital_minutes: Amount | None = None
    per_month: Amount | None = None
    depends_on_attachments: bool = False
    disappears: bool | None = None
    note: str = ""


class ApplicantGroup(SparseItem):
    """How large a share of the applicants is in one of LP's five groups, and what is done for them."""

    percent: Amount | None = None
    measures: str = ""


class MappingTask(SparseItem):
    """Organisational work of the handbook and routines of the office's own; the id is the content's."""

    state: TaskState = TaskState.OPEN
    note: str = ""
    owner: str | None = None
    deadline: date | None = None


class Reflection(SparseItem):
    """The answer to a reflection question, and what was decided."""

    answer: str = ""
    decision: str = ""
    owner: str | None = None


class Material(SparseItem):
    """A piece of support material that the office uses; the id is the content's."""

    chosen: bool = False
    note: str = ""


class FormRow(SparseItem):
    """One staff member's estimate for one step; the id is the step's.

    An odd value is kept (True), left out (False), or not decided on yet (None, and then it counts).
    """

    paper_minutes: Amount | None = None
    digital_minutes: Amount | None = None
    keep_paper: bool | None = None
    keep_digital: bool | None = None


class FormResponse(Item):
    """One filled-in form that has been read back."""

    label: str = ""
    read_on: date | None = None
    digest: str = ""
    comment: str = ""
    rows: tuple[FormRow, ...] = ()


class Mapping(Record):
    """Steps, volume, groups, tasks, material, reflections, and what staff have answered."""

    cases_per_month: Amount | None = None
    steps: tuple[ProcessStep, ...] = ()
    groups: tuple[ApplicantGroup, ...] = ()
    tasks: tuple[MappingTask, ...] = ()
    materials: tuple[Material, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    responses: tuple[FormResponse, ...] = ()
