"""Where the open plan is kept: snapshots while it is worked on, its file on pauses and on closing.

The session calls from the window's thread; the writer works in its own. `_disk` orders what is written, `_state`
guards what both look at and is never held while the disk works, so that a keystroke never waits for a slow disk.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from digisos_wizard.errors import PlanOpenElsewhereError, SaveConflictError, UserError
from digisos_wizard.model.plan import Document

from . import planfile
from .claims import Claims
from .recovery import Offer, Recovery, SnapshotHeader
from .replace import write_whole
from .writer import Delays, Jobs, Writer


@dataclass(frozen=True, slots=True)
class SavedState:
    """When the plan was last put in its file, whether something isn't there yet, and what went wrong if so."""

    at: datetime | None = None
    pending: bool = False
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """The plan in hand; `stored` is the version in the file, `number` and `stored_number` count changes."""

    document: Document
    stored: Document | None = None
    path: Path | None = None
    stamp: str | None = None
    number: int = 0
    stored_number: int = 0

    @property
    def pending(self) -> bool:
        return self.document is not self.stored

    @property
    def changes(self) -> int:
        return max(1, self.number - self.stored_number)


class Keeper:
    """Keeps one plan at a time; without `recovery` there are no snapshots, without `background` no autosave."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        recovery: Recovery | None = None,
        *,
        background: bool = False,
        delays: Delays | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self.recovery = recovery
        self._claims = Claims(recovery.folder if recovery is not None else None)
        self._disk = threading.RLock()
        self._state = threading.Lock()
        empty = Document()
        self._held = _Held(empty, empty)
        self._at: datetime | None = None
        self._publish_error: UserError | None = None
        self._snapshot_error: UserError | None = None
        self._listeners: tuple[Callable[[], None], ...] = ()
        self.writer = Writer(Jobs(self._snapshot, self._publish_on_pause), delays or Delays(), monotonic)
        if background:
            self.writer.start()

    @property
    def path(self) -> Path | None:
        """The plan's file, None before it has one."""
        return self._held.path

    @property
    def saved(self) -> SavedState:
        """How it stands with saving."""
        return SavedState(self._at, self._held.pending, self._publish_error or self._snapshot_error)

    def on_saved(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener, from any thread, when `saved` may have changed; return how to stop that."""
        self._listeners = (*self._listeners, listener)

        def stop() -> None:
            self._listeners = tuple(known for known in self._listeners if known is not listener)

        return stop

    def start(self, document: Document, path: Path | None, stamp: str | None = None) -> None:
        """Keep another plan from now on, as it stands in its file; the one before has been closed."""
        self._hold(_Held(document, document, path, stamp))
        self._tell()

    def changed(self, document: Document, *, steps: int = 1) -> None:
        """Take a new version of the plan; it is in a snapshot within a second. `steps` 0 goes on with a change."""
        with self._state:
            was_pending = self._held.pending
            self._held = replace(self._held, document=document, number=self._held.number + steps)
        self.writer.changed()
        if not was_pending:
            self._tell()

    def save(self) -> None:
        """Put the plan in its file now; raises SaveConflictError or SaveFailedError, and then nothing is lost."""
        with self._disk:
            self._publish()

    def refuse_elsewhere(self, path: Path) -> None:
        """Raise PlanOpenElsewhereError if another window on this machine has the plan in this file open."""
        if self._claims.elsewhere(path):
            raise PlanOpenElsewhereError(path)

    def save_to(self, path: Path) -> None:
        """Put the plan in another file, which becomes its own; a copy of what stood there goes to the archive."""
        with self._disk:
            self.refuse_elsewhere(path)
            if self.recovery is not None:
                self.recovery.keep_replaced(path)
            held = self._held
            self._stored(held, path, write_whole(path, planfile.encode(held.document)))
            self._claims.hold(path)

    def save_copy(self, path: Path) -> None:
        """Put a copy of the plan in another file."""
        write_whole(path, planfile.encode(self._held.document))

    def close(self) -> None:
        """Put the plan in its file, or in a snapshot where it can't be, and let go of it; raises what went wrong."""
        with self._disk:
            try:
                self._publish()
            finally:
                self._snapshot()
                self.start(Document(), None)

    def stop(self) -> None:
        """Stop for good; what is not in a file is in a snapshot."""
        self.writer.stop()
        self._snapshot()
        self._claims.hold(None)
        if self.recovery is not None:
            self.recovery.close()

    def snapshot(self) -> bool:
        """Put the plan in a snapshot now, if anything of it is not in its file; return whether it is safe."""
        return self._snapshot()

    def forget(self, person_id: str) -> None:
        """Let no older version of this plan on this machine hold a person who has been taken out of it."""
        with self._disk:
            if self.recovery is not None:
                self.recovery.forget(self._held.document.plan.about.plan_id, person_id)
            self._snapshot()
            self._publish()

    def take(self, offer: Offer) -> None:
        """Go on with recovered work, as changes to the file that it was begun from."""
        with self._disk:
            self._hold(_Held(offer.document, None, offer.path, offer.stamp, number=offer.changes))
            if self._snapshot() and self.recovery is not None:
                if offer.path is not None:
                    self.recovery.keep_replaced(offer.path)
                self.recovery.archive(offer)
        self.writer.changed()
        self._tell()

    def _hold(self, held: _Held) -> None:
        with self._disk, self._state:
            self.writer.settled()
            self._held = held
            self._at = self._publish_error = self._snapshot_error = None
            self._claims.hold(held.path)

    def _snapshot(self) -> bool:
        with self._disk:
            held = self._held
            if self.recovery is None:
                return True
            if not held.pending:
                self.recovery.clear(held.document)
                return True
            path = str(held.path.absolute()) if held.path is not None else None
            header = SnapshotHeader(path=path, stamp=held.stamp, at=self._clock(), changes=held.changes)
            error: UserError | None = None
            try:
                self.recovery.write(held.document, header)
            except UserError as caught:
                error = caught
            if error is not self._snapshot_error:
                self._snapshot_error = error
                self._tell()
            return error is None

    def _publish_on_pause(self) -> bool:
        if isinstance(self._publish_error, SaveConflictError):
            return True  # it is for the user to say where their version goes
        try:
            self.save()
        except UserError as error:
            return isinstance(error, SaveConflictError)
        return True

    def _publish(self) -> None:
        held = self._held
        if held.path is None or not held.pending:
            return
        try:
            data = planfile.encode(held.document)
            stamp = planfile.stamp_of(data)
            if stamp != held.stamp:
                write_whole(held.path, data, expected=held.stamp)
        except UserError as error:
            self._publish_error = error
            self._tell()
            raise
        self._stored(held, held.path, stamp)

    def _stored(self, held: _Held, path: Path, stamp: str) -> None:
        """Note that this version is in the file; the plan may have been changed meanwhile."""
        with self._state:
            now = self._held
            self._held = replace(now, path=path, stamp=stamp, stored=held.document, stored_number=held.number)
            self._at = self._clock()
            self._publish_error = None
            if not self._held.pending:
                self.writer.settled()
        if self.recovery is not None and now.document is held.document:
            self.recovery.clear(held.document)
        self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
