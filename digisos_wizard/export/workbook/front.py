"""Sheet `Forside`: whose plan it is, who decided, the key figures, lines to sign, and two logs."""

from collections.abc import Iterator

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula
from digisos_wizard.export.workbook.costs import CostTotals
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.net import NetRefs, sum_net
from digisos_wizard.export.workbook.sheet import Range, Sheet
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures

EMPTY_LOG = 4
"""Rows to fill in by hand in each log."""


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Forside"), (52, 30, 18, 46))


def write(book: Book, sheet: Sheet, costs: CostTotals, net: NetRefs) -> None:
    """Fill the sheet."""
    figures = book.figures
    sheet.raw.set_print_scale(92)
    sheet.title(_("Gevinstrealiseringsplan"))
    sheet.row -= 1
    sheet.put(sheet.row, 0, figures.plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), Look.HEADING)
    sheet.row += 1
    sheet.note(_("Innføring av digital søknad om økonomisk sosialhjelp (Digisos)"))
    sheet.row += 1
    for label, content in _about(figures):
        _pair(sheet, label, content)
    sheet.row += 1
    _key_figures(book, sheet, costs, net)
    sheet.row += 1
    sheet.raw.set_h_pagebreaks([sheet.row])
    _signatures(sheet)
    sheet.row += 1
    _logs(figures, sheet)


def _pair(sheet: Sheet, label: str, content: Content) -> None:
    sheet.put(sheet.row, 0, label, Look.CELL, Look.LABEL)
    if isinstance(content, str):
        sheet.wide(1, 3, content, Look.CELL)
    else:
        for column in (2, 3):
            sheet.put(sheet.row, column, None, Look.CELL)
        sheet.put(sheet.row, 1, content, Look.CELL, Look.DATE)
    sheet.row += 1


def _about(figures: Figures) -> Iterator[tuple[str, Content]]:
    plan = figures.plan
    words = Words(figures)
    missing = _("mangler")
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    yield _("Plan"), plan.about.name
    yield ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or missing
    yield _("Prosjekteier"), words.person(plan.decision.project_owner) or missing
    yield _("Gevinstansvarlig"), words.person(plan.benefits.responsible) or missing
    yield _("Planen viser tallene per"), figures.today
    yield _("Påkoblingsdag"), figures.schedule.day or _("ikke bestemt")
    yield from _decisions(figures)
    anchored = plan.benefits.anchored_on
    told = [formatting.day(anchored)] if anchored else []
    yield _("Gevinstplanen er forankret"), ", ".join([*told, plan.benefits.anchored_in]).strip(", ") or missing


def _decisions(figures: Figures) -> Iterator[tuple[str, Content]]:
    """Yield the decision, one for each municipality where they differ."""
    plan = figures.plan
    approval = plan.decision.approval
    places = [place for place in plan.decision.municipalities if approval.has_own(place.id)]
    if len(places) < len(plan.decision.municipalities) or not places:
        yield _("Vedtak"), _decision(figures, "")
    for place in places:
        name = municipality_name(plan, place.id)
        yield _("Vedtak, {municipality}").format(municipality=name), _decision(figures, place.id)


def _decision(figures: Figures, municipality_id: str) -> str:
    approval = figures.plan.decision.approval.of(municipality_id)
    parts = (
        approval.decider,
        formatting.day(approval.decided_on) if approval.decided_on else "",
        _("sak {reference}").format(reference=approval.case_reference) if approval.case_reference else "",
    )
    return ", ".join(part for part in parts if part) or _("mangler")


