"""A plan made by chance in which much is promised: every kind of commitment, set by hand or left to the plan."""

from datetime import date, timedelta
from random import Random

from digisos_wizard.content import load
from digisos_wizard.model import terms as t
from digisos_wizard.model.agreements import AgreementStatus, Responsibility
from digisos_wizard.model.base import Record, instance_id
from digisos_wizard.model.benefits import Benefit, BenefitMeasure
from digisos_wizard.model.connection import ActivityStatus, OwnActivity
from digisos_wizard.model.mapping import MappingTask
from digisos_wizard.model.people import Person, RoleAssignment
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.rules.connection.workdays import working_day_before
from digisos_wizard.model.signoff import ChecklistAnswer, OwnChecklistItem
from digisos_wizard.model.workshop import Action
from tests.model.given import TODAY, plan_of

STATES = tuple(t.TaskState)
NAMES = ("Ada Alm", "Bo Berg", "Cato Dal", "Dina Eng", "Eva Fjell")


def promised(seed: int, many: int = 6) -> Plan:
    """Return a plan with so many rows of every kind and two or three municipalities."""
    dice, content = Random(seed), load()  # noqa: S311 - plans for tests, no secrets
    people = tuple(Person(id=f"p{number}", name=name) for number, name in enumerate(NAMES))
    places = "abc"[: dice.choice((2, 3))]

    def person() -> str | None:
        return dice.choice((None, *(one.id for one in people)))

    def day() -> date | None:
        return working_day_before(TODAY + timedelta(days=dice.randint(-30, 200))) if dice.random() < 0.7 else None

    def state() -> t.TaskState:
        return dice.choice(STATES)

    def hand() -> t.TaskState | None:
        return dice.choice((None, None, *STATES))

    def some(ids: list[str]) -> list[str]:
        return [one for one in ids if dice.random() < 0.4]

    activities = [instance_id(one.id, place) for one in content.activities for place in ("", *places)]
    items = [instance_id(one.id, place) for one in content.checklist("").items for place in ("", *places)]
    cells = [instance_id(one.id, place) for one in content.agreements for place in places]
    rows: dict[str, tuple[Record, ...]] = {
        "people/persons": people,
        "people/roles": tuple(
            RoleAssignment(id=role.id, person=person(), deputy=person(), not_relevant=dice.random() < 0.1)
            for role in content.roles
        ),
        "connection/activities": tuple(
            ActivityStatus(id=one, state=hand(), owner=person(), deadline=day(), note="Sagt", done_on=day())
            for one in some(activities)
        ),
        "connection/own_activities": tuple(
            OwnActivity(id=f"w{n}", title=f"Egen ting {n}", offset_days=dice.randint(-60, 30), owner=person())
            for n in range(many)
        ),
        "mapping/tasks": tuple(
            MappingTask(id=one, state=state(), owner=person(), deadline=day())
            for one in some([task.id for task in content.tasks])
        ),
        "checklist/answers": tuple(
            ChecklistAnswer(id=one, state=hand(), responsible=person(), deadline=day(), reason="Sagt")
            for one in some(items)
        ),
        "checklist/own": tuple(
            OwnChecklistItem(id=f"o{n}", text=f"Eget punkt {n}", state=state(), responsible=person(), deadline=day())
            for n in range(many)
        ),
        "privacy/risks": tuple(
            Risk(
                id=f"r{n}",
                title=f"Fare {n}",
                kind=dice.choice(tuple(t.RiskKind)),
                measures=tuple(
                    RiskMeasure(id=f"r{n}m{m}", text=f"Vern {n}.{m}", owner=person(), deadline=day(), state=state())
                    for m in range(2)
                ),
            )
            for n in range(many)
        ),
        "benefits/items": tuple(
            Benefit(
                id=f"b{n}",
                number=f"Ø{n}",
                title=f"Gode {n}",
                indicator="Minutter",
                owner=person(),
                measured_by=person(),
                disadvantage=n % 4 == 3,
                measures=(BenefitMeasure(id=f"b{n}m", text=f"Grep {n}", responsible="p1", deadline=day()),),
            )
            for n in range(many)
        ),
        "workshop/actions": tuple(
            Action(id=f"m{n}", text=f"Avtalt {n}", owner=person(), deadline=day(), state=state()) for n in range(many)
        ),
        "vendor/shared/responsibilities": tuple(
            Responsibility(id=f"v{n}", task=f"Levere {n}", party=dice.choice(("Leverandøren", "KS")), deadline=day())
            for n in range(many)
        ),
        "agreements/statuses": tuple(
            AgreementStatus(id=one, state=dice.choice(tuple(t.AgreementState)), reason="Sagt") for one in some(cells)
        ),
    }
    answers: dict[str, object] = {
        **rows,
        "about/name": f"Plan {seed}",
        "decision/office": "NAV Prøve",
        "decision/project_owner": person(),
        "cooperation/form": dice.choice(tuple(t.CooperationForm)),
        "cooperation/case_systems": dice.choice(tuple(t.CaseSystemModel)),
        "connection/day/shared/wished": dice.choice((date(2027, 3, 4), date(2027, 1, 14), None)),
        "connection/contingency/watcher": person(),
        "agreements/signatory/shared/person": person(),
    }
    return plan_of(*(5_000, 7_000, 9_000)[: len(places)], answers=answers)
