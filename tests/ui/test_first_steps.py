"""The first steps of the wizard: population from a file, tried answers, costs by year and what if, mails, workload."""

from collections.abc import Callable
from pathlib import Path

import pytest
from digisos_wizard.ui.pages.agreements import AgreementsPage
from digisos_wizard.ui.pages.decision import DecisionPage
from digisos_wizard.ui.pages.roles import RolesPage
from PySide6.QtCore import Qt, QUrlQuery
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.decision import Merger
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import CaseSystemModel, MergerStrategy
from digisos_wizard.model.told.cover_mail import draft
from digisos_wizard.storage import planfile
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.form.mail_box import mail_address
from tests.model.given import plan_of
from tests.ui.hands import choose, choose_file, field, press

MakeShell = Callable[[Document], Shell]
LEFT = Qt.MouseButton.LeftButton


def decision(shell: Shell) -> DecisionPage:
    shell.show_step(StepKey.DECISION)
    page = shell.page(StepKey.DECISION)
    assert isinstance(page, DecisionPage)
    return page


@pytest.fixture
def host(make_shell: MakeShell) -> Shell:
    """The shell on the example of two municipalities."""
    return make_shell(planfile.read(resources() / "examples" / "vertskommune.digisos").document)


def test_population_comes_from_a_file_and_what_was_not_found_is_listed(
    qtbot: QtBot, make_shell: MakeShell, tmp_path: Path
) -> None:
    shell = make_shell(Document(plan=plan_of(None, 2_000)))
    page = decision(shell)
    path = tmp_path / "ssb.csv"
    path.write_text('"region";"2026"\n"3403 Ask";32879\n', "cp1252")
    choose_file(path)
    press(qtbot, page.widget, "Hent innbyggertall fra en fil …")
    assert [place.population for place in shell.session.plan.decision.municipalities] == [32_879, 2_000]
    assert page.fetched.title.text() == "Hentet 1 av 2"
    assert "Bjerk: fant ingen" in page.fetched.text.text()
    assert shell.session.undo_label == "Innbyggertall fra fil"
    shell.session.undo()
    assert shell.session.plan.decision.municipalities[0].population is None


def test_a_file_that_is_no_table_is_said_and_changes_nothing(make_shell: MakeShell, tmp_path: Path) -> None:
    shell = make_shell(Document(plan=plan_of(5_000)))
    page = decision(shell)
    before = shell.session.plan
    path = tmp_path / "annet.csv"
    path.write_bytes(b"PK\x03\x04\x00")
    page.fetch_population(path)
    assert page.fetched.title.text() == "Filen er ikke en tekstfil."
    page.fetch_population(tmp_path / "borte.csv")
    assert "borte.csv" in page.fetched.title.text()
    assert shell.session.plan is before


def test_a_changed_answer_shows_what_it_changes_before_it_is_taken(qtbot: QtBot, host: Shell) -> None:
    page = decision(host)
    before = host.session.plan
    choose(qtbot, field(page, "transfer_stated"), "Nei")
    assert host.session.plan is before, "nothing is changed yet"
    shown = page.cooperation.box
    assert shown.isVisible()
    assert "Alvdal: behandlingsansvarlig blir Alvdal (nå Tynset)." in page.cooperation.box.text.text()
    host.redraw()
    assert page.cooperation.box.isVisible(), "it stays while the page is drawn again"
    qtbot.mouseClick(page.cooperation.take_button, LEFT)
    assert host.session.plan.cooperation.transfer_stated is False
    assert not page.cooperation.pending
    host.session.undo()
    host.redraw()
    assert host.session.plan.cooperation == before.cooperation
    assert not page.cooperation.pending


def test_a_tried_answer_can_be_left_and_survives_other_edits(qtbot: QtBot, host: Shell) -> None:
    page = decision(host)
    choose(qtbot, field(page, "case_systems"), "Hver kommune")
    host.session.edit(Set(("decision", "office"), "NAV Nytt"))
    host.redraw()
    assert list(page.cooperation.pending) == [Set(("cooperation", "case_systems"), CaseSystemModel.SEPARATE)]
    qtbot.mouseClick(page.cooperation.leave_button, LEFT)
    assert not page.cooperation.pending
    assert host.session.plan.cooperation.case_systems is CaseSystemModel.SHARED
    assert host.session.plan.decision.office == "NAV Nytt"


def test_an_answer_that_was_empty_is_taken_at_once(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(5_000, 6_000)))
    page = decision(shell)
    choose(qtbot, field(page, "cooperation.form"), "Vertskommune")
    assert shell.session.plan.cooperation.form is not None
    assert not page.cooperation.box.isVisible()


def test_a_merger_shows_its_to_dos(make_shell: MakeShell) -> None:
    merger = Merger(planned=True, strategy=MergerStrategy.CONNECT_ONE_BY_ONE)
    shell = make_shell(Document(plan=plan_of(5_000, answers={"cooperation/merger": merger})))
    page = decision(shell)
    assert page.merger_tasks.isVisible()
    assert len(page.merger_tasks.model.rows) == 2


def test_an_agreement_has_a_mail_to_copy_and_to_open(qtbot: QtBot, shell: Shell) -> None:
    shell.show_step(StepKey.AGREEMENTS)
    page = shell.page(StepKey.AGREEMENTS)
    assert isinstance(page, AgreementsPage)
    figures = shell.session.figures
    terms = next(cell for cell in figures.agreements if cell.spec.id == "ks-terms")
    page.matrix.choose(terms.row_id)
    mail = draft(figures, terms)
    assert mail is not None
    assert page.mail.isVisible()
    assert page.mail.text.toPlainText() == mail.body
    qtbot.mouseClick(page.mail.copy_button, LEFT)
    assert mail.body in QApplication.clipboard().text()
    address = mail_address(mail)
    query = QUrlQuery(address)
    assert (address.scheme(), address.path()) == ("mailto", "fiks@ks.no")
    decoded = query.queryItemValue("body", address.ComponentFormattingOption.FullyDecoded)
    assert decoded.replace("\r\n", "\n") == mail.body
    unneeded = next(cell for cell in figures.agreements if not cell.required)
    page.matrix.choose(unneeded.row_id)
    assert not page.mail.isVisible()


def test_the_table_of_persons_shows_what_each_has_taken_on(shell: Shell) -> None:
    shell.show_step(StepKey.ROLES)
    page = shell.page(StepKey.ROLES)
    assert isinstance(page, RolesPage)
    counted = [view.cells[3] for view in page.persons.model.rows]
    people = shell.session.plan.people
    held = [role.person for role in people.roles] + [role.person for role in people.own_roles]
    assert sum(map(int, counted)) == sum(person is not None for person in held)
