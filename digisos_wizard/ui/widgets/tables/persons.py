"""Choosing a person in a row: everybody in the plan, and last somebody new, of whom only the name is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QInputDialog, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person
from digisos_wizard.session import Session

from .cells import choices_of

PERSONS: Address = ("people", "persons")
NEW_PERSON = "+"
"""Stands for somebody who is not in the plan yet; no id of a row is a sign."""

Choices = Callable[[Address], Sequence[tuple[str, str]]]


def with_new_person(figures: Callable[[], Figures]) -> Choices:
    """Return what can be chosen at an address, with somebody new as the last of the persons."""
    usual = choices_of(figures)

    def choices(address: Address) -> Sequence[tuple[str, str]]:
        return (*usual(address), (NEW_PERSON, _("Ny person …")))

    return choices


def enter_person(session: Session, over: Callable[[], QWidget]) -> Callable[[Address, str], None]:
    """Return what takes a choice into the plan, asking for the name of somebody new first."""

    def enter(address: Address, text: str) -> None:
        if text != NEW_PERSON:
            session.enter(address, text)
            return
        name, sure = QInputDialog.getText(over(), _("Ny person"), _("Hva heter personen?"))
        if sure and name.strip():
            person = Person(id=session.new_row_id(), name=name.strip())
            session.edit(Insert(PERSONS, person), Set(address, person.id), label=_("Ny person"))

    return enter
