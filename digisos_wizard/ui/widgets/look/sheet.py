"""The style sheet: what Qt's own controls look like in a theme."""

from digisos_wizard.content.locate import resources

from .theme import Theme

TICK = (resources() / "look" / "tick.svg").as_posix()
"""Our own drawing: a style sheet can't draw a tick."""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme, with its text sizes."""
    px, page, border, focus = theme.px, theme.page, theme.border, theme.focus
    neutral, accent, danger, info, ink = theme.neutral, theme.accent, theme.danger, theme.info, theme.on_strong
    mark = round(14 * theme.scale) + 4  # a round mark is one only while its radius is at most half of its width
    ring = round(5 * theme.scale)
    boxes = "".join(
        f'QFrame[tone="{name}"] {{ background: {tone.soft}; border: none; border-left: 4px solid {tone.strong}; '
        f"border-radius: 4px; }}\n"
        for name, tone in theme.tones().items()
    )
    chips = "".join(
        f'QLabel[chip="{name}"] {{ background: {tone.moderate}; color: {tone.text}; }}\n'
        for name, tone in theme.tones().items()
    )
    return f"""
QLabel {{ background: transparent; }}
QMainWindow, QScrollArea, QScrollArea > QWidget > QWidget#column {{ background: {page}; }}
QScrollArea {{ border: none; }}
*[look="title"] {{ font-size: {px(32)}; font-weight: 600; }}
*[look="part-title"] {{ font-size: {px(28)}; font-weight: 600; }}
*[look="heading"] {{ font-size: {px(20)}; font-weight: 600; }}
*[look="subheading"] {{ font-size: {px(17)}; font-weight: 600; }}
*[look="lead"] {{ font-size: {px(18)}; }}
*[look="label"] {{ font-weight: 600; }}
*[look="help"] {{ color: {neutral.text}; font-size: {px(15)}; }}
*[look="small"] {{ color: {neutral.text}; font-size: {px(14)}; }}
QLabel[picked="true"] {{ color: {neutral.dark}; font-weight: 600; }}
*[look="error"] {{ color: {danger.text}; font-weight: 600; font-size: {px(15)}; }}
*[look="figure"] {{ font-size: {px(24)}; font-weight: 600; }}
*[look="badge"] {{
  background: {info.moderate}; color: {info.text}; border-radius: 4px; padding: 2px 8px; font-size: {px(14)};
}}
QFrame[look="card"] {{ background: {page}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[chosen="true"] {{ border: 2px solid {accent.strong}; background: {accent.moderate}; }}
QLabel[tone="accent"] {{ color: {accent.text}; }}
QFrame[look="opened"] {{ background: {accent.soft}; border-left: 3px solid {accent.strong}; }}
QFrame[look="key-figures"] {{ background: {accent.soft}; border-radius: 8px; }}
{boxes}QLineEdit, QPlainTextEdit, QComboBox {{
  background: {page}; border: 1px solid {neutral.strong}; border-radius: 4px; padding: 6px 10px;
  selection-background-color: {accent.strong}; selection-color: {ink};
}}
QLineEdit, QComboBox {{ min-height: {px(24)}; }}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover {{ border-color: {accent.hover}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 3px solid {focus}; padding: 4px 8px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
  border: 2px solid {danger.strong}; padding: 5px 9px;
}}
QLineEdit:read-only {{ background: {neutral.soft}; border-color: {border}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox QAbstractItemView {{
  background: {page}; border: 1px solid {border}; padding: 4px; outline: none;
  selection-background-color: {accent.moderate}; selection-color: {neutral.dark};
}}
QPushButton {{ border-radius: 4px; padding: 8px 16px; font-weight: 600; min-height: {px(22)}; }}
QPushButton[look="primary"] {{ background: {accent.strong}; color: {ink}; border: 2px solid {accent.strong}; }}
QPushButton[look="primary"]:hover {{ background: {accent.hover}; border-color: {accent.hover}; }}
QPushButton[look="secondary"] {{ background: {page}; color: {accent.text}; border: 2px solid {accent.strong}; }}
QPushButton[look="secondary"]:hover {{ background: {accent.soft}; }}
QPushButton[look="quiet"] {{
  background: transparent; color: {accent.text}; border: 2px solid transparent; padding: 6px 10px;
}}
QPushButton[look="quiet"]:hover {{ background: {accent.soft}; }}
QPushButton[look="link"] {{
  background: transparent; color: {accent.text}; border: 2px solid transparent; padding: 0px 2px;
  text-decoration: underline; text-align: left; font-weight: 400; min-height: {px(20)};
}}
QPushButton[look="link"]:hover {{ color: {accent.dark}; }}
QPushButton[look="quiet"]:checked {{
  background: {accent.moderate}; color: {accent.dark}; border: 2px solid {accent.strong};
}}
QPushButton:focus, QPushButton[look]:focus {{ border: 3px solid {focus}; padding-top: 7px; padding-bottom: 7px; }}
QPushButton[look="link"]:focus {{ border: 2px solid {focus}; padding: 0px 2px; }}
QPushButton:disabled, QPushButton[look]:disabled {{
  color: {neutral.strong}; border-color: {border}; background: {neutral.soft};
}}
QPushButton[look="quiet"]:disabled {{ border-color: transparent; background: transparent; }}
QRadioButton, QCheckBox {{ spacing: 8px; padding: 4px 8px 4px 2px; border: 2px solid transparent; border-radius: 4px; }}
QRadioButton[bare="true"] {{ padding: 0; spacing: 0; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {focus}; }}
QRadioButton::indicator, QCheckBox::indicator, QTableView::indicator, QTreeView::indicator {{
  width: {px(14)}; height: {px(14)}; border: 2px solid {neutral.strong}; background: {page};
}}
QRadioButton::indicator {{ border-radius: {mark // 2}px; }}
QCheckBox::indicator, QTableView::indicator, QTreeView::indicator {{ border-radius: 3px; }}
QRadioButton::indicator:hover, QCheckBox::indicator:hover {{ border-color: {accent.hover}; }}
QRadioButton::indicator:checked {{
  border: {ring}px solid {accent.strong}; width: {mark - 2 * ring}px; height: {mark - 2 * ring}px;
}}
QCheckBox::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked {{
  background: {accent.strong}; border-color: {accent.strong}; image: url("{TICK}");
}}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {border}; }}
QTreeView::indicator:disabled {{ background: {neutral.strong}; border-color: {neutral.strong}; }}
QTableView, QListWidget {{
  background: {page}; border: 1px solid {border}; border-radius: 4px; gridline-color: {neutral.moderate};
  selection-background-color: {accent.moderate}; selection-color: {neutral.dark};
  alternate-background-color: {neutral.soft};
}}
QTableView:focus, QListWidget:focus {{ border: 3px solid {focus}; }}
QTableView::item {{ padding: 4px 8px; }}
QListWidget::item {{ padding: 4px 6px; }}
QHeaderView::section {{
  background: {neutral.soft}; border: none; border-bottom: 1px solid {border}; padding: 8px;
  font-weight: 600; font-size: {px(15)};
}}
QTextBrowser {{ background: {page}; border: 1px solid {border}; border-radius: 4px; }}
QListView {{ background: {page}; border: 1px solid {border}; border-radius: 4px; outline: none; }}
QTextBrowser:focus, QListView:focus {{ border: 3px solid {focus}; }}
QTableView#grid, QTreeView#picks {{ border: none; border-radius: 0; }}
QTableView#grid:focus, QTreeView#picks:focus {{ border: none; }}
QTableView#grid QHeaderView::section {{ background: {page}; padding: 6px; }}
QLineEdit#cell {{ padding: 0 8px; border: 3px solid {focus}; border-radius: 4px; min-height: 0; }}
QTreeView#picks {{ background: {page}; outline: none; }}
QTreeView#picks::item {{ padding: 5px 4px; border-bottom: 1px solid {neutral.moderate}; }}
QTreeView#picks::item:selected {{ background: {accent.soft}; color: {neutral.dark}; }}
QTabBar::tab {{
  background: transparent; border: none; border-bottom: 3px solid transparent; padding: 8px 2px; margin: 0 8px;
  color: {neutral.text}; font-size: {px(15)};
}}
QTabBar::tab:selected {{ color: {neutral.dark}; border-bottom-color: {accent.strong}; font-weight: 600; }}
QTabBar::tab:focus {{ border-bottom-color: {focus}; }}
QPushButton[look="bar"] {{
  background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 5px 8px; color: {neutral.text};
  font-weight: 400;
}}
QPushButton[look="bar"]:hover {{ background: {neutral.soft}; }}
QPushButton[look="bar"]:focus {{ border-color: {focus}; }}
QPushButton[look="bar"]:disabled {{ color: {neutral.strong}; background: transparent; border-color: transparent; }}
QPushButton[look="bar"]::menu-indicator {{ width: 0; image: none; }}
QToolButton#strip {{
  background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 6px 0; color: {neutral.text};
  font-size: {px(14)};
}}
QToolButton#strip:hover {{ background: {neutral.moderate}; }}
QToolButton#strip:focus {{ border-color: {focus}; }}
QPushButton#small {{ border-width: 1px; padding: 3px 12px; }}
QPushButton#chip {{ border: 1px solid {border}; border-radius: {px(15)}; padding: 3px 11px; font-size: {px(15)}; }}
QPushButton#chip:checked {{ border: 2px solid {accent.strong}; background: {accent.soft}; padding: 2px 10px; }}
QPushButton#chip:focus {{ border: 3px solid {focus}; padding: 1px 9px; }}
QSplitter::handle {{ background: transparent; width: 12px; }}
QFrame#leadbar {{ background: {neutral.soft}; border-top: 1px solid {border}; }}
QFrame#preview {{ border: 1px solid {border}; }}
QScrollArea#pages, QScrollArea#pages > QWidget > QWidget {{ background: {neutral.moderate}; }}
AudienceWindow {{ background: {page}; }}
{chips}QLabel[chip] {{ border-radius: 4px; padding: 1px 8px; font-weight: 600; font-size: {px(14)}; }}
QFrame#suggestion {{ background: {accent.soft}; border-radius: 6px; }}
QFrame#quote {{ background: {neutral.soft}; border-radius: 6px; }}
QFrame#apart {{ background: {border}; border: none; }}
QFrame#topbar {{ background: {page}; border-bottom: 1px solid {border}; }}
QFrame#bottombar {{ background: {page}; border-top: 1px solid {border}; }}
QWidget#rail {{ background: {neutral.soft}; border-right: 1px solid {border}; }}
QWidget#helppanel {{ background: {neutral.soft}; border-left: 1px solid {border}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {border}; border-radius: 5px; min-height: 40px; margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {neutral.strong}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {border}; border-radius: 5px; min-width: 40px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {page}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 20px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent.moderate}; color: {neutral.dark}; }}
QToolTip {{ background: {neutral.dark}; color: {page}; border: none; padding: 6px 8px; }}
"""
