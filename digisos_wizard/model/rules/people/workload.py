"""How much each person has taken on: roles held, and hours a week as estimated."""

from collections import Counter
from decimal import Decimal

from digisos_wizard.model.people import OwnRole, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.result import ZERO


def hours_by_person(plan: Plan) -> dict[str, Decimal]:
    """Return hours a week by person, for those with an estimate."""
    hours: dict[str, Decimal] = {}
    for role in _held(plan):
        if role.person is not None and role.hours_per_week is not None:
            hours[role.person] = hours.get(role.person, ZERO) + role.hours_per_week
    return hours


def roles_by_person(plan: Plan) -> Counter[str]:
    """Return how many roles each person holds, deputies not counted."""
    return Counter(role.person for role in _held(plan) if role.person is not None)


def _held(plan: Plan) -> tuple[RoleAssignment | OwnRole, ...]:
    return (*plan.people.roles, *plan.people.own_roles)
