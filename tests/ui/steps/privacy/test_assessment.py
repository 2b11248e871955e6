"""Vurderingen: a part is written, suggested, sent on, sent back and approved, as its buttons say."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import DpiaPart
from digisos_wizard.model.terms import ReviewState
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.privacy.assessment import AssessmentPart
from tests.model.given import plan_of
from tests.ui.hands import choose_answer, cursor_in, press, type_into, when_asked

PARTS = ("privacy", "parts")


@pytest.fixture
def part(shell: Shell) -> AssessmentPart:
    """The part on the example, on screen."""
    return shown(shell)


def shown(shell: Shell) -> AssessmentPart:
    shell.show_step(StepKey.PRIVACY)
    found = shell.part(StepKey.PRIVACY, "assessment")
    assert isinstance(found, AssessmentPart)
    return found


def written(shell: Shell, part_id: str) -> DpiaPart:
    found = [one for one in shell.session.plan.privacy.parts if one.id == part_id]
    return found[0] if found else DpiaPart(id=part_id)


def state_words(part: AssessmentPart, part_id: str) -> str:
    return next(row for row in part.grid.rows_model.rows if row.row_id == part_id).cells[1].text


def test_the_list_says_how_far_each_part_has_come(shell: Shell, part: AssessmentPart) -> None:
    states = {state_words(part, one.id) for one in shell.session.plan.privacy.parts}
    assert states >= {"Godkjent", "Til gjennomgang"}
    assert state_words(part, "storage") == "Ikke startet"
    assert part.summary.text() == "2 av 17 deler er godkjent"


def test_a_text_goes_to_review_back_and_is_approved(qtbot: QtBot, shell: Shell, part: AssessmentPart) -> None:
    part.parts.open_row("storage")
    assert not part.onward.isEnabled(), "there is nothing to send yet"
    type_into(qtbot, part.text.fields["text"], "Slettes etter arkivplanen")
    shell.redraw()
    assert state_words(part, "storage") == "Utkast"
    press(qtbot, part.widget, "Send til gjennomgang")
    press(qtbot, part.widget, "Send tilbake")
    assert written(shell, "storage").state is ReviewState.SENT_BACK
    comment = part.state.fields["comment"]
    assert cursor_in(comment), "whoever sends it back says why"
    type_into(qtbot, comment, "Hvilken plan")
    press(qtbot, part.widget, "Godkjenn")
    found = written(shell, "storage")
    assert (found.state, found.comment) == (ReviewState.APPROVED, "Hvilken plan")


def test_the_comment_stands_above_what_was_sent_back(shell: Shell, part: AssessmentPart) -> None:
    plan = plan_of(
        5_000, answers={"privacy/parts/storage/text": "Tekst", "privacy/parts/storage/comment": "Hvor lenge?"}
    )
    shell.session.start(Document(plan=plan), None)
    shell.redraw()
    part.parts.open_row("storage")
    assert part.widget.isAncestorOf(part._comment)
    assert part._comment.text() == "Hvor lenge?"
    assert part._comment.isVisible()


def test_a_suggestion_is_a_draft_that_is_never_put_over_a_text(
    qtbot: QtBot, shell: Shell, part: AssessmentPart
) -> None:
    part.parts.open_row("storage")
    press(qtbot, part.widget, "Bruk som utkast")
    draft = written(shell, "storage").text
    assert draft.startswith("Startforslag – må vurderes.")
    choose_answer("Avbryt")
    press(qtbot, part.widget, "Bruk som utkast")
    assert written(shell, "storage").text == draft
    type_into(qtbot, part.text.fields["text"], "Vår tekst")
    choose_answer("Legg til")
    press(qtbot, part.widget, "Bruk som utkast")
    assert written(shell, "storage").text == f"Vår tekst\n\n{draft}"


def test_nothing_is_asked_where_nothing_is_written(qtbot: QtBot, shell: Shell, part: AssessmentPart) -> None:
    asked: list[QMessageBox] = []
    when_asked(QMessageBox, asked.append)
    part.parts.open_row("storage")
    press(qtbot, part.widget, "Bruk som utkast")
    assert not asked
    choose_answer("Avbryt")  # the question that the hands still wait for
    press(qtbot, part.widget, "Bruk som utkast")
    assert len(asked) == 1


def test_changing_an_approved_text_shows_that_it_must_be_read_again(
    qtbot: QtBot, shell: Shell, part: AssessmentPart
) -> None:
    approved = next(one for one in shell.session.plan.privacy.parts if one.state is ReviewState.APPROVED)
    part.parts.open_row(approved.id)
    type_into(qtbot, part.text.fields["text"], "Ny")
    shell.redraw()
    assert state_words(part, approved.id) == "Til gjennomgang"
    assert "etter at den var godkjent" in part._comment.text()
    assert part._comment.isVisible()


def test_a_finding_leads_to_its_text_and_the_state_to_its_field(shell: Shell, part: AssessmentPart) -> None:
    shell.goto(StepKey.PRIVACY, (*PARTS, "rights", "text"))
    assert part.text.base == (*PARTS, "rights")
    assert cursor_in(part.text.fields["text"])
    shell.goto(StepKey.PRIVACY, (*PARTS, "scope", "comment"))
    assert part.state.fields["comment"].isVisible()
    assert cursor_in(part.state.fields["comment"])


def test_the_text_takes_the_height_that_is_left(shell: Shell, part: AssessmentPart) -> None:
    shell.resize(1366, 688)
    shell.redraw()
    area = part.text.fields["text"].control.widget
    low = area.height()
    shell.resize(1366, 888)
    shell.redraw()
    assert area.height() >= low + 190


def test_a_long_suggestion_folds_where_the_text_would_have_no_room(
    make_shell: Callable[[Document], Shell], example: Document
) -> None:
    shell = make_shell(example)
    shell.resize(1366, 688)
    part = shown(shell)
    part.parts.open_row("data")
    assert part.suggestion.read.text() == "Les forslaget"
    part.parts.open_row("special")
    assert part.suggestion.read.text() == "Skjul forslaget"
