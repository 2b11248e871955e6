"""The printers of this machine, and what each can do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer: its name, whether it is the usual one, and whether it takes both sides and A3."""

    name: str
    usual: bool
    both_sides: bool
    large: bool


def printers() -> Sequence[Printer]:
    """Return the printers, the usual one first; asking those on a network may take seconds."""
    found = [
        Printer(
            info.printerName(),
            info.isDefault(),
            QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes(),
            any(size.id() is QPageSize.PageSizeId.A3 for size in info.supportedPageSizes()),
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda printer: not printer.usual)
