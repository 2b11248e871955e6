"""300 risks: a keystroke until it is painted, and the whole part with its matrix, beside an empty plan in the same run.

python bench/risks.py
"""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtWidgets import QApplication, QLineEdit
from shared import NOW, few, p95, times

from digisos_wizard.content import load
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.privacy import Privacy, Risk, RiskMeasure
from digisos_wizard.session import Session
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Menus, Shell
from digisos_wizard.ui.steps.privacy.risks import RisksPart

ROUNDS = few(60)


def plan_with(count: int) -> Plan:
    """Return a plan with so many assessed risks, each with a measure."""
    risks = tuple(
        Risk(
            id=f"r{number}",
            title=f"Risiko {number}",
            likelihood=number % 5 + 1,
            consequence=number // 5 % 5 + 1,
            measures=(RiskMeasure(id=f"m{number}", text="Rutine"),),
        )
        for number in range(count)
    )
    return Plan(privacy=Privacy(risks=risks))


def painted(app: QApplication, work: Callable[[int], object]) -> float:
    """Return the 95th percentile of some work until it is painted, in milliseconds; the work knows its number."""
    numbers = count()

    def shown() -> None:
        work(next(numbers))
        app.processEvents()

    return p95(times(shown, ROUNDS))


def type_one(line: QLineEdit, number: int) -> None:
    """Type a digit, as the keyboard would."""
    line.insert(str(number % 10))
    line.textEdited.emit(line.text())


def render(part: RisksPart, session: Session, _number: int) -> None:
    """Show the whole part anew."""
    part.render(session.figures)


def main() -> None:
    """Measure, and print."""
    app = application()
    content = load()
    for risks in (0, 1, few(300, 8)):
        session = Session(content, None, lambda: NOW, iter_ids().__next__)
        session.start(Document(plan=plan_with(risks)), None)
        shell = Shell(session, Menus())
        shell.resize(1366, 768)
        shell.show()
        shell.show_place(Place(StepKey.PRIVACY, "risks"))
        app.processEvents()
        part = shell.part(StepKey.PRIVACY, "risks")
        if not isinstance(part, RisksPart):
            raise TypeError(part)
        print(f"{risks} risks:")
        if risks:
            part.detail.describe(shown=True)
            line = part.detail.about.fields["title"].control.widget
            if isinstance(line, QLineEdit):
                line.setFocus()
                print(f"  keystroke {painted(app, partial(type_one, line)):.1f} ms p95")
        print(f"  whole part {painted(app, partial(render, part, session)):.1f} ms p95")
        shell.close_plan()


if __name__ == "__main__":
    main()
