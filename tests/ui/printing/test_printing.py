"""Printing: to a PDF through the printer's own way, the dialog's choices, no printer, a stop, and the preview."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from digisos_wizard.errors import PrinterError
from digisos_wizard.export.pdfium import page_sizes
from digisos_wizard.export.sheets import Layout
from digisos_wizard.ui import jobs
from digisos_wizard.ui.printing.preview import PreviewDialog
from digisos_wizard.ui.printing.print_dialog import PrintDialog
from digisos_wizard.ui.printing.printers import Printer
from digisos_wizard.ui.printing.reader import Reader
from digisos_wizard.ui.printing.work import Order, print_order
from tests.ui.hands import choose_file

PRINTER = Printer("Skriveren på gangen", usual=True, both_sides=True, large=False)


def document(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a PDF with a black square at another place on every page."""
    target = BytesIO()
    canvas = Canvas(target)
    for number, size in enumerate(sizes, start=1):
        canvas.setPageSize(size)
        canvas.drawString(72, 400, f"Page {number}")
        canvas.rect(60 * number, 100, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


MIXED = (A4, landscape(A4), A3)


def picture(data: bytes, number: int) -> Image.Image:
    """Return a page in grey, 36 dots per inch."""
    read = pypdfium2.PdfDocument(data)
    made: Image.Image = read[number].render(scale=0.5).to_pil().convert("L")
    read.close()
    return made


def quiet(_done: int, _every: int) -> None:
    """Hear of progress and say nothing."""


@pytest.mark.usefixtures("dressed")
def test_a_file_has_the_pages_asked_for_in_their_size_and_alike(tmp_path: Path) -> None:
    data, file = document(MIXED), tmp_path / "printed.pdf"
    told: list[tuple[int, int]] = []
    order = Order("Prøve", data, (0, 1, 2), file=file)
    assert print_order(order, lambda done, every: told.append((done, every))) == 3
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    printed = file.read_bytes()
    for number, (size, wanted) in enumerate(zip(page_sizes(printed), MIXED, strict=True)):
        assert size == pytest.approx(wanted, abs=2)
        before, after = picture(data, number), picture(printed, number)
        unlike = ImageChops.difference(before, after.resize(before.size))
        assert ImageStat.Stat(unlike).mean[0] < 2
        assert ImageStat.Stat(after).extrema[0][0] < 60


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("layout", "count"), [(Layout.ONE, 5), (Layout.TWO, 3), (Layout.BOOKLET, 4)])
def test_two_pages_and_booklets_lie_across_the_sheet(tmp_path: Path, layout: Layout, count: int) -> None:
    file = tmp_path / "printed.pdf"
    order = Order("Prøve", document([A4] * 5), range(5), file=file, layout=layout)
    assert print_order(order, quiet) == count
    sizes = page_sizes(file.read_bytes())
    assert len(sizes) == count
    assert all((width > height) == (layout is not Layout.ONE) for width, height in sizes)


@pytest.mark.usefixtures("dressed")
def test_a_place_that_takes_no_file_is_told_and_a_stop_ends_the_work(tmp_path: Path) -> None:
    data = document([A4] * 3)
    with pytest.raises(PrinterError, match="nowhere"):
        print_order(Order("Prøve", data, (0,), file=tmp_path / "nowhere" / "printed.pdf"), quiet)

    def stop(done: int, _every: int) -> None:
        if done == 1:
            raise jobs.Cancelled

    with pytest.raises(jobs.Cancelled):
        print_order(Order("Prøve", data, (0, 1, 2), file=tmp_path / "printed.pdf"), stop)


Asked = Callable[..., PrintDialog]


@pytest.fixture
def asked(qtbot: QtBot, dressed: QWidget) -> Asked:
    """How the dialog is shown, on a machine with those printers."""
    del dressed

    parent = QWidget()
    qtbot.addWidget(parent)

    def show(*found: Printer, pages: int = 5) -> PrintDialog:
        paper = ("Prøve", "prøve.pdf", document([A4] * pages))
        dialog = PrintDialog(parent, paper, Reader(), find=lambda: found)
        dialog.show()
        qtbot.waitUntil(lambda: "Leter etter" not in _words(dialog.told) or dialog.told.isHidden())
        return dialog

    return show


