"""The sections: every item with number, text, state in word and shape, and what the plan and the office say of it."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from digisos_wizard.export.checklist.choice import NumberedItem, NumberedSection
from digisos_wizard.export.paper.blocks import Composer, Row, Rule, packed, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import StateWords
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment

NUMBER = 12 * mm
STATE = 36 * mm
TEXT = COLUMN - NUMBER - STATE


def section(composer: Composer, figures: Figures, part: NumberedSection) -> list[Flowable]:
    """Return a section's heading and its table."""
    styles = composer.styles
    titles = (_("Nr."), _("Punkt"), _("Tilstand"))
    rows = [Row([[composer.paragraph(title, styles.head)] for title in titles])]
    for item in part.items:
        rows += _item(composer, figures, item)
    return [*composer.heading(f"{part.number}. {part.title}"), table(rows, (NUMBER, TEXT, STATE), head=True)]


def _item(composer: Composer, figures: Figures, item: NumberedItem) -> Iterator[Row]:
    """Yield the rows of one item; what is too tall for a cell goes on in the next row."""
    styles = composer.styles
    text = _("{text} (gjaldt tidligere)").format(text=item.text) if item.superseded else item.text
    per_place = len(item.rows) > 1 or bool(item.rows[0].municipality and len(figures.plan.decision.municipalities) > 1)
    flow = composer.paragraphs(text, styles.strong)
    number = composer.paragraph(item.number, styles.cell)
    if not per_place:
        row = item.rows[0]
        yield from _rows(Rule.FULL, number, [*flow, *_details(composer, figures, row)], _state(composer, figures, row))
        return
    yield from _rows(Rule.FULL, number, flow, None)
    for row in item.rows:
        place = municipality_name(figures.plan, row.municipality)
        flow = [*composer.paragraphs(place, styles.strong), *_details(composer, figures, row)]
        yield from _rows(Rule.INNER, None, flow, _state(composer, figures, row))


def _rows(rule: Rule, number: Paragraph | None, flow: list[Paragraph], state: Flowable | None) -> Iterator[Row]:
    for position, stack in enumerate(packed(flow, TEXT)):
        if position == 0:
            yield Row([[number] if number else [], stack, [state] if state else []], rule)
        else:
            yield Row([[], stack, []], Rule.NONE)


def _details(composer: Composer, figures: Figures, row: ChecklistRow) -> list[Paragraph]:
    answer = row.answer
    deadline = formatting.day(answer.deadline) if answer.deadline else ""
    lines = (
        (_("Når:"), {Moment.ON: _("på påkoblingsdagen"), Moment.AFTER: _("etter påkobling")}.get(row.moment, "")),
        (_("Planen viser:"), row.evidence.text if row.evidence is not None else ""),
        (_("Begrunnelse:"), answer.reason or (_("mangler") if row.contradicts else "")),
        (_("Kommentar:"), answer.comment),
        (_("Merknad:"), row.item.note if row.item is not None else ""),
    )
    who = ((_("Ansvarlig:"), person_name(figures.plan, answer.responsible)), (_("Frist:"), deadline))
    style = composer.styles.detail
    details = [part for label, text in lines if text for part in composer.paragraphs(text, style, label)]
    together = [pair for pair in who if pair[1]]
    return [*details, composer.labelled(*together, style=style)] if together else details


def _state(composer: Composer, figures: Figures, row: ChecklistRow) -> StateWords:
    words = figures.content.option_label("TaskState", row.state.value)
    if row.contradicts:
        words = _("{state}, uten begrunnelse").format(state=words)
    return StateWords(row.state, composer.paragraph(words, composer.styles.cell))
