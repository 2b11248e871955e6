"""The months up to the connection on the wall: one page each, with deadlines, holidays and the day itself."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Paragraph, TableStyle

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.paper.blocks import Grid, Row, tag
from digisos_wizard.export.paper.pages import BOTTOM, MARGIN, TOP
from digisos_wizard.export.paper.sheet import Sheet, printed, top
from digisos_wizard.export.text import short
from digisos_wizard.i18n import _, ngettext, translated
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import WEEKDAYS
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.connection.workdays import holiday_name, is_working_day
from digisos_wizard.model.told.calendar import CONNECT
from digisos_wizard.parse import MONTHS

SIZE = landscape(A4)
WIDTH = SIZE[0] - 2 * MARGIN
WEEK, HEAD, TITLE = 11 * mm, 7 * mm, 16 * mm
COLUMN = (WIDTH - WEEK) / 7
PADDING = 2.5
"""Around what stands on a day, in points."""
DONE = "✓ "
Entry = tuple[str, str]
"""What stands on a day, and who does it."""
AFTER = timedelta(days=35)
"""How long after the connection the wall goes on."""
MOST_MONTHS = 24
NUMBER, LINE = 21.0, 10.0
"""Height of a day's number with the padding, and of a line below it, in points."""
LEAST = 44.0
"""The least height of a week, in points."""
FEW = 2
"""Deadlines on a day that are told with who does them."""
LETTERS = 25
"""Letters that a line has room for, about."""
MOST_LINES = 3
"""Lines that one deadline takes, about."""


def build(figures: Figures) -> bytes:
    """Return a page for every month from this one to the one after the connection."""
    sheet = Sheet()
    title = _("Månedskalender")
    entries = _entries(figures)
    story: list[Flowable] = []
    for number, first in enumerate(_months(figures)):
        if number:
            story.append(PageBreak())
        month = translated(MONTHS[first.month - 1]).capitalize()
        story += top(sheet, f"{month} {first.year}")[:1]
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


def _entries(figures: Figures) -> Mapping[date, list[Entry]]:
    """Return what stands on each day with who does it, what is left to do and what was done."""
    found: defaultdict[date, list[Entry]] = defaultdict(list)
    for one in figures.register.told_once():
        day = one.stands_on
        if day is None or one.key.partition("@")[0] == CONNECT:
            continue
        owner = "" if one.finished else owner_words(figures.plan, figures.content, one.owner)
        found[day].append((f"{DONE}{one.title}" if one.finished else one.title, owner))
    for day in {reach.day for reach in figures.schedule.reaches}:
        if day is not None:
            found[day].insert(0, (connecting(), ""))
    return found


def _grid(sheet: Sheet, first: date, entries: Mapping[date, list[Entry]]) -> Flowable:
    styles = sheet.styles
    days = [first + timedelta(days=number) for number in range(monthrange(first.year, first.month)[1])]
    start = first - timedelta(days=first.weekday())
    weeks = (days[-1] - start).days // 7 + 1
    wanted = [
        max(_wanted(sheet, entries.get(start + timedelta(days=7 * week + weekday), [])) for weekday in range(7))
        for week in range(weeks)
    ]
    heights = shared_out(SIZE[1] - TOP - BOTTOM - TITLE - HEAD, wanted)
    head = [
        sheet.paragraph(_("Uke"), styles.head),
        *(sheet.paragraph(translated(name).capitalize(), styles.head) for name in WEEKDAYS),
    ]
    rows: list[list[Any]] = [list(head)]
    style: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor(palette.STRONG_LINE)),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(palette.HEAD)),
        *((f"{side}PADDING", (0, 0), (-1, -1), PADDING) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    for week in range(weeks):
        monday = start + timedelta(days=7 * week)
        cells: list[Any] = [sheet.paragraph(str(monday.isocalendar().week), styles.small)]
        for weekday in range(7):
            day = monday + timedelta(days=weekday)
            cells.append(_cell(sheet, day, entries.get(day, []), heights[week]) if day.month == first.month else "")
            if day.month == first.month and (connecting(), "") in entries.get(day, []):
                style.append(("BOX", (weekday + 1, week + 1), (weekday + 1, week + 1), 2, HexColor(palette.INK)))
            if day.month == first.month and not is_working_day(day):
                style.append(("BACKGROUND", (weekday + 1, week + 1), (weekday + 1, week + 1), HexColor(palette.SUNKEN)))
        rows.append(cells)
    tag([Row([cell if isinstance(cell, list) else [cell] for cell in line]) for line in rows], head=True)
    return Grid(
        rows,
        colWidths=[WEEK, *[COLUMN] * 7],
        rowHeights=[HEAD, *heights],
        style=TableStyle(style),
        hAlign="LEFT",
    )


def _wanted(sheet: Sheet, entries: list[Entry]) -> float:
    """Return the height that a day with these entries asks for."""
    return NUMBER + LINE + sum(_height(sheet, text) for text in _texts(entries))


def shared_out(height: float, wanted: Sequence[float]) -> list[float]:
    """Return a height for each week: what it asks for where there is room, and the rest in equal parts.

    Where there isn't, every week has the least, and the full ones share what is left by what they ask for.
    """
    least = min(LEAST, height / len(wanted))
    more = [max(one - least, 0.0) for one in wanted]
    room = height - least * len(wanted)
    if sum(more) <= room:
        return [least + one + (room - sum(more)) / len(wanted) for one in more]
    return [least + room * one / sum(more) for one in more]


def _texts(entries: list[Entry]) -> list[str]:
    few = len(entries) <= FEW
    texts = [f"{words} ({owner})" if owner and few else words for words, owner in entries]
    # What is done goes last: where there is no room, that is what can be spared.
    return [short(text, MOST_LINES * LETTERS) for text in sorted(texts, key=lambda text: text.startswith(DONE))]


def _cell(sheet: Sheet, day: date, entries: list[Entry], height: float) -> list[Flowable]:
    number = str(day.day)
    holiday = holiday_name(day)
    found: list[Flowable] = [sheet.paragraph(f"{number} {holiday}" if holiday else number, sheet.styles.head)]
    left = height - NUMBER
    texts = _texts(entries)
    for position, text in enumerate(texts):
        left -= _height(sheet, text)
        if left < (LINE if position < len(texts) - 1 else 0):
            rest = len(texts) - position
            words = ngettext("… og {count} til", "… og {count} til", rest).format(count=rest)
            return [*found, sheet.paragraph(words, sheet.styles.tiny)]
        found.append(sheet.paragraph(text, _style(sheet, text)))
    return found


def _style(sheet: Sheet, text: str) -> ParagraphStyle:
    return sheet.styles.strong if text == connecting() else sheet.styles.tiny


def _height(sheet: Sheet, text: str) -> float:
    """Return the height that a text takes on a day; what is only measured is no part of the document."""
    _width, height = Paragraph(escape(text), _style(sheet, text)).wrap(COLUMN - 2 * PADDING, SIZE[1])
    return float(height)


def connecting() -> str:
    """Return what stands on the connection day."""
    return _("PÅKOBLING")
