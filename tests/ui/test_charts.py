"""What the window's charts draw: bars as high as their values, stacked and side by side, lines through their points."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.rules.benefits.result import BenefitResult, YearRow
from digisos_wizard.model.rules.benefits.what_if import Cause, Effect
from digisos_wizard.ui.parts.charts import Series, StackedBars
from digisos_wizard.ui.parts.outlook_chart import OutlookChart
from digisos_wizard.ui.parts.tornado import Tornado
from digisos_wizard.ui.widgets.look.dress import worn

pytestmark = pytest.mark.untraced

D = Decimal
NEAR = 2.5
"""Pixels that edges and thin lines take."""


def painted(qtbot: QtBot, chart: QWidget, height: int) -> QImage:
    """Return a chart of 640 pixels as it is drawn: the plot is 568 wide from 64, and from 36 to 28 above the end."""
    qtbot.addWidget(chart)
    chart.resize(640, height)
    return chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def rows(image: QImage, columns: Sequence[int], colour: str) -> list[int]:
    """Return the rows of the plot that have a colour in one of the columns."""
    wanted = QColor(colour).rgb()
    return [y for y in range(30, image.height()) if any(image.pixel(x, y) == wanted for x in columns)]


def reach(found: Sequence[int]) -> list[int]:
    """Return the first and the last of some rows."""
    return [found[0], found[-1]]


def test_bars_are_stacked_and_hang_under_the_line(qtbot: QtBot) -> None:
    chart = StackedBars("Kostnad per år")
    chart.show_series(
        ("2027", "2028"),
        (Series("Kjøp", (D(100_000), D(-50_000))), Series("Drift", (D(100_000), D(-50_000)))),
    )
    image = painted(qtbot, chart, 260)
    # 200 000 up and 100 000 down in steps of 100 000: 196 pixels for 300 000, and the line at 36 + 130.7.
    bought, run = rows(image, [206], worn().accent.strong), rows(image, [206], worn().accent.dark)
    assert reach(bought) == pytest.approx([101.3, 166.7], abs=NEAR)
    assert reach(run) == pytest.approx([36, 101.3], abs=NEAR)
    bought, run = rows(image, [490], worn().accent.strong), rows(image, [490], worn().accent.dark)
    assert reach(bought) == pytest.approx([166.7, 199.3], abs=NEAR)
    assert reach(run) == pytest.approx([199.3, 232], abs=NEAR)


def result(*years: tuple[int, int, int]) -> BenefitResult:
    """Return a result of years with gross, net and cumulated net, paid back in the seventh month."""
    found = tuple(
        YearRow(2027 + at, at, D(0), D(0), D(gross), D(0), D(0), D(net), D(cumulated), D(0))
        for at, (gross, net, cumulated) in enumerate(years)
    )
    return BenefitResult(2027, len(years), (), found, D(0), 7, D(0), D(0), complete=True)


def test_value_and_net_stand_side_by_side_and_the_sum_of_net_is_a_line(qtbot: QtBot) -> None:
    chart = OutlookChart("Verdi og netto")
    tried = result((200_000, 100_000, 100_000), (200_000, 150_000, 250_000))
    chart.show_results(tried, tried, 12)
    image = painted(qtbot, chart, 280)
    # 250 000 in steps of 100 000: 216 pixels for 300 000 over the line at 252.
    gross, net = rows(image, range(135, 185), worn().accent.strong), rows(image, range(220, 270), worn().accent.strong)
    assert reach(gross) == pytest.approx([108, 252], abs=NEAR)
    assert reach(net) == pytest.approx([180, 252], abs=NEAR)
    later = rows(image, range(504, 554), worn().accent.strong)
    assert later[0] == pytest.approx(144, abs=NEAR)
    for x, y in ((204, 180), (490, 72)):
        assert image.pixel(x, y) == QColor(worn().accent.dark).rgb(), "points of the line"


def test_the_mark_stands_where_the_month_begins(qtbot: QtBot) -> None:
    """The seventh month begins in the middle of a year of twelve: at 64 + 284 / 2."""
    chart = OutlookChart("Verdi og netto")
    tried = result((200_000, 100_000, 100_000), (200_000, 150_000, 250_000))
    chart.show_results(tried, tried, 12)
    image = painted(qtbot, chart, 280)
    wanted = QColor(worn().success.strong)

    def green(x: int) -> int:
        colours = (image.pixelColor(x, y) for y in range(60, 250))
        return sum(colour.green() > colour.blue() + 40 and colour.green() > colour.red() + 40 for colour in colours)

    assert wanted.green() > wanted.blue() + 40
    assert max(range(80, 620), key=green) == pytest.approx(206, abs=NEAR)


def width(image: QImage, room: QRectF, colour: str) -> float:
    """Return how far pixels of a colour reach across a room."""
    wanted = QColor(colour).rgb()
    found = [
        x
        for x in range(round(room.left()), round(room.right()))
        for y in range(round(room.top()), round(room.bottom()))
        if image.pixel(x, y) == wanted
    ]
    return float(max(found) - min(found) + 1)


def test_the_tornado_reaches_from_the_plan_to_each_figure(qtbot: QtBot) -> None:
    chart = Tornado("Tornado", {cause: cause.value for cause in Cause})
    wide_one = Effect(Cause.TIME, D(100_000), D(300_000))
    chart.show_effects([wide_one, Effect(Cause.COSTS, D(250_000), D(150_000))], D(200_000))
    image = painted(qtbot, chart, chart.sizeHint().height())
    wide = width(image, QRectF(200, 34, 440, 20), worn().accent.strong)
    narrow = width(image, QRectF(200, 72, 440, 20), worn().accent.strong)
    assert abs(wide - (640 - 640 * 0.32 - 2 * 92)) <= NEAR + 3, "from names to figures, with room for both"
    assert abs(narrow / wide - 0.5) < 0.05, "half the effect is half the width"
