"""Signering: what is signed stands there, the first press asks, the second signs, and anything else takes it back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.checklist.signing import SigningPart
from tests.ui.hands import pick, press

COMMENT = ("checklist", "answers", "privacy.dpia", "comment")
HERE = Place(StepKey.CHECKLIST, "signing")


@pytest.fixture
def part(shell: Shell) -> SigningPart:
    """The part on the example plan."""
    shell.show_place(HERE)
    found = shell.part(StepKey.CHECKLIST, "signing")
    assert isinstance(found, SigningPart)
    return found


def choose_signer(qtbot: QtBot, part: SigningPart, name: str) -> None:
    """Choose who signs: among those who usually do, else among all."""
    radio = next((one for one in part.who.radios.values() if one.text() == name), None)
    if radio is not None:
        qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)
        return
    if part.who.another.isVisible():
        press(qtbot, part.who, "En annen person")
    pick(part.who.other.box, name)


def sign(qtbot: QtBot, part: SigningPart, who: str = "Kari Eksempel", section: str = "") -> None:
    """Sign as a user would: two presses."""
    if section and part.part_of.isVisible():
        press(qtbot, part.widget, "Bare en del av listen")
    if section:
        pick(part.section.box, section)
    choose_signer(qtbot, part, who)
    press(qtbot, part.widget, "Signer …")
    qtbot.mouseClick(part.sure_button, Qt.MouseButton.LeftButton)


def titles(part: SigningPart) -> list[str]:
    """Return the first cells of the review."""
    return [row.title for row in part.grid.rows_model.rows]


def test_sections_and_what_is_open_are_reviewed(qtbot: QtBot, part: SigningPart, shell: Shell) -> None:
    first = part.grid.rows_model.rows[1]
    assert (first.title, first.cells[-1].text) == ("Vedtak og penger", "6 av 8 · 2 åpne")
    stops = [row for row in part.grid.rows_model.rows if row.row_id.startswith("stop:")]
    assert len(stops) == 2
    assert stops[0].cells[-1].text == "Stopper"
    opened = [row for row in part.grid.rows_model.rows if row.row_id.startswith(("stop:", "open:"))]
    assert len(opened) == 6
    part.grid.go_to("… open")
    qtbot.keyClick(part.grid, Qt.Key.Key_Return)
    opened = [row for row in part.grid.rows_model.rows if row.row_id.startswith(("stop:", "open:"))]
    assert len(opened) == 20
    part.grid.go_to("open:privacy.ros")
    qtbot.keyClick(part.grid, Qt.Key.Key_Return)
    assert shell.here == Place(StepKey.CHECKLIST, "items")


def test_who_usually_signs_is_offered_with_title_and_role(qtbot: QtBot, part: SigningPart) -> None:
    names = [radio.accessibleName() for radio in part.who.radios.values()]
    assert names[0] == "Per Oppdiktet, Kommunalsjef for helse og velferd · Prosjekteier"
    choose_signer(qtbot, part, "Per Oppdiktet")
    assert part.who.role.text() == "Prosjekteier"
    assert part.who.place.text() == "Hamar", "from the plan"
    press(qtbot, part.who, "Referanse, tittel og rolle")
    part.who.role.clear()
    qtbot.keyClicks(part.who.role, "Noe annet")
    choose_signer(qtbot, part, "Omar Modellsen")
    assert part.who.role.text() == "Noe annet", "what was typed stays"
    press(qtbot, part.widget, "Signer …")
    assert "Den som signerer, står ikke i planen som prosjekteier" in part.asking.text.text()


def test_the_second_press_names_everything(qtbot: QtBot, part: SigningPart, shell: Shell) -> None:
    choose_signer(qtbot, part, "Kari Eksempel")
    press(qtbot, part.widget, "Signer …")
    said = part.asking.text.text()
    words_wanted = (
        "Kari Eksempel, NAV-leder",
        "«Klar for påkobling»",
        "i Hamar",
        "23. november 2026",
        "20 åpne punkter",
    )
    for words in words_wanted:
        assert words in said
    assert "kan ikke det du har gjort før signeringen, angres" in said
    assert part.sure_button.text() == "Signer med 20 åpne punkter"
    assert not part.sign_button.isVisible()
    assert not shell.session.plan.signoffs.records, "one press signs nothing"
    qtbot.mouseClick(part.sure_button, Qt.MouseButton.LeftButton)
    (record,) = shell.session.plan.signoffs.records
    assert (record.place, record.title, len(record.open_items)) == ("Hamar", "NAV-leder", 20)
    assert shell.session.undo_label is None
    assert part.done.isVisible()
    assert part.sign_button.isVisible()


@pytest.mark.parametrize("way", ["escape", "cancel", "leave", "another", "changed"])
def test_the_first_press_is_taken_back(qtbot: QtBot, part: SigningPart, shell: Shell, way: str) -> None:
    choose_signer(qtbot, part, "Kari Eksempel")
    press(qtbot, part.widget, "Signer …")
    match way:
        case "escape":
            qtbot.waitUntil(part.sure_button.hasFocus)
            qtbot.keyClick(part.sure_button, Qt.Key.Key_Escape)
        case "cancel":
            press(qtbot, part.asking, "Avbryt")
        case "leave":
            shell.show_step(StepKey.ROLES)
            shell.show_place(HERE)
        case "another":
            choose_signer(qtbot, part, "Per Oppdiktet")
        case "changed":
            shell.session.edit(Set(COMMENT, "Nytt"))
            shell.redraw()
    assert not part.asking.isVisible()
    assert part.sign_button.isVisible()
    part.sure_button.click()
    assert not shell.session.plan.signoffs.records


@pytest.mark.parametrize(
    ("leave", "words"), [("signer", "Velg hvem som signerer"), ("place", "Skriv hvor du signerer")]
)
def test_what_is_missing_is_said(qtbot: QtBot, part: SigningPart, leave: str, words: str) -> None:
    if leave != "signer":
        choose_signer(qtbot, part, "Kari Eksempel")
        part.who.place.clear()
    press(qtbot, part.widget, "Signer …")
    assert words in part.message.text()
    assert not part.asking.isVisible()


def test_a_personal_number_is_not_signed(qtbot: QtBot, part: SigningPart, shell: Shell) -> None:
    part.who.reference.setText("Sak for 01010750160")
    sign(qtbot, part)
    assert "fødselsnummer" in part.message.text()
    assert not shell.session.plan.signoffs.records
    assert part.who.reference.text(), "what was typed stays"


def test_that_all_is_in_place_waits_for_the_day(part: SigningPart, shell: Shell) -> None:
    final = part.phase.buttons["final"]
    assert not final.isEnabled()
    assert "påkoblingsdagen" in final.accessibleDescription()
    wished = ("connection", "day", "shared", "wished")
    shell.session.enter(wished, "23.11.2026")
    shell.redraw()
    assert final.isEnabled()


def test_sections_editions_and_changes_are_told(qtbot: QtBot, part: SigningPart, shell: Shell) -> None:
    sign(qtbot, part, section="Personvern og sikkerhet")
    (record,) = shell.session.plan.signoffs.records
    assert (record.section, len(record.lines)) == ("privacy", 2)
    row = next(one for one in part.grid.rows_model.rows if one.row_id == record.id)
    assert row.cells[-1].text == "Uendret siden"
    assert "Kari Eksempel, 23. nov." in row.cells[0].below
    shell.session.edit(Set(COMMENT, "Nytt"))
    shell.redraw()
    shell.goto(StepKey.CHECKLIST, ("signoffs", "records", record.id))
    assert part.record.title.text().startswith("Klar for påkobling, Personvern og sikkerhet: endret etter")
    assert "merknad: tomt → Nytt" in part.record.text.text()
    assert not part.done.isVisible(), "nobody is told that it is signed when it no longer holds"
    shell.session.undo()
    shell.redraw()
    assert "endret" not in part.record.title.text()
    shell.session.edit(Set(COMMENT, "Nytt"))
    sign(qtbot, part, section="Personvern og sikkerhet")
    newest, oldest = (row.cells[-1].text for row in part.grid.rows_model.rows[-2:])
    assert (newest, oldest) == ("Uendret siden", "Erstattet")
    assert "utgave 2" in part.done.title.text()


def test_the_records_as_a_whole_are_at_the_newest(qtbot: QtBot, part: SigningPart, shell: Shell) -> None:
    sign(qtbot, part)
    shell.show_step(StepKey.ROLES)
    shell.goto(StepKey.CHECKLIST, ("signoffs", "records"))
    assert shell.here == HERE
    assert part.record.isVisible()
