"""What holds at every place of the window, with the examples and an empty plan: it fits, lands, stays, is reached."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from digisos_wizard import content as handbook
from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import exists, pattern
from digisos_wizard.model.benefits import Measurement
from digisos_wizard.model.edits import Insert, apply
from digisos_wizard.model.findings import Finding
from digisos_wizard.model.forms.layout import paths_in, patterns
from digisos_wizard.model.parts import Part, part_of
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.steps import STEPS
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.places import LOOKUP, Place, places
from digisos_wizard.ui.shell import Menus, Shell
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.list_detail import ListDetail
from digisos_wizard.ui.widgets.tables.short_list import ShortList
from tests.ui.conftest import NOW
from tests.ui.hands import fields, grids

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QAbstractItemView)
LOW, USUAL, SMALL = (1366, 688), (1366, 768), (1024, 640)
"""The window: maximised above the taskbar of a small screen, the whole of it, and a small one."""
SLOW_LAYOUTS = 3
"""Rounds until texts that wrap within each other have the height that they need."""
MOST_TABS = 400
"""Enough for every cell of a grid of an example."""

UNSEEN = {"costs.project_coverage.shares.*.percent": "asked where an amount is shared by percent, as in no example"}
"""Fields that none of these plans shows, and why."""

TWICE = {
    "costs.project_coverage.": "the form of a line of the offer begins where that of the project work stands",
    "privacy.risks.*.measures.*.": "the plan of measures gathers what every risk has",
}
"""Beginnings of fields that two parts show, and why."""

TALLER: dict[tuple[str, str], str] = {}
"""Plan and place -> why it may be higher than two screens for now."""


def read(name: str) -> Document:
    """Return an example plan, or an empty one."""
    path = resources() / "examples" / f"{name}.digisos"
    document = planfile.read(path).document if name != "empty" else Document()
    return measured(document) if name == "hamar" else document


def measured(document: Document) -> Document:
    """Return a document in which one of the benefits has been measured between the measuring points."""
    table = ("benefits", "items", document.plan.benefits.items[0].id, "measurements")
    row = Measurement(id="m", measured_on=NOW.date(), value=Decimal(20))
    return Document(plan=apply(document.plan, Insert(table, row)), drafts=document.drafts)


PLANS = {name: read(name) for name in ("hamar", "vertskommune", "empty")}


@dataclass(frozen=True, slots=True)
class Case:
    """A place of a plan."""

    plan: str
    place: Place

    def __str__(self) -> str:
        """Return what the test is called by."""
        return "-".join(filter(None, (self.plan, self.place.step.value, self.place.part)))


CASES = [Case(name, place) for name, document in PLANS.items() for place in (*places(document.plan), LOOKUP)]
PART_CASES = [case for case in CASES if case.place.part and case.place != LOOKUP]
every_place = pytest.mark.parametrize("case", CASES, ids=str)
every_part = pytest.mark.parametrize("case", PART_CASES, ids=str)


class Windows:
    """A shell on each plan, built when first asked for, with its plan as it was at first."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self._shells: dict[str, Shell] = {}

    def at(self, case: Case, size: tuple[int, int] = USUAL) -> Shell:
        """Return the shell of a plan at a place, in a window of a size."""
        shell = self._shells.get(case.plan) or self._open(case.plan)
        if shell.session.document != PLANS[case.plan]:
            shell.session.start(PLANS[case.plan], None)
        shell.resize(*size)
        shell.show_place(case.place)
        settle(self.app)
        return shell

    def _open(self, plan: str) -> Shell:
        session = Session(handbook.load(), None, lambda: NOW, iter_ids().__next__)
        session.start(PLANS[plan], None)
        shell = self._shells[plan] = Shell(session, Menus())
        shell.show()
        return shell

    def close(self) -> None:
        """Let all shells go."""
        for shell in self._shells.values():
            shell.close_plan()
            shell.deleteLater()
        settle(self.app)


@pytest.fixture(scope="module")
def windows(dressed: QApplication) -> Iterator[Windows]:
    """The windows of this module."""
    made = Windows(dressed)
    yield made
    made.close()


