"""Colours, sizes and the style sheet: NAV's Aksel design system as reference for tone and tokens."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from digisos_wizard.content.locate import resources as resources_folder

FONT_FAMILY = "Source Sans Pro"
FONT_FILES = (
    "SourceSansPro-Regular.ttf",
    "SourceSansPro-It.ttf",
    "SourceSansPro-Semibold.ttf",
    "SourceSansPro-Bold.ttf",
)


@dataclass(frozen=True, slots=True)
class Tone:
    """The shades of one role, light scheme; text on `soft` keeps 4.5:1."""

    soft: str
    moderate: str
    strong: str
    hover: str
    text: str
    dark: str


NEUTRAL = Tone("#f5f6f7", "#ecedef", "#6f7785", "#5d6573", "#555d6a", "#202733")
ACCENT = Tone("#f1f7ff", "#e4eeff", "#2176d4", "#0063c1", "#005bb6", "#002459")
SUCCESS = Tone("#e2fde8", "#d5f6db", "#00893c", "#007629", "#006c1f", "#002e00")
WARNING = Tone("#fff5e4", "#ffebc7", "#ca5000", "#ac4400", "#a03e00", "#481700")
DANGER = Tone("#fff2f7", "#ffe8f0", "#e22948", "#cb0035", "#bc002a", "#560000")
INFO = Tone("#eef6fc", "#e3eff7", "#457c9d", "#246b91", "#156389", "#002942")
PAGE = "#ffffff"
BORDER = "#cfd3d8"
FOCUS = "#202733"
TICK = (resources_folder() / "look" / "tick.svg").as_posix()
"""Our own drawing: a style sheet can't draw a tick."""


class Look(StrEnum):
    """Names of styles that a widget can take on (`setProperty("look", …)`)."""

    TITLE = "title"
    PART_TITLE = "part-title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LEAD = "lead"
    LABEL = "label"
    HELP = "help"
    ERROR = "error"
    SMALL = "small"
    FIGURE = "figure"
    BADGE = "badge"
    CARD = "card"
    KEY_FIGURES = "key-figures"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    BAR = "bar"
    BODY = "body"


def load_fonts() -> None:
    """Make the font of the package known to Qt; without it Qt falls back to the system's."""
    folder = resources.files("font_source_sans_pro").joinpath("files")
    for name in FONT_FILES:
        QFontDatabase.addApplicationFontFromData(folder.joinpath(name).read_bytes())


def apply(app: QApplication, scale: float = 1.0) -> None:
    """Dress the whole program; `scale` 2.0 is 200 % text."""
    app.setStyle("Fusion")
    font = QFont(FONT_FAMILY)
    font.setPixelSize(round(16 * scale))
    app.setFont(font)
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, PAGE),
        (QPalette.ColorRole.Base, PAGE),
        (QPalette.ColorRole.AlternateBase, NEUTRAL.soft),
        (QPalette.ColorRole.WindowText, NEUTRAL.dark),
        (QPalette.ColorRole.Text, NEUTRAL.dark),
        (QPalette.ColorRole.ButtonText, NEUTRAL.dark),
        (QPalette.ColorRole.PlaceholderText, NEUTRAL.strong),
        (QPalette.ColorRole.Highlight, ACCENT.strong),
        (QPalette.ColorRole.HighlightedText, PAGE),
        (QPalette.ColorRole.Link, ACCENT.text),
        (QPalette.ColorRole.ToolTipBase, NEUTRAL.dark),
        (QPalette.ColorRole.ToolTipText, PAGE),
    ):
        palette.setColor(role, QColor(colour))
    app.setPalette(palette)
    app.setStyleSheet(style_sheet(scale))