def _key_figures(book: Book, sheet: Sheet, costs: CostTotals, net: NetRefs) -> None:
    figures = book.figures
    result = figures.benefits
    whole = figures.costs.total()
    known = any(line.net is not None for line in figures.costs.lines)
    state = _("komplett") if result.complete else _("ufullstendig")
    cost_state = _("komplett") if figures.costs.lines and whole.complete else _("ufullstendig")
    never = _("ikke innen {years} år").format(years=result.years)
    payback = never if result.payback_month is None else result.payback_month
    sheet.heading(
        _("Nøkkeltall"),
        _("Tallene hentes fra de andre arkene. Et ufullstendig tall mangler minst én pris eller ett svar."),
    )
    lines: tuple[tuple[str, Formula, Look, Formula, str], ...] = (
        (
            _("Kostnader i hele perioden, uten mva (løpende priser)"),
            Formula(costs.net, whole.net if known else _("mangler")),
            Look.KRONER,
            Formula(costs.state, cost_state),
            _("{years} år").format(years=figures.costs.years),
        ),
        (
            _("Kostnader i hele perioden, med mva (løpende priser)"),
            Formula(costs.gross, whole.gross if known else _("mangler")),
            Look.KRONER,
            Formula(costs.state, cost_state),
            _("{years} år").format(years=figures.costs.years),
        ),
        (
            _("Netto gevinst i hele perioden (faste priser)"),
            Formula(net.net, sum_net(result.rows)),
            Look.KRONER,
            Formula(net.state, state),
            _("{years} år").format(years=result.years),
        ),
        (
            _("Netto nåverdi"),
            Formula(net.present_value, result.net_present_value),
            Look.KRONER,
            Formula(net.state, state),
            "",
        ),
        (
            _("Tjent inn i måned"),
            Formula(net.payback, payback),
            Look.NUMBER,
            Formula(net.state, state),
            _("regnet fra påkoblingen"),
        ),
        (
            _("Frigjort tid når alt er digitalt (timer i året)"),
            Formula(net.hours, result.full_effect_hours),
            Look.NUMBER,
            Formula(net.state, state),
            "",
        ),
        (
            _("Frigjort tid uten bestemt bruk (timer i året)"),
            Formula(net.uncounted, result.uncounted_hours),
            Look.NUMBER,
            Formula(net.state, state),
            _("teller 0 kroner til bruken er bestemt"),
        ),
    )
    first = sheet.row
    for label, content, look, complete, note in lines:
        sheet.raw.set_row(sheet.row, 21)
        sheet.put(sheet.row, 0, label, Look.CELL, Look.LABEL)
        sheet.put(sheet.row, 1, content, Look.CELL, look, Look.KEY)
        sheet.put(sheet.row, 2, complete, Look.CELL)
        sheet.put(sheet.row, 3, note, Look.CELL, Look.LABEL)
        sheet.row += 1
    sheet.signal(Range(first, sheet.row - 1), (2, 2), [(_("ufullstendig"), book.signals["wait"])])


def _signatures(sheet: Sheet) -> None:
    sheet.heading(_("Underskrifter"))
    for column, title in enumerate((_("Rolle"), _("Navn"), _("Dato"), _("Underskrift"))):
        sheet.put(sheet.row, column, title, Look.HEAD)
    sheet.row += 1
    for role in (_("Prosjekteier"), _("Gevinstansvarlig"), _("Kommunedirektør")):
        sheet.raw.set_row(sheet.row, 30)
        sheet.put(sheet.row, 0, role, Look.LABEL, Look.WRITING)
        for column in (1, 2, 3):
            sheet.put(sheet.row, column, None, Look.WRITING)
        sheet.row += 1


def _logs(figures: Figures, sheet: Sheet) -> None:
    sheet.heading(_("Endringslogg"))
    _log(sheet, (_("Endring"), _("Utført av"), _("Dato"), _("Merknad")), (_("Laget fra planen"), "", figures.today, ""))
    sheet.row += 1
    sheet.heading(_("Distribusjonslogg"))
    _log(sheet, (_("Mottaker"), _("Rolle"), _("Dato"), _("Merknad")), None)


def _log(sheet: Sheet, titles: tuple[str, ...], first: tuple[Content, ...] | None) -> None:
    for column, title in enumerate(titles):
        sheet.put(sheet.row, column, title, Look.HEAD)
    sheet.row += 1
    rows: list[tuple[Content, ...]] = [first] if first is not None else []
    rows += [(None,) * len(titles)] * (EMPTY_LOG - len(rows))
    for row in rows:
        for column, content in enumerate(row):
            sheet.put(sheet.row, column, content, Look.CELL, Look.DATE if column == 2 else Look.TEXT)
        sheet.row += 1
