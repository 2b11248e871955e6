"""Charts are measured where they are painted: each bar is as long as its figure, and stands for the right one."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.rules.benefits.result import BenefitResult, YearRow
from digisos_wizard.model.rules.benefits.what_if import Cause, Effect
from digisos_wizard.ui.parts.axis import Axis
from digisos_wizard.ui.parts.charts import Series, StackedBars
from digisos_wizard.ui.parts.outlook_chart import OutlookChart
from digisos_wizard.ui.parts.tornado import Tornado
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


def test_stacked_bars_are_as_high_as_their_sums(qapp: QApplication, qtbot: QtBot) -> None:
    chart = StackedBars("Kostnad")
    series = [Series("KS", (D(100_000), D(40_000))), Series("NAV", (D(50_000), D(20_000)))]
    chart.show_series(["2027", "2028"], series)
    image = painted(chart, qtbot)
    axis = Axis((D(150_000), D(60_000), D(0), D(0)), *SIZE)
    for position, sums in enumerate((150_000, 60_000)):
        slot = axis.slot(position, 2)
        across = range(round(slot.left() + slot.width() * 0.3), round(slot.left() + slot.width() * 0.7))
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


def test_the_outlook_draws_value_and_net_each_as_high_as_it_is(qapp: QApplication, qtbot: QtBot) -> None:
    chart = OutlookChart("Netto")
    result = outlook(100_000, 40_000, 40_000)
    chart.show_results(result, result, 12)
    image = painted(chart, qtbot)
    axis = Axis((D(100_000), D(40_000)), *SIZE)
    slot = axis.slot(0, 1)
    for left, value in ((0.2, 100_000), (0.5, 40_000)):
        bar = QRectF(slot.left() + slot.width() * left + 4, slot.top() - 6, slot.width() * 0.28 - 8, slot.height() + 6)
        height = reach(image, bar, [worn().accent.strong])
        assert abs(height - (axis.y(0) - axis.y(value))) <= NEAR + 4, value


def test_the_tornado_reaches_from_the_plan_to_each_figure(qapp: QApplication, qtbot: QtBot) -> None:
    chart = Tornado("Tornado", {cause: cause.value for cause in Cause})
    wide_one = Effect(Cause.TIME, D(100_000), D(300_000))
    chart.show_effects([wide_one, Effect(Cause.COSTS, D(250_000), D(150_000))], D(200_000))
    image = painted(chart, qtbot, (640, chart.sizeHint().height()))
    wide = reach(image, QRectF(200, 34, 440, 20), [worn().accent.strong], across=True)
    narrow = reach(image, QRectF(200, 72, 440, 20), [worn().accent.strong], across=True)
    assert abs(wide - (640 - 640 * 0.32 - 2 * 92)) <= NEAR + 2, "from names to figures, with room for both"
    assert abs(narrow / wide - 0.5) < 0.05, "half the effect is half the width"
