"""What stands in the way, what can go wrong, and what is still open."""

from collections.abc import Iterator

from digisos_wizard.export.document.model import Block, Heading, Points, Text
from digisos_wizard.export.memo.limits import Limits, clipped, first_of, shortened
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.readiness import ready
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.terms import SignOffPhase

HIGHEST = 25
"""The highest likelihood × consequence."""


def section(figures: Figures, limits: Limits) -> Iterator[Block]:
    """Yield the part about risks and open questions."""
    yield Heading(_("Risiko og åpne spørsmål"), room=22)
    answer = ready(figures, SignOffPhase.CONNECT)
    yield Text(answer.headline, label=_("Er dere klare til å koble på?"))
    serious = [found.message for found in figures.findings if found.severity >= Severity.ERROR]
    if serious:
        yield Text("", label=_("Dette stopper dere nå:"))
        yield Points(shortened(serious, limits.questions, limits))
    yield from _risks(figures, limits)
    conditions = figures.plan.decision.open_conditions
    if conditions:
        yield Text(clipped(conditions, limits.text, limits.lines), label=_("Forbehold:"))
    first = [action.finding.message for action in answer.actions]
    rest = [found.message for found in figures.findings if found.severity >= Severity.MISSING]
    questions = [message for message in dict.fromkeys((*first, *rest)) if message not in serious]
    if questions:
        yield Text("", label=_("Dette gjenstår for kontoret:"))
        yield Points(shortened(questions, limits.questions, limits))


def _risks(figures: Figures, limits: Limits) -> Iterator[Block]:
    scored = [(score, risk) for risk in figures.plan.privacy.risks if (score := _now(risk)) is not None]
    if not scored:
        yield Text(_("Ingen risiko er vurdert i planen ennå."))
        return
    scored.sort(key=lambda pair: -pair[0])
    yield Text(_("Sannsynlighet × konsekvens, høyest mulig er {most}.").format(most=HIGHEST), label=_("Størst risiko:"))
    yield Points(first_of([_risk(risk, score, limits) for score, risk in scored], limits.risks))


def _risk(risk: Risk, score: int, limits: Limits) -> str:
    title = clipped(risk.title, limits.name, limits.lines) or _("Risiko uten navn")
    after = _after(risk)
    if after is not None:
        return _("{title}: {now} i dag, {after} etter tiltak").format(title=title, now=score, after=after)
    if risk.accepted:
        return _("{title}: {now}, akseptert").format(title=title, now=score)
    return _("{title}: {now}, tiltakene er ikke vurdert").format(title=title, now=score)


def _now(risk: Risk) -> int | None:
    if risk.likelihood is None or risk.consequence is None:
        return None
    return risk.likelihood * risk.consequence


def _after(risk: Risk) -> int | None:
    if risk.residual_likelihood is None or risk.residual_consequence is None:
        return None
    return risk.residual_likelihood * risk.residual_consequence
