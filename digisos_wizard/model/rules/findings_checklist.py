"""Where the checklist contradicts the plan, and sign-offs that have been overtaken."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from digisos_wizard.i18n import _
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.rules.fingerprints import verify_chain
from digisos_wizard.model.rules.signed_content import section_title
from digisos_wizard.model.signoff import SignOff

if TYPE_CHECKING:
    from digisos_wizard.model.figures import Figures


def find(figures: "Figures") -> Iterator[Finding]:
    """Yield what is found."""
    for row in figures.checklist:
        if row.contradicts:
            table = "own" if row.item is None else "answers"
            text = _("«{item}» er besvart på tvers av det planen viser. Skriv hvorfor.").format(item=row.text)
            yield Finding(
                "answer-unexplained",
                StepKey.CHECKLIST,
                ("checklist", table, row.row_id, "reason"),
                Severity.MISSING,
                text,
            )
    for status in figures.signoffs:
        if status.current and not status.valid:
            phase = _scope(figures, status.record)
            text = _("{phase} er endret etter signering. Se hva som er endret, og signer på nytt.").format(phase=phase)
            yield Finding(
                "signoff-changed", StepKey.CHECKLIST, ("signoffs", "records", status.record.id), Severity.WARNING, text
            )
    if not verify_chain(figures.plan.signoffs.records):
        text = _("Signeringene henger ikke sammen. Filen kan være endret utenfor programmet.")
        yield Finding("signoff-chain", StepKey.CHECKLIST, ("signoffs", "records"), Severity.BLOCKER, text)


def _scope(figures: "Figures", record: SignOff) -> str:
    phase = figures.content.option_label("SignOffPhase", record.phase.value)
    if not record.section:
        return phase
    section = section_title(figures.plan, figures.content, record.section)
    return _("{phase}, {section}").format(phase=phase, section=section)
