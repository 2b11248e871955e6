"""How far every agreement has come, as lists show it: grouped by who the parties are, and told in a few words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.agreements import AgreementStatus
from digisos_wizard.model.content import AgreementSpec
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import brief_day
from digisos_wizard.model.rules.cooperation.result import RequiredAgreement
from digisos_wizard.model.terms import AgreementState

STATUSES = ("agreements", "statuses")
DATES = {AgreementState.SENT: "sent_on", AgreementState.SIGNED: "signed_on"}
"""The date that a state is known by."""


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement with its cells, one for each municipality."""

    spec: AgreementSpec
    cells: tuple[RequiredAgreement, ...]

    @property
    def required(self) -> Sequence[RequiredAgreement]:
        """The cells of those who must sign."""
        return [cell for cell in self.cells if cell.required]

    @property
    def idle(self) -> bool:
        """Whether nobody needs it, and nobody has said anything of it."""
        return not any(cell.required or cell.state is not AgreementState.NOT_STARTED for cell in self.cells)

    @property
    def next_cell(self) -> RequiredAgreement:
        """The cell to look at first: one that remains, else one that is needed, else the first."""
        remaining = [cell for cell in self.required if cell.state is not AgreementState.SIGNED]
        return next(iter((*remaining, *self.required, *self.cells)))


def agreement_lines(figures: Figures) -> Sequence[tuple[str, Sequence[AgreementLine]]]:
    """Return the agreements by who the parties are, in the content's order."""
    groups: dict[str, list[AgreementLine]] = {}
    for spec in figures.content.agreements:
        cells = tuple(cell for cell in figures.agreements if cell.spec is spec)
        if cells:
            groups.setdefault(spec.parties, []).append(AgreementLine(spec, cells))
    return list(groups.items())


class Progress(Enum):
    """How a cell stands: it remains, is under way, is done or late, or nobody waits for it."""

    REMAINS = "remains"
    UNDER_WAY = "under way"
    DONE = "done"
    LATE = "late"
    IDLE = "idle"


def told(figures: Figures, cell: RequiredAgreement) -> tuple[str, Progress]:
    """Return how far a municipality has come with an agreement."""
    status = status_of(figures, cell)
    if cell.state is AgreementState.SIGNED:
        day = brief_day(status.signed_on, figures.today) if status.signed_on else ""
        return day or _("Signert"), Progress.DONE
    if cell.state is AgreementState.NOT_RELEVANT:
        return _("Ikke aktuell"), Progress.IDLE
    if cell.overdue:
        return _("Forfalt"), Progress.LATE
    if cell.state is AgreementState.SENT:
        day = brief_day(status.sent_on, figures.today) if status.sent_on else ""
        return _("Sendt {day}").format(day=day).strip(), Progress.UNDER_WAY
    return (_("Gjenstår"), Progress.REMAINS) if cell.required else (_("Trengs ikke"), Progress.IDLE)


def counted(line: AgreementLine) -> str:
    """Return how many have signed of those who must."""
    required = line.required
    signed = sum(cell.state is AgreementState.SIGNED for cell in required)
    sent = sum(cell.state is AgreementState.SENT for cell in required)
    if signed == len(required):
        return _("alle {count}").format(count=signed)
    words = _("{done} av {all}").format(done=signed, all=len(required))
    return (
        ngettext("{words}, {count} sendt", "{words}, {count} sendt", sent).format(words=words, count=sent)
        if sent
        else words
    )


def status_of(figures: Figures, cell: RequiredAgreement) -> AgreementStatus:
    """Return what the office has said of an agreement of a municipality."""
    known = (one for one in figures.plan.agreements.statuses if one.id == cell.row_id)
    return next(known, AgreementStatus(id=cell.row_id))


def marked_sent(figures: Figures, cell: RequiredAgreement) -> tuple[Set, ...]:
    """Return what says that an agreement was sent today."""
    at = (*STATUSES, cell.row_id)
    return (Set((*at, "state"), AgreementState.SENT), Set((*at, "sent_on"), figures.today))


def same_for_others(figures: Figures, line: AgreementLine, cell: RequiredAgreement) -> tuple[Set, ...]:
    """Return what gives all others who must sign the state and the dates of one, where they haven't signed yet."""
    status = status_of(figures, cell)
    values = {"state": status.state, "sent_on": status.sent_on, "signed_on": status.signed_on}
    others = (one for one in line.required if one is not cell and one.state is not AgreementState.SIGNED)
    return tuple(
        Set((*STATUSES, one.row_id, name), value)
        for one in others
        for name, value in values.items()
        if getattr(status_of(figures, one), name) != value
    )
