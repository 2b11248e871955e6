"""Who is controller and where applications go: the two independent questions of the handbook (H22, H19)."""

from digisos_wizard.i18n import _
from digisos_wizard.model.decision import Cooperation, Municipality
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.result import (
    ControllerModel,
    CooperationResult,
    MunicipalityConsequence,
    Question,
    Support,
)
from digisos_wizard.model.terms import CaseSystemModel, CooperationForm

SHARED_SYSTEMS = (CaseSystemModel.SHARED, CaseSystemModel.SHARED_PARTITIONED)
HOST, EACH = ControllerModel.HOST, ControllerModel.EACH
HOST_COOPERATION = {
    (HOST, CaseSystemModel.SHARED): Support.LISTED,
    (HOST, CaseSystemModel.SHARED_PARTITIONED): Support.LISTED,
    (HOST, CaseSystemModel.SEPARATE): Support.UNLISTED,
    (EACH, CaseSystemModel.SHARED): Support.EARLIER,
    (EACH, CaseSystemModel.SHARED_PARTITIONED): Support.ASK,
    (EACH, CaseSystemModel.SEPARATE): Support.LISTED,
}
"""How the handbooks see a host cooperation: H22's two models, and what H19 alone describes."""


def consequences(plan: Plan) -> CooperationResult:
    """Return what the cooperation answers lead to, as a whole and for each municipality."""
    places = plan.decision.municipalities
    answers = plan.cooperation
    question = open_question(answers, places)
    host = next((place for place in places if place.id == answers.host), None)
    if len(places) <= 1 and question is None and host is None:
        lines = tuple(_alone(plan, place) for place in places)
        return CooperationResult(ControllerModel.SINGLE, Support.OPEN, "", lines)
    controllers = _controllers(answers, question)
    support = _support(answers, controllers)
    lines = tuple(_one(plan, place, host, controllers, support, question) for place in places)
    return CooperationResult(controllers, support, _summary(answers, question, support), lines, question)


def open_question(answers: Cooperation, places: tuple[Municipality, ...]) -> Question | None:
    """Return the answer that it waits for who is controller: with one municipality only whether that is the host."""
    several = len(places) > 1
    if answers.form is None:
        return Question.FORM if several else None
    if answers.form is not CooperationForm.HOST:
        return None
    if answers.controller_transferred is None:
        return Question.TRANSFERRED if several else None
    if not answers.controller_transferred:
        return None
    if answers.transfer_stated is None:
        return Question.STATED if several else None
    known = any(place.id == answers.host for place in places)
    return Question.HOST if places and answers.transfer_stated and not known else None


def asked(question: Question) -> str:
    """Return the sentence that asks for an answer."""
    return {
        Question.FORM: _("Svar på hvordan kommunene samarbeider."),
        Question.TRANSFERRED: _("Svar på om behandlingsansvaret er overført til vertskommunen."),
        Question.STATED: _("Svar på om samarbeidsavtalen sier at behandlingsansvaret er overført."),
        Question.HOST: _("Velg hvilken kommune som er vertskommune."),
    }[question]


def _controllers(answers: Cooperation, question: Question | None) -> ControllerModel:
    """Transferred but not stated is treated as not transferred (H22)."""
    if question is not None:
        return ControllerModel.UNDECIDED
    transferred = answers.controller_transferred and answers.transfer_stated
    return HOST if answers.form is CooperationForm.HOST and transferred else EACH


def _support(answers: Cooperation, controllers: ControllerModel) -> Support:
    """Return whether the handbooks describe the combination; OPEN where it can't be told."""
    if answers.form in (None, CooperationForm.NONE):
        return Support.OPEN
    if answers.form is not CooperationForm.HOST:
        return Support.UNLISTED
    if controllers is ControllerModel.UNDECIDED or answers.case_systems is None:
        return Support.OPEN
    return HOST_COOPERATION[controllers, answers.case_systems]


def _summary(answers: Cooperation, question: Question | None, support: Support) -> str:
    if question is not None:
        then = _("Da ser du hva det betyr for hver kommune.")
        return f"{asked(question)} {then}"
    if answers.form is CooperationForm.NONE:
        return _("Kommunene samarbeider ikke formelt. Hver kommune er behandlingsansvarlig og signerer selv.")
    if answers.form is not CooperationForm.HOST:
        each = _("Alle kommunene signerer egne avtaler med direktoratet.")
        return " ".join((each, _("Hvor søknadene skal gå, må dere avklare med Digisos.")))
    if answers.controller_transferred and answers.transfer_stated is False:
        return _(
            "Overføringen står ikke i samarbeidsavtalen. Da gjelder den ikke: "
            "direktoratet inngår avtaler med hver kommune til dette er avklart."
        )
    if answers.case_systems is None:
        return _("Svar på om kommunene har felles eller hvert sitt fagsystem. Da ser du hvor søknadene går.")
    return _host_summary(answers, support)


