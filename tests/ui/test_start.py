"""The start screen and the questions of a new plan, by the user's hands; what is remembered until next time."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.session import Session
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.storage.settings import RecentPlan
from digisos_wizard.ui.app import examples
from digisos_wizard.ui.new_plan import NewPlan
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.places import HOME, Place
from digisos_wizard.ui.state import WindowState, opened_words
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.window import MainWindow
from tests.ui.hands import choose_answer, choose_file, open_row, press, row_of

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
HAMAR = resources() / "examples" / "hamar.digisos"
FICTITIOUS = "13097248022"
"""Reads as a national identity number, and is nobody's."""
PERSONS = Place(StepKey.ROLES, "persons")
MOST_ACTIONS = 25
Start = Callable[..., MainWindow]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, content: Content, dressed: QApplication) -> Iterator[Start]:
    """How the program is started, some days on, on the same machine."""
    del dressed
    keepers: list[Keeper] = []
    started = 0

    def make(days: int = 0) -> MainWindow:
        nonlocal started
        started += 1
        at = NOW + timedelta(days=days)
        if keepers:
            keepers.pop().stop()
        folders = Folders(tmp_path / "machine")
        recovery = Recovery(folders, lambda: at)
        keeper = Keeper(lambda: at, recovery)
        keepers.append(keeper)
        ids = iter_ids()
        session = Session(content, keeper, lambda: at, lambda: f"{started}{next(ids)}")
        window = MainWindow(session, WindowState(folders.settings, recovery), examples)
        qtbot.addWidget(window, before_close_func=lambda _window: session.close())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for keeper in keepers:
        keeper.stop()


@pytest.fixture
def window(start: Start) -> MainWindow:
    """The window at its first start."""
    return start()


@pytest.fixture
def asked(qtbot: QtBot, window: MainWindow) -> NewPlan:
    """The questions of a new plan, on screen."""
    press(qtbot, window, "Ny plan")
    return window.beginning


def words(root: QWidget) -> str:
    """Return everything that is said by labels on screen."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisible())


class Hands:
    """Hands on the keyboard and the mouse that count what they do; a text typed without a pause is one action."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.actions = qtbot, window, 0

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self.actions += 1
        self.qtbot.keyClicks(self.window.focusWidget(), text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        self.actions += 1
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def press(self, text: str) -> None:
        """Press a button."""
        self.actions += 1
        press(self.qtbot, self.window, text)


def test_a_first_plan_takes_few_actions_and_no_mouse(qtbot: QtBot, window: MainWindow) -> None:
    hands = Hands(qtbot, window)
    hands.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for text in ("NAV Fjordvik", "Fjordvik", "8 140"):
        hands.type(text)
        hands.key(Qt.Key.Key_Return)
    hands.type("4.3.2027")
    hands.key(Qt.Key.Key_Return)
    assert hands.actions <= MOST_ACTIONS
    assert window.shell is not None
    assert window.shell.here == HOME
    plan = window.session.plan
    assert plan.about.name == "NAV Fjordvik – innføring 2027"
    assert [(place.name, place.population) for place in plan.decision.municipalities] == [("Fjordvik", 8_140)]
    assert plan.connection.day.shared.wished == date(2027, 3, 4)
    assert window.session.path is None


def test_what_one_gets_follows_each_answer(qtbot: QtBot, asked: NewPlan) -> None:
    before = words(asked)
    assert "4. mars 2027" not in before
    qtbot.keyClicks(asked.places[0].people, "8140")
    assert words(asked) != before
    assert "kr" in words(asked)
    qtbot.keyClicks(asked.wished, "4.3.2027")
    assert "Dere rekker 4. mars 2027" in words(asked)
    press(qtbot, asked, "Vet ikke ennå")
    assert "Dere rekker" not in words(asked)


def test_the_last_question_follows_the_kind_of_plan(qtbot: QtBot, asked: NewPlan) -> None:
    assert asked.asked_day.text() == "Når vil dere koble på?"
    asked.kinds[PlanKind.NEW_VENDOR].click()
    assert asked.asked_day.text() == "Når vil dere bytte?"
    assert [kind for kind, radio in asked.kinds.items() if radio.isChecked()] == [PlanKind.NEW_VENDOR]
    press(qtbot, asked, "Lag planen")
    assert asked.window().session.plan.decision.kind is PlanKind.NEW_VENDOR  # type: ignore[attr-defined] # the window


def test_arrows_walk_the_kinds(qtbot: QtBot, asked: NewPlan) -> None:
    asked.kinds[PlanKind.INTRODUCTION].setFocus()
    qtbot.keyClick(asked.kinds[PlanKind.INTRODUCTION], Qt.Key.Key_Down)
    (chosen,) = [kind for kind, radio in asked.kinds.items() if radio.isChecked()]
    assert chosen is not PlanKind.INTRODUCTION
    assert asked.kinds[chosen].hasFocus()


def test_several_municipalities_and_an_empty_line(qtbot: QtBot, window: MainWindow, asked: NewPlan) -> None:
    press(qtbot, asked, "Legg til kommune")
    press(qtbot, asked, "Legg til kommune")
    for line, name in zip(asked.places, ("Fjordvik", "", "Lillesund"), strict=True):
        qtbot.keyClicks(line.name, name)
    press(qtbot, asked, "Lag planen")
    assert [place.name for place in window.session.plan.decision.municipalities] == ["Fjordvik", "Lillesund"]


@pytest.mark.parametrize(
    ("where", "text", "told"),
    [
        ("people", "om lag åtte tusen", "Skriv et helt tall"),
        ("people", FICTITIOUS, "fødselsnummer"),
        ("name", f"Ola {FICTITIOUS}", "fødselsnummer"),
        ("office", FICTITIOUS, "fødselsnummer"),
        ("wished", "til våren", "Skriv en dato"),
    ],
)
def test_what_cannot_be_taken_in_is_told_at_its_line_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, asked: NewPlan, where: str, text: str, told: str
) -> None:
    lines = {"people": asked.places[0].people, "name": asked.places[0].name}
    line = lines.get(where) or getattr(asked, where)
    assert told not in words(asked)
    qtbot.keyClicks(line, text)
    (said,) = [one for one in asked.findChildren(QLabel) if one.isVisible() and told in one.text()]
    near = said.mapTo(asked, said.rect().center()).y() - line.mapTo(asked, line.rect().center()).y()
    assert abs(near) < line.height()
    press(qtbot, asked, "Lag planen")
    assert window.stack.currentWidget() is asked
    assert line.hasFocus()
    assert line.text() == text
    line.clear()
    assert not said.text()
    press(qtbot, asked, "Lag planen")
    assert window.shell is not None
    assert FICTITIOUS not in window.session.plan.model_dump_json()


