"""500 checklist items, signed three times: a keystroke until it is painted, all results, PDF and verification.

    python bench/checklist.py

Beside floors in the same run: a bare field, a validation of the plan, and the same text as plain paragraphs.
"""

import statistics
import time
from collections.abc import Callable
from io import BytesIO

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate
from shared import EXAMPLES, NOW, TODAY, few, p95, times

from digisos_wizard.content import load
from digisos_wizard.export import export, fonts
from digisos_wizard.intake.sealed_pdf import verify
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.signing.signature import Signature, edits, sign
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Menus, Shell

COUNT, ROUNDS, KEYS, PAPERS = few(500, 8), few(20), few(40), few(3, 1)
COMMENT = "En merknad på et par linjer, slik de ofte er, med en henvisning til sak 26/1234 og et møte. " * 3


def large(content: Content) -> Plan:
    """Return the plan."""
    plan = planfile.read(EXAMPLES / "hamar.digisos").document.plan
    person = plan.people.persons[0].id
    items = tuple(
        OwnChecklistItem(
            id=f"o{number}",
            section="privacy",
            text=f"Punkt {number}",
            state=list(TaskState)[number % 4],
            reason="Avklart",
            comment=COMMENT,
            responsible=person,
        )
        for number in range(COUNT)
    )
    plan = apply(plan, Set(("checklist", "own"), items))
    for number in range(3):
        figures = Figures(Document(plan=plan), content, TODAY)
        signature = Signature(phase=SignOffPhase.CONNECT, signer=person, place="Hamar")
        record = sign(figures, signature, signed_at=NOW, salt=f"s{number}", record_id=f"r{number}")
        plan = apply(plan, *edits(figures, record))
    return plan


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return how long some work takes, in milliseconds."""
    return statistics.median(times(work, rounds))


def every_result(plan: Plan, content: Content) -> None:
    """Work out what the page shows."""
    figures = Figures(Document(plan=plan), content, TODAY)
    _ = figures.checklist, figures.signoffs, figures.findings, figures.progress


def echo(field: QLineEdit, results: Callable[[], object]) -> tuple[float, float]:
    """Return the 95th percentile of a letter until it is painted, and the median of all that follows from it."""
    app = application()
    field.setFocus()
    letters, rest = [], []
    for _round in range(KEYS):
        begun = time.perf_counter()
        QTest.keyClicks(field, "a")
        field.repaint()
        letters.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
        results()
        app.processEvents()
        rest.append((time.perf_counter() - begun) * 1000)
    return p95(letters), statistics.median(rest)


def plain(texts: list[str]) -> None:
    """Set the texts as paragraphs, without tables, tags or record."""
    fonts.register()
    style = ParagraphStyle("plain", fontName=fonts.REGULAR, fontSize=9)
    SimpleDocTemplate(BytesIO()).build([Paragraph(text, style) for text in texts])


def main() -> None:
    """Measure, and print beside the floors."""
    application()
    content = load()
    plan = large(content)
    text = plan.model_dump_json()
    changed = Set(("checklist", "own", "o7", "comment"), "Nytt")
    floor = median(lambda: Plan.model_validate_json(text))
    every = median(lambda: every_result(apply(plan, changed), content))
    print(f"an edit and every result: {every:.1f} ms, {every / floor:.2f} of validating the plan ({floor:.1f} ms)")

    lines = [words for item in plan.checklist.own for words in (item.text, item.reason, item.comment)]
    floor = median(lambda: plain(lines), PAPERS)
    made: list[bytes] = []
    paper = median(lambda: made.append(export("checklist").build(Figures(Document(plan=plan), content, TODAY))), PAPERS)
    print(f"PDF: {paper:.0f} ms, {paper / floor:.1f} of plain paragraphs ({floor:.0f} ms), {len(made[0]) // 1024} kB")
    figures = Figures(Document(plan=plan), content, TODAY)
    print(f"verify against the plan: {median(lambda: verify(made[0], content, figures), PAPERS):.0f} ms")

    bare = QLineEdit()
    bare.show()
    floor = echo(bare, lambda: None)[0]
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(Document(plan=plan), None)
    shell = Shell(session, Menus())
    shell.resize(1366, 768)
    shell.show()
    begun = time.perf_counter()
    shell.goto(StepKey.CHECKLIST, ("checklist", "own", "o7", "reason"))
    application().processEvents()
    print(f"the page is shown after {(time.perf_counter() - begun) * 1000:.0f} ms")
    field = shell.view(shell.here).widget.focusWidget()
    if not isinstance(field, QLineEdit):
        raise TypeError(field)
    letter, rest = echo(field, shell.redraw)
    print(f"a letter p95 {letter:.2f} ms (bare field {floor:.2f} ms), all results on the page {rest:.0f} ms")
    shell.close_plan()


if __name__ == "__main__":
    main()
