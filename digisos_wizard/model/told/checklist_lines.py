"""The checklist as lists show it: its items in their sections, how each stands in a word or two, and who has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import municipality_name, person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.rules.checklist.result import ChecklistRow, Moment
from digisos_wizard.model.rules.checklist.signed_content import rows_for, section_title
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.terms import SignOffPhase, TaskState

ANSWERS = ("checklist", "answers")
OWN = ("checklist", "own")
FINISHED = (TaskState.DONE, TaskState.NOT_RELEVANT)
STEM = 3
"""The names of an address that two places of the same thing share."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the checklist with its items."""

    key: str
    title: str
    rows: tuple[ChecklistRow, ...]

    @property
    def relevant(self) -> Sequence[ChecklistRow]:
        """The items that apply."""
        return [row for row in self.rows if row.state is not TaskState.NOT_RELEVANT]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(row.state is TaskState.DONE for row in self.rows)

    @property
    def counted(self) -> str:
        """How many are done of those that apply."""
        return _("{done} av {all}").format(done=self.done, all=len(self.relevant))

    @property
    def remaining(self) -> Sequence[ChecklistRow]:
        """The items that aren't ready."""
        return [row for row in self.rows if not ready(row)]


def sections(figures: Figures, phase: SignOffPhase = SignOffPhase.FINAL, only: str = "") -> Sequence[Section]:
    """Return the sections that have items for a phase, in order; items that stand outside of all come last."""
    found: dict[str, list[ChecklistRow]] = {
        one.id: [] for one in figures.content.checklist(figures.plan.checklist.catalogue).sections
    }
    for row in rows_for(figures.checklist, phase, only):
        found.setdefault(row.section, []).append(row)
    return [
        Section(key, section_title(figures.plan, figures.content, key), tuple(rows))
        for key, rows in found.items()
        if rows
    ]


def ready(row: ChecklistRow) -> bool:
    """Tell whether an item is done or doesn't apply, and explained where it must be."""
    return row.state in FINISHED and not row.contradicts


def address_of(row: ChecklistRow) -> Address:
    """Return where the office's answer to an item stands."""
    return (*(OWN if row.item is None else ANSWERS), row.row_id)


def line_title(figures: Figures, row: ChecklistRow, *, named: bool = True) -> str:
    """Return what an item asks for, with its municipality where it is `named`, and that it is from 2019 if it is."""
    text = row.text or _("Punkt uten tekst")
    if row.municipality and named:
        text = _("{text}, {name}").format(text=text, name=municipality_name(figures.plan, row.municipality))
    return _("{text} (gjaldt i 2019)").format(text=text) if row.item and row.item.superseded else text


def standing(figures: Figures, row: ChecklistRow) -> tuple[str, Sign]:
    """Return how an item stands, in as few words as there are."""
    if stops(figures, row):
        return _("Stopper"), Sign.STOPS
    if row.contradicts:
        return _("Begrunn"), Sign.NONE
    if row.state is TaskState.DONE:
        return _("Klar"), Sign.DONE
    if row.state is TaskState.NOT_RELEVANT:
        return _("Gjelder ikke"), Sign.NONE
    if row.moment is not Moment.BEFORE:
        return (_("På dagen") if row.moment is Moment.ON else _("Etter dagen")), Sign.NONE
    return (_("I arbeid") if row.state is TaskState.IN_PROGRESS else ""), Sign.NONE


def stops(figures: Figures, row: ChecklistRow) -> bool:
    """Tell whether what an item rests on stops the connection."""
    shown = row.evidence
    if shown is None or row.state in FINISHED:
        return False
    blockers = (one.address for one in figures.findings if one.severity is Severity.BLOCKER)
    return any(address[:STEM] == shown.address[:STEM] for address in blockers)


def promised(figures: Figures, row: ChecklistRow) -> tuple[str, date | None]:
    """Return who has an item and by when, wherever in the plan that is said."""
    found = figures.register.at(address_of(row))
    if found is None:
        return person_name(figures.plan, row.answer.responsible), row.answer.deadline
    return owner_words(figures.plan, figures.content, found.owner), found.due.day


def folded_words(rows: Sequence[ChecklistRow]) -> str:
    """Return what a line says that stands for items."""
    left = sum(not ready(row) for row in rows)
    rows = [row for row in rows if ready(row)]
    done = [row for row in rows if row.state is TaskState.DONE]
    own = sum(row.answer.state is not None and row.item is not None for row in done)
    other = len(rows) - len(done)
    parts = []
    if left:
        parts.append(ngettext("{count} ikke ferdig", "{count} ikke ferdige", left).format(count=left))
    if done:
        parts.append(ngettext("{count} er klart", "{count} er klare", len(done)).format(count=len(done)))
    if own:
        parts.append(ngettext("{count} med eget svar", "{count} med eget svar", own).format(count=own))
    if other:
        parts.append(ngettext("{count} gjelder ikke", "{count} gjelder ikke", other).format(count=other))
    return ", ".join(parts)
