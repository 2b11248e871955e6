"""Lederpakken: which slides are shown, in what order, and in whose words; each as the room sees it beside the list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from digisos_wizard.export import export
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Edit, Insert, Move, Remove, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import workshop_form
from digisos_wizard.model.plan import Document
from digisos_wizard.model.told.slides import beginning, slides
from digisos_wizard.model.workshop import ChosenSlide
from digisos_wizard.ui.desk import Programme
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.printing.beside import PaperBeside
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text, shortcut
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

SLIDES = ("workshop", "slides")
SEEN, WRITTEN = "seen", "written"


class SlidesPart(StepPart):
    """Until something is chosen, the usual slides are shown; the first choice takes them into the plan."""

    step = StepKey.OUTPUT
    key = "slides"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list and what stands beside it."""
        begin = self.desk.stage.begin
        self.about = label("", Look.HELP)
        self.usual = button(_("Tilbake til standardutvalget"), Look.LINK, self._forget)
        head = QWidget()
        above = QVBoxLayout(head)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        above.addWidget(self.head)
        above.addWidget(self.about)
        self.toolbar.addWidget(button(_("Eget lysbilde"), Look.SECONDARY, self._add))
        columns = (Column(_("Lysbilde"), 1, 200), Column(_("Teksten er"), 0, 96))
        self.grid = Grid(GridParts(_("Lysbilder"), columns, signs=False, chevrons=False, header=False, tick=self._tick))
        self.list = ListDetail(self.grid, self._detail(), self._show_detail, empty=Empty(""), list_width=450, head=head)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut(QKeySequence(keys), self.grid, partial(self._move, by))
        self.track(self.list)
        self.add(self.list, 1)
        above.addLayout(
            row(
                button(_("Vis i møtet"), Look.SECONDARY, lambda: begin(Programme.SLIDES)),
                button(_("Lagre PowerPoint …"), Look.QUIET, lambda: self.files.save("slides")),
                None,
                spacing=8,
            )
        )
        above.addLayout(row(self.usual, None))
        self._shown: tuple[str, Figures] | None = None

    def _detail(self) -> QWidget:
        self.tabs = Chips(_("Vis"), (SEEN, WRITTEN), self._choose_tab)
        self.tabs.show_words((_("Slik vises det"), _("Teksten deres")))
        self.paper = PaperBeside()
        self.texts = self.known(Form(self.desk, (*SLIDES, "*"), workshop_form.SLIDES.lines))
        self.own = button(_("Velg og endre selv"), Look.SECONDARY, self._begin)
        self._hint = label(_("Tomme felter betyr at teksten i pakken brukes."), Look.HELP)
        written = QWidget()
        inside = QVBoxLayout(written)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.addWidget(self._hint)
        inside.addLayout(row(self.own, None))
        inside.addWidget(self.texts)
        inside.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.paper)
        self.stack.addWidget(written)
        self.up = button(_("Flytt opp"), Look.QUIET, partial(self._move, -1))
        self.down = button(_("Flytt ned"), Look.QUIET, partial(self._move, 1))
        self.up.setToolTip(_("Alt+pil opp"))
        self.down.setToolTip(_("Alt+pil ned"))
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        layout.addLayout(row(self.up, self.down, None, spacing=4))
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the slides in order, and those that could be shown."""
        own = bool(figures.plan.workshop.slides)
        shown = slides(figures)
        count = ngettext("{count} lysbilde", "{count} lysbilder", len(shown)).format(count=len(shown))
        words = _("{count} er valgt.") if own else _("Dere bruker standardutvalget på {count}.")
        set_text(self.about, words.format(count=count))
        self.usual.setVisible(own)
        self.list.show_rows(_rows(figures))

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        own = bool(found.address)
        self.own.setVisible(not own)
        self.texts.setVisible(own)
        for tool in (self.up, self.down):
            tool.setVisible(bool(found.ticked))
        if own:
            self.texts.point_at(found.address)
            self.texts.show_plan(figures)
        before, self._shown = self._shown, (found.row_id, figures)
        if before != self._shown:
            same = before is not None and before[0] == found.row_id
            alone = _alone(figures, found.row_id)
            make = partial(export("slides-pdf").build, alone)
            self.paper.show_paper(slides(alone)[0].title, make, _("Lager lysbildet …"), same=same)

    def _choose_tab(self, key: str) -> None:
        self.stack.setCurrentIndex((SEEN, WRITTEN).index(key))

    def focus(self, address: Address) -> bool:
        """Come to a slide, and to its text where the address leads into it."""
        if address[: len(SLIDES)] == SLIDES and len(address) > len(SLIDES) + 1:
            self.tabs.buttons[WRITTEN].click()
        return super().focus(address)

    # ----------------------------------------------------------------------------------------------------------- acts

    def _beginning(self) -> list[Edit]:
        """Return the edits that take the usual slides into the plan, none where some are chosen."""
        session = self.desk.session
        if session.plan.workshop.slides:
            return []
        specs = session.content.slides
        return [Insert(SLIDES, one) for one in beginning(specs, [session.new_row_id() for _spec in specs])]

    def _begin(self, *more: Edit) -> None:
        """Take the usual slides into the plan, and stay at the one where one is."""
        found = self.list.open_found
        edits = self._beginning()
        self.desk.session.edit(*edits, *more, label=_("Eget utvalg av lysbilder"))
        self.render(self.desk.figures)
        rows = self.desk.session.plan.workshop.slides
        same = next((one.id for one in rows if found is not None and one.slide == found.row_id), "")
        if same:
            self.list.open_row(same)

    def _tick(self, row_id: str, on: bool) -> None:
        if on:
            self._begin(Insert(SLIDES, ChosenSlide(id=self.desk.session.new_row_id(), slide=row_id)))
            return
        begun = self._beginning()
        kept = [edit.row for edit in begun if isinstance(edit, Insert)] or self.desk.session.plan.workshop.slides
        gone = [one.id for one in kept if isinstance(one, ChosenSlide) and row_id in (one.id, one.slide)]
        self.desk.session.edit(*begun, *(Remove((*SLIDES, one)) for one in gone), label=_("Fjernet lysbilde"))
        self.render(self.desk.figures)

    def _add(self) -> None:
        row_id = self.desk.session.new_row_id()
        self._begin(Insert(SLIDES, ChosenSlide(id=row_id)))
        self.focus((*SLIDES, row_id, "title"))

    def _move(self, by: int) -> None:
        found = self.list.open_found
        if found is None or not found.ticked:
            return
        if not found.address:
            self._begin()
            found = self.list.open_found or found
        ids = [one.id for one in self.desk.session.plan.workshop.slides]
        position = ids.index(found.row_id) + by
        if 0 <= position < len(ids):
            self.desk.session.edit(Move(found.address, position))
            self.render(self.desk.figures)

    def _forget(self) -> None:
        session = self.desk.session
        edits = [Remove((*SLIDES, one.id)) for one in session.plan.workshop.slides]
        session.edit(*edits, label=_("Standardutvalget av lysbilder"))


def _alone(figures: Figures, row_id: str) -> Figures:
    """Return the figures of a plan that shows one slide alone."""
    chosen = next((one for one in figures.plan.workshop.slides if one.id == row_id), None)
    one = chosen if chosen is not None else ChosenSlide(id=row_id, slide=row_id)
    plan = apply(figures.plan, Set(SLIDES, (one,)))
    return Figures(Document(plan=plan), figures.content, figures.today)


def _rows(figures: Figures) -> Sequence[Row]:
    chosen = {one.id: one for one in figures.plan.workshop.slides}
    taken = {one.slide for one in chosen.values()} or {one.key for one in slides(figures)}
    rows = [heading(_("Vises, i denne rekkefølgen"), columns=2)]
    for number, one in enumerate(slides(figures), start=1):
        own = chosen.get(one.key)
        changed = own is not None and bool(own.title or own.text or own.notes or not own.slide)
        title = _("{number}. {title}").format(number=number, title=one.title or _("Eget lysbilde"))
        cells = (Cell(title), Cell(_("deres egen") if changed else ""))
        rows.append(Row(one.key, (*SLIDES, one.key) if own is not None else (), cells, ticked=True))
    left = [spec for spec in figures.content.slides if spec.id not in taken]
    if left:
        rows.append(heading(_("Flere fra pakken"), columns=2))
    rows += [Row(spec.id, (), (Cell(spec.title), Cell()), ticked=False) for spec in left]
    return rows
