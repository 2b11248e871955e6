"""What a meeting leaves behind: questions with notes, hands and decisions, in the order in which they were asked."""

from dataclasses import dataclass, field

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content
from digisos_wizard.model.display import label_of
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.kinds import words_at
from digisos_wizard.model.naming import row_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.meetings.agenda import question_text
from digisos_wizard.model.rules.meetings.course import within
from digisos_wizard.model.rules.meetings.landing import landing
from digisos_wizard.model.workshop import Action, Meeting, Note, Tally

LONGEST = 120
"""Letters of the name of what an answer belongs to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A value of the plan that a question led to."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Discussed:
    """A question and what came of it; `key` empty: what belongs to no question."""

    key: str
    text: str
    answers: tuple[Answer, ...] = ()
    notes: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether anything was said, counted or decided."""
        return bool(self.notes or self.tallies or self.actions)


@dataclass(frozen=True, slots=True)
class Summary:
    """A meeting in short; without a meeting everything that the plan holds."""

    meeting: Meeting | None
    discussed: tuple[Discussed, ...]
    parked: tuple[str, ...]
    actions: tuple[Action, ...] = field(default=())

    @property
    def silent(self) -> tuple[str, ...]:
        """The questions that were taken up without anything being written."""
        return tuple(one.text for one in self.discussed if not one.has_words)


def summary(figures: Figures, meeting: Meeting | None) -> Summary:
    """Return the summary of a meeting."""
    plan, content = figures.plan, figures.content
    workshop = plan.workshop

    def mine(row: Note | Action | Tally) -> bool:
        return meeting is None or within(meeting, row.taken_at)

    notes = [note for note in workshop.notes if note.text.strip() and mine(note)]
    actions = [action for action in workshop.actions if action.text.strip() and mine(action)]
    tallies = [tally for tally in workshop.tallies if mine(tally) and any(choice.count for choice in tally.choices)]
    said = [
        *(note.question for note in notes),
        *(tally.question for tally in tallies),
        *(action.origin for action in actions),
    ]
    keys = dict.fromkeys((*(meeting.questions if meeting else ()), *said))
    discussed = tuple(
        Discussed(
            key=key,
            text=question_text(plan, content, key) if key else "",
            answers=tuple(answers(plan, content, key)),
            notes=tuple(note.text.strip() for note in notes if note.question == key),
            tallies=tuple(tally for tally in tallies if tally.question == key),
            actions=tuple(action for action in actions if action.origin == key),
        )
        for key in keys
    )
    parked = tuple(note.text.strip() for note in workshop.parked if note.text.strip() and mine(note))
    return Summary(meeting, discussed, parked, tuple(actions))


def answers(plan: Plan, content: Content, key: str) -> list[Answer]:
    """Return what the plan holds where a question's answer lands; what isn't answered is left out."""
    found = content.question_index.get(key)
    if found is None:
        return []
    return [
        Answer(name, value)
        for address in landing(plan, content, found[1].fields)
        if (value := words_at(plan, content, address)) and (name := answer_label(plan, content, address))
    ]


def answer_label(plan: Plan, content: Content, address: Address) -> str:
    """Return the label of a field, with the name of the row that it belongs to."""
    label, row = label_of(content, address), row_name(plan, content, address, LONGEST)
    return f"{row}: {label}" if row else label


def latest(plan: Plan) -> Meeting | None:
    """Return the meeting that began last, None where none has been held."""
    held = [meeting for meeting in plan.workshop.meetings if meeting.began_at is not None]
    return max(held, key=lambda one: (one.began_at is not None, one.began_at)) if held else None
