"""What Qt must have for the window."""

import pytest
from PySide6.QtWidgets import QApplication

from digisos_wizard.ui import supplies


def test_what_qt_lacks_is_named(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert supplies.missing() == []
    monkeypatch.setattr(supplies, "FORMATS", {"png", "noe-annet"})
    assert supplies.missing() == ["noe-annet"]
