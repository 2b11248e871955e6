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
    lines=(("digifin_member",), ("ks_operation_yearly",), UNITS, ("merger_fee",)),
    off={Off.RARE: (*UNITS, "merger_fee")},
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
PROJECT = ("costs", "project_coverage")
SEEN = Fields(base=("costs",), lines=(("coverage_seen",),), heading="", paper=(), off={Off.RARE: ("coverage_seen",)})
COVERAGE = Fields(
    base=PROJECT,
    lines=(("covers",), ("only",), ("split",)),
    heading="",
    paper=(),
    off={Off.RARE: ("covers", "only", "split")},
)
"""Asked of every amount that can be shared; it stands for the office's own work until another one is chosen."""
SHARES = Table(table=(*PROJECT, "shares"), lines=(("percent",),), off=Off.RARE)
PRICES = Table(table=("costs", "overrides"), lines=(("amount", "vat"), ("note",)), off=Off.RECKONED)
FORM = Form(N_("Skjema: kostnader"), (ASSUMPTIONS, BASIS, OFFER, FINANCING, PRICES, SEEN, COVERAGE, SHARES))
