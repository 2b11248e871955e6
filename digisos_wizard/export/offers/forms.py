"""Forms for every step: blank ones to hand out, and ones with the plan's answers."""

from collections.abc import Callable
from functools import partial

from digisos_wizard.export.kinds import Export, Group, Words
from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.steps import STEPS, Step


def _title(step: Step) -> str:
    return _(step.form.title) if step.form is not None else ""


def _blank_title(step: Step) -> str:
    return _("{title}, tomt").format(title=_title(step))


def _build(step: Step, blank: bool, figures: Figures) -> bytes:  # noqa: FBT001 - bound by partial, by position
    from digisos_wizard.export.handouts.forms import build  # noqa: PLC0415 - reportlab is slow to load

    return build(figures, step, _blank_title(step) if blank else _title(step), blank=blank)


def _filled_words(step: Step) -> Words:
    return Words(_title(step), _("Svarene i planen, med plass til å skrive det som mangler."))


def _blank_words(step: Step) -> Words:
    return Words(_blank_title(step), _("Spørsmålene i steget med hjelp og plass til å skrive, til møter uten skjerm."))


def _offer(step: Step, words: Callable[[Step], Words], *, blank: bool) -> Export:
    key = f"form-{step.key.value}-blank" if blank else f"form-{step.key.value}"
    return Export(key, ".pdf", Group.FORMS, partial(_build, step, blank), partial(words, step), handout=True)


OFFERS: tuple[Export, ...] = tuple(
    offer
    for step in STEPS
    if step.form is not None and step.form.title
    for offer in (_offer(step, _filled_words, blank=False), _offer(step, _blank_words, blank=True))
)
