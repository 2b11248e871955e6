"""The help panel: what the handbook says at this step, with source badges, and questions often asked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content, Document, Question, Source, StepHelp
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.search.reading import Room, Target, Tone
from digisos_wizard.model.search.shelf import Shelf
from digisos_wizard.ui.widgets.look.basics import clear, label, short_label
from digisos_wizard.ui.widgets.look.folded import Folded
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look

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
        chapters = self._shelf.about(key)
        if chapters:
            self._layout.addSpacing(12)
            self._layout.addWidget(label(_("Mer fra håndboka"), Look.HEADING))
        for chapter in chapters:
            self._layout.addWidget(Folded(chapter.title, partial(self._read, Target(Room.CHAPTER, chapter.id))))
        asked = self._shelf.asked_at(key)
        if step.questions or asked:
            self._layout.addSpacing(12)
            self._layout.addWidget(label(_("Ofte spurt"), Look.HEADING))
        for question in step.questions:
            self._layout.addWidget(Folded(question.question, partial(self._answer, question)))
        for one in asked:
            target = Target(Room.QUESTIONS, one.group.value, one.id)
            self._layout.addWidget(Folded(one.question, partial(self._read, target)))
        self._layout.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _answer(self, question: Question) -> list[QWidget]:
        return [label(question.answer, Look.HELP), *self._badges(question.sources)]

    def _read(self, target: Target) -> list[QWidget]:
        """Return what a reading says, all of it or the passage that is meant, and the way to the whole."""
        reading = self._shelf.read(target)
        passages = reading.passages if reading is not None else ()
        found: list[QWidget] = []
        for passage in passages:
            if target.passage in ("", passage.anchor):
                if passage.heading and not target.passage:
                    found.append(label(passage.heading, Look.LABEL))
                found += [label(line.text, Look.SMALL if line.tone is Tone.EARLIER else None) for line in passage.lines]
                found += self._badges(passage.sources)
        found.append(Link(partial(self._goto, StepKey.REFERENCE, target.written()), _("Les mer i oppslag")))
        return found

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
