"""A form in sections: the heading to the left, its fields to the right, and more behind links that say their name."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import button, label, short_label, text_scale
from digisos_wizard.ui.widgets.look.theme import Look

HEADING_WIDTH, NARROW = 160, 560


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines of fields at dotted paths; one that is `folded` stands behind a link until asked for.

    Without a heading the fields have the whole width.
    """

    title: str
    lines: Sequence[Sequence[str]]
    folded: bool = False
    help: str = ""


class SectionForm(QWidget):
    """Sections below each other, bound to one row; with little width the headings stand above their fields."""

    def __init__(self, desk: Desk, base: Address, sections: Sequence[Section]) -> None:
        super().__init__()
        self._desk = desk
        self.base = base
        self._made: list[tuple[Section, QWidget, QBoxLayout, Form]] = []
        self._unfolded: set[str] = set()
        self._folded = {section.title for section in sections if section.folded}
        self._wanted: Callable[[str], bool] = lambda _path: True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for section in sections:
            layout.addWidget(self._section(section))
        self._also = QWidget()
        also = QHBoxLayout(self._also)
        also.setContentsMargins(0, 0, 0, 0)
        also.setSpacing(4)
        also.addWidget(short_label(_("Vis også:"), Look.HELP))
        self._links: dict[str, QPushButton] = {}
        for section in (one for one in sections if one.title):
            link = button(section.title, Look.LINK, partial(self.unfold, section.title))
            self._links[section.title] = link
            also.addWidget(link)
        also.addStretch(1)
        layout.addWidget(self._also)
        layout.addStretch(1)
        self._share()

    def _section(self, section: Section) -> QWidget:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        line = QFrame()
        line.setObjectName("apart")
        line.setFixedHeight(1)
        outer.addWidget(line)
        if not self._made:
            line.hide()
        inside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        inside.setSpacing(12)
        heading = label(section.title, Look.SUBHEADING)
        heading.setFixedWidth(HEADING_WIDTH)
        if not section.title:
            heading.hide()
        heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        form = Form(self._desk, self.base, section.lines)
        inside.addWidget(heading)
        inside.addWidget(form, 1)
        outer.addLayout(inside)
        if section.help:
            outer.addWidget(label(section.help, Look.HELP))
        self._made.append((section, holder, inside, form))
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by path."""
        return {path: field for _section, _holder, _inside, form in self._made for path, field in form.fields.items()}

    def point_at(self, base: Address) -> None:
        """Bind all fields to another row."""
        if base != self.base:
            self.base = base
            self._unfolded.clear()
            for _section, _holder, _inside, form in self._made:
                form.point_at(base)

    def show_plan(self, figures: Figures) -> None:
        """Show the plan's values."""
        for _section, _holder, _inside, form in self._made:
            form.show_plan(figures)
        self._share()

    def ask_only(self, wanted: Callable[[str], bool]) -> None:
        """Show the fields whose path is wanted, and the sections and links that have any."""
        self._wanted = wanted
        for _section, _holder, _inside, form in self._made:
            form.ask_only(wanted)
        self._share()

    def fold(self, titles: Collection[str]) -> None:
        """Let other sections than declared stand behind links, where what the row is decides it."""
        self._folded = set(titles)
        self._share()

    def unfold(self, title: str) -> None:
        """Show a section that stood behind a link, and come to its first field."""
        self._unfolded.add(title)
        self._share()
        form = next(form for section, _holder, _inside, form in self._made if section.title == title)
        first = next((field for path, field in form.fields.items() if self._wanted(path)), None)
        if first is not None:
            first.take_focus()

    def focus(self, address: Address) -> bool:
        """Put the cursor at the field of an address, unfolding its section; tells whether it is here."""
        for section, _holder, _inside, form in self._made:
            if any(field.address[: len(address)] == address for field in form.fields.values()):
                if section.title in self._folded and len(address) > len(self.base):
                    self._unfolded.add(section.title)
                    self._share()
                return form.focus(address)
        return False

    def commit(self) -> None:
        """Show at all fields what is wrong with them."""
        for _section, _holder, _inside, form in self._made:
            form.commit()

    # --------------------------------------------------------------------------------------------------------- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the headings above their fields where the width is short."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < NARROW * text_scale(self)
        for _section, _holder, inside, _form in self._made:
            wanted = ways.TopToBottom if narrow else ways.LeftToRight
            if inside.direction() is not wanted:
                inside.setDirection(wanted)

    def _share(self) -> None:
        for section, holder, _inside, form in self._made:
            asked = any(self._wanted(path) for path in form.fields)
            shut = section.title in self._folded and section.title not in self._unfolded
            holder.setVisible(asked and not shut)
            if section.title:
                self._links[section.title].setVisible(asked and shut)
        self._also.setVisible(any(not link.isHidden() for link in self._links.values()))
