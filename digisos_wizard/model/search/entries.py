"""What can be looked up: every paragraph, question, change, term, item, activity and field of the content."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content, FieldKind, Source
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.steps import BY_AREA


class Kind(StrEnum):
    """Kinds of entries, in the order in which equally good ones are shown."""

    TERM = "term"
    CHAPTER = "chapter"
    QUESTION = "question"
    CHANGE = "change"
    HELP = "help"
    ITEM = "item"
    ACTIVITY = "activity"
    AGREEMENT = "agreement"
    ROLE = "role"
    TASK = "task"
    MATERIAL = "material"
    RISK = "risk"
    BENEFIT = "benefit"
    FIELD = "field"


IN_THE_PLAN = frozenset(Kind) - {Kind.TERM, Kind.CHAPTER, Kind.QUESTION, Kind.CHANGE, Kind.HELP}
"""Kinds that stand on the page of a step: choosing one leads there."""


FIRST, SHARED = 0.8, 0.3
"""Weight of a chapter's title for its first paragraph and for the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find: `target` is its id within its kind, `also` are words that lead to it without being shown.

    `weight` is how much its title says of this text alone: a chapter's stands above many paragraphs.
    """

    kind: Kind
    target: str
    step: StepKey
    title: str
    text: str
    also: str = ""
    part: str = ""
    weight: float = 1.0
    sources: tuple[Source, ...] = ()


def entries(content: Content) -> tuple[Entry, ...]:
    """Return everything of the content that can be found."""
    return (*_reference(content), *_help(content), *_plan(content), *_fields(content))


def _reference(content: Content) -> Iterator[Entry]:
    for term in content.glossary:
        yield Entry(Kind.TERM, term.id, StepKey.OVERVIEW, term.term, term.meaning, " ".join(term.forms))
    for chapter in content.chapters:
        heading = ""
        for number, paragraph in enumerate(chapter.paragraphs):
            heading = paragraph.heading or heading
            earlier = " ".join(one.text for one in paragraph.earlier)
            text = f"{paragraph.text} {earlier}".strip()
            title = f"{chapter.title}: {heading}" if heading else chapter.title
            weight = SHARED if number else FIRST
            yield Entry(Kind.CHAPTER, chapter.id, StepKey(chapter.step), title, text, "", paragraph.id, weight)
    for asked in content.faq:
        text = f"{asked.answer} {asked.today}".strip()
        yield Entry(Kind.QUESTION, asked.id, StepKey(asked.step), asked.question, text)
    for change in content.changes:
        text = f"{change.before} {change.now}".strip()
        yield Entry(Kind.CHANGE, change.id, StepKey(change.step), change.title, text)


def _help(content: Content) -> Iterator[Entry]:
    for step in content.steps:
        key = StepKey(step.id)
        text = " ".join((step.lead, *(paragraph.text for paragraph in step.paragraphs)))
        yield Entry(Kind.HELP, step.id, key, step.title, text, step.question)
        for question in step.questions:
            yield Entry(Kind.HELP, step.id, key, question.question, question.answer, "", question.id)


def _plan(content: Content) -> Iterator[Entry]:
    for item in content.checklist("").items:
        yield Entry(Kind.ITEM, item.id, StepKey.CHECKLIST, item.text, item.note, sources=item.sources)
    for activity in content.activities:
        title, also = activity.title, activity.column
        yield Entry(
            Kind.ACTIVITY, activity.id, StepKey.CONNECTION, title, activity.help, also, sources=activity.sources
        )
    for agreement in content.agreements:
        text = f"{agreement.purpose} {agreement.how} {agreement.rule}"
        title, also = agreement.title, agreement.parties
        yield Entry(Kind.AGREEMENT, agreement.id, StepKey.AGREEMENTS, title, text, also, sources=agreement.sources)
    for role in content.roles:
        yield Entry(Kind.ROLE, role.id, StepKey.ROLES, role.title, role.why, sources=role.sources)
    for task in content.tasks:
        yield Entry(Kind.TASK, task.id, StepKey.MAPPING, task.title, task.help, sources=task.sources)
    for material in content.materials:
        yield Entry(
            Kind.MATERIAL, material.id, StepKey.MAPPING, material.title, material.help, sources=material.sources
        )
    for risk in content.risks:
        measures = _("Tiltak: {measures}.").format(measures="; ".join(risk.measures)) if risk.measures else ""
        text = f"{risk.cause} {risk.effect} {measures}".strip()
        yield Entry(Kind.RISK, risk.id, StepKey.PRIVACY, risk.title, text, sources=risk.sources)
    for benefit in content.benefits:
        title, also = benefit.title, benefit.indicator
        text = benefit.description
        yield Entry(Kind.BENEFIT, benefit.id, StepKey.BENEFITS, title, text, also, sources=benefit.sources)


def _fields(content: Content) -> Iterator[Entry]:
    for field in content.fields:
        if field.kind is not FieldKind.INTERNAL:
            also = f"{field.unit} {field.example}"
            step = BY_AREA[field.id.partition(".")[0]].key
            yield Entry(Kind.FIELD, field.id, step, field.label, field.help, also, sources=field.sources)
