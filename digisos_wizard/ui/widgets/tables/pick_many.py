"""A list to tick in: groups, a search, and an act that says how many are ticked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QTreeView, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to tick: its key, words, a few more of them, and the group that it stands in."""

    key: str
    words: str
    more: str = ""
    group: str = ""
    ticked: bool = False
    fixed: bool = False


class PickMany(QWidget):
    """Ticks in groups; `changed` tells every tick, `done` hands on the keys when the act is pressed."""

    changed = Signal()

    def __init__(
        self, name: str, act: Callable[[int], str], on_act: Callable[[Sequence[str]], object] | None = None
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
        self._found = QSortFilterProxyModel()
        self._found.setSourceModel(self._model)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tree = QTreeView()
        self.tree.setObjectName("picks")
        self.tree.setAccessibleName(name)
        self.tree.setModel(self._found)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setItemsExpandable(False)
        self.tree.setWordWrap(True)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.act = button("", Look.PRIMARY, self._done)
        self._count = label("", Look.HELP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row(self._count, None, self.act))
        self.act.setVisible(on_act is not None)
        self.search.textChanged.connect(self._search)
        self._model.itemChanged.connect(self._ticked)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show what can be ticked, where it differs; what is ticked comes with it."""
        if picks == self._picks:
            return
        self._picks = picks
        self._quiet = True
        self._model.clear()
        self._items.clear()
        groups: dict[str, QStandardItem] = {}
        for pick in picks:
            if pick.group not in groups:
                groups[pick.group] = self._group(pick.group)
            item = QStandardItem(f"{pick.words}\n{pick.more}" if pick.more else pick.words)
            item.setData(pick.key, KEY)
            item.setCheckable(not pick.fixed)
            if not pick.fixed:
                item.setCheckState(Qt.CheckState.Checked if pick.ticked else Qt.CheckState.Unchecked)
            groups[pick.group].appendRow(item)
            self._items[pick.key] = item
        self._quiet = False
        self.tree.expandAll()
        self._say()

    def _group(self, words: str) -> QStandardItem:
        item = QStandardItem(words)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setSelectable(False)
        self._model.appendRow(item)
        return item

    def ticked(self) -> Sequence[str]:
        """Return the keys that are ticked, in order."""
        return [key for key, item in self._items.items() if item.checkState() is Qt.CheckState.Checked]

    def _search(self, text: str) -> None:
        self._found.setFilterFixedString(text)
        self.tree.expandAll()

    def _ticked(self, _item: QStandardItem) -> None:
        if not self._quiet:
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        count = len(self.ticked())
        set_text(self.act, self._act(count))
        self.act.setEnabled(count > 0)
        set_text(self._count, "")

    def _done(self) -> None:
        if self._on_act is not None:
            self._on_act(self.ticked())
