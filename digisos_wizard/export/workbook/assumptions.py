"""Sheet `Forutsetninger`: every figure that the rest is computed from, in a named cell, with where it comes from."""

from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import RampYear
from digisos_wizard.model.content import Content as Handbook
from digisos_wizard.model.content import Document, Source
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits.basis import assumptions

HUNDRED = Decimal(100)
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Basis:
    """Names of single assumptions, and for each year of the horizon the cells of its shares."""

    cases: str
    hours_per_fte: str
    hourly_cost: str
    discount: str
    index: str
    vat: str
    months: str
    project_cost: str
    digital: tuple[str, ...]
    attachments: tuple[str, ...]
    part_of_year: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One assumption as the sheet writes it."""

    label: str
    name: str
    value: Decimal | int | None
    unit: str
    look: Look
    origin: str


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Forutsetninger"), (44, 16, 22, 22, 76))


def write(book: Book, sheet: Sheet) -> Basis:
    """Fill the sheet and return where the assumptions stand."""
    sheet.title(
        _("Forutsetninger"),
        _(
            "Endrer du et tall i en lyseblå celle, regnes resten av arbeidsboken på nytt. "
            "Hver celle har et navn som brukes i formlene."
        ),
    )
    columns = (
        Column(_("Forutsetning")),
        Column(_("Verdi"), Look.NUMBER),
        Column(_("Enhet")),
        Column(_("Navn i formler")),
        Column(_("Hvor tallet kommer fra")),
    )
    sheet.head(columns)
    sheet.freeze(sheet.row)
    sheet.repeat(sheet.row - 1, sheet.row - 1)
    names = {}
    for line in _lines(book.figures):
        contents = (line.label, line.value, line.unit, line.name, line.origin)
        sheet.make_room(contents)
        for column, content in enumerate(contents):
            looks = (Look.CELL, line.look, Look.INPUT) if column == 1 else (Look.CELL,)
            sheet.put(sheet.row, column, content, *looks)
        names[line.name] = book.name(line.name, sheet.ref(sheet.row, 1))
        sheet.row += 1
    sheet.row += 1
    digital, attachments, parts = _ramp(book, sheet)
    return Basis(
        cases=names["Saker_per_måned"],
        hours_per_fte=names["Timer_per_årsverk"],
        hourly_cost=names["Timekostnad"],
        discount=names["Kalkulasjonsrente"],
        index=names["Prisvekst"],
        vat=names["Mva_sats"],
        months=names["Måneder_første_år"],
        project_cost=names["Prosjektkostnad"],
        digital=digital,
        attachments=attachments,
        part_of_year=parts,
    )


def _lines(figures: Figures) -> list[_Line]:
    plan, content = figures.plan, figures.content
    basis = assumptions(plan, content)
    catalogue = content.catalogue(plan.costs.catalogue)
    own = plan.benefits
    return [
        _Line(
            _("Saker per måned"),
            "Saker_per_måned",
            plan.mapping.cases_per_month,
            _("saker"),
            Look.NUMBER,
            _("Kartleggingen") if plan.mapping.cases_per_month is not None else _("mangler"),
        ),
        _Line(
            _("Timer i et årsverk"),
            "Timer_per_årsverk",
            basis.hours_per_fte,
            _("timer"),
            Look.NUMBER,
            _origin(content, own.hours_per_fte, "hours-per-fte"),
        ),
        _Line(
            _("Kostnad per time"),
            "Timekostnad",
            basis.hourly_cost,
            _("kroner"),
            Look.KRONER,
            _origin(content, own.hourly_cost, "hourly-cost"),
        ),
        _Line(
            _("Kalkulasjonsrente (realrente)"),
            "Kalkulasjonsrente",
            basis.discount_percent / HUNDRED,
            _("per år"),
            Look.FINE_PERCENT,
            _origin(content, own.discount_percent, "discount-percent"),
        ),
        _Line(
            _("Prisvekst i kostnadene"),
            "Prisvekst",
            figures.costs.index_factor - 1,
            _("per år"),
            Look.FINE_PERCENT,
            _origin(content, plan.costs.index_percent, "index-percent"),
        ),
        _Line(
            _("Mva-sats"),
            "Mva_sats",
            catalogue.vat_percent / HUNDRED,
            "",
            Look.FINE_PERCENT,
            source_words(content, catalogue.sources) or catalogue.label,
        ),
        _Line(
            _("Måneder det første året"),
            "Måneder_første_år",
            figures.costs.months_first_year,
            _("måneder"),
            Look.NUMBER,
            _("Fra og med påkoblingsmåneden"),
        ),
        _Line(
            _("Egen prosjektkostnad"),
            "Prosjektkostnad",
            plan.costs.project_cost,
            _("kroner"),
            Look.KRONER,
            _("Lagt inn under Kostnader") if plan.costs.project_cost is not None else _("mangler, regnes som 0"),
        ),
    ]


def _origin(content: Handbook, own: Decimal | None, assumption_id: str) -> str:
    """Return where a figure comes from: the office, a source, or an assumption of ours with its reason."""
    if own is not None:
        return _("Egen verdi")
    assumption = content.assumption_index[assumption_id]
    told = source_words(content, assumption.sources) or _("Vår antakelse")
    return f"{told}. {assumption.why}" if assumption.why else told


def source_words(content: Handbook, sources: tuple[Source, ...]) -> str:
    """Return the documents that a figure comes from; assumptions of ours are none."""
    return ", ".join(content.source_label(source) for source in sources if source.document is not Document.OWN)


def _ramp(book: Book, sheet: Sheet) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    figures = book.figures
    basis = assumptions(figures.plan, figures.content)
    own = {row.id: row for row in figures.plan.benefits.ramp}
    first_part = Decimal(figures.costs.months_first_year) / MONTHS
    sheet.heading(
        _("Opptrapping per år"),
        _(
            "Andelen som søker digitalt, og hvor stor del av dem som også sender vedleggene digitalt. "
            "Vedlegg på papir må fortsatt skannes."
        ),
    )
    columns = (
        Column(_("År")),
        Column(_("Søker digitalt"), Look.PERCENT, editable=True),
        Column(_("Av dem: digitale vedlegg"), Look.PERCENT, editable=True),
        Column(_("Del av året"), Look.FACTOR),
        Column(_("Hvor tallene kommer fra")),
    )
    parts: list[Content] = [Formula("Måneder_første_år/12", first_part), *[Decimal(1)] * (basis.years - 1)]
    rows = sheet.table(
        columns,
        [
            (
                str(figures.costs.first_year + year),
                basis.digital[year] / HUNDRED,
                basis.attachments[year] / HUNDRED,
                parts[year],
                _ramp_origin(figures.content, own.get(str(year + 1)), year + 1),
            )
            for year in range(basis.years)
        ],
    )
    years = range(rows.first, rows.last + 1)
    digital, attachments, part = (tuple(sheet.ref(row, column) for row in years) for column in (1, 2, 3))
    return digital, attachments, part


def _ramp_origin(content: Handbook, row: RampYear | None, year: int) -> str:
    digital = _origin(content, row.digital_percent if row else None, f"digital-percent.{year}")
    attachments = _origin(content, row.attachment_percent if row else None, f"attachment-percent.{year}")
    if digital == attachments:
        return digital
    return _("Søker digitalt: {digital} Vedlegg: {attachments}").format(digital=digital, attachments=attachments)
