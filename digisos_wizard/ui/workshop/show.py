"""The windows of a meeting: the room's on one screen and the leader's on another, or both in one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.stage.keys import Asked, Command
from digisos_wizard.ui.stage.screens import audience_screen, fill, named
from digisos_wizard.ui.stage.window import AudienceWindow, LedWindow

from .conductor import Conductor
from .leader import SpeakerView, Strip
from .showings import showing

TICK = 1_000
"""Milliseconds between looks at the clock."""


class SpeakerWindow(LedWindow):
    """The leader's own window."""

    def __init__(self, view: SpeakerView) -> None:
        super().__init__(_("Møtet – det du ser"))
        self.view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Show(QObject):
    """A meeting on the screens; follows when a projector comes or goes, and closes when the meeting ends."""

    def __init__(self, desk: Desk, wish: str, own: QScreen | None, on_end: Callable[[], object]) -> None:
        super().__init__()
        self.desk = desk
        self.wish = wish
        self.own = own.name() if own is not None else ""
        self.audience: AudienceWindow | None = None
        self.speaker: SpeakerWindow | None = None
        self._on_end = on_end
        self.conductor = Conductor(desk.session)
        self.conductor.begin()
        self.conductor.moved.connect(self.redraw)
        self.conductor.ended.connect(self.close)
        self.conductor.refused.connect(self._refused)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.redraw)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self.tick)
        self._tick.start()
        self._unsubscribe = desk.session.subscribe(self._changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)
        self.arrange()

    @property
    def view(self) -> SpeakerView | Strip:
        """What the leader writes in: a window of its own, or the strip."""
        if self.speaker is not None:
            return self.speaker.view
        strip = self.audience.strip if self.audience is not None else None
        if not isinstance(strip, Strip):
            raise TypeError(strip)
        return strip

    def arrange(self) -> None:
        """Lay the windows out for the screens that there are now; what was being written is in the plan."""
        target = audience_screen([screen.name() for screen in QGuiApplication.screens()], self.own, self.wish)
        if target is None:
            self.together()
        else:
            self.separate(target)

    def together(self) -> None:
        """Show room and leader in one window, on the leader's screen."""
        self._drop_windows()
        strip = Strip(self.desk, self.conductor)
        strip.bar.asked.connect(self.obey)
        strip.bar.undone.connect(lambda: self.step(self.desk.session.undo))
        self.audience = AudienceWindow(_("Møtet – det alle ser"), strip)
        self._open(self.audience)
        fill(self.audience, named(self.own))
        self.audience.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.redraw()

    def separate(self, target: str = "") -> None:
        """Show the room a window on the screen of that name, and the leader one of their own."""
        self._drop_windows()
        self.audience = AudienceWindow(_("Møtet – det alle ser"))
        self._open(self.audience)
        fill(self.audience, named(target))
        view = SpeakerView(self.desk, self.conductor)
        view.bar.asked.connect(self.obey)
        view.bar.undone.connect(lambda: self.step(self.desk.session.undo))
        self.speaker = SpeakerWindow(view)
        self._open(self.speaker)
        if (screen := named(self.own)) is not None:
            self.speaker.setGeometry(screen.availableGeometry())
        self.speaker.showMaximized()
        self.speaker.activateWindow()
        self.speaker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.redraw()

    def _open(self, window: LedWindow) -> None:
        window.asked.connect(self.obey)
        session = self.desk.session
        standard = QKeySequence.StandardKey
        QShortcut(standard.Undo, window, lambda: self.step(session.undo))
        QShortcut(QKeySequence("Ctrl+Y"), window, lambda: self.step(session.redo))

    def obey(self, asked: Asked) -> None:
        """Do what a key or a button asks for."""
        if asked is Command.NOTES:
            view = self.view
            if isinstance(view, Strip):
                view.toggle()
        else:
            self.conductor.obey(asked)

    def step(self, taken: Callable[[], object]) -> None:
        """Take a step back or forward in what was written, and show it in the field with the cursor as well."""
        taken()
        self.redraw()
        part = QApplication.focusWidget()
        while part is not None and not isinstance(part, Field):
            part = part.parentWidget()
        if isinstance(part, Field):
            part.begin_anew()

    def redraw(self) -> None:
        """Show the meeting as it is now."""
        self._soon.stop()
        figures = self.desk.figures
        if self.audience is not None:
            self.audience.canvas.show_now(showing(self.conductor, figures), blank=self.conductor.blank)
            self.view.show_plan(figures)

    def tick(self) -> None:
        """Show how the time stands."""
        if self.audience is not None:
            self.audience.canvas.show_now(showing(self.conductor, self.desk.figures), blank=self.conductor.blank)
            self.view.bar.show_now()

    def close(self) -> None:
        """Close the windows; the plan holds everything."""
        self._unsubscribe()
        self._tick.stop()
        self._soon.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._screens_changed)
            app.screenRemoved.disconnect(self._screens_changed)
        self._drop_windows()
        self._on_end()

    def windows(self) -> list[QWidget]:
        """Return the windows that are open."""
        return [window for window in (self.audience, self.speaker) if window is not None]

    def _drop_windows(self) -> None:
        windows: tuple[LedWindow | None, ...] = (self.audience, self.speaker)
        self.audience = self.speaker = None
        for window in windows:
            if window is not None:
                window.leave()

    def _changed(self, _old: Document, _new: Document) -> None:
        self._soon.start()

    def _refused(self, words: str) -> None:
        if self.audience is not None:
            self.view.bar.say(words)

    def _screens_changed(self, _screen: QScreen) -> None:
        self.arrange()
