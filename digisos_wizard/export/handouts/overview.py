"""The plan on one page: how far, what stops, what it costs, what it gives, who and when."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.paper.blocks import Reads, Row, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import StateWords
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.readiness import Readiness, ReadyState, ready
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.steps import BY_KEY
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.model.told.facts import facts
from digisos_wizard.model.told.weekly import due

LONGEST = 110
"""Characters in a line of the page: it has to hold everything."""
LINES = 6
"""Lines in each part."""
GAP = 8 * mm
HALF = (COLUMN - GAP) / 2
LABEL = 34 * mm


def build(figures: Figures, title: str) -> bytes:
    """Return the page."""
    made = Sheet()
    known = facts(figures)
    whose = _("{office}, {municipality}").format(office=known["office"], municipality=known["municipality"])
    answer = ready(figures, SignOffPhase.CONNECT)
    story = top(made, title, _short(whose, 2 * LONGEST))
    story.append(made.paragraph(_("Klar for påkobling? {answer}").format(answer=answer.headline), made.styles.status))
    story += [*made.heading(_("Tallene")), _figures(made, figures, known["day"])]
    story.append(_beside(_steps(made, figures), _todo(made, figures, answer)))
    dates = _lines(made, _("De neste fristene"), _deadlines(figures), _("Ingen frister."))
    story.append(_beside(dates, _lines(made, _("Hvem"), known["people"].splitlines(), _("Ingen er valgt ennå."))))
    gains = [f"{item.number} {item.title}".strip() for item in figures.plan.benefits.items if not item.disadvantage]
    story.append(
        _beside(
            _lines(made, _("Gevinstene"), gains, _("Ingen gevinster er lagt inn ennå.")),
            _lines(made, _("Søkerne, slik dere anslår det"), _groups(figures), _("Ikke anslått ennå.")),
        )
    )
    return printed(made, figures, title, story)


def _short(text: str, most: int = LONGEST) -> str:
    """Return a text that fits: whole, or its first sentence, or its beginning."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    sentence = plain.partition(". ")[0]
    return f"{sentence}." if len(sentence) < most else plain[:most].rstrip() + " …"


def _figures(made: Sheet, figures: Figures, day: str) -> Table:
    styles = made.styles
    costs, gains = figures.costs, figures.benefits
    rows = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    whole = costs.total()
    unfinished = "" if whole.complete or not costs.lines else _(", ufullstendig")
    cells = (
        (_("Påkoblingsdag"), day),
        (_("Sjekklisten"), _("{done} av {all}").format(done=done, all=len(rows))),
        (
            _("Kostnad i {years} år{unfinished}").format(years=costs.years, unfinished=unfinished),
            formatting.money(whole.net) if costs.lines else _("mangler"),
        ),
        (
            _("Frigjort ved full effekt"),
            formatting.hours(gains.full_effect_hours) if gains.full_effect_hours else _("ikke regnet ut"),
        ),
    )
    width = COLUMN / len(cells)
    stacks = [[made.paragraph(label, styles.label), made.paragraph(value, styles.status)] for label, value in cells]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    return Table([stacks], [width] * len(cells), style=look, hAlign="LEFT")


def _beside(left: Sequence[Flowable], right: Sequence[Flowable]) -> Table:
    look = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), GAP),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    return Table([[list(left), list(right)]], (HALF + GAP, HALF), style=TableStyle(look), hAlign="LEFT")


def _steps(made: Sheet, figures: Figures) -> list[Flowable]:
    styles = made.styles
    titles = {step.id: step.title for step in figures.content.steps}
    rows = []
    for found in figures.progress:
        if BY_KEY[found.step].areas:
            name = made.paragraph(titles.get(found.step.value, found.step.value), styles.strong)
            state = StateWords(found.state, made.paragraph(found.words, styles.cell))
            rows.append(Row([[name], [state]]))
    return [*made.heading(_("Stegene"))[1:], table(rows, (LABEL, HALF - LABEL), tight=True, reads=Reads.PAIRS)]


def _todo(made: Sheet, figures: Figures, answer: Readiness) -> list[Flowable]:
    """Return everything that stops them, one thing of each kind that is to be done, and then the rest."""
    stops = [reason.text for reason in answer.reasons if reason.state is ReadyState.BLOCKED]
    rest = [found.message for found in figures.findings if found.severity >= Severity.MISSING]
    messages = [*stops, *(action.finding.message for action in answer.actions), *rest]
    return _lines(made, _("Gjør dette først"), list(dict.fromkeys(messages)), _("Ingenting stopper dere nå."))


def _lines(made: Sheet, title: str, lines: Sequence[str], none: str) -> list[Flowable]:
    shown = [made.point(_short(line)) for line in lines[:LINES]]
    if len(lines) > LINES:
        shown.append(made.paragraph(_("og {count} til").format(count=len(lines) - LINES), made.styles.small))
    return [*made.heading(title)[1:], *(shown or [made.paragraph(none, made.styles.label)])]


def _deadlines(figures: Figures) -> list[str]:
    """Return all that is due, decisions from meetings included, the first first."""
    lines = []
    for one in due(figures, date.max):
        day = formatting.near_day(one.deadline, figures.today)
        lines.append(f"{_('{day}, forfalt').format(day=day) if one.late else day}: {one.text}")
    return lines


def _groups(figures: Figures) -> list[str]:
    shares = {group.id: group.percent for group in figures.plan.mapping.groups}
    return [
        _("{share}: {group}").format(share=formatting.percent(share), group=group.title)
        for group in figures.content.groups
        if (share := shares.get(group.id)) is not None
    ]
