"""The shape that all pages share: title, question, what is missing, then the page's own parts in one column."""

from abc import ABC, abstractmethod
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.forms.layout import Fields
from digisos_wizard.ui.widgets.look.basics import Card, column, label

from .desk import Desk
from .form.form import Form
from .form.shared_own import SharedOwnForm
from .form.trial import Changes, TrialForm
from .parts.contents import PageContents
from .parts.missing import MissingBox
from .parts.table import RecordTable
from .widgets.look.theme import Look

COLUMN_WIDTH = 880
ABOVE = 12
"""Air above a card that is jumped to."""


class Column(QWidget):
    """The column of content: at most 880 px wide (or all there is), with air around."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self.setObjectName("column")
        self._limit = 16_777_215 if wide else COLUMN_WIDTH
        self.body: QVBoxLayout = column(16, (40, 28, 40, 40))
        self.setLayout(self.body)
        self.setMaximumWidth(self._limit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def add(self, part: QWidget | QLayout) -> None:
        """Put a part last in the column."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def minimumSizeHint(self) -> QSize:
        """Let the column become as narrow as its widest part that can't wrap."""
        return QSize(320, super().minimumSizeHint().height())


class Page(ABC):
    """A step of the wizard; `build` makes the widgets once, `show` only renders."""

    key: ClassVar[StepKey]
    wide: ClassVar[bool] = False
    help_beside: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.help = next(step for step in desk.content.steps if step.id == self.key.value)
        self.title = self.help.title
        self.forms: list[Form | SharedOwnForm | TrialForm] = []
        self.tables: list[RecordTable] = []
        self.column = Column(wide=self.wide)
        self.heading = label(self.title, Look.TITLE)
        self.lead = label(self.help.question, Look.LEAD)
        self.missing = MissingBox(self._jump)
        self.column.add(self.heading)
        self.column.add(self.lead)
        self.contents = PageContents(self._show_card)
        self.column.add(self.contents)
        self.widget = QScrollArea()
        self.widget.setAccessibleName(self.title)
        self.widget.setWidgetResizable(True)
        self.widget.setFrameShape(QFrame.Shape.NoFrame)
        self.widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.build()
        self.column.body.addStretch(1)
        self.widget.setWidget(self.column)
        self._cards = [card for card in self.column.findChildren(Card) if self._stands_alone(card)]

    @abstractmethod
    def build(self) -> None:
        """Make the page's parts, once."""

    @abstractmethod
    def show(self, figures: Figures) -> None:
        """Render the plan; compare before setting, never rebuild."""

    def add(self, part: QWidget | QLayout) -> None:
        """Put a part last on the page."""
        self.column.add(part)

    def whole_height(self) -> int:
        """Return the height at which nothing has to scroll."""
        return self.column.sizeHint().height()

    def row_here(self) -> str:
        """Return the id of the row where one is; pages remember none."""
        return ""

    def come_back(self, row_id: str) -> None:
        """Pages remember no row."""

    def arrive(self, before: StepKey) -> None:
        """Take in which step was shown before."""
        del before  # most pages don't care

    def form(self, fields: Fields) -> Form:
        """Return a form for some fields of the step's, known to the page for rendering and jumps."""
        made = Form(self.desk, fields.base, fields.lines)
        self.forms.append(made)
        return made

    def shared_form(self, fields: Fields, *, subject: str, trial: tuple[Changes, str] | None = None) -> SharedOwnForm:
        """Return a form for answers that may differ per municipality, known to the page like `form`."""
        made = SharedOwnForm(self.desk, fields, subject=subject, trial=trial)
        self.forms.append(made)
        return made

    def trial_form(self, fields: Fields, changes: Changes, words: str) -> TrialForm:
        """Return a form that shows what another answer would change before it is given."""
        made = TrialForm(self.desk, fields.base, fields.lines, changes, words)
        self.forms.append(made)
        return made

    def track(self, table: RecordTable) -> RecordTable:
        """Let the page render a table, its detail form, and jump into it."""
        self.tables.append(table)
        return table

    def render(self, figures: Figures) -> None:
        """Render what all pages have, then the page's own parts."""
        self.missing.show_findings(figures.findings_at(self.key, least=Severity.WARNING))
        for table in self.tables:
            table.show_plan(figures)
        for form in self.forms:
            form.show_plan(figures)
        self.show(figures)
        self.contents.offer([card for card in self._cards if not card.isHidden()])

    def focus(self, address: Address) -> bool:
        """Put the cursor at the field of an address, if the page has it; else at a row that shows it."""
        found = any(part.focus(address) for part in (*self.tables, *self.forms))
        found = found or any(table.focus_row(address) for table in self.tables)
        focused = self.column.focusWidget()
        if found and focused is not None:
            self._show_part(focused)
            # A page just built or a row just chosen is laid out in a moment, and the part stands elsewhere then.
            QTimer.singleShot(0, self.widget, lambda: self._show_part(self.column.focusWidget()))
        return found

    def _stands_alone(self, card: Card) -> bool:
        """Tell whether a card has a heading and is no part of another."""
        parent = card.parentWidget()
        while parent is not None and parent is not self.column:
            if isinstance(parent, Card):
                return False
            parent = parent.parentWidget()
        return bool(card.heading.text())

    def _show_card(self, card: Card) -> None:
        """Put a card on top of what is seen, and the cursor at its first control."""
        place = card.mapTo(self.column, card.rect().topLeft()).y()
        self.widget.verticalScrollBar().setValue(place - ABOVE)
        first = next((part for part in card.findChildren(QWidget) if _takes_tab(part)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_part(self, part: QWidget | None) -> None:
        if part is not None:
            self.widget.ensureWidgetVisible(part, 40, 120)

    def validate(self) -> None:
        """Show at the fields what is wrong with them, as Next does."""
        for form in self.forms:
            form.commit()

    def _jump(self, address: Address) -> None:
        self.desk.goto(self.key, address)


def _takes_tab(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
