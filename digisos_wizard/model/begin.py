"""How a plan begins: empty with today's catalogues, or as a copy of another."""

from datetime import date

from .content import Content
from .edits import Set, apply
from .plan import About, Document, Plan
from .terms import PlanKind


def empty_document(content: Content, plan_id: str, name: str, kind: PlanKind, today: date) -> Document:
    """Return a plan with nothing in it but its name and the newest prices and checklist."""
    plan = apply(
        Plan(about=About(plan_id=plan_id, name=name, created_on=today)),
        Set(("decision", "kind"), kind),
        Set(("costs", "catalogue"), content.catalogue("").id),
        Set(("checklist", "catalogue"), content.checklist("").id),
    )
    return Document(plan=plan)


def copy_of(document: Document, plan_id: str) -> Document:
    """Return the document as another plan, which is then worked on and recovered by itself."""
    return Document(plan=apply(document.plan, Set(("about", "plan_id"), plan_id)), drafts=document.drafts)
