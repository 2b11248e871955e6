"""Whole-or-nothing writing: whatever dies in between, the file is the old one or the new one.

There is no lock on plan files: locks on network shares and synchronised folders are ignored by some and left behind by
others. Instead the writer says which version it expects to replace, and is refused if another one stands there.
"""

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from digisos_wizard.errors import BadFileNameError, SaveConflictError, SaveFailedError
from digisos_wizard.i18n import _

from .paths import extended, patiently
from .planfile import stamp_of

WINDOWS = sys.platform == "win32"
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_whole(
    path: Path, data: bytes, *, expected: str | None = None, sleep: Callable[[float], None] = time.sleep
) -> str:
    """Put the data in the file, all of it or nothing, and return its stamp.

    With `expected`, the file must still have that stamp, or be gone. Raises SaveConflictError, SaveFailedError or
    BadFileNameError.
    """
    check_name(path.name)
    target = Path(extended(str(path.absolute()))) if WINDOWS else path.absolute()
    try:
        target = target.resolve() if target.is_symlink() else target
        temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
        try:
            _write_new(temporary, data, like=target)
            _refuse_other(path, target, expected, sleep)
            patiently(lambda: temporary.replace(target), sleep=sleep, windows=WINDOWS)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise SaveFailedError(path, reason(error)) from error
    return stamp_of(data)


def check_name(name: str, *, windows: bool = WINDOWS) -> None:
    """Raise BadFileNameError for a name that can't be a file's; Windows is stricter than others."""
    bad = not name or "\0" in name or "/" in name
    if windows:
        bad = bad or bool(_RESERVED.fullmatch(name) or _FORBIDDEN.search(name)) or name != name.rstrip(" .")
    if bad:
        raise BadFileNameError(name)


def reason(error: Exception) -> str:
    """Return in words why the system refused; nothing of what was to be written."""
    number = error.errno if isinstance(error, OSError) else None
    words = {
        errno.ENOSPC: _("disken er full"),
        getattr(errno, "EDQUOT", -1): _("plassen du har fått tildelt, er brukt opp"),
        errno.EACCES: _("filen er i bruk, eller du har ikke lov til å skrive der"),
        errno.EPERM: _("filen er i bruk, eller du har ikke lov til å skrive der"),
        errno.EROFS: _("det kan ikke skrives til denne disken"),
        errno.ENOENT: _("mappen finnes ikke"),
        errno.ENOTDIR: _("mappen finnes ikke"),
        errno.EEXIST: _("det ligger en fil med samme navn der"),
        errno.EISDIR: _("det ligger en mappe med samme navn der"),
        errno.ENAMETOOLONG: _("navnet eller stien er for lang"),
    }
    # Windows tells more than it has error numbers for elsewhere.
    told = {
        53: _("nettverksområdet svarer ikke"),
        59: _("nettverksområdet svarer ikke"),
        64: _("nettverksområdet svarer ikke"),
        67: _("nettverksområdet svarer ikke"),
        123: _("navnet er ikke gyldig"),
        206: _("navnet eller stien er for lang"),
        362: _("OneDrive er ikke i gang på denne maskinen"),
        389: _("OneDrive får ikke tak i filen"),
        1231: _("nettverksområdet svarer ikke"),
        1295: _("plassen du har fått tildelt, er brukt opp"),
    }
    if (told_by_windows := getattr(error, "winerror", None)) in told:
        return told[told_by_windows]
    if number in words:
        return words[number]
    return _("systemet melder feil {number}").format(number=errno.errorcode.get(number or 0, type(error).__name__))


def _write_new(temporary: Path, data: bytes, *, like: Path) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if not WINDOWS and like.exists():
        temporary.chmod(stat.S_IMODE(like.stat().st_mode))


def _refuse_other(path: Path, target: Path, expected: str | None, sleep: Callable[[float], None]) -> None:
    """Raise SaveConflictError if another version than the expected one stands there."""
    if expected is None:
        return
    try:
        found = stamp_of(patiently(target.read_bytes, sleep=sleep, windows=WINDOWS))
    except FileNotFoundError:
        return
    if found != expected:
        raise SaveConflictError(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name last, where the system and the file system let us."""
    if WINDOWS:
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
