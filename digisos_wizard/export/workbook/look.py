"""How the workbook looks: named traits of cells, put together to formats."""

from collections.abc import Mapping
from enum import StrEnum

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from digisos_wizard.export import palette

FONT = "Calibri"
BASE: Mapping[str, object] = {"font_name": FONT, "font_size": 11, "font_color": palette.INK, "valign": "top"}
GRID: Mapping[str, object] = {"bottom": 1, "bottom_color": palette.LINE}


class Look(StrEnum):
    """A trait of a cell; the last one named wins where two speak of the same."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    HEAD = "head"
    FIGURE_HEAD = "figure_head"
    CELL = "cell"
    LABEL = "label"
    INPUT = "input"
    TOTAL = "total"
    KEY = "key"
    VERDICT = "verdict"
    WRITING = "writing"
    TEXT = "text"
    KRONER = "kroner"
    ORE = "ore"
    NUMBER = "number"
    MEASURED = "measured"
    FINE = "fine"
    FACTOR = "factor"
    YEAR = "year"
    PERCENT = "percent"
    FINE_PERCENT = "fine_percent"
    DATE = "date"
    CENTRED = "centred"
    TYPED = "typed"
    OPEN = "open"
    CLOSING = "closing"
    PLAIN_NUMBER = "plain_number"


TRAITS: Mapping[Look, Mapping[str, object]] = {
    Look.TITLE: {"font_size": 20, "bold": True, "valign": "vcenter"},
    Look.LEAD: {"font_color": palette.MUTED, "text_wrap": True},
    Look.HEADING: {"font_size": 14, "bold": True, "valign": "bottom"},
    Look.HEAD: {
        "bold": True,
        "bg_color": palette.HEAD,
        "text_wrap": True,
        "valign": "vcenter",
        "bottom": 1,
        "bottom_color": palette.STRONG_LINE,
    },
    Look.FIGURE_HEAD: {"align": "right", "indent": 1},
    Look.CELL: {"text_wrap": True, **GRID},
    Look.LABEL: {"font_color": palette.MUTED},
    Look.INPUT: {"bg_color": palette.ACCENT_MODERATE, "font_color": palette.ACCENT_DARK},
    Look.TOTAL: {"bold": True, "top": 1, "top_color": palette.STRONG_LINE, "bg_color": palette.SUNKEN},
    Look.KEY: {"bold": True, "font_size": 13, "bg_color": palette.ACCENT_SOFT},
    Look.VERDICT: {
        "bold": True,
        "font_size": 13,
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "border_color": palette.INK,
        "bg_color": palette.SUCCESS_MODERATE,
    },
    Look.WRITING: {"valign": "bottom", "bottom": 1, "bottom_color": palette.INK},
    Look.TEXT: {},
    Look.KRONER: {"num_format": '#,##0 "kr"', "align": "right", "indent": 1, "text_wrap": False},
    Look.ORE: {"num_format": '#,##0.00 "kr"', "align": "right", "indent": 1, "text_wrap": False},
    Look.NUMBER: {"num_format": "#,##0", "align": "right", "indent": 1, "text_wrap": False},
    Look.MEASURED: {"num_format": "General", "align": "right", "indent": 1, "text_wrap": False},
    Look.FINE: {"num_format": "#,##0.00", "align": "right", "indent": 1, "text_wrap": False},
    Look.FACTOR: {"num_format": "0.0000", "align": "right", "indent": 1, "text_wrap": False},
    Look.YEAR: {"num_format": "0", "align": "right", "indent": 1, "text_wrap": False},
    Look.PERCENT: {"num_format": "0 %", "align": "right", "indent": 1, "text_wrap": False},
    Look.FINE_PERCENT: {"num_format": "0.0# %", "align": "right", "indent": 1, "text_wrap": False},
    Look.DATE: {"num_format": "dd.mm.yyyy", "align": "left"},
    Look.CENTRED: {"align": "center"},
    Look.TYPED: {"quote_prefix": True},
    Look.OPEN: {"locked": False},
    Look.PLAIN_NUMBER: {"num_format": "General"},
    Look.CLOSING: {"font_size": 9, "italic": True, "font_color": palette.MUTED, "bg_color": palette.SUNKEN},
}
FIGURES = frozenset(look for look, trait in TRAITS.items() if trait.get("align") == "right") - {Look.FIGURE_HEAD}
"""Looks of numbers."""


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[Look, ...], Format] = {}

    def of(self, *looks: Look) -> Format:
        """Return the format with these traits."""
        if looks not in self._made:
            traits = dict(BASE)
            for look in looks:
                traits |= TRAITS[look]
            self._made[looks] = self._workbook.add_format(traits)
        return self._made[looks]

    def signal(self, text: str, background: str) -> Format:
        """Return a format for cells that a condition picks out; the cell's word says the same."""
        return self._workbook.add_format({"font_color": text, "bg_color": background})
