"""The structure tree of a document, written from what the tags came to."""

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFPage, PDFString

from digisos_wizard.export.paper.extras import Written
from digisos_wizard.export.paper.tags import Element, Role, Scope


@dataclass
class Tree:
    """What the tags have come to: the outermost elements in the order drawn, and where each one's content stands."""

    top: dict[Element, None] = field(default_factory=dict)
    marks: dict[Element, list[tuple[int, int]]] = field(default_factory=dict)
    widgets: dict[Element, Any] = field(default_factory=dict)
    pages: list[PDFPage] = field(default_factory=list)
    parents: list[list[Element]] = field(default_factory=list)


def write(document: Written, tree: Tree) -> None:
    """Give the document its structure: elements with their content, and the way back from content to element."""
    _Writer(document, tree).write()


class _Writer:
    def __init__(self, document: Written, tree: Tree) -> None:
        self._document = document
        self._tree = tree
        self._references: dict[Element, PDFObjectReference] = {}
        self._pages = [document.Reference(page) for page in tree.pages]

    def write(self) -> None:
        document, tree = self._document, self._tree
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        whole = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(Role.DOCUMENT.value)})
        root_reference, whole_reference = document.Reference(root), document.Reference(whole)
        whole.dict["P"] = root_reference
        whole.dict["K"] = PDFArray([self._element(element, whole_reference) for element in _in_lists(tree.top)])
        numbers: list[object] = []
        for page, parents in enumerate(tree.parents):
            numbers += [page, PDFArray([self._references[element] for element in parents])]
        following = len(tree.parents)
        for following, (element, widget) in enumerate(tree.widgets.items(), start=len(tree.parents)):
            widget.dict["StructParent"] = following
            numbers += [following, self._references[element]]
        root.dict["K"] = PDFArray([whole_reference])
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root.dict["ParentTreeNextKey"] = following + 1
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        entries = [f"/Type /StructElem /S /{element.role.value} /P ".encode(), parent.format(self._document)]
        if element.alt:
            entries += [b" /Alt ", _bytes(PDFString(element.alt).format(self._document))]
        if element.scope is not Scope.NONE:
            entries.append(f" /A << /O /Table /Scope /{element.scope.value} >>".encode())
        elif element.box is not None:
            box = " ".join(str(round(edge, 2)) for edge in element.box)
            entries.append(f" /A << /O /Layout /BBox [ {box} ] >>".encode())
        reference: PDFObjectReference = self._document.Reference(_Node(entries))
        self._references[element] = reference
        marks = self._tree.marks.get(element, ())
        if len(marks) == 1 and not element.kids:
            (page, mark), *_others = marks
            entries += [b" /Pg ", self._pages[page].format(self._document), f" /K {mark}".encode()]
        else:
            kids = [self._element(kid, reference).format(self._document) for kid in element.kids]
            entries += [b" /K [ ", b" ".join([*self._content(element), *kids]), b" ]"]
        return reference

    def _content(self, element: Element) -> list[bytes]:
        found: list[bytes] = []
        for page, mark in self._tree.marks.get(element, ()):
            where = self._pages[page].format(self._document)
            found.append(b"<< /Type /MCR /Pg %s /MCID %d >>" % (where, mark))
        widget = self._tree.widgets.get(element)
        if widget is not None:
            shown, where = (
                self._document.Reference(part).format(self._document) for part in (widget, widget.dict["P"])
            )
            found.append(b"<< /Type /OBJR /Obj %s /Pg %s >>" % (shown, where))
        return found


def _bytes(written: str | bytes) -> bytes:
    return written.encode("latin-1") if isinstance(written, str) else written


class _Node(PDFObject):
    """An object written down as bytes: there are thousands, and reportlab takes long over each entry."""

    def __init__(self, entries: list[bytes]) -> None:
        self._entries = entries

    def format(self, _document: Written) -> bytes:
        """Return the object."""
        return b"<< %s >>" % b"".join(self._entries)


def _in_lists(elements: dict[Element, None]) -> list[Element]:
    """Return the elements, with points that follow each other gathered in a list."""
    found: list[Element] = []
    for element in elements:
        if element.role is not Role.POINT:
            found.append(element)
            continue
        if not found or found[-1].role is not Role.LIST:
            found.append(Element(Role.LIST))
        found[-1].kids.append(element)
    return found