def test_the_questions_can_be_left_and_begin_anew(qtbot: QtBot, window: MainWindow, asked: NewPlan) -> None:
    qtbot.keyClicks(asked.office, "NAV Ask")
    press(qtbot, asked, "Avbryt")
    assert window.stack.currentWidget() is window.start
    press(qtbot, window, "Ny plan")
    assert asked.office.text() == ""
    assert asked.office.hasFocus()


def test_ctrl_o_asks_for_a_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "kopi.digisos"
    path.write_bytes(HAMAR.read_bytes())
    choose_file(path)
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert window.session.path == path


def test_recent_plans_say_when_they_were_opened_and_are_opened_with_the_keys(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    first = start()
    assert not first.start.recent.isVisible()
    assert "Her kommer planene dine" in words(first.start)
    for name in ("a", "b"):
        (tmp_path / f"{name}.digisos").write_bytes(HAMAR.read_bytes())
        first.open_plan(tmp_path / f"{name}.digisos")
    assert first.close()
    again = start(days=1)
    grid = again.start.recent
    rows = [[cell.text for cell in row.cells] + [row.cells[0].below] for row in grid.rows_model.rows]
    assert [row[1] for row in rows] == ["I går", "I går"]
    assert [Path(row[2]).name for row in rows] == ["b.digisos", "a.digisos"]
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert again.session.path == tmp_path / "a.digisos"


def test_the_day_a_plan_was_opened_is_said_in_words() -> None:
    today = NOW.date()
    days = [today, today - timedelta(days=1), date(2026, 9, 3), date(2025, 12, 31), None]
    told = [opened_words(one, today) for one in days]
    assert told == ["I dag", "I går", "3. september", "31. desember 2025", ""]
    assert RecentPlan(path="x").opened_on is None, "those from before are not forgotten"


def test_place_row_and_panel_are_remembered_until_next_time(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "plan.digisos"
    path.write_bytes(HAMAR.read_bytes())
    first = start()
    first.open_plan(path)
    assert first.shell is not None
    assert first.shell.here == HOME
    first.shell.show_place(PERSONS)
    part = first.shell.part(StepKey.ROLES, "persons")
    chosen = first.session.plan.people.persons[2]
    row_of(part, chosen.id)
    assert not first.shell.panel.is_folded
    press(qtbot, first.shell, "Legg sammen panelet")
    assert first.close()
    again = start(days=2)
    open_row(qtbot, again.start.recent, "Hamar")
    assert again.shell is not None
    assert again.shell.here == PERSONS
    assert again.shell.panel.is_folded
    assert again.shell.view(PERSONS).row_here() == chosen.id
    again.shell.show_place(HOME)
    again.open_example(HAMAR)
    assert again.shell.here == HOME, "another plan begins at home"


def test_one_button_on_the_start_screen_is_the_primary_one(qtbot: QtBot, start: Start) -> None:
    first = start()

    def primary(window: MainWindow) -> list[str]:
        found = window.start.findChildren(QWidget)
        return [one.accessibleName() for one in found if one.isVisible() and one.property("look") == Look.PRIMARY.value]

    assert primary(first) == ["Ny plan"]
    press(qtbot, first, "Ny plan")
    press(qtbot, first, "Lag planen")
    first.session.enter(("decision", "office"), "NAV Ask")
    choose_answer("Lukk uten å lagre")
    assert first.close()
    assert primary(start()) == ["Hent det fram"]


def test_the_projector_shows_the_part_alone_and_larger(qtbot: QtBot, window: MainWindow) -> None:
    window.open_example(HAMAR)
    shell = window.shell
    assert shell is not None
    shell.show_place(PERSONS)
    usual = QApplication.font().pixelSize()
    around = (shell.rail, shell.top, shell.bottom, shell.panel)
    assert all(one.isVisible() for one in around)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not any(one.isVisible() for one in around)
    assert shell.here == PERSONS
    assert QApplication.font().pixelSize() == round(usual * 1.4)
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shell.here != PERSONS, "one goes on as usual"
    assert not shell.bottom.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert all(one.isVisible() for one in (shell.rail, shell.top))
    assert QApplication.font().pixelSize() == usual
    qtbot.keyClick(window, Qt.Key.Key_F11)
    window.close_plan()
    assert QApplication.font().pixelSize() == usual, "the next plan is as usual"
