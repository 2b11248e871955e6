"""What the room sees of a meeting: the question with its bars, and in the end what was agreed."""

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.content import QuestionKind
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.meetings.stopwatch import TimeLeft
from digisos_wizard.model.told.summary import summary
from digisos_wizard.model.told.summary_mail import action_words
from digisos_wizard.ui.stage.showing import Bar, Clock, Showing

from .conductor import Conductor

MOST_POINTS = 7


def showing(conductor: Conductor, figures: Figures) -> Showing:
    """Return what the room sees now."""
    question = conductor.question
    count = len(conductor.agenda)
    if question is None:
        return _ending(conductor, figures)
    return Showing(
        text=question.text,
        heading=question.title,
        bars=_bars(conductor),
        place=_("{number} av {count}").format(number=conductor.number + 1, count=count),
        done=(conductor.number + 1) / count,
        clock=clock(conductor.time, paused=conductor.paused),
        footer=figures.plan.decision.office,
    )


def clock(time: TimeLeft, *, paused: bool) -> Clock | None:
    """Return the clock as the room sees it, None where no time was set aside."""
    if time.left is None:
        return None
    return Clock(_("Pause") if paused else time.rough(), time.share, over=time.over, paused=paused)


def _bars(conductor: Conductor) -> tuple[Bar, ...]:
    """Return the show of hands where there is one, or where the question asks for one."""
    question, tally = conductor.question, conductor.tally
    if tally is not None:
        return tuple(
            Bar(str(number), choice.text or _("Svar {number}").format(number=number), choice.count)
            for number, choice in enumerate(tally.choices, start=1)
        )
    if question is not None and question.kind is QuestionKind.CHOICE:
        return tuple(Bar(str(number), text, 0) for number, text in enumerate(question.choices, start=1))
    return ()


def _ending(conductor: Conductor, figures: Figures) -> Showing:
    """Return the last screen: what was decided, and how much is parked."""
    found = summary(figures, conductor.meeting)
    points = [action_words(figures.plan, action) for action in found.actions]
    if len(points) > MOST_POINTS:
        left = len(points) - MOST_POINTS + 1
        points = [*points[: MOST_POINTS - 1], _("og {count} til").format(count=left)]
    if found.parked:
        count = len(found.parked)
        points.append(
            ngettext("{count} spørsmål er parkert til senere", "{count} spørsmål er parkert til senere", count).format(
                count=count
            )
        )
    return Showing(
        text=_("Dette ble vi enige om") if found.actions else _("Takk for i dag!"),
        heading=_("Oppsummering"),
        points=tuple(points),
        place=_("Ferdig"),
        done=1.0,
        footer=figures.plan.decision.office,
    )
