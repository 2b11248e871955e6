"""Everything loaded from the content files, in one language."""

from functools import cached_property

from digisos_wizard.model.base import Record

from .catalogues import ChecklistCatalogue, PriceCatalogue, SignerSpec
from .facts import Fact
from .fields import FieldSpec
from .meetings import Leaflet, QuestionSet, SlideSpec, WorkshopQuestion
from .reference import Asked, Change, Chapter, Glossary, StepHelp
from .sources import DocumentSpec, OptionSet, Source
from .timing import ActivitySpec, ContingencyStep, MailSpec, MergerStep, QuietPeriod, SupportPath
from .work import (
    AgreementSpec,
    Assumption,
    BenefitSpec,
    DataPath,
    GroupSpec,
    MapNodeSpec,
    MaterialSpec,
    MeasuringPointSpec,
    RiskSpec,
    RoleSpec,
    ScaleStep,
    StepSpec,
    TaskSpec,
    TextPart,
)


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
    sources: tuple[DocumentSpec, ...]
    facts: tuple[Fact, ...] = ()
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
