"""The content types: the handbook's facts as data, each with source and validity, loaded from `resources/content`."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from .base import Record, UnitPrice
from .terms import (
    Audience,
    BenefitArea,
    BenefitClass,
    BenefitType,
    CostTiming,
    Invoicer,
    Level,
    MapLayer,
    MergerStrategy,
    Phase,
    RiskKind,
    SecurityAspect,
    SignOffPhase,
)


class Document(StrEnum):
    """Where a fact comes from."""

    H22 = "H22"
    H19 = "H19"
    LP = "LP"
    FAQ = "FAQ"
    KS = "KS"
    PUBLIC = "pub"
    OWN = "own"


class Source(Record):
    """A source badge: the document, and where in it; `own` marks an assumption of ours, never shown as a badge."""

    document: Document
    place: str = ""


class ContentItem(Record):
    """Something of the content with a stable id, its sources, and the time it is valid for."""

    id: str
    sources: tuple[Source, ...]
    valid_from: date | None = None
    valid_to: date | None = None


class FieldKind(StrEnum):
    """How a field is read, shown and edited."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    UNIT_PRICE = "unit_price"
    PERCENT = "percent"
    DATE = "date"
    YES_NO = "yes_no"
    TICK = "tick"
    CHOICE = "choice"
    CHOICES = "choices"
    PERSON = "person"
    MUNICIPALITY = "municipality"
    STEPS = "steps"
    LINKS = "links"
    ACTIVITIES = "activities"
    CATALOGUE = "catalogue"
    SECTION = "section"
    EMAIL = "email"
    PHONE = "phone"
    ORG_NUMBER = "org_number"
    MUNICIPALITY_NUMBER = "municipality_number"
    INTERNAL = "internal"


class FieldSpec(ContentItem):
    """How one field of the plan is spoken of; the id is the address pattern, `decision.municipalities.*.name`."""

    label: str
    kind: FieldKind
    help: str = ""
    unit: str = ""
    example: str = ""
    options: str = ""
    minimum: int | None = None
    maximum: int | None = None
    suggestions: tuple[str, ...] = ()


class Option(Record):
    """The Norwegian name of one value of an enum; `help` explains it where the name isn't enough."""

    value: str
    label: str
    help: str = ""


class OptionSet(Record):
    """The names of all values of one enum; the id is the enum's class name."""

    id: str
    options: tuple[Option, ...]

    def label(self, value: str) -> str:
        """Return the name of a value, the value itself where it has none."""
        return next((option.label for option in self.options if option.value == value), value)


class Paragraph(Record):
    """A paragraph of help with its sources; `superseded` is what was said earlier, with its document."""

    text: str
    sources: tuple[Source, ...]
    superseded: str = ""


class Question(Record):
    """A frequently asked question and the answer in our words."""

    id: str
    question: str
    answer: str
    sources: tuple[Source, ...]


class StepHelp(Record):
    """What the help panel says at one step of the wizard; the id is the page's key."""

    id: str
    title: str
    question: str
    lead: str
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...] = ()


class QuestionKind(StrEnum):
    """What a question in a workshop leads to."""

    NOTE = "note"
    FIELD = "field"
    CHOICE = "choice"
    DECISION = "decision"


class WorkshopQuestion(ContentItem):
    """A question to ask a room; `help` is for whoever asks, `minutes` how long it usually takes.

    `fields` are dotted addresses of the plan where the answer lands: ids as they are, `*` for every row.
    """

    text: str
    help: str
    kind: QuestionKind
    minutes: int
    fields: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class QuestionSet(ContentItem):
    """Questions for one meeting; `step` is the key of the step that they belong to."""

    title: str
    lead: str
    step: str
    questions: tuple[WorkshopQuestion, ...]


class Price(ContentItem):
    """One price: kroner per `unit`; amount None is "mangler". `vat` None is "ikke oppgitt" and counted without."""

    label: str
    invoicer: Invoicer
    timing: CostTiming
    amount: UnitPrice | None
    unit: str
    vat: bool | None = None
    note: str = ""


class PriceCatalogue(ContentItem):
    """A dated price list; immutable once released, the plan names the one it uses.

    `own` is the empty one that the office fills itself.
    """

    label: str
    fixed_fee_limit: int
    vat_percent: UnitPrice
    prices: tuple[Price, ...]
    own: bool = False

    def price(self, price_id: str) -> Price | None:
        """Return a price, None where this catalogue doesn't know it."""
        return next((price for price in self.prices if price.id == price_id), None)


class ChecklistItem(ContentItem):
    """An item of the checklist; `per_municipality` items have one row for each that signs or configures."""

    section: str
    text: str
    phase: SignOffPhase
    evidence: str
    per_municipality: bool = False
    superseded: bool = False
    note: str = ""


class Section(Record):
    """A heading of the checklist."""

    id: str
    title: str


class ChecklistCatalogue(ContentItem):
    """The checklist in one version."""

    label: str
    sections: tuple[Section, ...]
    items: tuple[ChecklistItem, ...]


class RoleSpec(ContentItem):
    """A role, the phases it is needed in, and why."""

    title: str
    phases: tuple[Phase, ...]
    why: str
    required: bool = True


