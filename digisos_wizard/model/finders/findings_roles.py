"""Which roles are empty, and who holds too much."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.people import RoleAssignment
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.costs.result import ZERO
from digisos_wizard.model.rules.people.workload import hours_by_person

MANY_ROLES = 3
FULL_WEEK = Decimal("37.5")


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    people = reckoned.plan.people
    known = {person.id: person for person in people.persons}
    held = {role.id: role for role in people.roles}
    load: Counter[str] = Counter()
    hours = hours_by_person(reckoned.plan)
    for role in reckoned.content.roles:
        assignment = held.get(role.id, RoleAssignment(id=role.id))
        at = ("people", "roles", role.id, "person")
        if assignment.person is not None and assignment.person not in known:
            text = _("{role}: personen er fjernet. Velg en annen.").format(role=role.title)
            yield Finding("role-person-gone", StepKey.ROLES, at, Severity.ERROR, text)
        elif role.required and not assignment.person and not assignment.not_relevant:
            text = _("{role}: velg hvem som har rollen.").format(role=role.title)
            yield Finding("role-empty", StepKey.ROLES, at, Severity.MISSING, text)
        if role.required and assignment.person:
            load[assignment.person] += 1
    for person in people.persons:
        at = ("people", "persons", person.id, "name")
        if not person.name.strip():
            yield Finding("person-name", StepKey.ROLES, at, Severity.MISSING, _("En person mangler navn."))
        if load[person.id] > MANY_ROLES:
            text = _("{name} har {count} roller. Vurder om det er for mye for én person.").format(
                name=person.name, count=load[person.id]
            )
            yield Finding("person-overloaded", StepKey.ROLES, at, Severity.WARNING, text)
        if hours.get(person.id, ZERO) > FULL_WEEK:
            text = _("{name} er satt opp med {hours} i uken. Fordel noe av arbeidet.").format(
                name=person.name or _("En person"), hours=formatting.hours(hours[person.id])
            )
            yield Finding("person-hours", StepKey.ROLES, at, Severity.WARNING, text)
