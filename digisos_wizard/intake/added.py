"""What was added to a printed checklist: digital signatures are welcome, anything else is found.

Another library reads the file here than the one that reads the pages, so that a file which readers see differently is
found where the two disagree.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

_ROOT = frozenset({"/AcroForm", "/DSS", "/Perms", "/Extensions", "/Metadata", "/Version"})
"""What signatures change in the catalogue."""
_FORM = frozenset({"/Fields", "/SigFlags", "/DR", "/DA"})
_FIELD = frozenset({"/V", "/AP", "/F", "/M", "/Lock", "/SV", "/MK", "/AS"})
_PAGE = frozenset({"/Annots"})
_ACTIONS = ("/A", "/AA")
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_LAST = 64
"""Bytes within which a file ends."""

Number = tuple[int, int]


def only_signatures(printed: bytes, whole: bytes) -> bool:
    """Tell whether nothing but fields to sign in, and signatures in them, was added after the printed bytes."""
    end = _END.search(whole[-_LAST:])
    if end is None or int(end[1]) < len(printed):
        return False
    try:
        with (
            pikepdf.open(BytesIO(printed), attempt_recovery=False) as before,
            pikepdf.open(BytesIO(whole), attempt_recovery=False) as after,
        ):
            return _only_signatures(before, after)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError):
        return False


def _only_signatures(before: pikepdf.Pdf, after: pikepdf.Pdf) -> bool:
    free = _changeable(before)
    fields = {field.objgen for field in _fields(before)}
    for was in before.objects:
        now = after.get_object(was.objgen)
        if was.objgen in free or _same(was, now, free.get(was.objgen, frozenset())):
            continue
        if was.objgen in fields and _same(was, now, _FIELD):
            continue
        if _same(was, now, _allowed(before, was)):
            continue
        return False
    form = after.Root.get("/AcroForm", pikepdf.Dictionary())
    return _same(before.Root.get("/AcroForm"), form, _FORM) and all(_is_harmless(field) for field in _fields(after))


def _changeable(document: pikepdf.Pdf) -> dict[Number, frozenset[str]]:
    """Return the objects that signatures may write anew: information about the file, and the lists of fields."""
    found = [document.trailer.get("/Info"), document.Root.get("/Metadata"), document.Root.AcroForm.get("/Fields")]
    found += [page.get("/Annots") for page in document.pages]
    return {one.objgen: frozenset() for one in found if one is not None and one.is_indirect}


def _allowed(document: pikepdf.Pdf, thing: pikepdf.Object) -> frozenset[str]:
    """Return the keys that signatures may change in an object."""
    if thing.objgen == document.Root.objgen:
        return _ROOT
    if thing.objgen == document.Root.AcroForm.objgen:
        return _FORM
    return _PAGE if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Page" else frozenset()


def _same(was: pikepdf.Object | None, now: pikepdf.Object, but: frozenset[str]) -> bool:
    """Tell whether two objects are the same, some of their keys aside."""
    if type(was) is not type(now):
        return False
    if isinstance(was, pikepdf.Stream):
        return was.read_raw_bytes() == now.read_raw_bytes() and _shown(was.stream_dict) == _shown(now.stream_dict)
    return _shown(was, but) == _shown(now, but)


def _shown(thing: object, but: frozenset[str] = frozenset()) -> object:
    """Return an object as it is written, references as references."""
    if isinstance(thing, pikepdf.Dictionary):
        return {key: _written(value) for key, value in thing.items() if key not in but}
    return thing.unparse(resolved=True) if isinstance(thing, pikepdf.Object) else thing


def _written(value: object) -> object:
    return value.unparse() if isinstance(value, pikepdf.Object) else value


def _fields(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    yield from document.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())


def _is_harmless(field: pikepdf.Object) -> bool:
    """Tell whether a field is one to sign in that does nothing, and shows nothing before it is signed."""
    return (
        field.get("/FT") == "/Sig"
        and "/Kids" not in field
        and not any(key in field for key in _ACTIONS)
        and ("/V" in field or "/AP" not in field)
    )
