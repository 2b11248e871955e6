"""Choosing a person in a row: everybody in the plan, and last somebody new, of whom only the name is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from digisos_wizard.model.address import Address
from digisos_wizard.model.figures import Figures
from digisos_wizard.session import Session
from digisos_wizard.ui.widgets import new_person
from digisos_wizard.ui.widgets.new_person import NEW_PERSON, choose_new_person

from .cells import choices_of

Choices = Callable[[Address], Sequence[tuple[str, str]]]


def with_new_person(figures: Callable[[], Figures]) -> Choices:
    """Return what can be chosen at an address, with somebody new as the last of the persons."""
    usual = choices_of(figures)
    return lambda address: new_person.with_new_person(usual(address))


def enter_person(session: Session, over: Callable[[], QWidget]) -> Callable[[Address, str], None]:
    """Return what takes a choice into the plan, asking for the name of somebody new first."""

    def enter(address: Address, text: str) -> None:
        if text == NEW_PERSON:
            choose_new_person(session, address, over())
        else:
            session.enter(address, text)

    return enter
