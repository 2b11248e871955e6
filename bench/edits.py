"""What a keystroke costs without a window: an edit, all figures, and the costs of 12 municipalities over ten years.

    python bench/edits.py

The floor is a pydantic validation of the whole plan, in the same run.
"""

import statistics
from collections.abc import Callable
from decimal import Decimal

from shared import EXAMPLES, TODAY, few, times

from digisos_wizard.content import load
from digisos_wizard.model.costs import CostAnswers
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.rules.costs import lines as costs
from digisos_wizard.storage import planfile

ROUNDS = few(200)


def median(work: Callable[[], object]) -> float:
    """Return the median time of some work, in milliseconds."""
    return statistics.median(times(work, ROUNDS))


def main() -> None:
    """Measure, and print beside the floor."""
    content = load()
    plan = planfile.read(EXAMPLES / "hamar.digisos").document.plan
    text = plan.model_dump_json()
    floor = median(lambda: Plan.model_validate_json(text))
    edit = Set(("decision", "office"), "NAV Hamar øst")
    places = tuple(Municipality(id=f"m{count}", name=f"K{count}", population=5_000 * count) for count in range(1, 13))
    answers = CostAnswers(digifin_member=False, ks_operation_yearly=Decimal(50_000))
    large = apply(
        plan,
        Set(("decision", "municipalities"), places),
        Set(("costs", "answers", "shared"), answers),
        Set(("costs", "years"), 10),
    )

    before = Figures(Document(plan=plan), content, TODAY)

    def every_figure(before: Figures = before) -> None:
        figures = Figures(Document(plan=apply(plan, edit)), content, TODAY, before)
        _ = figures.findings, figures.progress, figures.benefits

    _ = before.findings, before.progress, before.benefits

    for words, work in (
        ("floor: validate the whole plan", lambda: Plan.model_validate_json(text)),
        ("one edit", lambda: apply(plan, edit)),
        ("one edit and every figure", every_figure),
        ("costs of 12 municipalities over 10 years", lambda: costs.compute(large, content, TODAY)),
    ):
        taken = median(work)
        print(f"{words}: {taken:.2f} ms, {taken / floor:.1f} of the floor")


if __name__ == "__main__":
    main()
