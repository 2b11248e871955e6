"""The rows that paper forms have: what each is called, and where it stands in the plan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import Item
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.reckoned import Reckoned

Asked = tuple[str, str, Address]
"""Title, question, and where the answer stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a row is called, where it stands, and by field what is computed rather than answered."""

    label: str
    address: Address
    given: Mapping[str, str] = field(default_factory=dict)


def municipalities(reckoned: Reckoned) -> Sequence[Line]:
    """Return the municipalities that the office serves."""
    plan = reckoned.plan
    return [
        Line(municipality_name(plan, place.id), ("decision", "municipalities", place.id))
        for place in plan.decision.municipalities
    ]


def roles(reckoned: Reckoned) -> Sequence[Line]:
    """Return the content's roles."""
    return [Line(role.title, ("people", "roles", role.id)) for role in reckoned.content.roles]


def persons(reckoned: Reckoned) -> Sequence[Line]:
    """Return the persons of the plan."""
    return [
        Line(person.name or _("Person uten navn"), ("people", "persons", person.id))
        for person in reckoned.plan.people.persons
    ]


def named(table: Address, field: str) -> Callable[[Reckoned], Sequence[Line]]:
    """Return how the rows of a table of the plan are listed, each by a field of its own."""
    return lambda reckoned: [
        Line(getattr(row, field), (*table, row.id)) for row in cast("tuple[Item, ...]", resolve(reckoned.plan, table))
    ]


def agreements(reckoned: Reckoned) -> Sequence[Line]:
    """Return the agreements that must be signed, by municipality where there are several."""
    plan = reckoned.plan
    several = len(plan.decision.municipalities) > 1
    needed = [cell for cell in reckoned.agreements if cell.required]
    if not needed:
        current = [spec for spec in reckoned.content.agreements if not spec.superseded]
        return [Line(spec.title, ("agreements", "statuses", spec.id)) for spec in current]
    return [
        Line(
            f"{cell.spec.title}, {municipality_name(plan, cell.municipality)}" if several else cell.spec.title,
            ("agreements", "statuses", cell.row_id),
        )
        for cell in needed
    ]


def assessments(reckoned: Reckoned) -> Sequence[Asked]:
    """Return the parts of the DPIA: title, question and where the text stands."""
    return [(part.title, part.question, ("privacy", "parts", part.id, "text")) for part in reckoned.content.dpia_parts]


def steps(reckoned: Reckoned) -> Sequence[Line]:
    """Return the steps of the work process by number."""
    unnamed = _("Steg uten navn")
    return [
        Line(f"{number}. {step.name or unnamed}", ("mapping", "steps", step.id))
        for number, step in enumerate(reckoned.plan.mapping.steps, start=1)
    ]


def groups(reckoned: Reckoned) -> Sequence[Line]:
    """Return the five groups of applicants."""
    return [Line(group.title, ("mapping", "groups", group.id)) for group in reckoned.content.groups]


def tasks(reckoned: Reckoned) -> Sequence[Line]:
    """Return the organisational tasks and routines."""
    return [Line(task.title, ("mapping", "tasks", task.id)) for task in reckoned.content.tasks if not task.superseded]


def reflections(reckoned: Reckoned) -> Sequence[Asked]:
    """Return the reflection questions."""
    return [
        (part.title, part.question, ("mapping", "reflections", part.id, "answer"))
        for part in reckoned.content.reflections
    ]


def benefits(reckoned: Reckoned) -> Sequence[Line]:
    """Return the benefits by number."""
    return [
        Line(f"{item.number} {item.title}".strip(), ("benefits", "items", item.id))
        for item in reckoned.plan.benefits.items
    ]


def measures(reckoned: Reckoned) -> Sequence[Line]:
    """Return what is done for the benefits."""
    return [
        Line(f"{item.number} {measure.text}".strip(), ("benefits", "items", item.id, "measures", measure.id))
        for item in reckoned.plan.benefits.items
        for measure in item.measures
    ]


def activities(reckoned: Reckoned) -> Sequence[Line]:
    """Return the activities of the connection plan, by municipality where each has its own."""
    plan = reckoned.plan
    several = len(plan.decision.municipalities) > 1
    found = []
    for activity in reckoned.schedule.activities:
        if activity.address[:1] != ("connection",):
            continue
        place = municipality_name(plan, activity.municipality) if several and activity.municipality else ""
        due = formatting.day(activity.due) if activity.due is not None else ""
        found.append(
            Line(f"{activity.title}, {place}" if place else activity.title, activity.address, {"deadline": due})
        )
    return found
