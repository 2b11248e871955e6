"""A zip file whose bytes depend on its content alone."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can name."""
ANY_SYSTEM = 0
"""What stands for the system a file was made on, so that all write the same."""


def repeatable(data: bytes) -> bytes:
    """Return the same archive without the time and the system it was made on."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as found:
        for name in source.namelist():
            entry = ZipInfo(name, FIRST_DAY)
            entry.create_system = ANY_SYSTEM
            entry.compress_type = ZIP_DEFLATED
            found.writestr(entry, source.read(name))
    return target.getvalue()
