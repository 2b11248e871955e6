"""The start screen: what waits, the plans that were open lately, a new one, or an example to look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, clear, column, label, row, short_label
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be opened: a recent plan or an example, with words under it and when it was open last."""

    title: str
    detail: str
    open: Callable[[], object]
    last: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A button under an offer: its words, and what it does."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class RecoveryEntry:
    """Unsaved work: what it is, and the answers there are."""

    title: str
    text: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class StartActions:
    """What the start screen can ask for."""

    new: Callable[[], object]
    open: Callable[[], object]


class StartScreen(QScrollArea):
    """The first thing seen; all it offers works without a mouse."""

    def __init__(self, actions: StartActions) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("column")
        self._column = column(14, (90, 28, 90, 20))
        holder.setLayout(self._column)
        self.setWidget(holder)
        self.message = Box(ToneName.DANGER)
        self.message.hide()
        self._recoveries = QWidget()
        self._recoveries.setLayout(column(12))
        self.open_button = button(_("Åpne fra fil …"), Look.SECONDARY, actions.open)
        self.new_button = button(_("Ny plan"), Look.PRIMARY, actions.new)
        self.new_button.setIcon(as_icon(Icon.PLUS, QColor(worn().page)))
        self._none = label(
            _("Her kommer planene dine. Begynn på en ny, åpne en fil, eller se på et eksempel."), Look.LEAD
        )
        self._entries: dict[str, Entry] = {}
        self.recent = Grid(
            GridParts(
                _("Planene dine"),
                (Column(_("Plan"), 4, 200), Column(_("Sist åpnet"), 0, 130, numeric=True)),
                signs=False,
            )
        )
        self.recent.opened.connect(lambda key: self._entries[key].open())
        self._examples = QVBoxLayout()
        self._examples.setSpacing(4)
        self._build()

    def _build(self) -> None:
        self._column.addWidget(self.message)
        self._column.addWidget(self._recoveries)
        heading = label(_("Planene dine"), Look.PART_TITLE)
        self._column.addLayout(row(heading, None, self.open_button, self.new_button, spacing=8))
        self._column.addWidget(self._none)
        self._column.addWidget(self.recent)
        line = QFrame()
        line.setObjectName("apart")
        line.setFixedHeight(1)
        self._column.addWidget(line)
        self._column.addWidget(label(_("Bare se deg om"), Look.SUBHEADING))
        self._column.addLayout(self._examples)
        self._column.addWidget(label(_("Eksemplene åpnes som kopi. Ingenting går tapt."), Look.SMALL))
        self._column.addStretch(1)
        told = label(_("Alt du skriver, blir på denne maskinen og der du lagrer planen."), Look.SMALL)
        keys = short_label(_("Ctrl+N ny plan, Ctrl+O åpne, piltastene og Enter velger"), Look.SMALL)
        self._column.addLayout(row(told, keys))

    def show_lists(self, recent: Sequence[Entry], examples: Sequence[Entry]) -> None:
        """Show recent plans and examples."""
        self._entries = {f"{position} {entry.title}": entry for position, entry in enumerate(recent)}
        rows = [
            Row(key, (), (Cell(entry.title, below=entry.detail, strong=True), Cell(entry.last)))
            for key, entry in self._entries.items()
        ]
        self.recent.show_rows(rows)
        self.recent.setFixedHeight(self.recent.whole_height())
        self.recent.setVisible(bool(rows))
        self._none.setVisible(not rows)
        clear(self._examples)
        openers = [
            button(entry.title, Look.LINK, entry.open, name=_("Åpne {name}").format(name=entry.title))
            for entry in examples
        ]
        self._examples.addLayout(row(*openers, None, spacing=18))

    def show_recoveries(self, offers: Sequence[RecoveryEntry]) -> None:
        """Offer work that was not saved; it holds the only primary button, and nothing is lost by any answer."""
        layout = self._recoveries.layout()
        if layout is None:
            return
        clear(layout)
        for offer in offers:
            box = Box(ToneName.INFO, offer.title, offer.text)
            looks = [Look.PRIMARY, *[Look.QUIET] * len(offer.answers)]
            buttons = [
                button(answer.words, look, answer.act) for answer, look in zip(offer.answers, looks, strict=False)
            ]
            box.body.addLayout(row(*buttons, None, spacing=8))
            layout.addWidget(box)
        self._recoveries.setVisible(bool(offers))
        self.new_button.setProperty("look", (Look.SECONDARY if offers else Look.PRIMARY).value)
        self.new_button.setIcon(as_icon(Icon.PLUS, QColor(worn().accent.text if offers else worn().page)))

    def say(self, title: str, text: str) -> None:
        """Say what went wrong when a plan was opened; empty says nothing."""
        self.message.say(title, text)
        self.message.setVisible(bool(title or text))
