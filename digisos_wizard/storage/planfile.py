"""The plan file on disk: read within limits, checked against its header, brought to today's shape."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import StrictInt, StrictStr, ValidationError

from digisos_wizard.errors import (
    DamagedPlanError,
    NewerPlanError,
    NotAPlanFileError,
    PersonalNumberError,
    PersonalNumberInFileError,
    UnreadableFileError,
)
from digisos_wizard.model import plan_bytes
from digisos_wizard.model.base import Record
from digisos_wizard.model.plan import SCHEMA_VERSION, Document
from digisos_wizard.model.plan_bytes import END, FORMAT, SUFFIX
from digisos_wizard.model.screening import screen

from .paths import on_disk, patiently
from .upgrade import upgraded

__all__ = [
    "FORMAT",
    "SUFFIX",
    "Header",
    "PlanFile",
    "decode",
    "encode",
    "json_schema",
    "read",
    "read_bytes",
    "stamp_of",
]

LARGEST = 64 * 1024 * 1024
"""Bytes; a plan of 300 risks, 200 benefits and 500 activities takes about one million."""
LONGEST_HEADER = 4_096
_START = b'{"format":"' + FORMAT.encode() + b'"'


class Header(Record):
    """What the first line says of the rest."""

    format: StrictStr
    schema_version: StrictInt
    content: tuple[str, ...] = ()
    length: StrictInt
    sha256: StrictStr


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A document as it was read, and the stamp of the bytes it was read from."""

    document: Document
    stamp: str


def stamp_of(data: bytes) -> str:
    """Return what tells one version of a file from another: its SHA-256."""
    return hashlib.sha256(data).hexdigest()


def encode(document: Document) -> bytes:
    """Return the bytes of the plan file; raises PersonalNumberError rather than let a personal number out."""
    return plan_bytes.encode(document)


def read(path: Path) -> PlanFile:
    """Return the plan in a file; raises the UserError that says what is wrong with it, and never changes it."""
    data = read_bytes(path)
    return PlanFile(decode(data, path), stamp_of(data))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that is no larger than a plan can be; raises UnreadableFileError."""
    try:
        with patiently(lambda: on_disk(path).open("rb")) as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path) from error
    if len(data) > LARGEST:
        raise NotAPlanFileError(path)
    return data


def decode(data: bytes, path: Path = Path(f"plan{SUFFIX}")) -> Document:
    """Return the document in the bytes of a plan file; the path is for the messages.

    Raises NotAPlanFileError, NewerPlanError, DamagedPlanError or PersonalNumberInFileError.
    """
    if not data.startswith(_START):
        raise NotAPlanFileError(path)
    line, line_break, body = data.partition(b"\n")
    header = _header(line, body, path)
    if not line_break or header.length != len(body):
        raise DamagedPlanError(path)
    document = _document(b'{"plan":' + body, header.schema_version, path)
    try:
        screen(document)
    except PersonalNumberError as error:
        raise PersonalNumberInFileError(path) from error
    return document


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of the whole file, header included."""
    schema = Document.model_json_schema()
    header = {
        "format": {"const": FORMAT},
        "schema": {"const": SCHEMA_VERSION},
        "content": {"type": "array", "items": {"type": "string"}},
        "length": {"type": "integer", "minimum": 0},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }
    properties = {**header, **schema["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": FORMAT,
        "properties": properties,
        "required": list(properties),
    }


def _header(line: bytes, body: bytes, path: Path) -> Header:
    """Return the header, which proves itself and the body; a newer schema is told before anything else."""
    if len(line) > LONGEST_HEADER or not line.endswith(END):
        raise DamagedPlanError(path)
    try:
        data = json.loads(line[: -len(END)].rstrip(b",") + b"}")
        version = data["schema"]
        if isinstance(version, int) and version > SCHEMA_VERSION:
            raise NewerPlanError(path, version)
        if data["sha256"] != plan_bytes.digest(data, body):
            raise DamagedPlanError(path)
        del data["schema"]
        return Header.model_validate_json(json.dumps({**data, "schema_version": version}))
    except (ValueError, KeyError, RecursionError) as error:
        raise DamagedPlanError(path) from error


def _document(text: bytes, version: int, path: Path) -> Document:
    """Return the document, brought to today's shape first where it is older."""
    try:
        if version != SCHEMA_VERSION:
            text = json.dumps(upgraded(json.loads(text), version, SCHEMA_VERSION)).encode()
        return Document.model_validate_json(text)
    except (ValidationError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedPlanError(path) from error
