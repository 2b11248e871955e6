"""Who usually signs what: roles of the content, held by persons of the plan; others may, and then it is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.content import SignerSpec
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.people.holders import MANAGEMENT, PROJECT_OWNER, holder


@dataclass(frozen=True, slots=True)
class Expected:
    """A role that may sign, and the ids of who holds it or stands in."""

    role: str
    title: str
    persons: tuple[str, ...]


def spec_for(figures: Figures, section: str) -> SignerSpec | None:
    """Return who signs a section; sections without an entry of their own are signed like the whole."""
    found = {spec.section: spec for spec in figures.content.signers}
    return found.get(section) or found.get("")


def expected(figures: Figures, section: str) -> tuple[Expected, ...]:
    """Return the roles that usually sign a section or the whole, in the content's order."""
    spec = spec_for(figures, section)
    return tuple(_expected(figures, role) for role in spec.roles) if spec is not None else ()


def _expected(figures: Figures, role: str) -> Expected:
    return Expected(role, role_title(figures, role), tuple(dict.fromkeys(filter(None, _holders(figures.plan, role)))))


def role_title(figures: Figures, role: str) -> str:
    """Return what a role is called."""
    if role == PROJECT_OWNER:
        return _("Prosjekteier")
    return next((spec.title for spec in figures.content.roles if spec.id == role), role)


def _holders(plan: Plan, role: str) -> Iterator[str | None]:
    """Yield who holds a role or stands in, wherever in the plan that is answered."""
    if role == PROJECT_OWNER:
        yield holder(plan, PROJECT_OWNER).person
        return
    given = next((one for one in plan.people.roles if one.id == role), None)
    if role != MANAGEMENT:  # whoever owns the project leads where nobody does, and is named as that
        for place in ("", *(one.id for one in plan.decision.municipalities)):
            yield holder(plan, role, place).person
    if given is not None and not given.not_relevant:
        yield from (given.person, given.deputy)


def usual_signers(figures: Figures, section: str) -> tuple[tuple[str, str], ...]:
    """Return the persons who usually sign a section or the whole, each with the first role that they do it in."""
    found: dict[str, str] = {}
    for role in expected(figures, section):
        for person in role.persons:
            found.setdefault(person, role.title)
    return tuple(found.items())


def place_of(plan: Plan) -> str:
    """Return where one signs: the municipality where there is one, else the name of the office without "NAV"."""
    places = plan.decision.municipalities
    return places[0].name if len(places) == 1 else plan.decision.office.removeprefix("NAV ").strip()


def role_of(figures: Figures, section: str, person: str) -> str:
    """Return the role that a person signs a section in: one that usually does, else another that they hold, else ""."""
    for role in expected(figures, section):
        if person in role.persons:
            return role.title
    held = [PROJECT_OWNER, *(spec.id for spec in figures.content.roles)]
    named = next((role for role in held if person in _holders(figures.plan, role)), None)
    if named is not None:
        return role_title(figures, named)
    return next((own.title for own in figures.plan.people.own_roles if person in (own.person, own.deputy)), "")


def outside(figures: Figures, section: str, person: str) -> str:
    """Return a sentence where a person has none of the roles that usually sign; the record never holds a name."""
    roles = expected(figures, section)
    if not person or not roles or any(person in role.persons for role in roles):
        return ""
    titles = [_within(role.title) for role in roles]
    words = titles[-1]
    if len(titles) > 1:
        words = _("{most} eller {last}").format(most=", ".join(titles[:-1]), last=words)
    return _("Den som signerer, står ikke i planen som {roles}.").format(roles=words)


def _within(title: str) -> str:
    """Return a title as it stands within a sentence; abbreviations keep their capitals."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def who_signs(figures: Figures, section: str) -> str:
    """Return who usually signs, with names where the plan has them."""
    parts = []
    for role in expected(figures, section):
        names = ", ".join(person_name(figures.plan, person) for person in role.persons) or _("ingen valgt")
        parts.append(f"{role.title} ({names})")
    return _("Signeres vanligvis av: {who}.").format(who="; ".join(parts)) if parts else ""
