"""How the program is dressed: its font, the theme that it wears, and who follows the person and the system."""

from dataclasses import replace
from importlib import resources

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from digisos_wizard.storage.settings import Scheme

from .sheet import style_sheet
from .theme import DARK, LIGHT, Theme

FONT_FAMILY = "Source Sans Pro"
FONT_FILES = (
    "SourceSansPro-Regular.ttf",
    "SourceSansPro-It.ttf",
    "SourceSansPro-Semibold.ttf",
    "SourceSansPro-Bold.ttf",
)
BODY = 16
"""Pixels of running text at 100 %."""


def load_fonts() -> None:
    """Make the font of the package known to Qt; without it Qt falls back to the system's."""
    folder = resources.files("font_source_sans_pro").joinpath("files")
    for name in FONT_FILES:
        QFontDatabase.addApplicationFontFromData(folder.joinpath(name).read_bytes())


class ThemeKeeper(QObject):
    """Keeps what the application wears, by the wish of the person or of the system, and tells when it is another."""

    changed = Signal(object)
    """The theme worn from now on; parts that paint are painted anew without being told."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.theme = LIGHT
        self._app = app
        self._scheme = Scheme.LIGHT
        self._scale = self._factor = 1.0
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def wear(self, scheme: Scheme, scale: float) -> None:
        """Dress the application as the person wishes."""
        self._scheme = scheme
        self._scale = scale
        self._dress(self._app.styleHints().colorScheme())

    def enlarge(self, factor: float) -> None:
        """Make text larger than the person's own size for a while, as for a projector."""
        if factor != self._factor:
            self._factor = factor
            self._dress(self._app.styleHints().colorScheme())

    def _follow(self, system: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress(system)

    def _dress(self, system: Qt.ColorScheme) -> None:
        scale = self._scale * self._factor
        dark = self._scheme is Scheme.DARK or (self._scheme is Scheme.SYSTEM and system is Qt.ColorScheme.Dark)
        self.theme = replace(DARK if dark else LIGHT, scale=scale)
        self._app.setStyle("Fusion")
        font = QFont(FONT_FAMILY)
        font.setPixelSize(round(BODY * scale))
        self._app.setFont(font)
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme))
        self.changed.emit(self.theme)


def keeper() -> ThemeKeeper:
    """Return what keeps the theme of the application; it belongs to it, and is made the first time."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a theme is worn by an application")
    return app.findChild(ThemeKeeper, options=Qt.FindChildOption.FindDirectChildrenOnly) or ThemeKeeper(app)


def worn() -> Theme:
    """Return the theme to paint in now; who keeps a colour keeps it too long."""
    return keeper().theme


def apply(scale: float = 1.0, scheme: Scheme = Scheme.LIGHT) -> None:
    """Dress the whole program; `scale` 2.0 is 200 % text."""
    keeper().wear(scheme, scale)


def palette(theme: Theme) -> QPalette:
    """Return the colours that Qt gives to what the style sheet doesn't mention."""
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.page),
        (QPalette.ColorRole.Base, theme.page),
        (QPalette.ColorRole.AlternateBase, theme.neutral.soft),
        (QPalette.ColorRole.WindowText, theme.neutral.dark),
        (QPalette.ColorRole.Text, theme.neutral.dark),
        (QPalette.ColorRole.ButtonText, theme.neutral.dark),
        (QPalette.ColorRole.PlaceholderText, theme.neutral.strong),
        (QPalette.ColorRole.Highlight, theme.accent.strong),
        (QPalette.ColorRole.HighlightedText, theme.on_strong),
        (QPalette.ColorRole.Link, theme.accent.text),
        (QPalette.ColorRole.ToolTipBase, theme.neutral.dark),
        (QPalette.ColorRole.ToolTipText, theme.page),
    ):
        made.setColor(role, QColor(colour))
    return made
