"""What Roller asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Form, Off, Table

HELD = (("person", 3), ("deputy", 3), ("hours_per_week", 2), ("note", 3))
ROLES = Table(
    heading=N_("Roller i innføringen"),
    name=N_("Rolle"),
    table=("people", "roles"),
    lines=(("person", "deputy"), ("hours_per_week",), ("not_relevant",), ("note",)),
    columns=HELD,
    rows=rows.roles,
    known=True,
    off={Off.ROOM: ("not_relevant",)},
)
OWN_ROLES = Table(
    heading=N_("Egne roller"),
    name=N_("Rolle"),
    named="title",
    table=("people", "own_roles"),
    lines=(("title",), ("person", "deputy"), ("phases",), ("hours_per_week",), ("note",)),
    columns=HELD,
    rows=rows.named(("people", "own_roles"), "title"),
    spare=3,
    off={Off.ROOM: ("phases",)},
)
PERSONS = Table(
    heading=N_("Personene"),
    name=N_("Navn"),
    named="name",
    table=("people", "persons"),
    lines=(("name", "title"), ("organisation",), ("email", "phone")),
    columns=(("title", 3), ("organisation", 3), ("email", 4), ("phone", 2)),
    rows=rows.persons,
    spare=8,
)
FORM = Form(N_("Skjema: roller"), (ROLES, OWN_ROLES, PERSONS))
