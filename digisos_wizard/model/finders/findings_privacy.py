"""What is missing about DPIA, risks and conclusions."""

from collections.abc import Iterator
from datetime import timedelta

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.privacy import DpiaConclusion, Risk
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.cooperation.in_use import Used, in_use
from digisos_wizard.model.rules.people.holders import OFFICER, holder
from digisos_wizard.model.rules.privacy.risks import acceptance_limit, consultation_weeks, left_high, unhandled
from digisos_wizard.model.terms import ReviewState, RiskKind


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.PRIVACY, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    privacy = reckoned.plan.privacy
    yield from _parts(reckoned)
    if not privacy.flow_checked:
        text = _("Kontroller veien opplysningene går, mot deres egne avtaler.")
        yield _found("flow-unchecked", ("privacy", "flow_checked"), Severity.MISSING, text)
    for kind, words in ((RiskKind.DPIA, _("personvernkonsekvensvurderingen")), (RiskKind.ROS, _("ROS-analysen"))):
        if not any(risk.kind is kind for risk in privacy.risks):
            text = _("Ingen risikoer er vurdert i {what}. Velg fra listen, eller legg til egne.").format(what=words)
            yield _found(f"no-risks-{kind.value}", ("privacy", "risks"), Severity.MISSING, text)
    limit = acceptance_limit(reckoned.plan, reckoned.content)
    for risk in privacy.risks:
        yield from _risk(risk, limit)
    yield from _conclusions(reckoned)


def _parts(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield that parts of the DPIA are not written, and that one is approved with the mark of a suggestion on it."""
    written = {part.id: part for part in reckoned.plan.privacy.parts}
    lacking = [
        spec for spec in reckoned.content.dpia_parts if spec.id not in written or not written[spec.id].text.strip()
    ]
    if lacking:
        words = ngettext(
            "{count} del av personvernkonsekvensvurderingen er ikke skrevet.",
            "{count} deler av personvernkonsekvensvurderingen er ikke skrevet.",
            len(lacking),
        )
        at: Address = ("privacy", "parts", lacking[0].id, "text")
        yield _found("dpia-unwritten", at, Severity.MISSING, words.format(count=len(lacking)))
    for spec in reckoned.content.dpia_parts:
        part = written.get(spec.id)
        mark = spec.suggestion.partition(". ")[0]
        if part is not None and part.state is ReviewState.APPROVED and mark and mark in part.text:
            text = _("{title}: godkjent, men teksten er fortsatt merket som startforslag. Ta bort merket.")
            at = ("privacy", "parts", spec.id, "text")
            yield _found("dpia-suggestion", at, Severity.WARNING, text.format(title=spec.title))


def _risk(risk: Risk, limit: int) -> Iterator[Finding]:
    at: Address = ("privacy", "risks", risk.id)
    name = risk.title or _("Risiko uten navn")
    if not risk.title.strip():
        yield _found("risk-title", (*at, "title"), Severity.MISSING, _("En risiko mangler navn."))
    if risk.likelihood is None or risk.consequence is None:
        field = "likelihood" if risk.likelihood is None else "consequence"
        text = _("{name}: vurder sannsynlighet og konsekvens.").format(name=name)
        yield _found("risk-unscored", (*at, field), Severity.MISSING, text)
        return
    now = risk.likelihood * risk.consequence
    after = now
    if risk.residual_likelihood is not None and risk.residual_consequence is not None:
        after = risk.residual_likelihood * risk.residual_consequence
    if after > now and not risk.residual_reason.strip():
        text = _("{name}: risikoen er høyere etter tiltak enn før. Rett tallene, eller forklar hvorfor.").format(
            name=name
        )
        yield _found("risk-residual-higher", (*at, "residual_reason"), Severity.ERROR, text)
    if unhandled(risk, limit):
        text = _("{name}: risikoen er over akseptgrensen. Legg til tiltak, eller begrunn at den aksepteres.").format(
            name=name
        )
        yield _found("risk-unhandled", (*at, "accepted"), Severity.BLOCKER, text)
    if risk.accepted and not risk.acceptance_reason.strip():
        text = _("{name}: skriv hvorfor risikoen aksepteres.").format(name=name)
        yield _found("risk-acceptance-reason", (*at, "acceptance_reason"), Severity.MISSING, text)


def _conclusions(reckoned: Reckoned) -> Iterator[Finding]:
    plan, privacy = reckoned.plan, reckoned.plan.privacy
    for used in in_use(plan, privacy.dpia, ("privacy", "dpia")):
        at, answer = used.at, used.value
        if holder(plan, OFFICER, used.municipality).person is None:
            yield _found(
                "officer-missing", (*at, "officer"), Severity.MISSING, used.said(_("Velg hvem som er personvernombud."))
            )
        if answer.advised_on is None:
            text = used.said(_("Personvernombudets råd mangler. Be om det før ledelsen konkluderer."))
            yield _found("advice-missing", (*at, "advised_on"), Severity.MISSING, text)
        if answer.followed is False and not answer.deviation_reason.strip():
            text = used.said(_("Rådet er ikke fulgt. Skriv hvorfor."))
            yield _found("deviation-reason", (*at, "deviation_reason"), Severity.MISSING, text)
        if answer.decided_on is None:
            text = used.said(_("Konklusjonen i personvernkonsekvensvurderingen mangler dato."))
            yield _found("dpia-open", (*at, "decided_on"), Severity.MISSING, text)
        if left_high(plan) and answer.prior_consultation is None:
            text = used.said(_("Minst én risiko er høy også etter tiltak. Avklar om Datatilsynet må spørres først."))
            yield _found("consultation-open", (*at, "prior_consultation"), Severity.BLOCKER, text)
        yield from _consultation(reckoned, used)
        if answer.prior_consultation and answer.consultation_sent_on is None:
            weeks, more = consultation_weeks(reckoned.content)
            words = _(
                "Forhåndsdrøfting med Datatilsynet er nødvendig, men ikke sendt. Svaret kan ta {n} uker, og {m} til."
            )
            text = used.said(words.format(n=weeks, m=more))
            yield _found("consultation-unsent", (*at, "consultation_sent_on"), Severity.BLOCKER, text)
    for ros in in_use(plan, privacy.ros, ("privacy", "ros")):
        if ros.value.decided_on is None:
            yield _found(
                "ros-open",
                (*ros.at, "decided_on"),
                Severity.MISSING,
                ros.said(_("Konklusjonen i ROS-analysen mangler dato.")),
            )


def _consultation(reckoned: Reckoned, used: Used[DpiaConclusion]) -> Iterator[Finding]:
    """Yield where the answer of the supervisory authority may come after the connection day (GDPR art. 36)."""
    sent = used.value.consultation_sent_on
    day = reckoned.schedule.day
    if not used.value.prior_consultation or sent is None or day is None:
        return
    weeks, more = consultation_weeks(reckoned.content)
    earliest, latest = sent + timedelta(weeks=weeks), sent + timedelta(weeks=weeks + more)
    if latest > day:
        text = _("Svaret fra Datatilsynet kan ta til {first}, og med utsettelse til {last}. Påkoblingsdagen er {day}.")
        words = text.format(first=day_words(earliest), last=day_words(latest), day=day_words(day))
        severity = Severity.BLOCKER if earliest > day else Severity.WARNING
        yield _found("consultation-late", (*used.at, "consultation_sent_on"), severity, used.said(words))
