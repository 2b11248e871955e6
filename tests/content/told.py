"""Every text of the content with the sources that its badge names."""

from collections.abc import Iterator
from typing import NamedTuple

from digisos_wizard.model.base import Record
from digisos_wizard.model.content import Content, Source

UNREAD = ("id", "example", "suggestions", "forms", "unit", "fields", "place", "drawing", "step", "section", "options",
          "evidence", "after", "see", "leads_to", "baseline_steps", "agreed", "role", "chapter", "superseded_by",
          "language")  # fmt: skip
"""What holds no claim: names of other entries, and what a person might have typed."""


class Told(NamedTuple):
    """A text, where it stands, and the sources it is told from."""

    where: str
    text: str
    sources: tuple[Source, ...]


def told(content: Content, *, every: bool = False) -> Iterator[Told]:
    """Yield every text under a badge; with `every` also those without, such as names of choices."""
    for name in Content.model_fields:
        for entry in _parts(getattr(content, name)):
            if isinstance(entry, Record):
                yield from (one for one in _record(entry, name, ()) if one.sources or every)


def _record(record: Record, where: str, sources: tuple[Source, ...]) -> Iterator[Told]:
    here = f"{where}/{getattr(record, 'id', '')}".rstrip("/")
    single = getattr(record, "source", None)
    sources = getattr(record, "sources", None) or ((single,) if isinstance(single, Source) else sources)
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in UNREAD or isinstance(record, Source):
            continue
        if type(value) is str:
            yield Told(f"{here}.{name}", value, sources)
        for part in _parts(value):
            if isinstance(part, str):
                yield Told(f"{here}.{name}", part, sources)
            else:
                yield from _record(part, here, sources)


def _parts(value: object) -> Iterator[Record | str]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, tuple):
        yield from (part for part in value if isinstance(part, Record) or type(part) is str)
