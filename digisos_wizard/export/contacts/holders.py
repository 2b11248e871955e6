"""Who holds which role: the handbook's roles first, then the office's own, then those without a role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.terms import Phase


@dataclass(frozen=True, slots=True)
class Holder:
    """A role, when it takes part, and the ids of who holds it and who stands in."""

    role: str
    phases: str
    person: str | None
    deputy: str | None


def holders(figures: Figures) -> Iterator[Holder]:
    """Yield the roles that somebody holds or must hold."""
    people = figures.plan.people
    held = {role.id: role for role in people.roles}
    for spec in figures.content.roles:
        given = held.get(spec.id, RoleAssignment(id=spec.id))
        if given.not_relevant or not (spec.required or given.person or given.deputy):
            continue
        yield Holder(spec.title, _phases(figures, spec.phases), given.person, given.deputy)
    for own in people.own_roles:
        yield Holder(own.title or _("Rolle uten navn"), _phases(figures, own.phases), own.person, own.deputy)


def others(figures: Figures) -> list[Person]:
    """Return the persons who hold no role and stand in for nobody."""
    known = {person_id for holder in holders(figures) for person_id in (holder.person, holder.deputy)}
    return [person for person in figures.plan.people.persons if person.id not in known]


def leaders(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield who owns the project and who answers for the benefits."""
    plan = figures.plan
    yield _("Prosjekteier"), person_name(plan, plan.decision.project_owner) or _("mangler")
    yield _("Gevinstansvarlig"), person_name(plan, plan.benefits.responsible) or _("mangler")


def _phases(figures: Figures, phases: Sequence[Phase]) -> str:
    return ", ".join(figures.content.option_label("Phase", phase.value) for phase in phases)
