"""Cells for values of the plan: typed or chosen where they stand, with what is wrong beside them."""

from collections.abc import Callable, Sequence

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, exists, resolve, written
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.kinds import kind_at, words_at

from .rows import Cell, Way


def entry(figures: Figures, address: Address) -> Cell:
    """Return a cell that is typed in: the text as typed where it can't be read, else the value."""
    key = written(address)
    text = next((draft.text for draft in figures.document.drafts if draft.id == key), None)
    if text is None:
        there = exists(figures.plan, address)
        text = kind_at(figures.content, address).shown(resolve(figures.plan, address)) if there else ""
    return Cell(text, way=Way.TYPED, place=address, wrong=wrong_at(figures, address))


def choice(figures: Figures, address: Address, unset: str = "") -> Cell:
    """Return a cell that is chosen in: the words of what is chosen, or quiet ones where nothing is."""
    text = said(figures, address)
    return Cell(
        text or unset or _("Velg"), way=Way.CHOSEN, place=address, quiet=not text, wrong=wrong_at(figures, address)
    )


def ticked(figures: Figures, address: Address) -> Cell:
    """Return a cell that is ticked."""
    there = exists(figures.plan, address)
    text = kind_at(figures.content, address).shown(resolve(figures.plan, address)) if there else ""
    return Cell(text, way=Way.TICKED, place=address)


def suggested(figures: Callable[[], Figures]) -> Callable[[Address], Sequence[str]]:
    """Return what is offered while one types at an address."""
    return lambda address: kind_at(figures().content, address).spec.suggestions


def said(figures: Figures, address: Address) -> str:
    """Return a value in words, empty where there is none."""
    return words_at(figures.plan, figures.content, address) if exists(figures.plan, address) else ""


def choices_of(figures: Callable[[], Figures]) -> Callable[[Address], Sequence[tuple[str, str]]]:
    """Return what can be chosen at an address of the plan as it is now: nothing first, where that is an answer."""

    def choices(address: Address) -> Sequence[tuple[str, str]]:
        now = figures()
        kind = kind_at(now.content, address)
        found = kind.choices(now)
        return found if any(not key for key, _words in found) else (("", _("Ikke valgt")), *found)

    return choices


def wrong_at(figures: Figures, address: Address) -> str:
    """Return what is wrong with the value at an address, empty where nothing is."""
    here = (one.message for one in figures.findings if one.address == address and one.severity >= Severity.ERROR)
    return next(here, "")
