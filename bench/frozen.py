"""From process start to an open plan: the frozen program beside the same program from the checkout, in the same run.

    python bench/frozen.py dist/digisos-wizard/digisos-wizard.exe [ROUNDS]

A plan counts as open when the window has put it among the recent ones, which both do at the same place in the code.
Aim: a ratio of at most 1.3. With `-` for the program the checkout stands
for it too. Run it with the Python that the program was frozen from; under Wine by the bench's `wpy`.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from shared import EXAMPLES, ROOT, arguments, few

PATIENCE = 60.0
"""Seconds before a program that opens nothing is given up."""


def opened(command: Sequence[str]) -> float:
    """Return the seconds from starting the program to its plan being open."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        own = {"WIN_PD_OVERRIDE_LOCAL_APPDATA": name, "XDG_STATE_HOME": name}
        settings = Path(name) / "digisos-wizard" / "settings.json"
        begun = time.perf_counter()
        with subprocess.Popen(
            [*command, str(EXAMPLES / "hamar.digisos")], env={**os.environ, **own, "PYTHONPATH": str(ROOT)}, cwd=name
        ) as process:
            while not settings.exists():
                seconds = time.perf_counter() - begun
                if seconds > PATIENCE or process.poll() is not None:
                    process.kill()
                    sys.exit(f"nothing was opened by {command[0]}")
                time.sleep(0.01)
            seconds = time.perf_counter() - begun
            process.kill()
    return seconds


def main() -> None:
    """Measure both in turn, and print medians and their ratio."""
    unfrozen = [sys.executable, "-X", "utf8", "-m", "digisos_wizard"]
    program, *others = arguments() or sys.exit(__doc__)
    frozen = [str(Path(program).resolve())] if program != "-" else unfrozen
    rounds = few(int(others[0]) if others else 7, 1)
    for command in (frozen, unfrozen)[: few(2, 0)]:
        opened(command)  # fills the caches of files and bytecode
    pairs = [(opened(unfrozen), opened(frozen)) for _round in range(rounds)]
    before, after = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"unfrozen {before * 1000:.0f} ms, frozen {after * 1000:.0f} ms, ratio {after / before:.2f}")


if __name__ == "__main__":
    main()
