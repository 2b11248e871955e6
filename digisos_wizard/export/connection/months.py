"""The months up to the connection on the wall: one page each, with deadlines, holidays and the day itself."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.paper.blocks import Grid, Row, tag
from digisos_wizard.export.paper.pages import BOTTOM, MARGIN, TOP
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.schedule import titled
from digisos_wizard.model.rules.workdays import holiday_name, is_working_day
from digisos_wizard.parse import MONTHS

SIZE = landscape(A4)
WIDTH = SIZE[0] - 2 * MARGIN
WEEK = 11 * mm
DAY_NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
AFTER = timedelta(days=35)
"""How long after the connection the wall goes on."""
MOST_MONTHS = 24
SHOWN = 4
"""Deadlines that a day has room for; more are counted."""
LONGEST, ROOMY = 46, 92
"""Letters of a deadline on a day that has several, and on one that has few."""
FEW = 2


def build(figures: Figures) -> bytes:
    """Return a page for every month from this one to the one after the connection."""
    sheet = Sheet()
    title = _("Månedskalender")
    entries = _entries(figures)
    story: list[Flowable] = []
    for number, first in enumerate(_months(figures)):
        if number:
            story.append(PageBreak())
        name = f"{_(MONTHS[first.month - 1]).capitalize()} {first.year}"
        story += top(sheet, name)[:1] if number else top(sheet, f"{title}: {name}")[:1]
        story.append(_grid(sheet, first, entries))
    return printed(sheet, figures, title, story, SIZE)


def _months(figures: Figures) -> Iterator[date]:
    day = figures.schedule.day
    last = max(figures.today, day + AFTER) if day is not None else figures.today + AFTER
    first = figures.today.replace(day=1)
    for _month in range(MOST_MONTHS):
        yield first
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if first > last:
            return


def _entries(figures: Figures) -> Mapping[date, list[str]]:
    """Return what stands on each day, what is left to do and what was done."""
    found: defaultdict[date, list[str]] = defaultdict(list)
    for item in figures.schedule.activities:
        if item.deadline is None or (item.spec is not None and item.spec.id == "connect"):
            continue
        owner = person_name(figures.plan, item.owner)
        words = titled(figures, item) if item.finished or not owner else f"{titled(figures, item)} ({owner})"
        found[item.deadline].append(f"✓ {words}" if item.finished else words)
    for reach in figures.schedule.reaches:
        if reach.day is not None:
            found[reach.day].insert(0, connecting())
    for point in figures.measuring_points:
        if point.day is not None:
            found[point.day].append(_("Mål gevinstene: {label}").format(label=point.spec.label))
    return found


def _grid(sheet: Sheet, first: date, entries: Mapping[date, list[str]]) -> Flowable:
    styles = sheet.styles
    days = [first + timedelta(days=number) for number in range(monthrange(first.year, first.month)[1])]
    start = first - timedelta(days=first.weekday())
    weeks = (days[-1] - start).days // 7 + 1
    head = [
        sheet.paragraph(_("Uke"), styles.head),
        *(sheet.paragraph(_(name).capitalize(), styles.head) for name in DAY_NAMES),
    ]
    rows: list[list[Any]] = [list(head)]
    style: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor(palette.STRONG_LINE)),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.HEAD)),
        *((f"{side}PADDING", (0, 0), (-1, -1), 2.5) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    for week in range(weeks):
        monday = start + timedelta(days=7 * week)
        cells: list[Any] = [sheet.paragraph(str(monday.isocalendar().week), styles.small)]
        for weekday in range(7):
            day = monday + timedelta(days=weekday)
            cells.append(_cell(sheet, day, entries.get(day, [])) if day.month == first.month else "")
            if day.month == first.month and connecting() in entries.get(day, []):
                style.append(("BOX", (weekday + 1, week + 1), (weekday + 1, week + 1), 2, HexColor(palette.INK)))
            if day.month == first.month and not is_working_day(day):
                style.append(("BACKGROUND", (weekday + 1, week + 1), (weekday + 1, week + 1), HexColor(palette.SUNKEN)))
        rows.append(cells)
    room = SIZE[1] - TOP - BOTTOM - 16 * mm
    head_height = 7 * mm
    column = (WIDTH - WEEK) / 7
    tag([Row([cell if isinstance(cell, list) else [cell] for cell in line]) for line in rows], head=True)
    return Grid(
        rows,
        colWidths=[WEEK, *[column] * 7],
        rowHeights=[head_height, *[(room - head_height) / weeks] * weeks],
        style=TableStyle(style),
        hAlign="LEFT",
    )


def _cell(sheet: Sheet, day: date, texts: list[str]) -> list[Flowable]:
    styles = sheet.styles
    number = str(day.day)
    holiday = holiday_name(day)
    found: list[Flowable] = [sheet.paragraph(f"{number} {holiday}" if holiday else number, styles.head)]
    shown = texts if len(texts) <= SHOWN else texts[: SHOWN - 1]
    longest = ROOMY if len(texts) <= FEW else LONGEST
    found += [
        sheet.paragraph(_short(text, longest), styles.strong if text == connecting() else styles.small)
        for text in shown
    ]
    rest = len(texts) - len(shown)
    if rest:
        words = ngettext("… og {count} til", "… og {count} til", rest).format(count=rest)
        found.append(sheet.paragraph(words, styles.small))
    return found


def connecting() -> str:
    """Return what stands on the connection day."""
    return _("PÅKOBLING")


def _short(text: str, longest: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 2].rstrip()} …"
