"""Rundt påkoblingen: who is told before the day, the days watched after it, and whom to turn to."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.connection import WatchDay
from digisos_wizard.model.content import SupportPath
from digisos_wizard.model.display import person_name
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import connection_form
from digisos_wizard.model.told import letters
from digisos_wizard.ui.form.choices import RadioControl
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.form.mail_box import MailBox
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row

WATCH = ("connection", "watch")
MAILS, TELL, WATCHED, WHOM = "mails", "tell", "watched", "whom"
PAGES = (MAILS, TELL, WATCHED, WHOM)


class AroundPart(StepPart):
    """Before the day the mails come first, after it the days watched."""

    step = StepKey.CONNECTION
    key = "around"
    scrolls = False
    wide = True

    def build(self) -> None:
        """Make the four pages."""
        self._begun = False
        self.chips = Chips(_("Vis"), PAGES, self._show_page)
        self.chips.show_words(
            (_("E-poster"), _("Si fra og sjekk"), _("Dagene vi følger med"), _("Hvem dere kontakter"))
        )
        self.add(self.chips)
        self.stack = QStackedWidget()
        for page in (self._mailing(), self._telling(), self._watching(), self._supporting()):
            self.stack.addWidget(page)
        self.add(self.stack, 1)

    def _telling(self) -> QWidget:
        self.dates = self.known(Form(self.desk, connection_form.AROUND.base, connection_form.AROUND.lines))
        holder = QWidget()
        lines = column(12)
        lines.addWidget(label(_("Skriv datoen når det er gjort."), Look.HELP))
        lines.addWidget(self.dates)
        lines.addStretch(1)
        holder.setLayout(lines)
        return holder

    def _mailing(self) -> QWidget:
        mails = self.desk.content.mails
        self.choice = RadioControl([(spec.id, spec.title) for spec in mails])
        self.choice.widget.setAccessibleName(_("Velg e-post"))
        self.choice.set_text(mails[0].id if mails else "")
        self.choice.edited.connect(lambda _id: self._show_mail(self.desk.figures))
        self.when = label("", Look.HELP)
        self.mail = MailBox(_("E-posten"))
        holder = QWidget()
        lines = column(8)
        lines.addWidget(label(_("Programmet sender ingenting. Les gjennom, kopier eller åpne i e-post."), Look.HELP))
        for piece in (self.choice.widget, self.when):
            lines.addWidget(piece)
        lines.addWidget(self.mail, 1)
        holder.setLayout(lines)
        return holder

    def _watching(self) -> QWidget:
        self.grid = Grid(
            GridParts(_("Dagene vi har fulgt med"), (Column(_("Dag"), 1, 200),), signs=False, header=False)
        )
        self.day = self.known(Form(self.desk, (*WATCH, "*"), connection_form.WATCH.lines))
        detail = QWidget()
        lines = column(12)
        lines.addWidget(self.day)
        lines.addLayout(row(button(_("Fjern dagen"), Look.QUIET, self._remove), None))
        lines.addStretch(1)
        detail.setLayout(lines)
        words = _("Følg med i mottaksområdet hver dag de første ukene, og skriv ned hva dere ser.")
        self.adding = button(_("Legg til i dag"), Look.SECONDARY, self._add)
        self.watch = ListDetail(
            self.grid,
            detail,
            self._show_day,
            empty=Empty(words, _("Legg til i dag"), self._add),
            list_width=360,
            head=self.adding,
        )
        self.watch.least = 300
        self.track(self.watch)
        return self.watch

    def _supporting(self) -> QWidget:
        columns = (Column(_("Om hva"), 5, 200), Column(_("Hvem"), 5, 160), Column(_("Adresse"), 4, 160))
        self.support = Grid(GridParts(_("Hvem dere kontakter"), columns, signs=False, chevrons=False))
        self.measuring = label("", Look.HELP)
        holder = QWidget()
        lines = column(12)
        lines.addWidget(self.support, 1)
        lines.addWidget(label(_("Når gevinstene måles"), Look.SUBHEADING))
        lines.addWidget(self.measuring)
        holder.setLayout(lines)
        self.track(self.support)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the mails, the days, and whom to turn to; first what belongs to the time there is."""
        if not self._begun:
            self._begun = True
            self.chips.buttons[WATCHED if figures.schedule.connected else MAILS].click()
        self._show_mail(figures)
        rows = [_watch_row(figures, one) for one in reversed(figures.plan.connection.watch)]
        self.adding.setVisible(bool(rows))
        self.watch.show_rows(rows)
        self.support.show_rows([_support_row(figures, one) for one in figures.content.support])
        days = [
            f"{point.spec.label}: {formatting.day(point.day)}"
            for point in figures.measuring_points
            if point.day is not None
        ]
        set_text(self.measuring, "\n".join(days) or _("Velg en påkoblingsdag, så kommer målepunktene."))

    def _show_mail(self, figures: Figures) -> None:
        chosen = next((spec for spec in figures.content.mails if spec.id == self.choice.text()), None)
        if chosen is None:
            return
        sources = ", ".join(figures.content.source_label(source) for source in chosen.sources)
        early = "" if letters.ready(figures, chosen.id) else _(" Ikke send den ennå: dere er ikke koblet på.")
        set_text(self.when, f"{chosen.when}. {sources}{'.' if early else ''}{early}")
        self.mail.show_mail(letters.letter(figures, chosen.id))

    def _show_day(self, found: Row) -> None:
        self.day.point_at(found.address)
        self.day.show_plan(self.desk.figures)

    def _show_page(self, key: str) -> None:
        self.stack.setCurrentIndex(PAGES.index(key))

    def focus(self, address: Address) -> bool:
        """Show the page that the address stands on."""
        self.chips.buttons[WATCHED if address[: len(WATCH)] == WATCH else TELL].click()
        return super().focus(address)

    # ----------------------------------------------------------------------------------------------------------- acts

    def _add(self) -> None:
        """Add today, watched by the one who watches."""
        session = self.desk.session
        row_id = session.new_row_id()
        watcher = session.plan.connection.contingency.watcher
        session.edit(Insert(WATCH, WatchDay(id=row_id, day=session.now().date(), seen_by=watcher)))
        self.render(self.desk.figures)
        self.focus((*WATCH, row_id, "trouble"))

    def _remove(self) -> None:
        found = self.watch.open_found
        if found is not None:
            self.watch.close_row()
            self.desk.session.edit(Remove(found.address))


def _watch_row(figures: Figures, one: WatchDay) -> Row:
    words = one.note or (_("Alt i orden") if one.trouble is False else "")
    if one.trouble:
        words = _("Stoppet: {note}").format(note=one.note or _("ikke beskrevet"))
    day = formatting.day(one.day) if one.day else "–"
    below = " · ".join(filter(None, (person_name(figures.plan, one.seen_by), words)))
    return Row(one.id, (*WATCH, one.id), (Cell(day, below=below),), tip=words)


def _support_row(figures: Figures, path: SupportPath) -> Row:
    sources = ", ".join(figures.content.source_label(source) for source in path.sources)
    return Row(path.id, (), (Cell(path.problem), Cell(path.whom), Cell(path.address)), opens=False, tip=sources)
