"""The checksum of a whole printed checklist, so that fonts and drawing are covered and not its words alone.

A comment before `startxref` holds the SHA-256 of every other byte of the file as it was printed. What is added after
it, as digital signatures are, leaves those bytes as they were.
"""

import hashlib
import re
from enum import Enum, auto

_MARK = b"%DigisosSHA256 "
_AT_THE_END = re.compile(rb"%DigisosSHA256 [0-9a-f]{64}\nstartxref\n\d+\n%%EOF\n")
"""How the comment stands: elsewhere the same bytes would make another file."""
_START, _END = b"startxref", b"%%EOF\n"
_DIGITS = 64


class Wholeness(Enum):
    """How the bytes of a file stand to those that were printed."""

    AS_PRINTED = auto()
    ADDED_TO = auto()
    """As it was printed, with something added after it."""
    ALTERED = auto()
    REWRITTEN = auto()
    """There is no checksum: another program wrote the file anew, or an older version of ours made it."""


def with_checksum(data: bytes) -> bytes:
    """Return a PDF with its checksum; raises ValueError where it doesn't end as a PDF of one revision does."""
    at = data.rindex(_START)
    if not data.endswith(_END):
        raise ValueError("the PDF doesn't end with %%EOF")
    return data[:at] + _MARK + hashlib.sha256(data).hexdigest().encode() + b"\n" + data[at:]


def wholeness(data: bytes) -> tuple[Wholeness, bytes]:
    """Return how a file stands to the printed one, and the bytes that were printed (none where they aren't known)."""
    at = data.find(_MARK)
    if at < 0:
        return Wholeness.REWRITTEN, b""
    after = at + len(_MARK) + _DIGITS + 1
    ending = _AT_THE_END.match(data, at)
    stop = ending.end() if ending is not None else 0
    said = data[at + len(_MARK) : after]
    if ending is None or said != hashlib.sha256(data[:at] + data[after:stop]).hexdigest().encode() + b"\n":
        return Wholeness.ALTERED, b""
    return (Wholeness.AS_PRINTED if stop == len(data) else Wholeness.ADDED_TO), data[:stop]
