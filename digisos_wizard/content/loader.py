"""Loads `resources/content/<language>/*.json`: one file for each field of `Content`, each a JSON array.

Bokmål is the source. Another language overrides by id; each of its entries holds `of`, the digest of the bokmål entry
that it translates, so that a stale translation shows.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from digisos_wizard.content import check
from digisos_wizard.content.locate import resources
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Content

SOURCE = "nb"
Entry = dict[str, object]


def load(language: str = SOURCE, folder: Path | None = None) -> Content:
    """Return the content in a language; raises ContentError that names file and entry."""
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


def stale(language: str, folder: Path | None = None) -> tuple[str, ...]:
    """Return `file:id` of every translated entry whose bokmål source has changed since."""
    base = (folder or resources()) / "content"
    found: list[str] = []
    for path in sorted((base / language).glob("*.json")):
        sources = {key_of(entry): digest(entry) for entry in _read(base / SOURCE / path.name)}
        old = [key_of(entry) for entry in _read(path) if entry.get("of") != sources.get(key_of(entry))]
        found += [f"{path.stem}:{key}" for key in old]
    return tuple(found)


def digest(entry: Mapping[str, object]) -> str:
    """Return what tells one version of a bokmål entry from another."""
    plain = json.dumps(entry, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def key_of(entry: Mapping[str, object]) -> str:
    """Return the id of an entry; an option's is its value."""
    return str(entry.get("id", entry.get("value", "")))


def _read(path: Path) -> list[Entry]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError(path.name, "–", type(error).__name__) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ContentError(path.name, "–", "not a list of entries")
    return entries


def _translated(entries: Sequence[Entry], path: Path) -> list[Entry]:
    if not path.exists():
        return list(entries)
    own = {key_of(entry): {name: value for name, value in entry.items() if name != "of"} for entry in _read(path)}
    return [entry | own.get(key_of(entry), {}) for entry in entries]


def _validated(data: dict[str, object]) -> Content:
    try:
        return Content.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"]
        file = f"{place[0]}.json"
        entries = data.get(str(place[0]))
        position = place[1] if len(place) > 1 and isinstance(place[1], int) else -1
        entry = key_of(entries[position]) if isinstance(entries, list) and 0 <= position < len(entries) else "–"
        raise ContentError(file, entry, f"{'.'.join(map(str, place[2:]))}: {first['msg']}") from error
