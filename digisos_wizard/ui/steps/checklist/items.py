"""Sjekklisten: every item in its section, what the plan shows of it, and the office's own answer."""

from functools import cached_property

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.parts import part_at
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.checklist_lines import (
    ANSWERS,
    OWN,
    line_title,
    ready,
    sections,
)
from digisos_wizard.ui.form.sections import Section, SectionForm
from digisos_wizard.ui.steps.checklist.item_rows import Shown, View, columns, counts, folded_line, item_rows, too_many
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.steps.row_tools import RowTools
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import Box, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Row

WHO = ("responsible", "deadline")


class ItemsPart(StepPart):
    """The handbook's items and the office's own in one list; what is ready folds to a line in each section."""

    step = StepKey.CHECKLIST
    key = "items"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list with its filters, and the detail of an item."""
        self._unfolded: set[str] = set()
        self._shut = too_many(self.desk.figures)
        self.toolbar.addWidget(button(_("Eget punkt"), Look.QUIET, self._add))
        self.chips = Chips(_("Vis"), [one.value for one in Shown], lambda _key: self.show(self.desk.figures))
        head = QWidget()
        above = QVBoxLayout(head)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.head)
        above.addWidget(self.chips)
        shown = columns(self.desk.figures)
        self.grid = Grid(GridParts(_("Sjekkliste"), shown, header=False, chevrons=False, dense=True))
        self.grid.unfolded.connect(self._fold)
        self.items = ListDetail(
            self.grid,
            self._detail(),
            self._show_detail,
            empty=Empty(
                _("Trenger dere flere punkter, legger du dem til her. De kommer med i det dere signerer."),
                _("Legg til punkt"),
                self._add,
            ),
            list_width=480,
            head=head,
        )
        self.track(self.items)
        self.add(self.items, 1)

    def _detail(self) -> QWidget:
        self._place, self._title = label("", Look.SMALL), label("", Look.HEADING)
        self.evidence = Box(ToneName.NEUTRAL)
        self._where = label("", Look.SMALL)
        self.go = button(_("Gå dit"), Look.LINK, self._go)
        self.evidence.body.addLayout(row(self._where, self.go))
        self._comment = _("Merknad")
        self.answer = self.known(
            SectionForm(
                self.desk,
                (*ANSWERS, "*"),
                (
                    Section("", (("state",), ("reason",))),
                    Section(_("Hvem og når"), (("responsible",), ("deadline",))),
                    Section(self._comment, (("comment",),), folded=True),
                ),
            )
        )
        self.tools = RowTools(self.desk, _("Fjern punktet"), lambda: self.items, movable=True)
        self._sources = label("", Look.SMALL)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 2, 12)
        layout.setSpacing(8)
        for part in (self._place, self._title, self.evidence):
            layout.addWidget(part)
        self._forms = QVBoxLayout()
        self._forms.addWidget(self.answer)
        layout.addLayout(self._forms)
        layout.addWidget(self.tools)
        layout.addWidget(self._sources)
        layout.addStretch(1)
        QTimer.singleShot(0, self.widget, lambda: self.own)
        return holder

    @cached_property
    def own(self) -> SectionForm:
        """The form of an item of the office's own; made when first needed, or a moment after the part is shown."""
        sections = (
            Section("", (("text",), ("section", "phase"), ("state",), ("reason",))),
            Section(_("Hvem og når"), (("responsible",), ("deadline",))),
            Section(self._comment, (("comment",),), folded=True),
        )
        made = self.known(SectionForm(self.desk, (*OWN, "*"), sections))
        made.hide()
        self._forms.addWidget(made)
        return made

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the items; the one that is open stays, though it may have become ready."""
        self.chips.show_words(counts(figures))
        self.grid.show_columns(columns(figures))
        opened = self.items.open_found
        keep = opened.row_id if opened is not None else ""
        view = View(Shown(self.chips.chosen), frozenset(self._unfolded), self._shut, keep)
        self.items.show_rows(item_rows(figures, view))

    def _show_detail(self, found: Row) -> None:
        figures = self.desk.figures
        line = self._line(figures, found.row_id)
        if line is None:
            return
        self._say_place(figures, line)
        set_text(self._title, line_title(figures, line))
        self._say_evidence(figures, line)
        own = line.item is None
        self.answer.setVisible(not own)
        if own or "own" in self.__dict__:
            self.own.setVisible(own)
        self.tools.setVisible(own)
        if own:
            self.tools.point_at(found.address)
        sources = line.item.sources if line.item is not None else ()
        set_text(self._sources, ", ".join(figures.content.source_label(source) for source in sources))
        form = self.own if own else self.answer
        form.point_at(found.address)
        form.ask_only(lambda path: _asked(path, line))
        form.show_plan(figures)

    def _say_place(self, figures: Figures, line: ChecklistRow) -> None:
        every = [one for section in sections(figures) for one in section.rows]
        title = next(section.title for section in sections(figures) if section.key == line.section)
        number = next(position for position, one in enumerate(every) if one.row_id == line.row_id) + 1
        words = _("Punkt {number} av {all} · {section}").format(number=number, all=len(every), section=title)
        set_text(self._place, words)

    def _say_evidence(self, figures: Figures, line: ChecklistRow) -> None:
        shown = line.evidence
        self.evidence.setVisible(shown is not None)
        if shown is None:
            return
        if line.contradicts:
            text = _("{evidence} Svaret deres er et annet. Skriv hvorfor i begrunnelsen.").format(evidence=shown.text)
            self.evidence.say(_("Svaret går på tvers av planen"), text, ToneName.WARNING)
        else:
            self.evidence.say(_("Dette viser planen"), shown.text, ToneName.NEUTRAL)
        part = part_at(shown.address, shown.step)
        step = next(one for one in figures.content.steps if one.id == shown.step.value)
        name = next((one.title for one in step.parts if part is not None and one.id == part.key), "")
        set_text(self._where, ": ".join(filter(None, (step.title, name))))

    @staticmethod
    def _line(figures: Figures, row_id: str) -> ChecklistRow | None:
        return next((line for line in figures.checklist if line.row_id == row_id), None)

    # ----------------------------------------------------------------------------------------------------------- acts

    def _go(self) -> None:
        opened = self.items.open_found
        line = self._line(self.desk.figures, opened.row_id) if opened is not None else None
        if line is not None and line.evidence is not None:
            self.desk.goto(line.evidence.step, line.evidence.address)

    def _fold(self, row_id: str) -> None:
        self._unfolded ^= {row_id}
        self.show(self.desk.figures)
        self.grid.go_to(row_id)

    def _add(self) -> None:
        opened = self.items.open_found
        line = self._line(self.desk.figures, opened.row_id) if opened is not None else None
        row_id = self.desk.session.new_row_id()
        section = line.section if line is not None else ""
        self.desk.session.edit(Insert(OWN, OwnChecklistItem(id=row_id, section=section)))
        self.show(self.desk.figures)
        self.items.open_row(row_id)
        self.own.fields["text"].take_focus()

    def focus(self, address: Address) -> bool:
        """Show the item that an address is about, wherever it is folded away."""
        figures = self.desk.figures
        line = self._line(figures, address[len(OWN)]) if len(address) > len(OWN) else None
        if line is not None and self.grid.row_at(address) is None:
            self.chips.choose(Shown.ALL.value)
            if ready(line) or line.section in self._shut:
                self._unfolded.add(folded_line(line.section))
            self.show(figures)
        return super().focus(address)

    def below_remaining(self, figures: Figures) -> str:
        """Say that the list shows what isn't done."""
        left = sum(not ready(line) for line in figures.checklist)
        return _("{count} punkter er ikke ferdige. De står i listen.").format(count=left) if left else ""


def _asked(path: str, line: ChecklistRow) -> bool:
    """Tell whether a field is asked for, with the item as it is."""
    answer = line.answer
    if path == "reason":
        differs = answer.state is not None and (line.evidence is None or answer.state is not line.evidence.state)
        own = line.item is None and answer.state is not TaskState.NOT_RELEVANT
        return bool(answer.reason) or (differs and not own)
    if path in WHO:
        return line.state not in (TaskState.DONE, TaskState.NOT_RELEVANT) or bool(answer.responsible or answer.deadline)
    return True
