"""The sections with every item, its state and what plan and office say of it; and the list of what is still open."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.checklist.choice import OPEN_STATES, NumberedItem, NumberedSection
from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.proof.owed import Origin


def section(figures: Figures, part: NumberedSection) -> Sequence[d.Block]:
    """Return a section's heading and its table."""
    rows: list[Sequence[d.Cell]] = []
    under: set[int] = set()
    for item in part.items:
        first, *rest = _item(figures, item)
        under.update(range(len(rows) + 1, len(rows) + 1 + len(rest)))
        rows += [first, *rest]
    columns = (d.Column(_("Nr."), 12), d.Column(_("Punkt"), 126), d.Column(_("Tilstand"), 36))
    return d.Heading(f"{part.number}. {part.title}"), d.Table(columns, rows, under=under, tight=False)


def _item(figures: Figures, item: NumberedItem) -> Iterator[Sequence[d.Cell]]:
    """Yield the rows of one item: it alone, or under it one for each municipality."""
    text = _("{text} (gjaldt tidligere)").format(text=item.text) if item.superseded else item.text
    per_place = len(item.rows) > 1 or bool(item.rows[0].municipality and len(figures.plan.decision.municipalities) > 1)
    words = d.Text(text, look=d.Look.STRONG)
    if not per_place:
        row = item.rows[0]
        yield item.number, [words, *_details(figures, row)], [_state(figures, row)]
        return
    yield item.number, [words], ""
    for row in item.rows:
        place = d.Text(municipality_name(figures.plan, row.municipality), look=d.Look.STRONG)
        yield "", [place, *_details(figures, row)], [_state(figures, row)]


def _details(figures: Figures, row: ChecklistRow) -> Iterator[d.Part]:
    answer = row.answer
    lines = (
        (_("Når:"), {Moment.ON: _("på påkoblingsdagen"), Moment.AFTER: _("etter påkobling")}.get(row.moment, "")),
        (_("Planen viser:"), row.evidence.text if row.evidence is not None else ""),
        (_("Begrunnelse:"), answer.reason or (_("mangler") if row.contradicts else "")),
        (_("Kommentar:"), answer.comment),
        (_("Merknad:"), row.item.note if row.item is not None else ""),
    )
    yield from (d.Text(text, label, d.Look.DETAIL) for label, text in lines if text)
    owner = owner_words(figures.plan, figures.content, row.owner) if row.owner.origin is Origin.SET else ""
    deadline = formatting.day(row.due.day) if row.due.day and row.due.origin is Origin.SET else ""
    together = [pair for pair in ((_("Ansvarlig:"), owner), (_("Frist:"), deadline)) if pair[1]]
    if together:
        yield d.Labelled(together, d.Look.DETAIL)


def _state(figures: Figures, row: ChecklistRow) -> d.Mark:
    words = figures.content.option_label("TaskState", row.state.value)
    return d.Mark(row.state, _("{state}, uten begrunnelse").format(state=words) if row.contradicts else words)


def open_items(figures: Figures, parts: Sequence[NumberedSection]) -> Iterator[d.Block]:
    """Yield the list of what is still open, with who does it and by when."""
    yield d.Heading(_("Åpne punkter"))
    rows = [
        _open(figures, item.number, row)
        for part in parts
        for item in part.items
        for row in item.rows
        if row.state in OPEN_STATES
    ]
    if not rows:
        yield d.Text(_("Ingen punkter er åpne."))
        return
    titles = ((_("Nr."), 12), (_("Punkt"), 72), (_("Ansvarlig"), 34), (_("Frist"), 30), (_("Tilstand"), 26))
    yield d.Table([d.Column(title, width) for title, width in titles], rows, tight=False)
    note = _(
        "Der et punkt ikke har egen ansvarlig eller frist, står de fra påkoblingsplanen, eller rollen som vanligvis "
        "gjør det."
    )
    yield d.Text(note, look=d.Look.SMALL)


def _open(figures: Figures, number: str, row: ChecklistRow) -> Sequence[d.Cell]:
    text = row.text
    if row.municipality and len(figures.plan.decision.municipalities) > 1:
        text = f"{text} – {municipality_name(figures.plan, row.municipality)}"
    deadline = _("mangler")
    if row.due.day:
        deadline = formatting.day(row.due.day)
        if row.due.day < figures.today:
            deadline = _("{day}, forfalt").format(day=deadline)
    state = d.Mark(row.state, figures.content.option_label("TaskState", row.state.value))
    owner = owner_words(figures.plan, figures.content, row.owner) or _("mangler")
    return number, text, owner, deadline, [state]
