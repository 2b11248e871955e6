"""A show of hands: big plus and minus, figures to type, and answers of one's own."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.edits import Insert, Remove, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.meetings.course import MOST, TALLIES, count_address
from digisos_wizard.model.workshop import Choice, Tally
from digisos_wizard.ui.widgets.look.basics import button, label, row, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .conductor import Conductor

ANSWERS = 9


@dataclass(frozen=True, slots=True)
class _Line:
    """The widgets of one answer."""

    digit: QLabel
    text: QLineEdit
    less: QPushButton
    count: QLineEdit
    more: QPushButton

    def all(self) -> tuple[QWidget, ...]:
        return (self.digit, self.text, self.less, self.count, self.more)


class HandsPanel(QWidget):
    """Answers with their digits; what is counted stands on the room's screen at once."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self.conductor = conductor
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._lines = [self._line(grid, number) for number in range(1, ANSWERS + 1)]
        grid.setColumnStretch(1, 1)
        self.add_answer = button(_("Legg til svar"), Look.QUIET, self._add_answer)
        self.drop_answer = button(_("Fjern siste svar"), Look.QUIET, self._drop_answer)
        self.again = button(_("Ny opprekning"), Look.SECONDARY, conductor.new_tally)
        self.help = label(
            _("Tastene 1–9 teller en hånd opp, Alt og tallet teller ned, når du ikke skriver i et felt."), Look.SMALL
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addLayout(row(self.again, self.add_answer, self.drop_answer, None, spacing=8))
        layout.addWidget(self.help)
        layout.addStretch(1)

    def _line(self, grid: QGridLayout, number: int) -> _Line:
        digit = short_label(str(number), Look.FIGURE)
        text, count = QLineEdit(), QLineEdit()
        text.setAccessibleName(_("Svar {number}").format(number=number))
        text.textEdited.connect(partial(self._named, number))
        count.setAccessibleName(_("Antall hender for svar {number}").format(number=number))
        count.setValidator(QIntValidator(0, MOST, count))
        count.setFixedWidth(76)
        count.setAlignment(Qt.AlignmentFlag.AlignRight)
        count.textEdited.connect(partial(self._typed, number))
        less = button("−", Look.SECONDARY, partial(self._count, number, -1), name=_("En hånd mindre"))
        more = button("+", Look.PRIMARY, partial(self._count, number, 1), name=_("En hånd mer"))
        for one in (less, more):
            one.setFixedWidth(64)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = _Line(digit, text, less, count, more)
        for position, widget in enumerate(line.all()):
            grid.addWidget(widget, number, position)
        return line

    def show_plan(self, _figures: Figures) -> None:
        """Show the answers and how many hands each has."""
        tally = self.conductor.tally
        words = self.conductor.answers()
        for position, line in enumerate(self._lines):
            there = position < len(words)
            for widget in line.all():
                widget.setVisible(there)
            if there:
                count = tally.choices[position].count if tally is not None else 0
                _show(line.text, words[position])
                if not (line.count.hasFocus() and line.count.text() == "" and count == 0):
                    _show(line.count, str(count))
                line.less.setEnabled(count > 0)
        self.add_answer.setEnabled(len(words) < ANSWERS)
        self.drop_answer.setEnabled(len(words) > 1)
        self.again.setVisible(tally is not None)

    def _tally(self) -> Tally | None:
        """Return the show of hands, made where there is none yet."""
        if self.conductor.tally is None:
            self.conductor.new_tally()
        return self.conductor.tally

    def _count(self, number: int, by: int) -> None:
        self.conductor.count(number, by)

    def _typed(self, number: int, text: str) -> None:
        tally = self._tally()
        address = count_address(tally, number) if tally is not None else None
        if address is not None:
            self.conductor.write(Set(address, min(MOST, int(text or 0))), merge="/".join(address))

    def _named(self, number: int, text: str) -> None:
        tally = self._tally()
        if tally is not None:
            address = (*TALLIES, tally.id, "choices", tally.choices[number - 1].id, "text")
            self.conductor.write(Set(address, text), merge="/".join(address))

    def _add_answer(self) -> None:
        tally = self._tally()
        if tally is not None:
            new = max((int(choice.id) for choice in tally.choices if choice.id.isdigit()), default=0) + 1
            self.conductor.write(Insert((*TALLIES, tally.id, "choices"), Choice(id=str(new))))
            self._lines[len(tally.choices)].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_answer(self) -> None:
        tally = self._tally()
        if tally is not None:
            self.conductor.write(Remove((*TALLIES, tally.id, "choices", tally.choices[-1].id)))


def _show(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
