"""What a field takes from elsewhere, in its place: the value and where it is from, and the way to another or back."""

from collections.abc import Callable
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.judged.inherited import Inherited
from digisos_wizard.ui.widgets.look.links import LinkLabel


class Origin(QWidget):
    """Stands where the control of a field stood: either the inherited value or the control, and one link.

    `change` is called when the user wants to answer here, `take_back` when the inherited value is to hold again.
    """

    def __init__(self, control: QWidget, change: Callable[[], object], take_back: Callable[[], object]) -> None:
        super().__init__(control.parentWidget())
        self._control = control
        self._act: Callable[[], object] = change
        self._change, self._take_back = change, take_back
        self.words = LinkLabel()
        self.words.linkActivated.connect(lambda _target: self._act())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)

    def hold(self) -> None:
        """Take the control in; before this has its place, the control would be lost from the field's layout with it."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._control)

    def inherit(self, found: Inherited, name: str) -> None:
        """Show the inherited value with a link to answer here instead."""
        self._act = self._change
        self._say(found.words, _("endre"), _("{field}: {value}. Endre").format(field=name, value=found.words))
        self._control.hide()

    def offer(self, found: Inherited | None, name: str) -> None:
        """Show the control, with a link back where there is something to go back to."""
        self._act = self._take_back
        self._control.show()
        if found is None:
            self.words.hide()
            return
        back = _("bruk den {origin} igjen").format(origin=found.origin)
        self._say("", back, _("{field}: {link}").format(field=name, link=back))

    def _say(self, text: str, link: str, spoken: str) -> None:
        between = " · " if text else ""
        self.words.write(f'{escape(text)}{between}<a href="#">{escape(link)}</a>')
        self.words.setAccessibleName(spoken)
        self.words.show()
