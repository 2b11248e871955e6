"""The window around the plan: recent plans, examples, bad files, unsaved work, and leaving without losing anything."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.begin import Beginning
from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import StepKey
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.storage.claims import Claims
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.ui.app import examples
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.window import MainWindow
from tests.ui.hands import choose_answer, choose_file, come_to, open_row, press, type_into

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
HAMAR = resources() / "examples" / "hamar.digisos"
OFFICE = ("decision", "office")
NAMED = "Prøve – innføring 2026"
"""What a plan of the office Prøve is called at first."""
APPROVAL = Place(StepKey.DECISION, "approval")
Start = Callable[[], MainWindow]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, content: Content, dressed: QApplication) -> Iterator[Start]:
    """How the program is started, again and again on the same machine."""
    del dressed
    keepers: list[Keeper] = []
    run = 0

    def make() -> MainWindow:
        if keepers:
            keepers.pop().stop()
        nonlocal run
        run += 1
        at = NOW + timedelta(hours=run - 1)
        folders = Folders(tmp_path / "machine")
        recovery = Recovery(folders, lambda: at)
        keeper = Keeper(lambda: at, recovery)
        keepers.append(keeper)
        ids = iter_ids()
        session = Session(content, keeper, lambda: at, lambda: f"{run}{next(ids)}")
        window = MainWindow(session, WindowState(folders.settings, recovery), examples)
        qtbot.addWidget(window, before_close_func=lambda _window: session.close())
        window.show()
        return window

    yield make
    for keeper in keepers:
        keeper.stop()


@pytest.fixture
def window(start: Start) -> MainWindow:
    """The window at its first start."""
    return start()


def damaged(folder: Path) -> Path:
    """Return a plan file with a letter changed."""
    path = folder / "skadet.digisos"
    path.write_bytes(HAMAR.read_bytes().replace(b"Hamar", b"Hamas", 1))
    return path


def truncated(folder: Path) -> Path:
    """Return the first half of a plan file."""
    path = folder / "avkortet.digisos"
    path.write_bytes(HAMAR.read_bytes()[:4_000])
    return path


def foreign(folder: Path) -> Path:
    """Return a file of another program."""
    path = folder / "fremmed.digisos"
    path.write_bytes(b"PK\x03\x04 dette er noe annet")
    return path


def newer(folder: Path) -> Path:
    """Return a plan that a later version of the program has written."""
    path = folder / "nyere.digisos"
    path.write_bytes(re.sub(rb'"schema":\d+', b'"schema":99', HAMAR.read_bytes(), count=1))
    return path


def gone(folder: Path) -> Path:
    """Return a file that is not there."""
    return folder / "borte.digisos"


@pytest.mark.parametrize("make", [damaged, truncated, foreign, newer, gone])
def test_a_bad_file_is_one_sentence_and_the_program_goes_on(
    window: MainWindow, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    before = path.read_bytes() if path.exists() else None
    window.open_plan(path)
    assert window.stack.currentWidget() is window.start
    assert window.start.message.isVisible()
    sentence = window.start.message.title.text()
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "Traceback" not in window.start.message.text.text()
    assert (path.read_bytes() if path.exists() else None) == before
    window.open_example(HAMAR)
    assert window.shell is not None
    assert not window.start.message.title.text(), "the message goes when something works"


def test_a_plan_that_another_window_has_open_is_told(start: Start, tmp_path: Path) -> None:
    window = start()
    path = tmp_path / "felles.digisos"
    path.write_bytes(HAMAR.read_bytes())
    other = Claims(tmp_path / "machine" / "recovery")
    other.hold(path)
    window.open_plan(path)
    assert window.shell is None
    assert "annet vindu" in window.start.message.title.text()
    other.hold(None)
    window.open_plan(path)
    assert window.shell is not None


@pytest.mark.parametrize("make", [damaged, foreign, newer])
def test_a_bad_file_leaves_the_open_plan_open(window: MainWindow, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    window.open_example(HAMAR)
    plan = window.session.plan
    path = make(tmp_path)
    window.open_plan(path)
    assert window.session.plan is plan
    assert window.shell is not None
    assert path.name in window.shell.top.saved.text()


def test_the_example_opens_from_the_start_screen_and_is_a_copy(qtbot: QtBot, window: MainWindow) -> None:
    before = HAMAR.read_bytes()
    press(qtbot, window, "Åpne Én kommune: Hamar")
    assert window.session.plan.decision.office == "NAV Hamar"
    assert window.session.path is None
    assert window.session.plan.about.plan_id != planfile.decode(before).plan.about.plan_id
    assert window.close(), "nothing was changed, so nothing is asked"
    assert HAMAR.read_bytes() == before


def test_leaving_a_plan_without_a_file_asks_and_can_be_regretted(qtbot: QtBot, window: MainWindow) -> None:
    window.begin(Beginning("Prøve"))
    assert window.shell is not None
    type_into(qtbot, come_to(window.shell, StepKey.DECISION, OFFICE), "NAV Ask")
    choose_answer("Avbryt")
    assert not window.close()
    assert window.session.plan.decision.office == "NAV Ask"
    choose_answer("Avbryt")
    window.open_plan(HAMAR)
    assert window.session.plan.decision.office == "NAV Ask"


def test_unsaved_work_is_offered_at_the_next_start_and_taken_up(qtbot: QtBot, start: Start) -> None:
    window = start()
    window.begin(Beginning("Prøve"))
    assert window.shell is not None
    type_into(qtbot, come_to(window.shell, StepKey.DECISION, OFFICE), "NAV Ask")
    choose_answer("Lukk uten å lagre")
    assert window.close()
    again = start()
    press(qtbot, again, "Hent det fram")
    assert again.session.plan.decision.office == "NAV Ask"
    assert again.session.plan.about.name == NAMED


def test_unsaved_work_that_is_not_wanted_now_is_put_aside_and_not_deleted(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    window.begin(Beginning("Prøve"))
    choose_answer("Lukk uten å lagre")
    assert window.close()
    again = start()
    press(qtbot, again, "Ikke nå")
    assert not [one for one in again.start.findChildren(type(again.start.message)) if one.isVisible()]
    kept = [
        file for file in (tmp_path / "machine").rglob("*") if file.is_file() and b"Pr\xc3\xb8ve" in file.read_bytes()
    ]
    assert kept


def test_saving_for_the_first_time_asks_where_and_then_no_more(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.begin(Beginning("Prøve"))
    path = tmp_path / "uten-endelse"
    choose_file(path)
    window.save()
    saved = path.with_name("uten-endelse.digisos")
    assert planfile.read(saved).document.plan == window.session.plan
    assert window.shell is not None
    type_into(qtbot, come_to(window.shell, StepKey.DECISION, OFFICE), "NAV Ask")
    window.save()
    assert planfile.read(saved).document.plan.decision.office == "NAV Ask"
    window.shell.redraw()
    assert window.shell.top.saved.text() == "Lagret kl. 14.32"


def test_a_plan_that_was_open_stands_first_next_time(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    window.begin(Beginning("Prøve"))
    choose_file(tmp_path / "p.digisos")
    window.save()
    assert window.close()
    again = start()
    open_row(qtbot, again.start.recent, NAMED)
    assert again.session.path == tmp_path / "p.digisos"
    again.close_plan()
    assert again.stack.currentWidget() is again.start


def test_a_plan_can_be_opened_from_the_dialog_or_dropped(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "kopi.digisos"
    path.write_bytes(HAMAR.read_bytes())
    choose_file(path)
    press(qtbot, window, "Åpne fra fil …")
    assert window.session.path == path
    window.close_plan()
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, dragged, *_mouse())
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, dragged, *_mouse()))
    assert window.session.path == path


def _mouse() -> tuple[Qt.MouseButton, Qt.KeyboardModifier]:
    return Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_the_keyboard_walks_through_the_steps_and_undoes(qtbot: QtBot, window: MainWindow) -> None:
    window.begin(Beginning("Prøve"))
    window.activateWindow()
    shell = window.shell
    assert shell is not None
    type_into(qtbot, come_to(shell, StepKey.DECISION, OFFICE), "NAV")
    by_words = {action.text(): action for action in window.actions()}
    by_words["Angre"].trigger()
    assert window.session.plan.decision.office == "Prøve"
    by_words["Gjør om"].trigger()
    assert window.session.plan.decision.office == "NAV"
    walked = []
    for words in ("Neste", "Neste", "Forrige"):
        by_words[words].trigger()
        walked.append(shell.here)
    assert walked == [APPROVAL, Place(StepKey.COSTS, walked[1].part), APPROVAL]
    showing = shell.panel.is_folded
    by_words["Håndboka ved siden av"].trigger()
    assert shell.panel.is_folded is not showing


def test_a_failure_of_the_program_itself_is_said_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.say_crash("Noe gikk galt.")
    qtbot.waitUntil(lambda: window.start.message.title.text() == "Noe gikk galt.")
    window.open_example(HAMAR)
    window.say_crash("Noe gikk galt igjen.")
    qtbot.waitUntil(lambda: window.shell is not None and "igjen" in window.shell.top.saved.text())


def test_a_window_from_a_monitor_that_is_gone_comes_back_to_one_that_is_there(start: Start) -> None:
    first = start()
    first.setGeometry(9_000, 4_000, 900, 560)
    first.close()
    second = start()
    assert second.screen().virtualGeometry().intersects(second.geometry())
