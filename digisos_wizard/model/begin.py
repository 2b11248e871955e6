"""How a plan begins: from the answers to four questions with today's catalogues, or as a copy of another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .content import Content
from .decision import Municipality
from .edits import Insert, Set, apply
from .plan import About, Document, Plan
from .terms import PlanKind, SolutionPart


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is asked before a plan begins: the office, its municipalities with inhabitants, the kind, the wished day."""

    office: str = ""
    places: tuple[tuple[str, int | None], ...] = ()
    kind: PlanKind = PlanKind.INTRODUCTION
    wished: date | None = None


def empty_document(content: Content, plan_id: str, name: str, kind: PlanKind, today: date) -> Document:
    """Return a plan with nothing in it but its name and the newest prices and checklist."""
    plan = apply(
        Plan(about=About(plan_id=plan_id, name=name, created_on=today)),
        Set(("decision", "kind"), kind),
        Set(("costs", "catalogue"), content.catalogue("").id),
        Set(("checklist", "catalogue"), content.checklist("").id),
    )
    return Document(plan=plan)


def begun(content: Content, new_id: Callable[[], str], beginning: Beginning, today: date) -> Document:
    """Return a plan with the answers in it; whoever introduces the solution takes all of its parts at first."""
    document = empty_document(content, new_id(), plan_name(beginning, content, today), beginning.kind, today)
    plan = apply(document.plan, Set(("decision", "office"), beginning.office))
    if beginning.kind is PlanKind.INTRODUCTION:
        plan = apply(plan, Set(("decision", "solution_parts"), tuple(SolutionPart)))
    for name, population in beginning.places:
        place = Municipality(id=new_id(), name=name, population=population)
        plan = apply(plan, Insert(("decision", "municipalities"), place))
    if beginning.wished is not None:
        plan = apply(plan, Set(("connection", "day", "shared", "wished"), beginning.wished))
    return Document(plan=plan)


def plan_name(beginning: Beginning, content: Content, today: date) -> str:
    """Return what the plan is called until somebody calls it otherwise: the office, the kind and the year."""
    kind = content.option_label("PlanKind", beginning.kind.value)
    year = (beginning.wished or today).year
    subject = f"{kind[:1].lower()}{kind[1:]} {year}"
    return f"{beginning.office} – {subject}" if beginning.office else f"{kind} {year}"


def copy_of(document: Document, plan_id: str) -> Document:
    """Return the document as another plan, which is then worked on and recovered by itself."""
    return Document(plan=apply(document.plan, Set(("about", "plan_id"), plan_id)), drafts=document.drafts)
