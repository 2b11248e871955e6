"""A document handed to the machine's own PDF reader, from a folder that goes when the program ends."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from digisos_wizard.storage.replace import write_whole


class Reader:
    """Opens documents in the machine's PDF reader."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def open(self, name: str, data: bytes) -> bool:
        """Open the document; tells whether the machine has something to open it with."""
        path = self.placed(name, data)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def placed(self, name: str, data: bytes) -> Path:
        """Return the file that the reader opens."""
        if self._folder is None:
            # The reader may hold the file when the program ends; then the system clears it later.
            self._folder = TemporaryDirectory(prefix="digisos-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / name
        write_whole(path, data)
        return path
