"""The agenda: questions picked from the sets and own ones, in the order in which they are asked."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.rules.meetings.agenda import AGENDA, choosing, minutes_words
from digisos_wizard.model.workshop import AgendaQuestion
from digisos_wizard.ui.form.choices import DropDownControl, ListControl
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.rows import new_row
from digisos_wizard.ui.parts.rows_view import Column
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.workshop import agenda_rows
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class QuestionsCard(Card):
    """Pick from the sets: one set at a time, with a box for every question."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Velg spørsmål"), _("Spørsmålene er ordnet etter hva dere skal snakke om. Kryss av for de dere vil ha.")
        )
        self._desk = page.desk
        self.group = DropDownControl([(group.id, group.title) for group in page.desk.content.questions])
        self.group.box.setAccessibleName(_("Spørsmål om"))
        self.group.set_text(page.desk.content.questions[0].id)
        self.group.box.removeItem(0)  # something is always chosen here
        self.group.edited.connect(lambda _text: self.show_plan(page.desk.figures))
        self.lead = label("", Look.HELP)
        self.picks = ListControl()
        self.picks.ROWS_SEEN = 11
        self.picks.list.setAccessibleName(_("Spørsmål å velge blant"))
        self.picks.edited.connect(self._pick)
        self.all = button(_("Velg alle"), Look.SECONDARY, self._pick_all)
        self.none = button(_("Velg ingen"), Look.QUIET, lambda: self._pick(""))
        caption = label(_("Spørsmål om"), Look.LABEL)
        caption.setBuddy(self.group.box)
        self.add(caption)
        self.add(row(self.group.widget, None))
        self.add(self.lead)
        self.add(self.picks.widget)
        self.add(row(self.all, self.none, None, spacing=8))

    def show_plan(self, figures: Figures) -> None:
        """Show the questions of the set, ticked where they are on the agenda."""
        group = next(one for one in figures.content.questions if one.id == self.group.text())
        set_text(self.lead, group.lead)
        words = [(question.id, f"{question.text} ({minutes_words(question.minutes)})") for question in group.questions]
        self.picks.set_choices(words)
        picked = {row.question for row in figures.plan.workshop.agenda}
        self.picks.set_text(",".join(question.id for question in group.questions if question.id in picked))
        every = all(question.id in picked for question in group.questions)
        self.all.setEnabled(not every)
        self.none.setEnabled(any(question.id in picked for question in group.questions))

    def _pick_all(self) -> None:
        group = next(one for one in self._desk.content.questions if one.id == self.group.text())
        self._pick(",".join(question.id for question in group.questions))

    def _pick(self, text: str) -> None:
        session = self._desk.session
        chosen = [key for key in text.split(",") if key]
        ids = [session.new_row_id() for _key in chosen]
        edits = choosing(session.plan, session.content, self.group.text(), chosen, ids)
        if edits:
            session.edit(*edits, label=_("Valg av spørsmål"))


class AgendaCard(Card):
    """The questions in order; own ones are written here."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Rekkefølgen i møtet"))
        self.table = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Spørsmål i møtet"),
                    columns=(Column(_("Spørsmål"), 8), Column(_("Om"), 3), Column(_("Tid"), 2)),
                    rows=agenda_rows,
                    empty=_("Ingen spørsmål er valgt. Velg dem over, eller skriv egne."),
                    adding=(
                        Adding(_("Skriv et eget spørsmål"), new_row(page.desk.session, lambda: AGENDA, AgendaQuestion)),
                    ),
                    removable=True,
                    movable=True,
                ),
                workshop_form.AGENDA,
            )
        )
        self.add(self.table)
