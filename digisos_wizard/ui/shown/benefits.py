"""What the benefits page shows: key figures, rows, and which fields a benefit has a use for."""

from collections.abc import Sequence

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import BenefitClass, BenefitMethod
from digisos_wizard.ui.parts.figures import KeyFigure
from digisos_wizard.ui.parts.rows import cells
from digisos_wizard.ui.parts.rows_view import RowView

ITEMS = ("benefits", "items")
RAMP = ("benefits", "ramp")
ASKED_SOMETIMES = (
    "method", "quantity", "unit", "unit_cost", "low", "expected", "high", "use", "use_from", "use_note",
    "importance", "extent", "reason",
)  # fmt: skip
"""Fields that only some benefits have a use for."""


def relevant_fields(benefit: Benefit) -> frozenset[str]:
    """Return which of ASKED_SOMETIMES a benefit is asked for, by its class and how its value is found."""
    if benefit.kind is BenefitClass.NOT_PRICED:
        return frozenset(("importance", "extent", "reason"))
    if benefit.method is BenefitMethod.SAVED_TIME:
        return frozenset(("method", "quantity", "use", "use_from", "use_note"))
    if benefit.method is BenefitMethod.AVOIDED_COST:
        return frozenset(("method", "quantity", "unit", "unit_cost", "use", "use_from", "use_note"))
    return frozenset(("method", "low", "expected", "high", "use", "use_from", "use_note"))


def band(figures: Figures) -> Sequence[KeyFigure]:
    """Return the key figures: freed time, net, present value, pay-back."""
    result = figures.benefits
    last = result.rows[-1] if result.rows else None
    unfinished = "" if result.complete else _("ufullstendig")
    payback = _("over {years} år").format(years=result.years)
    if result.payback_month is not None:
        payback = _("måned {count}").format(count=result.payback_month)
    uncounted = (
        _("{hours} uten bestemt bruk").format(hours=formatting.hours(result.uncounted_hours))
        if result.uncounted_hours
        else ""
    )
    return [
        KeyFigure(
            _("Frigjort tid i {year}").format(year=last.year) if last else _("Frigjort tid"),
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
        value = years[min(1, len(years) - 1)].counted if years else None
        worth = formatting.money(value) if value is not None else "–"
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
