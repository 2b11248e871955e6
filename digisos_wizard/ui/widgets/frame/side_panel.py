"""The panel beside a part: what remains here, what the handbook says, and a tab of the part's own where it has one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.content import StepHelp
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.ui.widgets.frame.help_panel import HelpPanel
from digisos_wizard.ui.widgets.look.basics import button, clear, label, row, text_scale
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, IconLabel, as_icon
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look

PANEL_WIDTH, STRIP_WIDTH = 276, 78


@dataclass(frozen=True, slots=True)
class Remaining:
    """What remains at a part: each thing under the name of the row it is about, and a sentence below."""

    things: Sequence[tuple[str, Finding]] = ()
    below: str = ""


class RemainingList(QScrollArea):
    """What remains here, by the row that it is about; each line leads to its field."""

    def __init__(self, jump: Callable[[Address], object]) -> None:
        super().__init__()
        self._jump = jump
        self._shown: Remaining | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Gjenstår her"))
        holder = QWidget()
        holder.setObjectName("helppanel")
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(18, 12, 18, 16)
        self._layout.setSpacing(6)
        self.setWidget(holder)

    def show_remaining(self, remaining: Remaining) -> None:
        """Show what remains, where it differs."""
        if remaining == self._shown:
            return
        self._shown = remaining
        clear(self._layout)
        if not remaining.things:
            self._layout.addLayout(
                row(
                    IconLabel(Icon.TICK, QColor(worn().success.text)),
                    label(_("Alt er fylt ut her"), Look.LABEL),
                    spacing=8,
                )
            )
        for name, group in groupby(remaining.things, key=lambda thing: thing[0]):
            if name:
                self._layout.addWidget(label(name, Look.LABEL))
            for _name, found in group:
                self._layout.addLayout(self._line(found))
            line = QFrame()
            line.setObjectName("apart")
            line.setFixedHeight(1)
            self._layout.addWidget(line)
        if remaining.below:
            self._layout.addWidget(label(remaining.below, Look.HELP))
        self._layout.addStretch(1)

    def _line(self, found: Finding) -> QHBoxLayout:
        link = Link(lambda: self._jump(found.address), found.message)
        if found.severity is not Severity.BLOCKER:
            return row(link, IconLabel(Icon.RIGHT, QColor(worn().accent.text), 16), spacing=8)
        return row(IconLabel(Icon.STOP, QColor(worn().danger.text), 18), link, spacing=8)


class SidePanel(QWidget):
    """Two tabs, or three, with a button that folds them to a strip; the strip says how many things remain."""

    folded = Signal(bool)

    def __init__(self, remaining: RemainingList, handbook: HelpPanel) -> None:
        super().__init__()
        self.setObjectName("helppanel")
        self.remaining, self.handbook = remaining, handbook
        self._own: QWidget | None = None
        self._told: tuple[Remaining, StepHelp] | None = None
        self._count = 0
        self._wanted = 0
        self._choosing = False
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(_("Ved siden av"))
        self.stack = QStackedWidget()
        for words, part in ((_("Gjenstår her"), remaining), (_("Håndboka"), handbook)):
            self.tabs.addTab(words)
            self.stack.addWidget(part)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self._fold = button("", Look.BAR, lambda: self.fold(folded=True), name=_("Legg sammen panelet"))
        self._fold.setIcon(as_icon(Icon.PANEL, QColor(worn().neutral.text)))
        self._open = QWidget()
        inside = QVBoxLayout(self._open)
        inside.setContentsMargins(10, 4, 4, 0)
        inside.setSpacing(0)
        head = row(self.tabs, self._fold, spacing=0)
        head.setStretch(0, 1)
        inside.addLayout(head)
        inside.addWidget(self.stack, 1)
        self._strip = QWidget()
        self.strip_remaining = self._strip_button(Icon.LIST, _("Gjenstår"), 0)
        self.strip_handbook = self._strip_button(Icon.BOOK, _("Håndboka"), 1)
        strip = QVBoxLayout(self._strip)
        strip.setContentsMargins(2, 12, 2, 12)
        strip.setSpacing(12)
        for one in (self.strip_remaining, self.strip_handbook):
            strip.addWidget(one)
        strip.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._open)
        layout.addWidget(self._strip)
        self.fold(folded=False)

    @property
    def is_folded(self) -> bool:
        """Whether only the strip is shown."""
        return self._open.isHidden()

    def fold(self, *, folded: bool, tab: int | None = None) -> None:
        """Fold the panel to its strip, or open it at a tab."""
        told = folded is not self.is_folded
        self._open.setVisible(not folded)
        self._strip.setVisible(folded)
        self.setFixedWidth(round(STRIP_WIDTH * text_scale(self)) if folded else PANEL_WIDTH)
        if tab is not None:
            self.tabs.setCurrentIndex(tab + (self._own is not None))
        if told:
            self._fill()
            self.folded.emit(folded)

    def show_part(self, remaining: Remaining, help_text: StepHelp, *, counts: bool = True) -> None:
        """Show what remains at a part, and the handbook's words for its step; a part without states counts nothing."""
        self._told = (remaining, help_text)
        self._fill()
        self._count = len(remaining.things)
        first = int(self._own is not None)
        words = _("Gjenstår her ({count})").format(count=self._count)
        if self.tabs.tabText(first) != words:
            self.tabs.setTabText(first, words)
        self._choosing = True
        self.tabs.setTabVisible(first, counts)
        wanted = first + self._wanted if counts else first + 1
        if self._own is None and self.tabs.currentIndex() != wanted:
            self.tabs.setCurrentIndex(wanted)
        self._choosing = False
        self.strip_remaining.setVisible(counts)
        self.strip_remaining.setText(_("{count} gjenstår").format(count=self._count))
        self.strip_remaining.setAccessibleName(words)

    def _fill(self) -> None:
        """Fill what is seen; the rest waits until somebody looks."""
        if self._told is None or self.is_folded:
            return
        remaining, help_text = self._told
        if self.stack.currentWidget() is self.remaining:
            self.remaining.show_remaining(remaining)
        elif self.stack.currentWidget() is self.handbook:
            self.handbook.show_step(help_text)

    def show_own(self, title: str, part: QWidget | None) -> None:
        """Show a tab of the part's own first, or none."""
        if part is self._own:
            return
        if self._own is not None:
            self.tabs.removeTab(0)
            self.stack.removeWidget(self._own)
            self._own.hide()  # and stays ours: what belongs to nobody would outlive the plan
        self._own = part
        if part is not None:
            self.stack.insertWidget(0, part)
            self.tabs.insertTab(0, title)
            self.tabs.setCurrentIndex(0)

    def show_own_tab(self) -> None:
        """Open the panel at the part's own tab."""
        if self._own is not None:
            self.fold(folded=False)
            self.tabs.setCurrentIndex(0)

    def _tab_chosen(self, index: int) -> None:
        if 0 <= index < self.stack.count():
            self.stack.setCurrentIndex(index)
            self._fill()
            if not self._choosing and self._own is None:
                self._wanted = index

    def _strip_button(self, icon: Icon, words: str, tab: int) -> QToolButton:
        """Return a button with its words below the icon, which the strip has room for."""
        made = QToolButton()
        made.setObjectName("strip")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setText(words)
        made.setAccessibleName(words)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setIcon(as_icon(icon, QColor(worn().neutral.text)))
        made.clicked.connect(lambda _checked=False: self.fold(folded=False, tab=tab))
        return made
