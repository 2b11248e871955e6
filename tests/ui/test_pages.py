"""What holds for every page: it shows the plan, empty or full; every control has a name and can be reached."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from digisos_wizard.model.address import exists, pattern
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms.layout import paths_in, patterns
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.steps import STEPS
from digisos_wizard.ui.pages import PAGES
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.look.basics import Card

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QAbstractItemView)
KEYS = tuple(PAGES)


def controls(root: QWidget) -> list[QWidget]:
    """Return what the user can act on in a page."""
    return [widget for widget in root.findChildren(QWidget) if isinstance(widget, INPUTS) and not in_popup(widget)]


def in_popup(widget: QWidget) -> bool:
    """Tell whether a widget is a part of another control: the list of a drop-down, the corner of a table."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractItemView):
            return True
        parent = parent.parent()
    return False


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab leads here; of buttons in a group only to one, and arrows lead on to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    every = group.buttons() if group is not None else [widget]
    return any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in every)


def test_one_page_for_every_step_in_order() -> None:
    assert tuple(StepKey) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_page_shows_an_empty_plan(make_shell: Callable[[Document], Shell], key: StepKey) -> None:
    shell = make_shell(Document())
    shell.show_step(key)
    page = shell.page(key)
    assert page.widget.isVisible()
    assert page.heading.text()
    assert page.lead.text()


@pytest.mark.parametrize("key", KEYS)
def test_controls_have_names_and_can_be_reached(shell: Shell, key: StepKey) -> None:
    shell.show_step(key)
    nameless = [widget for widget in controls(shell.page(key).widget) if not widget.accessibleName()]
    assert not [(type(widget).__name__, widget.objectName()) for widget in nameless]
    unreachable = [
        widget.accessibleName()
        for widget in controls(shell.page(key).widget)
        if widget.isEnabled() and not takes_tab(widget)
    ]
    assert not unreachable


@pytest.mark.parametrize("key", KEYS)
def test_labels_name_their_field(shell: Shell, key: StepKey) -> None:
    shell.show_step(key)
    for form in shell.page(key).forms:
        for field in form.fields.values():
            buddies = [label.buddy() for label in field.findChildren(QLabel) if label.buddy() is not None]
            assert all(buddy in field.control.targets() for buddy in buddies)


@pytest.mark.parametrize("key", KEYS)
def test_fields_speak_addresses_of_the_plan(shell: Shell, key: StepKey) -> None:
    shell.show_step(key)
    page = shell.page(key)
    for form in (*page.forms, *(table.form for table in page.tables if table.form)):
        for field in form.fields.values():
            assert pattern(Plan, field.address) == field.spec.id
    for table in page.tables:
        assert all(exists(shell.session.plan, view.address) for view in table.model.rows)


def test_the_pages_show_what_the_forms_ask(make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    pages = [shell.page(key) for key in KEYS]
    forms = [form for page in pages for form in (*page.forms, *(table.form for table in page.tables if table.form))]
    parts = [part for step in STEPS if step.form is not None for part in step.form.parts]
    asked = {found for part in parts for found in patterns(part, paths_in(part.lines))}
    assert {field.spec.id for form in forms for field in form.fields.values()} == asked


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_cut_sideways(shell: Shell, key: StepKey) -> None:
    shell.resize(1024, 640)
    shell.show_step(key)
    area: QScrollArea = shell.page(key).widget
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("key", KEYS)
def test_no_part_of_a_page_is_a_window_of_its_own(shell: Shell, key: StepKey) -> None:
    shell.show_step(key)
    QApplication.processEvents()
    assert not [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Card) and widget.isVisible()]


def test_every_finding_has_a_place_on_its_page(shell: Shell) -> None:
    for finding in shell.session.figures.findings:
        shell.show_step(finding.step)
        assert shell.page(finding.step).focus(finding.address), (finding.rule, finding.address)
