"""Which costs have money, from where, and which don't."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.memo.costs import where
from digisos_wizard.export.memo.document import Block, Heading, Text
from digisos_wizard.export.memo.limits import Limits, clipped, joined
from digisos_wizard.i18n import _
from digisos_wizard.model.base import SHARED
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import CostKind, FinancingState

MOST_SOURCES = 2
"""So many sources of money for one cost are told apart; more are only said to differ."""


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the part about financing."""
    yield Heading(_("Finansiering"))
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
        if kind is CostKind.DIGIFIN and answer.digifin_member:
            continue  # a member pays nothing
        money = getattr(answer, kind.value)
        if money.state is state:
            places.setdefault(money.source if state is FinancingState.FINANCED else "", []).append(place)
    return places
