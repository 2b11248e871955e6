"""The recipes of ARCHITECTURE are true: followed to the letter in a copy, they give a step and a field that work."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(new|add|json) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAM_TIME = 60
"""Seconds before a hanging program is given up."""


def follow(folder: Path, act: str, name: str, text: str) -> None:
    """Do what a block says: make a file, add or put lines beside those that it quotes, or append an entry."""
    path = folder / name
    if act == "new":
        assert not path.exists(), name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    elif act == "json":
        entries = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps([*entries, json.loads(text)], ensure_ascii=False), "utf-8")
    else:
        path.write_text(edited(path.read_text("utf-8"), text), "utf-8")


def edited(before: str, text: str) -> str:
    """Return a file with each run of lines after ` ` or `-` followed by, or made into, the lines after `+`."""
    for quoted, added in re.findall(r"((?:^[ -].*\n)+)((?:^\+.*\n)+)", text, re.MULTILINE):
        kept = "".join(line[1:] for line in quoted.splitlines(keepends=True) if line[0] == " ")
        whole = "".join(line[1:] for line in quoted.splitlines(keepends=True))
        new = kept + "".join(line[1:] for line in added.splitlines(keepends=True))
        found = whole if before.count(whole) == 1 else whole.rstrip("\n")
        assert before.count(found) == 1, quoted
        before = before.replace(found, new if found == whole else new.rstrip("\n"))
    return before


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree in which the recipes were followed."""
    folder = tmp_path_factory.mktemp("followed")
    for name in ("digisos_wizard", "resources", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for act, name, text in BLOCK.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8")):
        follow(folder, act, name, text)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, on the package there."""
    environment = {"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=PROGRAM_TIME,
        check=False,
    )


@pytest.mark.slow
def test_the_step_and_the_field_work_on_page_and_paper(copy: Path) -> None:
    done = run(copy, "tests/recipe.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Velg en dag for opplæringen." in done.stdout


@pytest.mark.slow
def test_what_names_a_forgotten_part_has_nothing_to_say(copy: Path) -> None:
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/model/test_steps.py", "tests/model/forms")
    assert done.returncode == 0, done.stdout + done.stderr
