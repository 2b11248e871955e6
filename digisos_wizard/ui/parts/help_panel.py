"""The help panel: what the handbook says at this step, with source badges, and questions often asked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Asked, Chapter, Content, Document, Source, StepHelp
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.search.reading import Room, Target
from digisos_wizard.model.search.shelf import Shelf
from digisos_wizard.ui.theme import Look

from .basics import clear, label, short_label
from .links import Link

ONE_LINE = 244
"""Width in pixels of a source badge that fits on one line of the panel."""


class HelpPanel(QScrollArea):
    """Paragraphs and questions of one step; rebuilt only when the step changes."""

    def __init__(self, content: Content, goto: Callable[[StepKey, Address], object]) -> None:
        super().__init__()
        self._content = content
        self._shelf = Shelf(content)
        self._goto = goto
        self._step: StepHelp | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Hjelp til steget"))
        holder = QWidget()
        holder.setObjectName("helppanel")
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(20, 24, 20, 24)
        self._layout.setSpacing(8)
        self.setWidget(holder)

    def show_step(self, step: StepHelp) -> None:
        """Show the help of a step."""
        if step is self._step:
            return
        self._step = step
        clear(self._layout)
        self._layout.addWidget(label(_("Dette sier håndboka"), Look.HEADING))
        self._layout.addWidget(label(step.lead))
        for paragraph in step.paragraphs:
            self._layout.addWidget(label(paragraph.text))
            if paragraph.superseded:
                self._layout.addWidget(
                    label(_("Gjaldt tidligere: {text}").format(text=paragraph.superseded), Look.SMALL)
                )
            for badge in self._badges(paragraph.sources):
                self._layout.addWidget(badge)
        key = StepKey(step.id)
        for chapter in self._shelf.about(key):
            self._add_chapter(chapter)
        asked = self._shelf.asked_at(key)
        if step.questions or asked:
            self._layout.addSpacing(12)
            self._layout.addWidget(label(_("Ofte spurt"), Look.HEADING))
        for question in step.questions:
            self._add_folded(question.question, [label(question.answer, Look.HELP)])
        for one in asked:
            self._add_asked(one)
        self._layout.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_chapter(self, chapter: Chapter) -> None:
        """Add a chapter of the handbook, folded, with the way to the whole of it."""
        inside: list[QWidget] = []
        for paragraph in chapter.paragraphs:
            if paragraph.heading:
                inside.append(label(paragraph.heading, Look.LABEL))
            inside.append(label(paragraph.text))
            for earlier in paragraph.earlier:
                words = _("Gjaldt tidligere ({year}): {text}") if earlier.year else _("Gjaldt tidligere: {text}")
                inside.append(label(words.format(year=earlier.year, text=earlier.text), Look.SMALL))
            inside += self._badges(paragraph.sources)
        target = Target(Room.CHAPTER, chapter.id).written()
        inside.append(Link(partial(self._goto, StepKey.REFERENCE, target), _("Les mer i oppslag")))
        self._add_folded(_("Kapittelet «{title}»").format(title=chapter.title), inside)

    def _add_asked(self, asked: Asked) -> None:
        inside: list[QWidget] = [label(asked.answer, Look.HELP)]
        if asked.today:
            inside.append(label(_("Gjelder i dag: {text}").format(text=asked.today), Look.HELP))
        inside += self._badges(asked.sources)
        target = Target(Room.QUESTIONS, asked.group.value, asked.id).written()
        inside.append(Link(partial(self._goto, StepKey.REFERENCE, target), _("Les mer i oppslag")))
        self._add_folded(asked.question, inside)

    def _add_folded(self, title: str, inside: Sequence[QWidget]) -> None:
        """Add a title that shows and hides what stands below it."""
        self._layout.addWidget(Link(partial(_unfold, inside), title))
        for part in inside:
            part.hide()
            self._layout.addWidget(part)

    def _badges(self, sources: tuple[Source, ...]) -> list[QWidget]:
        found: list[QWidget] = []
        for source in sources:
            if source.document is not Document.OWN:
                words = self._content.source_label(source)
                # A wrapping badge as narrow as its text would be promised one line and take two.
                badge = short_label(words, Look.BADGE)
                badge.ensurePolished()
                if badge.sizeHint().width() > ONE_LINE:
                    badge = label(words, Look.BADGE)
                badge.setToolTip(self._content.source_help(source))
                found.append(badge)
        return found


def _unfold(inside: Sequence[QWidget]) -> None:
    hidden = all(part.isHidden() for part in inside)
    for part in inside:
        part.setVisible(hidden)
