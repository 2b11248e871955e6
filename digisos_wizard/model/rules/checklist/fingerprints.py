"""What a sign-off is bound to: the canonical form of the signed content, its fingerprint, and the chain of records."""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from digisos_wizard.model.base import Same
from digisos_wizard.model.signoff import SignedFact, SignedLine, SignOff

CANONICAL = 3
"""Version of the canonical form that new fingerprints are made over; older ones keep verifying in their own form."""

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_FORM_1 = (
    "phase", "section", "canonical", "name_digest", "title", "role", "place", "signed_at", "statement", "open_items",
    "external_reference", "lines", "previous",
)  # fmt: skip
_LINE_1 = ("key", "section", "text", "state", "details")
_LINE_2 = (*_LINE_1, "evidence", "reason", "comment", "responsible", "deadline")
_FORM_2 = (*_FORM_1, "revision", "facts")


def name_digest(salt: str, name: str) -> str:
    """Return the salted digest that stands for a name, so that the person can be removed and the chain still holds."""
    return hashlib.sha256(f"{salt}\n{name}".encode()).hexdigest()


def person_digest(salt: str, person_id: str, name: str) -> str:
    """Return what stands for a person in a line: the digest of the name, and that of the id."""
    return f"{lettered_digest(salt, name)}:{lettered_digest(salt, person_id)}" if person_id else ""


def lettered_digest(salt: str, text: str) -> str:
    """Return a salted digest in letters alone: among many of them, none may look like a personal number."""
    return name_digest(salt, text).translate(_LETTERS)


def canonical(record: SignOff) -> bytes:
    """Return the signed content as canonical JSON: sorted keys, UTF-8, no spaces."""
    first = record.canonical == 1
    covered: dict[str, Any] = dict.fromkeys(_FORM_1 if first else _FORM_2, True)
    lines = {1: _LINE_1, 2: _LINE_2}.get(record.canonical, tuple(SignedLine.model_fields))
    covered["lines"] = {"__all__": set(lines)}
    if not first:
        covered["facts"] = {"__all__": set(SignedFact.model_fields)}
    return written(record.model_dump(mode="json", include=covered))


def written(data: Mapping[str, object]) -> bytes:
    """Return an object as canonical JSON."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(record: SignOff) -> str:
    """Return the SHA-256 of the signed content, in hexadecimal."""
    return _fingerprint(Same(record))


@lru_cache(maxsize=256)
def _fingerprint(one: Same[SignOff]) -> str:
    return hashlib.sha256(canonical(one.part)).hexdigest()


def verify_chain(records: tuple[SignOff, ...]) -> bool:
    """Tell whether every record is as it was signed, and follows on the one before."""
    before = ""
    for record in records:
        if record.previous != before or record.fingerprint != fingerprint(record):
            return False
        before = record.fingerprint
    return True
