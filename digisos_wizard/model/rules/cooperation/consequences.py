"""Who is controller and where applications go: the two independent questions of the handbook (H22, H19)."""

from digisos_wizard.i18n import _
from digisos_wizard.model.decision import Cooperation, Municipality
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.result import ControllerModel, CooperationResult, MunicipalityConsequence
from digisos_wizard.model.terms import CaseSystemModel, CooperationForm

SHARED_SYSTEMS = (CaseSystemModel.SHARED, CaseSystemModel.SHARED_PARTITIONED)


def consequences(plan: Plan) -> CooperationResult:
    """Return what the cooperation answers lead to, as a whole and for each municipality."""
    places = plan.decision.municipalities
    answers = plan.cooperation
    if len(places) <= 1:
        lines = tuple(_alone(plan, place) for place in places)
        return CooperationResult(ControllerModel.SINGLE, None, "", lines)
    controllers = _controllers(answers, places)
    supported, summary = _support(answers, controllers)
    host = next((place for place in places if place.id == answers.host), None)
    lines = tuple(_one(plan, place, host, controllers) for place in places)
    return CooperationResult(controllers, supported, summary, lines)


def _controllers(answers: Cooperation, places: tuple[Municipality, ...]) -> ControllerModel:
    """Transferred but not stated is treated as not transferred (H22)."""
    if answers.form is None:
        return ControllerModel.UNDECIDED
    if answers.form is not CooperationForm.HOST:
        return ControllerModel.EACH
    if answers.controller_transferred is None:
        return ControllerModel.UNDECIDED
    if answers.controller_transferred is False:
        return ControllerModel.EACH
    if answers.transfer_stated is None:
        return ControllerModel.UNDECIDED
    if not answers.transfer_stated:
        return ControllerModel.EACH
    return ControllerModel.HOST if any(place.id == answers.host for place in places) else ControllerModel.UNDECIDED


def _support(answers: Cooperation, controllers: ControllerModel) -> tuple[bool | None, str]:
    """Return whether the handbook lists the combination, and what to say of it; None where it can't be told."""
    if answers.form is None:
        return None, _("Svar på hvordan kommunene samarbeider, så ser du hva det betyr.")
    if answers.form is CooperationForm.NONE:
        return None, _("Kommunene samarbeider ikke formelt. Hver kommune er behandlingsansvarlig og signerer selv.")
    if answers.form is not CooperationForm.HOST:
        each = _("Alle kommunene signerer egne avtaler med direktoratet.")
        return False, " ".join((each, _("Hvor søknadene skal gå, må dere avklare med Digisos.")))
    if answers.controller_transferred and answers.transfer_stated is False:
        return False, _(
            "Overføringen står ikke i samarbeidsavtalen. Da gjelder den ikke: "
            "direktoratet inngår avtaler med hver kommune til dette er avklart."
        )
    if controllers is ControllerModel.UNDECIDED or answers.case_systems is None:
        return None, _("Svar på resten av spørsmålene, så ser du hva det betyr for hver kommune.")
    return _host_support(controllers, answers.case_systems)


def _host_support(controllers: ControllerModel, systems: CaseSystemModel) -> tuple[bool | None, str]:
    """Return how the handbook sees a host cooperation: two supported models, one that only H19 describes."""
    if controllers is ControllerModel.HOST and systems in SHARED_SYSTEMS:
        return True, _("Vertskommunen er behandlingsansvarlig for alle, og søknadene går til ett felles fagsystem.")
    if controllers is ControllerModel.EACH and systems is CaseSystemModel.SEPARATE:
        return True, _("Hver kommune er behandlingsansvarlig, og søknadene går til hver kommunes eget fagsystem.")
    if controllers is ControllerModel.EACH and systems is CaseSystemModel.SHARED_PARTITIONED:
        return None, _("Håndboka fra 2019 beskriver dette, men den fra 2022 gjør det ikke. Avklar det med Digisos.")
    return False, _("Håndboka beskriver ikke denne kombinasjonen. Avklar den med Digisos.")


def _alone(plan: Plan, place: Municipality) -> MunicipalityConsequence:
    own = _receiving(place)
    text = _("Søknaden sendes til {office} i {place}.").format(office=_office(plan), place=_name(place))
    return MunicipalityConsequence(
        place.id, place.id, place.id, own, text, place.id, _("Kommunen setter opp Fiks Digisos selv.")
    )


def _one(
    plan: Plan, place: Municipality, host: Municipality | None, controllers: ControllerModel
) -> MunicipalityConsequence:
    answers = plan.cooperation
    controller = {ControllerModel.HOST: host, ControllerModel.EACH: place}.get(controllers)
    receiver: Municipality | None = None
    if answers.form in (CooperationForm.HOST, CooperationForm.NONE):
        if answers.case_systems is CaseSystemModel.SEPARATE or answers.form is CooperationForm.NONE:
            receiver = place
        elif answers.case_systems in SHARED_SYSTEMS:
            receiver = host
    signer = controller.id if controller is not None else None
    if answers.form is not None and answers.form is not CooperationForm.HOST:
        signer = place.id
    shown = _("Hvilken kommune søkeren får se, er ikke avklart.")
    if controller is not None:
        shown = _("Søknaden sendes til {office} i {place}.").format(office=_office(plan), place=_name(controller))
    return MunicipalityConsequence(
        place.id,
        controller.id if controller is not None else None,
        receiver.id if receiver is not None else None,
        _receiving(receiver) if receiver is not None else "",
        shown,
        signer,
        _fiks_text(place, host, receiver, controllers),
    )


def _fiks_text(
    place: Municipality, host: Municipality | None, receiver: Municipality | None, controllers: ControllerModel
) -> str:
    parts = [_("Kommunen setter opp Fiks Digisos selv.")]
    if receiver is not None and receiver.id != place.id:
        parts.append(_("Oppgi SvarUt-adressen til {host} som mottakssystem.").format(host=_name(receiver)))
    if receiver is None:
        parts.append(_("Mottakssystemet er ikke avklart."))
    if controllers is ControllerModel.HOST and host is not None:
        parts.append(_("Før opp {host} som behandlingsansvarlig.").format(host=_name(host)))
    return " ".join(parts)


def _receiving(place: Municipality) -> str:
    return place.receiving_org_number or place.org_number


def _name(place: Municipality) -> str:
    return place.name or _("kommune uten navn")


def _office(plan: Plan) -> str:
    return plan.decision.office or _("NAV-kontoret")
