"""What the benches share: the checkout that they measure, how often, and what is told of the times.

Imported first, it lets `python bench/x.py` find the package, and Qt draw where there is no screen. `--once` shows that
a bench still works: everything is done, on little and as seldom as its figures allow, and the figures mean nothing.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "resources" / "examples"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

sys.path.insert(0, str(ROOT))
if sys.platform != "win32":  # there is always a screen there, and the frozen program brings that one alone
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def few(count: int, least: int = 2) -> int:
    """Return how many of something are made or done: with `--once` the least that will do."""
    return min(count, least) if "--once" in sys.argv else count


def arguments() -> list[str]:
    """Return what else was asked."""
    return [argument for argument in sys.argv[1:] if argument != "--once"]


def times(work: Callable[[], object], rounds: int) -> list[float]:
    """Return how long some work takes, in milliseconds, each time."""
    found = []
    for _round in range(rounds):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def p95(found: Sequence[float]) -> float:
    """Return the time that 95 of 100 stay below."""
    return sorted(found)[min(int(len(found) * 0.95), len(found) - 1)]
