"""Who holds a role, wherever in the plan that was answered: one rule for roles that are asked for in two places."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.base import SHARED, PerMunicipality
from digisos_wizard.model.plan import Plan

SIGNATORY, OFFICER, MANAGEMENT = "signatory", "privacy-officer", "management"
PROJECT_OWNER = "project-owner"
"""Who owns the project is answered with the decision; where nobody is named there, it is the office's management."""


class Held(NamedTuple):
    """Who holds a role, and where that is answered; `person` None where nobody is named."""

    person: str | None
    at: Address


INHERITED: Mapping[Address, tuple[str, str]] = {
    ("decision", "project_owner"): (MANAGEMENT, "person"),
    ("benefits", "responsible"): (MANAGEMENT, "person"),
    ("connection", "contingency", "watcher"): ("fiks-contact", "person"),
    ("connection", "contingency", "deputy"): ("fiks-contact", "deputy"),
    ("agreements", "signatory", "person"): (SIGNATORY, "person"),
    ("privacy", "dpia", "officer"): (OFFICER, "person"),
    ("privacy", "dpia", "decided_by"): (MANAGEMENT, "person"),
    ("privacy", "ros", "decided_by"): (MANAGEMENT, "person"),
    ("connection", "fiks", "altinn_role_holder"): ("archive", "person"),
}
"""Fields (shared and own answers alike) that a role answers until somebody else is named."""


def holder(plan: Plan, role: str, place: str = SHARED) -> Held:
    """Return who holds a role for a municipality: signatories are named with the agreements first, others as roles."""
    found = list(_answers(plan, role, place))
    return next((held for held in found if held.person), found[0])


def leader(plan: Plan) -> Held:
    """Return who leads the introduction: the office's management, else whoever owns the project."""
    return holder(plan, MANAGEMENT)


def inherited(plan: Plan, address: Address) -> Held | None:
    """Return who stands in a person field until another is named there, None where nobody is inherited."""
    plain, place = _plain(address)
    if plain not in INHERITED:
        return None
    role, field = INHERITED[plain]
    if field == "person":
        held = holder(plan, role, place)
        return held if held.person and held.at != address else None
    given = next((one for one in plan.people.roles if one.id == role), None)
    person = given.deputy if given is not None else None
    return Held(person, ("people", "roles", role, field)) if person else None


def _answers(plan: Plan, role: str, place: str) -> Iterator[Held]:
    given = next((one for one in plan.people.roles if one.id == role), None)
    person = given.person if given is not None and not given.not_relevant else None
    named = Held(person, ("people", "roles", role, "person"))
    match role:
        case "signatory":
            yield _area(plan, ("agreements", "signatory"), "person", place)
            yield named
        case "privacy-officer":
            yield named
            yield _area(plan, ("privacy", "dpia"), "officer", place)
        case "fiks-contact":
            yield named
            yield Held(plan.connection.contingency.watcher, ("connection", "contingency", "watcher"))
        case "management":
            yield named
            yield Held(plan.decision.project_owner, ("decision", "project_owner"))
        case "project-owner":
            yield Held(plan.decision.project_owner, ("decision", "project_owner"))
            yield from _answers(plan, MANAGEMENT, place)
        case _:
            yield named


def _area(plan: Plan, area: Address, field: str, place: str) -> Held:
    """Return a person of a shared-or-own answer; asked of all, the shared one, else the first of the own ones."""
    answers = resolve(plan, area)
    if not isinstance(answers, PerMunicipality):
        return Held(None, area)
    if place and answers.has_own(place):
        return Held(getattr(answers.of(place), field), (*area, "own", place, "value", field))
    shared = Held(getattr(answers.shared, field), (*area, "shared", field))
    if place or shared.person:
        return shared
    own = (Held(getattr(one.value, field), (*area, "own", one.id, "value", field)) for one in answers.own)
    return next((held for held in own if held.person), shared)


def _plain(address: Address) -> tuple[Address, str]:
    """Return an address as `INHERITED` has it, and the municipality whose own answer it is."""
    if "shared" in address:
        at = address.index("shared")
        return (*address[:at], *address[at + 1 :]), SHARED
    if "own" in address and "value" in address:
        at = address.index("own")
        return (*address[:at], *address[at + 3 :]), address[at + 1]
    return address, SHARED
