"""What it costs by who invoices and when, with and without VAT; what is missing in the sums; and who pays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digisos_wizard.export.document.model import Block, Cell, Column, Heading, Look, Room, Table, Text
from digisos_wizard.export.memo.limits import Limits, clipped, joined, listed
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.costs import bridge
from digisos_wizard.model.rules.costs.payers import at_merger
from digisos_wizard.model.rules.costs.result import CostLine, Total
from digisos_wizard.model.rules.days import connected_before
from digisos_wizard.model.terms import CostKind, CostTiming, FinancingState, Invoicer

SIGNED = 6
"""Millimetres to sign in, in a row of the table."""
MOST_SOURCES = 2
"""So many sources of money for one cost are told apart; more are only said to differ."""


@dataclass(frozen=True, slots=True)
class Part:
    """A column's share of the costs: when and how often; None is all of them."""

    timing: CostTiming | None
    year_index: int | None

    def total(self, figures: Figures, invoicer: Invoicer | None = None) -> Total:
        """Return the sum of the lines in the column."""
        return figures.costs.total(invoicer=invoicer, year_index=self.year_index, timing=self.timing)

    def holds(self, line: CostLine, invoicer: Invoicer | None) -> bool:
        """Tell whether a line belongs in the column, in the row of the invoicer."""
        return (
            (invoicer is None or line.invoicer is invoicer)
            and (self.timing is None or line.timing is self.timing)
            and (self.year_index is None or line.year_index == self.year_index)
        )


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the part about costs."""
    yield Heading(_("Kostnader"), room=22)
    if not figures.costs.lines:
        yield Text(_("Ufullstendig. Kostnadene kan ikke regnes ut før kommunen er lagt inn i planen."))
        return
    yield _table(figures)
    yield Room(1.5)
    missing = missing_prices(figures, limits)
    if missing:
        text = _("Summene dekker bare det som er kjent. Dette mangler: {what}.").format(what=missing)
        yield Text(text, label=_("Ufullstendig."))
    yield Text(" ".join(_basis(figures, limits)), look=Look.SMALL)


def span(figures: Figures) -> str:
    """Return the years that costs are counted over: "2027–2031", or the only one."""
    costs = figures.costs
    last = costs.first_year + costs.years - 1
    return str(last) if costs.years == 1 else f"{costs.first_year}–{last}"


def missing_prices(figures: Figures, limits: Limits) -> str:
    """Return the costs without a price, each with the municipalities it is missing for where that isn't all."""
    places: dict[str, list[str]] = {}
    for line in figures.costs.lines:
        if line.net is None and line.municipality not in places.setdefault(line.label, []):
            places[line.label].append(line.municipality)
    every = len(figures.costs.payers)
    found = []
    for label, ids in places.items():
        name = clipped(label, limits.name, limits.lines)
        found.append(name if len(ids) == every else f"{name} ({where(figures, ids, limits)})")
    return joined(found, limits.questions)


def where(figures: Figures, ids: Sequence[str], limits: Limits) -> str:
    """Return the names of a few municipalities, of many only how many they are."""
    if len(ids) > 3:
        return _("{count} av {every} kommuner").format(count=len(ids), every=len(figures.plan.decision.municipalities))
    names = {payer.id: payer.name for payer in figures.costs.payers}
    return listed([names.get(place) or municipality_name(figures.plan, place) for place in ids], limits)


