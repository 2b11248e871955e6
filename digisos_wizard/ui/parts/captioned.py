"""A control that belongs to no field of the plan, with its caption above."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.ui.widgets.look.basics import label
from digisos_wizard.ui.widgets.look.theme import Look

WIDEST = 520


def captioned(caption: str, widget: QWidget) -> QVBoxLayout:
    """Return a caption with its control below, tied together for screen readers."""
    layout = QVBoxLayout()
    layout.setSpacing(4)
    above = label(caption, Look.LABEL)
    above.setBuddy(widget)
    widget.setAccessibleName(caption)
    widget.setMaximumWidth(WIDEST)
    layout.addWidget(above)
    layout.addWidget(widget)
    return layout
