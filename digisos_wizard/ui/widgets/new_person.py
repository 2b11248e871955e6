"""Somebody new in a list of persons: the last entry, of whom only the name is asked, and who is chosen at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QInputDialog, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.kinds.kind import Offered
from digisos_wizard.model.people import Person
from digisos_wizard.session import Session

PERSONS: Address = ("people", "persons")
NEW_PERSON = "+"
"""Stands for somebody who is not in the plan yet; no id of a row is a sign."""


def with_new_person(offered: Sequence[Offered]) -> Sequence[Offered]:
    """Return what can be chosen, with somebody new last."""
    return (*offered, (NEW_PERSON, _("Ny person …")))


def choose_new_person(session: Session, address: Address, over: QWidget) -> bool:
    """Ask for a name, and put the person in the plan and in the field; tells whether one was made.

    Raises PersonalNumberError.
    """
    name, sure = QInputDialog.getText(over, _("Ny person"), _("Hva heter personen?"))
    if not sure or not name.strip():
        return False
    person = Person(id=session.new_row_id(), name=name.strip())
    session.edit(Insert(PERSONS, person), Set(address, person.id), label=_("Ny person"))
    return True
