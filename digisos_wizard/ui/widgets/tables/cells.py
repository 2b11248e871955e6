"""Cells for values of the plan: typed or chosen where they stand, with what is wrong beside them."""

from digisos_wizard.model.address import Address, exists, pattern, resolve, written
from digisos_wizard.model.display import display
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reading import shown

from .rows import Cell, Way


def entry(figures: Figures, address: Address) -> Cell:
    """Return a cell that is typed in: the text as typed where it can't be read, else the value."""
    key = written(address)
    draft = next((draft for draft in figures.document.drafts if draft.id == key), None)
    if draft is not None:
        return Cell(draft.text, way=Way.TYPED, place=address, wrong=wrong_at(figures, address))
    spec = figures.content.field_index[pattern(Plan, address)]
    text = shown(spec, resolve(figures.plan, address)) if exists(figures.plan, address) else ""
    return Cell(text, way=Way.TYPED, place=address, wrong=wrong_at(figures, address))


def choice(figures: Figures, address: Address, unset: str) -> Cell:
    """Return a cell that is chosen in: the words of what is chosen, or quiet ones where nothing is."""
    text = display(figures.plan, figures.content, address) if exists(figures.plan, address) else ""
    return Cell(text or unset, way=Way.CHOSEN, place=address, quiet=not text, wrong=wrong_at(figures, address))


def wrong_at(figures: Figures, address: Address) -> str:
    """Return what is wrong with the value at an address, empty where nothing is."""
    return next(
        (one.message for one in figures.findings if one.address == address and one.severity >= Severity.ERROR), ""
    )
