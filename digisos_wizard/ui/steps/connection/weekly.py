"""Ukestatus: how it stands this week, the same as a mail, and the statuses taken down before to compare with."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.connection import WeeklyReport
from digisos_wizard.model.edits import Edit, Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import connection_form
from digisos_wizard.model.told import letters
from digisos_wizard.model.told.weekly import Weekly, report
from digisos_wizard.model.told.weekly_changes import snapshot
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.form.mail_box import MailBox
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.scroller import Scroller
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

REPORTS = ("connection", "reports")
CHANGES = 8
NOW, MAIL, BEFORE = "now", "mail", "before"


class WeeklyPart(StepPart):
    """Today's status is taken down with one press; what changed is told the next time."""

    step = StepKey.CONNECTION
    key = "weekly"
    scrolls = False
    acts = True

    def build(self) -> None:
        """Make the three ways to see it."""
        self.toolbar.addWidget(button(_("Lagre som PDF …"), Look.SECONDARY, lambda: self.files.save("weekly")))
        self.take = button(_("Ta opp dagens status"), Look.PRIMARY, self._take)
        self.toolbar.addWidget(self.take)
        self.chips = Chips(_("Vis"), (NOW, MAIL, BEFORE), self._show_page)
        self.add(self.chips)
        self.mail = MailBox(_("Statusen som e-post"))
        mail_page = QWidget()
        inside = QVBoxLayout(mail_page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.mail, 1)
        self.stack = QStackedWidget()
        for page in (self._now(), mail_page, self._before()):
            self.stack.addWidget(page)
        self.add(self.stack, 1)

    def _now(self) -> QWidget:
        self.headline, self.facts = label("", Look.LEAD), label("")
        self.changed, self.changes = label("", Look.SUBHEADING), label("")
        words = _("Ta opp statusen én gang i uken. Da ser du neste gang hva som er endret siden sist.")
        inside = QWidget()
        inside.setObjectName("column")
        lines = column(8)
        for piece in (label(words, Look.HELP), self.headline, self.facts, self.changed, self.changes):
            lines.addWidget(piece)
        lines.addStretch(1)
        inside.setLayout(lines)
        scroller = Scroller(inside)
        scroller.setAccessibleName(_("Status"))
        return scroller

    def _before(self) -> QWidget:
        self.grid = Grid(
            GridParts(_("Statuser som er tatt opp"), (Column(_("Dag"), 1, 200),), signs=False, header=False)
        )
        self.note = self.known(Form(self.desk, (*REPORTS, "*"), connection_form.REPORTS.lines))
        detail = QWidget()
        lines = column(10)
        lines.addWidget(self.note)
        lines.addLayout(row(button(_("Fjern statusen"), Look.QUIET, self._remove), None))
        lines.addStretch(1)
        detail.setLayout(lines)
        words = _("Ingen status er tatt opp ennå.")
        self.reports = ListDetail(self.grid, detail, self._show_note, empty=Empty(words), list_width=300)
        self.reports.least = 300
        self.track(self.reports)
        return self.reports

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show where they are, what changed, the mail, and what was taken down."""
        found = report(figures)
        set_text(self.headline, found.headline)
        set_text(self.facts, "\n".join((*found.facts, _due_words(found))))
        self._show_changes(found)
        self.mail.show_mail(letters.status_mail(figures))
        reports = figures.plan.connection.reports
        before = _("Tidligere {count}").format(count=len(reports))
        self.chips.show_words((_("Denne uken"), _("Som e-post"), before))
        self.reports.show_rows([_row(one) for one in reversed(reports)])

    def _show_changes(self, found: Weekly) -> None:
        if found.since is None:
            set_text(self.changed, "")
            set_text(self.changes, _("Ingen tidligere status å sammenligne med."))
            return
        shown = [f"– {line}" for line in found.changes[:CHANGES]] or [_("Ingenting er endret.")]
        if len(found.changes) > CHANGES:
            shown.append(_("… og {count} til").format(count=len(found.changes) - CHANGES))
        set_text(self.changed, _("Endret siden {day}").format(day=formatting.day(found.since)))
        set_text(self.changes, "\n".join(shown))

    def _show_note(self, found: Row) -> None:
        self.note.point_at(found.address)
        self.note.show_plan(self.desk.figures)

    def _show_page(self, key: str) -> None:
        self.stack.setCurrentIndex((NOW, MAIL, BEFORE).index(key))

    def focus(self, address: Address) -> bool:
        """Come to a status that was taken down."""
        if address[: len(REPORTS)] == REPORTS:
            self.chips.buttons[BEFORE].click()
        return super().focus(address)

    # ----------------------------------------------------------------------------------------------------------- acts

    def _take(self) -> None:
        """Put today's status in the plan; one from earlier today is replaced and its note kept."""
        session, figures = self.desk.session, self.desk.figures
        before = [one for one in figures.plan.connection.reports if one.taken_on == figures.today]
        note = before[-1].note if before else ""
        taken = snapshot(figures, session.new_row_id(), note)
        edits: list[Edit] = [*(Remove((*REPORTS, one.id)) for one in before), Insert(REPORTS, taken)]
        session.edit(*edits, label=_("Ukestatus"))
        self.render(self.desk.figures)
        self.focus((*REPORTS, taken.id, "note"))

    def _remove(self) -> None:
        found = self.reports.open_found
        if found is not None:
            self.reports.close_row()
            self.desk.session.edit(Remove(found.address))


def _due_words(found: Weekly) -> str:
    if not found.due:
        return _("Ingen frister de neste to ukene.")
    late = sum(one.late for one in found.due)
    count = len(found.due)
    words = ngettext("{count} frist de neste to ukene", "{count} frister de neste to ukene", count).format(count=count)
    return _("{words}, og {late} er forfalt.").format(words=words, late=late) if late else f"{words}."


def _row(one: WeeklyReport) -> Row:
    taken = formatting.day(one.taken_on) if one.taken_on else "–"
    day = formatting.day(one.connection_day) if one.connection_day else _("dagen var ikke valgt")
    stopped = ngettext("{count} stoppet", "{count} stoppet", len(one.blockers)).format(count=len(one.blockers))
    below = f"{day} · {stopped}"
    return Row(one.id, (*REPORTS, one.id), (Cell(taken, below=below),), tip=one.note)
