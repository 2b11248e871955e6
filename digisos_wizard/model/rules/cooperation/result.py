"""What the cooperation leads to: who is responsible, and the agreements that are needed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digisos_wizard.model.content import AgreementSpec, Source
from digisos_wizard.model.terms import AgreementState


class ControllerModel(StrEnum):
    """Who is controller, as the answers lead to."""

    SINGLE = "single"
    HOST = "host"
    EACH = "each"
    UNDECIDED = "undecided"


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
    """Controller model, whether sources support the combination, and what it means for each municipality."""

    controllers: ControllerModel
    supported: bool | None
    summary: str
    municipalities: tuple[MunicipalityConsequence, ...]


@dataclass(frozen=True, slots=True)
class RequiredAgreement:
    """One cell of the matrix agreement × municipality: required or not, why, and how far it has come."""

    row_id: str
    spec: AgreementSpec
    municipality: str
    required: bool
    why: str
    sources: tuple[Source, ...]
    state: AgreementState
    due: date | None
    overdue: bool
