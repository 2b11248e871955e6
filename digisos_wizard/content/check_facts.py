"""What types can't say of the register of facts: successors exist, and every badge names a place that there is."""

from collections.abc import Iterator

from digisos_wizard.errors import ContentError
from digisos_wizard.model.base import Record
from digisos_wizard.model.content import Content, Document, Fact, FactState, Source

FILE = "facts.json"


def check(content: Content) -> None:
    """Raise ContentError for the first fact or badge that doesn't hold together."""
    facts = {fact.id: fact for fact in content.facts}
    chapters = {chapter.id for chapter in content.chapters}
    years = {document.value: document.year for document in content.sources}
    for fact in content.facts:
        if fact.chapter not in chapters:
            raise ContentError(FILE, fact.id, f"unknown chapter {fact.chapter}")
        _year(fact, years)
        _held(fact, facts)
    _places(content)


def _year(fact: Fact, years: dict[str, int | None]) -> None:
    """Refuse a year that isn't that of the newest document; a public source's year stands with the fact."""
    documents = {source.document for source in fact.sources}
    known = [year for document in documents if (year := years.get(document.value)) is not None]
    if Document.PUBLIC in documents:
        if fact.year is None or fact.year < max(known, default=0):
            raise ContentError(FILE, fact.id, "a public fact has the year it was read or published")
    elif fact.year != max(known, default=None):
        raise ContentError(FILE, fact.id, "not the year of the newest document")


def _held(fact: Fact, facts: dict[str, Fact]) -> None:
    """Refuse a fact that has ended without a year, or without what took its place."""
    if (fact.state is FactState.ENDED) is not (fact.until is not None):
        raise ContentError(FILE, fact.id, "what has ended has the year until which it held, and nothing else has")
    if fact.until is not None and not (fact.superseded_by or fact.note):
        raise ContentError(FILE, fact.id, "nothing took its place, and no note says why it ended")
    if fact.state is FactState.OPEN and not fact.note:
        raise ContentError(FILE, fact.id, "an open fact says what to ask, and whom")
    if not fact.superseded_by:
        return
    successor = facts.get(fact.superseded_by)
    if successor is None or fact.state is not FactState.ENDED:
        raise ContentError(FILE, fact.id, f"superseded by unknown {fact.superseded_by}, or not ended")
    met = {fact.id}
    while successor is not None:
        if successor.id in met:
            raise ContentError(FILE, fact.id, f"superseded by {successor.id} in a circle")
        met.add(successor.id)
        successor = facts.get(successor.superseded_by)


def _places(content: Content) -> None:
    """Refuse a badge that names a place that its document doesn't have."""
    places = {document.value: frozenset(document.places) for document in content.sources}
    for name in Content.model_fields:
        for entry in getattr(content, name):
            if isinstance(entry, Record):
                for source in _sources(entry):
                    known = places.get(source.document.value, frozenset[str]())
                    if known and source.place not in known:
                        raise ContentError(
                            f"{name}.json",
                            str(getattr(entry, "id", "–")),
                            f"no place “{source.place}” in {source.document.value}",
                        )


def _sources(record: Record) -> Iterator[Source]:
    for field in type(record).model_fields:
        value = getattr(record, field)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Source):
                yield part
            elif isinstance(part, Record):
                yield from _sources(part)
