"""A list to tick in: groups, a search, and an act that says how many are ticked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import button, row, set_text, short_label, text_scale
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.theme import Look

KEY = Qt.ItemDataRole.UserRole + 1
ALL, COLUMNS, BOX_ROOM = "*", 3, 30
NARROW = 620
"""Pixels of width, at 100 % text, below which what is more to say stands in the tip alone."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to tick: its key, words, a few more of them, and the group that it stands in.

    One that is `fixed` can't be ticked, and `beside` says why.
    """

    key: str
    words: str
    more: str = ""
    group: str = ""
    ticked: bool = False
    fixed: bool = False
    beside: str = ""


class _Found(QSortFilterProxyModel):
    """What is found by the words searched for, within the group that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.group = "", ALL
        self.setRecursiveFilteringEnabled(True)

    def look_for(self, words: str, group: str) -> None:
        """Search anew."""
        self.beginFilterChange()
        self.words, self.group = words.casefold(), group
        self.endFilterChange()

    def filterAcceptsRow(self, position: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Keep rows with the words in any column, and groups that have some."""
        model = self.sourceModel()
        if not parent.isValid() or self.group not in (ALL, parent.data()):
            return False
        return any(
            self.words in str(model.index(position, column, parent).data() or "").casefold()
            for column in range(model.columnCount(parent))
        )


class PickMany(QWidget):
    """Ticks in groups; `changed` tells every tick, `done` hands on the keys when the act is pressed.

    With `filters` the groups can be seen one at a time; with `on_cancel` there is a way out without ticking.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        act: Callable[[int], str],
        on_act: Callable[[Sequence[str]], object] | None = None,
        *,
        on_cancel: Callable[[], object] | None = None,
        filters: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._act, self._on_act = act, on_act
        self._picks: Sequence[Pick] = ()
        self._quiet = False
        self._items: dict[str, QStandardItem] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Søk i listen"))
        self.search.setAccessibleName(_("Søk i listen: {name}").format(name=name))
        self.search.setClearButtonEnabled(True)
        self._model = QStandardItemModel()
        self._found = _Found()
        self._found.setSourceModel(self._model)
        self.tree = _Tree(name, self._found)
        self.chips = Chips(_("Vis"), (ALL, *filters), lambda _key: self._search())
        self.chips.setVisible(bool(filters))
        self.act = button("", Look.PRIMARY, self._done)
        self.none = button(_("Fjern valgene"), Look.QUIET, self._untick)
        self._cancel = button(_("Avbryt"), Look.SECONDARY, on_cancel or self._untick)
        self._cancel.setVisible(on_cancel is not None)
        self._count = short_label("", Look.LABEL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = row(self.search, self.chips, spacing=16)
        top.setStretch(0, 1)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        self.bar = QWidget()
        bar = row(self._count, self.none, None, self._cancel, self.act, spacing=12)
        self.bar.setLayout(bar)
        layout.addWidget(self.bar)
        self.bar.setVisible(on_act is not None)
        self.search.textChanged.connect(self._search)
        self._model.itemChanged.connect(self._ticked)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show what can be ticked, where it differs; what is ticked comes with it."""
        if picks == self._picks:
            return
        self._picks = picks
        self._quiet = True
        self._model.clear()
        self._model.setColumnCount(COLUMNS)
        self._items.clear()
        groups: dict[str, QStandardItem] = {}
        for pick in picks:
            if pick.group not in groups:
                groups[pick.group] = self._group(pick.group)
            item = QStandardItem(pick.words)
            item.setData(pick.key, KEY)
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked if pick.ticked else Qt.CheckState.Unchecked)
            item.setToolTip(pick.more)
            more, beside = _quiet_item(pick.more), _quiet_item(pick.beside)
            beside.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if pick.fixed:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
                item.setForeground(QColor(worn().neutral.text))
            groups[pick.group].appendRow([item, more, beside])
            self._items[pick.key] = item
            _embolden(item)
        counts = [f"{group} {sum(one.group == group for one in picks)}" for group in list(self.chips.buttons)[1:]]
        self.chips.show_words([_("Alle {count}").format(count=len(picks)), *counts])
        self._quiet = False
        self.tree.unfold()
        self._say()

    def _group(self, words: str) -> QStandardItem:
        item = QStandardItem(words)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._model.appendRow(item)
        return item

    def ticked(self) -> Sequence[str]:
        """Return the keys that are ticked, in order."""
        fixed = {pick.key for pick in self._picks if pick.fixed}
        return [
            key for key, item in self._items.items() if key not in fixed and item.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, key: str) -> None:
        """Tick one."""
        self._items[key].setCheckState(Qt.CheckState.Checked)

    def _untick(self) -> None:
        for key in self.ticked():
            self._items[key].setCheckState(Qt.CheckState.Unchecked)

    def _search(self, _text: str = "") -> None:
        self._found.look_for(self.search.text(), self.chips.chosen)
        self.tree.unfold()

    def _ticked(self, item: QStandardItem) -> None:
        if self._quiet:
            return
        self._quiet = True
        _embolden(item)
        self._quiet = False
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        count = len(self.ticked())
        set_text(self.act, self._act(count))
        self.act.setEnabled(count > 0)
        self.none.setEnabled(count > 0)
        set_text(self._count, _("{count} valgt").format(count=count))

    def _done(self) -> None:
        if self._on_act is not None:
            self._on_act(self.ticked())


class _Tree(QTreeView):
    """The rows in their groups; with little width only the words have room."""

    def __init__(self, name: str, found: QSortFilterProxyModel) -> None:
        super().__init__()
        self.setObjectName("picks")
        self.setAccessibleName(name)
        self.setModel(found)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAllColumnsShowFocus(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick wherever the row is clicked; on the box Qt does."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        first = self.indexAt(place).siblingAtColumn(0)
        if place.x() > BOX_ROOM * text_scale(self) and first.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            on = first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model().setData(first, state, Qt.ItemDataRole.CheckStateRole)

    def unfold(self) -> None:
        """Show all groups, each across the whole width."""
        self.expandAll()
        for position in range(self.model().rowCount()):
            self.setFirstColumnSpanned(position, self.rootIndex(), True)  # Qt's own signature
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        header = self.header()
        if header.count() < COLUMNS:
            return
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        room = self.viewport().width()
        beside = round(90 * text_scale(self))
        narrow = room < NARROW * text_scale(self)
        first = room - beside if narrow else round((room - beside) * 0.48)
        for section, width in enumerate((first, max(room - first - beside, 0), beside)):
            header.setSectionHidden(section, section == 1 and narrow)
            header.resizeSection(section, width)


def _quiet_item(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setForeground(QColor(worn().neutral.text))
    item.setToolTip(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _embolden(item: QStandardItem) -> None:
    """Let what is ticked stand out."""
    font = item.font()
    on = item.isEnabled() and item.checkState() is Qt.CheckState.Checked
    if font.bold() is not on:
        font.setBold(on)
        item.setFont(font)
