"""Several printed documents as one: pages, tags, form fields and an outline of every document and its headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Pdf, Stream, String

from digisos_wizard.export.paper.extras import Furnishing, xmp
from digisos_wizard.i18n import _


@dataclass(frozen=True, slots=True)
class Part:
    """A document to bind, and what it is called in the outline."""

    title: str
    data: bytes


def bind(parts: Sequence[Part], furnishing: Furnishing) -> bytes:
    """Return documents that this program has printed as one PDF, in order; `furnishing` tells of the whole.

    The file is the same every time. Raises PdfError for what is no PDF.
    """
    target = BytesIO()
    with Pdf.new() as whole:
        tags, entries, headings = _Tags(whole), list[OutlineItem](), list[int]()
        for part in parts:
            with Pdf.open(BytesIO(part.data)) as document:
                entries.append(OutlineItem(part.title, len(whole.pages), "Fit"))
                headings.append(len(document.open_outline().root))
                whole.add_pages_from(document)
                tags.add(part.title, document)
        tags.write()
        _fold(whole, entries, headings)
        _furnish(whole, furnishing)
        whole.save(target, min_version="1.7", deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return target.getvalue()


def _fold(whole: Pdf, entries: Sequence[OutlineItem], headings: Sequence[int]) -> None:
    """Let the headings of each document, of which the outline has so many, stand folded below its entry."""
    with whole.open_outline() as outline:
        below = iter(outline.root[:])
        for entry, count in zip(entries, headings, strict=True):
            entry.is_closed, entry.children = True, list(islice(below, count))
            # The title itself is a heading on the first page.
            if entry.children and entry.children[0].title == entry.title:
                entry.children[:1] = entry.children[0].children
        outline.root[:] = entries


class _Tags:
    """The tags of the whole: each document is a part of them, with its name."""

    def __init__(self, whole: Pdf) -> None:
        self._whole = whole
        self._root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._element = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array()))
        self._parents = Array()
        self._keys = 0

    def add(self, title: str, document: Pdf) -> None:
        """Take over the tags of a document whose pages were the last to be added."""
        tree = self._whole.copy_foreign(document.Root.StructTreeRoot)
        part = tree.K[0]
        part.S, part.T, part.P = Name.Part, String(title), self._element
        self._element.K.append(part)
        numbers = list(tree.ParentTree.Nums)
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for key, value in parents.items():
            self._parents.append(key + self._keys)
            self._parents.append(value)
        for page in list(self._whole.pages)[-len(document.pages) :]:
            page.obj.StructParents += self._keys
            for annotation in page.obj.get(Name.Annots, ()):
                if Name.StructParent in annotation:
                    _point_at(annotation, parents[int(annotation.StructParent)])
                    annotation.StructParent += self._keys
        self._keys += int(tree.ParentTreeNextKey)

    def write(self) -> None:
        """Give the whole its tags."""
        self._root.K = Array([self._element])
        self._root.ParentTree = self._whole.make_indirect(Dictionary(Nums=self._parents))
        self._root.ParentTreeNextKey = self._keys
        self._whole.Root.StructTreeRoot, self._whole.Root.MarkInfo = self._root, Dictionary(Marked=True)


def _point_at(field: Object, element: Object) -> None:
    """Let a tag lead to the field on the page: it was copied by itself, and again with the tags."""
    for kid in element.K:
        if Name.Obj in kid:
            kid.Obj = field


def _furnish(whole: Pdf, furnishing: Furnishing) -> None:
    root, made_by, stamp = whole.Root, String(_("Digisos-veiviser")), String(furnishing.stamp)
    root.PageMode, root.Lang = Name.UseOutlines, String(furnishing.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = Stream(whole, xmp(furnishing), Type=Name.Metadata, Subtype=Name.XML)
    if Name.AcroForm in root:
        root.AcroForm.SigFlags = 1
    told = {"Title": furnishing.title, "Author": furnishing.author, "Subject": furnishing.subject}
    for name, value in told.items():
        whole.docinfo[f"/{name}"] = String(value)
    whole.docinfo.Creator, whole.docinfo.Producer = made_by, made_by
    whole.docinfo.CreationDate, whole.docinfo.ModDate = stamp, stamp
