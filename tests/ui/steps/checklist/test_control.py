"""PDF og kontroll: a PDF that comes back is judged, and one is signed with a certificate."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digisos_wizard.export import certificate, export
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.signing.signature import Signature, edits, sign
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.checklist.control import ControlPart
from digisos_wizard.ui.widgets.look.basics import ToneName
from tests.certificates import PASSWORD, made
from tests.ui.hands import choose_file, press

READ = 10_000
"""Milliseconds that a PDF may take to be read."""


def control(shell: Shell) -> ControlPart:
    """Return the part, on screen."""
    shell.show_place(Place(StepKey.CHECKLIST, "control"))
    found = shell.part(StepKey.CHECKLIST, "control")
    assert isinstance(found, ControlPart)
    return found


@pytest.fixture
def part(shell: Shell) -> ControlPart:
    """The part on the example plan."""
    return control(shell)


def check(part: ControlPart, qtbot: QtBot, path: Path) -> None:
    """Let the part check a file, and wait for it."""
    with qtbot.waitSignal(part.files.reading.done, timeout=READ):
        part.check(path)


def test_a_pdf_that_comes_back_is_judged(qtbot: QtBot, part: ControlPart, shell: Shell, tmp_path: Path) -> None:
    session, figures = shell.session, shell.session.figures
    signature = Signature(SignOffPhase.CONNECT, figures.plan.people.persons[0].id, place="Hamar")
    session.edit(
        *edits(figures, sign(figures, signature, signed_at=session.now(), salt="salt", record_id=session.new_row_id()))
    )
    path = tmp_path / "sjekkliste.pdf"
    path.write_bytes(export("checklist").build(shell.session.figures))
    choose_file(path)
    with qtbot.waitSignal(part.files.reading.done, timeout=READ):
        press(qtbot, part.widget, "Kontroller en PDF …")
    told = part.verdict
    assert told.title.text() == "Gyldig: PDF-en er uendret, og sier det samme som planen."
    assert told.property("tone") == ToneName.SUCCESS.value
    shell.session.edit(Set(("checklist", "answers", "privacy.dpia", "comment"), "Nytt"))
    check(part, qtbot, path)
    assert "merknad: tomt → Nytt" in told.text.text()
    assert told.property("tone") == ToneName.WARNING.value
    path.write_bytes(b"%PDF-1.7 hei")
    check(part, qtbot, path)
    assert told.property("tone") == ToneName.DANGER.value
    assert told.isVisible()


def test_a_file_that_is_gone_is_told(qtbot: QtBot, part: ControlPart, tmp_path: Path) -> None:
    with qtbot.waitSignal(part.files.reading.failed, timeout=READ):
        part.check(tmp_path / "borte.pdf")
    assert "kan ikke leses" in part.files.notice.text.text()


def test_a_pdf_is_signed_with_a_certificate_and_checked(qtbot: QtBot, part: ControlPart, tmp_path: Path) -> None:
    pytest.importorskip("pyhanko", reason="the extra `signing` is not installed")
    tools = part.certificates
    assert tools is not None
    assert not tools.isVisible(), "behind its link"
    press(qtbot, part.widget, "Signer PDF-en med sertifikat")
    assert tools.isVisible()
    pdf, key, trusted, signed = (tmp_path / name for name in ("a.pdf", "a.p12", "a.pem", "b.pdf"))
    pdf.write_bytes(export("checklist").build(part.desk.figures))
    for path, data in zip((key, trusted), made(), strict=True):
        path.write_bytes(data)
    tools.password.setText("feil")
    with qtbot.waitSignal(part.files.saving.failed, timeout=READ):
        tools.sign(pdf, key, signed)
    assert "sjekk passordet" in part.files.notice.text.text()
    tools.password.setText(PASSWORD)
    with qtbot.waitSignal(part.files.saving.done, timeout=READ):
        tools.sign(pdf, key, signed)
    assert "b.pdf" in part.files.notice.text.text()
    assert tools.password.text() == ""
    tools.trust((trusted,))
    check(part, qtbot, signed)
    assert "i listen over dem dere stoler på" in part.verdict.text.text()


def test_without_the_extra_the_part_says_how_to_sign_in_a_reader(
    make_shell: Callable[[Document], Shell], example: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificate, "find_spec", lambda _name: None)
    part = control(make_shell(example))
    assert part.certificates is None
    assert any("PDF-leser" in found.text() for found in part.widget.findChildren(QLabel))
