"""How the workbook's charts look: quiet lines, readable axes, the legend below."""

from xlsxwriter.chart import Chart

from digisos_wizard.export import palette
from digisos_wizard.export.workbook.look import FONT
from digisos_wizard.export.workbook.table import Table


def series(table: Table, values: str, categories: str, colour: str) -> dict[str, object]:
    """Return a series that draws a column of a table over another one."""
    name, first, last = table.sheet.name, table.first, table.first + table.count - 1
    at, over = table.at(values), table.at(categories)
    return {
        "name": [name, table.head, at],
        "categories": [name, first, over, last, over],
        "values": [name, first, at, last, at],
        "fill": {"color": colour},
        "line": {"color": colour, "width": 2.25},
        "marker": {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}},
        "gap": 80,
    }


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
