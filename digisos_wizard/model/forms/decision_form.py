"""What Beslutning asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table

PLAN = Fields(base=("about",), lines=(("name",),), off={Off.PICKED: ("name",)})
OFFICE = Fields(
    heading=N_("Kontoret"),
    base=("decision",),
    lines=(("kind",), ("office", "several_offices")),
    paper=("office", "several_offices", "kind", "solution_parts", "project_owner"),
)
MUNICIPALITIES = Table(
    heading=N_("Kommunene"),
    name=N_("Kommune"),
    named="name",
    table=("decision", "municipalities"),
    lines=(("name", "number"), ("population", "population_date"), ("org_number", "receiving_org_number")),
    columns=(("number", 2), ("population", 2), ("population_date", 3), ("receiving_org_number", 3)),
    rows=rows.municipalities,
    spare=3,
    off={Off.ROOM: ("org_number",)},
)
APPROVAL = Fields(
    heading=N_("Vedtaket"),
    base=("decision", "approval"),
    lines=(("decider", "decided_on"), ("case_reference",), ("mandate",)),
)
SCOPE = Fields(
    heading=N_("Omfang og forbehold"),
    base=("decision",),
    lines=(("solution_parts",), ("scope",), ("project_owner",), ("open_conditions",)),
    paper=("scope", "open_conditions"),
)
COOPERATION = Fields(
    heading=N_("Samarbeid mellom kommuner"),
    base=("cooperation",),
    lines=(("form", "host"), ("controller_transferred", "transfer_stated"), ("case_systems",)),
    paper=("form", "host", "controller_transferred", "transfer_stated", "case_systems", "merger.planned"),
)
MERGER = Fields(
    base=("cooperation", "merger"),
    lines=(("planned",), ("variant", "successor"), ("takes_effect", "same_vendor"), ("strategy",), ("note",)),
    paper=(),
    off={Off.RARE: ("variant", "successor", "takes_effect", "same_vendor", "strategy", "note")},
)
FORM = Form(N_("Skjema: beslutning"), (PLAN, OFFICE, MUNICIPALITIES, APPROVAL, SCOPE, COOPERATION, MERGER))
