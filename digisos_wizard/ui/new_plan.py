"""A new plan in four questions; what one gets stands to the right and follows each answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from digisos_wizard.errors import ParseError, PersonalNumberError, UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.begin import Beginning, begun
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.screening import screen
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.model.told.at_once import at_once
from digisos_wizard.parse import day, integer
from digisos_wizard.ui.widgets.look.basics import button, clear, label, row, set_property, set_text, short_label
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look

MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class NewPlanActions:
    """What the page can ask for: the plan with its answers, or the way back."""

    make: Callable[[Beginning], object]
    leave: Callable[[], object]


def refusal(text: str) -> str:
    """Return why a text can't be taken in at all, empty where it can."""
    try:
        screen(text)
    except PersonalNumberError as error:
        return f"{error.message} {error.next_step}".strip()
    return ""


def tell(line: QLineEdit, beside: QLabel, wrong: str, *, also: str = "") -> None:
    """Say beside a line what is wrong with it, after what is wrong with the one before."""
    set_text(beside, also or wrong)
    set_property(line, "wrong", "true" if wrong else "false")
    line.setAccessibleDescription(wrong)


class PlaceLine(QWidget):
    """A municipality: its name and its inhabitants."""

    def __init__(self, number: int, changed: Callable[[], object]) -> None:
        super().__init__()
        self.name, self.people = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(_("Kommune {number}, navn").format(number=number))
        self.people.setAccessibleName(_("Kommune {number}, innbyggere").format(number=number))
        self.name.setFixedWidth(220)
        self.people.setFixedWidth(100)
        self.people.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._wrong = label("", Look.ERROR)
        layout = row(self.name, self.people, short_label(_("innbyggere"), Look.HELP), self._wrong, spacing=8)
        self.setLayout(layout)
        for line in (self.name, self.people):
            line.textChanged.connect(changed)

    def answer(self) -> tuple[str, int | None] | None:
        """Return name and inhabitants, None for an empty line; what can't be read is told beside it."""
        name, text = self.name.text().strip(), self.people.text().strip()
        refused, people, wrong = refusal(name), None, refusal(text)
        try:
            people = integer(text) if text and not wrong else None
        except ParseError:
            wrong = _("Skriv et helt tall, for eksempel 8 140.")
        tell(self.name, self._wrong, refused)
        tell(self.people, self._wrong, wrong, also=refused)
        return (name, people) if name or people is not None else None

    def wrong(self) -> QLineEdit | None:
        """Return the first field with something that can't be taken in."""
        return next((one for one in (self.name, self.people) if one.property("wrong") == "true"), None)


