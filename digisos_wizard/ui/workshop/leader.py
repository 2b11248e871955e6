"""The leader's part of the screen: the bar to lead with, and everything that can be written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.parts.basics import Card, button, label, row, set_property, set_text, short_label
from digisos_wizard.ui.stage.canvas import Canvas
from digisos_wizard.ui.stage.keys import Command
from digisos_wizard.ui.theme import BORDER, NEUTRAL, Look

from .answers import AnswerPanel, HelpPanel
from .conductor import Conductor
from .hands import HandsPanel
from .panels import ActionPanel, notes_panel, parked_panel
from .showings import showing
from .tabs import Tabs, scrolling

NOTES, DECISIONS, HANDS, PARKED = range(4)
STRIP_HEIGHT = 236
PREVIEW = (288, 162)


class LeadBar(QFrame):
    """Place, time, and the buttons to lead with; says what was refused."""

    asked = Signal(object)
    undone = Signal()

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self.conductor = conductor
        self.setObjectName("leadbar")
        self.setStyleSheet(f"QFrame#leadbar {{ background: {NEUTRAL.soft}; border-top: 1px solid {BORDER}; }}")
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
        conductor = self.conductor
        count = len(conductor.agenda)
        number = conductor.number + 1
        words = _("{number} av {count}").format(number=number, count=count) if conductor.question else _("Ferdig")
        set_text(self.place, words)
        time = conductor.time
        set_text(self.time, time.exact() if conductor.question is not None else "")
        set_property(self.time, "look", (Look.ERROR if time.over else Look.SUBHEADING).value)
        set_text(self.pause, _("Gå videre") if conductor.paused else _("Pause"))
        set_text(self.blank, _("Vis skjermen") if conductor.blank else _("Svart skjerm"))
        self.back.setEnabled(conductor.number > 0)
        self.forward.setEnabled(conductor.question is not None)
        undo = conductor.session.undo_label
        self.undo.setEnabled(undo is not None)
        self.undo.setToolTip(undo or "")

    def say(self, words: str) -> None:
        """Say what was refused, until something is taken."""
        set_text(self.note, words)


class Panels:
    """The panels that strip and speaker view lay out each in their way."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        self.conductor = conductor
        self.notes = notes_panel(desk, conductor)
        self.actions = ActionPanel(desk, conductor)
        self.hands = HandsPanel(conductor)
        self.parked = parked_panel(desk, conductor)
        self.answers = AnswerPanel(desk, conductor)
        self.help = HelpPanel(conductor)
        self.tabs: Tabs | None = None

    def written(self) -> list[tuple[str, QWidget]]:
        """Return the panels that are written in, with their titles."""
        return [
            (_("Notater"), self.notes),
            (_("Beslutninger"), self.actions),
            (_("Hender"), self.hands),
            (_("Parkert"), self.parked),
        ]

    def show_plan(self, figures: Figures) -> None:
        """Show the plan in all panels, and how much each holds."""
        for panel in (self.notes, self.actions, self.hands, self.parked, self.answers, self.help):
            panel.show_plan(figures)
        if self.tabs is not None:
            for number, panel in ((NOTES, self.notes), (DECISIONS, self.actions), (PARKED, self.parked)):
                self.tabs.count(number, sum(bool(entry.text.strip()) for entry in panel.entries(figures)))


class Strip(QWidget):
    """With one screen alone: a strip below the room's canvas, which can be folded to its bar."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        super().__init__()
        self.panels = Panels(desk, conductor)
        for panel in (self.panels.notes, self.panels.actions, self.panels.parked):
            panel.lie_down()
        together = QWidget()
        inside = QVBoxLayout(together)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.panels.help)
        inside.addWidget(self.panels.answers)
        self.tabs = Tabs([*self.panels.written(), (_("Svar i planen"), together)])
        self.panels.tabs = self.tabs
        self.bar = LeadBar(conductor)
        self.bar.notes.show()
        self.fold = QWidget()
        folded = QVBoxLayout(self.fold)
        folded.setContentsMargins(16, 8, 16, 4)
        folded.addWidget(self.tabs)
        self.fold.setFixedHeight(STRIP_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.fold)

    def toggle(self) -> None:
        """Fold the strip to its bar, or open it."""
        self.fold.setVisible(self.fold.isHidden())
        set_text(self.bar.notes, _("Vis notatene") if self.fold.isHidden() else _("Skjul notatene"))

    def show_plan(self, figures: Figures) -> None:
        """Show the plan."""
        self.bar.show_now()
        self.panels.show_plan(figures)


class SpeakerView(QWidget):
    """With a screen of the leader's own: the question with its help, what comes next, the fields, and the panels."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        super().__init__()
        self.conductor = conductor
        self.panels = Panels(desk, conductor)
        self.bar = LeadBar(conductor)
        self.question = label("", Look.FIGURE)
        self.preview = Canvas()
        self.preview.setFixedSize(*PREVIEW)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame = QFrame()
        self.frame.setObjectName("preview")
        self.frame.setStyleSheet(f"QFrame#preview {{ border: 1px solid {BORDER}; }}")
        framed = row(self.preview)
        framed.setContentsMargins(1, 1, 1, 1)
        self.frame.setLayout(framed)
        self.frame.setFixedSize(PREVIEW[0] + 4, PREVIEW[1] + 4)
        self.following = label("", Look.HELP)
        self.heading = label(_("Svar i planen"), Look.HEADING)
        self.tabs = Tabs(self.panels.written())
        self.panels.tabs = self.tabs
        self._lay_out()

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.question)
        told.addWidget(self.panels.help)
        told.addStretch(1)
        told.addWidget(self.following)
        top = row(self.frame, told, spacing=20)
        top.setStretch(1, 1)
        answers = Card()
        answers.body.setContentsMargins(16, 12, 16, 12)
        answers.add(self.heading)
        answers.body.addWidget(scrolling(self.panels.answers), 1)
        writing = Card()
        writing.body.setContentsMargins(16, 12, 16, 12)
        writing.body.addWidget(self.tabs, 1)
        below = row(answers, writing, spacing=16)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(16)
        body.addLayout(top)
        body.addLayout(below, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self.bar)

    def show_plan(self, figures: Figures) -> None:
        """Show the question and the plan."""
        question, following = self.conductor.question, self.conductor.following
        set_text(self.question, question.text if question is not None else _("Alle spørsmålene er stilt"))
        words = _("Neste: {question}").format(question=following.text) if following is not None else ""
        if question is not None and following is None:
            words = _("Dette er det siste spørsmålet.")
        set_text(self.following, words)
        self.preview.show_now(showing(self.conductor, figures), blank=self.conductor.blank)
        self.bar.show_now()
        self.panels.show_plan(figures)
