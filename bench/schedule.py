"""How long a plan of 500 activities takes to schedule anew, beside copying its rows and sorting them.

Run it as `python bench/schedule.py`. Compare the ratio, not the times.
"""

from statistics import median

from shared import EXAMPLES, TODAY, few, p95, times

from digisos_wizard.content import load
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import planfile

COUNT, ROUNDS = few(500, 8), few(41)


def main() -> None:
    """Measure and print."""
    content = load()
    plan = planfile.read(EXAMPLES / "hamar.digisos").document.plan
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
        (f"floor: {COUNT} rows validated and sorted", floor),
        ("schedule", scheduled),
        ("all findings", everything),
    ):
        found = times(work, ROUNDS)
        print(f"{name:40} median {median(found):6.1f} ms   p95 {p95(found):6.1f} ms")


if __name__ == "__main__":
    main()
