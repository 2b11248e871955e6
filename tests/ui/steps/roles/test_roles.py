"""Rollene: a person is chosen in the row, somebody new by the name alone; a role may be not needed."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.part import StepPart
from tests.ui.hands import choose_in_cell, name_person, press

ROLE = ("people", "roles", "management")


def roles(shell: Shell) -> StepPart:
    """Return the part, on screen."""
    shell.show_place(Place(StepKey.ROLES, "roles"))
    return shell.part(StepKey.ROLES, "roles")


def test_somebody_new_is_named_in_the_row(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    part = roles(shell)
    name_person("Kari Pr\u00f8ve")
    choose_in_cell(qtbot, part, (*ROLE, "person"), "Ny person")
    shell.redraw()
    (person,) = shell.session.plan.people.persons
    assert person.name == "Kari Pr\u00f8ve"
    assert shell.session.plan.people.roles[0].person == person.id
    choose_in_cell(qtbot, part, ("people", "roles", "it", "person"), "Kari Pr\u00f8ve")
    assert [one.person for one in shell.session.plan.people.roles] == [person.id, person.id]
    shell.session.undo()
    shell.session.undo()
    assert shell.session.plan.people.persons == ()


def test_a_role_that_is_not_needed_can_be_needed_again(qtbot: QtBot, shell: Shell) -> None:
    part = roles(shell)
    choose_in_cell(qtbot, part, (*ROLE, "person"), "Ikke aktuell")
    shell.redraw()
    (held,) = [one for one in shell.session.plan.people.roles if one.id == "management"]
    assert (held.person, held.not_relevant) == (None, True)
    choose_in_cell(qtbot, part, (*ROLE, "person"), shell.session.plan.people.persons[0].name)
    (held,) = [one for one in shell.session.plan.people.roles if one.id == "management"]
    assert (held.person, held.not_relevant) == (shell.session.plan.people.persons[0].id, False)


def test_an_own_role_opens_to_be_named(qtbot: QtBot, shell: Shell) -> None:
    part = roles(shell)
    before = len(shell.session.plan.people.own_roles)
    press(qtbot, part.widget, "Egen rolle")
    assert len(shell.session.plan.people.own_roles) == before + 1
    focused = shell.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "Testleder")
    assert shell.session.plan.people.own_roles[-1].title == "Testleder"
    press(qtbot, part.widget, "Tilbake til listen")
    assert part.walking() is None
