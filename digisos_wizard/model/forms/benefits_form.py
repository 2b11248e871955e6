"""What Gevinster asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table

ITEM = ("benefits", "items")
NAME, WHAT, BODY = N_("Navn"), N_("Hva og hvem"), N_("Annen virksomhet")
MEASURED, WORTH, USE = N_("Slik måles den"), N_("Hva den er verdt"), N_("Hva den brukes til")
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
        NAME,
        ("title",),
        WHAT,
        ("description",),
        ("owner",),
        BODY,
        ("owner_body", "contact"),
        MEASURED,
        ("indicator",),
        ("baseline", "midway", "target"),
        WORTH,
        ("quantity", "unit_cost"),
        ("expected",),
        ("importance",),
        ("reason",),
        USE,
        ("use",),
        N_("Nærmere om bruken"),
        ("use_from", "use_note"),
        N_("Slik måler dere"),
        ("indicator_unit", "measuring_method"),
        ("measured_by",),
        ("midway_on", "target_on"),
        ("baseline_steps",),
        N_("Slik regnes verdien"),
        ("method", "unit"),
        N_("Lavt og høyt anslag"),
        ("low", "high"),
        ("low_percent", "high_percent"),
        N_("Omfang"),
        ("extent",),
        N_("Forutsetninger og risiko"),
        ("preconditions",),
        ("risk", "start_on"),
        N_("Mer om gevinsten"),
        ("type", "area"),
        ("product",),
        ("disadvantage",),
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
        Off.PICKED: ("baseline_steps",),
    },
)
LINKS = Table(table=ITEM, lines=(("leads_to",),), off=Off.PICKED)
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
    (ANCHORING, ITEMS, LINKS, MEASURES, STAKEHOLDERS, MEASUREMENTS, POINTS, MAP, ASSUMPTIONS, RAMP),
)
