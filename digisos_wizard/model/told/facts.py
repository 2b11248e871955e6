"""What a plan knows that slides and letters may tell: names, days and figures in words."""

from collections.abc import Mapping
from datetime import date
from string import Formatter

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.rules.days import connection_date
from digisos_wizard.model.rules.people.holders import WATCHER, holder, leader, stands
from digisos_wizard.model.rules.proof.counting import counted
from digisos_wizard.model.terms import CostTiming, TaskState

FACTS = (
    "office",
    "municipality",
    "day",
    "benefits",
    "hours",
    "cost_once",
    "cost_year",
    "watcher",
    "measures",
    "dates",
    "people",
    "actions",
)
"""What a text of the content may ask for; of several lines each is a point of its own."""
MOST = 6
"""Lines that a fact has at most."""
UNFINISHED = (TaskState.OPEN, TaskState.IN_PROGRESS)


def facts(figures: Figures, municipality: str = "") -> Mapping[str, str]:
    """Return the facts in words, of the whole plan or as one municipality tells them; what is unknown is empty."""
    plan = figures.plan
    places = [place for place in plan.decision.municipalities if not municipality or place.id == municipality]
    day = connection_date(plan, municipality) if municipality else figures.schedule.day
    return {
        "office": plan.decision.office or _("NAV-kontoret"),
        "municipality": _joined([municipality_name(plan, place.id) for place in places]) or _("kommunen"),
        "day": formatting.day(day) if day is not None else _("ikke bestemt ennå"),
        "benefits": _benefits(figures),
        "hours": said.in_plan(figures.benefits) if figures.benefits.claimed else "",
        "cost_once": _cost(figures, CostTiming.ONE_OFF, None),
        "cost_year": _cost(figures, CostTiming.YEARLY, min(1, figures.costs.years - 1)),
        "watcher": person_name(plan, stands(plan, WATCHER).person),
        "measures": _lines([group.measures for group in plan.mapping.groups]),
        "dates": _lines(_dates(figures)),
        "people": _lines(_people(figures)),
        "actions": _lines(_actions(figures)),
    }


def filled(text: str, known: Mapping[str, str]) -> str:
    """Return the text with its facts, empty where it asks for one that is unknown."""
    asked = {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
    return text.format_map(known) if all(known[name] for name in asked) else ""


def connected_on(figures: Figures, municipality: str) -> date | None:
    """Return when a municipality, or the office as long as none is named, came into use; None before that day."""
    day = figures.plan.connection.day.of(municipality).connected_on
    return day if day is not None and day <= figures.today else None


def _joined(names: list[str]) -> str:
    return _("{first} og {last}").format(first=", ".join(names[:-1]), last=names[-1]) if names[1:] else "".join(names)


def _lines(texts: list[str]) -> str:
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return "\n".join(lines[:MOST])


def _benefits(figures: Figures) -> str:
    items = figures.plan.benefits.items
    owned = sum(bool(item.owner or item.owner_body.strip()) for item in items)
    if not items:
        return ""
    return _("{gains} i planen, {owned} med eier.").format(gains=counted(figures.plan.benefits).said, owned=owned)


def _cost(figures: Figures, timing: CostTiming, year: int | None) -> str:
    total = figures.costs.total(timing=timing, year_index=year)
    if not total.net:
        return ""
    words = formatting.kroner(total.net)
    return words if total.complete else _("{amount}, ufullstendig").format(amount=words)


def _dates(figures: Figures) -> list[str]:
    due = [
        (one.due.day, one.title)
        for one in figures.register.tops()
        if one.due.day is not None and not one.finished and one.due.day >= figures.today
    ]
    return [f"{formatting.near_day(deadline, figures.today)}: {title}" for deadline, title in sorted(due)]


def _people(figures: Figures) -> list[str]:
    plan = figures.plan
    leads = person_name(plan, leader(plan).person)
    lines = [_("Leder innføringen: {name}").format(name=leads)] if leads else []
    named = ((role.title, person_name(plan, holder(plan, role.id).person)) for role in figures.content.roles)
    return [*lines, *(f"{title}: {name}" for title, name in named if name)]


def _actions(figures: Figures) -> list[str]:
    plan = figures.plan
    lines = []
    for action in plan.workshop.actions:
        if action.state in UNFINISHED and action.text.strip():
            who = person_name(plan, action.owner)
            when = formatting.near_day(action.deadline, figures.today) if action.deadline is not None else ""
            told = ", ".join(filter(None, (who, when)))
            text = " ".join(action.text.split())
            lines.append(f"{text} ({told})" if told else text)
    return lines
