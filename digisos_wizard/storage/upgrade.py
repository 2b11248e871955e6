"""From the shape of older plan files to today's: one function for every schema version that was left behind."""

from collections.abc import Callable, Mapping
from typing import Any

Json = dict[str, Any]
"""`{"plan": …, "drafts": …}` as plain JSON data: upgrades know nothing of today's classes."""

UPGRADES: Mapping[int, Callable[[Json], Json]] = {}
"""Schema version -> function that returns the same document in the shape of the next version.

Schema 1 is the first; when the shape changes, raise `SCHEMA_VERSION`, add the step from the old version here, and leave
the old file and the old JSON Schema in `tests/data/`.
"""


def upgraded(data: Json, version: int, target: int, steps: Mapping[int, Callable[[Json], Json]] = UPGRADES) -> Json:
    """Return the document in the shape of the target version; raises KeyError where a step is missing."""
    for number in range(version, target):
        data = steps[number](data)
    return data
