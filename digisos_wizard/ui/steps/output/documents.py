"""Dokumenter: a list to tick in, the document of the row beside it, and a bar with what can be done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from digisos_wizard.export import EXPORTS, Export, Group, group_title
from digisos_wizard.export.lacking import Lacking
from digisos_wizard.export.names import file_name
from digisos_wizard.i18n import N_, _, ngettext
from digisos_wizard.model.edits import Edit
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Finding, StepKey
from digisos_wizard.ui.dialogs import ask_folder, ask_save
from digisos_wizard.ui.printing.beside import PaperBeside
from digisos_wizard.ui.printing.preview import PreviewDialog
from digisos_wizard.ui.printing.print_dialog import opened
from digisos_wizard.ui.printing.reader import Reader
from digisos_wizard.ui.steps.files import Task
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import OneLine, button, label, row, set_property, set_text
from digisos_wizard.ui.widgets.look.links import Link
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

PDF, WORD = ".pdf", ".docx"
NAMED = 2
"""What a document lacks that is named with a way there."""
LISTED = tuple(kind for kind in EXPORTS if kind.suffix != WORD)
"""The documents that have a row; what can be edited in Word is saved from the row of its paper."""
WORDS = {kind.key.removesuffix("-word"): kind for kind in EXPORTS if kind.suffix == WORD}
FILTERS: tuple[Callable[[Group], bool], ...] = (
    lambda group: group not in (Group.MEETING, Group.FORMS),
    lambda group: group is Group.MEETING,
    lambda group: group is Group.FORMS,
)
"""What the chips show, by the documents' groups."""


