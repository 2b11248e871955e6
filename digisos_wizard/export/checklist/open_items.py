"""The list of what is still open, with who does it and by when."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from digisos_wizard.export.checklist.choice import OPEN_STATES, NumberedSection
from digisos_wizard.export.paper.blocks import Composer, Row, Rule, packed, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import StateWords
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.rules.commitments.words import owner_words

_WIDTHS = (12 * mm, COLUMN - 102 * mm, 34 * mm, 30 * mm, 26 * mm)


def open_items(composer: Composer, figures: Figures, parts: Sequence[NumberedSection]) -> list[Flowable]:
    """Return the list's blocks."""
    styles = composer.styles
    story = composer.heading(_("Åpne punkter"))
    titles = (_("Nr."), _("Punkt"), _("Ansvarlig"), _("Frist"), _("Tilstand"))
    rows = [Row([[composer.paragraph(title, styles.head)] for title in titles])]
    for part in parts:
        for item in part.items:
            for row in item.rows:
                if row.state in OPEN_STATES:
                    rows += _rows(composer, figures, item.number, row)
    if len(rows) == 1:
        return [*story, composer.paragraph(_("Ingen punkter er åpne."), styles.body)]
    note = _(
        "Der et punkt ikke har egen ansvarlig eller frist, står de fra påkoblingsplanen, eller rollen som vanligvis "
        "gjør det."
    )
    return [*story, table(rows, _WIDTHS, head=True), composer.paragraph(note, styles.small)]


def _rows(composer: Composer, figures: Figures, number: str, row: ChecklistRow) -> list[Row]:
    style = composer.styles.cell
    text = row.text
    if row.municipality and len(figures.plan.decision.municipalities) > 1:
        text = f"{text} – {municipality_name(figures.plan, row.municipality)}"
    deadline = _("mangler")
    if row.due.day:
        deadline = formatting.day(row.due.day)
        if row.due.day < figures.today:
            deadline = _("{day}, forfalt").format(day=deadline)
    state = composer.paragraph(figures.content.option_label("TaskState", row.state.value), style)
    texts = packed(composer.paragraphs(text, style), _WIDTHS[1])
    owner = owner_words(figures.plan, figures.content, row.owner) or _("mangler")
    owners = packed(composer.paragraphs(owner, style), _WIDTHS[2])
    count = max(len(texts), len(owners))
    texts += [[]] * (count - len(texts))
    owners += [[]] * (count - len(owners))
    first = Row(
        [
            [composer.paragraph(number, style)],
            texts[0],
            owners[0],
            [composer.paragraph(deadline, style)],
            [StateWords(row.state, state)],
        ]
    )
    return [first, *(Row([[], texts[i], owners[i], [], []], Rule.NONE) for i in range(1, count))]
