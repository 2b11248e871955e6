"""Loads `resources/content/<language>/*.json`: one file for each field of `Content`, each a JSON array.

Bokmål is the source. Another language overrides by id, also within an entry (the items of a checklist, the prices of
a catalogue). Decimals stand as text, so that no price is ever a binary fraction.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from digisos_wizard.content import check
from digisos_wizard.content.locate import resources
from digisos_wizard.errors import ContentError
from digisos_wizard.i18n import BOKMAAL, current
from digisos_wizard.model.content import Content

SOURCE = BOKMAAL.key
Entry = dict[str, object]


def load(language: str = "", folder: Path | None = None) -> Content:
    """Return the content in a language, by its key, or in the one that is spoken.

    Raises ContentError that names file and entry.
    """
    language = language or current().key
    base = (folder or resources()) / "content"
    data: dict[str, object] = {"language": language}
    for name in Content.model_fields:
        if name == "language":
            continue
        entries = _read(base / SOURCE / f"{name}.json")
        if language != SOURCE:
            entries = _translated(entries, base / language / f"{name}.json")
        data[name] = entries
    content = _validated(data)
    check.check(content)
    return content


def key_of(entry: Mapping[str, object]) -> str:
    """Return the id of an entry; an option's is its value."""
    return str(entry.get("id", entry.get("value", "")))


def _read(path: Path) -> list[Entry]:
    try:
        text = path.read_text(encoding="utf-8")
        entries = json.loads(text, object_pairs_hook=_object, parse_float=_no_float, parse_constant=_no_float)
    except OSError as error:
        raise ContentError(path.name, "–", type(error).__name__) from error
    except ValueError as error:
        raise ContentError(path.name, "–", str(error)) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ContentError(path.name, "–", "not a list of entries")
    return entries


def _object(pairs: list[tuple[str, object]]) -> Entry:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(f"a name is used twice in one entry: {', '.join(name for name, _value in pairs)}")
    return found


def _no_float(number: str) -> object:
    raise ValueError(f"{number} must be written as text, to stay exact")


def _translated(entries: Sequence[Entry], path: Path) -> list[Entry]:
    return _merged(entries, _read(path)) if path.exists() else list(entries)


def _merged(sources: Sequence[Entry], translations: Sequence[Entry]) -> list[Entry]:
    """Return the source entries with what their translations say, each found by its id."""
    own = {key_of(entry): entry for entry in translations}
    return [_overridden(entry, own.get(key_of(entry), {})) for entry in sources]


def _overridden(source: Entry, own: Entry) -> Entry:
    merged = dict(source)
    for name, value in own.items():
        here = source.get(name)
        if _keyed(here) and _keyed(value):
            merged[name] = _merged(cast("list[Entry]", here), cast("list[Entry]", value))
        else:
            merged[name] = value
    return merged


def _keyed(value: object) -> bool:
    """Tell whether a value is a list of entries that are known by an id."""
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and key_of(one) for one in value)


def _validated(data: dict[str, object]) -> Content:
    try:
        return Content.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"]
        file = f"{place[0]}.json"
        entries = data.get(str(place[0]))
        position = place[1] if len(place) > 1 and isinstance(place[1], int) else -1
        entry = "–"
        if isinstance(entries, list) and 0 <= position < len(entries):
            entry = key_of(entries[position]) or f"#{position + 1}"
        raise ContentError(file, entry, f"{'.'.join(map(str, place[2:]))}: {first['msg']}") from error
