"""Digital signatures with a certificate from a file, and what becomes of them: needs the extra `signing`."""

import sys
from io import BytesIO

import pikepdf
import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.export.certificate import CertificateFileError, NotSignableError, sign
from digisos_wizard.intake import signatures
from digisos_wizard.intake.sealed_pdf import verify
from digisos_wizard.model.signing.sealing import Answer
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.storage import planfile
from tests.certificates import PASSWORD, made
from tests.export.checklist.reading import opened
from tests.model.given import content, figures_of

pytest.importorskip("pyhanko", reason="the extra `signing` is not installed")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    plan = planfile.read(resources() / "examples" / "hamar.digisos").document.plan
    return export("checklist").build(figures_of(plan))


@pytest.fixture(scope="module")
def certificate() -> tuple[bytes, bytes]:
    return made()


def test_a_signature_is_added_and_everything_before_it_stays(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    signed = sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT, "Hamar")
    assert signed.startswith(pdf)
    with opened(signed) as document:
        fields = {str(field.T): field for field in document.Root.AcroForm.Fields}
        assert str(fields["signatur-connect"].V.SubFilter) == "/ETSI.CAdES.detached"
        assert str(fields["signatur-connect"].V.Location) == "Hamar"
        assert "/V" not in fields["signatur-final"]


def test_the_words_of_a_signature_are_norwegian_and_nothing_lies_over_them(
    pdf: bytes, certificate: tuple[bytes, bytes]
) -> None:
    with opened(sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT)) as document:
        field = next(field for field in document.Root.AcroForm.Fields if str(field.T) == "signatur-connect")
        told = field.AP.N.read_bytes()
        assert b"(Digitalt signert av Pr\\370ve kommune)" in told
        assert b" Do" not in told, "no picture lies below the words"


def test_signed_twice_it_is_still_the_checklist(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    once = sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT)
    twice = sign(once, certificate[0], PASSWORD, SignOffPhase.FINAL)
    verdict = verify(twice, content(), trusted=[certificate[1]])
    assert verdict.answer is Answer.VALID
    told = [note for note in verdict.notes if "Digital signatur av Prøve kommune" in note]
    assert len(told) == 2
    assert all("i listen over dem dere stoler på" in note for note in told)
    assert "noe er lagt til etterpå" in told[0]
    assert "uendret siden" in told[1]


def test_who_is_not_trusted_is_said_to_be_so(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    verdict = verify(sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT), content())
    assert verdict.answer is Answer.VALID
    assert any("sertifikatet er ikke bekreftet" in note for note in verdict.notes)


def test_a_broken_signature_is_found(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    signed = bytearray(sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT))
    signed[12] ^= 1  # within the comment of the first line, which no reader looks at
    verdict = verify(bytes(signed), content(), trusted=[certificate[1]])
    assert verdict.answer is Answer.CHANGED
    assert any("brutt" in note for note in verdict.notes)


def test_a_signature_that_can_not_be_read_is_told_beside_one_that_can(
    pdf: bytes, certificate: tuple[bytes, bytes]
) -> None:
    once = sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT)
    twice = sign(once, certificate[0], PASSWORD, SignOffPhase.FINAL)
    for offset in (4, 40, 400):
        spoilt = bytearray(twice)
        at = twice.rindex(b"/Contents") + len("/Contents <") + offset
        spoilt[at] = ord("0") if spoilt[at] != ord("0") else ord("1")
        verdict = verify(bytes(spoilt), content(), trusted=[certificate[1]])
        assert verdict.answer is Answer.CHANGED, offset
        assert any("digital signatur" in line for line in verdict.changes)


def test_a_field_is_signed_once(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    once = sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT)
    with pytest.raises(NotSignableError):
        sign(once, certificate[0], PASSWORD, SignOffPhase.CONNECT)


@pytest.mark.parametrize("data", [b"", b"hei", b"%PDF-1.7\nhei"])
def test_what_is_no_pdf_can_not_be_signed(data: bytes, certificate: tuple[bytes, bytes]) -> None:
    with pytest.raises(NotSignableError):
        sign(data, certificate[0], PASSWORD, SignOffPhase.CONNECT)


def test_a_wrong_password_or_another_file_is_told(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    for data, password in ((certificate[0], "feil"), (b"hei", PASSWORD), (certificate[1], PASSWORD)):
        with pytest.raises(CertificateFileError):
            sign(pdf, data, password, SignOffPhase.CONNECT)


def test_a_trust_list_that_is_none_is_told(pdf: bytes, certificate: tuple[bytes, bytes]) -> None:
    for data in (pdf, sign(pdf, certificate[0], PASSWORD, SignOffPhase.CONNECT)):
        for other in (b"hei", b"", certificate[0]):
            with pytest.raises(signatures.TrustListError):
                verify(data, content(), trusted=[other])


def test_without_the_extra_a_checklist_is_checked_all_the_same(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*sys.modules, "asn1crypto", "pyhanko"]:
        if name.partition(".")[0] in ("asn1crypto", "pyhanko", "pyhanko_certvalidator"):
            monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(signatures, "find_spec", lambda _name: None)
    assert verify(pdf, content()).answer is Answer.VALID


def test_without_the_extra_nothing_is_said_to_be_trusted(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures, "find_spec", lambda _name: None)
    with pytest.raises(signatures.UncheckedTrustError):
        verify(pdf, content(), trusted=[b"hei"])
    assert verify(pdf, content()).answer is Answer.VALID


@pytest.mark.parametrize(("box", "answer"), [((60, 300, 460, 600), Answer.CHANGED), ((5, 300, 45, 340), Answer.VALID)])
def test_a_signature_in_a_field_of_its_own_is_all_right_where_it_covers_nothing(
    pdf: bytes, certificate: tuple[bytes, bytes], box: tuple[int, int, int, int], answer: Answer
) -> None:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

    signer = SimpleSigner.load_pkcs12_data(certificate[0], other_certs=(), passphrase=PASSWORD.encode())
    field = SigFieldSpec("egen", on_page=1, box=box)
    target = BytesIO()
    PdfSigner(PdfSignatureMetadata("egen"), signer, new_field_spec=field).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), output=target
    )
    assert verify(target.getvalue(), content()).answer is answer


def test_a_pdf_without_fields_can_not_be_signed(certificate: tuple[bytes, bytes]) -> None:
    from io import BytesIO

    target = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(target)
    with pytest.raises(NotSignableError):
        sign(target.getvalue(), certificate[0], PASSWORD, SignOffPhase.CONNECT)
