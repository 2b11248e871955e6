"""What holds at every place of the window, with the examples and with an empty plan: it fits, lands, stays and is reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from digisos_wizard import content as handbook
from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import exists, pattern
from digisos_wizard.model.findings import Finding, StepKey
from digisos_wizard.model.forms.layout import paths_in, patterns
from digisos_wizard.model.parts import PARTS, Part, part_of
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.steps import STEPS, WALKED
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.places import Place, places
from digisos_wizard.ui.shell import Menus, Shell
from digisos_wizard.ui.steps import VIEWS
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.theme import Look
from tests.ui.conftest import NOW
from tests.ui.hands import fields, grids

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QAbstractItemView)
LOW, USUAL = (1366, 688), (1366, 768)
"""The window: maximised above the taskbar of a small screen, and the whole of it."""
MOST_TABS = 400

TALLER: dict[tuple[str, str], str] = {}
"""Plan and place -> why it may be higher than two screens for now."""


def read(name: str) -> Document:
    """Return an example plan, or an empty one."""
    path = resources() / "examples" / f"{name}.digisos"
    return planfile.read(path).document if name != "empty" else Document()


PLANS = {name: read(name) for name in ("hamar", "vertskommune", "empty")}
REFERENCE = Place(StepKey.REFERENCE)


@dataclass(frozen=True, slots=True)
class Case:
    """A place of a plan."""

    plan: str
    place: Place

    def __str__(self) -> str:
        """Return what the test is called by."""
        return "-".join(filter(None, (self.plan, self.place.step.value, self.place.part)))


CASES = [Case(name, place) for name, document in PLANS.items() for place in (*places(document.plan), REFERENCE)]
PART_CASES = [case for case in CASES if case.place.part]
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


# ------------------------------------------------------------------------------------------------------------- height


@every_part
def test_it_fits_two_screens_at_most(windows: Windows, case: Case) -> None:
    shell = windows.at(case, LOW)
    height, room = part_at(shell).whole_height(), shell.stack.height()
    if (case.plan, shell.written_place) in TALLER:
        pytest.xfail(TALLER[case.plan, shell.written_place])
    assert height <= 2 * room, f"{height / room:.2f} screens"


@every_part
def test_one_thing_scrolls(windows: Windows, case: Case) -> None:
    shell = windows.at(case, LOW)
    scrolling = [
        area
        for area in seen(part_at(shell).widget, QAbstractScrollArea)
        if isinstance(area, QAbstractScrollArea) and area.verticalScrollBar().maximum() > 0
    ]
    assert len(scrolling) <= 1, [(type(one).__name__, one.accessibleName()) for one in scrolling]


@every_place
def test_nothing_is_cut_sideways(windows: Windows, case: Case) -> None:
    shell = windows.at(case, (1024, 640))
    assert shell.width() == 1024, "nothing makes the window wider than the screen"
    view = shell.view(case.place).widget
    for area in (view, *seen(view, QAbstractScrollArea)):
        if isinstance(area, QAbstractScrollArea) and not isinstance(area, QAbstractItemView):
            assert area.horizontalScrollBar().maximum() == 0, area.accessibleName()


@every_part
def test_it_begins_at_its_top(windows: Windows, case: Case) -> None:
    shell = windows.at(case, LOW)
    heading = part_at(shell).heading
    assert heading.isVisible()
    assert shell.stack.rect().contains(rect_in(heading, shell.stack))


# ------------------------------------------------------------------------------------------------------- what leads on


@every_part
def test_one_button_is_the_primary_one(windows: Windows, case: Case) -> None:
    shell = windows.at(case)
    primary = [one for one in seen(shell, QPushButton) if one.property("look") == Look.PRIMARY.value]
    leads_on = case.place != places(PLANS[case.plan].plan)[-1]
    assert len(primary) <= 1, [one.accessibleName() for one in primary]
    assert primary or not leads_on or part_at(shell).acts


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
    assert lost == []


def landed(shell: Shell, found: Finding) -> bool:
    """Tell whether the cursor came to what a finding is about, inside of what is seen."""
    view, focused = shell.view(shell.here), shell.focusWidget()
    if shell.current is not found.step or focused is None or focused is view.widget:
        return False
    if not view.widget.isAncestorOf(focused):
        return False
    if isinstance(view, StepPart) and (part := part_of(found)) is not None and view.part is not part:
        return (found.step, part.key) not in VIEWS
    return shell.stack.rect().intersects(where_one_is(shell))


# ------------------------------------------------------------------------------------------------------------- fields

REBUILT = {step.key for step in WALKED if all((step.key, part.key) in VIEWS for part in PARTS if part.step is step.key)}


def asked_in(windows: Windows, plan: str) -> dict[str, set[Part]]:
    """Return which parts ask for each field, as patterns."""
    found: dict[str, set[Part]] = {}
    for place in places(PLANS[plan].plan):
        shell = windows.at(Case(plan, place))
        view = shell.view(place)
        if isinstance(view, StepPart):
            cells = (cell for grid in grids(view) for row in grid.rows_model.rows for cell in row.cells if cell.place)
            for one in (*(one.spec.id for one in fields(view)), *(pattern(Plan, cell.place) for cell in cells)):
                found.setdefault(one, set()).add(view.part)
    return found


def test_every_field_of_a_rebuilt_step_is_asked_for_in_exactly_one_part(windows: Windows) -> None:
    told: dict[str, set[Part]] = {}
    for plan in PLANS:
        for name, where in asked_in(windows, plan).items():
            told.setdefault(name, set()).update(where)
    forms = [part for step in STEPS if step.form is not None and step.key in REBUILT for part in step.form.parts]
    wanted = {found for part in forms for found in patterns(part, paths_in(part.lines))}
    assert wanted - set(told) == set(), "nowhere"
    several = {name: sorted(part.key for part in where) for name, where in told.items() if len(where) > 1}
    assert several == {}


@every_place
def test_fields_and_rows_speak_addresses_of_the_plan(windows: Windows, case: Case) -> None:
    shell = windows.at(case)
    view = shell.view(case.place)
    for one in fields(view):
        assert pattern(Plan, one.address) == one.spec.id
        buddies = [label.buddy() for label in one.findChildren(QLabel) if label.buddy() is not None]
        assert all(buddy in one.control.targets() for buddy in buddies)
    if isinstance(view, Page):
        addresses = [row.address for table in view.tables for row in table.model.rows]
    else:
        addresses = [row.address for grid in grids(view) for row in grid.rows_model.rows if row.chosen]
    assert all(exists(shell.session.plan, address) for address in addresses)


# --------------------------------------------------------------------------------------------------- nothing moves


def geometry(view: StepPart) -> dict[int, QRect]:
    """Return where everything visible stands in a part."""
    return {id(one): rect_in(one, view.widget) for one in seen(view.widget)}


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
        before, edge = geometry(view), rect_in(here, view.widget).bottom()
        kept = {one: rect for one, rect in before.items() if rect.bottom() <= edge}
        shell.session.enter(found.address, here.kind.example)
        shell.redraw()
        settle(windows.app)
        after = geometry(view)
        moved = {one for one, rect in kept.items() if after.get(one, rect) != rect}
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_is_a_window_of_its_own_even_for_a_moment(dressed: QApplication, plan: str) -> None:
    ears, own = Escaping(), Windows(dressed)
    own.at(Case(plan, places(PLANS[plan].plan)[0]))
    dressed.installEventFilter(ears)
    try:
        for place in (*places(PLANS[plan].plan), REFERENCE):
            own.at(Case(plan, place))
    finally:
        dressed.removeEventFilter(ears)
        own.close()
    assert ears.found == []


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


@every_place
def test_controls_have_names_and_take_tab(windows: Windows, case: Case) -> None:
    shell = windows.at(case)
    view = shell.view(case.place).widget
    found = [one for one in controls(shell) if one.isVisible() or view.isAncestorOf(one)]
    assert not [(type(one).__name__, one.objectName()) for one in found if not one.accessibleName()]
    assert not [one.accessibleName() for one in found if one.isEnabled() and not takes_tab(one)]


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
    assert not [one.accessibleName() for one in wanted - reached]
    assert shell.session.document is before


def _together(one: QWidget, other: QWidget) -> bool:
    """Tell whether two buttons belong to one group, in which arrows lead from one to the other."""
    return (
        isinstance(one, QAbstractButton)
        and isinstance(other, QAbstractButton)
        and one.group() is not None
        and one.group() is other.group()
    )
