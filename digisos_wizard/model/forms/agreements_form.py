"""What Avtaler asks."""

from digisos_wizard.i18n import N_
from digisos_wizard.model.forms import rows
from digisos_wizard.model.forms.layout import Fields, Form, Off, Table

SIGNATORY = Fields(
    heading=N_("Den som signerer"),
    base=("agreements", "signatory"),
    lines=(("person", "basis"), ("authority_reference",)),
)
STATUSES = Table(
    heading=N_("Avtalene"),
    name=N_("Avtale"),
    table=("agreements", "statuses"),
    lines=(("state",), ("sent_on", "signed_on"), ("signed_by",), ("reference", "archived_at"), ("reason",), ("note",)),
    columns=(("state", 3), ("sent_on", 3), ("signed_on", 3), ("signed_by", 3), ("reference", 3)),
    rows=rows.agreements,
    known=True,
    spare=1,
    off={Off.ROOM: ("archived_at", "reason", "note")},
)
VENDOR = Fields(
    heading=N_("Fagsystemet"),
    base=("vendor",),
    lines=(
        ("system", "supplier"),
        ("version", "contact"),
        ("has_archive",),
        ("supports_digisos",),
        ("can_receive",),
        ("offer_reference", "offer_date"),
        ("installation_date", "training_date"),
        ("technical_done_on",),
    ),
    paper=(
        *("system", "supplier", "version", "has_archive", "supports_digisos", "can_receive"),
        *("offer_reference", "offer_date", "installation_date", "training_date", "technical_done_on", "contact"),
    ),
)
RESPONSIBILITIES = Table(
    heading=N_("Hvem gjør hva i de tekniske forberedelsene"),
    name=N_("Oppgave"),
    named="task",
    table=("vendor", "shared", "responsibilities"),
    lines=(("task",), ("party", "deadline"), ("done",)),
    columns=(("party", 3), ("deadline", 2), ("done", 2)),
    rows=rows.named(("vendor", "shared", "responsibilities"), "task"),
    spare=4,
)
FORM = Form(N_("Skjema: avtaler"), (SIGNATORY, STATUSES, VENDOR, RESPONSIBILITIES))
