"""What a measured value says, as formulas: a benefit goes towards its target, a disadvantage keeps within its limit."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.export.workbook.cells import Plain, as_word
from digisos_wizard.export.workbook.look import Look
from digisos_wizard.export.workbook.table import Field, Own, Shown, Text
from digisos_wizard.export.workbook.units import Unit
from digisos_wizard.i18n import _
from digisos_wizard.model.rules.benefits import measuring as rules
from digisos_wizard.model.rules.benefits.measuring import Verdict

NOTHING = "–"
"""What stands where a figure is not defined."""
Found = Callable[[Own], str]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a row finds baseline, target and whether it is of a disadvantage."""

    baseline: Found
    target: Found
    bad: Found


def fields() -> tuple[Field, ...]:
    """Return the columns that tell what a measured value says."""
    return (
        Field("gap", _("Avvik fra mål eller grense"), Look.MEASURED, 13, computed=True),
        Field("reached", _("Måloppnåelse"), Look.FINE_PERCENT, 15, computed=True),
        Field("used", _("Brukt av rommet til grensen"), Look.FINE_PERCENT, 14, computed=True),
        Field("verdict", _("Vurdering"), width=18, computed=True),
    )


def formulas(places: Places) -> dict[str, Text]:
    """Return the formulas of those columns; the measured value stands in the row's `value`."""

    def numbers(own: Own) -> tuple[str, str, str, str]:
        baseline, target, value = places.baseline(own), places.target(own), own("value")
        known = f"AND(ISNUMBER({value}),ISNUMBER({baseline}),ISNUMBER({target}))"
        return baseline, target, known, f"({value}-{baseline})/({target}-{baseline})"

    def gap(own: Own) -> str:
        value, target = own("value"), places.target(own)
        return f"IF(AND(ISNUMBER({value}),ISNUMBER({target})),{value}-{target},{as_word(NOTHING)})"

    def reached(own: Own) -> str:
        baseline, target, known, share = numbers(own)
        found = f"IF({known},IF({target}={baseline},{as_word(NOTHING)},{share}),{as_word(NOTHING)})"
        return f"IF({places.bad(own)},{as_word(NOTHING)},{found})"

    def used(own: Own) -> str:
        baseline, target, known, share = numbers(own)
        found = f"IF({known},IF({target}<={baseline},{as_word(NOTHING)},{share}),{as_word(NOTHING)})"
        return f"IF({places.bad(own)},{found},{as_word(NOTHING)})"

    return {"gap": gap, "reached": reached, "used": used, "verdict": lambda own: _verdict(places, own)}


def _verdict(places: Places, own: Own) -> str:
    word = {verdict: as_word(words(verdict)) for verdict in Verdict}
    target, reached, value = places.target(own), own("reached"), own("value")
    kept = f"IF({value}>{target},{word[Verdict.OVER]},{word[Verdict.WITHIN]})"
    bad = f"IF(ISNUMBER({target}),{kept},{word[Verdict.UNKNOWN]})"
    back = f"IF({reached}>=0,{word[Verdict.UNDERWAY]},{word[Verdict.BACK]})"
    come = f"IF({reached}>=1,{word[Verdict.REACHED]},{back})"
    good = f"IF(ISNUMBER({reached}),{come},{word[Verdict.UNKNOWN]})"
    return f"IF(ISNUMBER({value}),IF({places.bad(own)},{bad},{good}),{word[Verdict.UNMEASURED]})"


def words(verdict: Verdict) -> str:
    """Return what a measurement says, in the words of the sheets."""
    return {
        Verdict.UNMEASURED: _("Ikke målt"),
        Verdict.UNKNOWN: _("Kan ikke regnes ut"),
        Verdict.REACHED: _("Målet er nådd"),
        Verdict.UNDERWAY: _("På vei"),
        Verdict.BACK: _("Feil vei"),
        Verdict.WITHIN: _("Innenfor grensen"),
        Verdict.OVER: _("Over grensen"),
    }[verdict]


def good_words() -> tuple[str, str]:
    """Return the words for what is as it should be."""
    return words(Verdict.REACHED), words(Verdict.WITHIN)


def bad_words() -> tuple[str, str]:
    """Return the words for what isn't."""
    return words(Verdict.BACK), words(Verdict.OVER)


def values(status: rules.Status, measured: Decimal | None) -> dict[str, Plain | Shown]:
    """Return what the columns show for a measured value."""
    item, baseline = status.benefit, status.baseline
    unit, target = Unit.of(item.indicator_unit), status.benefit.target
    gap = NOTHING if measured is None or target is None else unit.scale(measured - target)
    reached = None if item.disadvantage else rules.achievement(baseline, target, measured)
    used = rules.room_used(baseline, target, measured) if item.disadvantage else None
    return {
        "gap": Shown(gap, unit.look),
        "reached": NOTHING if reached is None else reached,
        "used": NOTHING if used is None else used,
        "verdict": words(rules.verdict(item, baseline, measured)),
    }
