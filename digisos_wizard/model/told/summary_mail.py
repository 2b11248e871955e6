"""The summary of a meeting as text for a mail."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.told.cover_mail import Mail
from digisos_wizard.model.told.summary import Discussed, Summary, summary
from digisos_wizard.model.workshop import Action, Meeting, Tally


def meeting_title(meeting: Meeting | None) -> str:
    """Return what a meeting is called."""
    return (meeting.title.strip() if meeting is not None else "") or _("Møte om digital søknad")


def meeting_time(meeting: Meeting | None) -> str:
    """Return when a meeting was held: "23. november 2026 kl. 14.02–15.30"; nothing without a meeting."""
    if meeting is None or meeting.began_at is None:
        return ""
    words = f"{formatting.day(meeting.began_at.date())} {formatting.clock(meeting.began_at)}"
    return f"{words}–{meeting.ended_at:%H.%M}" if meeting.ended_at is not None else words


def action_words(plan: Plan, action: Action) -> str:
    """Return a decision with owner and deadline in a sentence."""
    owner = person_name(plan, action.owner) or _("ansvarlig mangler")
    deadline = _("frist {day}").format(day=formatting.day(action.deadline)) if action.deadline else _("uten frist")
    return f"{action.text.strip()} ({owner}, {deadline})"


def tally_words(tally: Tally) -> str:
    """Return a show of hands: "Ja 7, Nei 3"."""
    return ", ".join(f"{choice.text or choice.id} {formatting.number(choice.count)}" for choice in tally.choices)


def summary_mail(figures: Figures, meeting: Meeting | None) -> Mail:
    """Return the summary as a mail without receiver."""
    plan = figures.plan
    found = summary(figures, meeting)
    title = meeting_title(meeting)
    subject = _("Oppsummering: {title}").format(title=title)
    return Mail("", subject, "\n".join(_lines(plan, found, title)).strip() + "\n")


def _lines(plan: Plan, found: Summary, title: str) -> Iterator[str]:
    yield title
    if when := meeting_time(found.meeting):
        yield when
    if found.meeting is not None and found.meeting.participants:
        yield _("Deltakere: {names}").format(names=found.meeting.participants)
    if found.actions:
        yield from ("", _("BESLUTNINGER"))
        yield from (f"- {action_words(plan, action)}" for action in found.actions)
    for one in found.discussed:
        if one.has_words:
            yield from ("", *_question(one))
    if found.parked:
        yield from ("", _("PARKERT TIL SENERE"))
        yield from (f"- {text}" for text in found.parked)
    if found.silent:
        yield from ("", _("Også tatt opp: {questions}").format(questions=" ".join(found.silent)))
    if not found.actions and not found.discussed and not found.parked:
        yield from ("", _("Ingenting er skrevet ned ennå."))


def _question(one: Discussed) -> Iterator[str]:
    yield one.text or _("Uten spørsmål")
    yield from (f"- {answer.label}: {answer.value}" for answer in one.answers)
    yield from ("- " + note.replace("\n", "\n  ") for note in one.notes)
    for tally in one.tallies:
        yield "- " + _("Håndsopprekning: {answers}").format(answers=tally_words(tally))
    for action in one.actions:
        yield "- " + _("Besluttet: {text}").format(text=action.text.strip())
