"""Sheet `Gevinstplan`: the benefits plan's tables A, C, D, E and F, after the public templates."""

from collections.abc import Sequence

from digisos_wizard.export.workbook.benefit_years import BenefitRefs
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, Formula, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.sheet import Column, Sheet, cell
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits import reckoning as rules
from digisos_wizard.model.terms import BenefitClass, FreedTimeUse, Level, TaskState

WIDTHS = (7, 30, 36, 21, 12, 16, 16, 14, 30)
STATE = 5
WIDEST = 3
"""The extent of a benefit runs from −3 to +3."""


def add(book: Book) -> Sheet:
    """Add the empty sheet."""
    return book.sheet(_("Gevinstplan"), WIDTHS)


def write(book: Book, sheet: Sheet, benefits: BenefitRefs) -> None:
    """Fill the sheet."""
    items = book.figures.plan.benefits.items
    of = {kind: [item for item in items if item.kind is kind] for kind in BenefitClass}
    words = Words(book.figures)
    sheet.title(_("Gevinstplan"))
    sheet.freeze(sheet.row - 1, 2)
    sheet.repeat(0, 0)
    _own(book, sheet, of[BenefitClass.OWN_PRICED], benefits, words)
    _use(book, sheet, of[BenefitClass.OWN_PRICED], words)
    _others(book, sheet, of[BenefitClass.OTHER_BODY], benefits)
    _unpriced(book, sheet, of[BenefitClass.NOT_PRICED], words)
    _measures(book, sheet, items, words)


def title_of(benefit: Benefit) -> str:
    """Return a benefit's title; a disadvantage says so."""
    title = benefit.title or _("Uten navn")
    return _("{title} (ulempe)").format(title=title) if benefit.disadvantage else title


def value_of(figures: Figures, benefit: Benefit, benefits: BenefitRefs) -> Formula:
    """Return a priced benefit's kroner in the last year of the horizon."""
    last = figures.benefits.of(benefit.id)[-1].counted
    return Formula(benefits.values[benefit.id], _("mangler") if last is None else last)


def _own(book: Book, sheet: Sheet, items: Sequence[Benefit], benefits: BenefitRefs, words: Words) -> None:
    figures = book.figures
    sheet.heading(
        _("A. Prissatte gevinster i egen virksomhet"),
        _("Verdien er kroner i {year}, det siste året i perioden, med den opptrappingen som er lagt til grunn.").format(
            year=figures.benefits.first_year + figures.benefits.years - 1
        ),
    )
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Beskrivelse")),
        Column(_("Henger på")),
        Column(_("Mengde"), Look.NUMBER),
        Column(_("Enhet")),
        Column(_("Verdi per år"), Look.KRONER),
        Column(_("Virker fra"), Look.DATE),
        Column(_("Gevinsteier")),
    )
    rows = sheet.table(
        columns,
        [
            (
                item.number,
                title_of(item),
                item.description,
                item.product,
                item.quantity,
                item.unit,
                value_of(figures, item, benefits),
                item.start_on,
                words.person(item.owner) or item.owner_body or _("mangler"),
            )
            for item in items
        ],
        empty=_("Ingen prissatte gevinster ennå."),
    )
    sheet.signal(rows, (6, 8), [(_("mangler"), book.signals["wait"])])
    sheet.row += 1


def _use(book: Book, sheet: Sheet, items: Sequence[Benefit], words: Words) -> None:
    sheet.heading(
        _("C. Hva gevinsten brukes til"),
        _("Frigjort tid blir først til penger eller bedre tjenester når bruken er bestemt."),
    )
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Nærmere om bruken")),
        Column(_("Bruk")),
        Column(_("Fra"), Look.DATE),
    )
    rows = sheet.table(
        (*columns, Column(_("Gevinsteier"))),
        [
            (
                item.number,
                title_of(item),
                item.use_note,
                words.use(item.use),
                item.use_from,
                words.name(item.owner) or _("mangler"),
            )
            for item in items
        ],
        empty=_("Ingen prissatte gevinster ennå."),
    )
    sheet.signal(rows, (3, 3), [(words.use(FreedTimeUse.UNDECIDED), book.signals["wait"])])
    sheet.signal(rows, (5, 5), [(_("mangler"), book.signals["wait"])])
    sheet.row += 1


