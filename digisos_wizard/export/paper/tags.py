"""Tags: what every part of a printed page is, so that a screen reader reads headings, tables and pictures as such."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from typing import Protocol, runtime_checkable

from reportlab.pdfgen.canvas import Canvas


class Role(StrEnum):
    """The standard structure types of PDF that the documents use."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    TEXT = "P"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    LIST = "L"
    POINT = "LI"
    POINT_BODY = "LBody"
    FIGURE = "Figure"
    FORM = "Form"


class Scope(StrEnum):
    """Which cells a head cell speaks for."""

    NONE = ""
    COLUMN = "Column"
    ROW = "Row"


class Element:
    """A node of the structure: a role, where it belongs, and what is read instead of a picture.

    `repeats` marks what is drawn anew on every page that its table goes on to: it is read once.
    """

    def __init__(
        self, role: Role, parent: "Element | None" = None, *, alt: str = "", scope: Scope = Scope.NONE
    ) -> None:
        self.role = role
        self.parent = parent
        self.kids: list[Element] = []
        self.alt = alt
        self.scope = scope
        self.box: tuple[float, float, float, float] | None = None
        self.repeats = False
        if parent is not None:
            parent.kids.append(self)

    def adopt(self, child: "Element") -> None:
        """Put an element that stands nowhere yet last below this one; one that has its place stays there."""
        if child.parent is None:
            child.parent = self
            self.kids.append(child)

    def top(self) -> "Element":
        """Return the outermost element that this one is part of."""
        here = self
        while here.parent is not None:
            here = here.parent
        return here


@runtime_checkable
class Tagged(Protocol):
    """A block that says what it is; several blocks may be parts of one element."""

    element: Element | None


@runtime_checkable
class TagReader(Protocol):
    """A canvas that takes tags; others are drawn on without."""

    def begin_tag(self, element: Element) -> bool:
        """Begin the content of an element; tells whether `end_tag` is to follow."""

    def begin_artifact(self) -> bool:
        """Begin what is to be seen and not read; tells whether `end_tag` is to follow."""

    def end_tag(self) -> None:
        """End what was begun last."""


@contextmanager
def content_of(canvas: Canvas, element: Element | None) -> Iterator[None]:
    """Let what is drawn be the content of an element; without one it is to be seen only."""
    begun = False
    if isinstance(canvas, TagReader):
        begun = canvas.begin_tag(element) if element is not None else canvas.begin_artifact()
    try:
        yield
    finally:
        if begun and isinstance(canvas, TagReader):
            canvas.end_tag()


def artifact(canvas: Canvas) -> AbstractContextManager[None]:
    """Let what is drawn be seen only: lines, grounds, headers and footers."""
    return content_of(canvas, None)


def elements_of(blocks: Sequence[object]) -> Iterator[Element]:
    """Yield the elements of blocks that have one."""
    for block in blocks:
        if isinstance(block, Tagged) and block.element is not None:
            yield block.element
