"""The checklist's page: sections as headings, evidence, own items, signing by section, and PDFs that come back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from digisos_wizard.export import certificate, export
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.pages.checklist import ChecklistPage
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.look.basics import Box, ToneName
from tests.certificates import PASSWORD, made
from tests.ui.hands import choose, choose_file, pick, press, type_into

READ = 10_000
"""Milliseconds that a PDF may take to be read."""


@pytest.fixture
def page(shell: Shell) -> ChecklistPage:
    """The page on the example plan."""
    shell.show_step(StepKey.CHECKLIST)
    found = shell.page(StepKey.CHECKLIST)
    assert isinstance(found, ChecklistPage)
    return found


def cells(page: ChecklistPage) -> list[str]:
    """Return the first cell of every row of the checklist."""
    return [view.cells[0] for view in page.items.model.rows]


def sign(page: ChecklistPage, qtbot: QtBot, who: str = "Kari Eksempel", section: str = "") -> None:
    """Sign as a user would."""
    if section:
        pick(page.signing.section.box, section)
    pick(page.signing.signer.box, who)
    page.signing.place.clear()
    qtbot.keyClicks(page.signing.place, "Hamar")
    press(qtbot, page.signing, page.signing.sign_button.text())


def test_items_stand_under_their_section_and_time(page: ChecklistPage) -> None:
    headings = [view.cells[0] for view in page.items.model.rows if view.heading]
    assert headings[0] == "Vedtak og penger · før påkobling: 5 av 7 ferdig"
    assert sum(words.startswith("Påkobling") for words in headings) == 3, "before, after the day, and before again"
    assert "Påkobling · etter påkobling: 0 av 1 ferdig" in headings


def test_a_heading_is_never_the_chosen_row(page: ChecklistPage, qtbot: QtBot) -> None:
    assert page.items.chosen_row is not None
    assert not page.items.chosen_row.heading
    page.items.view.setFocus()
    for _time in range(12):
        qtbot.keyClick(page.items.view, Qt.Key.Key_Down)
        assert page.items.chosen_row is not None
        assert not page.items.chosen_row.heading


def test_evidence_is_shown_and_leads_to_its_field(page: ChecklistPage, shell: Shell) -> None:
    page.focus(("checklist", "answers", "privacy.dpia", "state"))
    assert page.evidence.title.text() == "Dette viser planen"
    assert page.evidence.text.text() == "Vurderingen er ikke konkludert."
    page.evidence_link.linkActivated.emit("#")
    assert shell.current is StepKey.PRIVACY


def test_done_against_the_evidence_asks_for_a_reason(page: ChecklistPage, shell: Shell, qtbot: QtBot) -> None:
    page.focus(("checklist", "answers", "privacy.dpia", "state"))
    assert page.items.form is not None
    choose(qtbot, page.items.form.fields["state"], "Ferdig")
    shell.redraw()
    assert page.evidence.title.text() == "Svaret går på tvers av planen"
    assert any("Ferdig – begrunn" in view.cells[2] for view in page.items.model.rows)
    type_into(qtbot, page.items.form.fields["reason"], "Konkludert i møte")
    shell.redraw()
    assert page.evidence.title.text() == "Dette viser planen"
    shell.session.undo()
    shell.session.undo()
    shell.redraw()
    assert not any("begrunn" in view.cells[2] for view in page.items.model.rows)


def test_an_own_item_gets_a_section(page: ChecklistPage, shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, page.own, "Legg til punkt")
    assert page.own.form is not None
    type_into(qtbot, page.own.form.fields["text"], "Kake til alle")
    choose(qtbot, page.own.form.fields["section"], "Kontoret")
    shell.redraw()
    item = shell.session.plan.checklist.own[-1]
    assert (item.text, item.section) == ("Kake til alle", "organisation")
    assert any(view.cells[:2] == ("Kake til alle", "Kontoret") for view in page.own.model.rows)


def test_signing_suggests_who_and_as_what(page: ChecklistPage, qtbot: QtBot) -> None:
    assert "Prosjekteier (Per Oppdiktet)" in page.signing.usual.text()
    pick(page.signing.signer.box, "Per Oppdiktet")
    assert page.signing.role.text() == "Prosjekteier"
    assert "står ikke i planen" not in page.signing.declared.text.text()
    page.signing.role.clear()
    qtbot.keyClicks(page.signing.role, "Noe annet")
    pick(page.signing.signer.box, "Omar Modellsen")
    assert page.signing.role.text() == "Noe annet", "what was typed stays"
    assert "Den som signerer, står ikke i planen som prosjekteier" in page.signing.declared.text.text()


def test_everything_open_can_be_seen_before_signing(page: ChecklistPage, qtbot: QtBot) -> None:
    shown = page.signing.declared.text
    assert "signert med forbehold. 18 punkter er åpne. 2 ting stopper dere." in shown.text()
    assert shown.text().count("– ") == 6
    press(qtbot, page.signing, "Vis 14 åpne punkter til")
    assert shown.text().count("– ") == 20, "what stops as well"


@pytest.mark.parametrize(
    ("leave", "words"), [("signer", "Velg hvem som signerer"), ("place", "Skriv hvor du signerer")]
)
def test_what_is_missing_is_said(page: ChecklistPage, qtbot: QtBot, leave: str, words: str) -> None:
    if leave != "signer":
        pick(page.signing.signer.box, "Kari Eksempel")
    press(qtbot, page.signing, "Signer med forbehold")
    assert words in page.signing.message.text()
    assert not page.desk.session.plan.signoffs.records


def test_a_personal_number_is_not_signed(page: ChecklistPage, qtbot: QtBot) -> None:
    page.signing.reference.setText("Sak for 01010750160")
    sign(page, qtbot)
    assert "fødselsnummer" in page.signing.message.text()
    assert not page.desk.session.plan.signoffs.records
    assert page.signing.reference.text(), "what was typed stays"


def test_sections_revisions_and_changes_are_told(page: ChecklistPage, shell: Shell, qtbot: QtBot) -> None:
    sign(page, qtbot, section="Personvern og sikkerhet")
    (record,) = shell.session.plan.signoffs.records
    assert record.section == "privacy"
    assert len(record.lines) == 2
    shell.session.edit(Set(("checklist", "answers", "privacy.dpia", "comment"), "Nytt"))
    shell.redraw()
    assert page.records.boxes[0].title.text().startswith("Klar for påkobling, Personvern og sikkerhet: endret etter")
    assert "merknad: tomt → Nytt" in page.records.boxes[0].text.text()
    shell.session.undo()
    shell.redraw()
    assert "endret" not in page.records.boxes[0].title.text()
    shell.session.edit(Set(("checklist", "answers", "privacy.dpia", "comment"), "Nytt"))
    sign(page, qtbot, section="Personvern og sikkerhet")
    shell.redraw()
    assert "utgave 2" in page.records.boxes[0].title.text()
    assert "erstattet" in page.records.boxes[1].title.text()


def test_a_pdf_that_comes_back_is_judged(page: ChecklistPage, shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    sign(page, qtbot)
    path = tmp_path / "sjekkliste.pdf"
    path.write_bytes(export("checklist").build(shell.session.figures))
    choose_file(path)
    with qtbot.waitSignal(page.verifying.told.reading.done, timeout=READ):
        press(qtbot, page.verifying, "Kontroller en PDF …")
    told = page.verifying.told
    assert told.title.text() == "Gyldig: PDF-en er uendret, og sier det samme som planen."
    assert told.property("tone") == ToneName.SUCCESS.value
    shell.session.edit(Set(("checklist", "answers", "privacy.dpia", "comment"), "Nytt"))
    check(page, qtbot, path)
    assert "merknad: tomt → Nytt" in told.text.text()
    assert told.property("tone") == ToneName.WARNING.value
    path.write_bytes(b"%PDF-1.7 hei")
    check(page, qtbot, path)
    assert told.property("tone") == ToneName.DANGER.value
    assert told.isVisible()


def check(page: ChecklistPage, qtbot: QtBot, path: Path) -> None:
    """Let the page check a file, and wait for it."""
    with qtbot.waitSignal(page.verifying.told.reading.done, timeout=READ):
        page.verifying.check(path)


def test_a_file_that_is_gone_is_told(page: ChecklistPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.verifying.told.reading.failed, timeout=READ):
        page.verifying.check(tmp_path / "borte.pdf")
    assert "kan ikke leses" in page.verifying.told.text.text()


def test_five_hundred_items_are_shown_without_a_widget_for_each(
    make_shell: Callable[[Document], Shell], example: Document
) -> None:
    shell = make_shell(example)
    for number in range(500):
        item = OwnChecklistItem(id=f"o{number}", text=f"Punkt {number}", section="privacy", state=TaskState.OPEN)
        shell.session.edit(Insert(("checklist", "own"), item))
    shell.show_step(StepKey.CHECKLIST)
    page = shell.page(StepKey.CHECKLIST)
    assert isinstance(page, ChecklistPage)
    assert len(page.own.model.rows) == 502
    assert len(page.column.findChildren(QLineEdit)) < 40
    assert len(page.column.findChildren(Box)) < 12


def test_a_pdf_is_signed_with_a_certificate_and_checked(page: ChecklistPage, qtbot: QtBot, tmp_path: Path) -> None:
    pytest.importorskip("pyhanko", reason="the extra `signing` is not installed")
    card = page.verifying.certificates
    assert card is not None
    pdf, key, trusted, signed = (tmp_path / name for name in ("a.pdf", "a.p12", "a.pem", "b.pdf"))
    pdf.write_bytes(export("checklist").build(page.desk.figures))
    for path, data in zip((key, trusted), made(), strict=True):
        path.write_bytes(data)
    card.password.setText("feil")
    with qtbot.waitSignal(card.told.saving.failed, timeout=READ):
        card.sign(pdf, key, signed)
    assert "sjekk passordet" in card.told.text.text()
    card.password.setText(PASSWORD)
    with qtbot.waitSignal(card.told.saving.done, timeout=READ):
        card.sign(pdf, key, signed)
    assert "b.pdf" in card.told.text.text()
    assert card.password.text() == ""
    card.trust((trusted,))
    check(page, qtbot, signed)
    assert "i listen over dem dere stoler på" in page.verifying.told.text.text()


def test_without_the_extra_the_page_says_how_to_sign_in_a_reader(
    make_shell: Callable[[Document], Shell], example: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificate, "find_spec", lambda _name: None)
    shell = make_shell(example)
    shell.show_step(StepKey.CHECKLIST)
    page = shell.page(StepKey.CHECKLIST)
    assert isinstance(page, ChecklistPage)
    assert page.verifying.certificates is None
    assert any("PDF-leser" in found.text() for found in page.verifying.findChildren(QLabel))
