"""Whether a phase is reached, what stands in the way, and the next best thing to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.figures.standing import ORDER, ReadyState, Reason, of_finding, reasons, urgency
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.judged import Judged
from digisos_wizard.model.rules.checklist.signed_content import open_lines
from digisos_wizard.model.steps import BY_KEY
from digisos_wizard.model.terms import SignOffPhase

__all__ = ["Action", "Readiness", "ReadyState", "ready"]


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: the finding it mends, who should, by when, and how many working days it can wait."""

    finding: Finding
    owner: str
    deadline: date | None
    slack: int | None
    critical: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """The answer in one sentence, why, and what to do, most urgent first."""

    state: ReadyState
    headline: str
    reasons: tuple[Reason, ...]
    actions: tuple[Action, ...]


def ready(judged: Judged, phase: SignOffPhase) -> Readiness:
    """Return how it stands with a phase."""
    found = reasons(judged, phase)
    opened = len(open_lines(judged.plan, judged.checklist, phase))
    reached = _reached(judged, phase)
    blocked = sum(reason.state is ReadyState.BLOCKED for reason in found)
    risky = sum(reason.state is ReadyState.AT_RISK for reason in found)
    state = max((reason.state for reason in found), key=ORDER.__getitem__, default=ReadyState.READY)
    if not opened and reached and state is ReadyState.ON_TRACK:
        state = ReadyState.READY
    if not reached and state in (ReadyState.READY, ReadyState.ON_TRACK) and not opened:
        state, risky = ReadyState.AT_RISK, max(risky, 1)
    return Readiness(state, _headline(state, _items(phase, opened), blocked, risky), found, tuple(_actions(judged)))


def _reached(judged: Judged, phase: SignOffPhase) -> bool:
    """Tell whether there is a day to connect on, and for the whole introduction that everybody is connected."""
    if phase is SignOffPhase.FINAL:
        return judged.schedule.connected
    return all(reach.day is not None or reach.connected for reach in judged.schedule.reaches)


def _items(phase: SignOffPhase, opened: int) -> str:
    """Return how many items are open; connecting doesn't wait for all of the checklist. Empty where none is."""
    if not opened:
        return ""
    if phase is SignOffPhase.CONNECT:
        words = ngettext(
            "{count} punkt på sjekklisten gjenstår før påkobling",
            "{count} punkter på sjekklisten gjenstår før påkobling",
            opened,
        )
    else:
        words = ngettext("{count} punkt på sjekklisten er åpent", "{count} punkter på sjekklisten er åpne", opened)
    return words.format(count=opened)


def _headline(state: ReadyState, items: str, blocked: int, risky: int) -> str:
    match state:
        case ReadyState.BLOCKED:
            return ngettext("Nei. {count} ting stopper dere.", "Nei. {count} ting stopper dere.", blocked).format(
                count=blocked
            )
        case ReadyState.AT_RISK if not items:
            words = ngettext(
                "Ikke ennå. Sjekklisten er ferdig, men {count} ting gjenstår.",
                "Ikke ennå. Sjekklisten er ferdig, men {count} ting gjenstår.",
                risky,
            )
            return words.format(count=risky)
        case ReadyState.AT_RISK:
            words = ngettext(
                "Ikke ennå. {items}, og {count} ting må dere passe på.",
                "Ikke ennå. {items}, og {count} ting må dere passe på.",
                risky,
            )
            return words.format(items=items, count=risky)
        case ReadyState.ON_TRACK:
            return _("Ikke ennå, men dere er i rute. {items}.").format(items=items)
        case ReadyState.READY:
            return _("Ja. Alle punkter på sjekklisten er ferdige eller ikke aktuelle.")


def _actions(judged: Judged) -> Iterator[Action]:
    """Yield what asks for something: every blocker, then one for each rule, the critical path and what is due first."""
    candidates = [
        (found, of_finding(judged, found, _state_of(found)))
        for found in judged.findings
        if found.severity >= Severity.MISSING or found.rule in ("activity-late", "signing-unclear")
    ]
    candidates.sort(key=lambda pair: (*urgency(pair[1]), -pair[0].severity, BY_KEY[pair[0].step].hurry))
    seen: set[str] = set()
    for found, reason in candidates:
        if found.rule not in seen or reason.state is ReadyState.BLOCKED:
            seen.add(found.rule)
            yield Action(found, reason.owner, reason.deadline, reason.slack, reason.critical)


def _state_of(found: Finding) -> ReadyState:
    return ReadyState.BLOCKED if found.severity >= Severity.ERROR else ReadyState.AT_RISK
