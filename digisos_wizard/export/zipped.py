"""Zip files whose bytes depend on their content alone."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = date(1980, 1, 1)
"""The earliest day that a zip file can name."""
UNIX, READABLE = 3, 0o644 << 16
"""The same system for all, with names in UTF-8, and files that their owner's reader may open."""


def zipped(files: Iterable[tuple[str, bytes]], day: date = FIRST_DAY) -> bytes:
    """Return the files in one, packed on that day."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in files:
            entry = ZipInfo(name, day.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = READABLE
            package.writestr(entry, data)
    return target.getvalue()


def repeatable(data: bytes) -> bytes:
    """Return the same archive without the time and the system it was made on."""
    with ZipFile(BytesIO(data)) as source:
        return zipped((name, source.read(name)) for name in source.namelist())
