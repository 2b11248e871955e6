"""The risks in words, and the plan of measures."""

from collections.abc import Iterator, Sequence

from digisos_wizard.export.document.model import Block, Cell, Column, Heading, Look, Part, Table, Text
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.rules.privacy import risks as rules
from digisos_wizard.model.terms import RiskKind


def number_of(figures: Figures, kind: RiskKind) -> dict[str, str]:
    """Return the number that each risk has in this document."""
    return {risk.id: f"R{number}" for number, risk in enumerate(rules.of_kind(figures.plan, kind), start=1)}


def risks(figures: Figures, kind: RiskKind) -> Iterator[Block]:
    """Yield every risk with cause, effect, measures and how high it is."""
    yield Heading(_("Risikoene"))
    found = rules.of_kind(figures.plan, kind)
    if not found:
        yield Text(_("Ingen risikoer er vurdert ennå."))
        return
    numbers = number_of(figures, kind)
    titles = ((_("Nr."), 8), (_("Risiko"), 62), (_("Nå"), 15), (_("Etter tiltak"), 15))
    rows: list[Sequence[Cell]] = [
        (
            numbers[risk.id],
            list(_story(figures, risk)),
            *(_score(figures, risk, after=after) for after in (False, True)),
        )
        for risk in found
    ]
    yield Table([Column(title, width) for title, width in titles], rows)


def _story(figures: Figures, risk: Risk) -> Iterator[Part]:
    yield Text(risk.title or _("Risiko uten navn"), look=Look.STRONG)
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
    yield from (Text(text, label) for label, text in facts if text)


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


def actions(figures: Figures, kind: RiskKind) -> Iterator[Block]:
    """Yield the plan of measures, the nearest deadline first."""
    yield Heading(_("Tiltaksplan"))
    found = [action for action in rules.actions(figures.plan, figures.today) if action.risk.kind is kind]
    if not found:
        yield Text(_("Ingen tiltak er lagt inn ennå."))
        return
    numbers = number_of(figures, kind)
    rows = []
    for action in found:
        one = figures.register.by_row[action.address]
        deadline = formatting.day(one.due.day) if one.due.day else _("mangler")
        state = figures.content.option_label("TaskState", one.standing.state.value)
        owner = owner_words(figures.plan, figures.content, one.owner) or _("mangler")
        state = _("Forfalt: {state}").format(state=state.lower()) if action.late else state
        rows.append((numbers[action.risk.id], one.title, owner, deadline, state))
    titles = ((_("Nr."), 8), (_("Tiltak"), 44), (_("Ansvarlig"), 20), (_("Frist"), 15), (_("Tilstand"), 13))
    yield Table([Column(title, width) for title, width in titles], rows)
