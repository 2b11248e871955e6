"""What Påkoblingsplan asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table

DAY = Fields(heading=N_("Dagen"), base=("connection", "day"), lines=(("wished", "connected_on"),))
TEST = Fields(base=("connection",), lines=(("with_test",),), off={Off.RARE: ("with_test",)})
ACTIVITIES = Table(
    heading=N_("Aktivitetene"),
    name=N_("Aktivitet"),
    table=("connection", "activities"),
    lines=(("state", "done_on"), ("owner", "deadline"), ("duration_days",), ("note",)),
    columns=(("owner", 3), ("deadline", 3), ("state", 2), ("done_on", 3)),
    rows=rows.activities,
    known=True,
    spare=3,
    off={Off.ROOM: ("duration_days", "note")},
)
OWN_ACTIVITIES = Table(
    table=("connection", "own_activities"),
    lines=(
        ("title",),
        ("offset_days", "duration_days"),
        ("owner", "municipality"),
        ("after",),
        ("state", "done_on"),
        ("note",),
    ),
    off={
        Off.SAME_PAPER: ("title", "owner", "municipality", "state", "done_on"),
        Off.ROOM: ("offset_days", "duration_days", "after", "note"),
    },
)
FIKS = Fields(
    heading=N_("Oppsettet i Fiks"),
    base=("connection", "fiks"),
    lines=(
        ("configured_on", "reception_system"),
        ("warning_email",),
        ("org_number_confirmed",),
        ("firewall_ordered_on",),
        ("firewall_open",),
        ("altinn_role_holder",),
        ("administrators",),
    ),
    paper=(
        *("reception_system", "warning_email", "configured_on", "firewall_ordered_on", "firewall_open"),
        *("altinn_role_holder", "org_number_confirmed", "administrators"),
    ),
)
CONTINGENCY = Fields(
    heading=N_("Beredskap"),
    base=("connection", "contingency"),
    lines=(
        ("watcher", "deputy"),
        ("frequency",),
        ("when_transfer_fails",),
        ("phone_list",),
        ("built_into",),
        ("established_on",),
    ),
)
AROUND = Fields(
    heading=N_("Rundt og etter påkoblingen"),
    base=("connection",),
    lines=(("contact_centre_informed_on", "person_card_checked_on"), ("digisos_mailed_on", "norg_checked_on")),
)
WATCH = Table(table=("connection", "watch"), lines=(("day", "seen_by"), ("trouble",), ("note",)), off=Off.PICKED)
REPORTS = Table(table=("connection", "reports"), lines=(("note",),), off=Off.PICKED)
ASSUMPTIONS = Table(table=("connection", "assumptions"), lines=(("value",),), off=Off.RECKONED)
FORM = Form(
    N_("Skjema: påkobling"),
    (DAY, ACTIVITIES, FIKS, CONTINGENCY, AROUND, OWN_ACTIVITIES, TEST, WATCH, REPORTS, ASSUMPTIONS),
)
