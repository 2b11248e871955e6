"""The shape of the plan as text, and the files that follow from it; written anew by `python -m tests.plan_shape`.

Nothing changes while the shape is as released. After a change: raise `SCHEMA_VERSION`, add an upgrade, and run it.
`--unreleased` lets the newest version take another shape, as long as no file of it has left the house.
"""

import argparse
import hashlib
import json
import sys
import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from difflib import unified_diff
from enum import Enum
from pathlib import Path

from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import value_type
from digisos_wizard.model.base import Record
from digisos_wizard.model.plan import SCHEMA_VERSION, Document
from digisos_wizard.storage import planfile

DATA = Path(__file__).parent / "data"
SHAPE, DIGESTS = DATA / "schema.txt", DATA / "schema-digests.json"
COMMAND = "python -m tests.plan_shape"
SAID = {"$defs", "default", "description", "properties", "required", "title", "type"}
"""What a line says by itself; whatever else a JSON Schema holds is added to it."""

SAMPLES: Mapping[type, object] = {
    bool: True,
    int: 1,
    Decimal: Decimal(1),
    date: date(2026, 11, 23),
    datetime: datetime(2026, 11, 23, 12, tzinfo=UTC),
}

Schema = Mapping[str, typing.Any]
Made = typing.TypeVar("Made", bound=Record)


def shape(schema: Schema | None = None) -> str:
    """Return every field with its type and every enum with its values, a line each, without words that explain."""
    whole = schema if schema is not None else Document.model_json_schema()
    records = {**whole["$defs"], "Document": whole}
    return "".join(f"{line}\n" for name in sorted(records) for line in _lines(name, records[name]))


def digest(text: str) -> str:
    """Return what tells one shape from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def digests() -> dict[str, str]:
    """Return the digest of the shape of every version."""
    found: dict[str, str] = json.loads(DIGESTS.read_text("utf-8"))
    return found


def changes() -> str:
    """Return what differs between the shape of this version as it was written down and as it is."""
    now = shape()
    if digests().get(str(SCHEMA_VERSION)) == digest(now):
        return ""
    return "".join(unified_diff(SHAPE.read_text("utf-8").splitlines(True), now.splitlines(True), "written", "now", n=0))


def files() -> dict[Path, bytes]:
    """Return the files that follow from the shape: itself, a plan with something everywhere, and the examples."""
    now = shape()
    every = digests() | {str(SCHEMA_VERSION): digest(now)}
    found = {SHAPE: now.encode(), DIGESTS: (json.dumps(every, indent=1) + "\n").encode()}
    found[plan_file(SCHEMA_VERSION)] = planfile.encode(filled(_newest()))
    for path in sorted((resources() / "examples").glob("*.digisos")):
        found[path] = planfile.encode(planfile.read(path).document)
    return found


def plan_file(version: int) -> Path:
    """Return the plan that has something in every field and every table of a version."""
    return DATA / f"plan-schema-{version}.digisos"


def filled(record: Made) -> Made:
    """Return a record with something wherever nothing stood."""
    values = {name: getattr(record, name) for name in type(record).model_fields}
    return type(record)(**{name: _filled(value, type(record), name) for name, value in values.items()})


def _filled(value: object, owner: type[Record], name: str) -> object:
    if isinstance(value, Record):
        return filled(value)
    if value in (None, "", ()):
        return _sample(value_type(owner, (name,)), name)
    return (
        tuple(filled(row) if isinstance(row, Record) else row for row in value) if isinstance(value, tuple) else value
    )


def _sample(kind: object, name: str) -> object:
    """Return something of a type, whatever it would mean."""
    if typing.get_origin(kind) is tuple:
        return (_sample(typing.get_args(kind)[0], name),)
    if not isinstance(kind, type):
        raise TypeError(f"{name}: nothing is known of {kind}")
    if issubclass(kind, Record):
        return kind(**{field: _sample(value_type(kind, (field,)), field) for field in kind.model_fields})
    if issubclass(kind, Enum):
        return next(iter(kind))
    return name if kind is str else SAMPLES[kind]


def _newest() -> Document:
    version = next(number for number in range(SCHEMA_VERSION, 0, -1) if plan_file(number).exists())
    return planfile.read(plan_file(version)).document


def _lines(name: str, record: Schema) -> Iterator[str]:
    if rest := _beyond(record):
        yield f"{name}: {_text(rest)}"
    for field, spec in record.get("properties", {}).items():
        needed = " !" if field in record.get("required", ()) else ""
        yield f"{name}.{field}: {_kind(spec)}{needed}{_default(spec)}"


def _default(spec: Schema) -> str:
    """Return what stands where nothing is said, where it isn't nothing; a record's own follows from its fields."""
    nothing = None if "anyOf" in spec else [] if "items" in spec else ""
    value = spec.get("default", nothing)
    return "" if value == nothing or isinstance(value, dict) else f" = {_text(value)}"


def _beyond(spec: Schema) -> dict[str, typing.Any]:
    """Return what no line says by itself; that a record has no other fields is the rule."""
    return {k: v for k, v in spec.items() if k not in SAID and (k, v) != ("additionalProperties", False)}


def _kind(spec: Schema) -> str:
    rest = _beyond(spec)
    if "$ref" in rest:
        words = rest.pop("$ref").rpartition("/")[2]
    elif "anyOf" in rest:
        words = " | ".join(_kind(one) for one in rest.pop("anyOf"))
    elif "items" in rest:
        words = f"[{_kind(rest.pop('items'))}]"
    else:
        words = rest.pop("format", None) or spec.get("type", "")
    return f"{words} {_text(rest)}" if rest else str(words)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Write what has changed."""
    asked = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    asked.add_argument("--unreleased", action="store_true", help="let this version take another shape")
    if str(SCHEMA_VERSION) in digests() and changes() and not asked.parse_args().unreleased:
        sys.stderr.write(f"Schema {SCHEMA_VERSION} has another shape: raise SCHEMA_VERSION, and add an upgrade.\n")
        return 1
    for path, data in files().items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
