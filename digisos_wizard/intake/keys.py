"""The hidden sheet by which a file that went out is known: its mark, the plan it belongs to, and what each row is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digisos_wizard.i18n import _
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.returned import FIRST_KEY, FOLLOW_UP_KEYS, FOLLOW_UP_MARK, TITLE, VERSION

from .workbook import Problem, ProblemError, open_book, text_in

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Keys:
    """Whose file it is, the id and name of every row, in order, and the titles that the file tells by their keys."""

    plan_id: str
    office: str
    rows: tuple[tuple[str, str], ...]
    titles: Mapping[str, str]

    def check_plan(self, name: str, plan: Plan) -> None:
        """Raise ProblemError where the file belongs to another plan."""
        if self.plan_id == plan.about.plan_id:
            return
        if self.office and self.office != plan.decision.office:
            words = _("Filen hører til planen for {office}, ikke til denne.").format(office=self.office)
        else:
            words = _("Filen hører til en annen plan enn den som er åpen.")
        raise ProblemError(Problem(name, words))


def is_follow_up(name: str, data: bytes) -> bool:
    """Tell whether a file is a benefits workbook; what can't be opened isn't one."""
    try:
        return marked(open_book(name, data), FOLLOW_UP_KEYS, FOLLOW_UP_MARK)
    except ProblemError:
        return False


def marked(book: "Workbook", sheet: str, mark: str) -> bool:
    """Tell whether a workbook has the hidden sheet with the mark."""
    return sheet in book.sheetnames and text_in(book[sheet].cell(1, 1)) == mark


def keys_of(book: "Workbook", name: str, sheet: str, mark: str, wanted: str) -> Keys:
    """Return the keys of a workbook; raises ProblemError where it isn't what is wanted, told in words."""
    if not marked(book, sheet, mark):
        words = _("Dette er ikke {wanted}, eller et skjult ark er fjernet fra filen.").format(wanted=wanted)
        raise ProblemError(Problem(name, words))
    hidden = book[sheet]
    if text_in(hidden.cell(1, 2)) != str(VERSION):
        raise ProblemError(Problem(name, _("Filen er laget av en nyere utgave av programmet.")))
    rows = [(text_in(left), text_in(right)) for left, right in hidden.iter_rows(min_row=FIRST_KEY + 1, max_col=2)]
    return Keys(
        plan_id=text_in(hidden.cell(2, 2)),
        office=text_in(hidden.cell(3, 2)),
        rows=tuple((left, right) for left, right in rows if left and not left.startswith(TITLE)),
        titles={left: right for left, right in rows if left.startswith(TITLE)},
    )
