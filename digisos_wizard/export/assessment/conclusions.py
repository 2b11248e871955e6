"""What each controller concludes, after the data protection officer's advice; change log and lines to sign."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from digisos_wizard.export.paper.blocks import Composer, Reads, Row, Rule, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import WritingLine
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import DpiaConclusion
from digisos_wizard.model.rules.cooperation.in_use import in_use
from digisos_wizard.model.rules.privacy.risks import consultation_weeks

LOG_LINES = 4


def dpia(composer: Composer, figures: Figures) -> list[Flowable]:
    """Return advice and conclusion for every controller."""
    story: list[Flowable] = []
    for used in in_use(figures.plan, figures.plan.privacy.dpia, ("privacy", "dpia")):
        story += composer.heading(_titled(_("Råd og konklusjon"), used.name))
        story.append(composer.pairs(_dpia_facts(figures, used.value), tight=True))
    return story


def _dpia_facts(figures: Figures, answer: DpiaConclusion) -> list[tuple[str, str]]:
    plan, missing = figures.plan, _("mangler")
    followed = {None: missing, True: _("Ja"), False: _("Nei: {why}").format(why=answer.deviation_reason or missing)}
    consultation = {None: _("ikke avklart"), True: _("Ja"), False: _("Nei")}[answer.prior_consultation]
    if answer.prior_consultation:
        sent = formatting.day(answer.consultation_sent_on) if answer.consultation_sent_on else missing
        weeks, more = consultation_weeks(figures.content)
        words = _("Ja. Sendt: {sent}. Datatilsynet har {weeks} uker, og kan bruke {more} til.")
        consultation = words.format(sent=sent, weeks=weeks, more=more)
    return [
        (_("Personvernombud"), person_name(plan, answer.officer) or missing),
        (_("Rådet"), answer.advice or missing),
        (_("Gitt"), formatting.day(answer.advised_on) if answer.advised_on else missing),
        (_("Fulgt"), followed[answer.followed]),
        (_("Synspunkter fra dem det gjelder"), answer.views_of_registered or missing),
        (_("Konklusjon"), answer.conclusion or missing),
        *_decided(figures, answer.decided_by, answer.decided_on, answer.revise_on),
        (_("Må Datatilsynet spørres først"), consultation),
    ]


def _decided(figures: Figures, who: str | None, on: date | None, again: date | None) -> list[tuple[str, str]]:
    missing = _("mangler")
    return [
        (_("Besluttet av"), person_name(figures.plan, who) or missing),
        (_("Besluttet"), formatting.day(on) if on else missing),
        (_("Neste gjennomgang"), formatting.day(again) if again else missing),
    ]


def ros(composer: Composer, figures: Figures) -> list[Flowable]:
    """Return the conclusion for every controller."""
    story: list[Flowable] = []
    for used in in_use(figures.plan, figures.plan.privacy.ros, ("privacy", "ros")):
        answer = used.value
        facts = [
            (_("Konklusjon"), answer.conclusion or _("mangler")),
            *_decided(figures, answer.decided_by, answer.decided_on, answer.revise_on),
        ]
        story += composer.heading(_titled(_("Konklusjon"), used.name))
        story.append(composer.pairs(facts, tight=True))
    return story


def _titled(words: str, name: str) -> str:
    return f"{words}: {name}" if name else words


def ink(composer: Composer, who: Sequence[str]) -> list[Flowable]:
    """Return a change log to fill in, and a line for everybody who signs."""
    styles = composer.styles
    titles = (_("Dato"), _("Hva er endret"), _("Av"))
    rows = [Row([[composer.paragraph(title, styles.head)] for title in titles])]
    rows += [Row([[Spacer(0, 5 * mm)], [], []]) for _line in range(LOG_LINES)]
    log = table(rows, (COLUMN * 0.18, COLUMN * 0.57, COLUMN * 0.25), head=True, tight=True)
    captions = (_("Sted og dato"), _("Underskrift"), _("Navn og tittel med blokkbokstaver"))
    widths = (COLUMN * 0.24, COLUMN * 0.38, COLUMN * 0.38)
    lines: list[Flowable] = []
    for name in who:
        line = Row([[WritingLine(composer.paragraph(caption, styles.small))] for caption in captions], Rule.NONE)
        lines.append(KeepTogether([composer.paragraph(name, styles.strong), table([line], widths, reads=Reads.LAYOUT)]))
    return [
        *composer.heading(_("Endringslogg"), room=60 * mm),
        log,
        *composer.heading(_("Underskrifter"), room=60 * mm),
        *lines,
    ]
