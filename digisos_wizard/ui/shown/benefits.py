"""What the benefits page shows: key figures, rows, and which fields a benefit has a use for."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.rules.benefits.measuring import measured_at
from digisos_wizard.model.rules.benefits.value import saves_time
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, Outlook, TaskState
from digisos_wizard.ui.parts.figures import KeyFigure
from digisos_wizard.ui.parts.rows import cells
from digisos_wizard.ui.parts.rows_view import RowView

ITEMS = ("benefits", "items")
RAMP = ("benefits", "ramp")
POINTS = ("benefits", "measuring_points")
STAKEHOLDERS = ("benefits", "stakeholders")
ASKED_SOMETIMES = (
    "method", "quantity", "unit", "unit_cost", "low", "expected", "high", "low_percent", "high_percent",
    "use", "use_from", "use_note", "importance", "extent", "reason", "contact", "owner_body",
)  # fmt: skip
"""Fields that only some benefits have a use for."""
USE = frozenset(("use", "use_from", "use_note"))
RANGE = frozenset(("low_percent", "high_percent"))


def relevant_fields(benefit: Benefit) -> frozenset[str]:
    """Return which of ASKED_SOMETIMES a benefit is asked for, by its class and how its value is found."""
    outside = frozenset(("contact", "owner_body")) if benefit.kind is not BenefitClass.OWN_PRICED else frozenset()
    if benefit.kind is BenefitClass.NOT_PRICED:
        return outside | {"importance", "extent", "reason"}
    if saves_time(benefit):
        return USE | RANGE | {"method", "quantity"}
    use = USE if benefit.kind is BenefitClass.OWN_PRICED else frozenset()
    if benefit.method is BenefitMethod.AVOIDED_COST:
        return outside | use | RANGE | {"method", "quantity", "unit", "unit_cost"}
    return outside | use | {"method", "low", "expected", "high"}


def band(figures: Figures) -> Sequence[KeyFigure]:
    """Return the key figures: freed time, net, present value, pay-back."""
    result = figures.benefits
    last = result.rows[-1] if result.rows else None
    unfinished = "" if result.complete else _("ufullstendig")
    payback = _("over {years} år").format(years=result.years)
    if result.payback_month is not None:
        payback = _("måned {count}").format(count=result.payback_month)
    uncounted = ""
    if result.uncounted_hours:
        uncounted = _("{hours} uten bestemt bruk").format(hours=formatting.hours(result.uncounted_hours))
    if not result.claimed:
        uncounted = _("ingen gevinst bruker tiden ennå")
    return [
        KeyFigure(
            said.freed(result),
            formatting.hours(last.saved_hours) if last else "–",
            uncounted
            or (_("{count} årsverk").format(count=formatting.number(last.full_time_equivalents, 1)) if last else ""),
        ),
        KeyFigure(
            _("Netto {years} år").format(years=result.years),
            formatting.money(last.cumulative) if last else "–",
            unfinished,
        ),
        KeyFigure(_("Nåverdi"), formatting.money(result.net_present_value) if last else "–", unfinished),
        KeyFigure(_("Tjent inn"), payback if last else "–", _("regnet fra påkoblingen")),
    ]


def benefit_rows(figures: Figures) -> list[RowView]:
    """Return the benefits, with what each is worth in a whole year."""
    rows = []
    for benefit in figures.plan.benefits.items:
        address = (*ITEMS, benefit.id)
        (owner,) = cells(figures, address, "owner")
        years = figures.benefits.of(benefit.id)
        year = years[said.whole_year(figures.benefits)] if years else None
        worth = formatting.money(year.counted) if year is not None and year.counted is not None else "–"
        note = said.of_year(benefit, year, figures.benefits.first_year + year.year_index) if year is not None else ""
        if note:
            worth = f"{worth} ({note})"
        if benefit.kind is BenefitClass.NOT_PRICED:
            worth = _("ikke prissatt")
        rows.append(
            RowView(
                benefit.id,
                address,
                (benefit.number, benefit.title or _("Uten navn"), owner or benefit.owner_body or _("Mangler"), worth),
            )
        )
    return rows


def year_rows(figures: Figures) -> list[RowView]:
    """Return the years of the plan with freed time and money."""
    return [
        RowView(
            str(year.year),
            ("benefits",),
            (
                str(year.year),
                formatting.hours(year.saved_hours),
                formatting.money(year.gross_benefit),
                formatting.money(year.project_cost + year.operating_cost),
                formatting.money(year.net),
                formatting.money(year.cumulative),
            ),
        )
        for year in figures.benefits.rows
    ]


def ramp_rows(figures: Figures) -> list[RowView]:
    """Return the shares of each year, own or assumed."""
    rows = []
    index = figures.content.assumption_index
    for position, year in enumerate(figures.benefits.rows, start=1):
        address = (*RAMP, str(position))
        digital, attachments = cells(figures, address, "digital_percent", "attachment_percent")
        shown = []
        for own, assumption in (
            (digital, f"digital-percent.{position}"),
            (attachments, f"attachment-percent.{position}"),
        ):
            default = index.get(assumption)
            shown.append(
                f"{own} %"
                if own
                else _("{percent} % (anslag)").format(percent=formatting.number(default.value))
                if default
                else "–"
            )
        rows.append(RowView(str(position), address, (str(year.year), *shown)))
    return rows


def outcome_rows(figures: Figures) -> list[RowView]:
    """Return how it may turn out: badly, as expected, well, and weighed as in the plan."""
    months = _("måned {count}")
    never = _("over {years} år").format(years=figures.benefits.years)
    names = {Outlook.LOW: _("Går dårlig"), Outlook.EXPECTED: _("Som forventet"), Outlook.HIGH: _("Går bra")}
    found = [
        (outcome.outlook.value, names[outcome.outlook], outcome.rows, outcome.net_present_value, outcome.payback_month)
        for outcome in figures.outcomes
    ]
    planned = figures.benefits
    found.append(("plan", _("Veid, brukt i planen"), planned.rows, planned.net_present_value, planned.payback_month))
    return [
        RowView(
            key,
            ("benefits",),
            (
                name,
                formatting.money(rows[-1].cumulative) if rows else "–",
                formatting.money(value),
                never if month is None else months.format(count=month),
            ),
        )
        for key, name, rows, value, month in found
    ]


def point_rows(figures: Figures) -> list[RowView]:
    """Return the measuring points with their day and how much has been measured."""
    rows = []
    indicated = [item for item in figures.plan.benefits.items if item.indicator]
    for point in figures.measuring_points:
        done = sum(measured_at(item, point.spec.id) is not None for item in indicated)
        when = formatting.day(point.day) if point.day is not None else _("når påkoblingsdagen er satt")
        told = _("{done} av {count}").format(done=done, count=len(indicated))
        state = TaskState.DONE if indicated and done == len(indicated) else TaskState.OPEN
        title = _("Etter {label}").format(label=point.spec.label)
        rows.append(RowView(point.spec.id, (*POINTS, point.spec.id), (title, when, told), state))
    return rows


def status_rows(figures: Figures) -> list[RowView]:
    """Return how far every benefit's indicator has come."""
    rows = []
    for status in figures.statuses:
        item, last = status.benefit, status.last
        value = last.value if last is not None else None
        rows.append(
            RowView(
                item.id,
                (*ITEMS, item.id, "baseline"),
                (
                    item.number,
                    item.indicator or _("Indikator mangler"),
                    _number(status.baseline),
                    _number(item.target),
                    _number(value),
                    _number(status.deviation),
                    status.words,
                ),
                tip=item.title,
            )
        )
    return rows


def _number(value: Decimal | None) -> str:
    return formatting.number(value) if value is not None else "–"


def stakeholder_rows(figures: Figures) -> list[RowView]:
    """Return whom the benefits depend on."""
    rows = []
    words = {-1: _("Mot"), 0: _("Nøytral"), 1: _("For")}
    for person in figures.plan.benefits.stakeholders:
        address = (*STAKEHOLDERS, person.id)
        name, influence, strategy = cells(figures, address, "name", "influence", "strategy")
        attitude = words.get(person.attitude, "–") if person.attitude is not None else "–"
        rows.append(RowView(person.id, address, (name or _("Uten navn"), influence or "–", attitude, strategy)))
    return rows
