"""Which questions a meeting should take up: those whose answer the plan lacks, what stops the day first."""

from collections.abc import Mapping
from enum import Enum

from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.rules.meetings.landing import landing


class Why(Enum):
    """Why a question is suggested."""

    STOPS = "stops"
    LACKS = "lacks"


def suggested(figures: Figures) -> Mapping[str, tuple[Why, Finding]]:
    """Return the questions that are suggested, by id in the content's order, each with the worst thing it answers."""
    lacking = sorted(
        (one for one in figures.findings if one.severity >= Severity.MISSING and one.address),
        key=lambda one: -one.severity,
    )
    found = {}
    for group in figures.content.questions:
        for question in group.questions:
            places = landing(figures.plan, figures.content, question.fields)
            worst = next((one for one in lacking if any(_about(one.address, place) for place in places)), None)
            if worst is not None:
                found[question.id] = (Why.STOPS if worst.severity is Severity.BLOCKER else Why.LACKS, worst)
    return found


def _about(address: Address, place: Address) -> bool:
    """Tell whether what is lacking at an address is answered at a place: it is that place, or the row that it is in."""
    return address == place or (len(address) > 2 and place[: len(address)] == address)  # noqa: PLR2004 - a row's depth
