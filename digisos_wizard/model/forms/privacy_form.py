"""What Personvern asks; the risks have a sheet of their own on paper."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table, Talk

RISK = ("privacy", "risks")
PARTS = Talk(
    heading=N_("Beskrivelse og vurdering"),
    table=("privacy", "parts"),
    lines=(("text",), ("state",), ("comment",)),
    answer="text",
    questions=rows.assessments,
    off={Off.PICKED: ("state", "comment")},
)
FLOW = Fields(base=("privacy",), lines=(("flow_checked",),), off={Off.PICKED: ("flow_checked",)})
RISKS = Table(
    table=RISK,
    lines=(
        ("title",),
        ("kind", "aspect"),
        ("cause",),
        ("effect",),
        ("likelihood", "consequence"),
        ("existing_measures",),
        ("residual_likelihood", "residual_consequence"),
        ("residual_reason",),
        ("accepted",),
        ("acceptance_reason",),
    ),
    off=Off.OTHER_PAPER,
)
MEASURES = Table(
    table=(*RISK, "*", "measures"), lines=(("text",), ("owner", "deadline"), ("state",)), off=Off.OTHER_PAPER
)
ACTION_PLAN = Table(table=MEASURES.table, lines=(("owner", "deadline"), ("state",)), off=Off.OTHER_PAPER)
LIMIT = Fields(base=("privacy",), lines=(("acceptance_limit",),), off={Off.OTHER_PAPER: ("acceptance_limit",)})
SCALE = Table(table=("privacy", "scale"), lines=(("text",),), off=Off.OTHER_PAPER)
DPIA = Fields(
    heading=N_("Råd og konklusjon i DPIA-en"),
    base=("privacy", "dpia"),
    lines=(
        ("officer", "advised_on"),
        ("advice",),
        ("followed",),
        ("deviation_reason",),
        ("views_of_registered",),
        ("conclusion",),
        ("decided_by", "decided_on"),
        ("prior_consultation",),
        ("consultation_sent_on", "revise_on"),
    ),
    paper=(
        *("officer", "advice", "advised_on", "followed", "views_of_registered", "conclusion"),
        *("decided_by", "decided_on", "prior_consultation", "revise_on"),
    ),
    off={Off.RARE: ("deviation_reason", "consultation_sent_on")},
)
ROS = Fields(
    heading=N_("Konklusjon i ROS-analysen"),
    base=("privacy", "ros"),
    lines=(("conclusion",), ("decided_by", "decided_on"), ("revise_on",)),
)
FORM = Form(N_("Skjema: personvern"), (PARTS, FLOW, DPIA, ROS, RISKS, MEASURES, ACTION_PLAN, LIMIT, SCALE))
