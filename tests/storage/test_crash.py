"""When the program itself is wrong: rescue, log, speak, in that order, and nothing typed in the log."""

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digisos_wizard.storage import crash
from digisos_wizard.storage.crash import Log, install

AT = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
TYPED = "Kari Nordmann skrev dette"


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "ny" / "log.txt", lambda: AT)


@pytest.fixture
def events(log: Log, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happened, in order; the hooks of the test run come back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    happened: list[str] = []

    def rescue() -> None:
        happened.append("rescue, log there" if log.path.exists() else "rescue")

    def speak(words: str) -> None:
        assert log.path.exists()
        happened.append(words)

    install(log, rescue, speak)
    return happened


def raise_it() -> None:
    """Raise an error whose text quotes what was typed, because of another one."""
    try:
        int(TYPED)
    except ValueError as error:
        raise LookupError(TYPED) from error


def in_main(act: Callable[[], None]) -> None:
    """Let the interpreter's hook meet what the act raises, as it would outside of a test."""
    try:
        act()
    except BaseException as error:  # noqa: BLE001 - that is what reaches a hook
        sys.excepthook(type(error), error, error.__traceback__)


def in_thread(act: Callable[[], None]) -> None:
    """Let a thread meet it."""
    thread = threading.Thread(target=act)
    thread.start()
    thread.join()


@pytest.mark.parametrize("meet", [in_main, in_thread])
def test_the_plan_first_then_the_log_then_the_words(
    meet: Callable[[Callable[[], None]], None], events: list[str], log: Log
) -> None:
    meet(raise_it)
    assert events[0] == "rescue"
    assert str(log.path) in events[1]
    text = log.path.read_text("utf-8")
    assert "2026-11-23T14:32:00+00:00 LookupError" in text
    assert "ValueError" in text
    assert "test_crash:" in text
    assert TYPED not in text
    assert "Kari" not in text


def test_whoever_stops_the_program_is_not_told_that_it_failed(events: list[str]) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    in_main(stop)
    assert events == []


def test_a_rescue_that_fails_stops_neither_log_nor_words(
    log: Log, monkeypatch: pytest.MonkeyPatch, events: list[str]
) -> None:
    spoken: list[str] = []

    def broken() -> None:
        raise OSError

    install(log, broken, spoken.append)
    in_main(raise_it)
    assert len(spoken) == 1
    assert log.path.exists()


def test_the_log_does_not_grow_for_ever(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "LARGEST", 500)
    for _line in range(100):
        log.write("Feil", "et:1 > sted:2")
    assert sum(file.stat().st_size for file in log.path.parent.iterdir()) < 1_500


def test_a_log_that_cannot_be_written_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "i veien").write_text("", "utf-8")
    Log(tmp_path / "i veien" / "log.txt", lambda: AT).write("Feil")


FAULT = """
import faulthandler, sys
from datetime import datetime, UTC
from pathlib import Path
from digisos_wizard.storage.crash import Log
Log(Path(sys.argv[1]), lambda: datetime.now(UTC)).keep_faults()
def falls_over(typed): faulthandler._sigsegv()
falls_over("Kari Nordmann skrev dette")
"""


def test_a_death_below_python_leaves_its_place(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAULT, str(tmp_path / "æøå" / "log.txt")], capture_output=True, timeout=60, check=False
    )
    assert done.returncode != 0
    text = (tmp_path / "æøå" / crash.FAULTS).read_text("utf-8")
    assert "falls_over" in text
    assert "Kari" not in text


def test_faults_that_cannot_be_kept_trouble_nobody(tmp_path: Path) -> None:
    (tmp_path / "i veien").write_text("", "utf-8")
    Log(tmp_path / "i veien" / "log.txt", lambda: AT).keep_faults()
