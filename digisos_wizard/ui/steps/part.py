"""The shape that all parts share: the step's name, the part's title with its acts, then what one question needs."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import ClassVar, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import PartWords, StepHelp
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms.layout import Fields
from digisos_wizard.model.parts import PARTS, Part
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Manner
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.form.shared_own import SharedOwnForm
from digisos_wizard.ui.form.trial import Changes, TrialForm
from digisos_wizard.ui.widgets.look.basics import label, row
from digisos_wizard.ui.widgets.look.scroller import MOST, Scroller
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid
from digisos_wizard.ui.widgets.tables.list_detail import ListDetail
from digisos_wizard.ui.widgets.tables.short_list import ShortList

from .files import Files

Asking = TypeVar("Asking", Form, SharedOwnForm, TrialForm, SectionForm)

COLUMN_WIDTH = 880
MARGINS, HEADED_MARGINS = (32, 16, 24, 12), (20, 12, 24, 0)


class PartWidget(QWidget):
    """What is put in the middle of the window; tells when where one is has changed, and to open its own tab beside."""

    walked = Signal()
    beside_wanted = Signal()


class StepPart(ABC):
    """A part of a step; `build` makes the widgets once, `show` only renders.

    `scrolls`: the whole part scrolls; else it fills the room there is, and at most one list in it scrolls.
    `wide`: it takes all the width there is. `acts`: it has a primary act of its own, so that Next is not the blue one.
    `headed`: a list beside its detail has the title above it (as `head`), so that the detail has the whole height.
    """

    step: ClassVar[StepKey]
    key: ClassVar[str]
    scrolls: ClassVar[bool] = True
    wide: ClassVar[bool] = False
    acts: ClassVar[bool] = False
    headed: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.part: Part = next(one for one in PARTS if one.step is self.step and one.key == self.key)
        self.help: StepHelp = next(one for one in desk.content.steps if one.id == self.step.value)
        self.words: PartWords = next(one for one in self.help.parts if one.id == self.key)
        self.forms: list[Form | SharedOwnForm | TrialForm | SectionForm] = []
        self.grids: list[Grid] = []
        self.lists: list[ListDetail] = []
        self.short_lists: list[ShortList] = []
        self.widget = PartWidget()
        self.widget.setAccessibleName(self.words.title)
        self.eyebrow = label(self.help.title, Look.SMALL)
        self.heading = label(self.words.title, Look.PART_TITLE)
        self.summary = label("", Look.SMALL)
        self.head = QWidget()
        self.toolbar = QHBoxLayout()
        self.toolbar.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.inside = QWidget()
        self._bar: QFrame | None = None
        self._lay_out()
        self.build()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self.widget)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inside = self.inside
        inside.setObjectName("column")
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        most = MOST if self.wide or self.headed else COLUMN_WIDTH
        inside.setMaximumWidth(most)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.eyebrow)
        titles.addWidget(self.heading)
        titles.addWidget(self.summary)
        if not self.headed:
            self.summary.hide()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 12 if self.headed else 0, 0)
        head.addLayout(titles, 1)
        head.addLayout(self.toolbar)
        column = QVBoxLayout(inside)
        column.setContentsMargins(*(HEADED_MARGINS if self.headed else MARGINS))
        column.setSpacing(12)
        if not self.headed:
            column.addWidget(self.head)
        column.addLayout(self.body, 1)
        if not self.scrolls:
            outer.addWidget(inside, 1)
            return
        column.addStretch(1)
        self._scroller = Scroller(inside, most)
        outer.addWidget(self._scroller, 1)

    @abstractmethod
    def build(self) -> None:
        """Make what the part holds, once."""

    @abstractmethod
    def show(self, figures: Figures) -> None:
        """Render the plan; compare before setting, never rebuild."""

    # ----------------------------------------------------------------------------------------------------- building

    def add(self, piece: QWidget | QLayout, stretch: int = 0) -> None:
        """Put something last in the part."""
        if isinstance(piece, QWidget):
            self.body.addWidget(piece, stretch)
        else:
            self.body.addLayout(piece, stretch)

    def add_bar(self, *parts: QWidget) -> None:
        """Put a bar of the part's own acts below everything, instead of the window's; the first takes the room left."""
        self._bar = QFrame()
        self._bar.setObjectName("bottombar")
        inside = row(*parts, spacing=10)
        inside.setStretch(0, 1)
        inside.setContentsMargins(28, 8, 24, 8)
        self._bar.setLayout(inside)
        layout = self.widget.layout()
        if layout is not None:
            layout.addWidget(self._bar)

    @cached_property
    def files(self) -> Files:
        """Files out of the part and into it."""
        return Files(self.desk, self.widget)

    def form(self, fields: Fields, *, manner: Manner = Manner.FULL) -> Form:
        """Return a form for some fields of the step's, known to the part for rendering and jumps."""
        return self.known(Form(self.desk, fields.base, fields.lines, manner=manner))

    def shared_form(
        self,
        fields: Fields,
        *,
        subject: str,
        trial: tuple[Changes, str] | None = None,
        sections: Sequence[Section] = (),
    ) -> SharedOwnForm:
        """Return a form for answers that may differ per municipality, known to the part like `form`."""
        return self.known(SharedOwnForm(self.desk, fields, subject=subject, trial=trial, sections=sections))

    def trial_form(self, fields: Fields, changes: Changes, words: str) -> TrialForm:
        """Return a form that shows what another answer would change before it is given."""
        return self.known(TrialForm(self.desk, fields.base, fields.lines, changes, words))

    def known(self, form: Asking) -> Asking:
        """Let the part render a form, and jump into it."""
        self.forms.append(form)
        return form

    def track(self, made: Grid | ListDetail | ShortList) -> None:
        """Let the part jump into a grid or a list, and the bar below walk its rows."""
        if isinstance(made, ShortList):
            self.short_lists.append(made)
        elif isinstance(made, ListDetail):
            self.lists.append(made)
            made.walked.connect(self.widget.walked)
        else:
            self.grids.append(made)

    # ---------------------------------------------------------------------------------------------------- around it

    def render(self, figures: Figures) -> None:
        """Render the part's own content, then the forms."""
        self.show(figures)
        for form in self.forms:
            form.show_plan(figures)

    def focus(self, address: Address) -> bool:
        """Put the cursor where an address stands, opening its row if need be; tells whether it is here."""
        found = any(self._focus_row(one, address) for one in self.lists)
        found = found or any(one.reach(address) for one in self.short_lists)
        found = found or any(grid.focus(address) for grid in self.grids)
        found = any(form.focus(address) for form in self.forms) or found
        if found and self.scrolls:
            QTimer.singleShot(0, self.widget, self._scroller.show_focused)
        return found

    def row_here(self) -> str:
        """Return the id of the row where one is, empty where the part has none."""
        for one in self.lists:
            found = one.open_found or one.grid.current_row
            if found is not None:
                return found.row_id
        rows = (one.current_row for one in self.grids)
        return next((one.row_id for one in rows if one is not None), "")

    def come_back(self, row_id: str) -> None:
        """Come to a row where one was before, as far as it is still there."""
        for one in self.lists:
            if one.grid.go_to(row_id):
                return
        any(one.go_to(row_id) for one in self.grids)

    def begin_here(self) -> None:
        """Come to what an empty list offers, else to the first control: the part is meant, and nothing in it."""
        offered: list[QWidget] = [one.empty.act for one in self.lists if one.is_empty]
        ways = (*offered, *self._from_the_top())
        first = next((one for one in ways if one.isVisibleTo(self.widget) and one.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _from_the_top(self) -> Sequence[QWidget]:
        """Return what Tab leads to, from the top of the part."""
        found = [one for one in self.inside.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

        def place(one: QWidget) -> tuple[int, int]:
            corner = one.mapTo(self.inside, QPoint())
            return corner.y(), corner.x()

        return sorted(found, key=place)

    def _focus_row(self, one: ListDetail, address: Address) -> bool:
        row = one.grid.row_at(address)
        if row is None:
            return False
        if len(address) > len(row.address) or not one.in_place:
            one.open_row(row.row_id)
            self.render(self.desk.figures)
        one.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, one, one.show_focused)
        return True

    @property
    def has_act(self) -> bool:
        """Whether there is a primary act to be seen: the part's own, or that of an empty list."""
        return self.acts or any(one.is_empty and one.empty.act.isVisibleTo(self.widget) for one in self.lists)

    @property
    def bars_itself(self) -> bool:
        """Whether the part has a bar of acts of its own for now, instead of the one below it."""
        return self._bar is not None

    def arrive(self, before: StepKey) -> None:
        """Take in which step was shown before."""
        del before  # most parts don't care

    def begin_at_top(self) -> None:
        """Show the part from its beginning, as when one comes to it."""
        if self.scrolls:
            self._scroller.verticalScrollBar().setValue(0)

    def validate(self) -> None:
        """Show at the fields what is wrong with them, as Next does."""
        for form in self.forms:
            form.commit()

    def whole_height(self) -> int:
        """Return the height at which nothing has to scroll."""
        layout = self.inside.layout()
        if self.scrolls and layout is not None:
            return layout.totalHeightForWidth(self.inside.width())
        areas = [one for one in self.inside.findChildren(QAbstractScrollArea) if one.isVisible()]
        return self.inside.height() + max((one.verticalScrollBar().maximum() for one in areas), default=0)

    def walking(self) -> ListDetail | None:
        """Return the list whose row is open in its place, so that the bar walks the rows; None where none is."""
        return next((one for one in self.lists if one.in_place and one.isVisibleTo(self.widget)), None)

    def panel_tab(self) -> tuple[str, QWidget] | None:
        """Return a tab of the part's own for the panel beside, None where it has none."""
        return None

    def below_remaining(self, figures: Figures) -> str:
        """Return a sentence below what remains, such as what it is used for."""
        del figures
        return ""

    def jump(self) -> Callable[[Address], None]:
        """Return how one gets to another place of this step."""
        return lambda address: self.desk.goto(self.step, address)
