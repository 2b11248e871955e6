"""Work that is not in a plan file yet: one snapshot per open plan, offered again when its owner is no longer alive.

A snapshot is one line of JSON (`SnapshotHeader`) and then the bytes of a plan file. Each running program holds a lock
of its own, so that nobody is offered what another window is working on. No answer deletes anything: what has been
answered moves to the archive, where the oldest give way in the end.
"""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from digisos_wizard.errors import UserError
from digisos_wizard.model.base import Record
from digisos_wizard.model.plan import Document

from . import planfile
from .lock import OwnerLock
from .paths import Folders
from .replace import write_whole

SNAPSHOT = ".snapshot"
LOCK = ".lock"
ARCHIVED = 100
"""Files kept in the archive."""


class SnapshotHeader(Record):
    """What a snapshot says of itself; `stamp` is of the plan file as it was when the work began from it."""

    path: str | None
    stamp: str | None
    at: datetime
    changes: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Work that can be taken up again: the plan's name and file, when, and how many changes are not in the file."""

    file: Path
    name: str
    path: Path | None
    stamp: str | None
    at: datetime
    changes: int
    document: Document


class Recovery:
    """The snapshots of one running program, and those that others left behind."""

    def __init__(self, folders: Folders, clock: Callable[[], datetime], token: str | None = None) -> None:
        self._folders = folders
        self._clock = clock
        self._token = token or secrets.token_hex(6)
        self._lock = OwnerLock(folders.recovery / f"{self._token}{LOCK}")

    @property
    def folder(self) -> Path:
        """Where snapshots and locks lie."""
        return self._folders.recovery

    def write(self, document: Document, header: SnapshotHeader) -> None:
        """Put the snapshot of a plan in place of its last one; raises SaveFailedError."""
        with contextlib.suppress(OSError):  # the write below says what is wrong
            self._folders.recovery.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        line = header.model_dump_json().encode() + b"\n"
        write_whole(self._file(document), line + planfile.encode(document))

    def clear(self, document: Document) -> None:
        """Take away the snapshot of a plan that is in its file now."""
        with contextlib.suppress(OSError):
            self._file(document).unlink(missing_ok=True)

    def offers(self) -> list[Offer]:
        """Return the work that nobody has open, newest first; what can't be read is left alone."""
        found = [offer for file in self._abandoned() if (offer := _read(file)) is not None]
        return sorted(found, key=lambda offer: offer.at, reverse=True)

    def archive(self, offer: Offer) -> None:
        """Move answered work to the archive."""
        with contextlib.suppress(FileNotFoundError):
            self._keep(offer.file.read_bytes(), SNAPSHOT)
            offer.file.unlink()

    def keep_replaced(self, path: Path) -> None:
        """Keep a copy of a plan file that is about to be replaced on purpose."""
        with contextlib.suppress(OSError):
            self._keep(path.read_bytes(), planfile.SUFFIX)

    def forget(self, plan_id: str, person_id: str) -> None:
        """Delete every older version of a plan, left behind or archived, that holds a person."""
        for file in (*self._abandoned(), *self._folders.archive.glob("*")):
            if self._holds(file, plan_id, person_id):
                with contextlib.suppress(OSError):
                    file.unlink()

    def _holds(self, file: Path, plan_id: str, person_id: str) -> bool:
        try:
            data = planfile.read_bytes(file)
            if file.suffix == SNAPSHOT:
                data = data.partition(b"\n")[2]
            plan = planfile.decode(data, file).plan
        except UserError:
            return False
        return plan.about.plan_id == plan_id and any(person.id == person_id for person in plan.people.persons)

    def close(self) -> None:
        """Let go of the lock: what still lies there is for the next one to offer."""
        self._lock.release()
        with contextlib.suppress(OSError):
            self._lock.path.unlink(missing_ok=True)

    def _file(self, document: Document) -> Path:
        # A plan's id comes from a file that anybody may have written: it must not choose where we write.
        plan = planfile.stamp_of(document.plan.about.plan_id.encode("utf-8", "replace"))[:16]
        return self._folders.recovery / f"{plan}.{self._token}{SNAPSHOT}"

    def _abandoned(self) -> list[Path]:
        alive: dict[str, bool] = {self._token: False}
        files = []
        for file in sorted(self._folders.recovery.glob(f"*{SNAPSHOT}")):
            token = file.name.removesuffix(SNAPSHOT).rpartition(".")[2]
            if token not in alive:
                alive[token] = self._is_alive(token)
            if not alive[token]:
                files.append(file)
        return files

    def _is_alive(self, token: str) -> bool:
        path = self._folders.recovery / f"{token}{LOCK}"
        if not path.exists():
            return False
        lock = OwnerLock(path)
        try:
            if not lock.acquire():
                return True
        except OSError:
            return False
        lock.release()
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return False

    def _keep(self, data: bytes, suffix: str) -> None:
        self._folders.archive.mkdir(parents=True, exist_ok=True)
        name = f"{self._clock():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}{suffix}"
        write_whole(self._folders.archive / name, data)
        for old in sorted(self._folders.archive.iterdir())[:-ARCHIVED]:
            with contextlib.suppress(OSError):
                old.unlink()


def _read(file: Path) -> Offer | None:
    try:
        line, _break, data = planfile.read_bytes(file).partition(b"\n")
        header = SnapshotHeader.model_validate_json(line)
        document = planfile.decode(data, file)
    except (UserError, ValidationError):
        return None
    path = Path(header.path) if header.path is not None else None
    return Offer(file, document.plan.about.name, path, header.stamp, header.at, header.changes, document)
