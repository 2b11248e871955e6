"""A fault that is planted to see that the tests find it: a text in a file, and another in its place."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "digisos_wizard"


@dataclass(frozen=True, slots=True)
class Mutant:
    """What is changed where, and the tests that must see it; `alive` tells that they once didn't."""

    file: str
    right: str
    wrong: str
    tests: tuple[str, ...]
    alive: bool = False

    @property
    def name(self) -> str:
        """The mutant in one line."""
        return f"{self.file}: {self.right.strip()[:50]!r} -> {self.wrong.strip()[:50]!r}"

    def planted(self, source: str) -> str:
        """Return the file with the fault in it."""
        return source.replace(self.right, self.wrong, 1)
