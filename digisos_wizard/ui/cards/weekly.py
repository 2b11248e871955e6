"""The weekly status: read, noted, taken down for the next one to compare with, printed and mailed."""

from functools import partial

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model import formatting
from digisos_wizard.model.edits import Edit, Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import connection_form
from digisos_wizard.model.told import letters
from digisos_wizard.model.told.weekly import Weekly, report
from digisos_wizard.model.told.weekly_changes import snapshot
from digisos_wizard.ui.cards.exchange import Exchange
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.mail_box import MailBox
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Box, Card, ToneName, button, label
from digisos_wizard.ui.widgets.look.theme import Look

REPORTS = ("connection", "reports")
CHANGES = 8


class WeeklyCard(Card):
    """This week's status and the ones before."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Ukestatus"),
            _("Ta opp statusen én gang i uken. Da ser du neste gang hva som er endret siden sist."),
        )
        self._desk = page.desk
        self.now = Box(ToneName.INFO)
        self.changed = Box(ToneName.NEUTRAL)
        self.add(self.now)
        self.add(self.changed)
        self.take = button(_("Ta opp dagens status"), Look.PRIMARY, self._take)
        self.told = Exchange(page)
        self.paper = button(_("Lagre som PDF …"), Look.SECONDARY, partial(self.told.save, "weekly"))
        self.mail_button = button(_("Vis som e-post"), Look.SECONDARY, self._toggle_mail)
        self.add(flow(self.take, self.paper, self.mail_button))
        self.add(self.told)
        self.mail = MailBox(_("Statusen som e-post"))
        self.mail.hide()
        self._mail_shown = False
        self.add(self.mail)
        self.reports = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Statuser som er tatt opp"),
                    columns=(Column(_("Dag"), 3), Column(_("Påkoblingsdag da"), 3), Column(_("Stoppet"), 2)),
                    rows=_report_rows,
                    removable=True,
                ),
                connection_form.REPORTS,
            )
        )
        self.taken = label(_("Statuser som er tatt opp"), Look.SUBHEADING)
        self.add(self.taken)
        self.add(self.reports)

    def show_plan(self, figures: Figures) -> None:
        """Show where they are, what changed, and the mail if it is open."""
        found = report(figures)
        self.now.say(found.headline, "\n".join((*found.facts, *_due_words(found))))
        self._show_changes(found)
        held = bool(figures.plan.connection.reports)
        self.taken.setVisible(held)
        self.reports.setVisible(held)
        if self._mail_shown:
            self.mail.show_mail(letters.status_mail(figures))

    def _show_changes(self, found: Weekly) -> None:
        if found.since is None:
            self.changed.say(_("Ingen tidligere status å sammenligne med."))
            return
        shown = [f"– {line}" for line in found.changes[:CHANGES]] or [_("Ingenting er endret.")]
        if len(found.changes) > CHANGES:
            shown.append(_("… og {count} til").format(count=len(found.changes) - CHANGES))
        title = _("Endret siden {day}").format(day=formatting.day(found.since))
        self.changed.say(title, "\n".join(shown))

    def _take(self) -> None:
        """Put today's status in the plan; one from earlier today is replaced and its note kept."""
        session, figures = self._desk.session, self._desk.figures
        before = [one for one in figures.plan.connection.reports if one.taken_on == figures.today]
        note = before[-1].note if before else ""
        row = snapshot(figures, session.new_row_id(), note)
        edits: list[Edit] = [*(Remove((*REPORTS, one.id)) for one in before), Insert(REPORTS, row)]
        session.edit(*edits, label=_("Ukestatus"))
        self.reports.show_plan(self._desk.figures)
        self.reports.choose(row.id)

    def _toggle_mail(self) -> None:
        self._mail_shown = not self._mail_shown
        self.mail.show_mail(letters.status_mail(self._desk.figures) if self._mail_shown else None)
        self.mail_button.setText(_("Skjul e-posten") if self._mail_shown else _("Vis som e-post"))


def _due_words(found: Weekly) -> list[str]:
    if not found.due:
        return [_("Ingen frister de neste to ukene.")]
    late = sum(one.late for one in found.due)
    count = len(found.due)
    words = ngettext("{count} frist de neste to ukene", "{count} frister de neste to ukene", count).format(count=count)
    return [_("{words}, og {late} er forfalt.").format(words=words, late=late) if late else f"{words}."]


def _report_rows(figures: Figures) -> list[RowView]:
    rows = []
    for one in figures.plan.connection.reports:
        taken = formatting.day(one.taken_on) if one.taken_on else "–"
        day = formatting.day(one.connection_day) if one.connection_day else _("ikke valgt")
        rows.append(RowView(one.id, (*REPORTS, one.id), (taken, day, str(len(one.blockers)))))
    return rows
