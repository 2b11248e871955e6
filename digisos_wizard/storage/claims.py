"""Which plan files a running program has open, so that a second window on this machine can say so.

The plan file itself is never locked (`replace.py` says why): the lock lies in the program's own folder. It helps those
who would otherwise meet themselves in a save conflict; what keeps their work is still the comparison of versions.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from .lock import OwnerLock

CLAIM = ".open"


class Claims:
    """The plan file that one window has open; without a folder nothing is claimed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._held: OwnerLock | None = None

    def hold(self, path: Path | None) -> None:
        """Claim this plan file instead of the one before; what can't be claimed is worked on all the same."""
        wanted = self._file(path)
        if self._held is not None and self._held.path == wanted:
            return
        self._let_go()
        if wanted is None:
            return
        lock = OwnerLock(wanted)
        with contextlib.suppress(OSError):
            wanted.parent.mkdir(parents=True, exist_ok=True)
            if lock.acquire():
                self._held = lock

    def elsewhere(self, path: Path) -> bool:
        """Tell whether another window on this machine has the plan file open."""
        wanted = self._file(path)
        if wanted is None or (self._held is not None and self._held.path == wanted) or not wanted.exists():
            return False
        lock = OwnerLock(wanted)
        try:
            free = lock.acquire()
        except OSError:
            return False
        lock.release()
        return not free

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.release()
            with contextlib.suppress(OSError):
                self._held.path.unlink(missing_ok=True)
            self._held = None

    def _file(self, path: Path | None) -> Path | None:
        if path is None or self._folder is None:
            return None
        # One plan, however it was named: links followed, and upper and lower case alike where the system says so.
        name = os.path.normcase(os.path.realpath(path))
        return self._folder / f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}{CLAIM}"
