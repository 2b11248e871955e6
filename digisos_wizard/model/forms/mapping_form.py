"""What Organisering og kartlegging asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table, Talk

VOLUME = Fields(heading=N_("Omfang"), base=("mapping",), lines=(("cases_per_month",),))
STEPS = Table(
    heading=N_("Stegene i arbeidsprosessen"),
    name=N_("Steg"),
    named="name",
    table=("mapping", "steps"),
    lines=(
        ("name", "who"),
        ("paper_minutes", "digital_minutes"),
        ("depends_on_attachments",),
        ("disappears",),
        ("per_month",),
        ("note",),
    ),
    columns=(("who", 3), ("paper_minutes", 2), ("digital_minutes", 2), ("per_month", 2), ("disappears", 2)),
    rows=rows.steps,
    spare=6,
    off={Off.ROOM: ("depends_on_attachments", "note")},
)
GROUPS = Table(
    heading=N_("Søkerne"),
    name=N_("Gruppe"),
    table=("mapping", "groups"),
    lines=(("percent",), ("measures",)),
    columns=(("percent", 2), ("measures", 7)),
    rows=rows.groups,
    known=True,
)
TASKS = Table(
    heading=N_("Oppgaver og rutiner"),
    name=N_("Oppgave"),
    table=("mapping", "tasks"),
    lines=(("state",), ("owner", "deadline"), ("note",)),
    columns=(("state", 2), ("owner", 3), ("deadline", 2)),
    rows=rows.tasks,
    known=True,
    off={Off.ROOM: ("note",)},
)
MATERIALS = Table(table=("mapping", "materials"), lines=(("chosen",), ("note",)), off=Off.PICKED)
REFLECTIONS = Talk(
    heading=N_("Spørsmål til refleksjon"),
    table=("mapping", "reflections"),
    lines=(("answer",), ("decision",), ("owner",)),
    answer="answer",
    questions=rows.reflections,
    off={Off.ROOM: ("decision", "owner")},
)
FORM = Form(N_("Skjema: kartlegging"), (VOLUME, STEPS, GROUPS, TASKS, REFLECTIONS, MATERIALS))
