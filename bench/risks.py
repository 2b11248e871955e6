"""300 risks on the privacy page: a keystroke until it is painted, and both maps, beside an empty plan in the same run.

QT_QPA_PLATFORM=offscreen python bench/risks.py
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from statistics import quantiles

from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from digisos_wizard.content import load
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.privacy import Privacy, Risk, RiskMeasure
from digisos_wizard.session import Session
from digisos_wizard.ui.app import application
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.pages.privacy import PrivacyPage
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Shell

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ROUNDS = 60


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


def p95(app: QApplication, work: Callable[[int], object]) -> float:
    """Return the 95th percentile of some work until it is painted, in milliseconds."""
    times = []
    for round_number in range(ROUNDS):
        begun = time.perf_counter()
        work(round_number)
        app.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    return quantiles(times, n=20)[-1]


def type_one(line: QLineEdit, number: int) -> None:
    """Type a digit, as the keyboard would."""
    line.insert(str(number % 10))
    line.textEdited.emit(line.text())


def render(page: Page, session: Session, _number: int) -> None:
    """Show the whole page anew."""
    page.render(session.figures)


def main() -> None:
    """Measure, and print."""
    app = application()
    content = load()
    for count in (0, 1, 300):
        session = Session(content, None, lambda: NOW, iter_ids().__next__)
        session.start(Document(plan=plan_with(count)), None)
        shell = Shell(session, QMenu())
        shell.resize(1366, 768)
        shell.show()
        shell.show_step(StepKey.PRIVACY)
        app.processEvents()
        page = shell.page(StepKey.PRIVACY)
        if not isinstance(page, PrivacyPage):
            raise TypeError(page)
        print(f"{count} risks:")
        if count and page.risks.form is not None:
            line = page.risks.form.fields["title"].control.widget
            if isinstance(line, QLineEdit):
                line.setFocus()
                print(f"  keystroke {p95(app, partial(type_one, line)):.1f} ms p95")
        print(f"  whole page {p95(app, partial(render, page, session)):.1f} ms p95")
        shell.close_plan()


if __name__ == "__main__":
    main()
