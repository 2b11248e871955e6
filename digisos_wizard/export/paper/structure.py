"""The structure tree of a document, written from what the tags came to."""

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from digisos_wizard.export.paper.extras import Written
from digisos_wizard.export.paper.tags import Element, Role, Scope

if TYPE_CHECKING:
    from digisos_wizard.export.paper.canvas import Tree


def write(document: Written, tree: "Tree") -> None:
    """Give the document its structure: elements with their content, and the way back from content to element."""
    _Writer(document, tree).write()


class _Writer:
    def __init__(self, document: Written, tree: "Tree") -> None:
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
        entries: dict[str, object] = {"Type": PDFName("StructElem"), "S": PDFName(element.role.value), "P": parent}
        if element.alt:
            entries["Alt"] = PDFString(element.alt)
        if element.scope is not Scope.NONE:
            scope = {"O": PDFName("Table"), "Scope": PDFName(element.scope.value)}
            entries["A"] = PDFDictionary(scope)
        elif element.box is not None:
            box = {"O": PDFName("Layout"), "BBox": PDFArray([round(edge, 2) for edge in element.box])}
            entries["A"] = PDFDictionary(box)
        made = PDFDictionary(entries)
        reference: PDFObjectReference = self._document.Reference(made)
        self._references[element] = reference
        marks = self._tree.marks.get(element, ())
        if len(marks) == 1 and not element.kids:
            (page, mark), *_others = marks
            made.dict |= {"Pg": self._pages[page], "K": mark}
        else:
            kids = [self._element(kid, reference) for kid in element.kids]
            made.dict["K"] = PDFArray([*self._content(element), *kids])
        return reference

    def _content(self, element: Element) -> list[object]:
        found: list[object] = []
        for page, mark in self._tree.marks.get(element, ()):
            where = {"Type": PDFName("MCR"), "Pg": self._pages[page], "MCID": mark}
            found.append(PDFDictionary(where))
        widget = self._tree.widgets.get(element)
        if widget is not None:
            entry = {"Type": PDFName("OBJR"), "Obj": self._document.Reference(widget), "Pg": widget.dict["P"]}
            found.append(PDFDictionary(entry))
        return found


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
