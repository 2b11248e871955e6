"""The leader's part of the screen while questions are asked: everything that can be written."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import Card, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

from .answers import AnswerPanel, HelpPanel
from .conductor import Conductor
from .hands import HandsPanel
from .panels import ActionPanel, notes_panel, parked_panel
from .showings import showing
from .tabs import Tabs, scrolling
from .views import FoldedView, Preview, View

NOTES, DECISIONS, HANDS, PARKED = range(4)
PREVIEW = (288, 162)


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


class Strip(FoldedView):
    """With one screen alone: a strip below the room's canvas, which can be folded to its bar."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        super().__init__(conductor)
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
        self.lay_out(self.tabs)

    def show_plan(self, figures: Figures) -> None:
        """Show the plan."""
        self.bar.show_now()
        self.panels.show_plan(figures)


class SpeakerView(View):
    """With a screen of the leader's own: the question with its help, what comes next, the fields, and the panels."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        super().__init__(conductor)
        self.conductor = conductor
        self.panels = Panels(desk, conductor)
        self.question = label("", Look.FIGURE)
        self.preview = Preview(PREVIEW)
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
        top = row(self.preview, told, spacing=20)
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
        self.preview.canvas.show_now(showing(self.conductor, figures), blank=self.conductor.blank)
        self.bar.show_now()
        self.panels.show_plan(figures)