class SignerSpec(ContentItem):
    """The roles that usually sign a section of the checklist, the empty one being the whole."""

    section: str
    roles: tuple[str, ...]
    why: str


class AgreementSpec(ContentItem):
    """An agreement: who the parties are, what it regulates, the rule for who must sign (`rule`).

    `mail` is what a cover mail says, with the names of facts in braces.
    """

    title: str
    parties: str
    purpose: str
    how: str
    rule: str
    superseded: bool = False
    mail: str = ""
    mail_to: str = ""
    mail_reference: str = ""


class TextPart(ContentItem):
    """A part of a longer document, with a starting text marked as a suggestion to be assessed."""

    title: str
    question: str
    suggestion: str = ""


class RiskSpec(ContentItem):
    """A risk from the catalogue: cause, effect on the person, suggested measures."""

    kind: RiskKind
    title: str
    cause: str
    effect: str
    aspect: SecurityAspect | None = None
    measures: tuple[str, ...] = ()


class DataPath(ContentItem):
    """A way that personal data take, and who answers for it there: processor or controller (`role`)."""

    start: str
    end: str
    what: str
    responsible: str
    role: str


class StepSpec(ContentItem):
    """A step of the work process to time."""

    name: str
    who: str
    depends_on_attachments: bool = False


class TaskSpec(ContentItem):
    """An organisational task or routine of the mapping step; `group` is `handbook`, `routine` or `staff`."""

    title: str
    group: str
    help: str = ""
    superseded: bool = False


class MaterialSpec(ContentItem):
    """A piece of support material that the leader may pick."""

    title: str
    audience: Audience
    help: str = ""


class GroupSpec(ContentItem):
    """One of LP's five groups of applicants."""

    title: str
    help: str
    measures: tuple[str, ...] = ()


class BenefitSpec(ContentItem):
    """A benefit of the catalogue to pick from."""

    title: str
    description: str
    group: str
    kind: BenefitClass
    type: BenefitType
    area: BenefitArea
    indicator: str = ""
    indicator_unit: str = ""
    measuring_method: str = ""
    importance: Level | None = None
    baseline_steps: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()


class MapNodeSpec(ContentItem):
    """A box of a benefit map to begin with; leads to other boxes and to benefits of the catalogue."""

    layer: MapLayer
    title: str
    leads_to: tuple[str, ...] = ()


class MeasuringPointSpec(ContentItem):
    """A day on which the indicators are measured, in months after the connection day."""

    label: str
    months: int


class ActivitySpec(ContentItem):
    """An activity of the connection plan: a window in calendar days before (negative) or after the connection day.

    `earliest` is the recommended start, `latest` the deadline; None and None: any time before the day. It takes
    `days` working days (own), and where `lead` says so, calendar days must go by between its end and the day.
    Where municipalities connect on different days, those `by_day` are done once for each.
    """

    title: str
    column: str
    earliest: int | None
    latest: int | None
    role: str = ""
    per_municipality: bool = False
    by_day: bool = False
    days: int = 1
    lead: int | None = None
    only_with_test: bool = False
    superseded: bool = False
    evidence: str = ""
    after: tuple[str, ...] = ()
    help: str = ""


class QuietPeriod(ContentItem):
    """A time of the year when few are at work: from and to as month × 100 + day, or in days from Easter Sunday."""

    label: str
    first: int
    last: int
    easter: bool = False


class MergerStep(ContentItem):
    """What a way through a municipality merger asks for, in calendar days from the day it takes effect."""

    strategy: MergerStrategy
    title: str
    earliest: int | None
    latest: int | None
    help: str = ""


class Assumption(ContentItem):
    """A figure that we assume and the office can change; `value` is the default, `unit` what it counts."""

    label: str
    value: UnitPrice
    unit: str
    why: str


class MailSpec(ContentItem):
    """A mail around the connection; subject and body hold the names of facts in braces."""

    title: str
    when: str
    to: str
    subject: str
    body: str


class SupportPath(ContentItem):
    """Whom to turn to with a problem after connecting."""

    problem: str
    whom: str
    address: str = ""


class ContingencyStep(ContentItem):
    """What to do, in order, when applications don't reach the case system."""

    title: str
    text: str


class ScaleStep(Record):
    """The word for one step of the likelihood or consequence scale."""

    id: str
    label: str
    help: str


class Glossary(ContentItem):
    """A term and what it means; `forms` are the other ways to write it, `see` the ids of terms close to it.

    `marked` tells whether the term is explained where it stands in the program; everyday words are not.
    """

    term: str
    meaning: str
    forms: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    marked: bool = True


class Earlier(Record):
    """What held before, which document said so, and its year; a document without a date has none."""

    text: str
    source: Source
    year: int | None = None


class ChapterParagraph(ContentItem):
    """A paragraph of the handbook in our words; `heading` begins a part of the chapter."""

    text: str
    heading: str = ""
    earlier: tuple[Earlier, ...] = ()


class Chapter(Record):
    """A chapter of the handbook, in its order; `step` is the key of the page where it matters."""

    id: str
    title: str
    step: str
    paragraphs: tuple[ChapterParagraph, ...]


