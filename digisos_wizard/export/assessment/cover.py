"""The first page: whose assessment, on what day, and what stops an approval."""

from reportlab.platypus import Flowable

from digisos_wizard.export.paper.blocks import Composer
from digisos_wizard.export.paper.pages import Heading
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.rules.privacy.risks import acceptance_limit, of_kind
from digisos_wizard.model.terms import RiskKind


def cover(composer: Composer, figures: Figures, title: str, kind: RiskKind) -> list[Flowable]:
    """Return title, facts, and what stops an approval."""
    styles, plan = composer.styles, figures.plan
    names = [municipality_name(plan, place.id) for place in plan.decision.municipalities]
    controllers = [
        municipality_name(plan, controller)
        for controller in dict.fromkeys(line.controller for line in figures.cooperation.municipalities)
        if controller
    ]
    return [
        Heading(composer.markup(title), styles.title, key=kind.value, outline=title),
        *composer.paragraphs(plan.decision.office or _("NAV-kontoret har ikke fått navn ennå"), styles.subtitle),
        composer.pairs(
            [
                (ngettext("Kommune", "Kommuner", len(names)), ", ".join(names) or _("mangler")),
                (_("Behandlingsansvarlig"), ", ".join(controllers) or _("ikke avklart")),
                (_("Saksnummer"), plan.decision.approval.shared.case_reference or _("mangler")),
                (_("Risikoer vurdert"), str(len(of_kind(plan, kind)))),
                (_("Akseptgrense"), str(acceptance_limit(plan, figures.content))),
                (_("Viser planen per"), formatting.day(figures.today)),
            ],
            tight=True,
        ),
        *_stops(composer, figures, kind),
    ]


def _stops(composer: Composer, figures: Figures, kind: RiskKind) -> list[Flowable]:
    own = {risk.id for risk in of_kind(figures.plan, kind)}
    serious = [
        finding
        for finding in figures.findings_at(StepKey.PRIVACY, least=Severity.ERROR)
        if (finding.address[2] in own if finding.address[1] == "risks" else finding.address[1] == kind.value)
    ]
    if not serious:
        return []
    styles = composer.styles
    lines = [composer.paragraph(f"– {finding.message}", styles.body) for finding in serious]
    return [*composer.heading(_("Dette må løses før vurderingen kan godkjennes")), *lines]
