"""The windows of a meeting: the room's on one screen and the leader's on another, or both in one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout

from digisos_wizard.i18n import _
from digisos_wizard.model.plan import Document
from digisos_wizard.ui.desk import Desk, Programme
from digisos_wizard.ui.form.field import Field
from digisos_wizard.ui.stage.keys import Asked, Command
from digisos_wizard.ui.stage.screens import audience_screen, fill, named
from digisos_wizard.ui.stage.window import AudienceWindow, LedWindow
from digisos_wizard.ui.widgets.look.basics import clear

from .conductor import Conductor
from .leader import SpeakerView, Strip
from .programme import Part, parts_of
from .views import View

TICK = 1_000
"""Milliseconds between looks at the clock."""


class SpeakerWindow(LedWindow):
    """The leader's own window."""

    def __init__(self) -> None:
        super().__init__(_("Møtet – det du ser"))
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, view: View) -> None:
        """Show another view, in place of the one before."""
        clear(self._stack)
        self._stack.addWidget(view)


class Show(QObject):
    """A meeting on the screens; follows when a projector comes or goes, and closes when the meeting ends.

    The programme's parts come after one another: a step behind the last place of one goes on with the next.
    """

    def __init__(
        self,
        desk: Desk,
        own: QScreen | None,
        on_end: Callable[[], object],
        programme: Programme = Programme.QUESTIONS,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.own = own.name() if own is not None else ""
        self.audience: AudienceWindow | None = None
        self.speaker: SpeakerWindow | None = None
        self.face: View | None = None
        self.parts = parts_of(programme, desk)
        self._at = 0
        self._on_end = on_end
        self._closed = False
        self._since = desk.session.now()
        self.part.led.begin(self._since)
        for part in self.parts:
            part.led.moved.connect(self.redraw)
            part.led.ended.connect(self.close)
            part.led.refused.connect(self._refused)
            part.led.passed.connect(self._pass)
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
    def part(self) -> Part:
        """What is led through now."""
        return self.parts[self._at]

    @property
    def conductor(self) -> Conductor:
        """Who leads through the questions; raises LookupError where there are none in the programme."""
        for part in self.parts:
            if isinstance(part.led, Conductor):
                return part.led
        raise LookupError

    @property
    def view(self) -> SpeakerView | Strip:
        """What the leader writes in: a window of its own, or the strip; raises TypeError while slides are shown."""
        if not isinstance(self.face, SpeakerView | Strip):
            raise TypeError(self.face)
        return self.face

    def arrange(self) -> None:
        """Lay the windows out for the screens that there are now; what was being written is in the plan."""
        screens = [screen.name() for screen in QGuiApplication.screens()]
        target = audience_screen(screens, self.own, self.desk.stage.screen)
        if target is None:
            self.together()
        else:
            self.separate(target)

    def together(self) -> None:
        """Show room and leader in one window, on the leader's screen."""
        self._drop_windows()
        self.audience = AudienceWindow(_("Møtet – det alle ser"))
        self._dress()
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
        self.speaker = SpeakerWindow()
        self._dress()
        self._open(self.speaker)
        if (screen := named(self.own)) is not None:
            self.speaker.setGeometry(screen.availableGeometry())
        self.speaker.showMaximized()
        self.speaker.activateWindow()
        self.speaker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.redraw()

    def _dress(self) -> None:
        """Give the leader the view of what is led through now; the room's window stays as it is."""
        apart = self.speaker is not None
        view = self.part.speaker() if apart else self.part.strip()
        view.bar.asked.connect(self.obey)
        view.bar.undone.connect(lambda: self.step(self.desk.session.undo))
        self.face = view
        if self.speaker is not None:
            self.speaker.put(view)
        elif self.audience is not None:
            self.audience.put(view)

    def _pass(self, by: int) -> None:
        """Go on with the part behind this one, or back into the one before."""
        at = self._at + by
        if not 0 <= at < len(self.parts):
            return
        self.part.led.rest()
        self._at = at
        led = self.part.led
        led.blank = False
        if not led.begun:
            led.begin(self._since)
        elif by < 0:
            led.go(led.last)
        else:
            led.resume()
        self._dress()
        for window in self.windows()[-1:]:
            window.home().setFocus(Qt.FocusReason.OtherFocusReason)
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
            if self.face is not None:
                self.face.toggle()
        elif asked is Command.END:
            self.end()
        else:
            self.part.led.obey(asked)

    def end(self) -> None:
        """End everything that was begun."""
        for part in self.parts:
            if part.led.begun:
                part.led.end()

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
        if self.audience is not None and self.face is not None:
            self.audience.canvas.show_now(self.part.showing(figures), blank=self.part.led.blank)
            self.face.show_plan(figures)

    def tick(self) -> None:
        """Show how the time stands."""
        if self.audience is not None and self.face is not None:
            self.audience.canvas.show_now(self.part.showing(self.desk.figures), blank=self.part.led.blank)
            self.face.bar.show_now()

    def close(self) -> None:
        """Close the windows; the plan holds everything."""
        if self._closed:
            return
        self._closed = True
        self._unsubscribe()
        self._tick.stop()
        self._soon.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._screens_changed)
            app.screenRemoved.disconnect(self._screens_changed)
        self._drop_windows()
        self._on_end()

    def windows(self) -> list[LedWindow]:
        """Return the windows that are open."""
        return [window for window in (self.audience, self.speaker) if window is not None]

    def _drop_windows(self) -> None:
        windows = self.windows()
        self.audience = self.speaker = self.face = None
        for window in windows:
            window.leave()

    def _changed(self, _old: Document, _new: Document) -> None:
        self._soon.start()

    def _refused(self, words: str) -> None:
        if self.face is not None:
            self.face.bar.say(words)

    def _screens_changed(self, _screen: QScreen) -> None:
        self.arrange()
