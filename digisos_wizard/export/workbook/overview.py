"""Sheet `Oversikt`: all benefits by where they arise, with owner, value and how far their measuring has come."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.export.workbook.benefit_years import BenefitRefs
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.measuring import MeasureRefs
from digisos_wizard.export.workbook.plan_tables import title_of, value_of
from digisos_wizard.export.workbook.sheet import Column, Range, Sheet, cell, span
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.rules.benefits.measuring import Status
from digisos_wizard.model.terms import BenefitArea, BenefitClass

AREA, VALUE, STATE = 2, 7, 8


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Oversikt"), (7, 36, 19, 24, 13, 24, 28, 16, 20, 11, 34))


def write(book: Book, sheet: Sheet, benefits: BenefitRefs, measured: MeasureRefs) -> None:
    """Fill the sheet."""
    figures = book.figures
    words = Words(figures)
    statuses = {status.benefit.id: status for status in figures.statuses}
    areas: list[BenefitArea | None] = [*BenefitArea, None]
    items = sorted(figures.plan.benefits.items, key=lambda item: areas.index(item.area))
    sheet.title(
        _("Oversikt over gevinstene"),
        _("Alle gevinster og ulemper, ordnet etter hvor de oppstår. Verdien er kroner i {year}. {letters}").format(
            year=figures.benefits.first_year + figures.benefits.years - 1, letters=benefit_letters()
        ),
    )
    top = sheet.row
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Oppstår hos")),
        Column(_("Klasse")),
        Column(_("Type")),
        Column(_("Gevinsteier")),
        Column(_("Indikator")),
        Column(_("Verdi per år"), Look.KRONER),
        Column(_("Måling")),
        Column(_("Risiko")),
        Column(_("Forutsetninger")),
    )
    rows = sheet.table(
        columns,
        [
            (
                item.number,
                title_of(item),
                _area(words, item.area),
                words.kind(item.kind),
                words.type(item.type),
                words.name(item.owner) or item.owner_body or _("mangler"),
                item.indicator or _("mangler"),
                _("ikke prissatt") if item.kind is BenefitClass.NOT_PRICED else value_of(figures, item, benefits),
                _state(statuses[item.id], measured),
                words.level(item.risk),
                item.preconditions,
            )
            for item in items
        ],
        empty=_("Ingen gevinster er lagt inn ennå."),
    )
    sheet.freeze(top + 1, 2)
    sheet.repeat(top, top)
    sheet.filter(rows, len(columns))
    for column in (5, 6, VALUE):
        sheet.signal(rows, (column, column), [(_("mangler"), book.signals["wait"])])
    sheet.signal(rows, (STATE, STATE), [(word, book.signals["wait"]) for word in _missing_words()])
    sheet.signal(rows, (STATE, STATE), [(_("Målt"), book.signals["good"])])
    sheet.row += 1
    _sums(book, sheet, items, rows, benefits)


def _area(words: Words, area: BenefitArea | None) -> str:
    return words.area(area) or _("ikke oppgitt")


def _missing_words() -> tuple[str, str, str]:
    return _("Indikator mangler"), _("Nullpunkt mangler"), _("Mål mangler")


def _state(status: Status, measured: MeasureRefs) -> Formula:
    """Return how far the measuring has come, read from the sheet with the measurements."""
    item = status.benefit
    no_indicator, no_baseline, no_target = _missing_words()
    waiting, done = _("Ikke målt ennå"), _("Målt")
    indicator, baseline, target = (refs[item.id] for refs in (measured.indicator, measured.baseline, measured.target))
    missing = as_word(_("mangler"))
    text = (
        f"IF({indicator}={missing},{as_word(no_indicator)},"
        f"IF(NOT(ISNUMBER({baseline})),{as_word(no_baseline)},"
        f"IF(NOT(ISNUMBER({target})),{as_word(no_target)},"
        f"IF(ISNUMBER({measured.value[item.id]}),{as_word(done)},{as_word(waiting)}))))"
    )
    if not item.indicator or item.indicator == _("mangler"):
        return Formula(text, no_indicator)
    if status.baseline is None:
        return Formula(text, no_baseline)
    if item.target is None:
        return Formula(text, no_target)
    return Formula(text, waiting if status.last is None else done)


def _sums(book: Book, sheet: Sheet, items: Sequence[Benefit], rows: Range, benefits: BenefitRefs) -> None:
    """Write how many benefits arise where, and what the priced ones are worth."""
    if rows.empty:
        return
    words = Words(book.figures)
    sheet.heading(_("Antall og verdi etter hvor gevinsten oppstår"))
    areas = span((rows.first, AREA), (rows.last, AREA))
    values = span((rows.first, VALUE), (rows.last, VALUE))
    sheet.head(
        (Column(""), Column(_("Oppstår hos")), Column(_("Antall"), Look.NUMBER), Column(_("Verdi per år"), Look.KRONER))
    )
    for area in (*BenefitArea, None):
        mine = [item for item in items if item.area is area]
        if not mine:
            continue
        known = [value_of(book.figures, item, benefits).value for item in mine if item.id in benefits.values]
        worth = sum((value for value in known if isinstance(value, Decimal)), Decimal(0))
        name = cell(sheet.row, 1)
        cells: tuple[tuple[Content, Look], ...] = (
            ("", Look.TEXT),
            (_area(words, area), Look.TEXT),
            (Formula(f"COUNTIF({areas},{name})", len(mine)), Look.NUMBER),
            (Formula(f"SUMIF({areas},{name},{values})", worth), Look.KRONER),
        )
        for column, (content, look) in enumerate(cells):
            sheet.put(sheet.row, column, content, Look.CELL, look)
        sheet.row += 1
