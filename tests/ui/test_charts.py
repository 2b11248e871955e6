"""Charts are measured where they are painted: each bar is as long as its figure, and stands for the right one."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.rules.benefits.result import BenefitResult, YearRow
from digisos_wizard.ui.widgets.charts.axis import Axis
from digisos_wizard.ui.widgets.charts.outlook import ABOVE, AT_THE_END, OutlookChart
from digisos_wizard.ui.widgets.charts.stacked import Series, StackedBars
from digisos_wizard.ui.widgets.charts.swing import Swing
from digisos_wizard.ui.widgets.look.dress import worn

pytestmark = pytest.mark.untraced

D = Decimal
SIZE = (640, 260)
NEAR = 3.0
"""Pixels that edges and patterns may take."""


def painted(widget: QWidget, qtbot: QtBot, size: tuple[int, int] = SIZE) -> QImage:
    """Return a widget as it paints itself."""
    qtbot.addWidget(widget)
    widget.setFixedSize(*size)
    return widget.grab().toImage()


def reach(image: QImage, room: QRectF, colours: Sequence[str], *, across: bool = False) -> float:
    """Return how far pixels in some colours reach within a room, downwards or across."""
    wanted = {QColor(colour).rgb() for colour in colours}
    found = [
        x if across else y
        for x in range(round(room.left()), round(room.right()))
        for y in range(round(room.top()), round(room.bottom()))
        if image.pixelColor(x, y).rgb() in wanted
    ]
    return float(max(found) - min(found) + 1) if found else 0.0


def test_the_axis_shares_height_and_width() -> None:
    """200 000 in 184 pixels over the line at 232; two years share 588 pixels from 44 on."""
    axis = Axis((D(200_000),), *SIZE)
    assert (axis.y(0), axis.y(100_000), axis.y(200_000)) == (232, 140, 48)
    assert [axis.slot(position, 2).left() for position in range(2)] == [44, 338]


def test_stacked_bars_are_as_high_as_their_sums(qapp: QApplication, qtbot: QtBot) -> None:
    chart = StackedBars("Kostnad")
    series = [Series("KS", (D(100_000), D(40_000))), Series("NAV", (D(50_000), D(20_000)))]
    chart.show_series(["2027", "2028"], series)
    image = painted(chart, qtbot)
    axis = Axis((D(150_000), D(60_000), D(0), D(0)), *SIZE)
    for position, sums in enumerate((150_000, 60_000)):
        slot = axis.slot(position, 2)
        # Beside the figure that stands above the bar.
        across = range(round(slot.left() + slot.width() * 0.24), round(slot.left() + slot.width() * 0.32))
        rows = [
            y
            for y in range(round(slot.top()) - 4, round(slot.bottom()) - 1)
            if any(image.pixelColor(x, y) != image.pixelColor(round(slot.left() + 4), y) for x in across)
        ]
        assert abs(max(rows) - min(rows) + 1 - (axis.y(0) - axis.y(sums))) <= NEAR, sums


def outlook(gross: int, net: int, cumulative: int) -> BenefitResult:
    """Return a result of one year."""
    zero = D(0)
    row = YearRow(2027, 0, zero, zero, D(gross), zero, zero, D(net), D(cumulative), zero)
    return BenefitResult(2027, 1, (), (row,), zero, None, zero, zero, complete=True)


@pytest.mark.parametrize("net", [100_000, -60_000])
def test_the_outlook_draws_net_as_high_as_it_is(dressed: QApplication, qtbot: QtBot, net: int) -> None:
    chart = OutlookChart("Netto")
    result = outlook(0, net, net)
    chart.show_results(result, result)
    image = painted(chart, qtbot)
    axis = Axis((D(net),), SIZE[0] - AT_THE_END, SIZE[1] - 20, ABOVE)
    slot = axis.slot(0, 1)
    tone = worn().accent if net > 0 else worn().neutral
    beside = QRectF(slot.center().x() - 16, 0, 12, SIZE[1])
    height = reach(image, beside, [tone.moderate, tone.strong])
    assert abs(height - abs(axis.y(0) - axis.y(net))) <= NEAR


def test_a_swing_reaches_from_the_plan_to_each_figure(qapp: QApplication) -> None:
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(worn().page))
    painter = QPainter(image)
    room = QRectF(0, 0, 400, 30)
    Swing("", 0.5, (0.25, "100"), (1.0, "300")).paint(painter, room, qapp.font())
    painter.end()
    lower = reach(image, room, [worn().neutral.strong], across=True)
    higher = reach(image, room, [worn().accent.strong], across=True)
    assert abs(lower / higher - 0.5) < 0.05, "half the effect is half the width"
