"""The start screen: continue where you left off, begin, open, or look at an example."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, clear, column, label, row

from .widgets.look.theme import Look


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be opened: a recent plan, an example or unsaved work, with words under it."""

    title: str
    detail: str
    open: Callable[[], object]


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

    new: Callable[[str], object]
    open: Callable[[], object]


class StartScreen(QScrollArea):
    """The first thing seen; all it offers works without a mouse."""

    def __init__(self, actions: StartActions) -> None:
        super().__init__()
        self._actions = actions
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("column")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(40, 40, 40, 40)
        inner = QWidget()
        inner.setMaximumWidth(760)
        self._column = column(16)
        inner.setLayout(self._column)
        middle = row(None, inner, None)
        middle.setStretch(1, 100)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(holder)
        self.name = QLineEdit()
        self.message = Box(ToneName.DANGER)
        self.message.hide()
        self._recoveries = QWidget()
        self._recoveries.setLayout(column(12))
        self._recent = Card(_("Fortsett"))
        self._recent_list = column(8)
        self._recent.add(self._recent_list)
        self._examples = Card(
            _("Se et eksempel"), _("Eksemplene åpnes som en kopi. Du kan endre alt uten at noe går tapt.")
        )
        self._example_list = column(8)
        self._examples.add(self._example_list)
        self._build()

    def _build(self) -> None:
        self._column.addWidget(label(_("Digisos-veiviser"), Look.TITLE))
        self._column.addWidget(
            label(
                _(
                    "Fra «skal vi?» til «vi er koblet på, og gevinstene kommer». "
                    "Alt du skriver, blir liggende på denne maskinen."
                ),
                Look.LEAD,
            )
        )
        self._column.addWidget(self.message)
        self._column.addWidget(self._recoveries)
        self._column.addWidget(self._recent)
        new = Card(_("Begynn på en ny plan"))
        caption = label(_("Hva skal planen hete?"), Look.LABEL)
        self.name.setAccessibleName(_("Navn på planen"))
        self.name.setMaximumWidth(420)
        caption.setBuddy(self.name)
        new.body.setSpacing(6)
        new.add(caption)
        new.add(self.name)
        new.add(label(_("For eksempel navnet på kontoret og året. Du kan endre det senere."), Look.HELP))
        self.name.returnPressed.connect(self._new)
        self.new_button = button(_("Ny plan"), Look.PRIMARY, self._new)
        self.open_button = button(_("Åpne en plan …"), Look.SECONDARY, self._actions.open)
        new.body.addSpacing(8)
        new.add(row(self.new_button, self.open_button, None))
        self._column.addWidget(new)
        self._column.addWidget(self._examples)

    def show_lists(self, recent: Sequence[Entry], examples: Sequence[Entry]) -> None:
        """Show recent plans and examples; an empty list takes no room."""
        self._recent.setVisible(bool(recent))
        for entries, layout in ((recent, self._recent_list), (examples, self._example_list)):
            clear(layout)
            for entry in entries:
                layout.addWidget(_entry_line(entry))

    def show_recoveries(self, offers: Sequence[RecoveryEntry]) -> None:
        """Offer work that was not saved; whatever is answered, nothing is deleted."""
        layout = self._recoveries.layout()
        if layout is None:
            return
        clear(layout)
        for offer in offers:
            box = Box(ToneName.INFO, offer.title, offer.text)
            looks = [Look.SECONDARY, *[Look.QUIET] * len(offer.answers)]
            buttons = [
                button(answer.words, look, answer.act) for answer, look in zip(offer.answers, looks, strict=False)
            ]
            box.body.addLayout(row(*buttons, None, spacing=8))
            layout.addWidget(box)
        self._recoveries.setVisible(bool(offers))

    def say(self, title: str, text: str) -> None:
        """Say what went wrong when a plan was opened; empty says nothing."""
        self.message.say(title, text)
        self.message.setVisible(bool(title or text))

    def _new(self) -> None:
        self._actions.new(self.name.text().strip())


def _entry_line(entry: Entry) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    opener = button(entry.title, Look.LINK, entry.open, name=_("Åpne {name}").format(name=entry.title))
    layout.addLayout(row(opener, None))
    layout.addWidget(label(entry.detail, Look.SMALL))
    return holder
