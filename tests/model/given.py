"""Plans for the tests of the rules, told by what is special about them."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from digisos_wizard.content import load
from digisos_wizard.model.address import read
from digisos_wizard.model.content import Content
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.plan import Document, Plan

TODAY = date(2026, 11, 23)
ORG_NUMBERS = ("970540008", "940837685", "939984194", "964950768")


@cache
def content() -> Content:
    """Return the handbook as shipped."""
    return load()


def plan_of(*populations: int | None, answers: Mapping[str, object] | None = None) -> Plan:
    """Return a plan with municipalities `a`, `b` … of so many inhabitants, and answers by written address."""
    places = tuple(
        Municipality(
            id="abcd"[position],
            name=("Ask", "Bjerk", "Sitka", "Dogg")[position],
            org_number=ORG_NUMBERS[position],
            population=people,
            population_date=date(2026, 1, 1),
        )
        for position, people in enumerate(populations)
    )
    edits = [Set(("decision", "municipalities"), places)]
    edits += [Set(read(address), value) for address, value in (answers or {}).items()]
    return apply(Plan(), *edits)


def figures_of(plan: Plan, today: date = TODAY) -> Figures:
    """Return the figures of a plan on a day."""
    return Figures(Document(plan=plan), content(), today)


def found(plan: Plan, rule: str, today: date = TODAY) -> list[Finding]:
    """Return what one rule has to say about a plan."""
    return [finding for finding in figures_of(plan, today).findings if finding.rule == rule]


def severity_of(plan: Plan, rule: str, today: date = TODAY) -> Severity | None:
    """Return how serious the first finding of a rule is, None where it says nothing."""
    return next((finding.severity for finding in found(plan, rule, today)), None)
