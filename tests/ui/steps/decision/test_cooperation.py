"""Samarbeidet: answers are tried before they are taken, and what follows from them stands below."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.decision import Merger
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import CaseSystemModel, MergerStrategy
from digisos_wizard.storage import planfile
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.decision.cooperation import CooperationPart
from tests.model.given import plan_of
from tests.ui.hands import choose, field

MakeShell = Callable[[Document], Shell]
LEFT = Qt.MouseButton.LeftButton


def cooperation(shell: Shell) -> CooperationPart:
    """Return the part, on screen."""
    shell.show_place(Place(StepKey.DECISION, "cooperation"))
    part = shell.part(StepKey.DECISION, "cooperation")
    assert isinstance(part, CooperationPart)
    return part


@pytest.fixture
def host(make_shell: MakeShell) -> Shell:
    """The shell on the example of two municipalities."""
    return make_shell(planfile.read(resources() / "examples" / "vertskommune.digisos").document)


def test_a_changed_answer_shows_what_it_changes_before_it_is_taken(qtbot: QtBot, host: Shell) -> None:
    part = cooperation(host)
    before = host.session.plan
    choose(qtbot, field(part, "transfer_stated"), "Nei")
    assert host.session.plan is before, "nothing is changed yet"
    shown = part.cooperation.box
    assert shown.isVisible()
    assert "Alvdal: behandlingsansvarlig blir Alvdal (nå Tynset)." in part.cooperation.box.text.text()
    host.redraw()
    assert part.cooperation.box.isVisible(), "it stays while the page is drawn again"
    qtbot.mouseClick(part.cooperation.take_button, LEFT)
    assert host.session.plan.cooperation.transfer_stated is False
    assert not part.cooperation.pending
    host.session.undo()
    host.redraw()
    assert host.session.plan.cooperation == before.cooperation
    assert not part.cooperation.pending


def test_a_tried_answer_can_be_left_and_survives_other_edits(qtbot: QtBot, host: Shell) -> None:
    part = cooperation(host)
    choose(qtbot, field(part, "case_systems"), "Hver kommune")
    host.session.edit(Set(("decision", "office"), "NAV Nytt"))
    host.redraw()
    assert list(part.cooperation.pending) == [Set(("cooperation", "case_systems"), CaseSystemModel.SEPARATE)]
    qtbot.mouseClick(part.cooperation.leave_button, LEFT)
    assert not part.cooperation.pending
    assert host.session.plan.cooperation.case_systems is CaseSystemModel.SHARED
    assert host.session.plan.decision.office == "NAV Nytt"


def test_an_answer_that_was_empty_is_taken_at_once(qtbot: QtBot, make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(5_000, 6_000)))
    part = cooperation(shell)
    choose(qtbot, field(part, "cooperation.form"), "Vertskommune")
    assert shell.session.plan.cooperation.form is not None
    assert not part.cooperation.box.isVisible()


def test_a_merger_shows_its_to_dos(make_shell: MakeShell) -> None:
    merger = Merger(planned=True, strategy=MergerStrategy.CONNECT_ONE_BY_ONE)
    shell = make_shell(Document(plan=plan_of(5_000, answers={"cooperation/merger": merger})))
    part = cooperation(shell)
    assert part.merger_tasks.isVisible()
    assert len(part.merger_tasks.rows_model.rows) == 2


def test_one_municipality_that_stays_has_no_such_part(make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(5_000)))
    shell.show_place(Place(StepKey.DECISION, "office"))
    assert [row.key for row in shell.rail._rows if row.key == "decision/cooperation"] == []
    shell.forward()
    assert shell.here == Place(StepKey.DECISION, "approval")


def test_the_part_goes_with_the_answer_that_it_hung_on(make_shell: MakeShell) -> None:
    shell = make_shell(Document(plan=plan_of(5_000, answers={"cooperation/merger": Merger(planned=True)})))
    cooperation(shell)
    shell.session.edit(Set(("cooperation", "merger", "planned"), value=False))
    shell.redraw()
    assert shell.here == Place(StepKey.DECISION, "office")
