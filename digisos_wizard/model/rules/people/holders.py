"""Who holds a role, wherever in the plan that was answered: one rule for roles that are asked for in two places."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digisos_wizard.model.address import Address, exists, resolve
from digisos_wizard.model.base import SHARED, PerMunicipality
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.people import RoleAssignment
from digisos_wizard.model.plan import Plan

SIGNATORY, OFFICER, MANAGEMENT, BENEFIT_OWNER = "signatory", "privacy-officer", "management", "benefit-owner"
PROJECT_OWNER = "project-owner"
"""Who owns the project is answered with the decision; where nobody is named there, it is the office's management."""

ROLES, WATCHER = ("people", "roles"), ("connection", "contingency", "watcher")
DEPUTY = ("connection", "contingency", "deputy")
RESPONSIBLE = ("benefits", "responsible")


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


def stands(plan: Plan, address: Address) -> Held:
    """Return who stands in a person field: whoever is named there, else whoever holds the role that it follows."""
    own = resolve(plan, address) if exists(plan, address) else None
    if isinstance(own, str) and own:
        return Held(own, address)
    return followed(plan, address) or Held(None, address)


def followed(plan: Plan, address: Address) -> Held | None:
    """Return whom a person field takes from elsewhere as long as nobody is named there, None where that is nobody."""
    plain, place = _plain(address)
    if plain[:2] == ROLES and plain[3:] == ("person",):
        role, field = plain[2], "person"
        given = _given(plan, role)
        if given is not None and given.not_relevant:
            return None
    elif plain in INHERITED:
        role, field = INHERITED[plain]
    else:
        return None
    if field == "person":
        others = (held for held in _answers(plan, role, place) if held.at[:2] != address[:2])
        return next((held for held in others if held.person), None)
    given = _given(plan, role)
    person = given.deputy if given is not None else None
    return Held(person, (*ROLES, role, field)) if person else None


def measures(plan: Plan, benefit: Benefit) -> Held:
    """Return who measures a benefit: whoever is named, else whoever usually would."""
    named = Held(benefit.measured_by, ("benefits", "items", benefit.id, "measured_by"))
    return named if named.person else usually_measures(plan, benefit)


def usually_measures(plan: Plan, benefit: Benefit) -> Held:
    """Return who measures a benefit where nobody is named: its owner, else whoever answers for the benefits."""
    owner = Held(benefit.owner, ("benefits", "items", benefit.id, "owner"))
    return owner if owner.person else holder(plan, BENEFIT_OWNER)


def _given(plan: Plan, role: str) -> RoleAssignment | None:
    return next((one for one in plan.people.roles if one.id == role), None)


def _answers(plan: Plan, role: str, place: str) -> Iterator[Held]:
    given = _given(plan, role)
    person = given.person if given is not None and not given.not_relevant else None
    named = Held(person, (*ROLES, role, "person"))
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
