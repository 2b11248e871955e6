"""Who, by when and why, in words: the same on every page and paper."""

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content
from digisos_wizard.model.display import person_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.commitments.result import Commitment, Kind, Register
from digisos_wizard.model.rules.proof.owed import Due, Origin, Owner
from digisos_wizard.model.terms import TaskState


def owner_words(plan: Plan, content: Content, owner: Owner) -> str:
    """Return who does it: a name, else the role that nobody holds yet; empty where nobody is known."""
    name = person_name(plan, owner.person) or owner.others
    return name or next((role.title for role in content.roles if role.id == owner.role), "")


def owner_origin(content: Content, register: Register, owner: Owner) -> str:
    """Return where an owner comes from, such as "fra Roller: IT"; empty where it is set on the thing itself."""
    if owner.origin is Origin.WHOLE:
        whole = register.by_key.get(owner.whole)
        if whole is not None:
            return _("fra «{title}»").format(title=whole.title)
        return _("fra tiltaket før") if owner.at[:1] == ("privacy",) else _("fra gevinsten")
    if owner.origin is not Origin.ROLE:
        return ""
    title = next((role.title for role in content.roles if role.id == owner.role), "")
    return _("fra Roller: {role}").format(role=title) if title else ""


def due_origin(register: Register, due: Due) -> str:
    """Return where a deadline comes from; empty where it is set on the thing itself."""
    whole = register.by_key.get(due.whole)
    return {
        Origin.AGREED: _("avtalt med leverandøren"),
        Origin.DAY: _("regnet fra påkoblingsdagen"),
        Origin.WAITING: _("noe annet venter på det"),
        Origin.WHOLE: _("fra «{title}»").format(title=whole.title) if whole is not None else _("fra målepunktet"),
    }.get(due.origin, "")


def told(one: Commitment) -> str:
    """Return the title, with what is left of something that has many parts and is begun."""
    proof = one.standing.proof
    many = (one.activity is not None and one.agreement is None) or one.kind is Kind.MEASUREMENT
    if many and proof is not None and proof.text and one.standing.state is proof.state is TaskState.IN_PROGRESS:
        return f"{one.title}. {proof.text}"
    return one.title
