"""The measuring as rows: baseline, a number for every point, target, and the way between them."""

from collections.abc import Collection

from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.measuring import Status, row_at
from digisos_wizard.model.told.benefit_lines import ITEMS
from digisos_wizard.model.told.measuring_lines import group_of, number_words, place_of, target_words, way
from digisos_wizard.ui.widgets.charts.track import Track
from digisos_wizard.ui.widgets.tables.cells import entry
from digisos_wizard.ui.widgets.tables.rows import Cell, Row, Way, heading


def measuring_rows(figures: Figures, open_points: Collection[str]) -> list[Row]:
    """Return the benefits in their groups; the numbers of open points are typed."""
    groups: dict[str, list[Status]] = {}
    for status in sorted(figures.statuses, key=lambda one: (one.benefit.disadvantage, _class_order(one.benefit))):
        groups.setdefault(group_of(status.benefit), []).append(status)
    rows: list[Row] = []
    for words, statuses in groups.items():
        rows.append(heading(words))
        rows += [_row(figures, status, open_points) for status in statuses]
    return rows


def _class_order(benefit: Benefit) -> int:
    return list(type(benefit.kind)).index(benefit.kind)


def _row(figures: Figures, status: Status, open_points: Collection[str]) -> Row:
    benefit = status.benefit
    told = way(status)
    track = Track(told.words, told.share, told.notch, told.limit, warns=told.over)
    below = " · ".join(part for part in (benefit.number, benefit.indicator_unit) if part)
    measured = bool(benefit.indicator.strip())
    cells = (
        Cell(benefit.title or benefit.number, below=below),
        Cell(number_words(status.baseline) if measured else ""),
        *(_point(figures, benefit, one.spec.id, open_points) for one in figures.measuring_points),
        Cell(target_words(status) if measured else "", strong=True),
        Cell(drawn=track) if measured else Cell(told.words, quiet=True),
    )
    return Row(benefit.id, (*ITEMS, benefit.id, "measurements"), cells, tip=benefit.indicator)


def _point(figures: Figures, benefit: Benefit, point: str, open_points: Collection[str]) -> Cell:
    if not benefit.indicator.strip():
        return Cell()
    if point not in open_points:
        return Cell("–")
    place = place_of(benefit, point)
    if row_at(benefit, point) is None:
        return Cell("", way=Way.TYPED, place=place)
    return entry(figures, place)
