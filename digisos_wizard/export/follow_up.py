"""The follow-up report: how far every benefit has come, what is not measured, and which measures are open."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.document import model as d
from digisos_wizard.export.text import short
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import benefit_letters, office_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.measuring import Status, Verdict, measured_at
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.proof.counting import counted

LONGEST = 200
"""Letters of a text in a row."""


def document(figures: Figures) -> d.Document:
    """Return the report."""
    title = _("Oppfølgingsrapport")
    nothing = d.Text(_("Ingen gevinster er lagt inn ennå."))
    blocks: list[d.Block] = [
        d.Title(title, office_name(figures.plan), [_summary(figures)]),
        d.Heading(_("Hvor langt er dere kommet?")),
        _statuses(figures) if figures.statuses else nothing,
        d.Heading(_("Målepunkter")),
        _points(figures),
    ]
    waiting = list(_open_measures(figures))
    if waiting:
        blocks += [d.Heading(_("Tiltak som gjenstår")), _measures(waiting)]
    return d.Document(title, blocks, wide=True)


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
    words = _("Av {count} er {measured} målt.").format(
        count=counted(figures.plan.benefits).said, measured=len(measured)
    )
    for verdict, text in told.items():
        found = [status for status in measured if status.verdict is verdict]
        if found:
            words += " " + text.format(names=_numbers(found))
    return f"{words} {benefit_letters()}"


def _numbers(statuses: Sequence[Status]) -> str:
    return ", ".join(status.benefit.number for status in statuses)


def _statuses(figures: Figures) -> d.Table:
    columns = (
        d.Column(_("Nr."), 11, look=d.Look.STRONG),
        d.Column(_("Gevinst og eier"), 55),
        d.Column(_("Indikator"), 45),
        d.Column(_("Nullpunkt"), 19, figures=True),
        d.Column(_("Mål eller grense"), 19, figures=True),
        d.Column(_("Målt"), 18, figures=True),
        d.Column(_("Dato"), 30),
        d.Column(_("Avvik"), 18, figures=True),
        d.Column(_("Hvordan det går"), 46),
    )
    return d.Table(columns, [list(_status(figures, status)) for status in figures.statuses])


def _status(figures: Figures, status: Status) -> Iterator[d.Cell]:
    benefit, last = status.benefit, status.last
    owner = person_name(figures.plan, benefit.owner) or benefit.owner_body or _("Eier mangler")
    indicator = short(benefit.indicator, LONGEST) or _("mangler")
    if benefit.indicator_unit:
        indicator = f"{indicator} ({short(benefit.indicator_unit, LONGEST)})"
    yield benefit.number
    yield [d.Text(short(benefit.title, LONGEST) or _("Uten navn")), d.Text(short(owner, LONGEST), look=d.Look.LABEL)]
    yield indicator
    for value in (status.baseline, benefit.target):
        yield formatting.number(value) if value is not None else _("mangler")
    yield formatting.number(last.value) if last is not None and last.value is not None else "–"
    yield formatting.day(last.measured_on) if last is not None and last.measured_on is not None else "–"
    yield formatting.number(status.deviation) if status.deviation is not None else "–"
    share = status.used if benefit.disadvantage else status.achieved
    if share is None:
        yield [d.Text(status.words, look=d.Look.LABEL)]
        return
    bar = d.Bar(float(share), 24, 6, framed=True, warns=status.verdict is Verdict.OVER)
    yield [d.Text(status.words, look=d.Look.STRONG), bar]


def _points(figures: Figures) -> d.Table:
    items = [item for item in figures.plan.benefits.items if item.indicator]
    rows = []
    for point in figures.measuring_points:
        missing = [item.number for item in items if measured_at(item, point.spec.id) is None]
        when = formatting.day(point.day) if point.day is not None else _("ikke bestemt")
        done = _("{done} av {count}").format(done=len(items) - len(missing), count=len(items))
        rows.append((point.spec.label, when, done, short(", ".join(missing), LONGEST) or "–"))
    titles = ((_("Målepunkt"), 45), (_("Planlagt"), 50), (_("Målt"), 30), (_("Mangler"), 136))
    return d.Table([d.Column(title, width) for title, width in titles], rows)


def _open_measures(figures: Figures) -> Iterator[tuple[str, ...]]:
    """Yield every measure that isn't done: benefit, text, who, when."""
    for item in figures.plan.benefits.items:
        for measure in item.measures:
            one = figures.register.by_row["benefits", "items", item.id, "measures", measure.id]
            if one.finished:
                continue
            due = formatting.day(one.due.day) if one.due.day else _("uten frist")
            if one.late(figures.today):
                due = _("{day}, forfalt").format(day=due)
            who = owner_words(figures.plan, figures.content, one.owner) or _("mangler")
            yield item.number, one.title, item.title, who, due


def _measures(waiting: Sequence[tuple[str, ...]]) -> d.Table:
    titles = ((_("Nr."), 11), (_("Tiltak"), 90), (_("Gevinst"), 70), (_("Ansvarlig"), 38), (_("Frist"), 52))
    columns = [d.Column(title, width) for title, width in titles]
    return d.Table(columns, [[short(text, LONGEST) for text in texts] for texts in waiting])
