"""The order of a meeting: the questions one after the other, minutes typed there, and the words of one at a time."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Move, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.rules.meetings.agenda import AGENDA, Asked, minutes_words, total_minutes
from digisos_wizard.model.workshop import AgendaQuestion
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, short_label, shortcut
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

MOVES = (("Alt+Up", -1), ("Alt+Down", 1))


class MeetingOrder(QWidget):
    """Alt and arrows move; the words of a question are changed in the list's place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.total = short_label("", Look.HELP)
        columns = (Column(_("Spørsmål"), 1, 180), Column(_("Minutter"), 0, 64, numeric=True))
        self.grid = Grid(
            GridParts(
                _("Rekkefølgen i møtet"),
                columns,
                enter=desk.session.enter,
                signs=False,
                chevrons=False,
                header=False,
                refused=desk.say,
            )
        )
        for keys, by in MOVES:
            shortcut(QKeySequence(keys), self.grid, partial(self.move_row, by))
        self.empty = label(_("Kryss av spørsmålene, eller skriv et eget."), Look.HELP)
        self.question = Form(desk, (*AGENDA, "*"), workshop_form.AGENDA.lines)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list_page())
        self.stack.addWidget(self._words_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(label(_("Rekkefølgen"), Look.HEADING), self.total, spacing=8))
        layout.addWidget(self.stack, 1)

    def _list_page(self) -> QWidget:
        acts = (
            (Icon.UP, _("Flytt opp"), _("Alt+pil opp"), partial(self.move_row, -1)),
            (Icon.DOWN, _("Flytt ned"), _("Alt+pil ned"), partial(self.move_row, 1)),
            (Icon.PENCIL, _("Endre ordlyden"), "", self._rewrite),
            (Icon.CLOSE, _("Fjern fra møtet"), "", self._drop),
        )
        self.tools = []
        for icon, words, tip, act in acts:
            tool = button("", Look.BAR, act, name=words)
            tool.setIcon(as_icon(icon, QColor(worn().accent.text)))
            tool.setToolTip(f"{words} ({tip})" if tip else words)
            self.tools.append(tool)
        own = button(_("Skriv et eget spørsmål"), Look.LINK, self._add)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.empty)
        inside.addWidget(self.grid, 1)
        inside.addLayout(row(*self.tools, None, own, spacing=2))
        return holder

    def _words_page(self) -> QWidget:
        done = button(_("Tilbake til rekkefølgen"), Look.SECONDARY, lambda: self.stack.setCurrentIndex(0))
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.question)
        inside.addLayout(row(done, None))
        inside.addStretch(1)
        return holder

    def show_plan(self, figures: Figures) -> None:
        """Show the questions in order."""
        some = bool(figures.agenda)
        self.grid.show_rows(_rows(figures))
        if self.grid.current_row is None and some:
            self.grid.go_to(figures.agenda[0].row_id)
        self.grid.setVisible(some)
        self.empty.setVisible(not some)
        for tool in self.tools:
            tool.setVisible(some)
        time = minutes_words(total_minutes(figures.agenda))
        set_text(self.total, _("Minutter, {time} til sammen").format(time=time) if some else "")
        if not any(one.row_id == self.question.base[-1] for one in figures.agenda):
            self.stack.setCurrentIndex(0)

    def focus_words(self, address: Address) -> bool:
        """Come to the words of a question."""
        self.question.point_at(address[:-1])
        self.question.show_plan(self._desk.figures)
        self.show_plan(self._desk.figures)
        self.stack.setCurrentIndex(1)
        return self.question.focus(address)

    def move_row(self, by: int) -> None:
        """Move the question where one is."""
        here = self.grid.current_row
        ids = [one.id for one in self._desk.session.plan.workshop.agenda]
        if here is None:
            return
        position = ids.index(here.row_id) + by
        if 0 <= position < len(ids):
            self._desk.session.edit(Move(here.address, position))
            self.show_plan(self._desk.figures)  # a key that is held down moves on from there

    def _drop(self) -> None:
        here = self.grid.current_row
        if here is not None:
            self._desk.session.edit(Remove(here.address))

    def _add(self) -> None:
        row_id = self._desk.session.new_row_id()
        self._desk.session.edit(Insert(AGENDA, AgendaQuestion(id=row_id)))
        self.focus_words((*AGENDA, row_id, "text"))

    def _rewrite(self) -> None:
        here = self.grid.current_row
        if here is not None:
            self.focus_words((*here.address, "text"))


def _rows(figures: Figures) -> list[Row]:
    return [
        Row(
            asked.row_id,
            (*AGENDA, asked.row_id),
            (Cell(_("{number}. {title}").format(number=number, title=asked.text)), _minutes(figures, asked)),
            tip=asked.help,
            opens=False,
        )
        for number, asked in enumerate(figures.agenda, start=1)
    ]


def _minutes(figures: Figures, asked: Asked) -> Cell:
    """Return the cell of a question's minutes: the usual ones in grey where the office has none of its own."""
    cell = entry(figures, (*AGENDA, asked.row_id, "minutes"))
    return cell if cell.text or asked.minutes is None else replace(cell, text=str(asked.minutes), quiet=True)
