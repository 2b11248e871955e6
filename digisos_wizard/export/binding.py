"""Several PDFs as one: pages joined by PDFium, then outline, language and properties added as an update of the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO

from pypdfium2 import PdfDocument

from digisos_wizard.export.pdfium import opened
from digisos_wizard.i18n import _

_CATALOG = re.compile(rb"\n1 0 obj\r?\n<</Pages (\d+) 0 R ?/Type/Catalog>>")
_ROOT, _INFO, _SIZE = re.compile(rb"/Root (\d+) 0 R"), re.compile(rb"/Info (\d+) 0 R"), re.compile(rb"/Size (\d+)")
_MARKS = re.compile(rb"/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]>>\r?\nstartxref\r?\n(\d+)\r?\n%%EOF\s*$")
_CREATED = re.compile(rb"/CreationDate\(D:[^)]*\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A document to bind, and what it is called in the outline."""

    title: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Cover:
    """What the bound document says of itself in its properties."""

    title: str
    author: str
    day: date


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: its words, the page it points at from 0, and the lines below it."""

    title: str
    page: int
    below: tuple["Entry", ...] = ()


def bind(parts: Sequence[Part], cover: Cover) -> bytes:
    """Return the parts as one PDF, in order, with an outline of every part and its headings."""
    target = BytesIO()
    entries: list[Entry] = []
    with opened(parts[0].data) as first:
        joined = PdfDocument.new()
        for position, part in enumerate(parts):
            if position == 0:
                entries.append(_join(joined, first, part.title))
            else:
                with opened(part.data) as document:
                    entries.append(_join(joined, document, part.title))
        joined.save(target)
        joined.close()
    return _updated(_repeatable(target.getvalue()), entries, cover)


def _join(joined: PdfDocument, document: PdfDocument, title: str) -> Entry:
    start = len(joined)
    joined.import_pages(document)
    below = []
    for mark in document.get_toc():
        place = mark.get_dest()
        if place is not None and (place.get_index() or mark.get_title() != title):
            below.append(Entry(mark.get_title(), start + place.get_index()))
    return Entry(title, start, tuple(below))


def _repeatable(data: bytes) -> bytes:
    """Return the file with marks that depend on its content alone: PDFium takes them from clock and chance."""
    still = _CREATED.sub(lambda found: b"/CreationDate(" + b"0" * (len(found[0]) - 15) + b")", data)
    found = _MARKS.search(still)
    if found is None:
        return still
    body = still[: found.start(1)]
    mark = sha256(body).hexdigest()[:32].upper().encode()
    return body + mark + still[found.end(1) : found.start(2)] + mark + still[found.end(2) :]


def _updated(data: bytes, entries: Sequence[Entry], cover: Cover) -> bytes:
    """Return the file with an incremental update: catalogue, properties and outline; as joined where it isn't known."""
    catalog, marks, size = _CATALOG.search(data), _MARKS.search(data), _SIZE.findall(data)
    root, info = _ROOT.findall(data), _INFO.findall(data)
    pages = _pages(data, int(catalog[1])) if catalog is not None else []
    if catalog is None or marks is None or not pages or not size or root[-1:] != [b"1"]:
        return data
    first = int(size[-1])
    objects: dict[int, bytes] = {}
    outline, after = first, first + 1
    lines, after = _outline(entries, outline, after, pages, objects)
    number = int(info[-1]) if info else after
    objects[outline] = b"<</Type/Outlines %s>>" % lines
    objects[1] = (
        b"<</Type/Catalog/Pages %s 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang(nb-NO)"
        b"/ViewerPreferences<</DisplayDocTitle true>>>>" % (catalog[1], outline)
    )
    stamp = f"(D:{cover.day:%Y%m%d}000000Z)".encode()
    made_by = _text(_("Digisos-veiviser"))
    objects[number] = b"<</Title %s/Author %s/Creator %s/Producer %s/CreationDate%s/ModDate%s>>" % (
        _text(cover.title),
        _text(cover.author),
        made_by,
        made_by,
        stamp,
        stamp,
    )
    trailer = b"/Root 1 0 R/Info %d 0 R/Prev %s/ID[<%s><%s>]" % (number, marks[3], marks[1], marks[2])
    return data + _section(objects, len(data), trailer)


def _pages(data: bytes, tree: int) -> list[int]:
    """Return the object number of every page, from the flat tree that PDFium writes."""
    found = re.search(rb"\n%d 0 obj\r?\n<<.*?/Kids\[(.*?)\]" % tree, data, re.DOTALL)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", found[1])] if found is not None else []


def _outline(
    entries: Sequence[Entry], parent: int, after: int, pages: Sequence[int], objects: dict[int, bytes]
) -> tuple[bytes, int]:
    """Add the lines of the outline; return what their parent says of them, and the next free number."""
    numbers = range(after, after + len(entries))
    after += len(entries)
    for position, (number, entry) in enumerate(zip(numbers, entries, strict=True)):
        inner, after = _outline(entry.below, number, after, pages, objects) if entry.below else (b"", after)
        around = b"/Prev %d 0 R" % numbers[position - 1] if position else b""
        around += b"/Next %d 0 R" % numbers[position + 1] if position + 1 < len(entries) else b""
        # What lies below is folded: a negative count.
        folded = inner.replace(b"/Count ", b"/Count -")
        place = b"/Dest[%d 0 R/Fit]" % pages[entry.page]
        objects[number] = b"<</Title %s/Parent %d 0 R%s%s%s>>" % (_text(entry.title), parent, around, folded, place)
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[0], numbers[-1], len(entries)), after


def _text(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _section(objects: dict[int, bytes], start: int, trailer: bytes) -> bytes:
    """Return the objects with their table of places and the trailer."""
    body, table = bytearray(), bytearray(b"xref\n")
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n\r\n" % (number, start + len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    place = start + len(body)
    size = max(objects) + 1
    return bytes(body + table) + b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, place)
