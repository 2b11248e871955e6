"""The starter: what it decides, what it says, and that it leaves a machine alone that lacks nothing."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import run

ROOT = Path(__file__).parents[1]
PYTEST_LINES = """
tests/test_house.py ....                                                  [ 40%]
= 2 failed, 410 passed, 3 skipped in 62.11s (0:01:02) =
12 passed, but not pytest's own line
"""


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_knows_a_screen(platform: str, variables: dict[str, str], expected: bool) -> None:
    assert run.has_screen(platform, variables) is expected


def test_without_a_screen_the_main_job_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.default_arguments(screen=False) == ["demo", "--to", run.EXAMPLE_FOLDER]
    assert run.EXAMPLE_FOLDER in capsys.readouterr().err


def test_a_plan_is_not_opened_in_a_window_that_nobody_sees() -> None:
    with pytest.raises(run.SetUpError, match="Ingen skjerm"):
        run.refuse_window(["min.digisos"], screen=False)
    run.refuse_window(["min.digisos"], screen=True)
    run.refuse_window(["check", "min.digisos"], screen=False)


def test_with_a_screen_the_window_opens() -> None:
    assert run.default_arguments(screen=True) == []


def test_only_a_program_without_a_screen_is_sent_offscreen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert "QT_QPA_PLATFORM" not in run.environment(screen=True)
    assert run.environment(screen=False)["QT_QPA_PLATFORM"] == "offscreen"


def test_the_stamp_follows_the_requirements(tmp_path: Path) -> None:
    file = tmp_path / "requirements.txt"
    file.write_bytes(b"a==1\nb==2\n")
    first = run.fingerprint(file)
    file.write_bytes(b"a==1\r\nb==2\r\n")
    assert run.fingerprint(file) == first, "line ends are git's business"
    file.write_bytes(b"a==1\nb==3\n")
    assert run.fingerprint(file) != first


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not run.loads("libdigisos-finnes-ikke.so.9")


@pytest.mark.posix
def test_missing_packages_are_named_once_and_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libz-ikke.so": "libz", "liba-ikke.so": "liba", "liba2-ikke.so": "liba"})
    monkeypatch.setattr(run, "SCREEN_LIBRARIES", {"libm-ikke.so": "libm"})
    assert run.missing_packages(screen=False) == ["liba", "libz"]
    assert run.missing_packages(screen=True) == ["liba", "libm", "libz"]


@pytest.mark.posix
@pytest.mark.parametrize(("apt", "says"), [("/usr/bin/apt-get", "sudo apt-get install liba libz"), (None, "liba libz")])
def test_without_the_rights_one_line_names_the_packages(
    monkeypatch: pytest.MonkeyPatch, apt: str | None, says: str
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: apt)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(run.SetUpError, match=says) as caught:
        run.install_packages(["liba", "libz"])
    assert "\n" not in str(caught.value)


def test_nothing_missing_installs_nothing() -> None:
    run.install_packages([])


def test_an_old_python_is_told_in_one_line(tmp_path: Path) -> None:
    pretended = "import sys, runpy; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (x)'; runpy.run_path({!r})"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", pretended.format(str(ROOT / "run.py"))],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "Digisos-veiviseren trenger Python 3.11 eller nyere; dette er 3.9.2.\n"


def test_an_old_python_can_read_that_far() -> None:
    compile((ROOT / "run.py").read_text("utf-8"), "run.py", "exec", dont_inherit=True)
    import ast

    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))


def test_pytests_own_line_is_known() -> None:
    kept = [line for line in PYTEST_LINES.splitlines() if run.is_summary(line)]
    assert kept == ["= 2 failed, 410 passed, 3 skipped in 62.11s (0:01:02) ="]


def test_output_passes_and_the_last_wanted_line_is_kept(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    program = "print('1 passed in 0.1s'); print('æøå'); print('2 passed in 0.2s'); print('slutt'); raise SystemExit(3)"
    command = [sys.executable, "-X", "utf8", "-c", program]
    assert run.call_and_keep_last(command, run.environment(screen=False), run.is_summary) == (3, "2 passed in 0.2s")
    assert "æøå".encode() in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("totals", "percent"),
    [
        ({"covered_branches": 45, "num_branches": 50}, 90.0),
        ({"covered_branches": 0, "num_branches": 0}, 0.0),
        ({}, 0.0),
    ],
)
def test_branches_taken_in_percent(totals: dict[str, int], percent: float) -> None:
    assert run.branch_percent(totals) == percent


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = text.replace("\\\n", " ").splitlines()
    assert len(entries) > 20
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


def test_the_list_is_complete() -> None:
    """It is installed as it stands: whatever a package needs must be in it, for this machine."""
    pinned = {
        line.split("==")[0].replace("_", "-").lower()
        for line in (ROOT / "requirements-dev.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    for name in pinned - {"pip"}:
        try:
            needed = metadata.requires(name) or ()
        except metadata.PackageNotFoundError:
            continue  # for another system
        for requirement in map(Requirement, needed):
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                assert requirement.name.replace("_", "-").lower() in pinned, f"{name} needs {requirement}"


def test_the_tests_run_with_what_the_program_runs_with() -> None:
    pins = [
        {line.split(" ")[0] for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line}
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert pins[0] < pins[1]
