"""Which of the questions about advice and conclusion are asked as the answers stand."""

from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import DpiaConclusion, RosConclusion

from .risks import left_high


def asks_for(plan: Plan, answer: DpiaConclusion | RosConclusion, path: str) -> bool:
    """Tell whether a field is asked for; what is answered stays in sight."""
    if path == "decided_by":
        return bool(answer.conclusion or answer.decided_on or answer.decided_by)
    if isinstance(answer, RosConclusion):
        return True
    match path:
        case "followed":
            return bool(answer.advice or answer.advised_on) or answer.followed is not None
        case "deviation_reason":
            return answer.followed is False or bool(answer.deviation_reason)
        case "prior_consultation":
            return answer.prior_consultation is not None or bool(left_high(plan))
        case "consultation_sent_on":
            return bool(answer.prior_consultation) or answer.consultation_sent_on is not None
        case _:
            return True
