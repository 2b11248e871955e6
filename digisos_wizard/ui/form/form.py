"""A form: lines of fields below one address, declared by dotted paths."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from digisos_wizard.i18n import translated
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms.layout import Lines
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import label
from digisos_wizard.ui.widgets.look.theme import Look

from .field import Field, Manner

GAP = 24
"""Pixels between the fields of a line."""


class Form(QWidget):
    """Fields at dotted paths below `base`; each inner sequence is a line of fields side by side, a text a heading.

    `manner` is how much room the fields take.
    """

    def __init__(
        self,
        desk: Desk,
        base: Address,
        lines: Lines,
        *,
        manner: Manner = Manner.FULL,
        spacing: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.base = base
        self.fields: dict[str, Field] = {}
        self._parts: list[tuple[QLabel, list[Field]]] = []
        self._lines: list[tuple[list[Field], QBoxLayout]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        for paths in lines:
            if isinstance(paths, str):
                self._parts.append((label(translated(paths), Look.SUBHEADING), []))
                layout.addWidget(self._parts[-1][0])
                continue
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            line.setSpacing(GAP)
            self._lines.append(([], line))
            for path in paths:
                field = Field(desk, (*base, *path.split(".")), manner=manner, parent=self)
                self.fields[path] = field
                self._lines[-1][0].append(field)
                if self._parts:
                    self._parts[-1][1].append(field)
                line.addWidget(field, 1)
            layout.addLayout(line)

    def minimumSizeHint(self) -> QSize:
        """Let the form become as narrow as its widest field."""
        widest = max((field.minimumSizeHint().width() for field in self.fields.values()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields of a line below each other where it has too little room for them."""
        for fields, line in self._lines:
            shown = [field.minimumSizeHint().width() for field in fields if not field.isHidden()]
            narrow = sum(shown) + GAP * (len(shown) - 1) > self.width()
            ways = QBoxLayout.Direction
            wanted = ways.TopToBottom if narrow else ways.LeftToRight
            if line.direction() is not wanted:
                line.setDirection(wanted)
        super().resizeEvent(event)

    def point_at(self, base: Address) -> None:
        """Bind all fields to another row or municipality."""
        self.base = base
        for path, field in self.fields.items():
            field.point_at((*base, *path.split(".")))

    def show_plan(self, figures: Figures) -> None:
        """Show the plan's values."""
        for field in self.fields.values():
            field.show_plan(figures)

    def ask_only(self, wanted: Callable[[str], bool]) -> None:
        """Show the fields whose path is wanted, and the headings that have any."""
        for path, field in self.fields.items():
            field.setVisible(wanted(path))
        for heading, fields in self._parts:
            heading.setHidden(all(field.isHidden() for field in fields))

    def focus(self, address: Address) -> bool:
        """Put the cursor at the field of an address; tells whether it is here."""
        for field in self.fields.values():
            if field.address == address or (
                len(address) < len(field.address) and field.address[: len(address)] == address
            ):
                field.take_focus()
                return True
        return False

    def commit(self) -> None:
        """Show at all fields what is wrong with them."""
        for field in self.fields.values():
            field.commit()
