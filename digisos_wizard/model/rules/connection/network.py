"""The critical path method over activities: soonest and latest times, slack, and what drives the end.

Time is counted in whole working days gone by: an activity of two days that begins at 10 fills the eleventh and the
twelfth working day and is finished at 12. Nothing here knows dates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Node:
    """An activity: the working days it takes, what it waits for, and its limits.

    `due` is when it must be finished at the latest for a reason of its own; `finished` ones hold nobody back. What
    waits for others without `binding` them takes the time that they leave.
    """

    key: str
    days: int
    after: tuple[str, ...] = ()
    finished: bool = False
    not_before: int = 0
    due: int | None = None
    binding: bool = True


@dataclass(frozen=True, slots=True)
class Times:
    """When an activity can begin and end at the soonest, and must at the latest; slack is the room between.

    `driver` is the activity that it waits for the longest; empty where it can begin at once.
    """

    soonest_start: int
    soonest_finish: int
    latest_start: int | None
    latest_finish: int | None
    driver: str

    @property
    def slack(self) -> int | None:
        """Working days that it can take longer without anything else being late, None where nothing is due."""
        return None if self.latest_finish is None else self.latest_finish - self.soonest_finish


@dataclass(frozen=True, slots=True)
class Solution:
    """The times of every activity by key, and the circles that were cut to find them."""

    times: Mapping[str, Times]
    order: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]

    def path_to(self, key: str) -> tuple[str, ...]:
        """Return the chain of activities that decides when one can be finished, the first of them first."""
        chain: list[str] = []
        while key in self.times and key not in chain:
            chain.append(key)
            key = self.times[key].driver
        return tuple(reversed(chain))


def solve(nodes: Sequence[Node], begin: int) -> Solution:
    """Return the times of all activities when work can begin at `begin`; circles are cut and named."""
    known = {node.key: node for node in nodes}
    order, waits, circles = _ordered(known)
    soonest: dict[str, tuple[int, int, str]] = {}
    for key in order:
        soonest[key] = _soonest(known[key], waits[key], soonest, known, begin)
    latest: dict[str, int | None] = {}
    followers: dict[str, list[str]] = {key: [] for key in known}
    for key, earlier in waits.items():
        for one in earlier:
            followers[one].append(key)
    for key in reversed(order):
        limits = [node.due for node in (known[key],) if node.due is not None]
        for after in followers[key]:
            finish = latest[after]
            if finish is not None and known[after].binding and not known[after].finished:
                limits.append(finish - known[after].days)
        latest[key] = min(limits, default=None)
    times = {}
    for key in order:
        start, finish, driver = soonest[key]
        last = latest[key]
        times[key] = Times(start, finish, None if last is None else last - known[key].days, last, driver)
    return Solution(times, tuple(order), circles)


def _soonest(
    node: Node,
    waits: Sequence[str],
    soonest: Mapping[str, tuple[int, int, str]],
    known: Mapping[str, Node],
    begin: int,
) -> tuple[int, int, str]:
    start, driver = max(begin, node.not_before), ""
    for key in waits:
        if not known[key].finished and soonest[key][1] >= start:
            start, driver = soonest[key][1], key
    return start, start if node.finished else start + node.days, driver


def _ordered(known: Mapping[str, Node]) -> tuple[list[str], dict[str, list[str]], tuple[tuple[str, ...], ...]]:
    """Return the keys in an order in which nobody waits for one that comes later, and the circles that were cut."""
    waits = {key: [one for one in dict.fromkeys(node.after) if one in known] for key, node in known.items()}
    circles: list[tuple[str, ...]] = []
    while True:
        sorter = TopologicalSorter(waits)
        try:
            return list(sorter.static_order()), waits, tuple(circles)
        except CycleError as error:
            circle = tuple(error.args[1])
            circles.append(circle[:-1])
            for earlier, later in pairwise(circle):
                waits[later] = [key for key in waits[later] if key != earlier]
