"""What Sjekkliste og signering asks; on paper the checklist is a document of its own."""

from digisos_wizard.model.forms.layout import Form, Off, Table

ITEMS = Table(
    table=("checklist", "answers"),
    lines=(("state",), ("reason",), ("responsible", "deadline"), ("comment",)),
    off=Off.OTHER_PAPER,
)
OWN_ITEMS = Table(
    table=("checklist", "own"),
    lines=(("text",), ("section", "phase"), ("state",), ("reason",), ("responsible", "deadline"), ("comment",)),
    off=Off.OTHER_PAPER,
)
FORM = Form("", (ITEMS, OWN_ITEMS))
