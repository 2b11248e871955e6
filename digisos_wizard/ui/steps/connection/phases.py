"""The groups of the list by time: the nearest stand open, later ones on a line each until they are asked for."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from digisos_wizard.i18n import _
from digisos_wizard.model.told.activity_lines import Line
from digisos_wizard.ui.widgets.tables.rows import Row, fold, heading


class Phases:
    """As many groups from the first on as have `most` rows together; the first is always open."""

    def __init__(self, most: int, columns: int) -> None:
        self._most, self._columns = most, columns
        self._asked: set[str] = set()

    def groups(self, lines: Sequence[Line]) -> Iterator[tuple[str, Sequence[Line], bool]]:
        """Yield every group with its name, and whether it stands open."""
        shown, full = 0, False
        for phase, group in groupby(lines, key=lambda line: line.phase):
            inside = list(group)
            full = full or bool(shown and shown + len(inside) > self._most)
            is_open = not full or phase in self._asked
            shown += len(inside) if is_open else 0
            yield phase, inside, is_open

    def rows(self, lines: Sequence[Line], row_of: Callable[[Line], Row]) -> list[Row]:
        """Return the rows under their headings, and a line for every group that is folded."""
        rows: list[Row] = []
        for phase, inside, is_open in self.groups(lines):
            if is_open:
                rows += [heading(phase, columns=self._columns), *map(row_of, inside)]
            else:
                rows.append(fold(phase, phase, _("{count} · Vis").format(count=len(inside)), self._columns))
        return rows

    def open(self, phase: str) -> None:
        """Let a group stand open, by its name or the id of its line."""
        self._asked.add(phase.removeprefix("… "))
