"""The window speaks the language that it was opened in: every place, with all that it shows and tells."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTabBar, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.i18n import _, spoken
from digisos_wizard.model.content import Content
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.jobs import JobSignals, start
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.places import LOOKUP, Place, places
from digisos_wizard.ui.shell import Menus, Shell
from tests import pseudo
from tests.ui.conftest import NOW

EXAMPLE = resources() / "examples" / "vertskommune.digisos"
DOCUMENT = planfile.read(EXAMPLE).document
TOLD = ("text", "title", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "plainText")
"""Properties of Qt in which something is said."""
_MARKUP = re.compile(r"<[a-z/][^<>]*>|&[a-z]+;|\S+@\S+")
"""What is the same in every language: marks in a text, and addresses."""
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The handbook in the language that nobody speaks."""
    return load(pseudo.KEY, pseudo.translate_content(tmp_path_factory.mktemp("resources")))


def said(top: QWidget) -> Iterator[tuple[QObject, str]]:
    """Yield everything that a widget and all in it say, each with who says it."""
    for one in (top, *top.findChildren(QObject)):
        if isinstance(one.parent(), QTabBar):
            continue  # Qt's own buttons, which are never seen
        if isinstance(one, QAbstractItemView):
            yield from ((one, _MARKUP.sub(" ", text)) for text in _cells(one.model()))
        for name in TOLD:
            if one.metaObject().indexOfProperty(name) >= 0:
                value = one.property(name)
                if isinstance(value, str):
                    yield one, _MARKUP.sub(" ", value)
        if isinstance(one, QComboBox):
            yield from ((one, one.itemText(number)) for number in range(one.count()))


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


@pytest.fixture(scope="module")
def shell(dressed: QApplication, content: Content) -> Iterator[Shell]:
    """The window in that language."""
    with spoken(pseudo.language()):
        session = Session(content, None, lambda: NOW, iter_ids().__next__)
        session.start(DOCUMENT, None)
        made = Shell(session, Menus())
        made.show()
        yield made
        made.close_plan()
        made.deleteLater()
    settle(dressed)


@pytest.mark.parametrize(
    "place",
    [*places(DOCUMENT.plan), LOOKUP],
    ids=lambda place: f"{place.step.value}-{place.part}",
)
def test_a_place_speaks_its_language(dressed: QApplication, shell: Shell, place: Place) -> None:
    """Every word in Latin letters is the plan's own."""
    with spoken(pseudo.language()):
        shell.show_place(place)
        settle(dressed)
        shown = (shell.view(place).widget, shell.top, shell.rail, shell.panel, shell.bottom)
        words = [
            (type(one).__name__, text)
            for part in shown
            for one, text in said(part)
            if not isinstance(one, QTextBrowser)
        ]
    own = set(pseudo.latin_words(EXAMPLE.read_text("utf-8")))
    escaped = {(who, text) for who, text in words if set(pseudo.latin_words(text)) - own}
    assert not escaped, "\n".join(map(str, sorted(escaped)))
    assert any(letter in pseudo.CYRILLIC for _who, text in words for letter in text)


def test_work_off_the_windows_thread_speaks_what_the_window_speaks(qtbot: QtBot) -> None:
    signals = JobSignals()
    with spoken(pseudo.language()), qtbot.waitSignal(signals.done) as heard:
        start(lambda: _("Kommentar"), signals)
    assert heard.args == [pseudo.pseudo("Kommentar")]