def _others(book: Book, sheet: Sheet, items: Sequence[Benefit], benefits: BenefitRefs) -> None:
    sheet.heading(_("D. Gevinster i andre offentlige virksomheter"))
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Beskrivelse")),
        Column(_("Virksomhet")),
        Column(_("Mengde"), Look.NUMBER),
        Column(_("Enhet")),
        Column(_("Verdi per år"), Look.KRONER),
        Column(_("Virker fra"), Look.DATE),
        Column(_("Kontakt")),
    )
    rows = sheet.table(
        columns,
        [
            (
                item.number,
                title_of(item),
                item.description,
                item.owner_body,
                item.quantity,
                item.unit,
                value_of(book.figures, item, benefits),
                item.start_on,
                item.contact,
            )
            for item in items
        ],
        empty=_("Ingen gevinster hos andre er lagt inn."),
    )
    sheet.signal(rows, (6, 6), [(_("mangler"), book.signals["wait"])])
    sheet.row += 1


def _unpriced(book: Book, sheet: Sheet, items: Sequence[Benefit], words: Words) -> None:
    sheet.heading(
        _("E. Gevinster som ikke er prissatt"),
        _("Viktighet (1–3) ganger omfang (−3 til +3): 1–2 gir ett tegn, 3–4 to, 6 tre og 9 fire. Skalaen er vår egen."),
    )
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Hvem får hva")),
        Column(_("Viktighet")),
        Column(_("Omfang"), Look.NUMBER),
        Column(_("Virkning"), Look.CENTRED),
        Column(_("Virker fra"), Look.DATE),
        Column(_("Gevinsteier")),
        Column(_("Begrunnelse")),
    )
    first = sheet.row + 1
    rows = sheet.table(
        columns,
        [
            (
                item.number,
                title_of(item),
                item.description,
                words.level(item.importance) or _("mangler"),
                item.extent,
                _effect(item, first + number, words.all_levels()),
                item.start_on,
                words.name(item.owner) or item.owner_body or _("mangler"),
                item.reason,
            )
            for number, item in enumerate(items)
        ],
        empty=_("Ingen gevinster av denne typen er lagt inn."),
    )
    sheet.choose(rows, 3, words.all_levels())
    for column in (3, 5, 7):
        sheet.signal(rows, (column, column), [(_("mangler"), book.signals["wait"])])
    sheet.row += 1


def _effect(item: Benefit, row: int, levels: Sequence[str]) -> Formula:
    """Return the signs for importance × extent."""
    importance, extent = cell(row, 3), cell(row, 4)
    weights = "+".join(f"{number}*({importance}={as_word(level)})" for number, level in enumerate(levels, start=1))
    product = f"({weights})*{extent}"
    missing = as_word(_("mangler"))
    count = f"LOOKUP(ABS({product}),{{1,3,6,9}},{{1,2,3,4}})"
    signs = f'IF({product}=0,"0",REPT(IF({extent}>0,"+","−"),{count}))'
    outside = _("utenfor skalaen")
    known = f"IF(ABS({extent})>{WIDEST},{as_word(outside)},{signs})"
    text = f"IF(OR({weights}=0,NOT(ISNUMBER({extent}))),{missing},{known})"
    if item.importance is None or item.extent is None:
        return Formula(text, _("mangler"))
    if abs(item.extent) > WIDEST:
        return Formula(text, outside)
    return Formula(text, rules.signs(list(Level).index(item.importance) + 1, item.extent))


def _measures(book: Book, sheet: Sheet, items: Sequence[Benefit], words: Words) -> None:
    sheet.heading(_("F. Tiltak"), _("Det som må gjøres for at gevinstene skal komme."))
    columns = (
        Column(_("Nr.")),
        Column(_("Gevinst")),
        Column(_("Tiltak")),
        Column(_("Ansvarlig")),
        Column(_("Frist"), Look.DATE),
        Column(_("Tilstand")),
        Column(_("Risiko")),
        Column(""),
        Column(_("Forutsetninger")),
    )
    contents: list[Sequence[Content]] = [
        (
            item.number,
            title_of(item),
            measure.text,
            words.name(measure.responsible) or _("mangler"),
            measure.deadline,
            words.state(measure.state),
            words.level(measure.risk),
            "",
            measure.preconditions,
        )
        for item in items
        for measure in item.measures
    ]
    rows = sheet.table(columns, contents, empty=_("Ingen tiltak er lagt inn ennå."))
    sheet.choose(rows, STATE, words.all_states())
    sheet.choose(rows, 6, words.all_levels())
    sheet.signal(rows, (3, 3), [(_("mangler"), book.signals["wait"])])
    sheet.signal(rows, (STATE, STATE), [(words.state(TaskState.DONE), book.signals["good"])])
