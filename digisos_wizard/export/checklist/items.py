"""The sections: every item with number, text, state in word and shape, and what the plan and the office say of it."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.checklist.choice import NumberedItem, NumberedSection
from digisos_wizard.export.document.model import (
    Block,
    Cell,
    Column,
    Heading,
    Labelled,
    Look,
    Mark,
    Part,
    Table,
    Text,
)
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment


def section(figures: Figures, part: NumberedSection) -> Sequence[Block]:
    """Return a section's heading and its table."""
    rows: list[Sequence[Cell]] = []
    under: set[int] = set()
    for item in part.items:
        first, *rest = _item(figures, item)
        under.update(range(len(rows) + 1, len(rows) + 1 + len(rest)))
        rows += [first, *rest]
    columns = (Column(_("Nr."), 12), Column(_("Punkt"), 126), Column(_("Tilstand"), 36))
    return Heading(f"{part.number}. {part.title}"), Table(columns, rows, under=under, tight=False)


def _item(figures: Figures, item: NumberedItem) -> Iterator[Sequence[Cell]]:
    """Yield the rows of one item: it alone, or under it one for each municipality."""
    text = _("{text} (gjaldt tidligere)").format(text=item.text) if item.superseded else item.text
    per_place = len(item.rows) > 1 or bool(item.rows[0].municipality and len(figures.plan.decision.municipalities) > 1)
    words = Text(text, look=Look.STRONG)
    if not per_place:
        row = item.rows[0]
        yield item.number, [words, *_details(figures, row)], [_state(figures, row)]
        return
    yield item.number, [words], ""
    for row in item.rows:
        place = Text(municipality_name(figures.plan, row.municipality), look=Look.STRONG)
        yield "", [place, *_details(figures, row)], [_state(figures, row)]


def _details(figures: Figures, row: ChecklistRow) -> Iterator[Part]:
    answer = row.answer
    lines = (
        (_("Når:"), {Moment.ON: _("på påkoblingsdagen"), Moment.AFTER: _("etter påkobling")}.get(row.moment, "")),
        (_("Planen viser:"), row.evidence.text if row.evidence is not None else ""),
        (_("Begrunnelse:"), answer.reason or (_("mangler") if row.contradicts else "")),
        (_("Kommentar:"), answer.comment),
        (_("Merknad:"), row.item.note if row.item is not None else ""),
    )
    yield from (Text(text, label, Look.DETAIL) for label, text in lines if text)
    deadline = formatting.day(answer.deadline) if answer.deadline else ""
    who = ((_("Ansvarlig:"), person_name(figures.plan, answer.responsible)), (_("Frist:"), deadline))
    together = [pair for pair in who if pair[1]]
    if together:
        yield Labelled(together, Look.DETAIL)


def _state(figures: Figures, row: ChecklistRow) -> Mark:
    words = figures.content.option_label("TaskState", row.state.value)
    return Mark(row.state, _("{state}, uten begrunnelse").format(state=words) if row.contradicts else words)
