"""Moving and removing the row that is open, where the office decides the order or what there is."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.edits import Move, Remove
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import button, row
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.list_detail import ListDetail


class RowTools(QWidget):
    """Buttons below a detail; each is one step of undo."""

    def __init__(self, desk: Desk, remove: str, opened: Callable[[], ListDetail], *, movable: bool = False) -> None:
        super().__init__()
        self._desk, self._opened = desk, opened
        self.address: Address = ()
        self.up = button(_("Flytt opp"), Look.QUIET, lambda: self._move(-1))
        self.down = button(_("Flytt ned"), Look.QUIET, lambda: self._move(1))
        self.remove = button(remove, Look.QUIET, self._remove)
        self.setLayout(row(self.up, self.down, self.remove, None, spacing=4))
        for one in (self.up, self.down):
            one.setVisible(movable)

    def point_at(self, address: Address) -> None:
        """Act on another row."""
        self.address = address
        position, count = self._place()
        self.up.setEnabled(position > 0)
        self.down.setEnabled(position + 1 < count)

    def _place(self) -> tuple[int, int]:
        table = resolve(self._desk.session.plan, self.address[:-1])
        ids = [one.id for one in table] if isinstance(table, Sequence) else []
        return (ids.index(self.address[-1]) if self.address[-1] in ids else 0), len(ids)

    def _move(self, by: int) -> None:
        position, count = self._place()
        if 0 <= position + by < count:
            self._desk.session.edit(Move(self.address, position + by))

    def _remove(self) -> None:
        self._opened().close_row()
        self._desk.session.edit(Remove(self.address))