def part_at(shell: Shell) -> StepPart:
    """Return the part on screen."""
    view = shell.view(shell.here)
    assert isinstance(view, StepPart)
    return view


def seen(root: QWidget, kind: type[QWidget] = QWidget) -> Sequence[QWidget]:
    """Return the visible widgets of a kind."""
    return [one for one in root.findChildren(kind) if one.isVisible()]


# -------------------------------------------------------------------------------------- rules that a look is enough for


def fits(shell: Shell, case: Case) -> Iterator[str]:
    """Yield how high a part is that is higher than two screens."""
    height, room = part_at(shell).whole_height(), shell.stack.height()
    if height > 2 * room and (case.plan, shell.written_place) not in TALLER:
        yield f"{height / room:.2f} screens"


def one_thing_scrolls(shell: Shell, _case: Case) -> Iterator[str]:
    """Yield what scrolls, where more than one thing does."""
    areas = [one for one in seen(part_at(shell).widget) if isinstance(one, QAbstractScrollArea)]
    scrolling = [one for one in areas if one.verticalScrollBar().maximum() > 0]
    if len(scrolling) > 1:
        yield from (f"{type(one).__name__} {one.accessibleName()} scrolls" for one in scrolling)


def begins_at_its_top(shell: Shell, _case: Case) -> Iterator[str]:
    """Yield a heading that is not seen."""
    heading = part_at(shell).heading
    if not heading.isVisible() or not shell.stack.rect().contains(rect_in(heading, shell.stack)):
        yield "its heading is not seen"


def one_is_primary(shell: Shell, case: Case) -> Iterator[str]:
    """Yield the primary buttons where there are several, or none although something leads on."""
    primary = [one for one in seen(shell) if one.property("look") == Look.PRIMARY.value]
    if len(primary) > 1:
        yield from (f"{one.accessibleName()} is primary" for one in primary)
    if not primary and case.place != places(PLANS[case.plan].plan)[-1] and not part_at(shell).acts:
        yield "nothing is primary"


def speaks_addresses(shell: Shell, case: Case) -> Iterator[str]:
    """Yield fields and rows that are not about a place in the plan."""
    view = shell.view(case.place)
    for one in fields(view):
        if pattern(Plan, one.address) != one.kind.spec.id:
            yield f"{one.kind.spec.id} is bound to {one.address}"
        buddies = [label.buddy() for label in one.findChildren(QLabel) if label.buddy() is not None]
        if not all(buddy in one.control.targets() for buddy in buddies):
            yield f"the label of {one.address} names something else"
    addresses = [row.address for grid in grids(view) for row in grid.rows_model.rows if row.chosen]
    yield from (f"no {address}" for address in addresses if not exists(shell.session.plan, address))


def controls_have_names(shell: Shell, case: Case) -> Iterator[str]:
    """Yield controls that have no name, or that Tab doesn't lead to."""
    view = shell.view(case.place).widget
    for one in controls(shell):
        if one.isVisible() and not one.accessibleName():
            yield f"{type(one).__name__} {one.objectName()} has no name"
        if (one.isVisible() or view.isAncestorOf(one)) and one.isEnabled() and not takes_tab(one):
            yield f"{one.accessibleName()} is not reached by Tab"


FOR_ALL = (begins_at_its_top, speaks_addresses, controls_have_names)
"""What holds for the reference too, where a list and a text are read beside each other and nothing leads on."""
RULES = (fits, one_thing_scrolls, begins_at_its_top, one_is_primary, speaks_addresses, controls_have_names)


@every_place
def test_a_place_keeps_the_rules(windows: Windows, case: Case) -> None:
    shell = windows.at(case, LOW)
    rules = FOR_ALL if case.place == LOOKUP else RULES
    broken = [f"{rule.__name__}: {told}" for rule in rules for told in rule(shell, case)]
    assert not broken, "\n".join(broken)


