"""What is missing about vendor, signatories and agreements."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.agreements import AgreementStatus, Signatory, Vendor
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import near_day
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.rules.cooperation.in_use import Used, in_use
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.rules.people.holders import SIGNATORY, holder
from digisos_wizard.model.terms import AgreementNeed, AgreementState, SignatoryBasis


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.AGREEMENTS, address, severity, message)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found; nothing is asked before there is a municipality."""
    if not reckoned.plan.decision.municipalities:
        return
    plan = reckoned.plan
    for vendor in in_use(plan, plan.vendor, ("vendor",)):
        yield from _vendor(vendor)
    for signatory in in_use(plan, plan.agreements.signatory, ("agreements", "signatory")):
        yield from _signatory(signatory, holder(plan, SIGNATORY, signatory.municipality).person)
    for cell in reckoned.agreements:
        if cell.required:
            yield from _agreement(reckoned, cell)
        else:
            yield from _not_required(reckoned, cell)


def _vendor(used: Used[Vendor]) -> Iterator[Finding]:
    at, vendor = used.at, used.value
    if not vendor.system.strip():
        yield _found(
            "system-missing",
            (*at, "system"),
            Severity.MISSING,
            used.said(_("Skriv hvilket fagsystem dere bruker.")),
        )
    questions = (
        ("has_archive", _("elektronisk arkiv")),
        ("supports_digisos", _("en versjon som støtter Digisos")),
        ("can_receive", _("mottak av digitale søknader")),
    )
    for field, words in questions:
        answer = getattr(vendor, field)
        if answer is None:
            text = used.said(_("Avklar med leverandøren om fagsystemet har {what}.").format(what=words))
            yield _found("precondition-open", (*at, field), Severity.MISSING, text)
        elif answer is False:
            text = used.said(_("Fagsystemet mangler {what}. Det må være på plass før påkobling.").format(what=words))
            yield _found("precondition-not-met", (*at, field), Severity.BLOCKER, text)
    for field, words in (("installation_date", _("installasjon")), ("training_date", _("opplæring"))):
        if getattr(vendor, field) is None:
            text = used.said(
                _("Avtal dato for {what}. Digisos skal ha den tre uker før påkobling, etter fristen fra 2019.").format(
                    what=words
                )
            )
            yield _found("vendor-date-missing", (*at, field), Severity.MISSING, text)
    if vendor.installation_date and vendor.training_date and vendor.training_date < vendor.installation_date:
        text = used.said(_("Opplæringen er satt før installasjonen. Sjekk datoene."))
        yield _found("vendor-dates-order", (*at, "training_date"), Severity.WARNING, text)


def _signatory(used: Used[Signatory], person: str | None) -> Iterator[Finding]:
    at, signatory = used.at, used.value
    if person is None:
        text = used.said(_("Velg hvem som signerer for kommunen. Uten signatar kan ikke avtalene sendes."))
        yield _found("signatory-missing", (*at, "person"), Severity.MISSING, text)
    elif signatory.basis is SignatoryBasis.DELEGATED and not signatory.authority_reference.strip():
        text = used.said(_("Signataren har fullmakt. Skriv hvor fullmakten er dokumentert."))
        yield _found("authority-missing", (*at, "authority_reference"), Severity.MISSING, text)


def _named(reckoned: Reckoned, cell: RequiredAgreement) -> str:
    several = len(reckoned.plan.decision.municipalities) > 1
    return f"{cell.spec.title} ({municipality_name(reckoned.plan, cell.municipality)})" if several else cell.spec.title


def _status(reckoned: Reckoned, cell: RequiredAgreement) -> AgreementStatus:
    found = (row for row in reckoned.plan.agreements.statuses if row.id == cell.row_id)
    return next(found, AgreementStatus(id=cell.row_id))


def _not_required(reckoned: Reckoned, cell: RequiredAgreement) -> Iterator[Finding]:
    """Yield that an agreement is called off against its rule, or that one is wise though nobody demands it."""
    at: Address = ("agreements", "statuses", cell.row_id)
    called_off = cell.state is AgreementState.NOT_RELEVANT and not _status(reckoned, cell).reason.strip()
    if cell.need is AgreementNeed.REQUIRED and called_off:
        text = _("{name} står som ikke aktuell, men regelen sier noe annet: {why} Skriv hvorfor den ikke gjelder.")
        words = text.format(name=_named(reckoned, cell), why=cell.why)
        yield _found("agreement-called-off", (*at, "reason"), Severity.MISSING, words)
    elif cell.need is AgreementNeed.ADVISED and cell.state is AgreementState.NOT_STARTED:
        text = _("{name}: {why}").format(name=_named(reckoned, cell), why=cell.why)
        yield _found("agreement-advised", (*at, "state"), Severity.NOTE, text)


def _agreement(reckoned: Reckoned, cell: RequiredAgreement) -> Iterator[Finding]:
    at: Address = ("agreements", "statuses", cell.row_id)
    status, name = _status(reckoned, cell), _named(reckoned, cell)
    if cell.state is not AgreementState.SIGNED:
        if cell.overdue and cell.due is not None:
            text = _("{name} skulle vært signert {day}.").format(name=name, day=near_day(cell.due, reckoned.today))
            yield _found("agreement-overdue", (*at, "state"), Severity.BLOCKER, text)
        else:
            text = _("{name} er ikke signert.").format(name=name)
            if cell.due is not None:
                text = _("{name} er ikke signert. Frist {day}.").format(
                    name=name, day=near_day(cell.due, reckoned.today)
                )
            yield _found("agreement-unsigned", (*at, "state"), Severity.MISSING, text)
        return
    if status.signed_on is None:
        yield _found(
            "signed-date",
            (*at, "signed_on"),
            Severity.MISSING,
            _("{name}: skriv når den ble signert.").format(name=name),
        )
    elif status.sent_on is not None and status.signed_on < status.sent_on:
        text = _("{name}: signert før den ble sendt. Sjekk datoene.").format(name=name)
        yield _found("signed-before-sent", (*at, "signed_on"), Severity.WARNING, text)
    if status.signed_by is None:
        yield _found(
            "signed-by", (*at, "signed_by"), Severity.MISSING, _("{name}: skriv hvem som signerte.").format(name=name)
        )
    if not status.archived_at.strip():
        text = _("{name}: skriv hvor kommunen har arkivert den signerte avtalen.").format(name=name)
        yield _found("agreement-archive", (*at, "archived_at"), Severity.WARNING, text)


def words(reckoned: Reckoned, _missing: int) -> str:
    """Return how many of the agreements that are needed are signed, while some aren't."""
    needed = [cell for cell in reckoned.agreements if cell.required]
    signed = sum(cell.state is AgreementState.SIGNED for cell in needed)
    return _("{signed} av {all} signert").format(signed=signed, all=len(needed)) if signed < len(needed) else ""
