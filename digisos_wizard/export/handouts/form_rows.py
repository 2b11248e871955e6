"""The rows that forms have: what each is called, and where it stands in the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures

Asked = tuple[str, str, Address]
"""Title, question, and where the answer stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a row is called, where it stands, and by field what is computed rather than answered."""

    label: str
    address: Address
    given: Mapping[str, str] = field(default_factory=dict)


def municipalities(figures: Figures) -> Sequence[Line]:
    """Return the municipalities that the office serves."""
    plan = figures.plan
    return [
        Line(municipality_name(plan, place.id), ("decision", "municipalities", place.id))
        for place in plan.decision.municipalities
    ]


def vendor_costs(figures: Figures) -> Sequence[Line]:
    """Return the lines of the vendor's offer that all municipalities share."""
    base = ("costs", "answers", "shared", "vendor_costs")
    return [Line(line.description, (*base, line.id)) for line in figures.plan.costs.answers.shared.vendor_costs]


def roles(figures: Figures) -> Sequence[Line]:
    """Return the content's roles."""
    return [Line(role.title, ("people", "roles", role.id)) for role in figures.content.roles]


def own_roles(figures: Figures) -> Sequence[Line]:
    """Return the roles that the office has added."""
    return [Line(role.title, ("people", "own_roles", role.id)) for role in figures.plan.people.own_roles]


def persons(figures: Figures) -> Sequence[Line]:
    """Return the persons of the plan."""
    return [
        Line(person.name or _("Person uten navn"), ("people", "persons", person.id))
        for person in figures.plan.people.persons
    ]


def agreements(figures: Figures) -> Sequence[Line]:
    """Return the agreements that must be signed, by municipality where there are several."""
    plan = figures.plan
    several = len(plan.decision.municipalities) > 1
    needed = [cell for cell in figures.agreements if cell.required]
    if not needed:
        current = [spec for spec in figures.content.agreements if not spec.superseded]
        return [Line(spec.title, ("agreements", "statuses", spec.id)) for spec in current]
    return [
        Line(
            f"{cell.spec.title}, {municipality_name(plan, cell.municipality)}" if several else cell.spec.title,
            ("agreements", "statuses", cell.row_id),
        )
        for cell in needed
    ]


def assessments(figures: Figures) -> Sequence[Asked]:
    """Return the parts of the DPIA: title, question and where the text stands."""
    return [(part.title, part.question, ("privacy", "parts", part.id, "text")) for part in figures.content.dpia_parts]


def steps(figures: Figures) -> Sequence[Line]:
    """Return the steps of the work process by number."""
    unnamed = _("Steg uten navn")
    return [
        Line(f"{number}. {step.name or unnamed}", ("mapping", "steps", step.id))
        for number, step in enumerate(figures.plan.mapping.steps, start=1)
    ]


def groups(figures: Figures) -> Sequence[Line]:
    """Return the five groups of applicants."""
    return [Line(group.title, ("mapping", "groups", group.id)) for group in figures.content.groups]


def tasks(figures: Figures) -> Sequence[Line]:
    """Return the organisational tasks and routines."""
    return [Line(task.title, ("mapping", "tasks", task.id)) for task in figures.content.tasks if not task.superseded]


def reflections(figures: Figures) -> Sequence[Asked]:
    """Return the reflection questions."""
    return [
        (part.title, part.question, ("mapping", "reflections", part.id, "answer"))
        for part in figures.content.reflections
    ]


def benefits(figures: Figures) -> Sequence[Line]:
    """Return the benefits by number."""
    return [
        Line(f"{item.number} {item.title}".strip(), ("benefits", "items", item.id))
        for item in figures.plan.benefits.items
    ]


def measures(figures: Figures) -> Sequence[Line]:
    """Return what is done for the benefits."""
    return [
        Line(f"{item.number} {measure.text}".strip(), ("benefits", "items", item.id, "measures", measure.id))
        for item in figures.plan.benefits.items
        for measure in item.measures
    ]


def activities(figures: Figures) -> Sequence[Line]:
    """Return the activities of the connection plan, by municipality where each has its own."""
    plan = figures.plan
    several = len(plan.decision.municipalities) > 1
    found = []
    for activity in figures.schedule.activities:
        if activity.address[:1] != ("connection",):
            continue
        place = municipality_name(plan, activity.municipality) if several and activity.municipality else ""
        due = formatting.day(activity.deadline) if activity.deadline is not None else ""
        found.append(
            Line(f"{activity.title}, {place}" if place else activity.title, activity.address, {"deadline": due})
        )
    return found
