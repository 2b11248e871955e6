"""Findings of the meetings: decisions whose deadline has passed."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import day
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.meetings.actions import open_actions


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield a warning for every decision that is late."""
    for one in open_actions(reckoned.plan, reckoned.today):
        if one.late and one.action.deadline is not None:
            text = _("Fristen for «{text}» gikk ut {day}.").format(text=one.action.text, day=day(one.action.deadline))
            address = ("workshop", "actions", one.action.id, "deadline")
            yield Finding("action-late", StepKey.WORKSHOP, address, Severity.WARNING, text)
