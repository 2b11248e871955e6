"""Draws the program's icon for Windows from `resources/look/icon.svg`, every size anew, so that small ones are sharp.

python packaging/icon.py build/digisos-wizard.ico
"""

import io
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[1] / "resources" / "look" / "icon.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels: what Windows asks for in lists, task bar and folders at 100, 125, 150 and 200 percent."""


def drawn(size: int) -> Image.Image:
    """Return the icon in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


def write(path: Path) -> Path:
    """Write the icon file and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures = [drawn(size) for size in SIZES]
    pictures[-1].save(path, format="ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    return path


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
