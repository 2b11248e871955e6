"""The answers as rows: a step with its dots on a scale of its own, and a line below for every answer to decide on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import written
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.rules.mapping.estimates import DIGITAL, PAPER, Answer, Estimate, minutes_of, of_step
from digisos_wizard.ui.widgets.charts.dots import Dots
from digisos_wizard.ui.widgets.tables.rows import Cell, Row

KEEP, LEAVE = "keep", "leave"
FEWEST_FOR_BAND = 4
"""Answers below which the middle half says nothing."""


def answer_rows(figures: Figures) -> list[Row]:
    """Return a row for every step that somebody has answered, each followed by what is to be decided about it."""
    rows: list[Row] = []
    for step in figures.plan.mapping.steps:
        found = [of_step(figures.estimates, step, way) for way in (PAPER, DIGITAL)]
        if any(one is not None for one in found):
            rows.append(_row(step, found))
            rows += [row for one in found if one is not None for row in _decisions(one)]
    return rows


def _row(step: ProcessStep, found: Sequence[Estimate | None]) -> Row:
    cells = [Cell(step.name or _("Steg uten navn"), quiet=not step.name)]
    for one in found:
        cells += [Cell("–"), Cell(), Cell("–")] if one is None else _cells(one)
    differs = any(one is not None and one.differs for one in found)
    now = " → ".join(_minutes(minutes_of(step, way)) for way in (PAPER, DIGITAL))
    return Row(step.id, (), (*cells, Cell(now, strong=differs)), opens=False)


def _cells(one: Estimate) -> list[Cell]:
    values = [answer.value for answer in one.answers]
    low, high = min(values), max(values)
    span = formatting.number(low) if low == high else f"{formatting.number(low)}–{formatting.number(high)}"
    return [Cell(drawn=_dots(one)), Cell(span), Cell(_minutes(one.median), strong=True)]


def _dots(one: Estimate) -> Dots:
    """Return the answers on a scale from nothing to the highest."""
    highest = max(*(answer.value for answer in one.answers), Decimal(1))

    def share(value: Decimal) -> float:
        return float(value / highest)

    odd = [answer for answer in one.odd if answer.keep is not True]
    words = _("svar: {values}").format(values=", ".join(formatting.number(answer.value) for answer in one.answers))
    wide = one.counted >= FEWEST_FOR_BAND and one.low is not None and one.high is not None
    return Dots(
        words,
        tuple(share(answer.value) for answer in one.answers if answer not in odd),
        (share(one.low), share(one.high)) if wide and one.low is not None and one.high is not None else None,
        share(one.median) if one.median is not None else None,
        tuple((share(answer.value), formatting.number(answer.value)) for answer in odd),
    )


def _decisions(one: Estimate) -> Iterator[Row]:
    """Yield a line for every answer that stands out; what is decided can be decided otherwise."""
    others = [answer.value for answer in one.answers if answer not in one.odd]
    for answer in one.odd:
        acts = {
            None: ((KEEP, _("Behold svaret")), (LEAVE, _("Hold det utenfor"))),
            True: ((LEAVE, _("Hold det utenfor")),),
            False: ((KEEP, _("Ta det med igjen")),),
        }[answer.keep]
        words = " ".join(filter(None, (_said(one, answer), _apart(others), _decided(answer))))
        yield Row(written(answer.address), answer.address, (Cell(words),), opens=False, acts=acts)


def _said(one: Estimate, answer: Answer) -> str:
    words = _("{form} svarte {value} minutter på papir.")
    if one.field == DIGITAL:
        words = _("{form} svarte {value} minutter digitalt.")
    form = answer.response.label or _("Skjema uten navn")
    return words.format(form=form, value=formatting.number(answer.value))


def _apart(others: Sequence[Decimal]) -> str:
    if not others:
        return ""
    low, high = formatting.number(min(others)), formatting.number(max(others))
    return _("De andre svarte fra {low} til {high}.").format(low=low, high=high)


def _decided(answer: Answer) -> str:
    return {None: "", True: _("Det er med."), False: _("Det er holdt utenfor.")}[answer.keep]


def _minutes(value: Decimal | None) -> str:
    return "–" if value is None else formatting.number(value)
