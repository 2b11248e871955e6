"""What Kostnader asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table
from digisos_wizard.model.terms import CostKind

ANSWERS = ("costs", "answers")
UNITS = ("shipments_per_year", "indexed_documents", "storage_gb")
"""Asked for where the price list has prices by unit."""
ASSUMPTIONS = Fields(
    heading=N_("Forutsetninger"),
    base=("costs",),
    lines=(("catalogue", "index_percent"), ("years", "project_cost")),
    paper=("years", "index_percent", "project_cost"),
    off={Off.PICKED: ("catalogue",)},
)
BASIS = Fields(
    heading=N_("Kommunens svar"),
    base=ANSWERS,
    lines=(("digifin_member",), ("ks_operation_yearly",), UNITS),
    off={Off.RARE: UNITS},
)
OFFER = Table(
    heading=N_("Tilbudet fra leverandøren"),
    name=N_("Hva det er"),
    named="description",
    table=(*ANSWERS, "shared", "vendor_costs"),
    lines=(("kind", "description"), ("one_off", "yearly"), ("vat",)),
    columns=(("kind", 2), ("one_off", 2), ("yearly", 2), ("vat", 2)),
    rows=rows.named((*ANSWERS, "shared", "vendor_costs"), "description"),
    spare=5,
)
FINANCING = Fields(
    heading=N_("Finansiering"),
    base=ANSWERS,
    lines=tuple((f"{kind.value}.state", f"{kind.value}.source") for kind in CostKind),
)
PRICES = Table(table=("costs", "overrides"), lines=(("amount", "vat"), ("note",)), off=Off.RECKONED)
FORM = Form(N_("Skjema: kostnader"), (ASSUMPTIONS, BASIS, OFFER, FINANCING, PRICES))
