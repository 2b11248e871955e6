"""The risks in words, and the plan of measures."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from digisos_wizard.export.paper.blocks import Composer, Row, packed, table
from digisos_wizard.export.paper.blocks import Rule as Line
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.privacy import risks as rules
from digisos_wizard.model.terms import RiskKind

WIDE = COLUMN / 100


def number_of(figures: Figures, kind: RiskKind) -> dict[str, str]:
    """Return the number that each risk has in this document."""
    return {risk.id: f"R{number}" for number, risk in enumerate(rules.of_kind(figures.plan, kind), start=1)}


def risks(composer: Composer, figures: Figures, kind: RiskKind) -> list[Flowable]:
    """Return every risk with cause, effect, measures and how high it is."""
    story = composer.heading(_("Risikoene"))
    found = rules.of_kind(figures.plan, kind)
    if not found:
        return [*story, composer.paragraph(_("Ingen risikoer er vurdert ennå."), composer.styles.body)]
    numbers = number_of(figures, kind)
    widths = (8 * WIDE, 62 * WIDE, 15 * WIDE, 15 * WIDE)
    rows = [_head(composer, (_("Nr."), _("Risiko"), _("Nå"), _("Etter tiltak")))]
    for risk in found:
        flow = _story(composer, figures, risk)
        first, *rest = packed(flow, widths[1])
        cells = [_cell(composer, numbers[risk.id]), first]
        cells += [_cell(composer, _score(figures, risk, after=after)) for after in (False, True)]
        rows.append(Row(cells))
        rows += [Row([[], stack, [], []], Line.NONE) for stack in rest]
    return [*story, table(rows, widths, head=True, tight=True)]


def _story(composer: Composer, figures: Figures, risk: Risk) -> list[Paragraph]:
    styles = composer.styles
    flow = list(composer.paragraphs(risk.title or _("Risiko uten navn"), styles.strong))
    aspect = figures.content.option_label("SecurityAspect", risk.aspect.value) if risk.aspect is not None else ""
    accepted = (risk.acceptance_reason or _("uten begrunnelse")) if risk.accepted else ""
    facts = (
        (_("Truer:"), aspect),
        (_("Årsak:"), risk.cause or _("mangler")),
        (_("Virkning:"), risk.effect or _("mangler")),
        (_("Tiltak som finnes:"), risk.existing_measures),
        (_("Nye tiltak:"), "; ".join(measure.text for measure in risk.measures if measure.text)),
        (_("Begrunnelse for restrisikoen:"), risk.residual_reason),
        (_("Akseptert:"), accepted),
    )
    for label, text in facts:
        if text:
            flow += composer.paragraphs(text, styles.cell, label)
    return flow


def _score(figures: Figures, risk: Risk, *, after: bool) -> str:
    if after and (risk.residual_likelihood is None or risk.residual_consequence is None):
        return _("ikke vurdert")
    place = rules.scored(risk, after=after)
    if place is None:
        return _("mangler")
    product = place[0] * place[1]
    level = rules.level_of(product, rules.acceptance_limit(figures.plan, figures.content))
    words = {
        rules.RiskLevel.LOW: _("lav"),
        rules.RiskLevel.ABOVE_LIMIT: _("over grensen"),
        rules.RiskLevel.HIGH: _("høy"),
    }
    return f"{place[0]} × {place[1]} = {product}\n{words[level]}"


def actions(composer: Composer, figures: Figures, kind: RiskKind) -> list[Flowable]:
    """Return the plan of measures, the nearest deadline first."""
    story = composer.heading(_("Tiltaksplan"))
    found = [action for action in rules.actions(figures.plan, figures.today) if action.risk.kind is kind]
    if not found:
        return [*story, composer.paragraph(_("Ingen tiltak er lagt inn ennå."), composer.styles.body)]
    numbers = number_of(figures, kind)
    widths = (8 * WIDE, 44 * WIDE, 20 * WIDE, 15 * WIDE, 13 * WIDE)
    rows = [_head(composer, (_("Nr."), _("Tiltak"), _("Ansvarlig"), _("Frist"), _("Tilstand")))]
    for action in found:
        measure = action.measure
        deadline = formatting.day(measure.deadline) if measure.deadline else _("mangler")
        state = figures.content.option_label("TaskState", measure.state.value)
        first, *rest = packed(composer.paragraphs(measure.text or _("uten tekst"), composer.styles.cell), widths[1])
        owner = person_name(figures.plan, measure.owner) or _("mangler")
        ends = (owner, deadline, f"{_('Forfalt')}: {state.lower()}" if action.late else state)
        rows.append(Row([_cell(composer, numbers[action.risk.id]), first, *(_cell(composer, end) for end in ends)]))
        rows += [Row([[], stack, [], [], []], Line.NONE) for stack in rest]
    return [*story, table(rows, widths, head=True, tight=True)]


def _head(composer: Composer, titles: Sequence[str]) -> Row:
    return Row([[composer.paragraph(title, composer.styles.head)] for title in titles])


def _cell(composer: Composer, text: str) -> list[Flowable]:
    return [composer.paragraph(text, composer.styles.cell)]
