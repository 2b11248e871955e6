"""Sheet `Oversikt`: all benefits with where they arise, owner, value and how far their measuring has come."""

from decimal import Decimal

from digisos_wizard.export.workbook import checks, names, said
from digisos_wizard.export.workbook.benefit_years import MORE
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.measurement_log import in_words
from digisos_wizard.export.workbook.register import SPARE, title_of
from digisos_wizard.export.workbook.table import Field, Own, Row, Table, Text, in_order
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.export.workbook.year_text import NOTHING
from digisos_wizard.i18n import _
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.measuring import Status
from digisos_wizard.model.terms import BenefitArea, BenefitClass


def place(book: Book) -> tuple[Table, Table]:
    """Add the sheet, and say where the benefits and the sums by where they arise will stand."""
    fields = (
        Field("nr", _("Nr."), width=14, computed=True),
        Field("name", _("Gevinst"), width=36, computed=True),
        Field("area", _("Oppstår hos"), width=19, computed=True),
        Field("kind", _("Klasse"), Look.CENTRED, 10, computed=True),
        Field("owner", _("Gevinsteier"), width=24, computed=True),
        Field("indicator", _("Indikator"), width=28, computed=True),
        Field("worth", _("Verdi per år"), Look.KRONER, 16, computed=True),
        Field("state", _("Måling"), width=20, computed=True),
        Field("risk", _("Risiko"), width=11, computed=True),
    )
    sheet = book.sheet(_("Oversikt"), [field.width for field in fields])
    sheet.title(
        _("Oversikt over gevinstene"),
        _("Alle gevinster og ulemper, slik de står i arket Gevinstplan. Verdien er kroner i {year}. {letters}").format(
            letters=benefit_letters(), year=book.figures.benefits.first_year + book.figures.benefits.years - 1
        ),
    )
    table = Table(sheet, "Oversikt", fields, len(book.figures.plan.benefits.items), SPARE + MORE)
    # The closing row, air and a heading stand between the two.
    sheet.row = table.closing + 3
    sums = (
        Field("count", _("Antall"), Look.NUMBER, computed=True),
        Field("area", _("Oppstår hos"), locked=True),
        Field("worth", _("Verdi per år"), Look.KRONER, computed=True),
    )
    return table, Table(sheet, names.ORIGINS, sums, len(BenefitArea) + 1, key="area")


def write(book: Book, tables: Tables, placed: tuple[Table, Table]) -> None:
    """Write the benefits, and how many arise where."""
    figures = book.figures
    table, sums = placed
    words = Words(figures)
    formulas: dict[str, Text] = {
        "nr": in_order(table, tables.register, "order"),
        "name": _found(tables, "name"),
        "area": _found(tables, "area"),
        "kind": _found(tables, "kind"),
        "owner": lambda own: _owner(tables, own),
        "indicator": lambda own: in_words(tables.measuring.find("indicator", own("nr"))),
        "worth": lambda own: tables.register.find("worth", own("nr")),
        "state": lambda own: _state(tables, own),
        "risk": _found(tables, "risk"),
    }
    checks.fill(book, table, [_row(words, figures, status) for status in figures.statuses], formulas)
    sheet = table.sheet
    sheet.freeze(table.first, 2)
    sheet.repeat(table.head, table.head)
    table.signal("worth", [(_("mangler"), book.signals["wait"])])
    table.signal("state", [*((word, book.signals["wait"]) for word in missing_words())])
    table.signal("state", [(_("Målt"), book.signals["good"])])
    checks.shows_all(book, table, tables.register, "order")
    sheet.row = sums.head - 1
    sheet.heading(_("Antall og verdi etter hvor gevinsten oppstår"))
    _sums(book, table, sums)
    if not figures.statuses:
        sheet.note(_("Ingen gevinster er lagt inn ennå."))


def _found(tables: Tables, key: str) -> Text:
    return lambda own: in_words(tables.register.find(key, own("nr")))


def _owner(tables: Tables, own: Own) -> str:
    owner, body = (tables.register.find(key, own("nr")) for key in ("owner", "body"))
    return f"IF(LEN({owner})>0,{owner},IF(LEN({body})>0,{body},{said.missing()}))"


def missing_words() -> tuple[str, str, str]:
    """Return what is said where indicator, baseline or target is missing."""
    return _("Indikator mangler"), _("Nullpunkt mangler"), _("Mål mangler")


def _state(tables: Tables, own: Own) -> str:
    """Return the formula for how far the measuring has come; a benefit that isn't there has no indicator."""
    no_indicator, no_baseline, no_target = map(as_word, missing_words())
    indicator, baseline, target, value = (
        tables.measuring.find(key, own("nr")) for key in ("indicator", "baseline", "target", "value")
    )
    measured = f"IF(ISNUMBER({value}),{said.measured()},{said.unmeasured()})"
    numbers = f"IF(NOT(ISNUMBER({baseline})),{no_baseline},IF(NOT(ISNUMBER({target})),{no_target},{measured}))"
    return f"IFERROR(IF(LEN({indicator})=0,{no_indicator},{numbers}),{no_indicator})"


def state_of(status: Status) -> str:
    """Return how far the measuring of a benefit has come."""
    no_indicator, no_baseline, no_target = missing_words()
    if not status.benefit.indicator:
        return no_indicator
    if status.baseline is None:
        return no_baseline
    if status.benefit.target is None:
        return no_target
    return _("Ikke målt ennå") if status.last is None else _("Målt")


def _row(words: Words, figures: Figures, status: Status) -> Row:
    item = status.benefit
    last = figures.benefits.of(item.id)[-1].counted
    unpriced = item.kind is BenefitClass.NOT_PRICED
    return {
        "nr": item.number,
        "name": title_of(item),
        "area": words.area(item.area) or NOTHING,
        "kind": item.kind.value,
        "owner": words.person(item.owner) or item.owner_body or _("mangler"),
        "indicator": item.indicator or NOTHING,
        "worth": _("ikke prissatt") if unpriced else _("mangler") if last is None else last,
        "state": state_of(status),
        "risk": words.level(item.risk) or NOTHING,
    }


def _sums(book: Book, table: Table, sums: Table) -> None:
    figures, words = book.figures, Words(book.figures)
    areas, values = table.column("area"), table.column("worth")
    rows: list[Row] = []
    for area in (*BenefitArea, None):
        mine = [item for item in figures.plan.benefits.items if item.area is area]
        priced = [item for item in mine if item.kind is not BenefitClass.NOT_PRICED]
        known = [figures.benefits.of(item.id)[-1].counted for item in priced]
        worth = sum((amount for amount in known if amount is not None), Decimal(0))
        rows.append({"area": words.area(area) or NOTHING, "count": Decimal(len(mine)), "worth": worth})
    checks.fill(
        book,
        sums,
        rows,
        {
            "count": lambda own: f"COUNTIF({areas},{own('area')})",
            "worth": lambda own: f"SUMIFS({values},{areas},{own('area')})",
        },
        filtered=False,
    )