def test_without_a_printer_it_says_so_and_offers_a_file(asked: Asked) -> None:
    dialog = asked()
    assert "Fant ingen skriver på denne maskinen." in _words(dialog.told)
    assert dialog.printer.currentText() == "PDF-fil"
    assert dialog.go.text() == "Lag PDF-fil …"
    assert dialog.go.isEnabled()
    assert not dialog.copies.isEnabled()


def _words(widget: QWidget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel))


def test_the_choices_reach_the_order_and_the_sum_tells_what_comes_out(qtbot: QtBot, asked: Asked) -> None:
    dialog = asked(PRINTER)
    assert dialog.printer.currentText() == PRINTER.name
    for line, text in ((dialog.copies, "3"), (dialog.pages, "2-4")):
        line.selectAll()
        qtbot.keyClicks(line, text)
    dialog.both_sides.click()
    dialog.grey.click()
    order = dialog.order()
    assert (order.copies, order.pages, order.both_sides, order.grey) == (3, (1, 2, 3), True, True)
    assert dialog.sum.text() == "3 sider på 6 ark."
    dialog.layouts[Layout.TWO].click()
    assert dialog.order().layout is Layout.TWO
    assert dialog.sum.text() == "3 sider på 3 ark."


@pytest.mark.parametrize(
    ("copies", "pages", "told"),
    [("0", "", "1 til 500"), ("mange", "", ""), ("1", "4-9", "side 1 til 5"), ("1", "alle", "1-3, 5")],
)
def test_what_makes_no_sense_is_told_and_not_printed(
    qtbot: QtBot, asked: Asked, copies: str, pages: str, told: str
) -> None:
    dialog = asked(PRINTER)
    for line, text in ((dialog.copies, copies), (dialog.pages, pages)):
        line.selectAll()
        qtbot.keyClicks(line, text)
    assert not dialog.go.isEnabled()
    assert dialog.sum.text()
    assert told in dialog.sum.text()


def test_a_file_is_made_from_the_dialog(qtbot: QtBot, asked: Asked, tmp_path: Path) -> None:
    dialog = asked()
    choose_file(tmp_path / "laget.pdf")
    with qtbot.waitSignal(dialog.printing.done):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "5 sider er sendt." in _words(dialog.told))
    assert len(page_sizes((tmp_path / "laget.pdf").read_bytes())) == 5
    assert dialog.leave.text() == "Lukk"


def test_the_work_can_be_stopped(qtbot: QtBot, asked: Asked, tmp_path: Path) -> None:
    dialog = asked(pages=60)
    choose_file(tmp_path / "laget.pdf")
    with qtbot.waitSignal(dialog.printing.failed) as failed:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        assert dialog.leave.text() == "Stopp"
        qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert isinstance(failed.args[0], jobs.Cancelled)
    qtbot.waitUntil(lambda: "Utskriften er stoppet." in _words(dialog.told))
    assert dialog.isVisible()


@pytest.fixture
def window(qtbot: QtBot, dressed: QWidget) -> QWidget:
    """A window to show a preview over."""
    del dressed
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    return made


def test_the_preview_turns_pages_and_zooms(qtbot: QtBot, window: QWidget) -> None:
    data = document(MIXED)
    dialog = PreviewDialog(window, "Prøve", "prøve.pdf", lambda: data, Reader())
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.page.pixmap().isNull())
    assert dialog.count == 3
    assert not dialog.before.isEnabled()
    wide = dialog.page.pixmap().width()
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.number == 1
    assert dialog.where.text() == "Side 2 av 3"
    qtbot.keyClick(dialog, Qt.Key.Key_End)
    assert dialog.number == 2
    assert not dialog.after.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Home)
    dialog.zoom.setCurrentIndex(dialog.zoom.count() - 1)
    qtbot.waitUntil(lambda: dialog.page.pixmap().width() > wide)


def test_a_document_that_could_not_be_made_is_told(qtbot: QtBot, window: QWidget) -> None:
    def fail() -> bytes:
        raise PrinterError("Prøve")

    dialog = PreviewDialog(window, "Prøve", "prøve.pdf", fail, Reader())
    dialog.show()
    qtbot.waitUntil(dialog.said.isVisible)
    assert "«Prøve»" in dialog.said.text()
    assert not dialog.print.isEnabled()
