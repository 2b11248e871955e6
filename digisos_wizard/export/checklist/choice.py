"""What the checklist's pages count and group: items by phase and section, and what is open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Section
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import ChecklistRow, SignOffStatus
from digisos_wizard.model.rules.checklist.signed_content import rows_for
from digisos_wizard.model.terms import SignOffPhase, TaskState

OPEN_STATES = (TaskState.OPEN, TaskState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """An item with its number, and its rows: one, or one for each municipality."""

    number: str
    rows: tuple[ChecklistRow, ...]

    @property
    def text(self) -> str:
        """What the item asks for."""
        return self.rows[0].text

    @property
    def superseded(self) -> bool:
        """Whether the item applied earlier and is shown for the record alone."""
        return self.rows[0].item is not None and self.rows[0].item.superseded


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section with its number and its items."""

    number: int
    title: str
    items: tuple[NumberedItem, ...]

    @property
    def rows(self) -> Iterator[ChecklistRow]:
        """Every row of the section."""
        return (row for item in self.items for row in item.rows)


def sections(figures: Figures) -> tuple[NumberedSection, ...]:
    """Return the sections that have items, in the catalogue's order; items of unknown sections come last."""
    known = figures.content.checklist(figures.plan.checklist.catalogue).sections
    names = {section.id for section in known}
    others = Section(id="", title=_("Andre punkter"))
    found: list[NumberedSection] = []
    for section in (*known, others):
        rows = [
            row
            for row in figures.checklist
            if row.section == section.id or (section is others and row.section not in names)
        ]
        if rows:
            number = len(found) + 1
            found.append(NumberedSection(number, section.title, tuple(_numbered(number, rows))))
    return tuple(found)


def _numbered(section: int, rows: Sequence[ChecklistRow]) -> Iterator[NumberedItem]:
    groups: dict[str, list[ChecklistRow]] = {}
    for row in rows:
        groups.setdefault(row.item.id if row.item is not None else row.row_id, []).append(row)
    for position, group in enumerate(groups.values(), start=1):
        yield NumberedItem(f"{section}.{position}", tuple(group))


def counted(figures: Figures, phase: SignOffPhase, rows: Iterable[ChecklistRow] | None = None) -> list[ChecklistRow]:
    """Return the rows that a phase asks for: what is due before the day, or everything."""
    return list(rows_for(figures.checklist if rows is None else rows, phase))


def count(rows: Iterable[ChecklistRow], state: TaskState) -> int:
    """Return how many rows are in a state."""
    return sum(row.state is state for row in rows)


def latest(figures: Figures, phase: SignOffPhase) -> SignOffStatus | None:
    """Return the last sign-off of the whole checklist for a phase."""
    return next(
        (status for status in reversed(figures.signoffs) if status.record.phase is phase and not status.record.section),
        None,
    )


def signed_sections(figures: Figures, phase: SignOffPhase) -> tuple[int, int]:
    """Return how many sections are signed by themselves and as signed, and how many there are to sign."""
    asked = {row.section for row in counted(figures, phase)}
    standing = [status.record for status in figures.signoffs if status.valid and status.current]
    return len(asked & {record.section for record in standing if record.phase is phase}), len(asked)
