"""A field: label, control, unit, help below, and the message where something is wrong."""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, exists, resolve
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.kinds import kind_at, picked, typed
from digisos_wizard.model.kinds.kind import Kind
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import label, row, set_property, set_text, short_label, text_scale
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.new_person import NEW_PERSON, choose_new_person

from .binding import make_control, refresh_choices
from .origin import Origin

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
QUESTION_WIDTH = 120
"""Pixels of a question that stands beside its control."""
WIDE, WIDEST = (picked.Person, picked.Municipality, picked.Section, picked.Choice, picked.Scale), 520


class Manner(Enum):
    """How a field takes its room: with its help below, with the help in the tip, or all of it on one line."""

    FULL = "full"
    BRIEF = "brief"
    ON_LINE = "on line"


class Field(QWidget):
    """One field of the plan; bound to an address that may change (another row, another municipality).

    `manner` is how much room it takes. `prepare` is called before
    the first letter reaches the plan, where the row has to be made first.
    """

    def __init__(
        self,
        desk: Desk,
        address: Address,
        *,
        manner: Manner = Manner.FULL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        self._origin: Origin | None = None
        self._changing = False
        self._label = label(self.spec.label, Look.LABEL)
        self._help = label(self._help_words(), Look.HELP)
        self._error = label("", Look.ERROR)
        self._error.hide()
        if manner is Manner.ON_LINE:
            self._lay_on_line()
        else:
            self._lay_out()
        if manner is Manner.BRIEF:
            self._shorten()
        self._name_controls()
        self.control.edited.connect(self._edited)
        self.control.left.connect(self._left)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if self.control.beside:
            self._lay_beside(layout)
            return
        layout.addWidget(self._label)
        if isinstance(self.kind, picked.Tick):
            self._label.hide()  # the tick has the words itself
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

    def _lay_beside(self, layout: QBoxLayout) -> None:
        """Put the question to the left of the control, with what the answer means below it."""
        question = QWidget()
        question.setFixedWidth(round(QUESTION_WIDTH * text_scale(self)))
        words = QVBoxLayout(question)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        set_property(self._help, "look", Look.SMALL.value)
        words.addWidget(self._label)
        words.addWidget(self._help)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(question)
        line.addWidget(self.control.widget, 1)
        layout.addLayout(line)
        layout.addWidget(self._error)

    def _lay_on_line(self) -> None:
        """Put everything beside each other; nothing below moves when a message comes."""
        widget = self.control.widget
        widget.setMaximumWidth(WIDTHS.get(type(self.kind), WIDEST))
        self._label.setWordWrap(False)
        self._error.setWordWrap(False)
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._label.setToolTip(self._help.text())
        widget.setToolTip(self._help.text())
        self._help.setParent(self)
        self._help.hide()
        layout = row(self._label, widget, short_label(self.spec.unit, Look.HELP), self._error, spacing=8)
        layout.setStretchFactor(self._error, 1)
        layout.addStretch(1)
        self.setLayout(layout)

    def _shorten(self) -> None:
        """Put the help in the tip, and let a text area begin with little room."""
        self._help.hide()
        self._label.setToolTip(self._help.text())
        self.control.widget.setToolTip(self._help.text())
        self.control.begin_low()

    def suggest(self, words: str) -> None:
        """Show quietly what holds as long as nothing is written."""
        widget = self.control.widget
        if isinstance(widget, QLineEdit) and widget.placeholderText() != words:
            widget.setPlaceholderText(words)

    def fill(self, least: int = 3) -> None:
        """Take all the height there is, and never less than so many lines."""
        self.control.fill(least)
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            layout.setStretchFactor(self.control.widget, 1000)
            layout.setAlignment(Qt.AlignmentFlag(0))

    def call(self, words: str) -> None:
        """Show a shorter name, where what stands around the field says the rest."""
        set_text(self._label, words)
        self.control.widget.setAccessibleName(words)

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
        self.control.be_called(f"{self.spec.label} ({self.spec.unit})" if self.spec.unit else self.spec.label)
        targets = self.control.targets()
        for target in targets:
            target.setAccessibleDescription(self._help.text())
        self._label.setBuddy(targets[0])

    def point_at(self, address: Address) -> None:
        """Bind the field to another address that is asked for in the same words."""
        if address != self.address:
            self.address = address
            self.kind = kind_at(self._desk.content, address)
            self.spec = self.kind.spec
            self._refusal = ""
            self._touched = self._changing = False
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
        self._show_origin(figures)
        self._show_message(figures)

    def _show_origin(self, figures: Figures) -> None:
        """Show what is inherited as long as nothing is answered here, and the way back to it where something is."""
        found = figures.inherited.get(self.address)
        if self._origin is None:
            layout = self.layout()
            if found is None or layout is None:
                return
            self._origin = Origin(self.control.widget, self._change, self._take_back)
            # The control's place is taken by both, wherever in the layout it stands.
            layout.replaceWidget(self.control.widget, self._origin)
            self._origin.hold()
            self._origin.show()
        value = resolve(figures.plan, self.address)
        here = bool(self._desk.session.shown(self.address)) and not (found and found.copied and value == found.value)
        answering = self._changing or bool(self._refusal) or any(one.hasFocus() for one in self.control.targets())
        if found is not None and not here and not answering:
            self._origin.inherit(found, self.spec.label)
        else:
            self._origin.offer(found if here else None, self.spec.label)

    def _change(self) -> None:
        """Let the user answer here."""
        self._changing = True
        self._show_origin(self._desk.figures)
        self.take_focus()

    def _take_back(self) -> None:
        """Let what is inherited hold again."""
        found = self._desk.figures.inherited.get(self.address)
        self._changing = False
        if found is not None and found.copied:
            self._desk.session.edit(Set(self.address, found.value))
        else:
            self._desk.session.enter(self.address, "")
        self.begin_anew()
        self._show_origin(self._desk.figures)
        self.take_focus()

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
        if self.control.beside:
            set_text(self._help, self.control.meaning() or self._help_words())

    def commit(self) -> None:
        """Show what is wrong even if the field has not been left."""
        self._touched = True
        self._show_message(self._desk.figures)

    def take_focus(self) -> None:
        """Put the cursor in the field, on the link where the field takes its value from elsewhere."""
        inheriting = self._origin is not None and self.control.widget.isHidden()
        target = self._origin.words if inheriting and self._origin is not None else self.control.targets()[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
            if text == NEW_PERSON and isinstance(self.kind, picked.Person):
                choose_new_person(self._desk.session, self.address, self.window())
                self._show_new(self._desk.figures)
            else:
                self._desk.session.enter(self.address, text)
        except UserError as error:
            self._refusal = f"{error.message} {error.next_step}".strip()
            self._set_message(self._refusal)
        else:
            self._refusal = ""
            self._known = self._desk.session.shown(self.address)
        finally:
            self._sending = False

    def _show_new(self, figures: Figures) -> None:
        """Show whoever is chosen now among those that there are."""
        refresh_choices(self.control, self.kind, figures)
        self.control.set_text(self._desk.session.shown(self.address))

    def _left(self) -> None:
        self._touched = True
        if not self._refusal and exists(self._desk.session.plan, self.address):
            self.control.set_text(self._desk.session.shown(self.address))
            self._changing = False
            self._show_origin(self._desk.figures)
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
