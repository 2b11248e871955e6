"""How long the register of 500 activities and 500 other commitments takes, beside copying its rows and sorting them.

Run it as `python bench/commitments.py`. Compare the ratio, not the times.
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import Risk, RiskMeasure
from digisos_wizard.model.rules.commitments.register import Ground, register
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.workshop import Action
from digisos_wizard.storage import planfile

TODAY = date(2026, 11, 23)
ACTIVITIES, OTHERS, ROUNDS = 500, 125, 41


def large() -> Document:
    """Return a plan with 500 activities and 500 other commitments."""
    plan = planfile.read(resources() / "examples" / "hamar.digisos").document.plan
    person = plan.people.persons[0].id

    def day(number: int) -> date:
        return TODAY + timedelta(days=number % 200)

    own = [
        OwnActivity(id=f"a{number}", title=f"Aktivitet {number}", offset_days=-number % 150)
        for number in range(ACTIVITIES)
    ]
    items = [
        OwnChecklistItem(id=f"o{number}", text=f"Punkt {number}", deadline=day(number)) for number in range(OTHERS)
    ]
    actions = [
        Action(id=f"m{number}", text=f"Vedtak {number}", owner=person, deadline=day(number))
        for number in range(2 * OTHERS)
    ]
    risks = [
        Risk(id=f"r{n}", title=f"Risiko {n}", measures=(RiskMeasure(id=f"t{n}", text=f"Tiltak {n}"),))
        for n in range(OTHERS)
    ]
    edits = [
        Set(("connection", "own_activities"), tuple(own)),
        Set(("checklist", "own"), tuple(items)),
        Set(("workshop", "actions"), tuple(actions)),
        Set(("privacy", "risks"), tuple(risks)),
    ]
    return Document(plan=apply(plan, *edits))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the median and the 95th percentile of some rounds, in milliseconds."""
    times = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    times.sort()
    return median(times), times[int(len(times) * 0.95)]


def main() -> None:
    """Measure and print."""
    content, document = load(), large()
    figures = Figures(document, content, TODAY)
    known, agreements = figures.hands, figures.agreements
    schedule, checklist, cooperation = figures.schedule, figures.checklist, figures.cooperation
    ground = Ground(document.plan, content, known, agreements, schedule, checklist, cooperation)
    items = figures.register.items
    floor, _worst = timed(lambda: sorted([(one.due.day or date.max, one.title) for one in items]))
    spent, worst = timed(lambda: register(ground))
    whole, _worst = timed(lambda: Figures(document, content, TODAY).register)
    print(f"{len(items)} commitments")
    print(f"floor: taken out and sorted {floor:8.2f} ms")
    print(f"register                    {spent:8.2f} ms, 95 % {worst:.2f} ms, {spent / floor:.0f} times the floor")
    print(f"with plan and checklist     {whole:8.2f} ms")


if __name__ == "__main__":
    main()
