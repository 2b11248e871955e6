"""Digital signatures in a PDF that comes back: whose they are, whether they hold, and whether they are trusted.

Needs the extra `signing` (pyHanko). No network: revocation is not looked up, and only what the user names is trusted.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from digisos_wizard.errors import UserError
from digisos_wizard.i18n import _
from digisos_wizard.model.formatting import clock
from digisos_wizard.model.formatting import day as day_words

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko_certvalidator import ValidationContext


class TrustListError(UserError):
    """A list of trusted certificates that can't be read."""

    def __init__(self) -> None:
        super().__init__(
            _("Sertifikatene som skal stoles på, kan ikke leses."), "", _("Velg filer i formatet PEM eller DER.")
        )


class UncheckedTrustError(UserError):
    """Certificates to trust where the extra that checks signatures isn't installed."""

    def __init__(self) -> None:
        super().__init__(
            _("Digitale signaturer kan ikke kontrolleres her, for tillegget «signing» mangler."),
            "",
            _("Åpne PDF-en i en PDF-leser, eller kontroller den uten sertifikater."),
        )


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature: the name in the certificate, the signer's own clock, and what holds.

    `intact`: what it covers is unchanged; `whole`: it covers the file to its end, else more has been added since;
    `trusted`: its certificate leads to one that the user trusts; `stamp`: it is the stamp of a clock, and no person's.
    """

    name: str
    at: datetime | None
    intact: bool
    whole: bool
    trusted: bool
    stamp: bool = False


def available() -> bool:
    """Tell whether the extra is installed."""
    return find_spec("pyhanko") is not None


def read_trusted(files: Sequence[bytes]) -> tuple[object, ...]:
    """Return the certificates in files; raises TrustListError, and UncheckedTrustError without the extra."""
    if not files:
        return ()
    if not available():
        raise UncheckedTrustError
    return tuple(_certificates(files))


def check(pdf: bytes, trusted: Sequence[bytes], least: int = 0) -> tuple[Signature, ...]:
    """Return the signatures of a PDF, held against certificates that are trusted; raises TrustListError.

    A signature must cover the first `least` bytes. Those that can't be read are left out.
    """
    if not available():
        return ()
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415 - may not be installed
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what it finds is told in the verdict
    context = ValidationContext(trust_roots=list(read_trusted(trusted)), allow_fetching=False)
    try:
        found = PdfFileReader(BytesIO(pdf)).embedded_signatures
    except (PdfError, ValueError, TypeError, AttributeError, KeyError):
        return ()
    return tuple(_checked(embedded, context, least) for embedded in found)


def _certificates(files: Sequence[bytes]) -> Iterator[object]:
    from asn1crypto import pem, x509  # noqa: PLC0415 - may not be installed

    for data in files:
        try:
            parts = [part for _kind, _headers, part in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
            for part in parts:
                certificate = x509.Certificate.load(part, strict=True)
                certificate.native  # noqa: B018 - what isn't a certificate shows when it is read
                yield certificate
        except (ValueError, TypeError) as error:
            raise TrustListError from error


def _checked(embedded: "EmbeddedPdfSignature", context: "ValidationContext", least: int) -> Signature:
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp  # noqa: PLC0415
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415

    name, at, stamp = _("ukjent"), None, False
    try:
        certificate = embedded.signer_cert
        name = str(certificate.subject.native.get("common_name", certificate.subject.human_friendly))
        at = embedded.self_reported_timestamp
        stamp = embedded.sig_object_type == "/DocTimeStamp"
        validate = validate_pdf_timestamp if stamp else validate_pdf_signature
        status = validate(embedded, context, skip_diff=True)
        start, first, then, _rest = embedded.byte_range
    except Exception:  # noqa: BLE001 - whatever the library makes of it, what can't be read doesn't hold
        return Signature(name, at, intact=False, whole=False, trusted=False, stamp=stamp)
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    # All may be well with a signature of another document that lies within this one, too.
    this = start == 0 and least <= first <= then and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    return Signature(
        name, at, intact=this and status.intact and status.valid, whole=whole, trusted=status.trusted, stamp=stamp
    )


def words(signature: Signature) -> str:
    """Return what a signature comes to, in a sentence."""
    if not signature.intact:
        held = _("brutt: innholdet er endret etter at det ble signert")
    elif not signature.whole:
        held = _("det som ble signert, er uendret, og noe er lagt til etterpå, for eksempel en signatur til")
    else:
        held = _("uendret siden")
    trust = (
        _("sertifikatet er i listen over dem dere stoler på")
        if signature.trusted
        else _("sertifikatet er ikke bekreftet")
    )
    when = ""
    if signature.at is not None:
        when = f" {day_words(signature.at.date())} {clock(signature.at)}"
    kind = _("Tidsstempel") if signature.stamp else _("Digital signatur")
    return _("{kind} av {name}{when}: {held}; {trust}.").format(
        kind=kind, name=signature.name, when=when, held=held, trust=trust
    )
