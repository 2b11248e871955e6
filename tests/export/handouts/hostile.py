"""A plan whose every text does its worst in handouts and slides."""

from decimal import Decimal

from digisos_wizard.model import mapping as m
from digisos_wizard.model import privacy as p
from digisos_wizard.model import workshop as w
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Plan
from tests.export import plans

LONG = "Lang tekst uten ende. " * 400


def hostile() -> Plan:
    """Return the plan."""
    texts = (*plans.HOSTILE, LONG)
    risks = tuple(p.Risk(id=f"r{number}", title=text, cause=text) for number, text in enumerate(texts))
    groups = tuple(
        m.ApplicantGroup(id=name, percent=Decimal("12.5"), measures=text)
        for name, text in zip(("alone", "informed", "guided", "helped", "paper"), texts[-5:], strict=True)
    )
    slides = tuple(
        w.ChosenSlide(id=f"s{number}", slide=slide, title=text, text=f"{text}\n{text}", notes=text)
        for number, (slide, text) in enumerate(
            zip(("", "route", "process", "groups", "gone", *[""] * (len(texts) - 5)), texts, strict=True)
        )
    )
    actions = tuple(w.Action(id=f"a{number}", text=text) for number, text in enumerate(texts))
    people = tuple(Person(id=f"x{number}", name=text, email=text, phone=text) for number, text in enumerate(texts))
    return apply(
        plans.hostile_plan(LONG),
        Set(("privacy", "risks"), risks),
        Set(("mapping", "groups"), groups),
        Set(("workshop", "slides"), slides),
        Set(("workshop", "actions"), actions),
        Set(("people", "persons"), people),
        Set(("decision", "scope"), LONG),
        Set(("decision", "project_owner"), f"x{len(texts) - 1}"),
    )
