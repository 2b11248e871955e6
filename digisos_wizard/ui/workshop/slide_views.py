"""What the leader sees while slides are shown: the notes, the slide and the next one, the time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Document
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.stage.showing import Showing
from digisos_wizard.ui.widgets.look.basics import Card, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

from .presenter import Presenter
from .tabs import scrolling
from .views import FoldedView, Preview, View

NOW, NEXT = (432, 243), (272, 153)
SPOKEN = 1.4
"""How large notes are that are spoken from, beside ordinary text."""


class NotesPart(QWidget):
    """What is to be said to the slide, and where it is from."""

    def __init__(self, presenter: Presenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self.text = label("", look)
        self.sources = label("", Look.SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.text)
        layout.addWidget(self.sources)
        layout.addStretch(1)

    def show_plan(self, figures: Figures) -> None:
        """Show the notes of the slide."""
        presenter = self._presenter
        set_text(self.text, presenter.notes() or _("Ingen notater til dette lysbildet."))
        sources = presenter.slides[presenter.number].slide.sources
        words = "; ".join(figures.content.source_label(one) for one in sources if one.document is not Document.OWN)
        set_text(self.sources, _("Kilde: {words}").format(words=words) if words else "")
        self.sources.setVisible(bool(words))


def next_words(presenter: Presenter, following: Showing | None) -> str:
    """Return what comes after the slide, in words."""
    if following is not None:
        return _("Neste: {title}").format(title=following.text)
    return _("Neste: spørsmålene til møtet") if presenter.after else _("Dette er det siste lysbildet.")


class SlideStrip(FoldedView):
    """With one screen alone: notes below the slide, folded away until they are asked for, as the room sees them too."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.bar.undo.hide()
        self.notes = NotesPart(presenter, Look.LEAD)
        self.following = label("", Look.HELP)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self.notes), 1)
        layout.addWidget(self.following)
        self.lay_out(inside)
        self.toggle()

    def show_plan(self, figures: Figures) -> None:
        """Show the notes."""
        self.bar.show_now()
        self.notes.show_plan(figures)
        set_text(self.following, next_words(self._presenter, self._presenter.showing(figures, 1)))


class SlideSpeakerView(View):
    """With a screen of the leader's own: the slide, the next one, and the notes, large enough to speak from."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.bar.undo.hide()
        self.now, self.next = Preview(NOW), Preview(NEXT)
        self.following = label("", Look.HELP)
        self.notes = NotesPart(presenter, Look.LEAD)
        size = round(QApplication.font().pixelSize() * SPOKEN)
        self.notes.text.setStyleSheet(f"font-size: {size}px")
        seen = column(10)
        seen.addWidget(self.now)
        seen.addSpacing(6)
        seen.addWidget(self.following)
        seen.addWidget(self.next)
        seen.addStretch(1)
        self.following.setMaximumWidth(NOW[0])
        told = Card()
        told.add(label(_("Notater"), Look.HEADING))
        told.body.addWidget(scrolling(self.notes), 1)
        body = row(seen, told, spacing=20)
        body.setStretch(1, 1)
        body.setContentsMargins(20, 16, 20, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self.bar)
        layout.setAlignment(self.bar, Qt.AlignmentFlag.AlignBottom)

    def show_plan(self, figures: Figures) -> None:
        """Show slide, notes and what comes next."""
        presenter = self._presenter
        slide, following = presenter.showing(figures), presenter.showing(figures, 1)
        if slide is not None:
            self.now.canvas.show_now(slide, blank=presenter.blank)
        if following is not None:
            self.next.canvas.show_now(following)
        self.next.setVisible(following is not None)
        set_text(self.following, next_words(presenter, following))
        self.notes.show_plan(figures)
        self.bar.show_now()
