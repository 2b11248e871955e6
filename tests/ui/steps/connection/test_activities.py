"""Aktiviteter: one list by time, the network walked in the detail, own activities, and why one stands as it does."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.connection.result import PlannedActivity
from digisos_wizard.model.terms import TaskState
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.connection.activities import ACTIVITIES, OWN, ActivitiesPart
from digisos_wizard.ui.widgets.tables.rows import Row
from tests.ui.hands import choose, field, field_at, press, type_into

HERE = Place(StepKey.CONNECTION, "activities")


@pytest.fixture
def part(shell: Shell) -> ActivitiesPart:
    """The part on the example, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, ActivitiesPart)
    return found


def rows(part: ActivitiesPart) -> dict[str, Row]:
    """Return the activities that have a row."""
    return {one.row_id: one for one in part.grid.rows_model.rows if one.chosen and not one.fold}


def test_what_is_not_done_stands_in_groups_by_time(part: ActivitiesPart) -> None:
    found = part.grid.rows_model.rows
    assert found[0].heading
    assert found[0].title == "Forberede"
    assert [one.title for one in found if one.fold][-1] == "Etter påkobling"
    assert all(one.cells[1].text != "Ferdig" for one in rows(part).values())
    part.chips.buttons["every"].click()
    assert "decide" in rows(part)
    part.chips.buttons["deciding"].click()
    assert list(rows(part)) == [one.row_id for one in critical(part)]


def critical(part: ActivitiesPart) -> list[PlannedActivity]:
    """Return what decides the day."""
    items = part.desk.figures.schedule.activities
    return [one for one in items if one.timing is not None and one.timing.critical]


def test_a_folded_group_is_opened_with_the_keyboard(qtbot: QtBot, part: ActivitiesPart) -> None:
    line = next(one for one in part.grid.rows_model.rows if one.fold)
    before = len(rows(part))
    part.grid.go_to(line.row_id)
    qtbot.keyClick(part.grid, Qt.Key.Key_Return)
    assert len(rows(part)) > before
    assert f"# {line.title}" in [one.row_id for one in part.grid.rows_model.rows]


def test_what_an_activity_waits_for_is_walked_to(qtbot: QtBot, shell: Shell, part: ActivitiesPart) -> None:
    shell.goto(StepKey.CONNECTION, (*ACTIVITIES, "training"))
    assert part.named.text() == "Gjennomfør opplæring i fagsystemet og søknaden"
    waits = {one.row_id: one for one in part.network.rows_model.rows}
    assert waits["installation"].title == "Installer ny versjon av fagsystemet"
    part.network.go_to("installation")
    qtbot.keyClick(part.network, Qt.Key.Key_Return)
    assert part.named.text() == "Installer ny versjon av fagsystemet"
    assert "training" in [one.row_id for one in part.network.rows_model.rows], "it waits for this one"


def test_one_that_is_done_is_come_to_and_says_why(shell: Shell, part: ActivitiesPart) -> None:
    assert "decide" not in rows(part)
    shell.goto(StepKey.CONNECTION, (*ACTIVITIES, "decide"))
    assert "Regnes som ferdig, for planen viser: Vedtatt 23. september 2026." in part.facts.text()
    assert part.there.text() == "Gå til Beslutning"
    part.there.click()
    assert shell.current is StepKey.DECISION


def test_where_a_deadline_and_an_owner_come_from_is_said(part: ActivitiesPart, shell: Shell) -> None:
    shell.goto(StepKey.CONNECTION, (*ACTIVITIES, "roles"))
    assert "Frist 18. desember 2026, regnet fra påkoblingsdagen." in part.facts.text()
    assert "Ansvarlig er Kari Eksempel, fra Roller: Ledelsen ved NAV-kontoret." in part.facts.text()
    assert "En uke ekstra flytter ikke dagen." in part.late.text()


def test_a_week_that_moves_the_day_is_told(qtbot: QtBot, shell: Shell, part: ActivitiesPart) -> None:
    del qtbot
    shell.session.enter(("connection", "day", "shared", "wished"), "1. mars 2027")
    shell.redraw()
    (first, *_rest) = critical(part)
    shell.goto(StepKey.CONNECTION, first.address)
    assert part.late.text().startswith("Blir den én uke sen, er tidligste påkobling ")


def test_when_it_was_done_is_asked_when_it_is(qtbot: QtBot, shell: Shell, part: ActivitiesPart) -> None:
    shell.goto(StepKey.CONNECTION, (*ACTIVITIES, "video-meeting"))
    assert not field(part, "done_on").isVisible()
    choose(qtbot, field(part, "state"), "Ferdig")
    shell.redraw()
    (status,) = [one for one in shell.session.plan.connection.activities if one.id == "video-meeting"]
    assert status.state is TaskState.DONE
    assert "video-meeting" in rows(part), "it stays for as long as one is at it"
    shell.goto(StepKey.CONNECTION, (*ACTIVITIES, "video-meeting", "done_on"))
    assert field_at(part, (*ACTIVITIES, "video-meeting", "done_on")).isVisible()


def test_an_own_deadline_stands_behind_its_link(qtbot: QtBot, shell: Shell, part: ActivitiesPart) -> None:
    shell.goto(StepKey.CONNECTION, (*ACTIVITIES, "firewall"))
    assert not field(part, "deadline").isVisible()
    press(qtbot, part.widget, "Egen frist eller varighet")
    type_into(qtbot, field(part, "deadline"), "1. februar 2027")
    shell.redraw()
    assert shell.session.figures.schedule.by_id["firewall"].deadline is not None
    assert "1. februar" in rows(part)["firewall"].cells[0].below


def test_own_activities_stand_by_their_time_and_wait_for_others(
    qtbot: QtBot, shell: Shell, part: ActivitiesPart
) -> None:
    press(qtbot, part.widget, "Egen aktivitet")
    own: OwnActivity = shell.session.plan.connection.own_activities[-1]
    type_into(qtbot, field_at(part, (*OWN, own.id, "title")), "Heng opp plakaten")
    type_into(qtbot, field_at(part, (*OWN, own.id, "offset_days")), "-3")
    shell.redraw()
    every = part.grid.rows_model.rows
    at = next(position for position, one in enumerate(every) if one.row_id == own.id)
    group = next(one.title for one in reversed(every[:at]) if one.heading)
    assert group == "1–2 uker før"
    field_at(part, (*OWN, own.id, "after")).control.edited.emit("training")
    assert "training" in shell.session.figures.schedule.by_id[own.id].after
    press(qtbot, part.widget, "Fjern aktiviteten")
    assert all(one.id != own.id for one in shell.session.plan.connection.own_activities)


def test_a_measure_is_changed_in_privacy(shell: Shell, part: ActivitiesPart) -> None:
    measure = next(item for item in shell.session.figures.schedule.activities if item.column == "measures")
    part.open_activity(measure.row_id)
    assert part.named.text() == measure.title
    assert not part.activity.isVisible()
    assert not part.own.isVisible()
    part.there.click()
    assert shell.current is StepKey.PRIVACY
