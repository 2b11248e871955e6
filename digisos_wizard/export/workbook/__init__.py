"""The benefits plan as a workbook: every sheet, with live formulas whose values are those of the model."""

from digisos_wizard.export.workbook import (
    activities,
    assumptions,
    benefit_years,
    cost_lines,
    costs,
    follow_up,
    front,
    keys,
    links,
    measuring,
    net,
    net_rows,
    overview,
    plan_tables,
    risk_actions,
    stakeholders,
    time_use,
    uncertainty,
)
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import FOLLOW_UP_KEYS, FOLLOW_UP_MARK


def build(figures: Figures) -> bytes:
    """Return the workbook: the same bytes for the same plan on the same day."""
    book = Book(figures, _("Gevinstrealiseringsplan"))
    # Sheets stand in this order for the reader; they are filled from the assumptions outwards.
    front_sheet = front.add(book)
    overview_sheet = overview.add(book)
    plan_sheet = plan_tables.add(book)
    map_sheet = links.add(book)
    measuring_sheet = measuring.add(book)
    point_sheets = follow_up.add(book)
    time_sheet = time_use.add(book)
    assumptions_sheet = assumptions.add(book)
    costs_sheet = costs.add(book)
    lines_sheet = cost_lines.add(book)
    years_sheet = benefit_years.add(book)
    net_sheet = net.add(book)
    uncertainty_sheet = uncertainty.add(book)
    stakeholders_sheet = stakeholders.add(book)
    activities_sheet = activities.add(book)
    actions_sheet = risk_actions.add(book)

    basis = assumptions.write(book, assumptions_sheet)
    saved = time_use.write(book, time_sheet, basis)
    lines = cost_lines.write(book, lines_sheet, basis)
    totals = costs.write(book, costs_sheet, lines)
    years = benefit_years.write(book, years_sheet, basis, saved)
    results = net.write(book, net_sheet, net_rows.Sources(basis, saved, lines, years))
    plan_tables.write(book, plan_sheet, years)
    uncertainty.write(book, uncertainty_sheet, uncertainty.Sources(basis, years, results))
    links.write(book, map_sheet)
    measured = measuring.write(book, measuring_sheet, saved, follow_up.refs(book, point_sheets))
    follow_up.write(book, point_sheets, measured)
    stakeholders.write(book, stakeholders_sheet)
    overview.write(book, overview_sheet, years, measured)
    activities.write(book, activities_sheet)
    risk_actions.write(book, actions_sheet)
    front.write(book, front_sheet, totals, results)
    keys.write(book.hidden(FOLLOW_UP_KEYS), FOLLOW_UP_MARK, figures.plan, follow_up.keys(figures))
    return book.close()
