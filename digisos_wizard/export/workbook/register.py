"""Sheet `Gevinstplan`: the one home of every benefit, with what it is worth, used for and owned by.

All other sheets find what they need here by the benefit's number; tables A, C, D and E of the public templates.
"""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.export.workbook import checks, said, valid
from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import Content, as_word
from digisos_wizard.export.workbook.check import Check
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Own, Row, Shown, Table
from digisos_wizard.export.workbook.tables import Tables
from digisos_wizard.export.workbook.words import Words
from digisos_wizard.i18n import _
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.returned import follow_up_titles
from digisos_wizard.model.rules.benefits import reckoning as rules
from digisos_wizard.model.rules.benefits.value import HUNDRED, saves_time
from digisos_wizard.model.terms import BenefitArea, BenefitClass, BenefitMethod, BenefitType, FreedTimeUse, Level

SPARE = 6
WIDEST = 3
"""The extent of a benefit runs from −3 to +3."""


def place(book: Book) -> Table:
    """Add the sheet and say where the benefits will stand."""
    words = Words(book.figures)
    fields = (
        Field("nr", _("Nr."), width=8),
        Field("title", _("Gevinst"), width=30),
        Field("kind", _("Klasse"), Look.CENTRED, 10, words=tuple(kind.value for kind in BenefitClass)),
        Field("bad", _("Ulempe"), Look.CENTRED, 10, words=yes_no()),
        Field("text", _("Beskrivelse"), width=36),
        Field("product", _("Henger på"), width=20),
        Field("area", _("Oppstår hos"), width=18, words=tuple(words.area(area) for area in BenefitArea)),
        Field("type", _("Type"), width=13, words=tuple(words.type(kind) for kind in BenefitType)),
        Field("owner", _("Gevinsteier"), width=24),
        Field("body", _("Virksomhet"), width=18),
        Field("contact", _("Kontakt"), width=18),
        Field("method", _("Metode"), width=16, words=methods(book.figures)),
        Field("quantity", _("Mengde"), Look.MEASURED, 11),
        Field("unit", _("Enhet"), width=16),
        Field("price", _("Kroner per enhet"), Look.ORE, 13),
        Field("low", _("Lav"), Look.ORE, 15),
        Field("expected", _("Forventet"), Look.ORE, 15),
        Field("high", _("Høy"), Look.ORE, 15),
        Field("low_part", _("Lav, del av forventet"), Look.FINE_PERCENT, 13),
        Field("high_part", _("Høy, del av forventet"), Look.FINE_PERCENT, 13),
        Field("start", _("Virker fra"), Look.DATE, 13),
        Field("worth", _("Verdi per år"), Look.KRONER, 15, computed=True),
        Field("use", _("Bruk"), width=18, words=tuple(words.use(use) for use in FreedTimeUse)),
        Field("use_from", _("Brukes fra"), Look.DATE, 13),
        Field("use_note", _("Nærmere om bruken"), width=30),
        Field("importance", _("Viktighet"), width=11, words=tuple(words.all_levels())),
        Field("extent", _("Omfang"), Look.MEASURED, 10),
        Field("effect", _("Virkning"), Look.CENTRED, 11, computed=True),
        Field("reason", _("Begrunnelse"), width=30),
        Field("risk", _("Risiko"), width=10, words=tuple(words.all_levels())),
        Field("preconditions", _("Forutsetninger"), width=30),
        Field("order", _("Rekkefølge"), Look.NUMBER, 11, computed=True),
        Field("name", _("Vises som"), width=30, computed=True),
    )
    sheet = book.sheet(follow_up_titles().register, [field.width for field in fields])
    year = book.figures.benefits.first_year + book.figures.benefits.years - 1
    sheet.title(
        follow_up_titles().register,
        _(
            "Her står hver gevinst og ulempe én gang. Det du endrer her, endres i alle ark. {letters} Verdi per år "
            "er kroner i {year}. Ny gevinst: fyll ut en tom rad nederst."
        ).format(letters=benefit_letters(), year=year),
    )
    return Table(sheet, "Gevinster", fields, len(book.figures.plan.benefits.items), SPARE)


def yes_no() -> tuple[str, str]:
    """Return the words for yes and no."""
    return _("Ja"), _("Nei")


def methods(figures: Figures) -> tuple[str, ...]:
    """Return the words for how a benefit is valued."""
    return tuple(figures.content.option_label("BenefitMethod", method.value) for method in BenefitMethod)


def time_word(figures: Figures) -> str:
    """Return the word for freed time, as formulas compare with it."""
    return as_word(figures.content.option_label("BenefitMethod", BenefitMethod.SAVED_TIME.value))


def title_of(benefit: Benefit) -> str:
    """Return a benefit's title as it is shown; a disadvantage says so."""
    title = benefit.title or _("Uten navn")
    return _("{title} (ulempe)").format(title=title) if benefit.disadvantage else title