class AskedGroup(StrEnum):
    """The three groups that the frequently asked questions come in."""

    GENERAL = "general"
    APPLICANTS = "applicants"
    INTRODUCTION = "introduction"


class Asked(ContentItem):
    """A frequently asked question by its number and year; `today` is what holds now where the answer is outdated."""

    number: int
    group: AskedGroup
    step: str
    question: str
    answer: str
    year: int
    today: str = ""


class ChangeKind(StrEnum):
    """Where a change is known from: sources that disagree, or the handbook's own log of versions."""

    DISAGREEMENT = "disagreement"
    VERSION = "version"


class Change(ContentItem):
    """What was said before and what the product goes by now; a version has the day it came."""

    kind: ChangeKind
    title: str
    before: str
    now: str
    step: str
    on: date | None = None


class SlideSpec(ContentItem):
    """A slide of the leader package: title, points and speaker notes, with the names of facts in braces.

    `usual` ones are shown where the leader has picked none; `drawing` names a principle sketch.
    """

    title: str
    points: tuple[str, ...]
    notes: str = ""
    drawing: str = ""
    usual: bool = True


class LeafletPart(Record):
    """A part of a leaflet; `group` where it is about one of the groups of applicants."""

    text: str
    heading: str = ""
    group: str = ""


class Leaflet(ContentItem):
    """A text for applicants (`public`, out only when the office is connected) or for the reception, facts in braces."""

    title: str
    lead: str = ""
    public: bool
    parts: tuple[LeafletPart, ...]


class Content(Record):
    """Everything loaded from the content files, in one language."""

    language: str
    fields: tuple[FieldSpec, ...]
    options: tuple[OptionSet, ...]
    steps: tuple[StepHelp, ...]
    catalogues: tuple[PriceCatalogue, ...]
    checklists: tuple[ChecklistCatalogue, ...]
    roles: tuple[RoleSpec, ...]
    signers: tuple[SignerSpec, ...] = ()
    agreements: tuple[AgreementSpec, ...]
    dpia_parts: tuple[TextPart, ...]
    risks: tuple[RiskSpec, ...]
    data_flow: tuple[DataPath, ...]
    process_steps: tuple[StepSpec, ...]
    tasks: tuple[TaskSpec, ...]
    groups: tuple[GroupSpec, ...]
    materials: tuple[MaterialSpec, ...]
    reflections: tuple[TextPart, ...]
    benefits: tuple[BenefitSpec, ...]
    map_nodes: tuple[MapNodeSpec, ...]
    measuring_points: tuple[MeasuringPointSpec, ...]
    activities: tuple[ActivitySpec, ...]
    questions: tuple[QuestionSet, ...]
    quiet_periods: tuple[QuietPeriod, ...]
    merger_steps: tuple[MergerStep, ...]
    assumptions: tuple[Assumption, ...]
    mails: tuple[MailSpec, ...]
    support: tuple[SupportPath, ...]
    contingency_steps: tuple[ContingencyStep, ...]
    scales: tuple[ScaleStep, ...]
    glossary: tuple[Glossary, ...]
    chapters: tuple[Chapter, ...]
    faq: tuple[Asked, ...]
    changes: tuple[Change, ...]
    sources: tuple[Option, ...]
    slides: tuple[SlideSpec, ...] = ()
    leaflets: tuple[Leaflet, ...] = ()

    @cached_property
    def field_index(self) -> dict[str, FieldSpec]:
        """The field catalogue by address pattern."""
        return {field.id: field for field in self.fields}

    @cached_property
    def question_index(self) -> dict[str, tuple[QuestionSet, WorkshopQuestion]]:
        """The questions of all sets by id, each with its set."""
        return {question.id: (group, question) for group in self.questions for question in group.questions}

    @cached_property
    def assumption_index(self) -> dict[str, Assumption]:
        """The assumptions by id."""
        return {assumption.id: assumption for assumption in self.assumptions}

    def catalogue(self, catalogue_id: str) -> PriceCatalogue:
        """Return the price catalogue, the newest where the id is empty or unknown."""
        named = next((found for found in self.catalogues if found.id == catalogue_id), None)
        return named or [found for found in self.catalogues if not found.own][-1]

    def checklist(self, catalogue_id: str) -> ChecklistCatalogue:
        """Return the checklist in that version, the newest where the id is empty or unknown."""
        return next((found for found in self.checklists if found.id == catalogue_id), self.checklists[-1])

    def option_label(self, options: str, value: str) -> str:
        """Return the Norwegian name of an enum's value."""
        return next((found.label(value) for found in self.options if found.id == options), value)

    def source_label(self, source: Source) -> str:
        """Return the words of a source badge, such as "Håndbok 2022 · kostnader"."""
        name = next(
            (option.label for option in self.sources if option.value == source.document.value), source.document.value
        )
        return f"{name} · {source.place}" if source.place else name

    def source_help(self, source: Source) -> str:
        """Return what a source is, with its version and date."""
        return next((option.help for option in self.sources if option.value == source.document.value), "")
