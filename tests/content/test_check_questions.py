"""Questions for workshops: the sets the handbook asks for, and what is refused when it doesn't hold together."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.check_questions import check
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Content, Document, QuestionKind, QuestionSet, Source, WorkshopQuestion

CONTENT = load()


def with_sets(*sets: QuestionSet) -> Content:
    """Return the handbook with other sets."""
    fields = {name: getattr(CONTENT, name) for name in Content.model_fields}
    return Content.model_validate(fields | {"questions": sets})


def with_question(**fields: object) -> Content:
    """Return the handbook with its first question changed."""
    first = CONTENT.questions[0]
    changed = first.questions[0].model_dump() | fields
    questions = (WorkshopQuestion.model_validate(changed), *first.questions[1:])
    group = QuestionSet.model_validate(first.model_dump() | {"questions": questions})
    return with_sets(group, *CONTENT.questions[1:])


def test_there_is_a_set_for_every_step_that_is_talked_about() -> None:
    sets = {group.id: len(group.questions) for group in CONTENT.questions}
    assert list(sets) == [
        "decision",
        "roles",
        "privacy",
        "mapping",
        "benefits",
        "groups",
        "connection",
        "contingency",
    ]
    assert all(6 <= count <= 12 for count in sets.values())


def test_every_question_has_help_and_is_a_question() -> None:
    for group in CONTENT.questions:
        for question in group.questions:
            assert question.text.endswith("?"), question.id
            assert question.help.endswith("."), question.id
            assert question.id.startswith(f"{group.id}."), question.id


def test_an_own_question_has_no_badge() -> None:
    assert (
        Source(document=Document.OWN)
        in next(
            question for question in CONTENT.questions[7].questions if question.id == "contingency.frequency"
        ).sources
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": QuestionKind.FIELD, "fields": ()}, "leads to no field"),
        ({"kind": QuestionKind.CHOICE}, "two to nine answers"),
        ({"kind": QuestionKind.CHOICE, "choices": ("Ja",)}, "two to nine answers"),
        ({"kind": QuestionKind.CHOICE, "choices": tuple("abcdefghij")}, "two to nine answers"),
        ({"choices": ("Ja", "Nei")}, "nothing else has any"),
        ({"fields": ("connection.magic",)}, "unknown field connection.magic"),
        ({"fields": ("about.plan_id",)}, "unknown field about.plan_id"),
        ({"fields": ("people.roles.magic.person",)}, "unknown row magic"),
        ({"fields": ("decision.municipalities.magic.name",)}, "unknown row magic"),
        ({"minutes": 0}, "no time"),
        ({"minutes": 500}, "too much"),
        ({"text": ""}, "no text"),
        ({"text": "Hva? " * 40}, "too long"),
        ({"id": "contingency.watch"}, "not unique"),
    ],
)
def test_what_does_not_hold_together_is_refused(fields: dict[str, object], words: str) -> None:
    spoilt = with_question(**fields)
    with pytest.raises(ContentError, match=words):
        check(spoilt)


def test_an_unknown_step_is_refused() -> None:
    group = QuestionSet.model_validate(CONTENT.questions[0].model_dump() | {"step": "magic"})
    spoilt = with_sets(group)
    with pytest.raises(ContentError, match="unknown step magic"):
        check(spoilt)
