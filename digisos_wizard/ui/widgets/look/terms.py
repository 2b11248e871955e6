"""Terms explained where they stand: dots under the word, its meaning under the pointer and for screen readers."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content, Document, Glossary
from digisos_wizard.model.search.terms import Mark, Terms
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.theme import Look

EXPLAINED = frozenset({None, "", Look.LABEL, Look.HELP, Look.LEAD, Look.HEADING, Look.SUBHEADING})
"""Looks of labels whose terms are marked; badges, figures and messages are left alone."""
BELOW = 2.0
"""Pixels between the letters' foot and the dots."""


class TermScope(QWidget):
    """A part of the window in which terms are explained."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.content = content
        self.terms = Terms(content)


def meaning(content: Content, term: Glossary) -> str:
    """Return what a term means, and who says so."""
    badges = [content.source_label(one) for one in term.sources if one.document is not Document.OWN]
    source = _(" Kilde: {names}.").format(names=", ".join(badges)) if badges else ""
    return f"{term.term}: {term.meaning}{source}"


def explained(content: Content, found: Sequence[Glossary]) -> str:
    """Return the meanings of terms as rich text, for a tip that may be long."""
    parts = []
    for term in found:
        head, _colon, rest = meaning(content, term).partition(": ")
        parts.append(f"<p><b>{escape(head)}</b><br/>{escape(rest)}</p>")
    return "".join(parts)


class TermLabel(QLabel):
    """A label of plain text that marks the terms in it, each the first time it comes."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._scope: TermScope | None = None
        self._laid: tuple[object, tuple[tuple[Mark, tuple[QRectF, ...]], ...]] = (None, ())
        self._described = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The terms marked in the text now."""
        if self._scope is None or self.property("look") not in EXPLAINED:
            return ()
        return self._scope.terms.find(self.text())

    def setText(self, text: str) -> None:
        """Change the text and what is said of its terms."""
        super().setText(text)
        self._describe()

    def showEvent(self, event: QShowEvent) -> None:
        """Find out where the label stands: only within the open plan are terms explained."""
        super().showEvent(event)
        if self._scope is None:
            parent = self.parentWidget()
            while parent is not None and not isinstance(parent, TermScope):
                parent = parent.parentWidget()
            self._scope = parent
            self._describe()

    def _describe(self) -> None:
        if self._scope is None or not (self._described or self.marks):
            return
        content = self._scope.content
        self.setAccessibleDescription(" ".join(meaning(content, mark.term) for mark in self.marks))
        self._described = True

    def event(self, event: QEvent) -> bool:
        """Show the meaning of the term under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._scope is not None:
            found = self.mark_at(event.pos())
            if found is not None:
                QToolTip.showText(event.globalPos(), explained(self._scope.content, [found.term]), self)
                return True
        return super().event(event)

    def mark_at(self, point: QPoint) -> Mark | None:
        """Return the term at a point of the label."""
        here = QPointF(point)
        return next((mark for mark, places in self._places() if any(place.contains(here) for place in places)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and dots under its terms."""
        super().paintEvent(event)
        if not self.marks:
            return
        painter = QPainter(self)
        pen = QPen(QColor(worn().info.strong), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for _mark, places in self._places():
            for place in places:
                painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _places(self) -> tuple[tuple[Mark, tuple[QRectF, ...]], ...]:
        """Return where each term stands, laid out as the label lays its text out."""
        marks = self.marks
        key = (self.text(), self.width(), self.height(), self.font().key())
        if marks and self._laid[0] != key:
            self._laid = (key, self._lay_out(marks))
        return self._laid[1] if marks else ()

    def _lay_out(self, marks: Sequence[Mark]) -> tuple[tuple[Mark, tuple[QRectF, ...]], ...]:
        area = QRectF(self.contentsRect())
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        wrap = QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.NoWrap
        option.setWrapMode(wrap)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        top = area.top() + (
            max(0.0, (area.height() - height) / 2) if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        )
        return tuple((mark, _rectangles(layout, mark, QPointF(area.left(), top))) for mark in marks)


def _rectangles(layout: QTextLayout, mark: Mark, origin: QPointF) -> tuple[QRectF, ...]:
    """Return the rectangle of a term on each line that it stands on, down to its dots."""
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(mark.start, line.textStart())
        end = min(mark.end, line.textStart() + line.textLength())
        if start < end:
            left, right = _across(line, start), _across(line, end)
            foot = line.y() + line.ascent() + BELOW
            found.append(QRectF(origin.x() + left, origin.y() + line.y(), right - left, foot - line.y()))
    return tuple(found)


def _across(line: object, position: int) -> float:
    """Return how far into a line a letter stands; Qt gives the letter it settled on as well."""
    across = line.cursorToX(position)  # type: ignore[attr-defined] # PySide names the type of a line only at run time
    return float(across[0] if isinstance(across, tuple) else across)
