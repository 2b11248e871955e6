"""The benefits as lists show them: in groups, with what each is worth, what is measured, and what remains."""

from collections.abc import Sequence
from decimal import Decimal

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.content import BenefitSpec
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.rules.benefits.measuring import baseline_of
from digisos_wizard.model.rules.benefits.value import saves_time
from digisos_wizard.model.terms import BenefitClass, BenefitType, FreedTimeUse

ITEMS = ("benefits", "items")


def class_words(kind: BenefitClass) -> str:
    """Return what a class of benefits is, in words that need no letter."""
    return {
        BenefitClass.OWN_PRICED: _("Frigjort tid og penger hos oss"),
        BenefitClass.OTHER_BODY: _("For andre"),
        BenefitClass.NOT_PRICED: _("Viktig, men ikke i kroner"),
    }[kind]


def by_class(figures: Figures) -> Sequence[tuple[str, Sequence[Benefit]]]:
    """Return the benefits of every class that has any, under its words."""
    items = figures.plan.benefits.items
    groups = [(class_words(kind), [one for one in items if one.kind is kind]) for kind in BenefitClass]
    return [(words, found) for words, found in groups if found]


def remaining(figures: Figures) -> dict[str, list[str]]:
    """Return what remains of every benefit in a word or two each, by the benefit's id."""
    words = {
        "benefit-title": _("navn"),
        "benefit-owner": _("eier"),
        "benefit-indicator": _("hva dere måler"),
        "benefit-baseline": _("nullpunkt"),
        "benefit-target": _("mål"),
        "time-use-open": _("hva tiden brukes til"),
        "benefit-units": _("antall og pris"),
        "benefit-value": _("verdi"),
        "benefit-importance": _("betydning"),
    }
    found: dict[str, list[str]] = {}
    for one in figures.findings_at(StepKey.BENEFITS, least=Severity.MISSING):
        if one.address[:2] == ITEMS and len(one.address) > len(ITEMS):
            found.setdefault(one.address[2], []).append(words.get(one.rule, _("noe å rette")))
    return found


def owner_words(figures: Figures, benefit: Benefit) -> str:
    """Return who owns a benefit, empty where nobody does."""
    names = {person.id: person.name for person in figures.plan.people.persons}
    return names.get(benefit.owner or "", "") or benefit.owner_body


def worth(figures: Figures, benefit: Benefit) -> tuple[str, str]:
    """Return what a benefit is worth in a whole year, and what is to be said of it."""
    if benefit.disadvantage and benefit.kind is BenefitClass.NOT_PRICED:
        return _("Ulempe"), ""
    if benefit.kind is BenefitClass.NOT_PRICED:
        if benefit.importance is None:
            return "–", ""
        level = figures.content.option_label("Level", benefit.importance.value)
        return _("{level} betydning").format(level=level), ""
    years = figures.benefits.of(benefit.id)
    if not years:
        return "–", ""
    year = years[said.whole_year(figures.benefits)]
    if saves_time(benefit) and benefit.use is FreedTimeUse.UNDECIDED:
        return formatting.hours(year.hours), _("ikke i kroner ennå")
    if year.counted is None:
        return "–", ""
    note = said.of_year(benefit, year, figures.benefits.first_year + year.year_index)
    return formatting.money(year.counted), note


def measured(figures: Figures, benefit: Benefit) -> tuple[str, str]:
    """Return from where to where the indicator shall go, and its unit; empty where neither is set."""
    start = baseline_of(benefit, figures.plan.mapping)
    if start is None and benefit.target is None:
        return "", ""
    return f"{_number(start)} → {_number(benefit.target)}", benefit.indicator_unit


def together(figures: Figures) -> str:
    """Return what the office's own benefits are worth in a whole year, and the hours that aren't kroner yet."""
    result = figures.benefits
    if not result.rows or not figures.plan.benefits.items:
        return ""
    position = said.whole_year(result)
    amount = result.rows[position].gross_benefit
    hours = sum(
        (
            result.of(one.id)[position].hours
            for one in figures.plan.benefits.items
            if saves_time(one) and one.use is FreedTimeUse.UNDECIDED and result.of(one.id)
        ),
        Decimal(0),
    )
    if hours:
        return _("{amount} og {hours}").format(amount=formatting.money(amount), hours=formatting.hours(hours))
    return formatting.money(amount)


def count(figures: Figures) -> str:
    """Return how many benefits there are."""
    number = len(figures.plan.benefits.items)
    return ngettext("{count} gevinst", "{count} gevinster", number).format(count=number)


def explained(figures: Figures, benefit: Benefit) -> str:
    """Return what a benefit is worth in a sentence; empty where it isn't reckoned in hours or kroner."""
    if benefit.kind is BenefitClass.NOT_PRICED:
        return ""
    text, note = worth(figures, benefit)
    if text == "–":
        return _("Verdien kan ikke regnes ut ennå.")
    year = figures.benefits.first_year + said.whole_year(figures.benefits)
    if saves_time(benefit) and benefit.use is FreedTimeUse.UNDECIDED:
        words = _("{hours} i {year} er ikke kroner før dere velger hva de brukes til.")
        return words.format(hours=text, year=year)
    words = _("{amount} i {year}.").format(amount=text, year=year)
    return f"{words} {note.capitalize()}.".strip() if note else words


def reckoned_in(spec: BenefitSpec) -> str:
    """Return how a benefit of the catalogue is told: in hours, in kroner, or in its own unit."""
    if spec.kind is BenefitClass.OWN_PRICED:
        return _("regnes i timer") if spec.type is BenefitType.INDIRECT else _("regnes i kroner")
    return _("måles i {unit}").format(unit=spec.indicator_unit)


def _number(value: Decimal | None) -> str:
    return "–" if value is None else formatting.number(value)
