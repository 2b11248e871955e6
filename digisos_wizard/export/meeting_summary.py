"""The summary of a meeting: decisions first, then question for question what was said, and what is parked."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.document import model as d
from digisos_wizard.export.text import short
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import office_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.meetings.agenda import minutes_words, total_minutes
from digisos_wizard.model.told.summary import Discussed, latest, summary
from digisos_wizard.model.told.summary_mail import meeting_time, meeting_title
from digisos_wizard.model.workshop import Action, Tally

BAR = 95
"""Length of the bar of an answer that everybody gave, in millimetres."""
LONGEST = 600
"""Letters of a text in a cell."""


def document(figures: Figures) -> d.Document:
    """Return the latest meeting; before any is held, the questions that are planned."""
    meeting = latest(figures.plan)
    found = summary(figures, meeting)
    title, office, when = meeting_title(meeting), office_name(figures.plan), meeting_time(found.meeting)
    blocks: list[d.Block] = [d.Title(title, f"{office}, {when}" if when else office)]
    if found.meeting is not None and found.meeting.participants:
        blocks.append(d.Text(found.meeting.participants, _("Deltakere:")))
    if meeting is None and not (found.discussed or found.parked):
        return d.Document(title, [*blocks, *_planned(figures)])
    blocks += _decisions(figures, found.actions)
    for one in found.discussed:
        if one.has_words:
            blocks += _discussed(one)
    if found.parked:
        blocks += [d.Heading(_("Parkert til senere")), _points(found.parked)]
    if found.silent:
        blocks += [d.Heading(_("Også tatt opp"), room=20), _points(found.silent)]
    return d.Document(title, blocks)


def _points(texts: Sequence[str]) -> d.Points:
    return d.Points(texts, mark="–")


def _decisions(figures: Figures, actions: Sequence[Action]) -> Iterator[d.Block]:
    """Yield the decisions as a table with room to tick them off."""
    yield d.Heading(_("Dette ble vi enige om"))
    if not actions:
        yield d.Text(_("Ingen beslutninger er skrevet ned."))
        return
    titles = ((_("Beslutning"), 77), (_("Ansvarlig"), 38), (_("Frist"), 33), (_("Status"), 26))
    rows = [
        (
            short(action.text, LONGEST),
            person_name(figures.plan, action.owner) or _("mangler"),
            formatting.day(action.deadline) if action.deadline else _("uten frist"),
            figures.content.option_label("TaskState", action.state.value),
        )
        for action in actions
    ]
    yield d.Table([d.Column(title, width) for title, width in titles], rows)


def _discussed(one: Discussed) -> Iterator[d.Block]:
    yield d.Heading(one.text or _("Uten spørsmål"), level=1, room=25)
    if one.answers:
        yield d.Facts([(answer.label, answer.value) for answer in one.answers])
    yield _points(one.notes)
    yield from (_tally(tally) for tally in one.tallies)
    yield _points([_("Besluttet: {text}").format(text=action.text.strip()) for action in one.actions])


def _tally(tally: Tally) -> d.Table:
    """Return a show of hands: answer, number, and a bar against the most."""
    most = max(1, *(choice.count for choice in tally.choices))
    rows = [
        (
            short(choice.text, LONGEST) or choice.id,
            formatting.number(choice.count),
            [d.Bar(choice.count / most, BAR, 9)],
        )
        for choice in tally.choices
    ]
    return d.Table((d.Column("", 55), d.Column("", 14, figures=True), d.Column("", 105)), rows)


def _planned(figures: Figures) -> Iterator[d.Block]:
    """Yield the agenda, for a meeting that is still to come."""
    if not figures.agenda:
        yield d.Text(_("Ingen møter er holdt, og ingen spørsmål er valgt ennå. Velg dem på steget «Møter»."))
        return
    lead = _("Ingen møter er holdt ennå. Dette er spørsmålene til det første, {time} til sammen.")
    yield d.Text(lead.format(time=minutes_words(total_minutes(figures.agenda))))
    rows = [
        (
            f"{number}. {short(asked.text, LONGEST)}",
            asked.title,
            minutes_words(asked.minutes) if asked.minutes is not None else "–",
        )
        for number, asked in enumerate(figures.agenda, start=1)
    ]
    yield d.Table([d.Column(_("Spørsmål"), 104), d.Column(_("Om"), 45), d.Column(_("Tid"), 25)], rows)
