"""How long a plan of 500 activities takes to schedule anew, beside copying its rows and sorting them.

Run it as `python bench/schedule.py`. Compare the ratio, not the times.
"""

import sys
from collections.abc import Callable
from datetime import date
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
from digisos_wizard.storage import planfile

TODAY = date(2026, 11, 23)
COUNT, ROUNDS = 500, 41


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
    content = load()
    plan = planfile.read(resources() / "examples" / "hamar.digisos").document.plan
    own = tuple(
        OwnActivity(
            id=f"o{number}",
            title=f"Oppgave {number}",
            offset_days=-number % 150,
            duration_days=number % 9,
            after=(f"o{number - 1}", "dpia") if number % 7 else (),
        )
        for number in range(COUNT)
    )
    plan = apply(plan, Set(("connection", "own_activities"), own))
    document = Document(plan=plan)

    def floor() -> object:
        return sorted((OwnActivity(**{name: getattr(one, name) for name in OwnActivity.model_fields}) for one in own),
                      key=lambda one: one.offset_days or 0)  # fmt: skip

    def scheduled() -> object:
        return Figures(document, content, TODAY).schedule

    def everything() -> object:
        figures = Figures(document, content, TODAY)
        return figures.findings, figures.progress, figures.ready_to_connect

    scheduled()
    for name, work in (
        ("floor: 500 rows validated and sorted", floor),
        ("schedule", scheduled),
        ("all findings", everything),
    ):
        middle, high = timed(work)
        print(f"{name:40} median {middle:6.1f} ms   p95 {high:6.1f} ms")


if __name__ == "__main__":
    main()
