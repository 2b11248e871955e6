"""The privacy assessment (DPIA) and the risk analysis (ROS), to archive: one machinery, two documents."""

from collections.abc import Iterator

from digisos_wizard.export.assessment import conclusions, pictures, tables
from digisos_wizard.export.document.model import Block, Document, Facts, Heading, Labelled, Look, Text, Title
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name, office_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.privacy import DpiaPart
from digisos_wizard.model.rules.privacy.risks import acceptance_limit, of_kind
from digisos_wizard.model.terms import RiskKind


def dpia(figures: Figures) -> Document:
    """Return the assessment of consequences for privacy."""
    title = _("Personvernkonsekvensvurdering (DPIA)")
    blocks = [
        *_cover(figures, title, RiskKind.DPIA),
        *_description(figures),
        *pictures.flow(figures),
        *_risks(figures, RiskKind.DPIA),
        *conclusions.dpia(figures),
        *conclusions.ink((_("Personvernombudet gir råd"), _("Ledelsen beslutter"))),
    ]
    return Document(title, blocks)


def ros(figures: Figures) -> Document:
    """Return the risk analysis."""
    title = _("Risiko- og sårbarhetsanalyse (ROS)")
    blocks = [
        *_cover(figures, title, RiskKind.ROS),
        *_risks(figures, RiskKind.ROS),
        *conclusions.ros(figures),
        *conclusions.ink((_("Ledelsen beslutter"),)),
    ]
    return Document(title, blocks)


def _risks(figures: Figures, kind: RiskKind) -> list[Block]:
    return [pictures.maps(figures, kind), *tables.risks(figures, kind), *tables.actions(figures, kind)]


def _cover(figures: Figures, title: str, kind: RiskKind) -> Iterator[Block]:
    """Yield title, facts, and what stops an approval."""
    plan = figures.plan
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    controllers = [
        municipality_name(plan, controller)
        for controller in dict.fromkeys(line.controller for line in figures.cooperation.municipalities)
        if controller
    ]
    yield Title(title, office_name(plan))
    yield Facts(
        [
            (ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or _("mangler")),
            (_("Behandlingsansvarlig"), ", ".join(controllers) or _("ikke avklart")),
            (_("Saksnummer"), plan.decision.approval.shared.case_reference or _("mangler")),
            (_("Risikoer vurdert"), str(len(of_kind(plan, kind)))),
            (_("Akseptgrense"), str(acceptance_limit(plan, figures.content))),
            (_("Viser planen per"), formatting.day(figures.today)),
        ]
    )
    own = {risk.id for risk in of_kind(plan, kind)}
    serious = [
        finding
        for finding in figures.findings_at(StepKey.PRIVACY, least=Severity.ERROR)
        if (finding.address[2] in own if finding.address[1] == "risks" else finding.address[1] == kind.value)
    ]
    if serious:
        yield Heading(_("Dette må løses før vurderingen kan godkjennes"))
        yield from (Text(f"– {finding.message}") for finding in serious)


def _description(figures: Figures) -> Iterator[Block]:
    """Yield the description part by part: question, text, and how far the review has come."""
    written = {part.id: part for part in figures.plan.privacy.parts}
    yield Heading(_("Beskrivelse"))
    for spec in figures.content.dpia_parts:
        part = written.get(spec.id, DpiaPart(id=spec.id))
        facts = [(_("Tilstand:"), figures.content.option_label("ReviewState", part.state.value))]
        if part.comment.strip():
            facts.append((_("Kommentar:"), part.comment))
        yield Heading(spec.title, level=1, room=25)
        yield Text(spec.question, look=Look.SMALL)
        yield Text(part.text.strip() or _("mangler"))
        yield Labelled(facts, Look.SMALL)
