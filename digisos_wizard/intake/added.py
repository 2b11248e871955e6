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
    free, allowed = _free(before), _allowed(before)
    for was in before.objects:
        if was.objgen in free:
            continue
        if not _same(was, after.get_object(was.objgen), allowed.get(was.objgen, frozenset())):
            return False
    form = after.Root.get("/AcroForm", pikepdf.Dictionary())
    return _same(before.Root.get("/AcroForm"), form, _FORM) and all(_is_harmless(field) for field in _fields(after))


def _free(document: pikepdf.Pdf) -> set[Number]:
    """Return the objects that signatures may write anew: information about the file, and the lists of fields."""
    found = [document.trailer.get("/Info"), document.Root.get("/Metadata"), document.Root.AcroForm.get("/Fields")]
    found += [page.get("/Annots") for page in document.pages]
    return {one.objgen for one in found if one is not None and one.is_indirect}


def _allowed(document: pikepdf.Pdf) -> dict[Number, frozenset[str]]:
    """Return the objects in which signatures may change some keys, and those keys."""
    return {
        **{page.obj.objgen: _PAGE for page in document.pages},
        **{field.objgen: _FIELD for field in _fields(document)},
        document.Root.AcroForm.objgen: _FORM,
        document.Root.objgen: _ROOT,
    }


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
