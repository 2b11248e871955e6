"""Signing a printed checklist with a certificate from a file: PAdES B-B, without any network.

Needs the extra `signing` (pyHanko); without it the product says how to sign in a PDF reader.
"""

from importlib.util import find_spec
from io import BytesIO

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.terms import SignOffPhase

FIELD = "signatur-{phase}"
"""Name of the field on the last page, by phase."""


class NoSigningError(UserError):
    """The extra that signs isn't installed."""

    def __init__(self) -> None:
        super().__init__(
            _("Signering med sertifikat krever tillegget «signing»."),
            _("Ingenting er endret."),
            _(
                "Åpne PDF-en i en PDF-leser, velg et signaturfelt bakerst, og signer der. "
                "Eller installer tillegget: pip install digisos-wizard[signing]."
            ),
        )


class CertificateFileError(UserError):
    """A certificate file that can't be opened: another format, or another password."""

    def __init__(self) -> None:
        super().__init__(
            _("Sertifikatet kan ikke åpnes."),
            _("Ingenting er endret."),
            _("Velg en fil i formatet PKCS#12 (.p12 eller .pfx), og sjekk passordet."),
        )


class NotSignableError(UserError):
    """A PDF without an empty field to sign in."""

    def __init__(self) -> None:
        super().__init__(
            _("PDF-en har ikke noe tomt signaturfelt for denne signeringen."),
            _("Ingenting er endret."),
            _("Lagre sjekklisten på nytt, eller velg det andre feltet."),
        )


def available() -> bool:
    """Tell whether the extra is installed."""
    return find_spec("pyhanko") is not None


def sign(pdf: bytes, certificate: bytes, password: str, phase: SignOffPhase, place: str = "") -> bytes:
    """Return the PDF with a signature in the field of a phase, added after what was there.

    Raises NoSigningError, CertificateFileError or NotSignableError.
    """
    if not available():
        raise NoSigningError
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - may not be installed
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
    from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields  # noqa: PLC0415
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner  # noqa: PLC0415
    from pyhanko.stamp import TextStampStyle  # noqa: PLC0415

    try:
        signer = SimpleSigner.load_pkcs12_data(certificate, other_certs=(), passphrase=password.encode())
    except Exception as error:
        raise CertificateFileError from error  # whatever the library says, it can't be opened with this password
    if signer is None:
        raise CertificateFileError
    name = FIELD.format(phase=phase.value)
    target = BytesIO()
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        empty = {field for field, value, _reference in enumerate_sig_fields(writer.prev) if value is None}
        if name not in empty:
            raise NotSignableError
        metadata = PdfSignatureMetadata(
            field_name=name, subfilter=SigSeedSubFilter.PADES, location=place or None, md_algorithm="sha256"
        )
        # The words on the page are the program's, in its language; the hour is that of this machine.
        words = _("Digitalt signert av {name}\n{moment}").format(name="%(signer)s", moment="%(ts)s")
        stamp = TextStampStyle(stamp_text=words, background=None, border_width=0, timestamp_format="%d.%m.%Y kl. %H.%M")
        PdfSigner(metadata, signer, stamp_style=stamp).sign_pdf(writer, existing_fields_only=True, output=target)
    except (PdfError, ValueError) as error:
        raise NotSignableError from error
    return target.getvalue()
