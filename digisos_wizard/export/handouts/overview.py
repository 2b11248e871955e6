"""The plan on one page: how far, what stops, what it costs, what it gives, who and when."""

from collections.abc import Sequence
from datetime import date

from digisos_wizard.export.document import model as d
from digisos_wizard.export.text import one_line, short
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.readiness import Readiness, ReadyState, ready
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.rules.proof.counting import counted
from digisos_wizard.model.steps import BY_KEY
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.model.told.facts import facts
from digisos_wizard.model.told.weekly import due

LONGEST = 110
"""Characters in a line of the page: it has to hold everything."""
LINES = 6
"""Lines in each part."""


def document(figures: Figures, title: str) -> d.Document:
    """Return the page."""
    known = facts(figures)
    whose = _("{office}, {municipality}").format(office=known["office"], municipality=known["municipality"])
    answer = ready(figures, SignOffPhase.CONNECT)
    benefits = figures.plan.benefits
    gains = [f"{item.number} {item.title}".strip() for item in benefits.items if not item.disadvantage]
    gains_title = _("Gevinstene: {count}").format(count=counted(benefits).said) if benefits.items else _("Gevinstene")
    blocks: list[d.Block] = [
        d.Title(title, lead=[_fitting(whose, 2 * LONGEST)]),
        d.Text(_("Klar for påkobling? {answer}").format(answer=answer.headline), look=d.Look.STATUS),
        d.Heading(_("Tallene")),
        _figures(figures, known["day"]),
        d.Beside(_steps(figures), _todo(figures, answer)),
        d.Beside(
            _lines(_("De neste fristene"), _deadlines(figures), _("Ingen frister.")),
            _lines(_("Hvem"), known["people"].splitlines(), _("Ingen er valgt ennå.")),
        ),
        d.Beside(
            _lines(gains_title, gains, _("Ingen gevinster er lagt inn ennå.")),
            _lines(_("Søkerne, slik dere anslår det"), _groups(figures), _("Ikke anslått ennå.")),
        ),
    ]
    return d.Document(title, blocks, handout=True)


def _fitting(text: str, most: int = LONGEST) -> str:
    """Return a text that fits: whole, or its first sentence, or its beginning."""
    plain = one_line(text)
    sentence = plain.partition(". ")[0]
    return f"{sentence}." if len(sentence) < most < len(plain) else short(plain, most)


def _figures(figures: Figures, day: str) -> d.KeyFigures:
    costs, gains = figures.costs, figures.benefits
    rows = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    whole = costs.total()
    unfinished = "" if whole.complete or not costs.lines else _(", ufullstendig")
    return d.KeyFigures(
        (
            (_("Påkoblingsdag"), day),
            (_("Sjekklisten"), _("{done} av {all}").format(done=done, all=len(rows))),
            (
                _("Kostnad i {years} år uten mva{unfinished}").format(years=costs.years, unfinished=unfinished),
                formatting.money(whole.net) if costs.lines else _("mangler"),
            ),
            (
                _("Frigjort tid") if gains.claimed else _("Mulig frigjort tid"),
                said.in_plan(gains) or _("ikke regnet ut"),
            ),
        )
    )


def _steps(figures: Figures) -> Sequence[d.Block]:
    titles = {step.id: step.title for step in figures.content.steps}
    rows = [
        (titles.get(found.step.value, found.step.value), [d.Mark(found.state, found.words)])
        for found in figures.progress
        if BY_KEY[found.step].areas
    ]
    return d.Heading(_("Stegene"), room=0), d.Facts(rows, width=34, strong=True)


def _todo(figures: Figures, answer: Readiness) -> Sequence[d.Block]:
    """Return everything that stops them, one thing of each kind that is to be done, and then the rest."""
    stops = [reason.text for reason in answer.reasons if reason.state is ReadyState.BLOCKED]
    rest = [found.message for found in figures.findings if found.severity >= Severity.MISSING]
    messages = [*stops, *(action.finding.message for action in answer.actions), *rest]
    return _lines(_("Gjør dette først"), list(dict.fromkeys(messages)), _("Ingenting stopper dere nå."))


def _lines(title: str, lines: Sequence[str], none: str) -> Sequence[d.Block]:
    blocks: list[d.Block] = [d.Heading(title, room=0)]
    if not lines:
        return [*blocks, d.Text(none, look=d.Look.LABEL)]
    blocks.append(d.Points([_fitting(line) for line in lines[:LINES]]))
    if len(lines) > LINES:
        blocks.append(d.Text(_("og {count} til").format(count=len(lines) - LINES), look=d.Look.SMALL))
    return blocks


def _deadlines(figures: Figures) -> list[str]:
    """Return all that is due, decisions from meetings included, the first first."""
    lines = []
    for one in due(figures, date.max):
        day = formatting.near_day(one.deadline, figures.today)
        when = _("{day}, forfalt").format(day=day) if one.late else day
        lines.append(f"{when}: {one.text}")
    return lines


def _groups(figures: Figures) -> list[str]:
    shares = {group.id: group.percent for group in figures.plan.mapping.groups}
    return [
        _("{share}: {group}").format(share=formatting.percent(share), group=group.title)
        for group in figures.content.groups
        if (share := shares.get(group.id)) is not None
    ]
