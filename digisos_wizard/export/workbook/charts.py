"""How the workbook's charts look: quiet lines, readable axes, the legend below."""

from xlsxwriter.chart import Chart

from digisos_wizard.export import palette
from digisos_wizard.export.workbook.look import FONT


def dress(chart: Chart, title: str) -> None:
    """Give a chart of kroner its title, axes and legend."""
    font = {"name": FONT, "color": palette.INK, "size": 10}
    chart.set_title({"name": title, "name_font": {**font, "size": 14, "bold": True}, "overlay": False})
    chart.set_x_axis({"num_font": font, "label_position": "low", "line": {"color": palette.STRONG_LINE}})
    chart.set_y_axis(
        {
            "num_font": font,
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": palette.LINE}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
