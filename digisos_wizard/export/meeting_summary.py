"""The summary of a meeting as PDF: decisions first, then question for question what was said, and what is parked."""

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export import fonts, palette
from digisos_wizard.export.paper.blocks import Composer, Row, portions, table
from digisos_wizard.export.paper.letter import LetterStyles
from digisos_wizard.export.paper.pages import COLUMN, Heading, Imprint, print_pages
from digisos_wizard.export.paper.tags import artifact
from digisos_wizard.export.text import one_line
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.meetings.agenda import minutes_words, total_minutes
from digisos_wizard.model.told.summary import Discussed, Summary, latest, summary
from digisos_wizard.model.told.summary_mail import meeting_time, meeting_title
from digisos_wizard.model.workshop import Action, Tally

ACTION_WIDTHS = (COLUMN - 97 * mm, 38 * mm, 33 * mm, 26 * mm)
TALLY_WIDTHS = (55 * mm, 14 * mm, COLUMN - 69 * mm)
AGENDA_WIDTHS = (COLUMN - 70 * mm, 45 * mm, 25 * mm)
LONGEST = 600
"""Letters of a text in a cell."""


def build(figures: Figures) -> bytes:
    """Return the PDF of the latest meeting; before any is held, the questions that are planned."""
    fonts.register()
    composer = _Composer(LetterStyles())
    meeting = latest(figures.plan)
    found = summary(figures, meeting)
    title = meeting_title(meeting)
    story: list[Flowable] = [*_top(composer, figures, found, title)]
    if meeting is None and not (found.discussed or found.parked):
        story += _planned(composer, figures)
    else:
        story += _decisions(composer, figures, found.actions)
        for one in found.discussed:
            if one.has_words:
                story += _discussed(composer, one)
        if found.parked:
            story += [*composer.heading(_("Parkert til senere")), *composer.points(found.parked)]
        if found.silent:
            story += composer.heading(_("Også tatt opp"), room=20 * mm)
            story += composer.points(found.silent)
    imprint = Imprint(
        title=composer.plain(one_line(title)),
        office=composer.plain(one_line(figures.plan.decision.office)),
        day=formatting.day(figures.today),
        today=figures.today,
    )
    return print_pages(story, imprint)


class _Composer(Composer):
    """Makes points as well."""

    def points(self, texts: Sequence[str]) -> list[Flowable]:
        """Return texts as points below each other."""
        style = self.styles.point if isinstance(self.styles, LetterStyles) else self.styles.body
        return [
            self.bullet(part, style, "–") if first else self.paragraph(part, style)
            for text in texts
            for first, part in ((not position, part) for position, part in enumerate(portions(text)))
        ]


def _top(composer: Composer, figures: Figures, found: Summary, title: str) -> Iterator[Flowable]:
    styles = composer.styles
    yield Heading(composer.markup(title), styles.title, key="meeting", outline=composer.plain(one_line(title)))
    office = figures.plan.decision.office or _("NAV-kontoret har ikke fått navn ennå")
    when = meeting_time(found.meeting)
    yield from composer.paragraphs(f"{office}, {when}" if when else office, styles.subtitle)
    if found.meeting is not None and found.meeting.participants:
        yield from composer.paragraphs(found.meeting.participants, styles.body, _("Deltakere:"))


def _decisions(composer: Composer, figures: Figures, actions: Sequence[Action]) -> list[Flowable]:
    """Return the decisions as a table with room to tick them off."""
    heading = composer.heading(_("Dette ble vi enige om"))
    if not actions:
        return [*heading, composer.paragraph(_("Ingen beslutninger er skrevet ned."), composer.styles.body)]
    styles = composer.styles
    titles = (_("Beslutning"), _("Ansvarlig"), _("Frist"), _("Status"))
    rows = [Row([[composer.paragraph(title, styles.head)] for title in titles])]
    for action in actions:
        cells = (
            _short(action.text),
            person_name(figures.plan, action.owner) or _("mangler"),
            formatting.day(action.deadline) if action.deadline else _("uten frist"),
            figures.content.option_label("TaskState", action.state.value),
        )
        rows.append(Row([[composer.paragraph(text, styles.cell)] for text in cells]))
    return [*heading, table(rows, ACTION_WIDTHS, head=True, tight=True)]


def _discussed(composer: _Composer, one: Discussed) -> list[Flowable]:
    parts: list[Flowable] = [*composer.heading(one.text or _("Uten spørsmål"), level=1, room=25 * mm)]
    if one.answers:
        parts.append(composer.pairs(((answer.label, answer.value) for answer in one.answers), tight=True))
    parts += composer.points(one.notes)
    parts += [_tally(composer, tally) for tally in one.tallies]
    decided = [_("Besluttet: {text}").format(text=action.text.strip()) for action in one.actions]
    return [*parts, *composer.points(decided)]


def _tally(composer: Composer, tally: Tally) -> Flowable:
    """Return a show of hands: answer, number, and a bar against the most."""
    most = max(1, *(choice.count for choice in tally.choices))
    rows = [
        Row(
            [
                [composer.paragraph(_short(choice.text) or choice.id, composer.styles.cell)],
                [composer.paragraph(formatting.number(choice.count), composer.styles.figure)],
                [_Bar(choice.count / most)],
            ]
        )
        for choice in tally.choices
    ]
    return table(rows, TALLY_WIDTHS, tight=True)


class _Bar(Flowable):
    """A bar with a frame, so that it reads in black and white too."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.width, self.height = TALLY_WIDTHS[2] - 10 * mm, 9

    def wrap(self, _room: float, _height: float) -> tuple[float, float]:
        """Return the size of the bar."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw what is reached."""
        canvas = self.canv
        with artifact(canvas):  # the number stands beside it
            canvas.setLineWidth(0.5)
            canvas.setStrokeColor(HexColor(palette.STRONG_LINE))
            canvas.setFillColor(HexColor(palette.ACCENT))
            if self._share:
                canvas.rect(0, 1, self.width * self._share, 7, fill=1)


def _planned(composer: Composer, figures: Figures) -> list[Flowable]:
    """Return the agenda, for a meeting that is still to come."""
    styles = composer.styles
    if not figures.agenda:
        words = _("Ingen møter er holdt, og ingen spørsmål er valgt ennå. Velg dem på steget «Møter».")
        return [composer.paragraph(words, styles.body)]
    time = minutes_words(total_minutes(figures.agenda))
    lead = _("Ingen møter er holdt ennå. Dette er spørsmålene til det første, {time} til sammen.").format(time=time)
    titles = (_("Spørsmål"), _("Om"), _("Tid"))
    rows = [Row([[composer.paragraph(title, styles.head)] for title in titles])]
    for number, asked in enumerate(figures.agenda, start=1):
        minutes = minutes_words(asked.minutes) if asked.minutes is not None else "–"
        cells = (f"{number}. {_short(asked.text)}", asked.title, minutes)
        rows.append(Row([[composer.paragraph(text, styles.cell)] for text in cells]))
    return [composer.paragraph(lead, styles.body), table(rows, AGENDA_WIDTHS, head=True, tight=True)]


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
