"""When what is written: a snapshot soon after a change, the plan file on a pause; only the latest version counts."""

import sys
import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delays:
    """Seconds. A snapshot may wait for its first change no longer than a second, whatever follows."""

    snapshot: float = 0.3
    pause: float = 3.0
    longest: float = 60.0
    retry: float = 10.0


@dataclass(frozen=True, slots=True)
class Jobs:
    """What is done when it is due; each returns whether it succeeded, a failed one is tried again."""

    snapshot: Callable[[], bool]
    publish: Callable[[], bool]


class Writer:
    """Does the jobs in a thread of its own, or step by step where there is no thread."""

    def __init__(self, jobs: Jobs, delays: Delays, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._jobs = jobs
        self._delays = delays
        self._now = monotonic
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._stopped = False
        self._snapshot_at: float | None = None
        self._publish_at: float | None = None
        self._publish_before: float | None = None

    def changed(self) -> None:
        """Note that there is something new to write."""
        with self._condition:
            now = self._now()
            if self._snapshot_at is None:
                self._snapshot_at = now + self._delays.snapshot
            if self._publish_before is None:
                self._publish_before = now + self._delays.longest
            self._publish_at = min(now + self._delays.pause, self._publish_before)
            self._condition.notify()

    def settled(self) -> None:
        """Note that nothing is left to write."""
        with self._condition:
            self._snapshot_at = self._publish_at = self._publish_before = None

    def step(self) -> float | None:
        """Do what is due; return the seconds until something is, None when nothing will be."""
        if self._take_due(publish=False) and not _attempt(self._jobs.snapshot):
            self._again(publish=False)
        if self._take_due(publish=True) and not _attempt(self._jobs.publish):
            self._again(publish=True)
        with self._condition:
            return self._left()

    def _left(self) -> float | None:
        due = [at for at in (self._snapshot_at, self._publish_at) if at is not None]
        return max(0.0, min(due) - self._now()) if due else None

    def _take_due(self, *, publish: bool) -> bool:
        with self._condition:
            at = self._publish_at if publish else self._snapshot_at
            if at is None or at > self._now():
                return False
            if publish:
                self._publish_at = self._publish_before = None
            else:
                self._snapshot_at = None
            return True

    def _again(self, *, publish: bool) -> None:
        with self._condition:
            at = self._now() + self._delays.retry
            if publish:
                self._publish_at = self._publish_at or at
            else:
                self._snapshot_at = self._snapshot_at or at

    def start(self) -> None:
        """Let a thread do the jobs from now on, in the language that is spoken here."""
        self._thread = threading.Thread(target=copy_context().run, args=(self._run,), name="plan-writer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop the thread after what it is doing; what is due is left undone."""
        with self._condition:
            self._stopped = True
            self._condition.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while self._wait():
            self.step()

    def _wait(self) -> bool:
        """Wait until something is due; return False when it is time to stop."""
        with self._condition:
            while not self._stopped:
                left = self._left()
                if left is not None and left <= 0:
                    return True
                self._condition.wait(left)
        return False


def _attempt(job: Callable[[], bool]) -> bool:
    """Do the job; the one thread that saves outlives every mistake in it, and the exception hook reports it."""
    try:
        return job()
    except Exception:  # noqa: BLE001 - see above
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
        return False
