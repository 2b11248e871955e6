"""Around and after the connection: dates, the daily watch, mails ready to send, and whom to turn to."""

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.connection import WatchDay
from digisos_wizard.model.display import person_name
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import connection_form
from digisos_wizard.model.told import letters
from digisos_wizard.ui.form.choices import RadioControl
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.mail_box import MailBox
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look

WATCH = ("connection", "watch")


class MailsCard(Card):
    """The mails around the connection, filled in."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("E-poster du trenger"), _("Programmet sender ingenting. Les gjennom, kopier eller åpne i e-post.")
        )
        mails = page.desk.content.mails
        self._ids = [spec.id for spec in mails]
        self.choice = RadioControl([(spec.id, spec.title) for spec in mails], upright=True)
        self.choice.widget.setAccessibleName(_("Velg e-post"))
        self.choice.set_text(self._ids[0] if self._ids else "")
        self.when = label("", Look.HELP)
        self.box = MailBox(_("E-posten"))
        self.choice.edited.connect(lambda _id: self.show_plan(page.desk.figures))
        self.add(self.choice.widget)
        self.add(self.when)
        self.add(self.box)

    def show_plan(self, figures: Figures) -> None:
        """Show the chosen mail with the plan's facts."""
        chosen = next((spec for spec in figures.content.mails if spec.id == self.choice.text()), None)
        if chosen is None:
            return
        sources = ", ".join(figures.content.source_label(source) for source in chosen.sources)
        early = "" if letters.ready(figures, chosen.id) else _(" Ikke send den ennå: dere er ikke koblet på.")
        set_text(self.when, f"{chosen.when}. {sources}{'.' if early else ''}{early}")
        self.box.show_mail(letters.letter(figures, chosen.id))


class AfterCard(Card):
    """What is done around and after the day, and the watch of the first weeks."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Rundt og etter påkoblingen"),
            _(
                "Følg med i mottaksområdet hver dag de første ukene, og skriv ned hva dere ser. "
                "Målingene er på Gevinster."
            ),
        )
        self.add(page.form(connection_form.AROUND))
        session = page.desk.session

        def new_day() -> tuple[str, list[Insert]]:
            row_id = session.new_row_id()
            watcher = session.plan.connection.contingency.watcher
            return row_id, [Insert(WATCH, WatchDay(id=row_id, day=session.now().date(), seen_by=watcher))]

        self.add(label(_("Dagene vi har fulgt med"), Look.SUBHEADING))
        self.watch = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Dagene vi har fulgt med"),
                    columns=(Column(_("Dag"), 3), Column(_("Sjekket av"), 3), Column(_("Hva vi så"), 5)),
                    rows=_watch_rows,
                    empty=_("Legg til en dag hver gang noen har sjekket mottaksområdet."),
                    adding=(Adding(_("Legg til i dag"), new_day),),
                    removable=True,
                ),
                connection_form.WATCH,
            )
        )
        self.add(self.watch)
        self.measuring = label("", Look.HELP)
        self.add(label(_("Når gevinstene måles"), Look.SUBHEADING))
        self.add(self.measuring)
        self.add(label(_("Hvem dere kontakter"), Look.SUBHEADING))
        self.support = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Hvem dere kontakter"),
                    columns=(Column(_("Om hva"), 5), Column(_("Hvem"), 5), Column(_("Adresse"), 3)),
                    rows=_support_rows,
                ),
            )
        )
        self.add(self.support)

    def show_plan(self, figures: Figures) -> None:
        """Show when the benefits are measured; the tables show themselves."""
        days = [
            f"{point.spec.label}: {formatting.day(point.day)}"
            for point in figures.measuring_points
            if point.day is not None
        ]
        set_text(self.measuring, "\n".join(days) or _("Velg en påkoblingsdag, så kommer målepunktene."))


def _watch_rows(figures: Figures) -> list[RowView]:
    rows = []
    for one in figures.plan.connection.watch:
        words = one.note or (_("Alt i orden") if one.trouble is False else "")
        if one.trouble:
            words = _("Stoppet: {note}").format(note=one.note or _("ikke beskrevet"))
        day = formatting.day(one.day) if one.day else "–"
        rows.append(RowView(one.id, (*WATCH, one.id), (day, person_name(figures.plan, one.seen_by), words)))
    return rows


def _support_rows(figures: Figures) -> list[RowView]:
    return [
        RowView(
            path.id,
            ("connection", "contingency"),
            (path.problem, path.whom, path.address),
            tip=", ".join(figures.content.source_label(source) for source in path.sources),
        )
        for path in figures.content.support
    ]
