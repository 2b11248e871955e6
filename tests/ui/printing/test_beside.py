"""A document beside its list: the latest one asked for is shown, however long the one before takes."""

from threading import Event

from pytestqt.qtbot import QtBot

from digisos_wizard.ui.printing.beside import Maker


def test_what_was_asked_for_before_is_not_shown(qtbot: QtBot) -> None:
    maker, begun, go_on = Maker(), Event(), Event()
    made: list[bytes] = []
    maker.made.connect(made.append)

    def slow() -> bytes:
        begun.set()
        go_on.wait(10)
        return b"first"

    maker.ask(slow)
    qtbot.waitUntil(begun.is_set)
    maker.ask(lambda: b"second")
    maker.ask(lambda: b"third")
    go_on.set()
    qtbot.waitUntil(lambda: bool(made))
    assert made == [b"third"]


def test_a_fault_is_told_and_the_next_is_made(qtbot: QtBot) -> None:
    maker = Maker()
    made: list[bytes] = []
    maker.made.connect(made.append)

    def fail() -> bytes:
        raise ValueError

    with qtbot.waitSignal(maker.failed) as failed:
        maker.ask(fail)
    assert isinstance(failed.args[0], ValueError)
    with qtbot.waitSignal(maker.made):
        maker.ask(lambda: b"whole")
    assert made == [b"whole"]


def test_nothing_is_made_where_nothing_is_wanted(qtbot: QtBot) -> None:
    maker = Maker()
    made: list[bytes] = []
    maker.made.connect(made.append)
    maker.ask(lambda: b"gone")
    maker.ask(None)
    with qtbot.waitSignal(maker.made):
        qtbot.waitUntil(lambda: not maker.waiting)
        maker.ask(lambda: b"later")
    assert made == [b"later"]
