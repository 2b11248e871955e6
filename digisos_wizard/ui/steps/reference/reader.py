"""The reading pane: chapters, questions and changes as text with badges, notes and links that keys reach."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from html import escape
from itertools import pairwise

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QTextBrowser

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content, Document
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.search.entries import Entry
from digisos_wizard.model.search.marks import marked
from digisos_wizard.model.search.reading import Line, Link, Passage, Reading, Room, Target, Tone
from digisos_wizard.model.search.terms import Terms
from digisos_wizard.ui.widgets.look.dress import keeper, worn
from digisos_wizard.ui.widgets.look.terms import meaning


class Reader(QTextBrowser):
    """Shows one reading; following a link asks whoever shows it."""

    def __init__(self, content: Content, terms: Terms, on_follow: Callable[[Target | StepKey | Entry], object]) -> None:
        super().__init__()
        self._content = content
        self._terms = terms
        self._links: list[Target | StepKey | Entry] = []
        self._shown: tuple[Reading, AbstractSet[str]] | None = None
        self._on_follow = on_follow
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Teksten"))
        self.document().setDocumentMargin(16)
        self.anchorClicked.connect(self._follow)
        keeper().changed.connect(self._dress)

    def show_reading(self, reading: Reading, answers: AbstractSet[str] = frozenset()) -> None:
        """Show a reading from the passage that is meant, with the words looked for marked."""
        self._shown = (reading, answers)
        self._links = []
        self.ensurePolished()
        self.document().setDefaultStyleSheet(f"a {{ color: {worn().accent.text}; }}")
        parts = [_heading(1, escape(reading.title), self._px(1.4))]
        if reading.lead:
            parts.append(f'<p style="color:{worn().neutral.text}">{escape(reading.lead)}</p>')
        parts += [self._passage(passage, answers, reading.target.passage) for passage in reading.passages]
        if reading.links:
            parts.append(_heading(2, escape(_("Videre")), self._px(1.1)))
            parts.append("".join(f'<p style="margin:2px 0">{self._link(link)}</p>' for link in reading.links))
        self.setHtml("".join(parts))
        self._as_sized()
        if reading.target.passage:
            self.scrollToAnchor(reading.target.passage)
        else:
            self.verticalScrollBar().setValue(0)

    def _dress(self) -> None:
        if self._shown is not None:
            place = self.verticalScrollBar().value()
            self.show_reading(*self._shown)
            self.verticalScrollBar().setValue(place)

    def _as_sized(self) -> None:
        """Give headings the size that they ask for: Qt makes them larger on its own."""
        whole = QTextCursor(self.document())
        whole.beginEditBlock()  # one change: otherwise every heading would be laid out for itself
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                pieces = block.begin()
                while not pieces.atEnd():
                    fragment = pieces.fragment()
                    pieces += 1
                    format_ = fragment.charFormat()
                    format_.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(fragment.position())
                    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(format_)
            block = block.next()
        whole.endEditBlock()

    def _passage(self, passage: Passage, answers: AbstractSet[str], meant: str) -> str:
        parts = [f'<a name="{escape(passage.anchor)}"></a>']
        heading = self._marked(passage.heading, answers) if passage.heading else ""
        if heading:
            parts.append(_heading(2, heading, self._px(1.1)))
        parts += [self._line(line, answers, whole=passage.anchor == meant) for line in passage.lines]
        foot = [_badge(self._content.source_label(one)) for one in passage.sources if one.document is not Document.OWN]
        if passage.sources and not foot:
            ours = escape(_("Vårt råd. Ingen kilde sier noe."))
            foot = [f'<span style="color:{worn().neutral.text}">{ours}</span>']
        if passage.year:
            foot.append(_badge(_("Skrevet i {year}").format(year=passage.year)))
        foot += [self._link(link) for link in passage.links]
        style = f"margin-top:2px;margin-bottom:10px;font-size:{self._px(0.88)}px"
        parts.append(f'<p style="{style}">{" &nbsp; ".join(foot)}</p>')
        return "".join(parts)

    def _px(self, times: float) -> int:
        return max(9, round(self.fontInfo().pixelSize() * times))

    def _line(self, line: Line, answers: AbstractSet[str], *, whole: bool) -> str:
        theme = worn()
        ground, ink = {
            Tone.PLAIN: (theme.page, theme.neutral.dark),
            Tone.EARLIER: (theme.warning.soft, theme.warning.dark),
            Tone.TODAY: (theme.success.soft, theme.success.dark),
        }[line.tone]
        if whole and line.tone is Tone.PLAIN and answers:
            ground = theme.accent.soft
        text = self._marked(line.text, answers, with_terms=True)
        return f'<p style="margin:2px 0;background-color:{ground};color:{ink}">{text}</p>'

    def _marked(self, text: str, answers: AbstractSet[str], *, with_terms: bool = False) -> str:
        """Return a text with what was looked for marked, and terms as links to their meaning."""
        lit = marked(text, answers).places
        terms = self._terms.find(text) if with_terms else ()
        spans = (*lit, *((mark.start, mark.end) for mark in terms))
        cuts = sorted({0, len(text), *(edge for span in spans for edge in span)})
        parts = []
        for start, end in pairwise(cuts):
            piece = escape(text[start:end])
            if any(place[0] <= start < place[1] for place in lit):
                piece = f'<span style="background-color:{worn().warning.moderate}">{piece}</span>'
            term = next((mark.term for mark in terms if mark.start <= start < mark.end), None)
            if term is not None:
                tip = escape(meaning(self._content, term))
                style = f"color:{worn().accent.text};text-decoration:none"
                there = self._known(Target(Room.GLOSSARY, term.id))
                piece = f'<a href="{there}" title="{tip}" style="{style}">{piece}</a>'
            parts.append(piece)
        return "".join(parts)

    def _link(self, link: Link) -> str:
        return f'<a href="{self._known(link.target)}">{escape(link.words)}</a>'

    def _known(self, target: Target | StepKey | Entry) -> str:
        self._links.append(target)
        return f"link:{len(self._links) - 1}"

    def _follow(self, url: QUrl) -> None:
        self._on_follow(self._links[int(url.path())])


def _heading(level: int, words: str, size: int) -> str:
    style = f"font-size:{size}px;font-weight:600"
    return f'<h{level} style="margin-top:12px;margin-bottom:2px"><span style="{style}">{words}</span></h{level}>'


def _badge(words: str) -> str:
    style = f"background-color:{worn().info.moderate};color:{worn().info.text}"
    return f'<span style="{style}">&nbsp;{escape(words).replace(" ", "&nbsp;")}&nbsp;</span>'
