"""A printed checklist that comes back: its record, what its pages say, and whether the two still agree.

Untrusted: a file that can't be read as PDF, or whose record isn't as it was written, is told as such and never raises.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from digisos_wizard.errors import UnreadableFileError
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import signatures
from digisos_wizard.intake.covered_text import is_covered
from digisos_wizard.intake.same_look import differing_pages
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.sealing import Answer, Verdict, judge
from digisos_wizard.model.sealed import FILE_NAME, FORMAT, LARGEST, NewerRecordError, Sealed, UnsealedError, decode
from digisos_wizard.model.whole_file import Wholeness, wholeness

LARGEST_FILE = 128 * 1024 * 1024
MOST_PAGES = 10_000
_START, _WITHIN = b"%PDF-", 1024
"""A PDF begins with this, within so many bytes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a PDF of ours holds: the record, the text of each page, pages with notes, pages whose text can't be seen.

    `signatures` are digital ones, `saves` how often it was added to after it was made; `redrawn` are pages that no
    longer look as they were printed.
    """

    sealed: Sealed
    pages: tuple[str, ...]
    annotated: tuple[int, ...]
    covered: tuple[int, ...]
    signatures: int
    saves: int
    wholeness: Wholeness
    redrawn: tuple[int, ...]


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises UnreadableFileError."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path) from error
    return data


def verify(
    data: bytes,
    content: Content,
    now: Figures | None = None,
    *,
    any_plan: bool = False,
    trusted: Sequence[bytes] = (),
) -> Verdict:
    """Return what the bytes of a PDF are worth, held against a plan where there is one.

    With `any_plan` a checklist of another plan is judged by itself, and it is only noted that the plan is another.
    `trusted` are certificates that digital signatures may lead to; raises TrustListError or
    UncheckedTrustError where they can't be used.
    """
    signatures.read_trusted(trusted)
    found = _open(data)
    if isinstance(found, Verdict):
        return found
    checked = signatures.check(data, trusted) if found.signatures else ()
    notes = (*_notes(found), *map(signatures.words, checked))
    if any_plan and now is not None and found.sealed.plan_id != now.plan.about.plan_id:
        now = None
        notes = (*notes, _("PDF-en er laget av en annen plan enn den som er åpen, og er ikke sammenlignet med den."))
    verdict = judge(found.sealed, found.pages, content, now)
    if verdict.answer is Answer.VALID and found.wholeness is Wholeness.REWRITTEN:
        headline = _("Teksten er uendret, men filen er ikke slik programmet skrev den.")
        verdict = replace(verdict, answer=Answer.RESAVED, headline=headline)
    if any(not signature.intact for signature in checked):
        headline = _("Endret: en digital signatur holder ikke.")
        return Verdict(Answer.CHANGED, headline, verdict.changes, verdict.signed, notes)
    over = tuple(_over(found))
    if not over:
        return replace(verdict, notes=notes)
    headline = verdict.headline if verdict.changes else _headline(found)
    return Verdict(Answer.CHANGED, headline, (*over, *verdict.changes), verdict.signed, notes)


def _headline(found: Opened) -> str:
    """Return what is wrong with a file whose words are as they were."""
    if found.annotated or found.covered:
        return _("Endret: det er lagt noe oppå sidene.")
    return _("Endret: filen er ikke slik den ble laget.")


def _over(found: Opened) -> Iterator[str]:
    """Yield what keeps readers from seeing what the pages say."""
    if found.annotated:
        pages = ", ".join(map(str, found.annotated))
        yield _("Noen har lagt merknader eller stempler på side {pages}. De kan dekke det som står der.").format(
            pages=pages
        )
    if found.covered:
        pages = ", ".join(map(str, found.covered))
        yield _("På side {pages} er tekst dekket til eller gjort usynlig.").format(pages=pages)
    if found.redrawn:
        pages = ", ".join(map(str, found.redrawn))
        yield _("Side {pages} ser ikke ut slik den ble laget.").format(pages=pages)
    if found.wholeness is Wholeness.ALTERED:
        yield _("Noe i filen er endret siden den ble laget. Sidene kan vise noe annet enn det som ble skrevet.")


def _notes(found: Opened) -> Iterator[str]:
    if found.wholeness is Wholeness.REWRITTEN:
        yield _(
            "Et annet program har skrevet filen på nytt, eller en eldre utgave av veiviseren har laget den. "
            "Teksten er kontrollert, men ikke skriftene og hvordan sidene ser ut."
        )
    if found.saves:
        yield ngettext(
            "PDF-en er lagret på nytt {count} gang etter at den ble laget, for eksempel av en digital signatur.",
            "PDF-en er lagret på nytt {count} ganger etter at den ble laget, for eksempel av digitale signaturer.",
            found.saves,
        ).format(count=found.saves)
    if found.signatures and not signatures.available():
        yield ngettext(
            "PDF-en har {count} digital signatur. Åpne den i en PDF-leser for å se hvem som har signert.",
            "PDF-en har {count} digitale signaturer. Åpne den i en PDF-leser for å se hvem som har signert.",
            found.signatures,
        ).format(count=found.signatures)


def _foreign() -> Verdict:
    return Verdict(Answer.FOREIGN, _("Dette er ikke en sjekkliste fra Digisos-veiviseren."))


def _damaged(why: str) -> Verdict:
    return Verdict(Answer.DAMAGED, _("PDF-en er skadet eller kan ikke leses."), (why,))


def _open(data: bytes) -> Opened | Verdict:
    if _START not in data[:_WITHIN]:
        return _foreign()
    if len(data) > LARGEST_FILE:
        return _damaged(_("Filen er for stor."))
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
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
    try:
        sealed = decode(records[0][1]())
    except NewerRecordError:
        return _damaged(_("PDF-en er laget med en nyere versjon av programmet. Oppdater programmet, og prøv igjen."))
    except UnsealedError:
        return _damaged(_("Opplysningene i PDF-en er ikke slik de ble skrevet."))
    pages, annotated, covered = [], [], []
    for number, page in enumerate(document, start=1):
        with closing(page), closing(page.get_textpage()) as text:
            pages.append(text.get_text_bounded())
            if _has_notes(document, page):
                annotated.append(number)
            if is_covered(page):
                covered.append(number)
    signed = max(int(pdfium.FPDF_GetSignatureCount(document)), 0) if b"/ByteRange" in data else 0
    state, original = wholeness(data)
    return Opened(
        sealed,
        tuple(pages),
        tuple(annotated),
        tuple(covered),
        signed,
        saves=max(data.count(b"%%EOF") - 1, 0),
        wholeness=state,
        redrawn=tuple(differing_pages(original, data)) if state is Wholeness.ADDED_TO else (),
    )


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
