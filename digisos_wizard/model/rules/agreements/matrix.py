"""Which agreements must be signed by whom, and why (H22, KS)."""

from datetime import date, timedelta

from digisos_wizard.i18n import _
from digisos_wizard.model.agreements import AgreementStatus
from digisos_wizard.model.base import instance_id
from digisos_wizard.model.content import AgreementSpec, Content
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.connection.workdays import working_day_before
from digisos_wizard.model.rules.cooperation.result import ControllerModel, CooperationResult, RequiredAgreement
from digisos_wizard.model.rules.costs.payers import merging
from digisos_wizard.model.rules.days import connection_date
from digisos_wizard.model.terms import AgreementState, CooperationForm

DIRECTORATE = ("cooperation", "processing")
KS_ALWAYS = ("ks-terms", "ks-annex", "ks-main")


def matrix(plan: Plan, content: Content, cooperation: CooperationResult, today: date) -> tuple[RequiredAgreement, ...]:
    """Return a cell for every agreement and municipality, agreements in the content's order."""
    statuses = {status.id: status for status in plan.agreements.statuses}
    become = [place.id for place in merging(plan)][1:]
    cells = []
    for spec in content.agreements:
        for place in plan.decision.municipalities:
            required, why = _need(plan, spec, place.id, cooperation)
            if place.id in become:
                required = False
                why = _("Kommunene er slått sammen før de kobler på. Den nye kommunen signerer én gang.")
            row_id = instance_id(spec.id, place.id)
            status = statuses.get(row_id, AgreementStatus(id=row_id))
            state = status.state
            needed = required and state is not AgreementState.NOT_RELEVANT
            day = connection_date(plan, place.id)
            due = (
                working_day_before(day + timedelta(days=_latest(content, spec))) if day is not None and needed else None
            )
            overdue = due is not None and due < today and state is not AgreementState.SIGNED
            cells.append(RequiredAgreement(row_id, spec, place.id, needed, why, spec.sources, state, due, overdue))
    return tuple(cells)


def _latest(content: Content, spec: AgreementSpec) -> int:
    """Return the deadline in days from the connection day: that of the activity that the agreement proves."""
    proven = f"agreement:{spec.id}"
    offsets = [item.latest for item in content.activities if item.evidence == proven and item.latest is not None]
    return min(offsets, default=0)


def _need(plan: Plan, spec: AgreementSpec, place: str, cooperation: CooperationResult) -> tuple[bool, str]:
    """Return whether a municipality must sign, and the rule in words."""
    if spec.superseded:
        return False, _("Står bare i håndboka fra 2019. Avklar med KS om den fortsatt er aktuell.")
    if spec.id in DIRECTORATE:
        return _directorate(plan, place, cooperation)
    if spec.id in KS_ALWAYS:
        return True, _("Alle kommuner inngår avtale med KS, også i et vertskommunesamarbeid.")
    if spec.id == "vendor":
        return _vendor(plan, place)
    if spec.id == "inter-municipal":
        if len(plan.decision.municipalities) < 2 or plan.cooperation.form in (None, CooperationForm.NONE):  # noqa: PLR2004 - a pair
            return False, _("Gjelder bare når flere kommuner samarbeider.")
        return True, _("Avtalen mellom kommunene må si hvem som er behandlingsansvarlig.")
    return True, spec.rule


def _directorate(plan: Plan, place: str, cooperation: CooperationResult) -> tuple[bool, str]:
    if cooperation.controllers is ControllerModel.SINGLE:
        return True, _("Kommunen er behandlingsansvarlig, og signerer selv.")
    if cooperation.controllers is ControllerModel.HOST:
        host = plan.cooperation.host or ""
        if place == host:
            return True, _("Vertskommunen har fått overført behandlingsansvaret, og signerer for alle.")
        return False, _("{host} har fått overført behandlingsansvaret, og signerer.").format(
            host=municipality_name(plan, host)
        )
    if cooperation.controllers is ControllerModel.UNDECIDED:
        return True, _(
            "Hvem som er behandlingsansvarlig, er ikke avklart. "
            "Til det er gjort, regner vi med at hver kommune signerer."
        )
    if plan.cooperation.form is CooperationForm.HOST and plan.cooperation.controller_transferred:
        return True, _("Overføringen står ikke i samarbeidsavtalen. Da signerer hver kommune.")
    if plan.cooperation.form is CooperationForm.HOST:
        return True, _("Ansvaret er ikke overført, så hver kommune signerer.")
    return True, _("I denne samarbeidsformen signerer alle kommunene egne avtaler.")


def _vendor(plan: Plan, place: str) -> tuple[bool, str]:
    """Return who signs with the vendor: whoever has an own answer, and for the shared one the host or the first."""
    if len(plan.decision.municipalities) == 1 or plan.vendor.has_own(place):
        return True, _("Kommunen avtaler leveranse, pris og opplæring med sin leverandør.")
    sharing = [other.id for other in plan.decision.municipalities if not plan.vendor.has_own(other.id)]
    signer = plan.cooperation.host if plan.cooperation.host in sharing else sharing[0]
    if place == signer:
        return True, _("Inngår avtalen om det felles fagsystemet med leverandøren.")
    return False, _("{host} inngår avtalen om det felles fagsystemet.").format(
        host=municipality_name(plan, signer or "")
    )
