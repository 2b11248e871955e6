"""The vendor, and the agreements that each municipality signs."""

from datetime import date

from .base import Item, PerMunicipality, Record, SparseItem
from .terms import AgreementState, SignatoryBasis


class Responsibility(Item):
    """Who does one piece of the technical preparation."""

    task: str = ""
    party: str = ""
    deadline: date | None = None
    done: bool = False


class Vendor(Record):
    """The case system, the three preconditions for receiving, the offer and the agreed dates."""

    system: str = ""
    supplier: str = ""
    version: str = ""
    has_archive: bool | None = None
    supports_digisos: bool | None = None
    can_receive: bool | None = None
    offer_reference: str = ""
    offer_date: date | None = None
    installation_date: date | None = None
    training_date: date | None = None
    technical_done_on: date | None = None
    contact: str = ""
    responsibilities: tuple[Responsibility, ...] = ()


class Signatory(Record):
    """Who signs for a municipality, and with what authority."""

    person: str | None = None
    basis: SignatoryBasis | None = None
    authority_reference: str = ""


class AgreementStatus(SparseItem):
    """One cell of the matrix agreement × municipality; the id is `agreement@municipality`."""

    state: AgreementState = AgreementState.NOT_STARTED
    sent_on: date | None = None
    signed_on: date | None = None
    signed_by: str | None = None
    reference: str = ""
    archived_at: str = ""
    reason: str = ""
    note: str = ""


class Agreements(Record):
    """Signatories and the state of every agreement."""

    signatory: PerMunicipality[Signatory] = PerMunicipality[Signatory](shared=Signatory())
    statuses: tuple[AgreementStatus, ...] = ()