def style_sheet(scale: float = 1.0) -> str:
    """Return the style sheet with text sizes multiplied by `scale`."""

    def px(size: int) -> str:
        return f"{round(size * scale)}px"

    mark = round(14 * scale) + 4  # a round mark is one only while its radius is at most half of its width
    ring = round(5 * scale)
    return f"""
* {{ font-family: "{FONT_FAMILY}"; }}
QWidget {{ font-size: {px(16)}; color: {NEUTRAL.dark}; }}
QLabel {{ background: transparent; }}
QMainWindow, QScrollArea, QScrollArea > QWidget > QWidget#column {{ background: {PAGE}; }}
QScrollArea {{ border: none; }}
*[look="title"] {{ font-size: {px(32)}; font-weight: 600; }}
*[look="part-title"] {{ font-size: {px(28)}; font-weight: 600; }}
*[look="heading"] {{ font-size: {px(20)}; font-weight: 600; }}
*[look="subheading"] {{ font-size: {px(17)}; font-weight: 600; }}
*[look="lead"] {{ font-size: {px(18)}; }}
*[look="label"] {{ font-weight: 600; }}
*[look="help"] {{ color: {NEUTRAL.text}; font-size: {px(15)}; }}
*[look="small"] {{ color: {NEUTRAL.text}; font-size: {px(14)}; }}
*[look="error"] {{ color: {DANGER.text}; font-weight: 600; font-size: {px(15)}; }}
*[look="figure"] {{ font-size: {px(24)}; font-weight: 600; }}
*[look="badge"] {{
  background: {INFO.moderate}; color: {INFO.text}; border-radius: 4px; padding: 2px 8px; font-size: {px(14)};
}}
QFrame[look="card"] {{ background: {PAGE}; border: 1px solid {BORDER}; border-radius: 8px; }}
QFrame[chosen="true"] {{ border: 2px solid {ACCENT.strong}; background: {ACCENT.moderate}; }}
QLabel[tone="accent"] {{ color: {ACCENT.text}; }}
QFrame[look="key-figures"] {{ background: {ACCENT.soft}; border-radius: 8px; }}
QFrame[tone="danger"] {{
  background: {DANGER.soft}; border: none; border-left: 4px solid {DANGER.strong}; border-radius: 4px;
}}
QFrame[tone="warning"] {{
  background: {WARNING.soft}; border: none; border-left: 4px solid {WARNING.strong}; border-radius: 4px;
}}
QFrame[tone="info"] {{
  background: {INFO.soft}; border: none; border-left: 4px solid {INFO.strong}; border-radius: 4px;
}}
QFrame[tone="success"] {{
  background: {SUCCESS.soft}; border: none; border-left: 4px solid {SUCCESS.strong}; border-radius: 4px;
}}
QFrame[tone="neutral"] {{
  background: {NEUTRAL.soft}; border: none; border-left: 4px solid {NEUTRAL.strong}; border-radius: 4px;
}}
QLineEdit, QPlainTextEdit, QComboBox {{
  background: {PAGE}; border: 1px solid {NEUTRAL.strong}; border-radius: 4px; padding: 6px 10px;
  selection-background-color: {ACCENT.strong}; selection-color: {PAGE};
}}
QLineEdit, QComboBox {{ min-height: {px(24)}; }}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover {{ border-color: {ACCENT.hover}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 3px solid {FOCUS}; padding: 4px 8px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
  border: 2px solid {DANGER.strong}; padding: 5px 9px;
}}
QLineEdit:read-only {{ background: {NEUTRAL.soft}; border-color: {BORDER}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox QAbstractItemView {{
  background: {PAGE}; border: 1px solid {BORDER}; padding: 4px; outline: none;
  selection-background-color: {ACCENT.moderate}; selection-color: {NEUTRAL.dark};
}}
QPushButton {{ border-radius: 4px; padding: 8px 16px; font-weight: 600; min-height: {px(22)}; }}
QPushButton[look="primary"] {{ background: {ACCENT.strong}; color: {PAGE}; border: 2px solid {ACCENT.strong}; }}
QPushButton[look="primary"]:hover {{ background: {ACCENT.hover}; border-color: {ACCENT.hover}; }}
QPushButton[look="secondary"] {{ background: {PAGE}; color: {ACCENT.text}; border: 2px solid {ACCENT.strong}; }}
QPushButton[look="secondary"]:hover {{ background: {ACCENT.soft}; }}
QPushButton[look="quiet"] {{
  background: transparent; color: {ACCENT.text}; border: 2px solid transparent; padding: 6px 10px;
}}
QPushButton[look="quiet"]:hover {{ background: {ACCENT.soft}; }}
QPushButton[look="link"] {{
  background: transparent; color: {ACCENT.text}; border: 2px solid transparent; padding: 0px 2px;
  text-decoration: underline; text-align: left; font-weight: 400; min-height: {px(20)};
}}
QPushButton[look="link"]:hover {{ color: {ACCENT.dark}; }}
QPushButton[look="quiet"]:checked {{
  background: {ACCENT.moderate}; color: {ACCENT.dark}; border: 2px solid {ACCENT.strong};
}}
QPushButton:focus, QPushButton[look]:focus {{ border: 3px solid {FOCUS}; padding-top: 7px; padding-bottom: 7px; }}
QPushButton[look="link"]:focus {{ border: 2px solid {FOCUS}; padding: 0px 2px; }}
QPushButton:disabled, QPushButton[look]:disabled {{
  color: {NEUTRAL.strong}; border-color: {BORDER}; background: {NEUTRAL.soft};
}}
QPushButton[look="quiet"]:disabled {{ border-color: transparent; background: transparent; }}
QPushButton[level] {{ border: 2px solid {PAGE}; padding: 0px; min-height: {px(40)}; color: {NEUTRAL.dark}; }}
QPushButton[level="low"] {{ background: {SUCCESS.moderate}; }}
QPushButton[level="above_limit"] {{ background: {WARNING.moderate}; border: 2px dashed {WARNING.strong}; }}
QPushButton[level="high"] {{ background: {DANGER.moderate}; border: 3px double {DANGER.strong}; }}
QPushButton[level]:focus {{ border: 3px solid {FOCUS}; padding: 0px; }}
QRadioButton, QCheckBox {{ spacing: 8px; padding: 4px 8px 4px 2px; border: 2px solid transparent; border-radius: 4px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {FOCUS}; }}
QRadioButton::indicator, QCheckBox::indicator, QTableView::indicator {{
  width: {px(14)}; height: {px(14)}; border: 2px solid {NEUTRAL.strong}; background: {PAGE};
}}
QRadioButton::indicator {{ border-radius: {mark // 2}px; }}
QCheckBox::indicator, QTableView::indicator {{ border-radius: 3px; }}
QRadioButton::indicator:hover, QCheckBox::indicator:hover {{ border-color: {ACCENT.hover}; }}
QRadioButton::indicator:checked {{
  border: {ring}px solid {ACCENT.strong}; width: {mark - 2 * ring}px; height: {mark - 2 * ring}px;
}}
QCheckBox::indicator:checked, QTableView::indicator:checked {{
  background: {ACCENT.strong}; border-color: {ACCENT.strong}; image: url("{TICK}");
}}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {BORDER}; }}
QTableView, QListWidget {{
  background: {PAGE}; border: 1px solid {BORDER}; border-radius: 4px; gridline-color: {NEUTRAL.moderate};
  selection-background-color: {ACCENT.moderate}; selection-color: {NEUTRAL.dark};
  alternate-background-color: {NEUTRAL.soft};
}}
QTableView:focus, QListWidget:focus {{ border: 3px solid {FOCUS}; }}
QTableView::item {{ padding: 4px 8px; }}
QListWidget::item {{ padding: 4px 6px; }}
QHeaderView::section {{
  background: {NEUTRAL.soft}; border: none; border-bottom: 1px solid {BORDER}; padding: 8px;
  font-weight: 600; font-size: {px(15)};
}}
QTextBrowser {{ background: {PAGE}; border: 1px solid {BORDER}; border-radius: 4px; }}
QListView {{ background: {PAGE}; border: 1px solid {BORDER}; border-radius: 4px; outline: none; }}
QTextBrowser:focus, QListView:focus {{ border: 3px solid {FOCUS}; }}
QTableView#grid, QTreeView#picks {{ border: none; border-radius: 0; }}
QTableView#grid:focus, QTreeView#picks:focus {{ border: none; }}
QTableView#grid QHeaderView::section {{ background: {PAGE}; padding: 6px; }}
QLineEdit#cell {{ padding: 0 8px; border: 3px solid {FOCUS}; border-radius: 4px; min-height: 0; }}
QTreeView#picks {{ background: {PAGE}; outline: none; }}
QTreeView#picks::item {{ padding: 5px 4px; border-bottom: 1px solid {NEUTRAL.moderate}; }}
QTreeView#picks::item:selected {{ background: {ACCENT.soft}; color: {NEUTRAL.dark}; }}
QTabBar::tab {{
  background: transparent; border: none; border-bottom: 3px solid transparent; padding: 8px 2px; margin: 0 8px;
  color: {NEUTRAL.text}; font-size: {px(15)};
}}
QTabBar::tab:selected {{ color: {NEUTRAL.dark}; border-bottom-color: {ACCENT.strong}; font-weight: 600; }}
QTabBar::tab:focus {{ border-bottom-color: {FOCUS}; }}
QPushButton[look="bar"] {{
  background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 5px 8px; color: {NEUTRAL.text};
  font-weight: 400;
}}
QPushButton[look="bar"]:hover {{ background: {NEUTRAL.soft}; }}
QPushButton[look="bar"]:focus {{ border-color: {FOCUS}; }}
QPushButton[look="bar"]:disabled {{ color: {NEUTRAL.strong}; background: transparent; border-color: transparent; }}
QPushButton[look="bar"]::menu-indicator {{ width: 0; image: none; }}
QPushButton#strip {{ padding: 6px 2px; font-weight: 400; font-size: {px(14)}; color: {NEUTRAL.text}; }}
QPushButton#chip {{ border: 1px solid {BORDER}; border-radius: {px(15)}; padding: 3px 11px; font-size: {px(15)}; }}
QPushButton#chip:checked {{ border: 2px solid {ACCENT.strong}; background: {ACCENT.soft}; padding: 2px 10px; }}
QPushButton#chip:focus {{ border: 3px solid {FOCUS}; padding: 1px 9px; }}
QSplitter::handle {{ background: transparent; width: 12px; }}
QFrame#apart {{ background: {BORDER}; border: none; }}
QFrame#topbar {{ background: {PAGE}; border-bottom: 1px solid {BORDER}; }}
QFrame#bottombar {{ background: {PAGE}; border-top: 1px solid {BORDER}; }}
QWidget#rail {{ background: {NEUTRAL.soft}; border-right: 1px solid {BORDER}; }}
QWidget#helppanel {{ background: {NEUTRAL.soft}; border-left: 1px solid {BORDER}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {BORDER}; border-radius: 5px; min-height: 40px; margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {NEUTRAL.strong}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {BORDER}; border-radius: 5px; min-width: 40px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {PAGE}; border: 1px solid {BORDER}; padding: 4px; }}
QMenu::item {{ padding: 6px 20px; border-radius: 4px; }}
QMenu::item:selected {{ background: {ACCENT.moderate}; color: {NEUTRAL.dark}; }}
QToolTip {{ background: {NEUTRAL.dark}; color: {PAGE}; border: none; padding: 6px 8px; }}
"""
