"""What types can't say of the questions for workshops: where their answers land, and what can be chosen."""

from digisos_wizard.errors import ContentError
from digisos_wizard.model.address import UnknownAddressError, pattern
from digisos_wizard.model.content import Content, FieldKind, QuestionKind, WorkshopQuestion
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.meetings.landing import template, unknown_row
from digisos_wizard.model.steps import STEPS

FILE = "questions.json"
KEYS = frozenset(step.key.value for step in STEPS)
FEWEST, MOST = 2, 9
"""Answers in a show of hands: each has a digit on the keyboard."""
LONGEST = 120
"""Letters in a question that can be read from the back of a room."""
LONGEST_TIME = 240


def check(content: Content) -> None:
    """Raise ContentError for the first set or question that doesn't hold together."""
    seen: set[str] = set()
    for group in content.questions:
        if group.step not in KEYS:
            raise ContentError(FILE, group.id, f"unknown step {group.step}")
        for question in group.questions:
            if question.id in seen:
                raise ContentError(FILE, question.id, "id not unique")
            seen.add(question.id)
            _question(content, question)


def _question(content: Content, question: WorkshopQuestion) -> None:
    if not 0 < len(question.text) <= LONGEST:
        raise ContentError(FILE, question.id, "no text, or one too long for a screen")
    if not 1 <= question.minutes <= LONGEST_TIME:
        raise ContentError(FILE, question.id, "takes no time, or too much")
    choosing = question.kind is QuestionKind.CHOICE
    if choosing is not (FEWEST <= len(question.choices) <= MOST) or (question.choices and not choosing):
        raise ContentError(FILE, question.id, "a show of hands has two to nine answers, and nothing else has any")
    if question.kind is QuestionKind.FIELD and not question.fields:
        raise ContentError(FILE, question.id, "leads to no field")
    for field in question.fields:
        try:
            spec = content.field_index.get(pattern(Plan, template(field)))
        except UnknownAddressError:
            spec = None
        if spec is None or spec.kind is FieldKind.INTERNAL:
            raise ContentError(FILE, question.id, f"unknown field {field}")
        if row := unknown_row(content, field):
            raise ContentError(FILE, question.id, f"unknown row {row} in {field}")