def shares(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield what each municipality pays, with room for it to sign."""
    costs = figures.costs
    wanted: list[int | None] = [0] if costs.years == 1 else [0, None]
    years = [str(costs.first_year), span(figures)]
    columns = [
        Column(_("Kommune"), 2.2),
        *(Column(year, 1.3, figures=True) for year, _index in zip(years, wanted, strict=False)),
        Column(_("Dato og kommunedirektørens underskrift"), 3.2),
    ]

    def cell(total: Total) -> str:
        amount = formatting.money(total.net)
        return amount if total.complete else _("{amount} (ufullstendig)").format(amount=amount)

    rows: list[list[Cell]] = [
        [
            clipped(payer.name, limits.name, 1),
            *(cell(costs.total(municipality=payer.id, year_index=year)) for year in wanted),
            [Room(SIGNED)],
        ]
        for payer in costs.payers
    ]
    totals = [costs.total(year_index=year) for year in wanted]
    notes = [
        formatting.rounded_note(
            [costs.total(municipality=payer.id, year_index=year).net for payer in costs.payers], total.net
        )
        for year, total in zip(wanted, totals, strict=True)
    ]
    note = next(filter(None, notes), "")
    label = _("Sum uten mva ({note})").format(note=note) if note else _("Sum uten mva")
    rows.append([label, *(cell(total) for total in totals), ""])
    yield Table(columns, rows, sums=1)


def in_text(figures: Figures, total: Total) -> str:
    """Return a sum for running text, said to be incomplete where it is, and never 0 where nothing is known."""
    if not any(line.net is not None for line in figures.costs.lines):
        return _("ukjent (ufullstendig)")
    words = formatting.kroner(total.net)
    return words if total.complete else _("{amount} (ufullstendig)").format(amount=words)


def _table(figures: Figures) -> Table:
    parts: list[tuple[str, int | None]] = [(str(figures.costs.first_year), 0)]
    if figures.costs.years > 1:
        parts.append((span(figures), None))
    columns = [Column(_("Faktureres av"), 1.25)]
    shares: list[Part] = []
    for years, index in parts:
        for title, timing in (
            (_("Engangs\n{years}"), CostTiming.ONE_OFF),
            (_("Årlig\n{years}"), CostTiming.YEARLY),
            (_("Sum\n{years}"), None),
        ):
            columns.append(Column(title.format(years=years), 1, figures=True))
            shares.append(Part(timing, index))
    rows = [
        [figures.content.option_label("Invoicer", who.value), *(_cell(figures, part, who) for part in shares)]
        for who in Invoicer
    ]
    rows.append([_noted(_("Sum uten mva"), figures, shares), *(_cell(figures, part) for part in shares)])
    rows.append([_("Sum med mva"), *(_cell(figures, part, gross=True) for part in shares)])
    return Table(columns, rows, sums=2)


def _cell(figures: Figures, part: Part, invoicer: Invoicer | None = None, *, gross: bool = False) -> str:
    lines = [line for line in figures.costs.lines if part.holds(line, invoicer)]
    known = any(line.net is not None for line in lines)
    complete = _complete(figures, part, invoicer)
    if not known:
        return "–" if complete else _("mangler")
    total = part.total(figures, invoicer)
    amount = formatting.money(total.gross if gross else total.net)
    return amount if complete else "\n".join((amount, _("ufullstendig")))


def _complete(figures: Figures, part: Part, invoicer: Invoicer | None) -> bool:
    """Tell whether nothing is missing; a case system without an offer has unknown yearly costs too."""
    if not part.total(figures, invoicer).complete:
        return False
    anytime = Part(None, None)
    return not any(
        line.net is None and line.kind is CostKind.CASE_SYSTEM and anytime.holds(line, invoicer)
        for line in figures.costs.lines
        if part.year_index is None or line.year_index <= part.year_index
    )


def _noted(label: str, figures: Figures, shares: Sequence[Part]) -> str:
    """Return the label of the sums, "avrundet" where whole kroner above or beside don't add up to one of them."""
    notes = [
        formatting.rounded_note((part.total(figures, who).net for who in Invoicer), part.total(figures).net)
        for part in shares
    ]
    for part in shares:
        if part.timing is None:
            once, yearly = (Part(timing, part.year_index) for timing in CostTiming)
            for who in (None, *Invoicer):
                pair = (once.total(figures, who).net, yearly.total(figures, who).net)
                notes.append(formatting.rounded_note(pair, part.total(figures, who).net))
    note = next(filter(None, notes), "")
    return f"{label} ({note})" if note else label


def _basis(figures: Figures, limits: Limits) -> Iterator[str]:
    costs, plan = figures.costs, figures.plan
    catalogue = figures.content.catalogue(plan.costs.catalogue)
    name = clipped(catalogue.label, limits.name, limits.lines)
    if catalogue.valid_from is None:
        yield _("Prisene er fra prislisten «{name}», som ikke har dato.").format(name=name)
    elif catalogue.valid_to is not None and catalogue.valid_to < figures.today:
        yield _("Prisene er fra prislisten «{name}», som gjaldt fra {start} til {end}.").format(
            name=name, start=formatting.day(catalogue.valid_from), end=formatting.day(catalogue.valid_to)
        )
    else:
        yield _("Prisene er fra prislisten «{name}», som gjelder fra {start}.").format(
            name=name, start=formatting.day(catalogue.valid_from)
        )
    own = [row.id for row in plan.costs.overrides if row.amount is not None]
    if own:
        labels = [price.label if (price := catalogue.price(price_id)) else price_id for price_id in own]
        yield _("Egen pris er brukt for {what}.").format(what=listed(labels, limits))
    if costs.years > 1 and costs.index_factor != 1:
        growth = formatting.percent((costs.index_factor - 1) * 100)
        yield _("Årlige kostnader er økt med {percent} hvert år.").format(percent=growth)
    beside = [*bridge.left_out(figures.content, costs), *bridge.late(costs), *bridge.no_day(costs)]
    yield from (clipped(text, limits.text, limits.lines) for text in beside[: limits.questions])
    if costs.months_first_year < 12:
        yield _("Drift hos NAV er regnet fra påkoblingsmåneden.")
    yield _("Mva er bare tatt med der prislisten eller tilbudet oppgir det.")
    if plan.costs.project_cost is None:
        yield _("Eget prosjektarbeid er ikke med, og er ikke anslått.")
    else:
        yield from bridge.own_work(costs)


def financing(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield which costs have money, from where, and which don't."""
    yield Heading(_("Finansiering"), room=22)
    financed = in_state(figures, FinancingState.FINANCED, limits)
    opened = in_state(figures, FinancingState.OPEN, limits)
    if financed:
        yield Text(f"{financed}.", label=_("Finansiert:"))
    if opened:
        yield Text(f"{opened}.", label=_("Ikke avklart:"))
    else:
        yield Text(_("Ingen kostnader står uten avklart finansiering."))


def in_state(figures: Figures, state: FinancingState, limits: Limits) -> str:
    """Return the costs in that state, with source, and with municipalities where they differ."""
    found: list[str] = []
    every = [place.id for place in figures.plan.decision.municipalities] or [SHARED]
    for kind in CostKind:
        label = figures.content.option_label("CostKind", kind.value)
        places = _by_source(figures, kind, state, every)
        if len(places) > MOST_SOURCES:
            ids = [place for some in places.values() for place in some]
            whose = f"{where(figures, ids, limits)}: " if len(ids) < len(every) else ""
            several = _("ulike kilder")
            found.append(f"{label} ({whose}{several})")
            continue
        for source, ids in places.items():
            told = [where(figures, ids, limits)] if len(ids) < len(every) else []
            if state is FinancingState.FINANCED:
                told.append(clipped(source, limits.name, limits.lines) or _("kilden er ikke oppgitt"))
            found.append(f"{label} ({': '.join(told)})" if told else label)
    return joined(found, limits.names)


def _by_source(figures: Figures, kind: CostKind, state: FinancingState, every: Sequence[str]) -> dict[str, list[str]]:
    """Return the municipalities whose cost is in that state, by where the money comes from."""
    answers = figures.plan.costs.answers
    places: dict[str, list[str]] = {}
    for place in every:
        answer = answers.of(place)
        paid = connected_before(figures.plan, place)
        if kind is CostKind.DIGIFIN and (answer.digifin_member or paid):
            continue  # a member pays nothing
        if kind is CostKind.CONNECTION_FEE and paid and place not in at_merger(figures.plan):
            continue
        money = getattr(answer, kind.value)
        if money.state is state:
            places.setdefault(money.source if state is FinancingState.FINANCED else "", []).append(place)
    return places