def _host_summary(answers: Cooperation, support: Support) -> str:
    match support:
        case Support.LISTED if answers.case_systems is CaseSystemModel.SEPARATE:
            return _("Hver kommune er behandlingsansvarlig, og søknadene går til hver kommunes eget fagsystem.")
        case Support.LISTED:
            return _("Vertskommunen er behandlingsansvarlig for alle, og søknadene går til ett felles fagsystem.")
        case Support.EARLIER:
            return _(
                "Hver kommune er behandlingsansvarlig, og søknadene går til ett felles fagsystem. Håndboka fra 2019 "
                "beskriver dette, den fra 2022 nevner det ikke."
            )
        case Support.ASK:
            return _(
                "Håndboka fra 2019 åpner for et felles fagsystem med egne deler for kommunene, den fra 2022 nevner "
                "det ikke. Avklar det med Digisos."
            )
        case _:
            return _("Håndboka beskriver ikke denne kombinasjonen. Avklar den med Digisos.")


def _alone(plan: Plan, place: Municipality) -> MunicipalityConsequence:
    own = _receiving(place)
    text = _("Søknaden sendes til {office} i {place}.").format(office=_office(plan), place=_name(place))
    return MunicipalityConsequence(
        place.id, place.id, place.id, own, text, place.id, _("Kommunen setter opp Fiks Digisos selv.")
    )


def _one(
    plan: Plan,
    place: Municipality,
    host: Municipality | None,
    controllers: ControllerModel,
    support: Support,
    question: Question | None,
) -> MunicipalityConsequence:
    controller = {HOST: host, EACH: place}.get(controllers)
    receiver = _receiver(plan.cooperation, place, host)
    return MunicipalityConsequence(
        place.id,
        controller.id if controller is not None else None,
        receiver.id if receiver is not None else None,
        _receiving(receiver) if receiver is not None else "",
        _nav_text(plan, controller, support, question),
        controller.id if controller is not None else None,
        _fiks_text(place, host, receiver, controllers),
    )


def _receiver(answers: Cooperation, place: Municipality, host: Municipality | None) -> Municipality | None:
    """Return to whom applications go, None where that must be cleared with Digisos."""
    if answers.form is CooperationForm.NONE:
        return place
    if answers.form is not CooperationForm.HOST:
        return None
    if answers.case_systems is CaseSystemModel.SEPARATE:
        return place
    return host if answers.case_systems in SHARED_SYSTEMS else None


def _nav_text(plan: Plan, controller: Municipality | None, support: Support, question: Question | None) -> str:
    """Return what the applicant is told; where the routing is unclear, nobody can promise that."""
    if question is not None:
        unknown = _("Hvilken kommune søkeren får se, er ikke avgjort.")
        return f"{unknown} {asked(question)}"
    if support is Support.UNLISTED or controller is None:
        return _("Hvilken kommune søkeren får se, er ikke avklart. Avklar det med Digisos.")
    return _("Søknaden sendes til {office} i {place}.").format(office=_office(plan), place=_name(controller))


def _fiks_text(
    place: Municipality, host: Municipality | None, receiver: Municipality | None, controllers: ControllerModel
) -> str:
    parts = [_("Kommunen setter opp Fiks Digisos selv.")]
    if receiver is not None and receiver.id != place.id:
        parts.append(_("Oppgi SvarUt-adressen til {host} som mottakssystem.").format(host=_name(receiver)))
    if receiver is None:
        parts.append(_("Mottakssystemet er ikke avklart."))
    if controllers is HOST and host is not None:
        parts.append(_("Før opp {host} som behandlingsansvarlig.").format(host=_name(host)))
    return " ".join(parts)


def _receiving(place: Municipality) -> str:
    return place.receiving_org_number or place.org_number


def _name(place: Municipality) -> str:
    return place.name or _("kommune uten navn")


def _office(plan: Plan) -> str:
    return plan.decision.office or _("NAV-kontoret")
