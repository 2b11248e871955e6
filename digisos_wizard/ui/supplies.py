"""Whether Qt has all that the window needs: a program that was put together wrongly lacks parts without a word."""

from PySide6.QtGui import QFontDatabase, QIcon, QImageReader
from PySide6.QtPrintSupport import QPrinter

from digisos_wizard.content.locate import resources

from .widgets.look.dress import FONT_FAMILY, load_fonts

FORMATS = {"png", "svg", "jpeg"}
"""Kinds of pictures that the look, the handouts and the documents use."""


def missing() -> list[str]:
    """Return what Qt lacks, in its own words; asked for when there is an application."""
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    lacking = sorted(FORMATS - formats)
    load_fonts()
    if FONT_FAMILY not in QFontDatabase.families():
        lacking.append(FONT_FAMILY)
    if QIcon(str(resources() / "look" / "icon.svg")).pixmap(32, 32).isNull():
        lacking.append("icon.svg")
    if QPrinter().resolution() <= 0:
        lacking.append("QPrinter")
    return lacking