@every_place
def test_nothing_is_cut_sideways(windows: Windows, case: Case) -> None:
    shell = windows.at(case, SMALL)
    assert shell.width() == SMALL[0], "nothing makes the window wider than the screen"
    view = shell.view(case.place)
    if isinstance(view, StepPart):
        assert view.inside.minimumSizeHint().width() <= shell.stack.width()
    for area in (view.widget, *seen(view.widget)):
        if isinstance(area, QAbstractScrollArea) and not isinstance(area, QAbstractItemView):
            assert area.horizontalScrollBar().maximum() == 0, area.accessibleName()


# ------------------------------------------------------------------------------------------------------------- jumps


def rect_in(widget: QWidget, root: QWidget) -> QRect:
    """Return where a widget stands in another one."""
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def where_one_is(shell: Shell) -> QRect:
    """Return where the cursor is: the control with the focus, in a list or a grid its cell or row."""
    focused = shell.focusWidget()
    assert focused is not None
    if isinstance(focused, QAbstractItemView):
        index = focused.currentIndex()
        assert index.isValid()
        found = focused.visualRect(index)
        return QRect(focused.viewport().mapTo(shell.stack, found.topLeft()), found.size())
    return rect_in(focused, shell.stack)


@pytest.mark.parametrize("plan", PLANS)
def test_every_finding_has_a_place_to_land_on_screen(windows: Windows, plan: str) -> None:
    shell = windows.at(Case(plan, places(PLANS[plan].plan)[0]))
    lost = []
    for found in shell.session.figures.findings:
        shell.show_place(places(PLANS[plan].plan)[0])
        shell.goto(found.step, found.address)
        settle(windows.app)
        if not landed(shell, found):
            lost.append((found.rule, "/".join(found.address), str(shell.here)))
    assert not lost, "\n".join(map(str, lost))


def landed(shell: Shell, found: Finding) -> bool:
    """Tell whether the cursor came to what a finding is about, inside of what is seen."""
    view, part = shell.view(shell.here), part_of(found)
    focused: QWidget | None = shell.focusWidget()
    if part is None:
        return shell.current is found.step
    if focused is None:
        return False
    if view.part is not part or not view.widget.isAncestorOf(focused):
        return False
    return shell.stack.rect().intersects(where_one_is(shell))


# ------------------------------------------------------------------------------------------------------------- fields


def asked_in(windows: Windows, plan: str) -> Iterator[tuple[str, Part]]:
    """Yield which part asks for which field, as a pattern, with every row opened in turn."""
    for place in places(PLANS[plan].plan):
        shell = windows.at(Case(plan, place))
        view = shell.view(place)
        yield from ((one.kind.spec.id, view.part) for one in fields(view))
        lists: Sequence[ListDetail | ShortList] = (*view.lists, *view.short_lists)
        opened: Sequence[Callable[[], None]] = [
            partial(one.open_row, row.row_id) for one in lists for row in one.walkable
        ]
        for open_one in (lambda: None, *opened):
            open_one()
            for grid in grids(view):
                places_in = (cell.place for row in grid.rows_model.rows for cell in row.cells if cell.place)
                yield from ((pattern(Plan, one), view.part) for one in places_in)


def test_every_field_is_asked_for_in_exactly_one_part(windows: Windows) -> None:
    told: dict[str, set[Part]] = {}
    for plan in PLANS:
        for name, where in asked_in(windows, plan):
            told.setdefault(name, set()).add(where)
    forms = [part for step in STEPS if step.form is not None for part in step.form.parts]
    wanted = {found for part in forms for found in patterns(part, paths_in(part.lines))}
    assert wanted - set(told) - set(UNSEEN) == set(), "nowhere"
    several = {
        name: sorted(part.key for part in where)
        for name, where in told.items()
        if len(where) > 1 and not name.startswith(tuple(TWICE))
    }
    assert several == {}


# --------------------------------------------------------------------------------------------------- nothing moves


def standing(view: StepPart) -> dict[QWidget, QRect]:
    """Return where everything visible stands in a part."""
    return {one: rect_in(one, view.widget) for one in seen(view.widget)}


