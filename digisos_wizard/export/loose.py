"""The objects of a printed document, taken apart so that its pages and its tags can stand in another one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_XREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = 20
"""Bytes in a line of the table of places."""
_OBJECT = re.compile(rb"\d+ 0 obj\s+")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|\b(\d+) 0 R\b", re.DOTALL)
"""A text, which is passed by, or a reference."""
_PARENTS = re.compile(rb"\b(\d+) (\[.*?\]|\d+ 0 R)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Loose:
    """A document's objects by number, and the numbers of those that matter to who joins documents.

    `tree` and `whole` are the root of its tags and the outermost element, `elements` what stands below that; `parents`
    lead back from what is drawn to its element, and `keys` tells how many of them there are.
    """

    objects: Sequence[bytes]
    root: int
    pages: Sequence[int]
    tree: int
    whole: int
    elements: Sequence[int]
    parents: Sequence[tuple[int, bytes]]
    keys: int
    fields: Sequence[int]

    def references(self, number: int) -> Iterator[int]:
        """Yield the numbers of the objects that one refers to."""
        for found in _REFERENCE.finditer(_split(self.objects[number])[0]):
            if found[1] is not None:
                yield int(found[1])


def taken_apart(data: bytes) -> Loose:
    """Return the objects of a document that this program has printed.

    Raises ValueError for other files.
    """
    objects = _objects(data)
    catalog = objects[_number(rb"/Root (\d+) 0 R", data[data.rfind(b"trailer") :])]
    root, tree = _number(rb"/Pages (\d+) 0 R", catalog), _number(rb"/StructTreeRoot (\d+) 0 R", catalog)
    whole = _number(rb"/K \[ (\d+) 0 R", objects[tree])
    parents = _found(rb"/Nums \[(.*)\]", objects[_number(rb"/ParentTree (\d+) 0 R", objects[tree])])
    form = re.search(rb"/AcroForm (\d+) 0 R", catalog)
    return Loose(
        objects=objects,
        root=root,
        pages=_numbers(_found(rb"/Kids \[(.*?)\]", objects[root])),
        tree=tree,
        whole=whole,
        elements=_numbers(_found(rb"/K \[(.*?)\]", objects[whole])),
        parents=[(int(found[1]), found[2]) for found in _PARENTS.finditer(parents)],
        keys=_number(rb"/ParentTreeNextKey (\d+)", objects[tree]),
        fields=_numbers(_found(rb"/Fields \[(.*?)\]", objects[int(form[1])])) if form is not None else (),
    )


def renumbered(data: bytes, number: Callable[[int], int]) -> bytes:
    """Return an object with references to other numbers; texts and streams stay as they are."""
    head, rest = _split(data)
    return _REFERENCE.sub(lambda ref: ref[0] if ref[1] is None else b"%d 0 R" % number(int(ref[1])), head) + rest


def _split(data: bytes) -> tuple[bytes, bytes]:
    """Return what can hold references, and the stream after it."""
    stream = _STREAM.search(data)
    return (data[: stream.end()], data[stream.end() :]) if stream is not None else (data, b"")


def _objects(data: bytes) -> list[bytes]:
    """Return every object by its number, from the table of places."""
    end = _XREF.search(data)
    table = _TABLE.match(data, int(end[1])) if end is not None else None
    if end is None or table is None:
        raise ValueError(data[-40:])
    lines = (table.end() + _ENTRY * line for line in range(int(table[1])))
    places = {
        number: int(data[line : line + 10]) for number, line in enumerate(lines) if data[line + 17 : line + 18] == b"n"
    }
    objects = [b""] * int(table[1])
    following = dict(zip(sorted(places.values()), [*sorted(places.values())[1:], int(end[1])], strict=True))
    for number, place in places.items():
        head = _OBJECT.match(data, place)
        if head is None:
            raise ValueError(data[place : place + 20])
        objects[number] = data[head.end() : data.rindex(b"endobj", head.end(), following[place])].rstrip()
    return objects


def _found(pattern: bytes, data: bytes) -> bytes:
    found = re.search(pattern, data, re.DOTALL)
    if found is None:
        raise ValueError(pattern)
    return found[1]


def _number(pattern: bytes, data: bytes) -> int:
    return int(_found(pattern, data))


def _numbers(data: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"(\d+) 0 R", data)]
