"""A form: lines of fields below one address, declared by dotted paths."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.desk import Desk

from .field import Field


class Form(QWidget):
    """Fields at dotted paths below `base`; each inner sequence is one line of fields side by side."""

    def __init__(self, desk: Desk, base: Address, lines: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.base = base
        self.fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        for paths in lines:
            line = QHBoxLayout()
            line.setSpacing(24)
            for path in paths:
                field = Field(desk, (*base, *path.split(".")))
                self.fields[path] = field
                line.addWidget(field, 1)
            layout.addLayout(line)

    def point_at(self, base: Address) -> None:
        """Bind all fields to another row or municipality."""
        self.base = base
        for path, field in self.fields.items():
            field.point_at((*base, *path.split(".")))

    def show_plan(self, figures: Figures) -> None:
        """Show the plan's values."""
        for field in self.fields.values():
            field.show_plan(figures)

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
