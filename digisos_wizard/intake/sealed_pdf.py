"""A printed checklist that comes back: whether its record and what its pages say still agree, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import signatures
from digisos_wizard.intake.opened_pdf import Opened, opened
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.signing.sealing import Answer, Verdict, judge
from digisos_wizard.model.whole_file import Wholeness


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
    found = opened(data)
    if isinstance(found, Verdict):
        return found
    checked = signatures.check(data, trusted, found.printed) if found.signatures else ()
    notes = (*_notes(found), *map(signatures.words, checked))
    if any_plan and now is not None and found.sealed.plan_id != now.plan.about.plan_id:
        now = None
        notes = (*notes, _("PDF-en er laget av en annen plan enn den som er åpen, og er ikke sammenlignet med den."))
    verdict = judge(found.sealed, found.pages, content, now)
    over = (*_over(found), *_signed_badly(found, checked))
    if over:
        headline = verdict.headline if verdict.changes else _headline(found)
        return Verdict(Answer.CHANGED, headline, (*over, *verdict.changes), verdict.signed, notes)
    if verdict.answer is Answer.VALID and (found.strange or found.wholeness is Wholeness.REWRITTEN):
        headline = _("Teksten er uendret, men filen er ikke slik programmet skrev den.")
        verdict = replace(verdict, answer=Answer.RESAVED, headline=headline)
    return replace(verdict, notes=notes)


def _headline(found: Opened) -> str:
    """Return what is wrong with a file whose words are as they were."""
    if found.annotated or found.covered:
        return _("Endret: det er lagt noe oppå sidene.")
    if found.exchanged or found.redrawn or found.wholeness is Wholeness.ALTERED:
        return _("Endret: filen er ikke slik den ble laget.")
    return _("Endret: en digital signatur holder ikke.")


def _signed_badly(found: Opened, checked: Sequence[signatures.Signature]) -> Iterator[str]:
    """Yield what is wrong with the digital signatures."""
    if any(not signature.intact for signature in checked):
        yield _("En digital signatur gjelder ikke filen slik den er nå.")
    if signatures.available() and len(checked) < found.signatures:
        yield _("En digital signatur er ødelagt og kan ikke kontrolleres.")


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
    if found.exchanged:
        yield _("Opplysningene som hører til PDF-en, er byttet ut.")
    if found.wholeness is Wholeness.ALTERED:
        yield _("Noe i filen er endret siden den ble laget. Sidene kan vise noe annet enn det som ble skrevet.")


def _notes(found: Opened) -> Iterator[str]:
    if found.wholeness is Wholeness.REWRITTEN:
        yield _(
            "Et annet program har skrevet filen på nytt, eller en eldre utgave av veiviseren har laget den. "
            "Teksten er kontrollert, men ikke skriftene og hvordan sidene ser ut."
        )
    if found.strange:
        yield _(
            "Det er lagt til noe annet enn digitale signaturer etter at filen ble laget. Et annet program kan vise noe "
            "annet enn det som er kontrollert her."
        )
    elif found.wholeness is Wholeness.ADDED_TO:
        yield _("Filen er lagret på nytt med en digital signatur eller et felt til en. Det som ble laget, er urørt.")
    if found.signatures and not signatures.available():
        yield ngettext(
            "PDF-en har {count} digital signatur. Åpne den i en PDF-leser for å se hvem som har signert.",
            "PDF-en har {count} digitale signaturer. Åpne den i en PDF-leser for å se hvem som har signert.",
            found.signatures,
        ).format(count=found.signatures)
