"""Every bench still works: run once, on little, as anybody would run it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCHES = sorted(path for path in (ROOT / "bench").glob("*.py") if "__main__" in path.read_text("utf-8"))
LEAST: dict[str, list[str]] = {"frozen": ["-"]}
"""What a bench has to be given."""

pytestmark = [
    pytest.mark.untraced,
    pytest.mark.skipif(sys.platform != "linux", reason="benches ask Linux how much memory a process has"),
]


def test_they_are_found() -> None:
    assert {"benefits", "checklist", "startup", "workshop"} <= {bench.stem for bench in BENCHES}


@pytest.mark.parametrize("bench", BENCHES, ids=lambda bench: bench.stem)
def test_it_runs_and_has_nothing_to_complain_of(bench: Path, tmp_path: Path) -> None:
    inherited = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(bench), *LEAST.get(bench.stem, []), "--once"],
        cwd=tmp_path,
        env={**inherited, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert done.returncode == 0, done.stderr
    assert not complaints
    assert done.stdout
