"""What an ordinary `pip install .` gives: a wheel that holds all it needs and runs away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM_TIME = 120
"""Seconds before a hanging program is given up."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel and nothing else of the project."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def program(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "digisos_wizard", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=PROGRAM_TIME,
        check=False,
    )


def test_every_module_and_resource_is_in_the_wheel(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    code = {p.relative_to(ROOT).as_posix() for p in (ROOT / "digisos_wizard").rglob("*.py")}
    data = {p.relative_to(ROOT).as_posix() for p in (ROOT / "resources").rglob("*") if p.is_file()}
    assert data
    assert inside == code | {f"digisos_wizard/{name}" for name in data}


def test_the_program_has_a_name_on_the_command_line(installed: Path) -> None:
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "digisos-wizard = digisos_wizard.__main__:main" in entry_points.read_text("utf-8")


def test_it_tells_its_version_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    import digisos_wizard

    done = program(installed, tmp_path, "--version")
    assert done.returncode == 0, done.stderr
    assert digisos_wizard.__version__ in done.stdout


def test_the_version_is_one(wheel: Path) -> None:
    import digisos_wizard

    assert wheel.name.startswith(f"digisos_wizard-{digisos_wizard.__version__}-")


def test_its_resources_are_found_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    example = min((ROOT / "resources" / "examples").glob("*.digisos"))
    done = program(installed, tmp_path, "new", "--example", example.stem, "plan.digisos")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "plan.digisos").stat().st_size > 0
