"""PDF og kontroll: the checklist out as PDF, one that came back checked, and signed with a certificate."""

from functools import partial
from pathlib import Path

from digisos_wizard.export import certificate
from digisos_wizard.i18n import _
from digisos_wizard.intake import opened_pdf, sealed_pdf
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.signing.sealing import Answer, Verdict
from digisos_wizard.ui.dialogs import ask_open
from digisos_wizard.ui.steps.checklist.certificates import Certificates
from digisos_wizard.ui.steps.files import Said
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, label, row
from digisos_wizard.ui.widgets.look.flow import flow
from digisos_wizard.ui.widgets.look.theme import Look

SHOWN = 20
TONES = {
    Answer.VALID: ToneName.SUCCESS,
    Answer.CHANGED: ToneName.WARNING,
    Answer.DAMAGED: ToneName.DANGER,
    Answer.FOREIGN: ToneName.DANGER,
    Answer.RESAVED: ToneName.WARNING,
}


class ControlPart(StepPart):
    """Tools, and one box that tells what came of them; certificates stand behind a link."""

    step = StepKey.CHECKLIST
    key = "control"

    def build(self) -> None:
        """Make the tools."""
        self.save_button = button(_("Lagre sjekklisten …"), Look.SECONDARY, partial(self.files.save, "checklist"))
        self.archive_button = button(_("Lagre arkivpakken …"), Look.SECONDARY, partial(self.files.save, "archive"))
        self.check_button = button(_("Kontroller en PDF …"), Look.SECONDARY, self._ask_file)
        self.add(label(_("Lagre"), Look.SUBHEADING))
        self.add(label(_("PDF-en har alt som er signert, også i en form som programmet kan kontrollere."), Look.HELP))
        self.add(flow(self.save_button, self.archive_button))
        self.add(label(_("Kontrollere"), Look.SUBHEADING))
        words = _("Kontrollen sier om noe er endret siden PDF-en ble laget, og om den stemmer med planen som er åpen.")
        self.add(label(words, Look.HELP))
        self.add(flow(self.check_button))
        self.verdict = Box(ToneName.NEUTRAL)
        self.verdict.hide()
        self.add(self.verdict)
        self.add(label(_("Bevise hvem som signerte"), Look.SUBHEADING))
        words = _(
            "Åpne PDF-en i en PDF-leser, velg et av signaturfeltene bakerst, og signer med kommunens sertifikat. "
            "Eller signer i kommunens eget system, og skriv referansen når dere signerer her."
        )
        self.add(label(words, Look.HELP))
        self.certificates = Certificates(self.desk, self.files) if certificate.available() else None
        if self.certificates is not None:
            self.link = button(_("Signer PDF-en med sertifikat"), Look.LINK, self._toggle)
            self.add(row(self.link, None))
            self.add(self.certificates)
            self.certificates.hide()

    def show(self, figures: Figures) -> None:
        """Nothing that the plan decides."""

    def _toggle(self) -> None:
        if self.certificates is not None:
            self.certificates.setVisible(self.certificates.isHidden())

    def _ask_file(self) -> None:
        path = ask_open(self.widget, _("Kontroller en PDF"), ".pdf")
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Check a file in the background, held against the open plan where it is made of it."""
        figures = self.desk.figures
        trusted = self.certificates.trusted if self.certificates is not None else ()

        def work() -> Verdict:
            data, certificates = opened_pdf.read_bytes(path), [opened_pdf.read_bytes(one) for one in trusted]
            return sealed_pdf.verify(data, figures.content, figures, any_plan=True, trusted=certificates)

        self.files.read(work, self._tell)

    def _tell(self, verdict: Verdict) -> Said:
        """Show the whole verdict, and tell its headline."""
        changes = [f"– {change}" for change in verdict.changes[:SHOWN]]
        if len(verdict.changes) > SHOWN:
            changes.append(_("… og {count} endringer til").format(count=len(verdict.changes) - SHOWN))
        tone = TONES[verdict.answer]
        self.verdict.say(verdict.headline, "\n".join((*changes, *verdict.notes, *verdict.signed)), tone)
        self.verdict.show()
        return verdict.headline, "", tone
