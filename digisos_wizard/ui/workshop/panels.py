"""The panels of whoever leads: notes, decisions with a new person at hand, and the parking lot."""

from datetime import datetime
from typing import cast

from PySide6.QtWidgets import QLineEdit

from digisos_wizard.i18n import _
from digisos_wizard.model.base import Item
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.people import Person
from digisos_wizard.model.rules.meetings.course import ACTIONS, NOTES, PARKED
from digisos_wizard.model.workshop import Action, Note
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import button
from digisos_wizard.ui.widgets.look.theme import Look

from .conductor import Conductor
from .entries import EntryPanel, EntryParts


def notes_panel(desk: Desk, conductor: Conductor) -> EntryPanel:
    """Return the panel for notes."""
    parts = EntryParts(
        table=NOTES,
        new=lambda row_id, key, at: Note(id=row_id, question=key, taken_at=at),
        filed=_note_key,
        lines=(("text",),),
        another=_("Nytt notat"),
        listed=_("Notater til spørsmålet"),
        remove=_("Fjern notatet"),
    )
    return EntryPanel(desk, conductor, parts)


def parked_panel(desk: Desk, conductor: Conductor) -> EntryPanel:
    """Return the parking lot: what comes up, and has to wait."""
    parts = EntryParts(
        table=PARKED,
        new=lambda row_id, key, at: Note(id=row_id, question=key, taken_at=at),
        filed=_note_key,
        lines=(("text",),),
        another=_("Parker et til"),
        listed=_("Parkert her"),
        remove=_("Fjern det parkerte"),
    )
    return EntryPanel(desk, conductor, parts)


def _note_key(row: Item) -> str:
    return cast("Note", row).question


class ActionPanel(EntryPanel):
    """Decisions with owner and deadline; a person who isn't in the plan yet is added here."""

    def __init__(self, desk: Desk, conductor: Conductor) -> None:
        parts = EntryParts(
            table=ACTIONS,
            new=_new_action,
            filed=lambda row: cast("Action", row).origin,
            lines=(("text",), ("owner", "deadline")),
            another=_("Ny beslutning"),
            listed=_("Besluttet her"),
            remove=_("Fjern beslutningen"),
        )
        super().__init__(desk, conductor, parts)
        self.person = QLineEdit()
        self.person.setAccessibleName(_("Ny person"))
        self.person.setPlaceholderText(_("Ny person, som ikke står i listen"))
        self.person.returnPressed.connect(self._add_person)
        self.add_person = button(_("Legg til"), Look.QUIET, self._add_person, name=_("Legg til personen som ansvarlig"))
        self.extra.addWidget(self.person, 1)
        self.extra.addWidget(self.add_person)

    def _add_person(self) -> None:
        name = self.person.text().strip()
        if not name:
            return
        self.make()
        person = Person(id=self.desk.session.new_row_id(), name=name)
        if self.conductor.write(Insert(("people", "persons"), person), Set((*self.address, "owner"), person.id)):
            self.person.clear()


def _new_action(row_id: str, key: str, at: datetime) -> Action:
    return Action(id=row_id, origin=key, taken_at=at)
