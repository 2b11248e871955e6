"""The first steps of the wizard: population from a file, tried answers, costs by year and what if, workload."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from digisos_wizard.ui.pages.decision import DecisionPage
from digisos_wizard.ui.pages.roles import RolesPage
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.decision import Merger
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import CaseSystemModel, MergerStrategy
from digisos_wizard.storage import planfile
from digisos_wizard.ui.pages.costs import CostsPage
from digisos_wizard.ui.shell import Shell
from tests.model.given import plan_of
from tests.ui.hands import choose, choose_file, field, press, type_into

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


def costs(shell: Shell) -> CostsPage:
    shell.show_step(StepKey.COSTS)
    page = shell.page(StepKey.COSTS)
    assert isinstance(page, CostsPage)
    return page


def test_every_year_can_be_opened(shell: Shell) -> None:
    page = costs(shell)
    assert "2027" in page.lines.heading.text()
    page.year_table.choose("2029")
    assert "2029" in page.lines.heading.text()
    cells = [view.cells for view in page.line_table.model.rows]
    expected = [line for line in shell.session.figures.costs.lines if line.year_index == 2]
    assert len(cells) == len(expected)
    assert all(
        "Mangler" in view.tip or "Kilde" in view.tip or "tilbudet" in view.tip for view in page.line_table.model.rows
    )
    assert any("Prisliste: Håndbok 2022 (2. september 2022)" in view.tip for view in page.line_table.model.rows)


def test_what_if_is_shown_beside_the_plan(shell: Shell) -> None:
    page = costs(shell)
    rows = {view.row_id: view.cells for view in page.swing_table.model.rows}
    assert list(rows) == ["population", "index", "vendor"]
    assert len({cells[2] for cells in rows.values()}) == 1


def test_an_own_price_list_asks_for_its_prices(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(10_000)))
    page = costs(shell)
    choose(qtbot, field(page, "catalogue"), "Egen prisliste")
    shell.redraw()
    page.prices.choose("fee-per-inhabitant")
    shell.redraw()
    assert page.prices.form is not None
    type_into(qtbot, page.prices.form.fields["amount"], "9,10")
    fee = next(line for line in shell.session.figures.costs.lines if line.label.startswith("Tilknytning"))
    assert fee.net == Decimal(91_000)
    assert not shell.session.figures.costs.total().complete


def test_the_table_of_persons_shows_what_each_has_taken_on(shell: Shell) -> None:
    shell.show_step(StepKey.ROLES)
    page = shell.page(StepKey.ROLES)
    assert isinstance(page, RolesPage)
    counted = [view.cells[3] for view in page.persons.model.rows]
    people = shell.session.plan.people
    held = [role.person for role in people.roles] + [role.person for role in people.own_roles]
    assert sum(map(int, counted)) == sum(person is not None for person in held)
