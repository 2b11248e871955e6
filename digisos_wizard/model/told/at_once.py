"""What a plan that has just begun can already tell: the day, the activities, the checklist, agreements and costs."""

from collections.abc import Sequence

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import CostTiming, TaskState


def at_once(figures: Figures) -> Sequence[tuple[str, str]]:
    """Return sentences with a second one below each, in the order in which a leader asks."""
    found = [_day(figures), _activities(figures), _checklist(figures), _agreements(figures), _costs(figures)]
    return tuple(one for one in found if one is not None)


def _day(figures: Figures) -> tuple[str, str]:
    schedule = figures.schedule
    soonest = _("Tidligste dag er {day}.").format(day=formatting.day(schedule.soonest))
    if schedule.day is None:
        return soonest.removesuffix("."), _("Da er alt som må gjøres før påkoblingen, regnet med.")
    day = formatting.day(schedule.day)
    fits = schedule.day >= schedule.soonest
    return (_("Dere rekker {day}") if fits else _("{day} er for tidlig")).format(day=day), soonest


def _activities(figures: Figures) -> tuple[str, str] | None:
    due = sorted(
        (item.deadline, item.title)
        for item in figures.schedule.activities
        if item.deadline is not None and not item.finished
    )
    if not due:
        return None
    words = ngettext("{count} aktivitet med frist", "{count} aktiviteter med frist", len(due))
    first = _("Den første: {title}, {day}").format(title=due[0][1], day=formatting.day(due[0][0]))
    return words.format(count=len(due)), first


def _checklist(figures: Figures) -> tuple[str, str]:
    rows = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    words = ngettext("{count} punkt på sjekklisten", "{count} punkter på sjekklisten", len(rows))
    below = (
        _("{count} er ferdig alt").format(count=done) if done else _("De krysses av etter hvert som planen fylles ut")
    )
    return words.format(count=len(rows)), below


def _agreements(figures: Figures) -> tuple[str, str] | None:
    needed = [cell for cell in figures.agreements if cell.required]
    if not needed:
        return None
    words = ngettext("{count} avtale å signere", "{count} avtaler å signere", len(needed)).format(count=len(needed))
    return words, ", ".join(dict.fromkeys(cell.spec.title for cell in needed))


def _costs(figures: Figures) -> tuple[str, str] | None:
    once = figures.costs.total(timing=CostTiming.ONE_OFF)
    if not once.net:
        return None
    words = _("{amount} én gang").format(amount=formatting.kroner(once.net))
    return words, "" if once.complete else _("uten det som leverandøren og KS skal ha for drift")
