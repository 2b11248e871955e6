"""The word list, and the texts that it holds for: the content, and what the code says to people."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import digisos_wizard
from digisos_wizard.content import load
from tests.content.told import told

PACKAGE = Path(digisos_wizard.__file__).parent
LIST = PACKAGE.parent / "docs" / "words.md"
MARKERS = ("_", "ngettext")


class Form(NamedTuple):
    """A form that isn't chosen, how it is found, and what is written instead."""

    written: str
    pattern: re.Pattern[str]
    chosen: str


def forms() -> list[Form]:
    """Return the forms that aren't chosen."""
    rows = [line.strip("|").split("|") for line in LIST.read_text("utf-8").splitlines() if line.startswith("| ")]
    found = []
    for _thing, chosen, others in rows[1:]:
        for raw in others.replace("\\*", "*").split(";"):
            written = raw.strip()
            ending = r"\w*" if written.endswith("*") else r"\b"
            flags = re.IGNORECASE if written.islower() else re.NOFLAG
            word = re.escape(written.rstrip("*"))
            found.append(Form(written, re.compile(rf"(?<!\w){word}{ending}", flags), chosen.strip()))
    return found


def spoken() -> Iterator[tuple[str, str]]:
    """Yield every text that a person reads, and where it stands: of the content, and of the code."""
    yield from ((one.where, one.text) for one in told(load(), every=True))
    for file in sorted(PACKAGE.rglob("*.py")):
        where = file.relative_to(PACKAGE).as_posix()
        yield from ((f"{where}:{line}", text) for line, text in strings(file.read_text("utf-8")))


def strings(code: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are marked for translation, each with its line."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            for part in node.args:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, part.value
