"""The main window: start screen or the open plan, the plan's menu, and what happens when it closes."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.begin import Beginning
from digisos_wizard.session import Session
from digisos_wizard.storage.recovery import Offer

from .dialogs import PLAN_SUFFIX, Leaving, ask_leaving, ask_open, ask_save
from .new_plan import NewPlan, NewPlanActions
from .shell import Menus, Shell
from .start import Answer, Entry, RecoveryEntry, StartActions, StartScreen
from .state import WindowState, offer_words, opened_words

SMALLEST = QSize(900, 560)
"""Logical pixels of the window; a screen of 1920 x 1080 at 200 percent has 960 x 540 of them, task bar included."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example plan that comes with the program."""

    name: str
    title: str
    detail: str
    path: Path


class MainWindow(QMainWindow):
    """Holds the start screen and, when a plan is open, its shell."""

    _crashed = Signal(str)

    def __init__(self, session: Session, state: WindowState, examples: Callable[[], list[Example]]) -> None:
        super().__init__()
        self.session = session
        self._state = state
        self._examples = examples
        self.shell: Shell | None = None
        self.setWindowTitle(_("Digisos-veiviser"))
        self.setMinimumSize(SMALLEST.boundedTo(self.screen().availableSize()))
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.start = StartScreen(StartActions(self.new_plan, self.ask_open))
        self.stack.addWidget(self.start)
        self.beginning = NewPlan(
            session.content, lambda: session.now().date(), NewPlanActions(self.begin, self.show_start)
        )
        self.stack.addWidget(self.beginning)
        self.menu = QMenu(_("Plan"), self)
        self.view_menu = QMenu(_("Visning"), self)
        self.help_menu = QMenu(_("Hjelp"), self)
        self._make_actions()
        self._crashed.connect(self._show_crash)
        if state.geometry:
            self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))
        self.show_start()

    def _make_actions(self) -> None:
        standard = QKeySequence.StandardKey
        everywhere: tuple[tuple[str, QKeySequence | QKeySequence.StandardKey, Callable[[], object]], ...] = (
            (_("Ny plan"), standard.New, self.new_plan),
            (_("Åpne …"), standard.Open, self.ask_open),
            (_("Lagre"), standard.Save, self.save),
            (_("Lagre som …"), standard.SaveAs, self.save_as),
            (_("Lukk planen"), standard.Close, self.close_plan),
        )
        for words, keys, act in everywhere:
            self.menu.addAction(self._action(words, QKeySequence(keys), act))
        self._fill(
            self.view_menu,
            (
                (_("Vis stort"), QKeySequence("F11"), lambda: self._in_shell(Shell.toggle_big)),
                (_("Hold møte"), QKeySequence("F5"), lambda: self._in_shell(lambda shell: shell.hold_meeting())),
            ),
        )
        self._fill(
            self.help_menu,
            (
                (
                    _("Håndboka ved siden av"),
                    QKeySequence(standard.HelpContents),
                    lambda: self._in_shell(Shell.toggle_help),
                ),
                (_("Slå opp"), QKeySequence("Ctrl+K"), lambda: self._in_shell(Shell.look_up)),
                (_("Forklar ordene her"), QKeySequence(standard.WhatsThis), lambda: self._in_shell(Shell.explain)),
            ),
        )
        hidden: tuple[tuple[str, QKeySequence | QKeySequence.StandardKey, Callable[[], object]], ...] = (
            (_("Angre"), standard.Undo, self.session.undo),
            (_("Gjør om"), QKeySequence("Ctrl+Y"), self.session.redo),
            (_("Søk"), standard.Find, lambda: self._in_shell(Shell.look_up)),
            (_("Forrige"), QKeySequence("Ctrl+PgUp"), lambda: self._in_shell(Shell.back)),
            (_("Neste"), QKeySequence("Ctrl+PgDown"), lambda: self._in_shell(Shell.forward)),
        )
        for words, keys, act in hidden:
            self.addAction(self._action(words, QKeySequence(keys), act))

    def _fill(self, menu: QMenu, entries: Sequence[tuple[str, QKeySequence, Callable[[], object]]]) -> None:
        for words, keys, act in entries:
            menu.addAction(self._action(words, keys, act))

    def _in_shell(self, act: Callable[[Shell], object]) -> None:
        if self.shell is not None:
            act(self.shell)

    def _action(self, words: str, keys: QKeySequence, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)
        return action

    def show_start(self) -> None:
        """Show the start screen with recent plans, unsaved work and examples as they are now."""
        today = self.session.now().date()
        recent = [
            Entry(
                plan.name or Path(plan.path).stem,
                plan.path,
                partial(self.open_plan, Path(plan.path)),
                opened_words(plan.opened_on, today),
            )
            for plan in self._state.recent()
        ]
        examples = [
            Entry(example.title, example.detail, partial(self.open_example, example.path))
            for example in self._examples()
        ]
        self.start.show_lists(recent, examples)
        self.start.show_recoveries([self._recovery(offer) for offer in self._state.offers()])
        self.stack.setCurrentWidget(self.start)
        self.setWindowTitle(_("Digisos-veiviser"))

    def _recovery(self, offer: Offer) -> RecoveryEntry:
        title, text = offer_words(offer)
        take = Answer(_("Hent det fram"), lambda: self._attempt(lambda: self.session.take(offer), self._show_plan))
        return RecoveryEntry(title, text, (take, Answer(_("Ikke nå"), lambda: self._put_aside(offer))))

    def _put_aside(self, offer: Offer) -> None:
        self._state.put_aside(offer)
        self.show_start()

    def new_plan(self) -> None:
        """Show the questions that a new plan begins with; the plan that is open is closed first."""
        if not self._may_leave():
            return
        if self.shell is not None:
            self._attempt(self.session.close, lambda: None)
            self._drop_shell()
        self.beginning.begin_anew()
        self.stack.setCurrentWidget(self.beginning)

    def begin(self, beginning: Beginning) -> None:
        """Begin a plan with the answers, and show what it already says."""
        self.session.begin(beginning)
        self._show_plan()

    def ask_open(self) -> None:
        """Ask for a plan and open it."""
        path = ask_open(self, _("Åpne en plan"), PLAN_SUFFIX)
        if path is not None:
            self.open_plan(path)

    def open_plan(self, path: Path) -> None:
        """Open a plan; what goes wrong is said, and the plan that was open stays open."""
        if self._may_leave():
            self._attempt(lambda: self.session.open(path), self._show_plan)

    def open_example(self, path: Path) -> None:
        """Open an example as a plan of its own, not yet in any file."""
        self._attempt(lambda: self.session.open_copy(path), self._show_plan)

    def _attempt(self, act: Callable[[], object], then: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self.start.say(error.message, f"{error.safe} {error.next_step}".strip())
            if self.shell is not None:
                self.shell.say_error(error)
            else:
                self.stack.setCurrentWidget(self.start)
        else:
            self.start.say("", "")
            then()

    def _show_plan(self) -> None:
        self._drop_shell()
        menus = Menus(self.view_menu, self.menu, self.help_menu)
        place = self._state.place(self.session.plan.about.plan_id)
        self.shell = Shell(self.session, menus, place, help_folded=self._state.help_folded)
        self.shell.desk.stage.screen = self._state.meeting_screen
        self.shell.desk.stage.on_screen = lambda screen: self._state.keep(meeting_screen=screen)
        self.stack.addWidget(self.shell)
        self.stack.setCurrentWidget(self.shell)
        self.setWindowTitle(" – ".join((self.session.plan.about.name, _("Digisos-veiviser"))))
        if self.session.path is not None:
            self._remember(self.session.path)

    def _remember(self, path: Path) -> None:
        self._state.remember(path, self.session.plan.about.name, self.session.now().date())

    def _drop_shell(self) -> None:
        if self.shell is not None:
            self._state.keep_place(self.shell.remembered())
            self.shell.close_plan()
            self.stack.removeWidget(self.shell)
            self.shell.deleteLater()
            self.shell = None

    def save(self) -> None:
        """Save now; a plan without a file asks for one."""
        if self.shell is None:
            return
        if self.session.path is None:
            self.save_as()
        else:
            self._attempt(self.session.save, lambda: None)

    def save_as(self) -> None:
        """Ask for a file that becomes the plan's own."""
        if self.shell is None:
            return
        path = ask_save(self, _("Lagre planen"), f"{self.session.plan.about.name or 'plan'}{PLAN_SUFFIX}", PLAN_SUFFIX)
        if path is not None:
            self._attempt(lambda: self.session.save_to(path), lambda: self._remember(path))

    def _may_leave(self) -> bool:
        """Tell whether the open plan may be closed; one that no file has asks where to put it."""
        if self.shell is None or self.session.path is not None or not self.session.saved.pending:
            return True
        answer = ask_leaving(self, self.session.plan.about.name or _("Planen"))
        if answer is Leaving.SAVE:
            self.save_as()
            return self.session.path is not None
        return answer is Leaving.LATER

    def close_plan(self) -> None:
        """Publish what is not yet in the file and go back to the start screen."""
        if not self._may_leave():
            return
        if self.shell is not None:
            self._attempt(self.session.close, lambda: None)
            self._drop_shell()
            QTimer.singleShot(0, self, gc.collect)  # nothing waits now, and a whole plan has gone
        self.show_start()
        self.start.new_button.setFocus()

    def say_crash(self, sentence: str) -> None:
        """Say that the program itself failed; may be called from any thread."""
        self._crashed.emit(sentence)

    def _show_crash(self, sentence: str) -> None:
        if self.shell is not None:
            self.shell.say(sentence)
        else:
            self.start.say(sentence, "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take plan files that are dropped on the window."""
        if any(url.toLocalFile().lower().endswith(PLAN_SUFFIX) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the plan that was dropped."""
        self.open_plan(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Publish the plan, keep window and help as they were, and close."""
        if not self._may_leave():
            event.ignore()
            return
        if self.shell is not None:
            self._attempt(self.session.close, lambda: None)
        self._drop_shell()
        self._state.keep(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        event.accept()