def write(book: Book, tables: Tables) -> None:
    """Write the benefits."""
    figures, table = book.figures, tables.register
    items = figures.plan.benefits.items
    last = figures.benefits.years - 1
    levels = Words(figures).all_levels()

    def order(own: Own) -> str:
        keys = table.column("nr")
        return f"SUMPRODUCT((LEN({keys})>0)*(ROW({keys})<=ROW({own('nr')})))-1"

    def name(own: Own) -> str:
        title = f"IF(LEN({own('title')})=0,{said.nameless()},{own('title')})"
        # The words around the title are those of `title_of`.
        before, after = _("{title} (ulempe)").split("{title}")
        bad = f"{as_word(before)}&{title}&{as_word(after)}" if before else f"{title}&{as_word(after)}"
        return f"IF({own('bad')}={said.yes()},{bad},{title})"

    def worth(own: Own) -> str:
        found = tables.years.find(f"y{last}", own("nr"))
        unpriced = as_word(BenefitClass.NOT_PRICED.value)
        return f"IF({own('kind')}={unpriced},{said.unpriced()},{found})"

    rows = [_row(figures, item, number) for number, item in enumerate(items, start=1)]
    formulas = {"order": order, "name": name, "worth": worth, "effect": lambda own: _effect(own, levels)}
    own = table.own(table.first)
    kind, method = (f"{own('kind')}={as_word(BenefitClass.OWN_PRICED.value)}", f"{own('method')}={time_word(figures)}")
    table.rules["quantity"] = valid.share_where(own("quantity"), f"AND({kind},{method})")
    table.rules["extent"] = valid.scale(-WIDEST, WIDEST)
    checks.fill(book, table, rows, formulas)
    table.hide("order", "name")
    table.sheet.break_columns()
    table.sheet.freeze(table.first, 2)
    table.sheet.repeat(table.head, table.head)
    waits = [(_("mangler"), book.signals["wait"])]
    table.signal("worth", waits)
    table.signal("effect", waits)
    table.signal("use", [(Words(figures).use(FreedTimeUse.UNDECIDED), book.signals["wait"])])
    _checks(book, table)
    if not items:
        table.sheet.note(_("Ingen gevinster er lagt inn ennå."))


def _checks(book: Book, table: Table) -> None:
    figures = book.figures
    times, kinds, quantities = (table.column(key) for key in ("method", "kind", "quantity"))
    saved = f"({times}={time_word(figures)})*({kinds}={as_word(BenefitClass.OWN_PRICED.value)})"
    keys = table.column("nr")
    over = f"{saved}*ISNUMBER({quantities})*({quantities}>1)"
    book.checks += [
        Check(
            _("Gevinstplan: mengden av frigjort tid er prosent"),
            f"SUMPRODUCT({over})=0",
            checks.named(_("Mengden av frigjort tid er over 100 prosent for "), over, keys),
        ),
        Check(
            _("Gevinstplan: alle gevinster har nummer og klasse"),
            f"SUMPRODUCT(((LEN({keys})>0)<>(LEN({kinds})>0))*1)=0",
            as_word(_("En gevinst i arket Gevinstplan mangler nummer eller klasse.")),
        ),
    ]


def _row(figures: Figures, item: Benefit, number: int) -> Row:
    words = Words(figures)
    time = saves_time(item)
    last = figures.benefits.of(item.id)[-1].counted
    quantity: Content | Shown = item.quantity
    if time and item.quantity is not None:
        quantity = Shown(item.quantity / HUNDRED, Look.FINE_PERCENT)
    return {
        "nr": item.number,
        "title": item.title,
        "kind": item.kind.value,
        "bad": item.disadvantage,
        "text": item.description,
        "product": item.product,
        "area": words.area(item.area),
        "type": words.type(item.type),
        "owner": words.person(item.owner),
        "body": item.owner_body,
        "contact": item.contact,
        "method": figures.content.option_label("BenefitMethod", item.method.value) if item.method else "",
        "quantity": quantity,
        "unit": item.unit or (_("prosent av frigjort tid") if time else ""),
        "price": item.unit_cost,
        "low": item.low,
        "expected": item.expected,
        "high": item.high,
        "low_part": share(item.low_percent),
        "high_part": share(item.high_percent),
        "start": item.start_on,
        "worth": _("ikke prissatt") if item.kind is BenefitClass.NOT_PRICED else _("mangler") if last is None else last,
        "use": words.use(item.use),
        "use_from": item.use_from,
        "use_note": item.use_note,
        "importance": words.level(item.importance),
        "extent": None if item.extent is None else Decimal(item.extent),
        "effect": _signs(item),
        "reason": item.reason,
        "risk": words.level(item.risk),
        "preconditions": item.preconditions,
        "order": number,
        "name": title_of(item),
    }


def share(percent: Decimal | None) -> Decimal | None:
    """Return a per cent as the share that cells count in."""
    return None if percent is None else percent / HUNDRED


def _effect(own: Own, levels: Sequence[str]) -> str:
    """Return the formula for the signs of importance × extent, of what is not priced."""
    importance, extent = own("importance"), own("extent")
    weights = "+".join(f"{number}*({importance}={as_word(level)})" for number, level in enumerate(levels, start=1))
    product = f"({weights})*{extent}"
    count = f"LOOKUP(ABS({product}),{{1,3,6,9}},{{1,2,3,4}})"
    signs = f'IF({product}=0,"0",REPT(IF({extent}>0,"+","−"),{count}))'
    known = f"IF(ABS({extent})>{WIDEST},{said.outside()},{signs})"
    text = f"IF(OR({weights}=0,NOT(ISNUMBER({extent}))),{said.missing()},{known})"
    return f'IF({own("kind")}<>{as_word(BenefitClass.NOT_PRICED.value)},"–",{text})'


def _signs(item: Benefit) -> str:
    if item.kind is not BenefitClass.NOT_PRICED:
        return "–"
    if item.importance is None or item.extent is None:
        return _("mangler")
    if abs(item.extent) > WIDEST:
        return _("utenfor skalaen")
    return rules.signs(list(Level).index(item.importance) + 1, item.extent)
