"""Sheet `Forutsetninger`: every figure that the rest is computed from, each with a name, and where it comes from."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook import checks, names, valid
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Row, Shown, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content as Handbook
from digisos_wizard.model.content import Document, Source
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.basis import assumptions

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Line:
    """One assumption as the sheet writes it."""

    label: str
    name: str
    value: Decimal | int | None
    unit: str
    look: Look
    origin: str


def place(book: Book) -> Table:
    """Add the sheet and say where the assumptions will stand."""
    fields = (
        Field("label", _("Forutsetning"), width=40, locked=True),
        Field("value", _("Verdi"), Look.MEASURED, 16),
        Field("unit", _("Enhet"), width=18, locked=True),
        Field("name", _("Navn i formler"), width=24, locked=True),
        Field("origin", _("Hvor tallet kommer fra"), width=60, locked=True),
    )
    sheet = book.sheet(_("Forutsetninger"), [field.width for field in fields])
    sheet.title(
        _("Forutsetninger"),
        _(
            "Endrer du et tall i en lyseblå celle, regnes resten av arbeidsboken på nytt. "
            "Hver forutsetning har et navn som brukes i formlene."
        ),
    )
    return Table(sheet, "Forutsetning", fields, len(_lines(book.figures)), key="name")


def write(book: Book, tables: Tables) -> None:
    """Write the assumptions, and give each its name."""
    table = tables.assumptions
    lines = _lines(book.figures)
    rows: list[Row] = [
        {
            "label": line.label,
            "value": Shown(line.value, line.look),
            "unit": line.unit,
            "name": line.name,
            "origin": line.origin,
        }
        for line in lines
    ]
    table.rules["value"] = valid.by_unit(table.here("value"), table.here("unit"))
    checks.fill(book, table, rows, {})
    table.sheet.freeze(table.first)
    table.sheet.repeat(table.head, table.head)
    for line in lines:
        book.name(line.name, table.find("value", as_word(line.name)))


def _lines(figures: Figures) -> list[_Line]:
    plan, content = figures.plan, figures.content
    basis = assumptions(plan, content)
    catalogue = content.catalogue(plan.costs.catalogue)
    own = plan.benefits
    return [
        _Line(
            _("Saker per måned"),
            names.CASES,
            plan.mapping.cases_per_month,
            _("saker"),
            Look.MEASURED,
            _("Kartleggingen") if plan.mapping.cases_per_month is not None else _("mangler"),
        ),
        _Line(
            _("Timer i et årsverk"),
            names.HOURS_PER_FTE,
            basis.hours_per_fte,
            _("timer"),
            Look.MEASURED,
            origin(content, own.hours_per_fte, "hours-per-fte"),
        ),
        _Line(
            _("Kostnad per time"),
            "Timekostnad",
            basis.hourly_cost,
            _("kroner"),
            Look.ORE,
            origin(content, own.hourly_cost, "hourly-cost"),
        ),
        _Line(
            _("Kalkulasjonsrente (realrente)"),
            "Kalkulasjonsrente",
            basis.discount_percent / HUNDRED,
            _("prosent per år"),
            Look.FINE_PERCENT,
            origin(content, own.discount_percent, "discount-percent"),
        ),
        _Line(
            _("Prisvekst i kostnadene"),
            "Prisvekst",
            figures.costs.index_factor - 1,
            _("prosent per år"),
            Look.FINE_PERCENT,
            origin(content, plan.costs.index_percent, "index-percent"),
        ),
        _Line(
            _("Mva-sats"),
            "Mva_sats",
            catalogue.vat_percent / HUNDRED,
            _("prosent"),
            Look.FINE_PERCENT,
            source_words(content, catalogue.sources) or catalogue.label,
        ),
        _Line(
            _("Måneder det første året"),
            names.FIRST_MONTHS,
            figures.costs.months_first_year,
            _("måneder"),
            Look.MEASURED,
            _("Fra og med påkoblingsmåneden"),
        ),
    ]


def origin(content: Handbook, own: Decimal | None, assumption_id: str) -> str:
    """Return where a figure comes from: the office, a source, or an assumption of ours with its reason."""
    if own is not None:
        return _("Egen verdi")
    assumption = content.assumption_index[assumption_id]
    told = source_words(content, assumption.sources) or _("Vår antakelse")
    return f"{told}. {assumption.why}" if assumption.why else told


def source_words(content: Handbook, sources: tuple[Source, ...]) -> str:
    """Return the documents that a figure comes from; assumptions of ours are none."""
    return ", ".join(content.source_label(source) for source in sources if source.document is not Document.OWN)
