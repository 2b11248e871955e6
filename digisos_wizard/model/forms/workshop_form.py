"""What Møter asks; on paper a meeting has its minutes."""

from digisos_wizard.model.forms.layout import Form, Off, Table

AGENDA = Table(table=("workshop", "agenda"), lines=(("text",), ("minutes",)), off=Off.PICKED)
ACTIONS = Table(
    table=("workshop", "actions"), lines=(("text",), ("owner", "deadline"), ("state",)), off=Off.OTHER_PAPER
)
PARKED = Table(table=("workshop", "parked"), lines=(("text",),), off=Off.OTHER_PAPER)
NOTES = Table(table=("workshop", "notes"), lines=(("text",),), off=Off.OTHER_PAPER)
MEETINGS = Table(table=("workshop", "meetings"), lines=(("title",), ("participants",)), off=Off.OTHER_PAPER)
SLIDES = Table(table=("workshop", "slides"), lines=(("title",), ("text",), ("notes",)), off=Off.PICKED)
FORM = Form("", (AGENDA, ACTIONS, PARKED, NOTES, MEETINGS, SLIDES))
