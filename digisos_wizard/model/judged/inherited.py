"""What is asked once and stands in other places too: which fields take their value from elsewhere, and from where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address, leaves
from digisos_wizard.model.base import PerMunicipality, Record
from digisos_wizard.model.kinds import kind_at
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.commitments.result import Commitment
from digisos_wizard.model.rules.commitments.words import due_origin, owner_origin
from digisos_wizard.model.rules.connection.measuring_days import AIMS, aimed_at
from digisos_wizard.model.rules.costs.coverage import usual
from digisos_wizard.model.rules.people.holders import (
    INHERITED,
    ROLES,
    SIGNATORY,
    Held,
    followed,
    holder,
    usually_measures,
)
from digisos_wizard.model.rules.privacy.risks import owner_of
from digisos_wizard.model.rules.proof.hands import Said
from digisos_wizard.model.rules.proof.owed import NEVER, NOBODY, Due, Owner
from digisos_wizard.model.steps import step_of

OWNER_FIELDS: Mapping[Address, str] = {
    ("connection", "activities"): "owner",
    ("checklist", "answers"): "responsible",
    ("mapping", "tasks"): "owner",
}
"""Tables whose rows may stand for the same thing -> what their owner is called there."""
PROVED = (("connection", "activities"), ("checklist", "answers"))
"""Tables whose rows leave their state to the plan."""
Found = tuple[Address, "Inherited"]


@dataclass(frozen=True, slots=True)
class Inherited:
    """What stands in a field as long as nothing is written there, in words and with where it comes from ("fra Roller").

    `at` is where it is answered. `copied`: the field holds a copy, so that a value like it is no answer of its own.
    """

    value: object
    text: str
    origin: str
    at: Address
    copied: bool = False

    @property
    def words(self) -> str:
        """The value and where it comes from: "Kari Eksempel – fra Roller"."""
        return f"{self.text} – {self.origin}"


def inherited(reckoned: Reckoned) -> Mapping[Address, Inherited]:
    """Return what every field takes from elsewhere, also where something else is written in it."""
    makers = (_roles, _commitments, _measures, _benefits, _agreements, _minutes, _coverage)
    return {address: found for maker in makers for address, found in maker(reckoned)}


def _made(reckoned: Reckoned, address: Address, value: object, at: Address, origin: str = "") -> Found:
    text = kind_at(reckoned.content, address).words(reckoned.plan, value)
    return address, Inherited(value, text, origin or from_step(reckoned, at), at)


def from_step(reckoned: Reckoned, at: Address) -> str:
    """Return which step an answer comes from, such as "fra Roller"."""
    step = step_of(at).value
    title = next((one.title for one in reckoned.content.steps if one.id == step), "")
    return _("fra {step}").format(step=title)


def _held(reckoned: Reckoned, address: Address, held: Held | None) -> Iterator[Found]:
    if held is not None and held.person:
        yield _made(reckoned, address, held.person, held.at)


def _roles(reckoned: Reckoned) -> Iterator[Found]:
    """Yield the persons who hold the role that a field follows, and roles that are answered where they are used."""
    plan = reckoned.plan
    for plain in INHERITED:
        for address in _everywhere(plan, plain):
            yield from _held(reckoned, address, followed(plan, address))
    for spec in reckoned.content.roles:
        at: Address = (*ROLES, spec.id, "person")
        if holder(plan, spec.id).at != at:
            yield from _held(reckoned, at, followed(plan, at))


def _everywhere(plan: Record, plain: Address) -> Iterator[Address]:
    """Yield the addresses of a field of the plan: of a shared-or-own answer the shared one and every own one."""
    area = plan
    for depth, name in enumerate(plain):
        area = cast("Record", getattr(area, name))
        if isinstance(area, PerMunicipality):
            head, tail = plain[: depth + 1], plain[depth + 1 :]
            yield (*head, "shared", *tail)
            yield from ((*head, "own", own.id, "value", *tail) for own in area.own)
            return
    yield plain


def _commitments(reckoned: Reckoned) -> Iterator[Found]:
    """Yield owner, deadline and state of what stands in several places, as the others and the plan have them."""
    for one in reckoned.register.items:
        for row in one.rows:
            field = OWNER_FIELDS.get(row[:2])
            if field is None:
                continue
            owner, due = _owner(reckoned, one, row), _due(reckoned, one, row)
            if owner.person:
                words = _origin(reckoned, owner_origin(reckoned.content, reckoned.register, owner), owner.at)
                yield _made(reckoned, (*row, field), owner.person, owner.at, words)
            if due.day is not None:
                words = _origin(reckoned, due_origin(reckoned.register, due), due.at)
                yield _made(reckoned, (*row, "deadline"), due.day, due.at, words)
            if row[:2] in PROVED:
                yield from _state(reckoned, one, row)


def _origin(reckoned: Reckoned, words: str, at: Address) -> str:
    return words or (from_step(reckoned, at) if at else "")


def _elsewhere(said: tuple[Said[str], ...] | tuple[Said[date], ...], row: Address) -> Said[str] | Said[date] | None:
    return next((one for one in said if one.at[: len(row)] != row), None)


def _owner(reckoned: Reckoned, one: Commitment, row: Address) -> Owner:
    """Return who does something when its row names nobody: another row, the role, or the owner of the whole."""
    other = _elsewhere(one.said.owners, row)
    if other is not None:
        return Owner(str(other.value), at=other.at)
    if one.activity is not None:
        return one.activity.usual_owner
    whole = reckoned.register.by_key.get(one.part_of)
    return whole.owner if whole is not None else NOBODY


def _due(reckoned: Reckoned, one: Commitment, row: Address) -> Due:
    """Return when something is due when its row has no deadline."""
    other = _elsewhere(one.said.deadlines, row)
    if other is not None:
        return Due(cast("date", other.value), at=other.at)
    if one.activity is not None:
        return one.activity.owed_to if not one.said.deadlines else one.activity.usual_due
    whole = reckoned.register.by_key.get(one.part_of)
    return whole.due if whole is not None else NEVER


def _state(reckoned: Reckoned, one: Commitment, row: Address) -> Iterator[Found]:
    proof = one.standing.proof
    other = next((said for said in one.said.states if said.at[: len(row)] != row), None)
    if other is not None:
        yield _made(reckoned, (*row, "state"), other.value, other.at)
    elif proof is not None:
        yield _made(reckoned, (*row, "state"), proof.state, proof.address)
    if proof is not None and proof.proven_on is not None and row[0] == "connection":
        yield _made(reckoned, (*row, "done_on"), proof.proven_on, proof.address)


def _measures(reckoned: Reckoned) -> Iterator[Found]:
    """Yield who does a measure: against a risk whoever does the one before it, for a benefit its owner."""
    for risk in reckoned.plan.privacy.risks:
        for before, measure in zip(risk.measures, risk.measures[1:], strict=False):
            person, at = owner_of(risk, before)
            if person:
                here: Address = ("privacy", "risks", risk.id, "measures", measure.id, "owner")
                yield _made(reckoned, here, person, at, _("fra tiltaket før"))


def _benefits(reckoned: Reckoned) -> Iterator[Found]:
    plan, day = reckoned.plan, reckoned.schedule.day
    aims = {field: aimed_at(plan, reckoned.content, day, field) for field in AIMS}
    for benefit in plan.benefits.items:
        at: Address = ("benefits", "items", benefit.id)
        held = usually_measures(plan, benefit)
        if held.person:
            words = _("fra gevinsteieren") if held.at[:1] == ("benefits",) else ""
            yield _made(reckoned, (*at, "measured_by"), held.person, held.at, words)
        if benefit.owner:
            for measure in benefit.measures:
                here = (*at, "measures", measure.id, "responsible")
                yield _made(reckoned, here, benefit.owner, (*at, "owner"), _("fra gevinsteieren"))
        for field, aimed in aims.items():
            if aimed is not None:
                yield _made(reckoned, (*at, field), aimed, ("benefits", "measuring_points"), _("fra Måling"))
        if day is not None:
            yield _made(reckoned, (*at, "start_on"), day, ("connection", "day", "shared", "wished"))


def _agreements(reckoned: Reckoned) -> Iterator[Found]:
    """Yield who signs an agreement: whoever signs for its municipality."""
    for cell in reckoned.agreements:
        if cell.required:
            at: Address = ("agreements", "statuses", cell.row_id, "signed_by")
            yield from _held(reckoned, at, holder(reckoned.plan, SIGNATORY, cell.municipality))


def _minutes(reckoned: Reckoned) -> Iterator[Found]:
    """Yield the medians of what staff have answered; the plan reckons with copies of them."""
    for found in reckoned.estimates:
        if found.median is not None:
            text = kind_at(reckoned.content, found.address).words(reckoned.plan, found.median)
            words = ngettext("fra {count} svar", "fra {count} svar", found.counted).format(count=found.counted)
            yield found.address, Inherited(found.median, text, words, ("mapping", "responses"), copied=True)


def _coverage(reckoned: Reckoned) -> Iterator[Found]:
    """Yield whom an offer is for, as long as nothing is said: it follows from whether they share a case system."""
    if len(reckoned.plan.decision.municipalities) > 1:
        for address, _value in leaves(reckoned.plan.costs, ("costs",)):
            if address[-2:] == ("coverage", "covers") and "vendor_costs" in address:
                yield _made(reckoned, address, usual(reckoned.plan), ("cooperation", "case_systems"))
