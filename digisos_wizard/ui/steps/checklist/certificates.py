"""Digital signatures in the window, where the extra that makes them is installed: sign a PDF, and say whom to trust."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digisos_wizard.export import certificate
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake.opened_pdf import read_bytes
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.dialogs import ask_open, ask_open_many, ask_save
from digisos_wizard.ui.form.choices import RadioControl
from digisos_wizard.ui.steps.files import Files
from digisos_wizard.ui.widgets.form.captioned import captioned
from digisos_wizard.ui.widgets.look.basics import button, label, set_text
from digisos_wizard.ui.widgets.look.flow import flow
from digisos_wizard.ui.widgets.look.theme import Look


class Certificates(QWidget):
    """A certificate with its password, the field to sign in, and the certificates that are trusted."""

    def __init__(self, desk: Desk, files: Files) -> None:
        super().__init__()
        self._files = files
        words = _(
            "Sertifikatet ligger i en fil (.p12 eller .pfx) fra den som utstedte det. Passordet brukes bare nå, og "
            "lagres ikke. Programmet kan ikke slå opp om et sertifikat er trukket tilbake."
        )
        content = desk.content
        phases = [(phase.value, content.option_label("SignOffPhase", phase.value)) for phase in SignOffPhase]
        self.phase = RadioControl(phases)
        self.phase.set_text(SignOffPhase.CONNECT.value)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.sign_button = button(_("Velg PDF og sertifikat …"), Look.SECONDARY, self._ask)
        self.trust_button = button(_("Velg sertifikater dere stoler på …"), Look.SECONDARY, self._ask_trusted)
        self.trusted: tuple[Path, ...] = ()
        self._trusting = label("", Look.HELP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(words, Look.HELP))
        layout.addLayout(captioned(_("Feltet det signeres i"), self.phase.widget))
        layout.addLayout(captioned(_("Passord til sertifikatet"), self.password))
        layout.addLayout(flow(self.sign_button, self.trust_button))
        layout.addWidget(self._trusting)
        self._trusting.hide()

    def _ask(self) -> None:
        pdf = ask_open(self, _("Sjekklisten som skal signeres"), ".pdf")
        key = ask_open(self, _("Sertifikatet"), ".p12 *.pfx") if pdf is not None else None
        if pdf is None or key is None:
            return
        target = ask_save(self, _("Lagre den signerte PDF-en"), f"{pdf.stem} signert.pdf", ".pdf")
        if target is not None:
            self.sign(pdf, key, target)

    def sign(self, pdf: Path, key: Path, target: Path) -> None:
        """Sign a file in the background; the one that was there stays as it is."""
        password, phase = self.password.text(), SignOffPhase(self.phase.text())
        self.password.clear()

        def signed() -> bytes:
            return certificate.sign(read_bytes(pdf), read_bytes(key), password, phase)

        self._files.write([(target, signed)])

    def _ask_trusted(self) -> None:
        chosen = ask_open_many(self, _("Sertifikater dere stoler på"), ".pem *.cer *.crt")
        if chosen:
            self.trust(chosen)

    def trust(self, paths: tuple[Path, ...]) -> None:
        """Hold digital signatures against these certificates from now on."""
        self.trusted = paths
        words = ngettext(
            "Kontrollen stoler på {count} sertifikat: {names}.",
            "Kontrollen stoler på {count} sertifikater: {names}.",
            len(paths),
        )
        set_text(self._trusting, words.format(count=len(paths), names=", ".join(path.name for path in paths)))
        self._trusting.show()
