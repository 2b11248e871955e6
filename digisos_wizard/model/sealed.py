r"""The machine-readable record within a printed checklist: the words that writer and reader share.

```
{"format":"digisos-sjekkliste","version":1,"length":1234,"sha256":"…","record":
{"plan_id":…}}
```

`length` and `sha256` are of the bytes after the first line break; the whole is valid JSON for every reader.
"""

import hashlib
import json
import unicodedata
from datetime import date

from pydantic import ValidationError

from .base import Record
from .signoff import SignedFact, SignedLine, SignOff

FORMAT = "digisos-sjekkliste"
VERSION = 1
FILE_NAME = "digisos-sjekkliste.json"
LARGEST = 64 * 1024 * 1024
"""Bytes; a checklist of 500 items with long comments, signed twice, takes about twenty million."""
_END = b'"record":'
_UNSEEN = "\u00ad\u0002\ufffe\ufeff\x00"
"""What readers of PDF put where a word is broken."""


class UnsealedError(ValueError):
    """A record that isn't as it was written; the text says what is wrong with it, in English, for the log."""


class NewerRecordError(ValueError):
    """A record that a newer version of the program has written."""


class SealedSignOff(Record):
    """A sign-off as it was printed: with its name, unless the person has been removed, and what had changed by then."""

    name: str = ""
    current: bool = True
    changes: tuple[str, ...] = ()
    record: SignOff


class Sealed(Record):
    """Everything that a printed checklist says; `responsible` of its lines is a name, `pages` is the text of each."""

    plan_id: str
    office: str = ""
    today: date
    lines: tuple[SignedLine, ...] = ()
    facts: tuple[SignedFact, ...] = ()
    signoffs: tuple[SealedSignOff, ...] = ()
    pages: tuple[str, ...] = ()


def encode(sealed: Sealed) -> bytes:
    """Return the bytes of a record."""
    body = f"{sealed.model_dump_json()}}}\n".encode()
    digest = hashlib.sha256(body).hexdigest()
    header = {"format": FORMAT, "version": VERSION, "length": len(body), "sha256": digest}
    line = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    return f"{line[:-1]},".encode() + _END + b"\n" + body


def decode(data: bytes) -> Sealed:
    """Return the record in the bytes; raises UnsealedError or NewerRecordError."""
    line, line_break, body = data.partition(b"\n")
    try:
        _check(json.loads(line.removesuffix(b"," + _END) + b"}"), body)
        if not line_break or not line.endswith(b"," + _END):
            raise UnsealedError("no header")
        return Sealed.model_validate_json(body.rstrip()[:-1])
    except NewerRecordError:
        raise
    except (ValidationError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnsealedError(str(error)) from error


def _check(header: dict[str, object], body: bytes) -> None:
    """Raise where the header doesn't prove the body."""
    version = header["version"]
    if header["format"] != FORMAT:
        raise UnsealedError("another format")
    if isinstance(version, int) and version > VERSION:
        raise NewerRecordError(str(version))
    if version != VERSION or header["length"] != len(body):
        raise UnsealedError("not as long as it was")
    if header["sha256"] != hashlib.sha256(body).hexdigest():
        raise UnsealedError("not as it was written")


def letters(text: str) -> str:
    """Return a text as it is compared: without white space and what only readers of PDF put there."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in composed if not letter.isspace() and letter not in _UNSEEN)
