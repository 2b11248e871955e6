"""The writer: soon for the snapshot, on a pause for the file, and again where it failed."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from digisos_wizard.storage.writer import Delays, Jobs, Writer

DELAYS = Delays(snapshot=0.3, pause=3, longest=60, retry=10)


@dataclass
class Log:
    """What was done, and whether it succeeds."""

    done: list[str] = field(default_factory=list)
    works: bool = True

    def job(self, name: str) -> Callable[[], bool]:
        """Return a job that writes its name here."""

        def do() -> bool:
            self.done.append(name)
            return self.works

        return do

    def jobs(self) -> Jobs:
        """Return both jobs."""
        return Jobs(self.job("snapshot"), self.job("publish"))


@pytest.fixture
def log() -> Log:
    return Log()


@dataclass
class Ticks:
    """A monotonic clock that is moved by hand."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def writer(log: Log, ticks: Ticks) -> Writer:
    return Writer(log.jobs(), DELAYS, ticks)


def test_nothing_is_due_before_anything_has_changed(writer: Writer, log: Log) -> None:
    assert writer.step() is None
    assert not log.done


def test_a_change_is_snapshotted_soon_and_published_on_a_pause(writer: Writer, log: Log, ticks: Ticks) -> None:
    writer.changed()
    assert writer.step() == pytest.approx(0.3)
    ticks.seconds = 0.3
    assert writer.step() == pytest.approx(2.7)
    assert log.done == ["snapshot"]
    ticks.seconds = 3
    assert writer.step() is None
    assert log.done == ["snapshot", "publish"]


def test_writing_on_delays_the_file_but_never_the_snapshot(writer: Writer, log: Log, ticks: Ticks) -> None:
    longest_wait, waiting_since = 0.0, None
    for tick in range(100):
        ticks.seconds = tick / 10
        writer.changed()
        waiting_since = ticks.seconds if waiting_since is None else waiting_since
        before = len(log.done)
        writer.step()
        if len(log.done) > before:
            longest_wait, waiting_since = max(longest_wait, ticks.seconds - waiting_since), None
    assert set(log.done) == {"snapshot"}
    assert longest_wait < 1


def test_whoever_never_pauses_is_published_within_a_minute(writer: Writer, log: Log, ticks: Ticks) -> None:
    for second in range(62):
        ticks.seconds = second
        writer.changed()
        writer.step()
    assert log.done.count("publish") == 1


def test_what_failed_is_tried_again(writer: Writer, log: Log, ticks: Ticks) -> None:
    log.works = False
    writer.changed()
    ticks.seconds = 4
    assert writer.step() == pytest.approx(10)
    assert log.done == ["snapshot", "publish"]
    log.works = True
    ticks.seconds = 14
    assert writer.step() is None
    assert log.done == ["snapshot", "publish"] * 2


def test_what_is_settled_is_not_written(writer: Writer, log: Log, ticks: Ticks) -> None:
    writer.changed()
    writer.settled()
    ticks.seconds = 100
    assert writer.step() is None
    assert not log.done


def test_a_mistake_in_a_job_is_reported_and_the_job_tried_again(ticks: Ticks, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)

    def broken() -> bool:
        raise ZeroDivisionError

    writer = Writer(Jobs(broken, lambda: True), DELAYS, ticks)
    writer.changed()
    ticks.seconds = 1
    assert writer.step() == pytest.approx(2)
    assert [args.exc_type for args in reported] == [ZeroDivisionError]
    ticks.seconds = 11
    writer.step()
    assert len(reported) == 2


@pytest.fixture
def running() -> Iterator[tuple[Writer, threading.Event, threading.Event]]:
    """A writer with a thread, and the events that its jobs set."""
    snapshot, publish = threading.Event(), threading.Event()

    def done(event: threading.Event) -> Callable[[], bool]:
        def do() -> bool:
            event.set()
            return True

        return do

    writer = Writer(Jobs(done(snapshot), done(publish)), Delays(snapshot=0.02, pause=0.05))
    writer.start()
    yield writer, snapshot, publish
    writer.stop()


def test_the_thread_does_both_jobs(running: tuple[Writer, threading.Event, threading.Event]) -> None:
    writer, snapshot, publish = running
    writer.changed()
    assert snapshot.wait(10)
    assert publish.wait(10)
    for event in (snapshot, publish):
        event.clear()
    writer.changed()
    assert snapshot.wait(10)
    assert publish.wait(10)


def test_the_thread_stops_with_work_undone() -> None:
    writer = Writer(Jobs(lambda: True, lambda: True), Delays(snapshot=1_000, pause=1_000))
    writer.start()
    writer.changed()
    writer.stop()
    assert "plan-writer" not in {thread.name for thread in threading.enumerate()}