class DocumentsPart(StepPart):
    """What is ticked is saved, looked at and printed together; without ticks it is the row where one is."""

    step = StepKey.OUTPUT
    key = "documents"
    scrolls = False
    headed = True
    acts = True

    def build(self) -> None:
        """Make list, preview and bar."""
        self.reader = Reader()
        self._ticked: set[str] = set()
        self._shown: tuple[str, Figures] | None = None
        self.toolbar.addWidget(button(_("Hele mappen …"), Look.SECONDARY, self._save_folder))
        self.chips = Chips(_("Vis"), ("0", "1", "2"), lambda _key: self.render(self.desk.figures))
        head = QWidget()
        above = QVBoxLayout(head)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.head)
        above.addWidget(self.chips)
        columns = (Column(_("Dokument"), 1, 200), Column(_("Tilstand"), 0, 156), Column(_("Type"), 0, 86))
        self.grid = Grid(
            GridParts(_("Dokumenter"), columns, signs=False, chevrons=False, header=False, tick=self._tick)
        )
        self.documents = ListDetail(
            self.grid, self._detail(), self._show_detail, empty=Empty(""), list_width=545, head=head
        )
        self.documents.least = 400
        self.grid.opened.connect(lambda _row: self.paper.sheets.setFocus())
        self.track(self.documents)
        self.add(self.documents, 1)
        self._build_bar()

    def _detail(self) -> QWidget:
        self.paper = PaperBeside()
        self._about = label("", Look.HELP)
        self.lacking = [Link(partial(self._go, position)) for position in range(NAMED)]
        self._lacking: Sequence[Finding] = ()
        self.word = button(_("Lagre til redigering i Word …"), Look.LINK, self._save_word)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(6)
        layout.addWidget(self.paper, 1)
        layout.addWidget(self._about)
        for link in self.lacking:
            layout.addWidget(link)
        layout.addLayout(row(self.word, None))
        return holder

    def _build_bar(self) -> None:
        self.count = OneLine(Look.LABEL)
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clear = button(_("Fjern valgene"), Look.QUIET, self._untick)
        self.contents = QCheckBox(_("Innholdsliste først"))
        self.contents.setAccessibleName(self.contents.text())
        self.contents.setChecked(True)
        self.each = button(_("Hver for seg …"), Look.SECONDARY, self._save_each)
        self.save = button("", Look.SECONDARY, self._save)
        self.look = button(_("Forhåndsvis og skriv ut"), Look.PRIMARY, self._look)
        self.add_bar(self.count, self.clear, self.contents, self.each, self.save, self.look)

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the documents of the chip that is on, and how each stands."""
        titles = (_("Dokumenter {count}"), _("Møter og utdeling {count}"), _("Skjemaer {count}"))
        counts = [sum(wanted(kind.group) for kind in LISTED) for wanted in FILTERS]
        self.chips.show_words([words.format(count=count) for words, count in zip(titles, counts, strict=True)])
        self.documents.show_rows(_rows(figures, FILTERS[int(self.chips.chosen)], self._ticked))
        self._show_bar()

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        shown, kind = self._shown, _kind(found.row_id)
        self._show_bar()
        if shown == (kind.key, figures):
            return
        self._shown = (kind.key, figures)
        paper = kind.suffix == PDF
        said = (
            _("Lager dokumentet …") if paper else _("Lagre filen for å se den: {kind}.").format(kind=kind.suffix_words)
        )
        same = shown is not None and shown[0] == kind.key
        self.paper.show_paper(kind.title, partial(kind.build, figures) if paper else None, said, same=same)
        set_text(self._about, kind.description)
        self.word.setVisible(kind.key in WORDS)
        self._lacking = Lacking(figures).standing(kind).lacking[:NAMED]
        for position, link in enumerate(self.lacking):
            link.setVisible(position < len(self._lacking))
            if position < len(self._lacking):
                link.say(self._lacking[position].message)

    def _show_bar(self) -> None:
        chosen = self._chosen
        papers = [kind for kind in chosen if kind.suffix == PDF]
        several = len(chosen) > 1
        words = chosen[0].title if chosen else ""
        if self._ticked:
            words = ngettext("{count} valgt", "{count} valgt", len(chosen)).format(count=len(chosen))
            if papers and len(papers) < len(chosen):
                words += " · " + _("bare PDF-ene kan samles")
        self.count.setText(words)
        self.clear.setVisible(bool(self._ticked))
        self.contents.setVisible(len(papers) > 1)
        self.each.setVisible(several and bool(papers))
        one = several and bool(papers)
        set_text(self.save, _("Lagre som én PDF …") if one else _("Hver for seg …") if several else _("Lagre …"))
        self.look.setVisible(bool(papers))
        set_property(self.save, "look", (Look.SECONDARY if papers else Look.PRIMARY).value)

    @property
    def _chosen(self) -> Sequence[Export]:
        """What the bar acts on: those ticked, else the row where one is."""
        if self._ticked:
            return [kind for kind in LISTED if kind.key in self._ticked]
        found = self.documents.open_found
        return [_kind(found.row_id)] if found is not None else []

    # ----------------------------------------------------------------------------------------------------------- acts

    def _tick(self, key: str, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(key)
        self.render(self.desk.figures)

    def _untick(self) -> None:
        self._ticked.clear()
        self.render(self.desk.figures)

    def _go(self, position: int) -> None:
        found = self._lacking[position]
        self.desk.goto(found.step, found.address)

    def _look(self) -> None:
        title, name, make = self._maker()
        opened(PreviewDialog(self.widget, title, name, make, self.reader))

    def _save(self) -> None:
        chosen = self._chosen
        if len(chosen) > 1 and all(kind.suffix != PDF for kind in chosen):
            self._save_each()
            return
        title, name, make = self._maker()
        path = ask_save(self.widget, title, name, chosen[0].suffix if len(chosen) == 1 else PDF)
        if path is not None:
            self.files.write([(path, make)], self._kept(chosen))

    def _save_word(self) -> None:
        found = self.documents.open_found
        if found is not None:
            self.files.save(WORDS[found.row_id].key)

    def _save_each(self) -> None:
        self._save_all(self._chosen)

    def _save_folder(self) -> None:
        self._save_all([kind for kind in LISTED if FILTERS[int(self.chips.chosen)](kind.group)])

    def _save_all(self, kinds: Sequence[Export]) -> None:
        folder = ask_folder(self.widget, _("Velg mappe"))
        figures = self.desk.figures
        if folder is not None:
            tasks: list[Task] = [(folder / self._named(kind), partial(kind.build, figures)) for kind in kinds]
            self.files.write(tasks, self._kept(kinds))

    def _kept(self, kinds: Sequence[Export]) -> list[Edit]:
        """Return what the plan keeps of what is handed over."""
        return [edit for kind in kinds for edit in kind.kept(self.desk.figures)]

    def _named(self, kind: Export) -> str:
        figures = self.desk.figures
        return file_name(figures.plan, kind, figures.today)

    def _maker(self) -> tuple[str, str, Callable[[], bytes]]:
        """Return title, file name and how it is made: one document itself, of several the papers bound together."""
        figures, kinds = self.desk.figures, self._chosen
        if len(kinds) == 1:
            return kinds[0].title, self._named(kinds[0]), partial(kinds[0].build, figures)
        papers, contents = [kind for kind in kinds if kind.suffix == PDF], self.contents.isChecked()

        def make() -> bytes:
            from digisos_wizard.export.bundle import bound  # noqa: PLC0415 - reportlab is slow to load

            return bound(figures, papers, contents=contents)

        whole = Export("", PDF, Group.MEETING, "", N_("Utdelingsark"), "")
        return whole.title, self._named(whole), make


def _kind(key: str) -> Export:
    return next(kind for kind in LISTED if kind.key == key)


def _rows(figures: Figures, wanted: Callable[[Group], bool], ticked: set[str]) -> list[Row]:
    rows: list[Row] = []
    lacking = Lacking(figures)
    for group in filter(wanted, Group):
        kinds = [kind for kind in LISTED if kind.group is group]
        if kinds:
            rows.append(heading(group_title(group), columns=3))
            rows += [_row(lacking, kind, on=kind.key in ticked) for kind in kinds]
    return rows


def _row(lacking: Lacking, kind: Export, *, on: bool) -> Row:
    stands = lacking.standing(kind)
    cells = (Cell(kind.title, strong=on), Cell(stands.words, state=stands.sign), Cell(kind.suffix_words))
    return Row(kind.key, (), cells, ticked=on, tip=kind.description)
