"""What the cooperation leads to: who is responsible, and the agreements that are needed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.model.content import AgreementSpec, Source
from digisos_wizard.model.terms import AgreementNeed, AgreementState


class ControllerModel(StrEnum):
    """Who is controller, as the answers lead to."""

    SINGLE = "single"
    HOST = "host"
    EACH = "each"
    UNDECIDED = "undecided"


class Support(StrEnum):
    """Whether sources describe the combination: H22 lists it, H19 alone describes it, none does, or it is no matter.

    `ASK` is described by H19 with a reservation: it must be cleared with Digisos.
    """

    LISTED = "listed"
    EARLIER = "earlier"
    ASK = "ask"
    UNLISTED = "unlisted"
    OPEN = "open"


class Question(StrEnum):
    """The answer that decides what is not decided yet."""

    FORM = "form"
    TRANSFERRED = "controller_transferred"
    STATED = "transfer_stated"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class MunicipalityConsequence:
    """What the cooperation answers mean for one municipality; texts are sentences for the page."""

    municipality: str
    controller: str | None
    receiver: str | None
    receiving_org_number: str
    nav_text: str
    signs_with_directorate: str | None
    fiks_text: str


@dataclass(frozen=True, slots=True)
class CooperationResult:
    """Controller model, whether sources support the combination, and what it means for each municipality.

    `question` is what must be answered before it is decided who is controller, None where it is.
    """

    controllers: ControllerModel
    support: Support
    summary: str
    municipalities: tuple[MunicipalityConsequence, ...]
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class RequiredAgreement:
    """One cell of the matrix agreement × municipality: whether it is needed, by which rule, and how far it has come.

    `required` is False where the office says that it doesn't apply, whatever the rule needs.
    """

    row_id: str
    spec: AgreementSpec
    municipality: str
    required: bool
    why: str
    sources: tuple[Source, ...]
    state: AgreementState
    due: date | None
    overdue: bool
    need: AgreementNeed = AgreementNeed.NONE
    rule: str = ""
