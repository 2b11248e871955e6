"""The plan: every area of the introduction in one immutable record, and what is saved beside it."""

from datetime import date

from .agreements import Agreements, Vendor
from .base import Item, PerMunicipality, Record
from .benefits import Benefits
from .connection import Connection
from .costs import Costs
from .decision import Cooperation, Decision
from .mapping import Mapping
from .people import People
from .privacy import Privacy
from .signoff import Checklist, SignOffs
from .workshop import Workshop

SCHEMA_VERSION = 4
"""Version of the plan's shape in files; a change raises it, and adds an upgrade and an old file to the tests."""


class About(Record):
    """What the plan is called and when it was begun; the id is random and stays."""

    plan_id: str = ""
    name: str = ""
    created_on: date | None = None


class Plan(Record):
    """Everything the office has answered."""

    about: About = About()
    decision: Decision = Decision()
    cooperation: Cooperation = Cooperation()
    costs: Costs = Costs()
    people: People = People()
    vendor: PerMunicipality[Vendor] = PerMunicipality[Vendor](shared=Vendor())
    agreements: Agreements = Agreements()
    privacy: Privacy = Privacy()
    mapping: Mapping = Mapping()
    benefits: Benefits = Benefits()
    connection: Connection = Connection()
    checklist: Checklist = Checklist()
    signoffs: SignOffs = SignOffs()
    workshop: Workshop = Workshop()


class Draft(Item):
    """Text that could not be read as the field's type, kept as typed; the id is the address written with slashes."""

    text: str


class Document(Record):
    """A plan with its drafts: the unit of undo, saving and recovery; `revision` counts every change, undoing too."""

    plan: Plan = Plan()
    drafts: tuple[Draft, ...] = ()
    revision: int = 0
