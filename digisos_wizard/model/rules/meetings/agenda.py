"""The agenda of a workshop: the questions that the leader picked, in order, as they are asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content, QuestionKind, Source
from digisos_wizard.model.edits import Edit, Insert, Remove
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.workshop import AgendaQuestion

AGENDA = ("workshop", "agenda")
HOUR = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked; what is said about it is filed under `key`. An own question has no help or fields."""

    row_id: str
    key: str
    text: str
    title: str = ""
    help: str = ""
    kind: QuestionKind = QuestionKind.NOTE
    minutes: int | None = None
    fields: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    own: bool = True


def agenda(plan: Plan, content: Content) -> tuple[Asked, ...]:
    """Return the questions in the order in which they are asked."""
    return tuple(_asked(content, row) for row in plan.workshop.agenda)


def _asked(content: Content, row: AgendaQuestion) -> Asked:
    found = content.question_index.get(row.question)
    if found is None:
        gone = _("Spørsmålet finnes ikke lenger") if row.question else _("Spørsmål uten tekst")
        key = row.question or row.id
        return Asked(row_id=row.id, key=key, text=row.text or gone, title=_("Eget spørsmål"), minutes=row.minutes)
    group, question = found
    return Asked(
        row_id=row.id,
        key=question.id,
        text=row.text or question.text,
        title=group.title,
        help=question.help,
        kind=question.kind,
        minutes=row.minutes if row.minutes is not None else question.minutes,
        fields=question.fields,
        choices=question.choices,
        sources=question.sources,
        own=False,
    )


def question_text(plan: Plan, content: Content, key: str) -> str:
    """Return the words of a question by its key, also one no longer on the agenda; an occasion is its own words."""
    for row in plan.workshop.agenda:
        if key in (row.question, row.id) and row.text:
            return row.text
    found = content.question_index.get(key)
    if found is not None:
        return found[1].text
    return key if " " in key else _("Et spørsmål som er fjernet")


def total_minutes(questions: Sequence[Asked]) -> int:
    """Return how long the questions take together; one without minutes takes none."""
    return sum(question.minutes or 0 for question in questions)


def minutes_words(minutes: int) -> str:
    """Return a length of time: "45 min", "1 t 35 min"."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return (
        _("{hours} t {minutes} min").format(hours=hours, minutes=rest) if rest else _("{hours} t").format(hours=hours)
    )


def picking(plan: Plan, keys: Sequence[str], new_id: Callable[[], str]) -> list[Edit]:
    """Return the edits that put questions of the content last on the agenda; those that are there stay."""
    picked = {row.question for row in plan.workshop.agenda}
    return [Insert(AGENDA, AgendaQuestion(id=new_id(), question=key)) for key in keys if key not in picked]


def leaving(plan: Plan, keys: Sequence[str]) -> list[Edit]:
    """Return the edits that take questions of the content off the agenda."""
    return [Remove((*AGENDA, row.id)) for row in plan.workshop.agenda if row.question and row.question in keys]
