"""Plants every mutant in a copy of the program and runs the tests that must find it: `python -m tests.mutants`.

Words after the command choose among them: `python -m tests.mutants charts net.py` takes those that have one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.mutants import charts, formulas, money
from tests.mutants.mutant import ROOT, Mutant

LISTS = {"formulas": formulas.MUTANTS, "money": money.MUTANTS, "charts": charts.MUTANTS}
COPIED = ("digisos_wizard", "resources", "tests", "pyproject.toml")


def chosen(words: list[str]) -> Iterator[Mutant]:
    """Yield the mutants whose list or line has one of the words; without words all of them."""
    for kind, mutants in LISTS.items():
        for mutant in mutants:
            if not words or any(word in (kind, mutant.file) or word in mutant.name for word in words):
                yield mutant


def killed(mutant: Mutant, copy: Path) -> bool:
    """Plant a mutant, and tell whether its tests fail."""
    file = copy / "digisos_wizard" / mutant.file
    source = file.read_text("utf-8")
    file.write_text(mutant.planted(source), "utf-8")
    try:
        return passed(mutant.tests, copy) is False
    finally:
        file.write_text(source, "utf-8")


def passed(tests: tuple[str, ...], copy: Path) -> bool:
    """Run tests in the copy, and tell whether they pass; anything else than pass and fail ends the run."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONSAFEPATH": "", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False, text=True)
    if done.returncode not in {0, 1, 2}:
        raise SystemExit(done.stdout + done.stderr)
    return done.returncode == 0


def main(words: list[str]) -> int:
    """Plant the mutants one after another, and tell which of them live."""
    mutants = list(chosen(words))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            source = ROOT / name
            ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
            _copied = (
                shutil.copytree(source, copy / name, ignore=ignored) if source.is_dir() else shutil.copy(source, copy)
            )
        tests = tuple(sorted({path for mutant in mutants for path in mutant.tests}))
        if not passed(tests, copy):
            raise SystemExit("The tests fail before anything is planted.")
        alive = []
        for number, mutant in enumerate(mutants, start=1):
            dead = killed(mutant, copy)
            sys.stdout.write(f"{number}/{len(mutants)} {'killed' if dead else 'ALIVE '} {mutant.name}\n")
            sys.stdout.flush()
            if not dead:
                alive.append(mutant)
    sys.stdout.write(f"{len(mutants) - len(alive)} of {len(mutants)} killed\n")
    return len(alive)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
