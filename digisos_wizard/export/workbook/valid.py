"""What may be typed where: numbers, shares, days and words; the same rule in every row, so that sorting moves none."""

from datetime import date

from digisos_wizard.export.workbook.cells import FIRST_YEAR, as_word
from digisos_wizard.export.workbook.look import FIGURES, Look
from digisos_wizard.i18n import _

SHARES = frozenset({Look.PERCENT, Look.FINE_PERCENT})
LONGEST_LIST = 255
"""Characters that a list of words to choose from may have."""


Rule = tuple[dict[str, object], tuple[str, str]]
"""What XlsxWriter is told, and title and words for what is not taken."""


def of_look(look: Look, words: tuple[str, ...]) -> Rule | None:
    """Return what is taken in a column of that kind, None where anything is."""
    if words:
        return of_list(words)
    if look in SHARES:
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}, percent_words()
    if look is Look.DATE:
        rule: dict[str, object] = {"validate": "date", "criteria": ">=", "value": date(FIRST_YEAR, 1, 1)}
        return rule, (_("Ikke en dato"), _("Skriv datoen som 04.03.2027."))
    if look in FIGURES:
        return {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12}, number_words()
    return None


def of_list(words: tuple[str, ...]) -> Rule | None:
    """Return the rule for words that are offered, none where they are more than a cell can offer."""
    return listed(list(words)) if sum(len(word) + 1 for word in words) < LONGEST_LIST else None


def listed(source: list[str] | str) -> Rule:
    """Return the rule for words, or for what stands in other cells."""
    return {"validate": "list", "source": source}, (_("Et annet ord"), _("Velg et av ordene i listen."))


def by_unit(here: str, unit: str) -> Rule:
    """Return the rule for shares where the unit in another cell is per cent, and numbers elsewhere."""
    return share_where(here, is_percent(unit))


def share_where(here: str, percent: str) -> Rule:
    """Return the rule for a cell that takes a share where a formula is true, and a number elsewhere."""
    share = f"AND(ISNUMBER({here}),ABS({here})<=1)"
    rule: dict[str, object] = {"validate": "custom", "value": f"=IF({percent},{share},ISNUMBER({here}))"}
    told = _("Skriv et tall. Er enheten prosent, skriver du for eksempel 62 %.")
    return rule, (_("Ikke et tall"), told)


def scale(low: int, high: int) -> Rule:
    """Return the rule for whole numbers of a scale."""
    rule: dict[str, object] = {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high}
    told = _("Skriv et helt tall fra {low} til {high}.").format(low=low, high=high)
    return rule, (_("Utenfor skalaen"), told)


def is_percent(cell: str) -> str:
    """Return the formula that tells whether a cell names per cent as its unit."""
    return f'OR(LEFT({cell},5)="prose",LEFT({cell},1)="%")'


def percent_words() -> tuple[str, str]:
    """Return title and words for what is no share."""
    return _("Ikke en prosent"), _("Skriv prosent fra 0 til 100, for eksempel 62 %.")


def number_words() -> tuple[str, str]:
    """Return title and words for what is no number."""
    return _("Ikke et tall"), _("Skriv bare tallet, for eksempel 12 000 eller 12,5, uten kr og andre ord.")


def wrong_word(column: str, words: tuple[str, ...]) -> str:
    """Return the formula for which rows of a column hold other words than these: 1 or 0 for each, the header 1."""
    return f"(LEN({column})>0)" + "".join(f"*({column}<>{as_word(word)})" for word in words)
