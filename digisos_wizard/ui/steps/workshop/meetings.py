"""Holdte møter: a list, and beside it the meeting in short, to copy into a mail or have on paper."""

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.edits import Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.rules.meetings.course import MEETINGS
from digisos_wizard.model.told.summary import latest
from digisos_wizard.model.told.summary_mail import meeting_time, meeting_title, summary_mail
from digisos_wizard.model.workshop import Meeting
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.mail_box import MailBox
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row


class MeetingsPart(StepPart):
    """What was held, the last one first."""

    step = StepKey.WORKSHOP
    key = "meetings"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list and the detail."""
        self.grid = Grid(GridParts(_("Møter som er holdt"), (Column(_("Møte"), 1, 220),), signs=False, header=False))
        words = _("Ingen møter er holdt ennå. De kommer hit når du har startet et møte.")
        act = _("Forbered et møte")
        self.meetings = ListDetail(
            self.grid,
            self._detail(),
            self._show_detail,
            empty=Empty(words, act, lambda: self.desk.goto(StepKey.WORKSHOP, ("workshop", "agenda"))),
            list_width=400,
            head=self.head,
        )
        self.meetings.least = 300
        self.track(self.meetings)
        self.add(self.meetings, 1)

    def _detail(self) -> QWidget:
        self.named, self.when = label("", Look.HEADING), label("", Look.HELP)
        sections = (Section(_("Navn og deltakere"), workshop_form.MEETINGS.lines, folded=True),)
        self.meeting = self.known(SectionForm(self.desk, (*MEETINGS, "*"), sections))
        self.mail = MailBox(_("Oppsummering til e-post"))
        self.paper = button(_("Lagre som PDF …"), Look.SECONDARY, lambda: self.files.save("meeting-summary"))
        holder = QWidget()
        lines = column(10)
        for piece in (self.named, self.when):
            lines.addWidget(piece)
        lines.addWidget(self.mail, 1)
        lines.addLayout(row(self.paper, button(_("Fjern møtet"), Look.QUIET, self._remove), None, spacing=8))
        lines.addWidget(self.meeting)
        lines.addStretch(1)
        holder.setLayout(lines)
        return holder

    def show(self, figures: Figures) -> None:
        """Show the meetings."""
        self.meetings.show_rows([_row(one) for one in reversed(figures.plan.workshop.meetings)])

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        held = next((one for one in figures.plan.workshop.meetings if one.id == found.row_id), None)
        if held is None:
            return
        set_text(self.named, meeting_title(held))
        set_text(self.when, found.cells[0].below)
        self.mail.show_mail(summary_mail(figures, held))
        # On paper there is the last one alone.
        self.paper.setVisible(held == latest(figures.plan))
        self.meeting.point_at(found.address)
        self.meeting.show_plan(figures)

    def _remove(self) -> None:
        found = self.meetings.open_found
        if found is not None:
            self.meetings.close_row()
            self.desk.session.edit(Remove(found.address))


def _row(meeting: Meeting) -> Row:
    when = meeting_time(meeting)
    if not meeting.ended_at:
        when = _("{time}, pågår").format(time=when)
    count = len(meeting.questions)
    asked = ngettext("{count} spørsmål", "{count} spørsmål", count).format(count=count)
    cell = Cell(meeting_title(meeting), below=f"{when} · {asked}")
    return Row(meeting.id, (*MEETINGS, meeting.id), (cell,), tip=meeting.participants)