@every_part
def test_nothing_moves_above_or_at_what_is_filled_in(windows: Windows, case: Case) -> None:
    shell = windows.at(case)
    view = part_at(shell)
    for found in shell.session.figures.findings_in(view.part):
        windows.at(case)
        here = next((one for one in fields(view) if one.address == found.address and not one.kind.picked), None)
        if here is None or not view.focus(found.address):
            continue
        settle(windows.app)
        before, edge = standing(view), rect_in(here, view.widget).bottom()
        shell.session.enter(found.address, here.kind.example)
        shell.redraw()
        for _round in range(SLOW_LAYOUTS):
            settle(windows.app)
        after = standing(view)
        moved = [
            repr(one)
            for one, rect in before.items()
            if rect.bottom() <= edge and one in after and after[one].topLeft() != rect.topLeft()
        ]
        assert not moved, found.rule


@every_part
def test_the_wheel_changes_nothing(windows: Windows, case: Case) -> None:
    shell = windows.at(case)
    before = shell.session.document
    for one in seen(part_at(shell).widget):
        if isinstance(one, INPUTS) and not in_popup(one):
            where = QPointF(one.rect().center())
            for by in (120, -120):
                wheel = QWheelEvent(
                    where, QPointF(one.mapToGlobal(where.toPoint())), QPoint(), QPoint(0, by),
                    Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
                )  # fmt: skip
                QApplication.sendEvent(one, wheel)
    assert shell.session.document is before


class Escaping(QObject):
    """Hears what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 # Qt says it so
        """Note a window that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_is_a_window_of_its_own_even_for_a_moment(dressed: QApplication, plan: str) -> None:
    ears, own = Escaping(), Windows(dressed)
    before = QApplication.topLevelWidgets()
    own.at(Case(plan, places(PLANS[plan].plan)[0]))
    dressed.installEventFilter(ears)
    try:
        for place in (*places(PLANS[plan].plan), LOOKUP):
            own.at(Case(plan, place))
        alone = [one for one in QApplication.topLevelWidgets() if one.parent() is None and one not in before]
        orphans = [repr(one) for one in alone if not isinstance(one, Shell | QMenu)]
    finally:
        dressed.removeEventFilter(ears)
        own.close()
    assert ears.found == []
    assert orphans == [], "what belongs to nobody is never let go"


# ----------------------------------------------------------------------------------------------------------- keyboard


def in_popup(widget: QWidget) -> bool:
    """Tell whether a widget is a part of another control: the list of a drop-down, the corner of a table, a sign."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractItemView | QLineEdit):
            return True
        parent = parent.parent()
    return False


def controls(root: QWidget) -> list[QWidget]:
    """Return what the user can act on."""
    return [widget for widget in root.findChildren(QWidget) if isinstance(widget, INPUTS) and not in_popup(widget)]


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab leads here; of buttons in a group only to one, and arrows lead on to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    every = group.buttons() if group is not None else [widget]
    return any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in every)


@every_part
def test_tab_reaches_everything_and_leaves(windows: Windows, case: Case) -> None:
    shell = windows.at(case)
    shell.activateWindow()
    QTest.qWaitForWindowActive(shell)
    view = part_at(shell).widget
    before = shell.session.document
    wanted = {one for one in controls(view) if one.isVisible() and one.isEnabled() and takes_tab(one)}
    reached: set[QWidget] = set()
    view.setFocus()
    for _count in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if not view.isAncestorOf(focused):
            break
        reached |= {one for one in wanted if one is focused or one.isAncestorOf(focused) or _together(one, focused)}
    else:
        pytest.fail("Tab never leaves")
    # Moving on may take away what was there, as the mail of a row that one has left.
    assert not [one.accessibleName() for one in wanted - reached if one.isVisible()]
    assert shell.session.document is before


def _together(one: QWidget, other: QWidget) -> bool:
    """Tell whether two buttons belong to one group, in which arrows lead from one to the other."""
    return (
        isinstance(one, QAbstractButton)
        and isinstance(other, QAbstractButton)
        and one.group() is not None
        and one.group() is other.group()
    )
