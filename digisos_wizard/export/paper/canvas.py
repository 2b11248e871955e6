"""The canvas that all printed documents are drawn on: tags, the number of pages, and what the pages say."""

from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper import extras, structure
from digisos_wizard.export.paper.tags import Element, Role

TOTAL = "total-pages"
TOTAL_MARK = "\ue000"
"""Stands for the number of pages in what the pages say, until it is known."""


class _Text(PDFTextObject):
    """Text that the canvas gets to know of as it is set."""

    _canvas: object

    def _formatText(self, text: str) -> str:  # noqa: N802 - reportlab's name
        if isinstance(self._canvas, TaggedCanvas):
            self._canvas.heard(str(text))
        return str(super()._formatText(text))  # type: ignore[misc] # reportlab's own, not in its types


class TaggedCanvas(Canvas):
    """A canvas that keeps a structure tree, and fills in how many pages there are when the last one has been laid."""

    # reportlab's own, of which its types tell nothing.
    _code: list[str]
    _doc: extras.Written
    _annotationrefs: list[object]

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as they came
        super().__init__(*arguments, **named)
        self.tree = structure.Tree()
        self.furnishing = extras.Furnishing()
        self.said: list[list[str]] = []
        self._open = 0
        self._here: list[Element] = []
        self._words: list[str] = []

    def beginText(  # noqa: N802 - reportlab's name
        self, x: float = 0, y: float = 0, direction: Literal["LTR", "RTL"] | None = None
    ) -> PDFTextObject:
        """Return a text that is heard when it is set."""
        return _Text(self, x, y, direction=direction)

    def heard(self, text: str) -> None:
        """Remember what the page says, in the order in which it is drawn."""
        self._words.append(text)

    # ---------------------------------------------------------------------------------------------------------- tags

    def begin_tag(self, element: Element) -> bool:
        """Begin the content of an element, unless something is open already."""
        if self._open:
            return False
        if element.repeats and element in self.tree.marks and self.tree.marks[element][0][0] != len(self.tree.pages):
            return self.begin_artifact()
        mark = len(self._here)
        self._here.append(element)
        self.tree.top.setdefault(element.top())
        self.tree.marks.setdefault(element, []).append((len(self.tree.pages), mark))
        self._code.append(f"/{element.role.value} <</MCID {mark}>> BDC")
        self._open += 1
        return True

    def begin_artifact(self) -> bool:
        """Begin what is seen only, unless something is open already."""
        if self._open:
            return False
        self._code.append("/Artifact BMC")
        self._open += 1
        return True

    def end_tag(self) -> None:
        """End what is open."""
        self._code.append("EMC")
        self._open -= 1

    def signature_field(self, name: str, words: str, box: tuple[float, float, float, float]) -> None:
        """Put an empty field for a digital signature on the page; `words` is read for it."""
        widget = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "FT": pdfdoc.PDFName("Sig"),
                "T": pdfdoc.PDFString(name),
                "TU": pdfdoc.PDFString(words),
                "Contents": pdfdoc.PDFString(words),
                "F": 4,
                "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in box]),
                "P": self._doc.thisPageRef(),
            }
        )
        self._annotationrefs.append(self._doc.Reference(widget))
        self.furnishing.fields.append(widget)
        element = Element(Role.FORM, alt=words)
        self.tree.top.setdefault(element)
        self.tree.widgets[element] = widget

    # --------------------------------------------------------------------------------------------------------- pages

    def _setAnnotations(self, page: pdfdoc.PDFObject) -> None:  # noqa: N802 - reportlab's name
        """Give the page that is being closed its place in the structure; forms have none."""
        super()._setAnnotations(page)  # type: ignore[misc] # reportlab's own, not in its types
        if not isinstance(page, pdfdoc.PDFPage):
            return
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        entries: Any = page
        entries.StructParents = len(self.tree.pages)
        entries.Tabs = pdfdoc.PDFName("S")
        self.tree.pages.append(page)
        self.tree.parents.append(self._here)
        self.said.append(self._words)
        self._here, self._words = [], []

    def draw_total(self) -> None:
        """Draw the number of pages, which is known at the end."""
        self.heard(TOTAL_MARK)
        self.doForm(TOTAL)

    def save(self) -> None:
        """Write the document."""
        if len(self._code):
            self.showPage()
        total = str(len(self.tree.pages))
        self.beginForm(TOTAL, 0, -4, 40, 12)
        self.setFont(REGULAR, 8.5)
        self.setFillColor(HexColor(palette.MUTED))
        self.drawString(0, 0, total)
        self.endForm()
        pages = tuple("\n".join(words).replace(TOTAL_MARK, total) for words in self.said)
        extras.furnish(self._doc, self.furnishing, pages)
        structure.write(self._doc, self.tree)
        super().save()
