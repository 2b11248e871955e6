"""Plans in files, for verbs to work on."""

from pathlib import Path

import pytest

from digisos_wizard.__main__ import main


@pytest.fixture(autouse=True)
def own_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the exception hooks of the test run as they were: `main` puts in its own."""
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture
def hamar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The example of Hamar, as a plan of one's own."""
    path = tmp_path / "hamar.digisos"
    assert main(["new", "--example", "hamar", str(path)]) == 0
    capsys.readouterr()
    return path
