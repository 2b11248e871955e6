"""A language that nobody speaks: all texts of catalogue and content in Cyrillic letters, so that others show."""

import gettext
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

from digisos_wizard.content.loader import key_of
from digisos_wizard.content.locate import resources
from digisos_wizard.i18n import BOKMAAL, Language

PACKAGE = Path(__file__).parents[1] / "digisos_wizard"
KEY = "qq"
LATIN = "abcdefghijklmnopqrstuvwxyzæøå"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыэю"
LETTERS = str.maketrans(LATIN + LATIN.upper(), CYRILLIC + CYRILLIC.upper())
_FILLED_IN = re.compile(r"(\{[^{}]*\})")
"""Stands for something else, and keeps its name in every language."""
SAID = frozenset(
    (
        *("answer", "before", "body", "cause", "choices", "column", "description", "effect", "end", "example", "forms"),
        *("heading", "help", "how", "indicator", "indicator_unit", "label", "lead", "mail", "meaning", "measures"),
        *(
            "measuring_method",
            "name",
            "note",
            "notes",
            "now",
            "parties",
            "place",
            "places",
            "points",
            "problem",
            "purpose",
        ),
        *(
            "question",
            "responsible",
            "rule",
            "start",
            "subject",
            "suggestion",
            "suggestions",
            "superseded",
            "term",
            "text",
        ),
        *("short", "title", "today", "todo", "unit", "unset", "what", "when", "who", "whom", "why", "words"),
    )
)
"""Names under which the content holds what is said to people."""
SAID_IN = {"data_flow": frozenset({"role"})}
"""Names that hold it in one file alone."""

Message = str | tuple[str, ...]


def pseudo(text: str) -> str:
    """Return a text as the language that nobody speaks has it."""
    parts = _FILLED_IN.split(text)
    return "".join(part if number % 2 else part.translate(LETTERS) for number, part in enumerate(parts))


@cache
def extracted() -> tuple[tuple[str, int, Message], ...]:
    """Return the file, line and message of every text that a translator would get."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")])
    return tuple((file, line, message) for file, line, message, _comments, _context in found)


@cache
def language() -> Language:
    """Return the language, its catalogue compiled from what was extracted."""
    catalogue = Catalog(locale="nb")
    for _file, _line, message in extracted():
        forms = (message,) if isinstance(message, str) else message
        said = tuple(map(pseudo, forms))
        catalogue.add(message, said[0] if len(said) == 1 else said)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return replace(
        BOKMAAL, key=KEY, tag="qq-QQ", decimal_sign="·", thousands="_", catalogue=gettext.GNUTranslations(compiled)
    )


def translate_content(folder: Path) -> Path:
    """Write bokmål and the content in the language below a folder; returns the folder, as resources."""
    for path in sorted((resources() / "content" / BOKMAAL.key).glob("*.json")):
        entries = json.loads(path.read_text("utf-8"))
        names = SAID | SAID_IN.get(path.stem, frozenset())
        said = [_said(entry, names) for entry in entries if key_of(entry)]
        for key, what in ((BOKMAAL.key, entries), (KEY, said)):
            place = folder / "content" / key / path.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(what, ensure_ascii=False), "utf-8")
    return folder


def _said(entry: dict[str, object], names: frozenset[str]) -> dict[str, object]:
    return {name: _value(value, names, said=name in names) for name, value in entry.items()}


def _value(value: object, names: frozenset[str], *, said: bool) -> object:
    if isinstance(value, dict):
        return _said(value, names)
    if isinstance(value, list):
        return [_value(one, names, said=said) for one in value]
    return pseudo(value) if said and isinstance(value, str) else value


def latin_words(text: str) -> Iterator[str]:
    """Yield the words of three letters and more that the language didn't say."""
    return (found[0] for found in re.finditer(r"[A-Za-zÆØÅæøå]{3,}", text))
