"""What a printed checklist that comes back holds: its record, what its pages say, and how the file stands.

Untrusted: a file that can't be read as PDF, or whose record isn't as it was written, is told as such and never raises.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from digisos_wizard.errors import UnreadableFileError
from digisos_wizard.i18n import _
from digisos_wizard.intake.added import only_signatures
from digisos_wizard.intake.covered_text import is_covered
from digisos_wizard.intake.same_look import differing_pages
from digisos_wizard.model.sealed import FILE_NAME, FORMAT, LARGEST, NewerRecordError, Sealed, UnsealedError, decode
from digisos_wizard.model.signing.sealing import Answer, Verdict
from digisos_wizard.model.whole_file import Wholeness, wholeness

LARGEST_FILE = 128 * 1024 * 1024
MOST_PAGES = 10_000
_START, _WITHIN = b"%PDF-", 1024
"""A PDF begins with this, within so many bytes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a PDF of ours holds: the record, the text of each page, pages with notes, pages whose text can't be seen.

    `signatures` are digital ones; `printed` is how many bytes the file had when it was made, 0 where that isn't known.
    `redrawn` are pages that no longer look as they were printed, `strange` tells whether something other than
    signatures was added, and `exchanged` whether the record was put in place of another.
    """

    sealed: Sealed
    pages: tuple[str, ...]
    annotated: tuple[int, ...]
    covered: tuple[int, ...]
    signatures: int
    wholeness: Wholeness
    printed: int
    redrawn: tuple[int, ...] = ()
    strange: bool = False
    exchanged: bool = False


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises UnreadableFileError."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path) from error
    return data


def _foreign() -> Verdict:
    return Verdict(Answer.FOREIGN, _("Dette er ikke en sjekkliste fra Digisos-veiviseren."))


def _damaged(why: str) -> Verdict:
    return Verdict(Answer.DAMAGED, _("PDF-en er skadet eller kan ikke leses."), (why,))


def opened(data: bytes) -> Opened | Verdict:
    """Return what a file holds, or the verdict on one that can't be read as a checklist of ours."""
    if _START not in data[:_WITHIN]:
        return _foreign()
    if len(data) > LARGEST_FILE:
        return _damaged(_("Filen er for stor."))
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if document.get_formtype() == pdfium.FORMTYPE_ACRO_FORM:
                document.init_forms()
            return _opened(document, data)
    except pypdfium2.PdfiumError:
        return _damaged(_("Filen kan ikke åpnes som PDF, eller krever passord."))


def _opened(document: pypdfium2.PdfDocument, data: bytes) -> Opened | Verdict:
    records = [part for part in _attachments(document) if part[0] == FILE_NAME]
    if not records:
        ours = FORMAT in str(document.get_metadata_value("Keywords"))
        return _damaged(_("Opplysningene som hører til PDF-en, er tatt bort.")) if ours else _foreign()
    if len(records) > 1:
        return _damaged(_("PDF-en har opplysninger fra flere sjekklister."))
    if len(document) > MOST_PAGES:
        return _damaged(_("PDF-en har for mange sider."))
    state, printed = wholeness(data)
    added = state is Wholeness.ADDED_TO
    try:
        record = records[0][1]()
        original = _record_of(printed) if added else record
        sealed = decode(original)
    except NewerRecordError:
        return _damaged(_("PDF-en er laget med en nyere versjon av programmet. Oppdater programmet, og prøv igjen."))
    except UnsealedError:
        return _damaged(_("Opplysningene i PDF-en er ikke slik de ble skrevet."))
    pages, annotated, covered = _read(document, sealed)
    same_count = len(document) == len(sealed.pages)
    return Opened(
        sealed,
        pages,
        annotated,
        covered,
        signatures=_signatures(document),
        wholeness=state,
        printed=len(printed),
        redrawn=tuple(differing_pages(printed, data)) if added and same_count else (),
        strange=added and not only_signatures(printed, data),
        exchanged=record != original,
    )


def _read(document: pypdfium2.PdfDocument, sealed: Sealed) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the text of each page, the pages with notes, and those whose text can't be seen.

    Where the file has another number of pages than was printed, they are not read.
    """
    if len(document) != len(sealed.pages):
        return ("",) * len(document), (), ()
    pages, annotated, covered = [], [], []
    for number, page in enumerate(document, start=1):
        with closing(page), closing(page.get_textpage()) as text:
            pages.append(text.get_text_bounded())
            if _has_notes(document, page):
                annotated.append(number)
            if is_covered(page):
                covered.append(number)
    return tuple(pages), tuple(annotated), tuple(covered)


def _record_of(printed: bytes) -> bytes:
    """Return the record that a file was printed with; raises UnsealedError where there isn't one."""
    with closing(pypdfium2.PdfDocument(printed)) as document:
        found = [content for name, content in _attachments(document) if name == FILE_NAME]
        if len(found) != 1:
            raise UnsealedError("no record")
        return found[0]()


def _signatures(document: pypdfium2.PdfDocument) -> int:
    """Return how many fields have been signed."""
    found = 0
    for position in range(pdfium.FPDF_GetSignatureCount(document)):
        signature = pdfium.FPDF_GetSignatureObject(document, position)
        parts = (pdfium.FPDFSignatureObj_GetContents, pdfium.FPDFSignatureObj_GetByteRange)
        found += any(part(signature, None, 0) for part in parts)
    return found


def _attachments(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for position in range(document.count_attachments()):
        part = document.get_attachment(position)

        def content(part: pypdfium2.PdfAttachment = part) -> bytes:
            size = ctypes.c_ulong()
            pdfium.FPDFAttachment_GetFile(part, None, 0, size)
            if size.value > LARGEST:
                raise UnsealedError("too large")
            return bytes(part.get_data())

        yield part.get_name(), content


def _has_notes(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> bool:
    """Tell whether a page has annotations other than fields to sign in."""
    for position in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, position)
        kind = pdfium.FPDFAnnot_GetFormFieldType(document.formenv, annotation) if document.formenv else None
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind != pdfium.FPDF_FORMFIELD_SIGNATURE:
            return True
    return False
