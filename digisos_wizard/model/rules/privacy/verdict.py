"""What is said of a risk as it stands: whether it is below the limit, and what has to be done where it is not."""

from enum import Enum

from digisos_wizard.i18n import _
from digisos_wizard.model.privacy import Risk

from .risks import scored, unhandled


class Verdict(Enum):
    """Where a risk stands, from what is asked first to what is settled."""

    UNRATED = "unrated"
    UNHANDLED = "unhandled"
    HIGHER_AFTER = "higher after"
    AFTER_UNRATED = "after unrated"
    ABOVE_AFTER = "above after"
    ACCEPTED = "accepted"
    BELOW_AFTER = "below after"
    BELOW = "below"

    @property
    def words(self) -> str:
        """What it means, and what to do about it."""
        return {
            Verdict.UNRATED: _("Velg hvor sannsynlig den er, og hvor alvorlig."),
            Verdict.UNHANDLED: _("Over grensen. Bestem hva dere gjør med den."),
            Verdict.HIGHER_AFTER: _("Høyere etter tiltak enn før. Rett svarene, eller forklar hvorfor."),
            Verdict.AFTER_UNRATED: _("Over grensen nå. Vurder hvor høy den er etter tiltakene."),
            Verdict.ABOVE_AFTER: _(
                "Over grensen også etter tiltakene. Legg til flere, eller begrunn at dere godtar den."
            ),
            Verdict.ACCEPTED: _("Over grensen, og godtatt av dere."),
            Verdict.BELOW_AFTER: _("Under grensen etter tiltakene."),
            Verdict.BELOW: _("Under grensen."),
        }[self]


def verdict(risk: Risk, limit: int) -> Verdict:
    """Return where a risk stands against the limit."""
    place = scored(risk)
    if place is None:
        return Verdict.UNRATED
    if unhandled(risk, limit):
        return Verdict.UNHANDLED
    now = place[0] * place[1]
    left = after(risk)
    if left is not None and left > now and not risk.residual_reason.strip():
        return Verdict.HIGHER_AFTER
    if (left if left is not None else now) <= limit:
        return Verdict.BELOW if left is None or now <= limit else Verdict.BELOW_AFTER
    if risk.accepted:
        return Verdict.ACCEPTED
    return Verdict.AFTER_UNRATED if left is None else Verdict.ABOVE_AFTER


def after(risk: Risk) -> int | None:
    """Return how high a risk is after measures, None where that is not assessed."""
    if risk.residual_likelihood is None or risk.residual_consequence is None:
        return None
    return risk.residual_likelihood * risk.residual_consequence


def asks_for(risk: Risk, limit: int, path: str) -> bool:
    """Tell whether a field is asked for as the risk stands; what is answered stays in sight."""
    place = scored(risk)
    now = place[0] * place[1] if place is not None else 0
    left = after(risk)
    match path:
        case "aspect":
            return risk.kind.value == "ros" or risk.aspect is not None
        case "residual_likelihood" | "residual_consequence":
            return bool(risk.measures) or risk.residual_likelihood is not None or risk.residual_consequence is not None
        case "residual_reason":
            other = left is not None and (left > now or (left < now and not risk.measures))
            return other or bool(risk.residual_reason)
        case "accepted":
            return risk.accepted or (now > limit and (left is None or left > limit))
        case "acceptance_reason":
            return risk.accepted or bool(risk.acceptance_reason)
        case _:
            return True
