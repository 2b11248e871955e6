"""What all leaders see, whatever they lead through: the bar to lead with, a strip that folds, and small pictures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.stage.canvas import Canvas
from digisos_wizard.ui.stage.keys import Command
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_property, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .led import Led

STRIP_HEIGHT = 236


class LeadBar(QFrame):
    """Place, time, and the buttons to lead with; says what was refused."""

    asked = Signal(object)
    undone = Signal()

    def __init__(self, led: Led) -> None:
        super().__init__()
        self.led = led
        self.setObjectName("leadbar")
        self.place = short_label("", Look.LABEL)
        self.time = short_label("", Look.SUBHEADING)
        self.note = label("", Look.ERROR)
        self.pause = self._button(_("Pause"), Command.PAUSE)
        self.back = self._button(_("Forrige"), Command.BACK)
        self.forward = self._button(_("Neste"), Command.NEXT, Look.PRIMARY)
        self.blank = self._button(_("Svart skjerm"), Command.BLANK)
        self.notes = self._button(_("Skjul notatene"), Command.NOTES)
        self.end = self._button(_("Avslutt"), Command.END)
        self.undo = button(_("Angre"), Look.QUIET, self.undone.emit)
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = row(
            self.place, self.time, self.pause, self.note, self.undo, self.notes, self.blank, self.back, self.forward,
            self.end, spacing=6,
        )  # fmt: skip
        layout.setContentsMargins(16, 6, 16, 6)
        self.setLayout(layout)
        self.notes.hide()

    def _button(self, words: str, command: Command, look: Look = Look.QUIET) -> QPushButton:
        made = button(words, look, lambda: self.asked.emit(command))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where somebody writes
        return made

    def show_now(self) -> None:
        """Show place and time; words say when it is over, blank or paused."""
        led = self.led
        set_text(self.place, led.place_words())
        set_text(self.time, led.time_words())
        set_property(self.time, "look", (Look.ERROR if led.time.over else Look.SUBHEADING).value)
        set_text(self.pause, _("Gå videre") if led.paused else _("Pause"))
        set_text(self.blank, _("Vis skjermen") if led.blank else _("Svart skjerm"))
        self.back.setEnabled(led.number > 0 or led.before)
        self.forward.setEnabled(led.number < led.last or led.after)
        undo = led.session.undo_label
        self.undo.setEnabled(undo is not None)
        self.undo.setToolTip(undo or "")

    def say(self, words: str) -> None:
        """Say what was refused, until something is taken."""
        set_text(self.note, words)


class View(QWidget):
    """What the leader has before them; `bar` leads on."""

    def __init__(self, led: Led) -> None:
        super().__init__()
        self.bar = LeadBar(led)

    def show_plan(self, figures: Figures) -> None:
        """Show where we are, and the plan."""
        raise NotImplementedError

    def toggle(self) -> None:
        """Fold what can be folded, or open it."""


class FoldedView(View):
    """A strip below the room's canvas, which can be folded to its bar."""

    def __init__(self, led: Led) -> None:
        super().__init__(led)
        self.bar.notes.show()
        self.fold = QWidget()
        self.fold.setFixedHeight(STRIP_HEIGHT)

    def lay_out(self, part: QWidget) -> None:
        """Lay the bar over what can be folded away."""
        folded = QVBoxLayout(self.fold)
        folded.setContentsMargins(16, 8, 16, 4)
        folded.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.fold)

    def toggle(self) -> None:
        """Fold the strip to its bar, or open it."""
        self.fold.setVisible(self.fold.isHidden())
        set_text(self.bar.notes, _("Vis notatene") if self.fold.isHidden() else _("Skjul notatene"))


class Preview(QFrame):
    """A small picture of what the room sees, in a frame."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self.canvas = Canvas()
        self.canvas.setFixedSize(*size)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("preview")
        framed = row(self.canvas)
        framed.setContentsMargins(1, 1, 1, 1)
        self.setLayout(framed)
        self.setFixedSize(size[0] + 4, size[1] + 4)
