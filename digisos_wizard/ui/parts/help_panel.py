"""The help panel: what the handbook says at this step, with source badges, and questions often asked."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content, Document, Source, StepHelp
from digisos_wizard.ui.theme import Look

from .basics import clear, label, short_label
from .links import Link

ONE_LINE = 244
"""Width in pixels of a source badge that fits on one line of the panel."""


class HelpPanel(QScrollArea):
    """Paragraphs and questions of one step; rebuilt only when the step changes."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self._content = content
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
            self._add_badges(paragraph.sources)
        if step.questions:
            self._layout.addSpacing(12)
            self._layout.addWidget(label(_("Ofte spurt"), Look.HEADING))
        for question in step.questions:
            answer = label(question.answer, Look.HELP)
            answer.hide()
            self._layout.addWidget(Link(partial(_unfold, answer), question.question))
            self._layout.addWidget(answer)
        self._layout.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_badges(self, sources: tuple[Source, ...]) -> None:
        for source in sources:
            if source.document is not Document.OWN:
                words = self._content.source_label(source)
                # A wrapping badge as narrow as its text would be promised one line and take two.
                badge = short_label(words, Look.BADGE)
                badge.ensurePolished()
                if badge.sizeHint().width() > ONE_LINE:
                    badge = label(words, Look.BADGE)
                badge.setToolTip(self._content.source_help(source))
                self._layout.addWidget(badge)


def _unfold(answer: QLabel) -> None:
    answer.setVisible(answer.isHidden())
