"""The follow-up report as PDF: how far every benefit has come, what is not measured, and which measures are open."""

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export import fonts, palette
from digisos_wizard.export.paper.blocks import Cell, Composer, Row, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import MARGIN, Heading, Imprint, print_pages
from digisos_wizard.export.paper.tags import artifact
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.measuring import Status, Verdict, measured_at
from digisos_wizard.model.terms import TaskState

SIZE = landscape(A4)
ROOM = SIZE[0] - 2 * MARGIN
BAR = 24 * mm
STATUS_WIDTHS = (11 * mm, 55 * mm, 45 * mm, 19 * mm, 19 * mm, 18 * mm, 30 * mm, 18 * mm, ROOM - 215 * mm)
MEASURE_WIDTHS = (11 * mm, 90 * mm, 70 * mm, 38 * mm, ROOM - 209 * mm)
LONGEST = 200
"""Letters of a text in a row."""
DONE = (TaskState.DONE, TaskState.NOT_RELEVANT)


def build(figures: Figures) -> bytes:
    """Return the PDF: the same bytes for the same plan on the same day."""
    fonts.register()
    composer = Composer(LetterStyles())
    styles = composer.styles
    plan = figures.plan
    title = _("Oppfølgingsrapport")
    story: list[Flowable] = [
        Heading(composer.markup(title), styles.title, key="follow-up", outline=title),
        *composer.paragraphs(plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), styles.subtitle),
        composer.paragraph(_summary(figures), styles.body),
        *composer.heading(_("Hvor langt er dere kommet?")),
    ]
    if figures.statuses:
        story.append(_statuses(composer, figures))
    else:
        story.append(composer.paragraph(_("Ingen gevinster er lagt inn ennå."), styles.body))
    story += [*composer.heading(_("Målepunkter")), _points(composer, figures)]
    waiting = list(_open_measures(figures))
    if waiting:
        story += [*composer.heading(_("Tiltak som gjenstår")), _measures(composer, waiting)]
    imprint = Imprint(
        title=title,
        office=composer.plain(one_line(plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(story, imprint, SIZE)


def _summary(figures: Figures) -> str:
    """Return how many are measured and on their way, in a sentence or two."""
    statuses = figures.statuses
    measured = [status for status in statuses if status.last is not None]
    told = {
        Verdict.REACHED: _("Målet er nådd for {names}."),
        Verdict.BACK: _("Det går feil vei for {names}."),
        Verdict.OVER: _("Grensen er passert for {names}."),
        Verdict.WITHIN: _("Innenfor grensen: {names}."),
    }
    words = ngettext(
        "{measured} av {count} gevinst er målt.", "{measured} av {count} gevinster er målt.", len(statuses)
    ).format(measured=len(measured), count=len(statuses))
    for verdict, text in told.items():
        found = [status for status in measured if status.verdict is verdict]
        if found:
            words += " " + text.format(names=_numbers(found))
    return words


def _numbers(statuses: Sequence[Status]) -> str:
    return ", ".join(status.benefit.number for status in statuses)


def _statuses(composer: Composer, figures: Figures) -> Flowable:
    titles = (
        _("Nr."),
        _("Gevinst og eier"),
        _("Indikator"),
        _("Nullpunkt"),
        _("Mål eller grense"),
        _("Målt"),
        _("Dato"),
        _("Avvik"),
        _("Måloppnåelse"),
    )
    rows = [_head(composer, titles, figures=(3, 4, 5, 7))]
    rows += [Row(list(_status(composer, figures, status))) for status in figures.statuses]
    return table(rows, STATUS_WIDTHS, head=True, tight=True)


def _status(composer: Composer, figures: Figures, status: Status) -> Iterator[Cell]:
    styles = composer.styles
    benefit, last = status.benefit, status.last
    owner = person_name(figures.plan, benefit.owner) or benefit.owner_body or _("Eier mangler")
    indicator = _short(benefit.indicator) or _("mangler")
    if benefit.indicator_unit:
        indicator = f"{indicator} ({_short(benefit.indicator_unit)})"
    yield [composer.paragraph(benefit.number, styles.strong)]
    yield [
        composer.paragraph(_short(benefit.title) or _("Uten navn"), styles.cell),
        composer.paragraph(_short(owner), styles.label),
    ]
    yield [composer.paragraph(indicator, styles.cell)]
    for value in (status.baseline, benefit.target):
        yield [composer.paragraph(formatting.number(value) if value is not None else _("mangler"), styles.figure)]
    value = last.value if last is not None else None
    yield [composer.paragraph(formatting.number(value) if value is not None else "–", styles.figure)]
    on = last.measured_on if last is not None else None
    yield [composer.paragraph(formatting.day(on) if on is not None else "–", styles.cell)]
    gap = status.deviation
    yield [composer.paragraph(formatting.number(gap) if gap is not None else "–", styles.figure)]
    share = status.used if benefit.disadvantage else status.achieved
    cell: list[Flowable] = [composer.paragraph(status.words, styles.label if share is None else styles.strong)]
    if share is not None:
        cell.append(_Bar(float(share), _COLOURS.get(status.verdict, palette.ACCENT)))
    yield cell


_COLOURS = {
    Verdict.REACHED: palette.SUCCESS_TEXT,
    Verdict.WITHIN: palette.STRONG_LINE,
    Verdict.OVER: palette.WARNING_TEXT,
}
"""A gain turns green at its target; a disadvantage is grey up to its limit and a warning over it."""


class _Bar(Flowable):
    """A bar for how much has been reached or used, from nothing to all; its words stand over it."""

    def __init__(self, share: float, colour: str) -> None:
        super().__init__()
        self._share = min(max(share, 0.0), 1.0)
        self._colour = colour
        self.width, self.height = BAR, 6

    def wrap(self, _room: float, _height: float) -> tuple[float, float]:
        """Return the size of the bar."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame, and what is reached within it."""
        canvas = self.canv
        with artifact(canvas):
            canvas.setLineWidth(0.5)
            canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
            canvas.setFillColor(HexColor(palette.HEAD))
            canvas.rect(0, 1, BAR, 4, fill=1)
            if self._share:
                canvas.setFillColor(HexColor(self._colour))
                canvas.rect(0, 1, BAR * self._share, 4, stroke=0, fill=1)


def _points(composer: Composer, figures: Figures) -> Flowable:
    styles = composer.styles
    rows = [_head(composer, (_("Målepunkt"), _("Planlagt"), _("Målt"), _("Mangler")))]
    for point in figures.measuring_points:
        items = [item for item in figures.plan.benefits.items if item.indicator]
        missing = [item.number for item in items if measured_at(item, point.spec.id) is None]
        when = formatting.day(point.day) if point.day is not None else _("ikke bestemt")
        done = _("{done} av {count}").format(done=len(items) - len(missing), count=len(items))
        texts = (point.spec.label, when, done, _short(", ".join(missing)) or "–")
        rows.append(Row([[composer.paragraph(text, styles.cell)] for text in texts]))
    return table(rows, (45 * mm, 50 * mm, 30 * mm, ROOM - 125 * mm), head=True, tight=True)


def _open_measures(figures: Figures) -> Iterator[tuple[str, ...]]:
    """Yield every measure that isn't done: benefit, text, who, when."""
    for item in figures.plan.benefits.items:
        for measure in item.measures:
            if measure.state not in DONE:
                due = formatting.day(measure.deadline) if measure.deadline else _("uten frist")
                if measure.deadline is not None and measure.deadline < figures.today:
                    due = _("{day}, forfalt").format(day=due)
                who = person_name(figures.plan, measure.responsible) or _("mangler")
                yield item.number, measure.text or _("Uten tekst"), item.title, who, due


def _measures(composer: Composer, waiting: Sequence[tuple[str, ...]]) -> Flowable:
    styles = composer.styles
    rows = [_head(composer, (_("Nr."), _("Tiltak"), _("Gevinst"), _("Ansvarlig"), _("Frist")))]
    rows += [Row([[composer.paragraph(_short(text), styles.cell)] for text in texts]) for texts in waiting]
    return table(rows, MEASURE_WIDTHS, head=True, tight=True)


def _short(text: str) -> str:
    """Return as much of a text as a row of the report has room for; the whole of it stands in the plan."""
    text = one_line(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"


def _head(composer: Composer, titles: Sequence[str], *, figures: Sequence[int] = ()) -> Row:
    """Return the header; columns of figures have their titles to the right."""
    plain, right = composer.styles.head, composer.styles.figure_head
    return Row([[composer.paragraph(title, right if at in figures else plain)] for at, title in enumerate(titles)])