class NewPlan(QWidget):
    """The four questions on one page; Enter goes to the next, and the last one makes the plan."""

    def __init__(self, content: Content, today: Callable[[], date], actions: NewPlanActions) -> None:
        super().__init__()
        self._content, self._today, self._actions = content, today, actions
        self.office = QLineEdit()
        self.office.setAccessibleName(_("Hva heter kontoret?"))
        self.office.setFixedWidth(330)
        self.places: list[PlaceLine] = []
        self.kinds: dict[PlanKind, QRadioButton] = {}
        self._cards: dict[PlanKind, QFrame] = {}
        self._group = QButtonGroup(self)
        self.wished = QLineEdit()
        self.wished.setAccessibleName(_("Ønsket dag"))
        self.wished.setFixedWidth(220)
        self.unknown = QCheckBox(_("Vet ikke ennå"))
        self._wrong_office, self._wrong_day = label("", Look.ERROR), label("", Look.ERROR)
        self._error = label("", Look.ERROR)
        self.asked_day = label("", Look.SUBHEADING)
        self._place_lines = QVBoxLayout()
        self._get = QVBoxLayout()
        self._shown: Sequence[tuple[str, str]] = ()
        self.make = button(_("Lag planen"), Look.PRIMARY, self._make)
        self._lay_out()
        self.begin_anew()

    def _lay_out(self) -> None:
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(self._questions_side())
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(scroller, 1)
        body.addWidget(self._given_side())
        bar = QFrame()
        bar.setObjectName("bottombar")
        leave = button(_("Avbryt"), Look.QUIET, self._actions.leave)
        told = short_label(_("Planen lagres først når du velger hvor"), Look.HELP)
        foot = row(leave, None, told, self.make, spacing=16)
        foot.setContentsMargins(56, 8, 32, 8)
        bar.setLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(bar)
        self.office.textChanged.connect(self._changed)
        self.office.returnPressed.connect(self._to_places)
        self.wished.textChanged.connect(self._day_typed)
        self.wished.returnPressed.connect(self._make)
        self.unknown.toggled.connect(self._changed)

    def _questions_side(self) -> QWidget:
        left = QWidget()
        left.setObjectName("column")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(70, 24, 44, 16)
        inside.setSpacing(6)
        inside.addWidget(label(_("Fire spørsmål, så er planen i gang"), Look.PART_TITLE))
        inside.addWidget(label(_("Alt kan endres senere. Enter går til neste spørsmål."), Look.HELP))
        inside.addSpacing(6)
        more = button(_("Legg til kommune"), Look.QUIET, self.add_place)
        more.setIcon(as_icon(Icon.PLUS, QColor(worn().accent.text)))
        self._place_lines.setSpacing(6)
        places = QVBoxLayout()
        places.setSpacing(2)
        places.addLayout(self._place_lines)
        places.addLayout(row(more, None))
        kinds = QGridLayout()
        kinds.setSpacing(10)
        options = next(found for found in self._content.options if found.id == "PlanKind").options
        for position, option in enumerate(options):
            kinds.addWidget(self._kind(PlanKind(option.value), option.label, option.help), position // 2, position % 2)
        questions: tuple[tuple[QWidget, QLayout], ...] = (
            (label(_("Hva heter kontoret?"), Look.SUBHEADING), row(self.office, self._wrong_office, None, spacing=8)),
            (label(_("Hvilke kommuner, og hvor mange bor der?"), Look.SUBHEADING), places),
            (label(_("Hva gjelder planen?"), Look.SUBHEADING), kinds),
            (self.asked_day, row(self.wished, self.unknown, self._wrong_day, None, spacing=14)),
        )
        for number, (question, answer) in enumerate(questions, start=1):
            inside.addLayout(self._question(number, question, answer))
        inside.addWidget(self._error)
        inside.addStretch(1)
        return left

    def _given_side(self) -> QWidget:
        right = QWidget()
        right.setObjectName("helppanel")
        right.setFixedWidth(420)
        side = QVBoxLayout(right)
        side.setContentsMargins(28, 28, 32, 16)
        side.addWidget(label(_("Dette får dere med en gang"), Look.HEADING))
        side.addLayout(self._get)
        side.addStretch(1)
        return right

    def _to_places(self) -> None:
        self.places[0].name.setFocus()

    def _question(self, number: int, question: QWidget, answer: QLayout) -> QHBoxLayout:
        figure = label(str(number), Look.SUBHEADING)
        figure.setFixedWidth(22)
        figure.setProperty("tone", "accent")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(question)
        column.addLayout(answer)
        made = QHBoxLayout()
        made.setContentsMargins(0, 4, 0, 4)
        made.setSpacing(8)
        figure.setAlignment(Qt.AlignmentFlag.AlignTop)
        made.addWidget(figure)
        made.addLayout(column, 1)
        return made

    def _kind(self, kind: PlanKind, words: str, more: str) -> QWidget:
        card = QFrame()
        card.setProperty("look", Look.CARD.value)
        radio = QRadioButton(words)
        radio.setAccessibleName(words)
        radio.setAccessibleDescription(more)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 8)
        inside.setSpacing(0)
        inside.addWidget(radio)
        below = label(more, Look.SMALL)
        below.setContentsMargins(30, 0, 0, 0)
        inside.addWidget(below)
        radio.toggled.connect(lambda checked: self._kind_chosen(kind) if checked else None)
        self._group.addButton(radio)
        self.kinds[kind] = radio
        self._cards[kind] = card
        return card

    # ------------------------------------------------------------------------------------------------------- answers

    def begin_anew(self) -> None:
        """Show the page with nothing answered."""
        for line in self.places:
            line.hide()
            line.deleteLater()
        self.places = []
        self.add_place()
        self.office.clear()
        self.wished.clear()
        self.unknown.setChecked(False)
        self.kinds[PlanKind.INTRODUCTION].setChecked(True)
        self._kind_chosen(PlanKind.INTRODUCTION)
        set_text(self._error, "")
        self.office.setFocus()

    def add_place(self) -> None:
        """Add a line for another municipality."""
        if len(self.places) < MOST_PLACES:
            line = PlaceLine(len(self.places) + 1, self._changed)
            self.places.append(line)
            self._place_lines.addWidget(line)
            line.name.returnPressed.connect(line.people.setFocus)
            line.people.returnPressed.connect(self.wished.setFocus)
            line.name.setFocus()

    def _kind_chosen(self, kind: PlanKind) -> None:
        """Let the last question follow what the plan is for."""
        for one in self.kinds:
            set_property(self._cards[one], "chosen", "true" if one is kind else "false")
        asked = {
            PlanKind.INTRODUCTION: _("Når vil dere koble på?"),
            PlanKind.NEW_VENDOR: _("Når vil dere bytte?"),
            PlanKind.MERGER: _("Når skjer det?"),
            PlanKind.FOLLOW_UP: _("Når skal dere måle neste gang?"),
        }
        set_text(self.asked_day, asked[kind])
        self._changed()

    def beginning(self) -> Beginning:
        """Return the answers as they are; what can't be read is left out, and told beside it."""
        places = tuple(answer for line in self.places if (answer := line.answer()) is not None)
        kind = next((one for one, radio in self.kinds.items() if radio.isChecked()), PlanKind.INTRODUCTION)
        office = self.office.text().strip()
        tell(self.office, self._wrong_office, refusal(office))
        return Beginning(office, places, kind, self._wished())

    def _wished(self) -> date | None:
        text = self.wished.text().strip()
        wrong, found = "", None
        if text and not self.unknown.isChecked():
            try:
                found = day(text)
            except ParseError:
                wrong = _("Skriv en dato, for eksempel 4. mars {year}.").format(year=self._today().year + 1)
        tell(self.wished, self._wrong_day, wrong)
        return found

    def _day_typed(self) -> None:
        if self.wished.text().strip():
            self.unknown.setChecked(False)
        self._changed()

    def _changed(self) -> None:
        counter = iter(range(1, 1000))
        document = begun(self._content, lambda: f"n{next(counter)}", self.beginning(), self._today())
        figures = Figures(document, self._content, self._today())
        self._show(at_once(figures))

    def _show(self, told: Sequence[tuple[str, str]]) -> None:
        if told == self._shown:
            return
        self._shown = told
        clear(self._get)
        for title, below in told:
            self._get.addWidget(label(title, Look.LABEL))
            if below:
                self._get.addWidget(label(below, Look.HELP))
            line = QFrame()
            line.setObjectName("apart")
            line.setFixedHeight(1)
            self._get.addWidget(line)

    def _make(self) -> None:
        beginning = self.beginning()
        lines = (self.office, *(one.wrong() for one in self.places), self.wished)
        wrong = next((one for one in lines if one is not None and one.property("wrong") == "true"), None)
        if wrong is not None:
            wrong.setFocus()
            return
        try:
            self._actions.make(beginning)
        except UserError as error:
            set_text(self._error, f"{error.message} {error.next_step}".strip())
