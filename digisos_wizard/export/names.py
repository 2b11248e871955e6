"""File names of what is handed over: readable, dated, and allowed on every system."""

import re
import unicodedata
from datetime import date
from typing import Protocol

from digisos_wizard.export.text import one_line
from digisos_wizard.model.plan import Plan

LONGEST = 120
"""Characters in a file name with its suffix."""
LONGEST_BYTES = 240
"""Bytes in UTF-8: Linux stops at 255, where letters may take four each."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_SUBTITLE = re.compile(r"\s*:\s+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?", re.IGNORECASE)


class Named(Protocol):
    """What an export tells about its file."""

    @property
    def title(self) -> str:
        """What the document is called."""

    @property
    def suffix(self) -> str:
        """The end of the name, with its dot."""


def file_name(plan: Plan, kind: Named, today: date) -> str:
    """Return the suggested name, such as `Sjekkliste NAV Hamar 2026-11-23.pdf`."""
    tail = f" {today.isoformat()}{kind.suffix}"
    whose = plan.decision.office or plan.about.name
    return _cut(safe(f"{kind.title} {whose}"), len(tail)) + tail


def safe(text: str) -> str:
    """Return the text as a file name can hold it on Windows too; letters such as æ, ø and å stay."""
    name = one_line(
        _FORBIDDEN.sub("-", _SUBTITLE.sub(" – ", unicodedata.normalize("NFC", printable_name(text))))
    ).strip(". ")
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "_"


def printable_name(text: str) -> str:
    """Return the text without invisible characters that would hide what a file is called."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def _cut(name: str, tail: int) -> str:
    while len(name) + tail > LONGEST or len(name.encode()) + tail > LONGEST_BYTES:
        name = name[:-1]
    return name.rstrip(". ")
