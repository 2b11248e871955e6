"""Personene: somebody is taken out everywhere, and only when the user says so."""

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.roles.persons import PersonsPart
from tests.ui.hands import choose_answer, press


@pytest.mark.parametrize(("answer", "gone"), [("Avbryt", False), ("Fjern overalt", True)])
def test_a_person_is_erased_only_when_the_user_says_so(qtbot: QtBot, shell: Shell, answer: str, gone: bool) -> None:
    shell.show_place(Place(StepKey.ROLES, "persons"))
    part = shell.part(StepKey.ROLES, "persons")
    assert isinstance(part, PersonsPart)
    person = shell.session.plan.people.persons[0]
    part.persons.open_row(person.id)
    choose_answer(answer)
    press(qtbot, part.widget, "Fjern personen overalt …")
    left = {one.id for one in shell.session.plan.people.persons}
    assert (person.id not in left) is gone
    assert (person.id not in shell.session.plan.model_dump_json()) is gone


def test_the_list_of_persons_shows_what_each_has_taken_on(shell: Shell) -> None:
    shell.show_place(Place(StepKey.ROLES, "persons"))
    part = shell.part(StepKey.ROLES, "persons")
    assert isinstance(part, PersonsPart)
    people = shell.session.plan.people
    held = [role.person for role in people.roles] + [role.person for role in people.own_roles]
    counted = [row.cells[1].text for row in part.grid.rows_model.rows if row.chosen]
    assert sum(int(text) for text in counted if text) == sum(person is not None for person in held)
