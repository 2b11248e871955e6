"""What the decision page shows of cooperation and merger."""

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.cooperation import merger
from digisos_wizard.ui.parts.rows_view import RowView

MUNICIPALITIES = ("decision", "municipalities")
MERGER = ("cooperation", "merger")


def consequence_rows(figures: Figures) -> list[RowView]:
    """Return what the cooperation answers lead to for each municipality."""
    plan = figures.plan

    def named(place: str | None) -> str:
        return municipality_name(plan, place) if place else _("Avklares")

    return [
        RowView(
            line.municipality,
            (*MUNICIPALITIES, line.municipality),
            (
                named(line.municipality),
                named(line.controller),
                line.receiving_org_number or named(line.receiver),
                line.nav_text,
                line.fiks_text,
            ),
        )
        for line in figures.cooperation.municipalities
    ]


def merger_rows(figures: Figures) -> list[RowView]:
    """Return what the chosen way through a merger asks for."""
    rows = []
    for task in merger.tasks(figures.plan, figures.content):
        start = formatting.day(task.start) if task.start else ""
        deadline = formatting.day(task.deadline) if task.deadline else ""
        sources = ", ".join(figures.content.source_label(source) for source in task.spec.sources)
        rows.append(
            RowView(task.spec.id, MERGER, (task.spec.title, start, deadline), tip=f"{task.spec.help} {sources}")
        )
    return rows
