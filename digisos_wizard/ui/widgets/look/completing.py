"""What is offered while one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def completer(words: Sequence[str], line: QLineEdit) -> QCompleter:
    """Return what offers words while one types; anything else can be written as well."""
    offered = QCompleter(list(words), line)
    offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offered.setFilterMode(Qt.MatchFlag.MatchContains)
    return offered
