"""The benefits plan as a workbook: every sheet, with live formulas whose values are those of the model."""

from digisos_wizard.export.workbook import (
    activities,
    amounts,
    assumptions,
    benefit_years,
    control,
    cost_lines,
    costs,
    follow_up,
    front,
    keys,
    links,
    measurement_log,
    measures,
    measuring,
    net,
    outlooks,
    overview,
    parts,
    ramp,
    register,
    risk_actions,
    stakeholders,
    time_use,
    uncertainty,
)
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import FOLLOW_UP_KEYS, FOLLOW_UP_MARK


def build(figures: Figures) -> bytes:
    """Return the workbook: the same bytes for the same plan on the same day."""
    book = Book(figures, _("Gevinstrealiseringsplan"))
    parted = parts.parted(figures)
    # Sheets stand in this order for the reader; all are placed before the first is filled, for they name each other.
    front_sheet = front.place(book)
    overview_tables = overview.place(book)
    register_table = register.place(book)
    measures_table = measures.place(book)
    map_sheet = links.place(book)
    measuring_table = measuring.place(book)
    points = follow_up.place(book)
    log = measurement_log.place(book)
    steps, basis, shares = time_use.place(book), assumptions.place(book), ramp.place(book)
    bills, payers = costs.place(book)
    lines, priced = cost_lines.place(book, parted.lines), amounts.place(book, parted.amounts)
    years = benefit_years.place(book)
    net_table, results_table = net.place(book)
    sums, outcome_years = uncertainty.place(book)
    outcomes = outlooks.place(book)
    people, doing, against = stakeholders.place(book), activities.place(book), risk_actions.place(book)
    tables = Tables(
        register=register_table,
        measuring=measuring_table,
        log=log,
        points=points,
        steps=steps,
        assumptions=basis,
        ramp=shares,
        amounts=priced,
        lines=lines,
        payers=payers,
        costs=bills,
        years=years,
        net=net_table,
        results=results_table,
        outlooks=outcomes,
        outcome_years=outcome_years,
        control=control.place(book),
    )
    assumptions.write(book, tables)
    time_use.write(book, tables)
    ramp.write(book, tables)
    amounts.write(book, tables, parted.amounts)
    cost_lines.write(book, tables, parted.lines)
    costs.write(book, tables)
    register.write(book, tables)
    benefit_years.write(book, tables)
    net.write(book, tables)
    outlooks.write(book, tables)
    uncertainty.write(book, tables, sums)
    links.write(book, tables, map_sheet)
    measuring.write(book, tables)
    follow_up.write(book, tables)
    measurement_log.write(book, tables)
    measures.write(book, tables, measures_table)
    stakeholders.write(book, people)
    overview.write(book, tables, overview_tables)
    activities.write(book, doing)
    risk_actions.write(book, against)
    control.write(book, tables.control)
    front.write(book, front_sheet, tables)
    keys.write(book.hidden(FOLLOW_UP_KEYS), FOLLOW_UP_MARK, figures.plan, follow_up.keys(figures))
    return book.close()
