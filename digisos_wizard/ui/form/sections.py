"""A form in sections: the heading to the left, its fields to the right, and more behind links that say their name."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, translated
from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms.layout import Lines, paths_in
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Field, Manner
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.look.basics import button, label, short_label, text_scale
from digisos_wizard.ui.widgets.look.flow import flow
from digisos_wizard.ui.widgets.look.theme import Look

HEADING_WIDTH, NARROW = 160, 560


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines of fields at dotted paths; one that is `folded` stands behind a link until asked for.

    Without a heading the fields have the whole width. A section may have a `piece` of its own below its fields;
    `manner` is how much room the fields take.
    """

    title: str
    lines: Sequence[Sequence[str]]
    folded: bool = False
    help: str = ""
    piece: QWidget | None = None
    manner: Manner = Manner.FULL


def sections_of(lines: Lines, folded: Collection[str] = (), *, manner: Manner = Manner.FULL) -> Sequence[Section]:
    """Return the lines of a form as sections: every heading between them begins one; those named are folded."""
    found: list[tuple[str, list[Sequence[str]]]] = []
    for line in lines:
        if isinstance(line, str):
            found.append((line, []))
        else:
            if not found:
                found.append(("", []))
            found[-1][1].append(line)
    return [Section(translated(title), tuple(inside), folded=title in folded, manner=manner) for title, inside in found]


class _Place(QWidget):
    """Where a section stands; its fields are made when they are first seen, in their place, which is far cheaper."""

    def __init__(self, section: Section, *, first: bool) -> None:
        super().__init__()
        self.section, self._first = section, first
        self.form: Form | None = None
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if section.piece is not None:
            section.piece.setParent(self)
            section.piece.hide()

    def fill(self, desk: Desk, base: Address) -> Form:
        """Make heading and fields."""
        section = self.section
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        if not self._first:
            line = QFrame(self)
            line.setObjectName("apart")
            line.setFixedHeight(1)
            outer.addWidget(line)
        self._inside.setSpacing(12)
        outer.addLayout(self._inside)
        if section.title:
            heading = label(section.title, Look.SUBHEADING)
            heading.setFixedWidth(HEADING_WIDTH)
            heading.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._inside.addWidget(heading)
        self.form = Form(desk, base, section.lines, manner=section.manner, spacing=12, parent=self)
        self._inside.addWidget(self.form, 1)
        self.form.show()  # where its place is in sight, Qt would show it only a moment later
        if section.piece is not None:
            outer.addWidget(section.piece)
            section.piece.show()
        if section.help:
            outer.addWidget(label(section.help, Look.HELP))
        return self.form

    def turn(self, *, narrow: bool) -> None:
        """Put the heading above the fields, or beside them."""
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if narrow else ways.LeftToRight
        if self._inside.direction() is not wanted:
            self._inside.setDirection(wanted)


class SectionForm(QWidget):
    """Sections below each other, bound to one row; with little width the headings stand above their fields."""

    def __init__(self, desk: Desk, base: Address, sections: Sequence[Section]) -> None:
        super().__init__()
        self._desk = desk
        self.base = base
        self._unfolded: set[str] = set()
        self._folded = {section.title for section in sections if section.folded}
        self._wanted: Callable[[str], bool] = lambda _path: True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._places = [_Place(section, first=section is sections[0]) for section in sections]
        for place in self._places:
            layout.addWidget(place)
        self._links: dict[str, QPushButton] = {
            section.title: button(section.title, Look.LINK, partial(self.unfold, section.title))
            for section in sections
            if section.title
        }
        self._also = QWidget()
        self._also.setLayout(flow(short_label(_("Vis også:"), Look.HELP), *self._links.values(), spacing=6))
        layout.addWidget(self._also)
        layout.addStretch(1)
        self._share()

    def _made(self) -> Sequence[Form]:
        """Return the forms of the sections that have been seen."""
        return [place.form for place in self._places if place.form is not None]

    def _form_of(self, place: _Place) -> Form:
        """Return the form of a section, made now if need be."""
        if place.form is not None:
            return place.form
        form = place.fill(self._desk, self.base)
        form.ask_only(self._wanted)
        form.show_plan(self._desk.figures)
        return form

    # -------------------------------------------------------------------------------------------------------- showing

    @property
    def fields(self) -> dict[str, Field]:
        """All fields by path, also those that nobody has asked for yet."""
        return {path: field for place in self._places for path, field in self._form_of(place).fields.items()}

    def seen(self, path: str) -> Field | None:
        """Return a field that has been seen, None as long as nobody has asked for it."""
        return next((form.fields[path] for form in self._made() if path in form.fields), None)

    def point_at(self, base: Address) -> None:
        """Bind all fields to another row."""
        if base != self.base:
            self.base = base
            self._unfolded.clear()
            for form in self._made():
                form.point_at(base)

    def show_plan(self, figures: Figures) -> None:
        """Show the plan's values."""
        for form in self._made():
            form.show_plan(figures)
        self._share()
        for place in self._places:
            if not place.isHidden():
                self._form_of(place)

    def ask_only(self, wanted: Callable[[str], bool]) -> None:
        """Show the fields whose path is wanted, and the sections and links that have any."""
        self._wanted = wanted
        for form in self._made():
            form.ask_only(wanted)
        self._share()

    def fold(self, titles: Collection[str]) -> None:
        """Let other sections than declared stand behind links, where what the row is decides it."""
        self._folded = set(titles)
        self._share()

    def unfold(self, title: str) -> None:
        """Show a section that stood behind a link, and come to its first field."""
        self._unfolded.add(title)
        place = next(place for place in self._places if place.section.title == title)
        form = self._form_of(place)
        self._share()
        first = next((field for path, field in form.fields.items() if self._wanted(path)), None)
        if first is not None:
            first.take_focus()

    def focus(self, address: Address) -> bool:
        """Put the cursor at the field of an address, unfolding its section; tells whether it is here."""
        for place in self._places:
            paths = paths_in(place.section.lines)
            if any((*self.base, *path.split("."))[: len(address)] == address for path in paths):
                if place.section.title in self._folded and len(address) > len(self.base):
                    self._unfolded.add(place.section.title)
                    self._share()
                return self._form_of(place).focus(address)
        return False

    def commit(self) -> None:
        """Show at all fields what is wrong with them."""
        for form in self._made():
            form.commit()

    # --------------------------------------------------------------------------------------------------------- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the headings above their fields where the width is short."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * text_scale(self)
        for place in self._places:
            place.turn(narrow=narrow)

    def _share(self) -> None:
        for place in self._places:
            section = place.section
            asked = section.piece is not None or any(self._wanted(path) for path in paths_in(section.lines))
            shut = section.title in self._folded and section.title not in self._unfolded
            place.setVisible(asked and not shut)
            if section.title:
                self._links[section.title].setVisible(asked and shut)
        self._also.setVisible(any(not link.isHidden() for link in self._links.values()))
