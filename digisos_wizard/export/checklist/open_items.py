"""The list of what is still open, with who does it and by when."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.checklist.choice import OPEN_STATES, NumberedSection
from digisos_wizard.export.document.model import Block, Cell, Column, Heading, Look, Mark, Table, Text
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.standing import of_row
from digisos_wizard.model.rules.checklist.result import ChecklistRow


def open_items(figures: Figures, parts: Sequence[NumberedSection]) -> Iterator[Block]:
    """Yield the list's blocks."""
    yield Heading(_("Åpne punkter"))
    rows = [
        _row(figures, item.number, row)
        for part in parts
        for item in part.items
        for row in item.rows
        if row.state in OPEN_STATES
    ]
    if not rows:
        yield Text(_("Ingen punkter er åpne."))
        return
    titles = ((_("Nr."), 12), (_("Punkt"), 72), (_("Ansvarlig"), 34), (_("Frist"), 30), (_("Tilstand"), 26))
    yield Table([Column(title, width) for title, width in titles], rows, tight=False)
    note = _(
        "Der et punkt ikke har egen ansvarlig eller frist, står de fra påkoblingsplanen, eller rollen som vanligvis "
        "gjør det."
    )
    yield Text(note, look=Look.SMALL)


def _row(figures: Figures, number: str, row: ChecklistRow) -> Sequence[Cell]:
    text = row.text
    if row.municipality and len(figures.plan.decision.municipalities) > 1:
        text = f"{text} – {municipality_name(figures.plan, row.municipality)}"
    reason = of_row(figures, row)
    deadline = _("mangler")
    if reason.deadline:
        deadline = formatting.day(reason.deadline)
        if reason.deadline < figures.today:
            deadline = _("{day}, forfalt").format(day=deadline)
    state = Mark(row.state, figures.content.option_label("TaskState", row.state.value))
    return number, text, reason.owner or _("mangler"), deadline, [state]
