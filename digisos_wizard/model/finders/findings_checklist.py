"""Sign-offs that have been overtaken, or that don't hang together."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.findings import Finding, Severity, StepKey, StepProgress
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.checklist.fingerprints import verify_chain
from digisos_wizard.model.rules.checklist.signed_changes import is_signed
from digisos_wizard.model.rules.checklist.signed_content import section_title
from digisos_wizard.model.signoff import SignOff
from digisos_wizard.model.terms import SignOffPhase, TaskState


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    for status in reckoned.signoffs:
        if status.current and not status.valid:
            phase = _scope(reckoned, status.record)
            text = _("{phase} er endret etter signering. Se hva som er endret, og signer på nytt.").format(phase=phase)
            yield Finding(
                "signoff-changed", StepKey.CHECKLIST, ("signoffs", "records", status.record.id), Severity.WARNING, text
            )
    if not verify_chain(reckoned.plan.signoffs.records):
        text = _("Signeringene henger ikke sammen. Filen kan være endret utenfor programmet.")
        yield Finding("signoff-chain", StepKey.CHECKLIST, ("signoffs", "records"), Severity.BLOCKER, text)


def _scope(reckoned: Reckoned, record: SignOff) -> str:
    phase = reckoned.content.option_label("SignOffPhase", record.phase.value)
    if not record.section:
        return phase
    section = section_title(reckoned.plan, reckoned.content, record.section)
    return _("{phase}, {section}").format(phase=phase, section=section)


def progress(reckoned: Reckoned, missing: int) -> StepProgress:
    """Return how many items are done, and that all is signed in the end."""
    rows = [row for row in reckoned.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    if rows and done == len(rows) and is_signed(reckoned.signoffs, reckoned.checklist, SignOffPhase.FINAL):
        return StepProgress(StepKey.CHECKLIST, TaskState.DONE, missing, _("Signert"))
    words = _("{done} av {all}").format(done=done, all=len(rows))
    begun = done or reckoned.plan.signoffs.records
    return StepProgress(StepKey.CHECKLIST, TaskState.IN_PROGRESS if begun else TaskState.OPEN, missing, words)
