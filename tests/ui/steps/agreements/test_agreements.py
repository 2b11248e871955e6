"""Avtalene: a column or squares per municipality, state and day in the row, the mail, and what nobody needs."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrlQuery
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import exists, resolve
from digisos_wizard.model.agreements import AgreementStatus
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import AgreementState
from digisos_wizard.model.told.cover_mail import draft
from digisos_wizard.storage import planfile
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.agreements.agreement_rows import FOLDED
from digisos_wizard.ui.steps.agreements.agreements import AgreementsPart
from digisos_wizard.ui.widgets.form.mail_box import mail_address
from tests.ui.hands import choose_in_cell, come_to, press, type_in_cell

STATUSES = ("agreements", "statuses")
MakeShell = Callable[[Document], Shell]


@pytest.fixture
def two(make_shell: MakeShell) -> Shell:
    """A shell on the plan of two municipalities."""
    return make_shell(planfile.decode((resources() / "examples" / "vertskommune.digisos").read_bytes()))


def part(shell: Shell) -> AgreementsPart:
    """Return the part, on screen."""
    shell.show_step(StepKey.AGREEMENTS)
    found = shell.part(StepKey.AGREEMENTS, "agreements")
    assert isinstance(found, AgreementsPart)
    return found


def cell_of(shell: Shell, agreement: str, position: int = 0) -> str:
    """Return the id of an agreement of one of the municipalities."""
    return [cell.row_id for cell in shell.session.figures.agreements if cell.spec.id == agreement][position]


def status(shell: Shell, row_id: str) -> AgreementStatus:
    """Return what the plan says of an agreement."""
    at = (*STATUSES, row_id)
    found = resolve(shell.session.plan, at) if exists(shell.session.plan, at) else AgreementStatus(id=row_id)
    assert isinstance(found, AgreementStatus)
    return found


def titles(view: AgreementsPart) -> list[str]:
    """Return the first cells of the list."""
    return [row.title for row in view.grid.rows_model.rows]


def test_one_municipality_has_one_column(shell: Shell) -> None:
    assert [column.title for column in part(shell).grid.rows_model.columns] == ["Avtale", "Status"]


def test_up_to_three_have_a_column_each(two: Shell) -> None:
    both = part(two)
    assert [column.title for column in both.grid.rows_model.columns] == ["Avtale", "Tynset", "Alvdal"]
    terms = next(row for row in both.grid.rows_model.rows if row.row_id == "ks-main")
    assert [cell.text for cell in terms.cells[1:]] == ["10. nov.", "Sendt 2. nov."]


def test_more_are_counted_in_squares_and_words(two: Shell) -> None:
    places = [Municipality(id=f"m{number}", name=f"Kommune {number}") for number in range(4)]
    two.session.edit(*(Insert(("decision", "municipalities"), place) for place in places))
    view = part(two)
    main = next(row for row in view.grid.rows_model.rows if row.row_id == "ks-main")
    assert (main.cells[1].text, len(main.cells[1].squares)) == ("1 av 6, 1 sendt", 6)
    assert len(view.places.rows_model.rows) == 6


def test_what_nobody_needs_is_one_line_until_asked_for(qtbot: QtBot, shell: Shell) -> None:
    view = part(shell)
    assert "2 er ikke nødvendige" in titles(view)
    assert "Tilleggsavtale om driftskostnader" not in titles(view)
    view.grid.go_to(FOLDED)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert "Tilleggsavtale om driftskostnader" in titles(view)
    assert view.grid.current_row is not None
    assert view.grid.current_row.row_id == FOLDED, "one stays where one was"


def test_state_then_day_then_who_are_given_in_the_row(qtbot: QtBot, shell: Shell) -> None:
    view = part(shell)
    at = (*STATUSES, cell_of(shell, "processing"))
    shell.goto(StepKey.AGREEMENTS, (*at, "state"))
    assert not view.places.rows_model.rows[0].cells[2].place, "no day is asked for before it is sent"
    choose_in_cell(qtbot, view, (*at, "state"), "Signert")
    shell.redraw()
    type_in_cell(qtbot, view, (*at, "signed_on"), "20.11.2026")
    shell.redraw()
    choose_in_cell(qtbot, view, (*at, "signed_by"), "Per Oppdiktet")
    shell.redraw()
    found = status(shell, at[2])
    assert (found.state, found.signed_on) == (AgreementState.SIGNED, date(2026, 11, 20))
    row = next(one for one in view.grid.rows_model.rows if one.row_id == "processing")
    assert row.cells[1].text == "20. nov."


def test_a_day_that_cannot_be_read_stays_with_its_message(qtbot: QtBot, shell: Shell) -> None:
    view = part(shell)
    at = (*STATUSES, cell_of(shell, "ks-main"))
    shell.goto(StepKey.AGREEMENTS, (*at, "signed_on"))
    type_in_cell(qtbot, view, (*at, "signed_on"), "en gang i vår")
    shell.redraw()
    cell = view.places.rows_model.rows[0].cells[2]
    assert cell.text == "en gang i vår"
    assert cell.wrong
    assert status(shell, at[2]).signed_on is None


def test_a_jump_lands_at_the_field_and_unfolds_it(shell: Shell) -> None:
    row_id = cell_of(shell, "ks-main")
    field = come_to(shell, StepKey.AGREEMENTS, (*STATUSES, row_id, "archived_at"))
    assert field.control.widget.hasFocus()
    idle = cell_of(shell, "inter-municipal")
    shell.goto(StepKey.AGREEMENTS, (*STATUSES, idle, "state"))
    view = shell.part(StepKey.AGREEMENTS, "agreements")
    assert isinstance(view, AgreementsPart)
    assert view.places.hasFocus()
    assert view.agreements.open_found is not None
    assert view.agreements.open_found.row_id == "inter-municipal"


def test_an_agreement_has_a_mail_to_read_change_copy_and_open(qtbot: QtBot, shell: Shell) -> None:
    view = part(shell)
    figures = shell.session.figures
    terms = next(cell for cell in figures.agreements if cell.spec.id == "ks-terms")
    view.agreements.open_row("ks-terms")
    mail = draft(figures, terms)
    assert mail is not None
    assert not view.mail.text.isVisible(), "the text stands behind its link"
    press(qtbot, view.mail, "Vis teksten")
    assert view.mail.text.isVisible()
    assert not view.places.isVisible(), "it has the room of everything else"
    press(qtbot, view.mail, "Kopier")
    assert mail.body in QApplication.clipboard().text()
    press(qtbot, view.mail, "Endre teksten")
    qtbot.keyClicks(view.mail.text, "Ring meg. ")
    press(qtbot, view.mail, "Kopier")
    assert "Ring meg. " in QApplication.clipboard().text()
    address = mail_address(mail)
    query = QUrlQuery(address)
    assert (address.scheme(), address.path()) == ("mailto", "fiks@ks.no")
    decoded = query.queryItemValue("body", address.ComponentFormattingOption.FullyDecoded)
    assert decoded.replace("\r\n", "\n") == mail.body


def test_marked_as_sent_is_state_and_day_in_one_step(qtbot: QtBot, shell: Shell) -> None:
    view = part(shell)
    row_id = cell_of(shell, "cooperation")
    view.agreements.open_row("cooperation")
    press(qtbot, view.mail, "Merk som sendt")
    shell.redraw()
    found = status(shell, row_id)
    assert (found.state, found.sent_on) == (AgreementState.SENT, date(2026, 11, 23))
    assert not view.mail.sent_button.isVisible()
    shell.session.undo()
    assert status(shell, row_id) == AgreementStatus(id=row_id)


def test_the_row_of_a_municipality_decides_whose_mail_it_is(qtbot: QtBot, two: Shell) -> None:
    view = part(two)
    view.agreements.open_row("ks-terms")
    assert view.mail.title.text() == "E-post for Tynset"
    view.places.setFocus()
    qtbot.keyClick(view.places, Qt.Key.Key_Down)
    assert view.mail.title.text() == "E-post for Alvdal"
    assert "Alvdal" in view.mail.text.toPlainText()
    assert view.more.base[2] == cell_of(two, "ks-terms", 1)


def test_tab_leaves_the_rows_without_passing_another_municipality(qtbot: QtBot, two: Shell) -> None:
    view = part(two)
    two.goto(StepKey.AGREEMENTS, (*STATUSES, cell_of(two, "ks-terms"), "state"))
    qtbot.keyClick(view.places, Qt.Key.Key_Tab)
    assert not view.places.hasFocus()
    assert view.mail.title.text() == "E-post for Tynset"


def test_the_same_is_set_for_the_others_in_one_step(qtbot: QtBot, two: Shell) -> None:
    view = part(two)
    first, second = cell_of(two, "ks-annex"), cell_of(two, "ks-annex", 1)
    two.session.edit(
        Set((*STATUSES, first, "state"), AgreementState.SENT), Set((*STATUSES, first, "sent_on"), date(2026, 11, 3))
    )
    two.goto(StepKey.AGREEMENTS, (*STATUSES, first, "state"))
    two.redraw()
    press(qtbot, view.widget, "Sett samme for de andre")
    assert (status(two, second).state, status(two, second).sent_on) == (AgreementState.SENT, date(2026, 11, 3))
    two.session.undo()
    assert status(two, second).state is AgreementState.NOT_STARTED


def test_without_municipalities_the_way_to_them_is_offered(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document())
    view = part(shell)
    press(qtbot, view.widget, "Gå til kommunene")
    assert shell.here.part == "office"
