"""A field: label, control, unit, help below, and the message where something is wrong."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, exists
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.kinds import kind_at, picked, typed
from digisos_wizard.model.kinds.kind import Kind
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import label, row, set_property, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .binding import make_control, refresh_choices

WIDTHS: Mapping[type[Kind], int] = {
    typed.Integer: 160,
    typed.Offset: 160,
    typed.Number: 140,
    typed.Money: 180,
    typed.UnitPrice: 140,
    typed.Percent: 110,
    typed.Date: 200,
    typed.OrgNumber: 200,
    typed.MunicipalityNumber: 120,
    typed.Phone: 200,
}
"""Most pixels across for what is short."""
WIDE, WIDEST = (picked.Person, picked.Municipality, picked.Section, picked.Choice, picked.Scale), 520


class Field(QWidget):
    """One field of the plan; bound to an address that may change (another row, another municipality).

    `prepare` is called before the first letter reaches the plan, where the row has to be made first.
    """

    def __init__(self, desk: Desk, address: Address) -> None:
        super().__init__()
        self._desk = desk
        self.address = address
        self.kind = kind_at(desk.content, address)
        self.spec = self.kind.spec
        self.control = make_control(self.kind, desk.figures)
        self.prepare: Callable[[], object] | None = None
        self._refusal = ""
        self._touched = False
        self._known: str | None = None
        self._sending = False
        self._label = label(self.spec.label, Look.LABEL)
        self._help = label(self._help_words(), Look.HELP)
        self._error = label("", Look.ERROR)
        self._error.hide()
        self._lay_out()
        self._name_controls()
        self.control.edited.connect(self._edited)
        self.control.left.connect(self._left)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if not isinstance(self.kind, picked.Tick):
            layout.addWidget(self._label)
        widget = self.control.widget
        if (width := WIDTHS.get(type(self.kind))) is not None:
            widget.setMaximumWidth(width)
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        elif isinstance(widget, QLineEdit) or type(self.kind) in WIDE:
            widget.setMaximumWidth(WIDEST)
        if self.spec.unit:
            unit: QLabel = short_label(self.spec.unit, Look.HELP)
            layout.addLayout(row(widget, unit, None, spacing=8))
        else:
            layout.addWidget(widget)
        layout.addWidget(self._help)  # without words too: a label that nobody holds may be gone before its field
        self._help.setHidden(not self._help.text())
        layout.addWidget(self._error)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def event(self, event: QEvent) -> bool:
        """Keep room for all lines of help and message: a page of many wrapped texts would else press them together."""
        fitting = event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        done = super().event(event)
        if not fitting:
            return done  # after a deferred deletion there is nothing left to ask
        layout = self.layout()
        if layout is not None:
            wanted = layout.heightForWidth(self.width())
            if 0 <= wanted != self.minimumHeight():
                self.setMinimumHeight(wanted)
        return done

    def _help_words(self) -> str:
        """Return the help, or an example where there is no help."""
        if self.spec.help or not self.spec.example:
            return self.spec.help
        return _("For eksempel {example}.").format(example=self.spec.example)

    def _name_controls(self) -> None:
        name = f"{self.spec.label} ({self.spec.unit})" if self.spec.unit else self.spec.label
        targets = self.control.targets()
        for target in targets:
            own = target.property("text")
            target.setAccessibleName(f"{name}: {own}" if len(targets) > 1 and own else name)
            target.setAccessibleDescription(self._help.text())
        self.control.widget.setAccessibleName(name)
        self._label.setBuddy(targets[0])

    def point_at(self, address: Address) -> None:
        """Bind the field to another address that is asked for in the same words."""
        if address != self.address:
            self.address = address
            self.kind = kind_at(self._desk.content, address)
            self.spec = self.kind.spec
            self._refusal = ""
            self._touched = False
            self._known = None

    def show_plan(self, figures: Figures) -> None:
        """Show the plan's value; where the user is writing, only when it was changed from elsewhere, as by undo."""
        if not exists(figures.plan, self.address):
            if self.prepare is not None:
                refresh_choices(self.control, self.kind, figures)
            return
        refresh_choices(self.control, self.kind, figures)
        if not self._sending:
            self._show_value()
        self._show_message(figures)

    def _show_value(self) -> None:
        """Show what the plan holds, and remember it; what is being written stays while the plan holds just that."""
        value = self._desk.session.shown(self.address)
        focused = self._has_focus()
        if value != self._known if focused else not self._refusal:
            self._refusal = ""
            moved = focused and value != self.control.text()
            self.control.set_text(value)
            if moved:
                self.control.cursor_to_end()
        self._known = value

    def commit(self) -> None:
        """Show what is wrong even if the field has not been left."""
        self._touched = True
        self._show_message(self._desk.figures)

    def take_focus(self) -> None:
        """Put the cursor in the field."""
        self.control.targets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def message(self) -> str:
        """Return what the field says is wrong, empty if nothing."""
        return self._error.text()

    def is_written_in(self) -> bool:
        """Tell whether the user is writing in the field now."""
        return self._has_focus()

    def _has_focus(self) -> bool:
        return (
            any(target.hasFocus() for target in self.control.targets())
            and isinstance(self.control.text(), str)
            and not self.kind.picked
        )

    def begin_anew(self) -> None:
        """Show the plan's value even where the cursor is, nothing for a row not made yet; forget what was refused."""
        self._refusal = ""
        self._touched = False
        there = exists(self._desk.session.plan, self.address)
        self._known = self._desk.session.shown(self.address) if there else None
        self.control.set_text(self._known or "")
        self._set_message("")

    def _edited(self, text: str) -> None:
        self._sending = True
        try:
            if self.prepare is not None:
                self.prepare()
            self._desk.session.enter(self.address, text)
        except UserError as error:
            self._refusal = f"{error.message} {error.next_step}".strip()
            self._set_message(self._refusal)
        else:
            self._refusal = ""
            self._known = self._desk.session.shown(self.address)
        finally:
            self._sending = False

    def _left(self) -> None:
        self._touched = True
        if not self._refusal and exists(self._desk.session.plan, self.address):
            self.control.set_text(self._desk.session.shown(self.address))
        self._show_message(self._desk.figures)

    def _show_message(self, figures: Figures) -> None:
        if self._refusal:
            return
        wrong = next(
            (found for found in figures.findings if found.address == self.address and found.severity >= Severity.ERROR),
            None,
        )
        self._set_message(wrong.message if wrong is not None and (self._touched or not self._has_focus()) else "")

    def _set_message(self, text: str) -> None:
        set_text(self._error, text)
        self._error.setVisible(bool(text))
        set_property(self.control.widget, "wrong", "true" if text else "false")
        for target in self.control.targets():
            target.setAccessibleDescription(text or self._help.text())
