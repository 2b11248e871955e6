"""What Gevinster asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table

ITEM = ("benefits", "items")
ANCHORING = Fields(
    heading=N_("Ansvar og forankring"),
    base=("benefits",),
    lines=(("responsible",), ("anchored_on", "anchored_in")),
)
ITEMS = Table(
    heading=N_("Gevinstene"),
    name=N_("Gevinst"),
    named="title",
    table=ITEM,
    lines=(
        ("title",),
        ("description",),
        ("disadvantage",),
        ("type", "area"),
        ("owner", "product"),
        ("owner_body", "contact"),
        N_("Hva gevinsten er verdt"),
        ("method",),
        ("quantity", "unit", "unit_cost"),
        ("low", "expected", "high"),
        ("low_percent", "high_percent"),
        ("importance", "extent"),
        ("reason",),
        ("start_on",),
        N_("Hva gevinsten brukes til"),
        ("use", "use_from"),
        ("use_note",),
        N_("Slik måles den"),
        ("indicator", "indicator_unit"),
        ("measuring_method", "measured_by"),
        ("baseline", "midway", "target"),
        ("midway_on", "target_on"),
        ("baseline_steps",),
        N_("Hva den bygger på og leder til"),
        ("preconditions",),
        ("risk",),
        ("leads_to",),
    ),
    columns=(("owner", 3), ("indicator", 4), ("baseline", 2), ("target", 2), ("target_on", 3)),
    rows=rows.benefits,
    spare=6,
    off={
        Off.ROOM: (
            *("description", "disadvantage", "type", "area", "product", "owner_body", "contact", "method", "quantity"),
            *("unit", "unit_cost", "low", "expected", "high", "low_percent", "high_percent", "importance", "extent"),
            *("reason", "start_on", "use", "use_from", "use_note", "indicator_unit", "measuring_method", "measured_by"),
            *("midway", "midway_on", "preconditions", "risk"),
        ),
        Off.PICKED: ("baseline_steps", "leads_to"),
    },
)
MEASURES = Table(
    heading=N_("Tiltakene"),
    name=N_("Tiltak"),
    named="text",
    table=(*ITEM, "*", "measures"),
    lines=(("text",), ("responsible", "deadline"), ("state",), ("risk",), ("preconditions",)),
    columns=(("responsible", 3), ("deadline", 2), ("state", 2)),
    rows=rows.measures,
    spare=5,
    off={Off.ROOM: ("risk", "preconditions")},
)
STAKEHOLDERS = Table(
    heading=N_("Interessenter"),
    name=N_("Hvem"),
    named="name",
    table=("benefits", "stakeholders"),
    lines=(("name",), ("interest",), ("influence", "attitude"), ("strategy",)),
    columns=(("interest", 4), ("strategy", 5)),
    off={Off.ROOM: ("influence", "attitude")},
    rows=rows.named(("benefits", "stakeholders"), "name"),
    spare=4,
)
MEASUREMENTS = Table(
    table=(*ITEM, "*", "measurements"), lines=(("measured_on", "value"), ("note",)), off=Off.OTHER_PAPER
)
POINTS = Table(table=("benefits", "measuring_points"), lines=(("planned_on",),), off=Off.RECKONED)
MAP = Table(table=("benefits", "map_nodes"), lines=(("title", "layer"), ("leads_to",)), off=Off.PICKED)
ASSUMPTIONS = Fields(
    base=("benefits",),
    lines=(("hours_per_fte", "hourly_cost"), ("discount_percent", "years")),
    off={Off.RECKONED: ("hours_per_fte", "hourly_cost", "discount_percent", "years")},
)
RAMP = Table(table=("benefits", "ramp"), lines=(("digital_percent", "attachment_percent"),), off=Off.RECKONED)
FORM = Form(
    N_("Skjema: gevinster"),
    (ANCHORING, ITEMS, MEASURES, STAKEHOLDERS, MEASUREMENTS, POINTS, MAP, ASSUMPTIONS, RAMP),
)
