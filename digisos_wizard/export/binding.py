"""Several printed documents as one: pages, tags, form fields and an outline of every document and its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from digisos_wizard.export.loose import Loose, renumbered, taken_apart
from digisos_wizard.export.paper.extras import Furnishing, xmp
from digisos_wizard.export.pdfium import opened
from digisos_wizard.i18n import _

_PLACE = re.compile(rb"/StructParent(s?) (\d+)")
"""Where a page or a field has its line among the parents."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document to bind, and what it is called in the outline."""

    title: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: its words, the page it points at from 0, and the lines below it."""

    title: str
    page: int
    below: tuple["Entry", ...] = ()


def bind(parts: Sequence[Part], furnishing: Furnishing) -> bytes:
    """Return documents that this program has printed as one PDF, in order; `furnishing` tells of the whole."""
    bound = _Bound()
    entries: list[Entry] = []
    for part in parts:
        entries.append(_entry(part, len(bound.pages)))
        bound.add(part.title, taken_apart(part.data))
    return bound.written(entries, furnishing)


def _entry(part: Part, start: int) -> Entry:
    below = []
    with opened(part.data) as document:
        for mark in document.get_toc():
            place = mark.get_dest()
            if place is not None and (place.get_index() or mark.get_title() != part.title):
                below.append(Entry(mark.get_title(), start + place.get_index()))
    return Entry(part.title, start, tuple(below))


@dataclass
class _Bound:
    """The objects of the new document; the first ones are its catalogue, its pages and its tags."""

    objects: dict[int, bytes] = field(default_factory=dict)
    pages: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    parents: list[bytes] = field(default_factory=list)
    keys: int = 0
    numbers: int = 5

    CATALOG, ROOT, TREE, WHOLE, PARENTS = 1, 2, 3, 4, 5

    def number(self) -> int:
        self.numbers += 1
        return self.numbers

    def put(self, data: bytes) -> int:
        number = self.number()
        self.objects[number] = data
        return number

    def add(self, title: str, loose: Loose) -> None:
        """Take over what the pages and the tags of a document need; its catalogue and properties stay behind."""
        part = self.number()
        known = {loose.root: self.ROOT, loose.tree: self.TREE, loose.whole: part}
        waiting = [*loose.pages, *loose.elements, *loose.fields]
        taken: list[int] = []
        while waiting:
            number = waiting.pop()
            if number not in known:
                known[number] = self.number()
                taken.append(number)
                waiting += loose.references(number)
        shift = self.keys
        for number in taken:
            made = renumbered(loose.objects[number], known.__getitem__)
            self.objects[known[number]] = _PLACE.sub(
                lambda place: b"/StructParent%s %d" % (place[1], int(place[2]) + shift), made, count=1
            )
        self.parents += [b"%d %s" % (key + shift, renumbered(value, known.__getitem__)) for key, value in loose.parents]
        self.keys += loose.keys
        self.objects[part] = b"<</Type/StructElem/S/Part/T %s/P %d 0 R/K[%s]>>" % (
            _text(title),
            self.WHOLE,
            _references([known[number] for number in loose.elements]),
        )
        self.parts.append(part)
        self.pages += [known[number] for number in loose.pages]
        self.fields += [known[number] for number in loose.fields]

    def written(self, entries: Sequence[Entry], furnishing: Furnishing) -> bytes:
        """Return the file: the same bytes for the same parts."""
        objects = self.objects
        objects[self.ROOT] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), _references(self.pages))
        objects[self.TREE] = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
            self.WHOLE,
            self.PARENTS,
            self.keys,
        )
        objects[self.WHOLE] = b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (self.TREE, _references(self.parts))
        objects[self.PARENTS] = b"<</Nums[%s]>>" % b"\n".join(self.parents)
        form = b"/AcroForm<</Fields[%s]/SigFlags 1>>" % _references(self.fields) if self.fields else b""
        properties = xmp(furnishing)
        metadata = self.put(
            b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream" % (len(properties), properties)
        )
        objects[self.CATALOG] = (
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang(%s)/Metadata %d 0 R"
            b"/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>%s>>"
            % (self.ROOT, self._outlined(entries), furnishing.language.encode(), metadata, self.TREE, form)
        )
        return _file(objects, self.CATALOG, self.put(_properties(furnishing)))

    def _outlined(self, entries: Sequence[Entry]) -> int:
        outline = self.number()
        self.objects[outline] = b"<</Type/Outlines%s>>" % self._lines(entries, outline)
        return outline

    def _lines(self, entries: Sequence[Entry], parent: int) -> bytes:
        """Add the lines of the outline; return what their parent says of them."""
        numbers = [self.number() for _entry in entries]
        for position, (number, entry) in enumerate(zip(numbers, entries, strict=True)):
            # What lies below is folded: a negative count.
            inner = self._lines(entry.below, number).replace(b"/Count ", b"/Count -") if entry.below else b""
            around = b"/Prev %d 0 R" % numbers[position - 1] if position else b""
            around += b"/Next %d 0 R" % numbers[position + 1] if position + 1 < len(entries) else b""
            self.objects[number] = b"<</Title %s/Parent %d 0 R%s%s/Dest[%d 0 R/Fit]>>" % (
                _text(entry.title),
                parent,
                around,
                inner,
                self.pages[entry.page],
            )
        return b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[0], numbers[-1], len(entries))


def _properties(furnishing: Furnishing) -> bytes:
    made_by, stamp = _text(_("Digisos-veiviser")), furnishing.stamp.encode()
    told = (_text(furnishing.title), _text(furnishing.author), _text(furnishing.subject))
    return b"<</Title %s/Author %s/Subject %s" % told + b"/Creator %s/Producer %s/CreationDate(%s)/ModDate(%s)>>" % (
        made_by,
        made_by,
        stamp,
        stamp,
    )


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _text(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _file(objects: dict[int, bytes], root: int, info: int) -> bytes:
    """Return the objects with their table of places and the trailer."""
    body = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    table = bytearray(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for number in sorted(objects):
        table += b"%010d 00000 n \n" % len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    mark, place = sha256(body).hexdigest()[:32].upper().encode(), len(body)
    trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(body + table) + trailer % (len(objects) + 1, root, info, mark, mark, place)
