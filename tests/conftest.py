"""The surroundings of every test: no screen, no network, no folder of the person who runs it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

# Before Qt is loaded, and inside the process: a Windows emulator strips QT_* from what it inherits.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests start the program as a process of its own, from other folders than this.
os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
os.environ["PYTHONUTF8"] = "1"

import font_source_sans_pro
import pytest
from hypothesis import settings

from tests.network_guard import NetworkGuard

# Offscreen on Windows has no system fonts; elsewhere fontconfig has the word.
os.environ.setdefault("QT_QPA_FONTDIR", font_source_sans_pro.font_directory)

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

GUARD = NetworkGuard()
sys.addaudithook(GUARD)

WINDOWS = Path(__file__).with_name("ui")

FOLDERS = {
    "HOME": "home",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "USERPROFILE": "home",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "home/local",
    "WIN_PD_OVERRIDE_APPDATA": "home/roaming",
    "WIN_PD_OVERRIDE_PERSONAL": "home/documents",
}
"""Environment variable -> folder below the test's own, so that no test meets the settings or plans of a person."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is about another platform, and trace no windows: what must be covered lies below them."""
    other = "posix" if sys.platform == "win32" else "windows"
    for item in items:
        if WINDOWS in item.path.parents:
            item.add_marker(pytest.mark.untraced)
        if item.get_closest_marker(other):
            item.add_marker(pytest.mark.skip(reason=f"about {other} alone"))


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Trace nothing while an untraced test runs; the coverage plugin's own mark does nothing with several processes."""
    tracer = sys.gettrace()
    if item.get_closest_marker("untraced") or item.get_closest_marker("slow"):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, outside its tmp_path, with letters and a space as in real names; return it."""
    root = tmp_path_factory.mktemp("Åse Østbø")
    home = root / "home"
    home.mkdir()
    for variable, folder in FOLDERS.items():
        monkeypatch.setenv(variable, str(root / folder))
    return home


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[NetworkGuard]:
    """Fail the test if anything in the process asked for the network, even where the refusal was swallowed."""
    GUARD.attempts.clear()
    yield GUARD
    assert not GUARD.attempts, f"asked for the network: {GUARD.attempts}"
