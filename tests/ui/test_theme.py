"""Themes: switched while the window stands, followed from the system, and readable in all of them."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.figures.part_progress import Said, Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.storage.settings import Scheme
from digisos_wizard.ui.pictures import settle
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.widgets.charts.stacked import Series, StackedBars
from digisos_wizard.ui.widgets.frame.rail import RailButton, RailRow
from digisos_wizard.ui.widgets.look import dress
from digisos_wizard.ui.widgets.look.dress import keeper, worn
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import DARK, LIGHT, Theme, Tone

PAGES = [StepKey.OVERVIEW, StepKey.COSTS, StepKey.PRIVACY, StepKey.BENEFITS, StepKey.CONNECTION, StepKey.REFERENCE]
"""Pages with charts, maps, drawings, tables and long texts."""
BRIGHT = 0.9


@pytest.fixture(autouse=True)
def light_again(dressed: QApplication) -> Iterator[None]:
    """Leave the application as it was; the cursor doesn't blink while pictures are compared."""
    blinking = dressed.cursorFlashTime()
    dressed.setCursorFlashTime(0)
    yield
    dressed.setCursorFlashTime(blinking)
    if keeper().theme != LIGHT:
        dress.apply()


def picture(widget: QWidget, app: QApplication) -> QImage:
    """Return what a widget looks like now."""
    settle(app)
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> dict[str, int]:
    """Return how many of the picture's points have each colour."""
    found: dict[str, int] = {}
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            name = QColor(image.pixel(x, y)).name()
            found[name] = found.get(name, 0) + 1
    return found


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1 (WCAG)."""
    made = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (made.redF(), made.greenF(), made.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("step", PAGES)
def test_a_page_is_recoloured_where_it_stands(
    make_shell: Callable[[Document], Shell], example: Document, dressed: QApplication, step: StepKey
) -> None:
    shell = make_shell(example)
    shell.resize(1366, 768)
    shell.show_step(step)
    dress.apply()  # buttons are a pixel smaller after their first dress, and what stands above them moves
    picture(shell, dressed)
    dress.apply()
    before = picture(shell, dressed)
    dress.apply(scheme=Scheme.DARK)
    dark = colours(picture(shell, dressed))
    assert max(dark, key=lambda name: dark[name]) == DARK.page
    bright = sum(count for name, count in dark.items() if luminance(name) > BRIGHT)
    assert bright < 0.001 * sum(dark.values()), "something kept its light ground"
    dress.apply()
    assert picture(shell, dressed) == before


def test_what_is_painted_is_painted_in_the_theme_worn(qtbot: QtBot, dressed: QApplication) -> None:
    chart, shape, link = StackedBars("Kostnader"), RailButton(), Link(lambda: None, "Les mer om dette")
    chart.show_series(("2027",), (Series("NAV", (Decimal(1_000),)),))
    shape.show_row(RailRow("roles", "Roller", Said("Ferdig", Sign.DONE)), low=False)
    for theme, scheme in ((LIGHT, Scheme.LIGHT), (DARK, Scheme.DARK), (LIGHT, Scheme.LIGHT)):
        dress.apply(scheme=scheme)
        for part, colour in ((chart, theme.accent.strong), (shape, theme.success.text), (link, theme.accent.text)):
            qtbot.addWidget(part)
            part.show()
            assert colour in colours(picture(part, dressed)), (type(part), scheme)


def test_the_system_is_followed_only_where_that_is_wished(dressed: QApplication) -> None:
    told: list[Theme] = []
    keeper().changed.connect(told.append)
    hints = dressed.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn() == LIGHT
    assert told == []
    dress.apply(scheme=Scheme.SYSTEM)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn() == DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    keeper().changed.disconnect(told.append)
    assert told == [LIGHT, DARK, LIGHT]


def test_the_size_of_text_stays_when_colours_change(dressed: QApplication) -> None:
    dress.apply(1.5, Scheme.SYSTEM)
    dressed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (worn().page, worn().scale, dressed.font().pixelSize()) == (DARK.page, 1.5, 24)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_everything_can_be_read(theme: Theme) -> None:
    """Text keeps 4.5:1 on all grounds that it stands on, lines and fills 3:1."""
    for tone in (*theme.tones().values(), theme.accent):
        assert isinstance(tone, Tone)
        for ground in (theme.page, tone.soft, tone.moderate):
            assert contrast(tone.text, ground) >= 4.5, (tone, ground)
            assert contrast(tone.dark, ground) >= 7, (tone, ground)
        assert contrast(tone.strong, theme.page) >= 3, tone
    for fill in (theme.accent.strong, theme.accent.hover):
        assert contrast(theme.on_strong, fill) >= 4.5, fill
    assert contrast(theme.page, theme.accent.dark) >= 4.5
    assert contrast(theme.focus, theme.page) >= 3
