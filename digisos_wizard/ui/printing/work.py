"""Pages on paper: drawn by PDFium, painted on the printer, off the window's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from digisos_wizard.errors import PrinterError
from digisos_wizard.export.pdfium import POINTS, page_sizes, render
from digisos_wizard.export.sheets import Layout, Side, sides
from digisos_wizard.ui.printing.printers import Printer

DOTS = 300
"""Dots per inch: finer can't be seen on paper."""
LARGE = 900.0
"""A page with a longer side than this, in points, is meant for A3."""
MARGIN = 14.0
"""Around pages that share a side, in points."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is printed and how; `file` takes the place of a printer, `pages` count from 0."""

    title: str
    data: bytes
    pages: Sequence[int]
    printer: Printer | None = None
    file: Path | None = None
    copies: int = 1
    layout: Layout = Layout.ONE
    both_sides: bool = False
    grey: bool = False


def image(data: bytes, number: int, scale: float, *, grey: bool = False) -> QImage:
    """Return a page as a picture with `scale` dots for each point."""
    found = render(data, number, scale, grey=grey)
    return QImage(found.data, found.width, found.height, found.stride, QImage.Format.Format_RGB32).copy()


def print_order(order: Order, progress: Progress) -> int:
    """Print, and return how many sides were printed; `progress` is told of every side and may raise to stop.

    Raises PrinterError where the printer doesn't take it.
    """
    sizes = page_sizes(order.data)
    every = sides(order.pages, order.layout)
    printer = _printer(order)
    printer.setPageLayout(_layout(order, every[0], sizes))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterError(order.printer.name if order.printer is not None else str(order.file))
    try:
        for position, side in enumerate(every):
            progress(position, len(every))
            if position:
                _turn(printer, _layout(order, side, sizes))
            _paint(painter, printer, order, side, sizes)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    progress(len(every), len(every))
    return len(every)


def _turn(printer: QPrinter, layout: QPageLayout) -> None:
    printer.setPageLayout(layout)
    if not printer.newPage():
        raise PrinterError(printer.printerName())


def _printer(order: Order) -> QPrinter:
    if order.file is not None or order.printer is None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(order.file))
        printer.setResolution(DOTS)
    else:
        printer = QPrinter(QPrinterInfo.printerInfo(order.printer.name), QPrinter.PrinterMode.HighResolution)
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)
        printer.setDuplex(_duplex(order))
        grey = QPrinter.ColorMode.GrayScale if order.grey else QPrinter.ColorMode.Color
        printer.setColorMode(grey)
    printer.setDocName(order.title)
    printer.setFullPage(True)
    return printer


def _duplex(order: Order) -> QPrinter.DuplexMode:
    if not order.both_sides:
        return QPrinter.DuplexMode.DuplexNone
    # Two pages lie beside each other across the sheet, which then turns over its short side.
    return QPrinter.DuplexMode.DuplexLongSide if order.layout is Layout.ONE else QPrinter.DuplexMode.DuplexShortSide


def _layout(order: Order, side: Side, sizes: Sequence[tuple[float, float]]) -> QPageLayout:
    """Return paper and direction for a side; a file gets pages of the document's own size."""
    width, height = next(sizes[page] for page in side if page is not None)
    none = QMarginsF(0, 0, 0, 0)
    if order.layout is not Layout.ONE:
        return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, none)
    lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    if order.file is not None:
        own = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point, matchPolicy=_EXACT)
        return QPageLayout(own, lying, none)
    large = max(width, height) > LARGE and order.printer is not None and order.printer.large
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A3 if large else QPageSize.PageSizeId.A4), lying, none)


_EXACT = QPageSize.SizeMatchPolicy.ExactMatch


def _paint(
    painter: QPainter, printer: QPrinter, order: Order, side: Side, sizes: Sequence[tuple[float, float]]
) -> None:
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    dots = printer.resolution() / POINTS
    for position, page in enumerate(side):
        if page is None:
            continue
        room = QRectF(paper)
        if len(side) > 1:
            room.setWidth(paper.width() / 2)
            room.translate(position * paper.width() / 2, 0)
            edge = MARGIN * dots
            room.adjust(edge, edge, -edge, -edge)
        width, height = sizes[page]
        fit = min(room.width() / (width * dots), room.height() / (height * dots), 1.0)
        target = QRectF(0, 0, width * dots * fit, height * dots * fit)
        target.moveCenter(room.center())
        scale = min(dots, DOTS / POINTS) * fit
        painter.drawImage(target, image(order.data, page, scale, grey=order.grey))
