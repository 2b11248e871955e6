"""What each controller concludes, after the data protection officer's advice; change log and lines to sign."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.document.model import Block, Column, Facts, Heading, Room, Signature, Table, Together
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import DpiaConclusion, RosConclusion
from digisos_wizard.model.rules.cooperation.in_use import Used, in_use
from digisos_wizard.model.rules.people.holders import stands
from digisos_wizard.model.rules.privacy.risks import consultation_weeks

LOG_LINES = 4


def dpia(figures: Figures) -> Iterator[Block]:
    """Yield advice and conclusion for every controller."""
    for used in in_use(figures.plan, figures.plan.privacy.dpia, ("privacy", "dpia")):
        yield _titled(_("Råd og konklusjon"), used.name)
        yield Facts(_dpia_facts(figures, used))


def _dpia_facts(figures: Figures, used: Used[DpiaConclusion]) -> list[tuple[str, str]]:
    plan, answer, missing = figures.plan, used.value, _("mangler")
    followed = {None: missing, True: _("Ja"), False: _("Nei: {why}").format(why=answer.deviation_reason or missing)}
    consultation = {None: _("ikke avklart"), True: _("Ja"), False: _("Nei")}[answer.prior_consultation]
    if answer.prior_consultation:
        sent = formatting.day(answer.consultation_sent_on) if answer.consultation_sent_on else missing
        weeks, more = consultation_weeks(figures.content)
        words = _("Ja. Sendt: {sent}. Datatilsynet har {weeks} uker, og kan bruke {more} til.")
        consultation = words.format(sent=sent, weeks=weeks, more=more)
    return [
        (_("Personvernombud"), person_name(plan, stands(plan, (*used.at, "officer")).person) or missing),
        (_("Rådet"), answer.advice or missing),
        (_("Gitt"), formatting.day(answer.advised_on) if answer.advised_on else missing),
        (_("Fulgt"), followed[answer.followed]),
        (_("Synspunkter fra dem det gjelder"), answer.views_of_registered or missing),
        (_("Konklusjon"), answer.conclusion or missing),
        *_decided(figures, used),
        (_("Må Datatilsynet spørres først"), consultation),
    ]


def _decided(figures: Figures, used: Used[DpiaConclusion] | Used[RosConclusion]) -> list[tuple[str, str]]:
    answer, missing = used.value, _("mangler")
    who = stands(figures.plan, (*used.at, "decided_by")).person
    return [
        (_("Besluttet av"), person_name(figures.plan, who) or missing),
        (_("Besluttet"), formatting.day(answer.decided_on) if answer.decided_on else missing),
        (_("Neste gjennomgang"), formatting.day(answer.revise_on) if answer.revise_on else missing),
    ]


def ros(figures: Figures) -> Iterator[Block]:
    """Yield the conclusion for every controller."""
    for used in in_use(figures.plan, figures.plan.privacy.ros, ("privacy", "ros")):
        yield _titled(_("Konklusjon"), used.name)
        yield Facts([(_("Konklusjon"), used.value.conclusion or _("mangler")), *_decided(figures, used)])


def _titled(words: str, name: str) -> Heading:
    return Heading(f"{words}: {name}" if name else words)


def ink(who: Sequence[str]) -> Iterator[Block]:
    """Yield a change log to fill in, and a line for everybody who signs."""
    yield Heading(_("Endringslogg"), room=60)
    columns = (Column(_("Dato"), 18), Column(_("Hva er endret"), 57), Column(_("Av"), 25))
    yield Table(columns, [([Room(5)], "", "")] * LOG_LINES)
    yield Heading(_("Underskrifter"), room=60)
    for name in who:
        lines = ((_("Sted og dato"), 24), (_("Underskrift"), 38), (_("Navn og tittel med blokkbokstaver"), 38))
        yield Together([Signature(name, lines)])
