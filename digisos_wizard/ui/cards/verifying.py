"""The checklist as PDF, out and back: save it, and check one that came back."""

from functools import partial
from pathlib import Path

from digisos_wizard.export import certificate
from digisos_wizard.i18n import _
from digisos_wizard.intake import opened_pdf, sealed_pdf
from digisos_wizard.model.signing.sealing import Answer, Verdict
from digisos_wizard.ui.cards.certificates import CertificateCard
from digisos_wizard.ui.cards.exchange import Exchange, Said
from digisos_wizard.ui.dialogs import ask_open
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.widgets.look.basics import Card, ToneName, button, label
from digisos_wizard.ui.widgets.look.theme import Look

SHOWN = 20
TONES = {
    Answer.VALID: ToneName.SUCCESS,
    Answer.CHANGED: ToneName.WARNING,
    Answer.DAMAGED: ToneName.DANGER,
    Answer.FOREIGN: ToneName.DANGER,
    Answer.RESAVED: ToneName.WARNING,
}


class VerifyingCard(Card):
    """Buttons to save the checklist and to check one, and the verdict."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Sjekklisten som PDF"),
            _(
                "PDF-en har alt som er signert, også i en form som programmet kan kontrollere. "
                "Kontrollen sier om noe er endret siden den ble laget, og om den stemmer med planen som er åpen."
            ),
        )
        self._desk = page.desk
        self.told = told = Exchange(page)
        self.save_button = button(_("Lagre sjekklisten …"), Look.SECONDARY, partial(told.save, "checklist"))
        self.check_button = button(_("Kontroller en PDF …"), Look.SECONDARY, self._ask_file)
        self.archive_button = button(_("Lagre arkivpakken …"), Look.SECONDARY, partial(told.save, "archive"))
        self.add(flow(self.save_button, self.check_button, self.archive_button))
        self.add(self.told)
        self.certificates = CertificateCard(page) if certificate.available() else None
        self.add(
            label(
                _(
                    "Trenger dere en signatur som beviser hvem det var? Åpne PDF-en i en PDF-leser, velg et av "
                    "signaturfeltene bakerst, og signer med kommunens sertifikat. Eller signer i kommunens eget "
                    "system, og skriv referansen her."
                ),
                Look.HELP,
            )
        )

    def _ask_file(self) -> None:
        path = ask_open(self, _("Kontroller en PDF"), ".pdf")
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Check a file in the background, held against the open plan where it is made of it."""
        figures = self._desk.figures
        trusted = self.certificates.trusted if self.certificates is not None else ()

        def work() -> Verdict:
            data, certificates = opened_pdf.read_bytes(path), [opened_pdf.read_bytes(one) for one in trusted]
            return sealed_pdf.verify(data, figures.content, figures, any_plan=True, trusted=certificates)

        self.told.read(work, _said)


def _said(verdict: Verdict) -> Said:
    changes = [f"– {change}" for change in verdict.changes[:SHOWN]]
    if len(verdict.changes) > SHOWN:
        changes.append(_("… og {count} endringer til").format(count=len(verdict.changes) - SHOWN))
    return verdict.headline, "\n".join((*changes, *verdict.notes, *verdict.signed)), TONES[verdict.answer]
