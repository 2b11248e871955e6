"""Sheet `Forside`: whose plan it is, who decided, the key figures, lines to sign, and two logs."""

from collections.abc import Iterator
from decimal import Decimal

from digisos_wizard.export.workbook import control, costs, results, said
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Range, Sheet, cell
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures

EMPTY_LOG = 4
"""Rows to fill in by hand in each log."""


def place(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Forside"), (52, 30, 18, 46))


def write(book: Book, sheet: Sheet, tables: Tables) -> None:
    """Fill the sheet."""
    figures = book.figures
    sheet.raw.set_print_scale(82)
    sheet.title(_("Gevinstrealiseringsplan"))
    sheet.row -= 1
    sheet.put(sheet.row, 0, figures.plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), Look.HEADING)
    sheet.row += 1
    sheet.note(_("Innføring av digital søknad om økonomisk sosialhjelp (Digisos)"))
    _verdict(book, sheet, tables)
    sheet.row += 1
    for label, content in _about(figures):
        _pair(sheet, label, content)
    sheet.row += 1
    _key_figures(book, sheet, tables)
    sheet.row += 1
    _guide(sheet)
    sheet.row += 1
    sheet.raw.set_h_pagebreaks([sheet.row])
    _signatures(sheet)
    sheet.row += 1
    _logs(figures, sheet)


def _verdict(book: Book, sheet: Sheet, tables: Tables) -> None:
    """Write whether the workbook holds together, and what doesn't."""
    told = control.verdict(tables.control, len(book.checks))
    sheet.raw.merge_range(sheet.row, 0, sheet.row, 3, "", sheet.formats.of(Look.VERDICT))
    sheet.put(sheet.row, 0, told, Look.VERDICT)
    sheet.raw.set_row(sheet.row, 30)
    here = cell(sheet.row, 0, fixed=True)
    rule = {"type": "formula", "criteria": f"=LEFT({here},11)<>{as_word(told_well())}", "format": book.signals["bad"]}
    sheet.raw.conditional_format(sheet.row, 0, sheet.row, 3, rule)
    sheet.row += 1


def told_well() -> str:
    """Return how the sentence begins where everything holds."""
    return _("Alt stemmer")


def _guide(sheet: Sheet) -> None:
    """Write how the workbook is used."""
    sheet.heading(_("Slik bruker du arbeidsboken"))
    sheet.put(sheet.row, 0, _("Lyseblå celler fyller du ut"), Look.CELL, Look.INPUT)
    sheet.wide(1, 3, _("Hvert tall har ett sted. Resten av arbeidsboken regnes ut."), Look.CELL)
    sheet.row += 1
    lines = (
        (
            _("Alt annet er formler"),
            _(
                "De er låst uten passord. Skal du sortere, slette eller sette inn rader: "
                "Se gjennom → Opphev arkbeskyttelse."
            ),
        ),
        (_("Nye gevinster"), _("Fyll ut en tom rad i arket Gevinstplan, og samme nummer i Nullpunkt og måling.")),
        (_("Nye rader"), _("Sett dem inn over den grå linjen nederst i tabellen, og kopier formlene fra raden over.")),
    )
    for label, text in lines:
        _pair(sheet, label, text)


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


def _key_figures(book: Book, sheet: Sheet, tables: Tables) -> None:
    figures = book.figures
    whole = figures.costs.total()
    sheet.heading(
        _("Nøkkeltall"),
        _("Tallene hentes fra de andre arkene. Et ufullstendig tall mangler minst én pris eller ett svar."),
    )
    cost_state, state = costs.state(tables, figures), results.found(book, tables, "state")
    cost_years = _("{years} år").format(years=figures.costs.years)
    lines: tuple[tuple[str, Formula, Look, Formula, str], ...] = (
        (
            _("Kostnader i hele perioden, uten mva (løpende priser)"),
            _cost(tables, figures, "sum", whole.net),
            Look.KRONER,
            cost_state,
            cost_years,
        ),
        (
            _("Kostnader i hele perioden, med mva (løpende priser)"),
            _cost(tables, figures, "gross", whole.gross),
            Look.KRONER,
            cost_state,
            cost_years,
        ),
        (
            _("Netto gevinst i hele perioden (faste priser)"),
            results.found(book, tables, "net"),
            Look.KRONER,
            state,
            _("{years} år").format(years=figures.benefits.years),
        ),
        (_("Netto nåverdi"), results.found(book, tables, "present_value"), Look.KRONER, state, ""),
        (
            _("Tjent inn i måned"),
            results.found(book, tables, "payback"),
            Look.NUMBER,
            state,
            _("regnet fra påkoblingen"),
        ),
        (
            _("Frigjort tid når alt er digitalt (timer i året)"),
            results.found(book, tables, "hours"),
            Look.NUMBER,
            state,
            "",
        ),
        (
            _("Frigjort tid uten bestemt bruk (timer i året)"),
            results.found(book, tables, "uncounted"),
            Look.NUMBER,
            state,
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


def _cost(tables: Tables, figures: Figures, key: str, value: Decimal) -> Formula:
    """Return the sum of what is paid; a word where nothing of it is known."""
    lines = tables.lines.columns("y0", f"y{figures.costs.years - 1}")
    known = any(line.net is not None for line in figures.costs.lines)
    text = f"IF(COUNT({lines})=0,{said.missing()},SUM({tables.costs.column(key)}))"
    return Formula(text, value if known else _("mangler"))


def _signatures(sheet: Sheet) -> None:
    sheet.heading(_("Underskrifter"))
    for column, title in enumerate((_("Rolle"), _("Navn"), _("Dato"), _("Underskrift"))):
        sheet.put(sheet.row, column, title, Look.HEAD)
    sheet.row += 1
    for role in (_("Prosjekteier"), _("Gevinstansvarlig"), _("Kommunedirektør")):
        sheet.raw.set_row(sheet.row, 30)
        sheet.put(sheet.row, 0, role, Look.LABEL, Look.WRITING)
        for column in (1, 2, 3):
            sheet.put(sheet.row, column, None, Look.WRITING, Look.OPEN)
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
            sheet.put(sheet.row, column, content, Look.CELL, Look.DATE if column == 2 else Look.TEXT, Look.OPEN)
        sheet.row += 1
