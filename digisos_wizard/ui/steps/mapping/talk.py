"""Snakk sammen: questions to think through together, and the material that the office uses."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.content import MaterialSpec
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import mapping_form
from digisos_wizard.model.mapping import Material, Reflection
from digisos_wizard.model.terms import Audience
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.form.chips import Chips
from digisos_wizard.ui.widgets.look.basics import column, label, set_text
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import entry, ticked
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

MATERIALS, REFLECTIONS = ("mapping", "materials"), ("mapping", "reflections")
QUESTIONS, MATERIAL = "questions", "material"
COLUMNS = 3


class TalkPart(StepPart):
    """Two lists, one at a time: the questions with their answers, and the material to tick."""

    step = StepKey.MAPPING
    key = "talk"
    scrolls = False
    wide = True

    def build(self) -> None:
        """Make both lists, and the chips that choose between them."""
        self.chips = Chips(_("Vis"), (QUESTIONS, MATERIAL), lambda _key: self._turn())
        self.stack = QStackedWidget()
        self.add(self.chips)
        self.add(self.stack, 1)
        self.stack.addWidget(self._questions())
        self.stack.addWidget(self._material())

    def _questions(self) -> QWidget:
        grid = Grid(
            GridParts(
                _("Spørsmål å tenke gjennom sammen"),
                (Column(_("Spørsmål"), 5, 240), Column(_("Svar"), 4, 180, folds=True)),
            )
        )
        self.asked, self.question = label("", Look.HEADING), label("", Look.LEAD)
        self.answer = self.known(Form(self.desk, (*REFLECTIONS, "*"), mapping_form.REFLECTIONS.lines))
        detail = QWidget()
        lines = column(12)
        for piece in (self.asked, self.question, self.answer):
            lines.addWidget(piece)
        lines.addStretch(1)
        detail.setLayout(lines)
        self.reflections = ListDetail(grid, detail, self._show_question, empty=Empty(""))
        self.track(self.reflections)
        return self.reflections

    def _material(self) -> QWidget:
        self.materials = Grid(
            GridParts(
                _("Støttemateriell"),
                (
                    Column(_("Materiell"), 5, 240),
                    Column(_("Vi bruker det"), 0, 110),
                    Column(_("Slik bruker vi det"), 4, 200),
                ),
                enter=self.desk.session.enter,
                signs=False,
                chevrons=False,
                refused=self.desk.say,
            )
        )
        self.track(self.materials)
        return self.materials

    def show(self, figures: Figures) -> None:
        """Show the questions, the material, and how many are answered and in use."""
        specs = figures.content.reflections
        self.reflections.show_rows([_question(figures, spec.id, spec.title, spec.question) for spec in specs])
        self.materials.show_rows(_materials(figures))
        answered = sum(bool(one.answer) for one in figures.plan.mapping.reflections)
        used = sum(one.chosen for one in figures.plan.mapping.materials)
        self.chips.show_words(
            (
                _("Spørsmål: {done} av {all} besvart").format(done=answered, all=len(specs)),
                _("Støttemateriell: {count} i bruk").format(count=used),
            )
        )

    def _show_question(self, found: Row) -> None:
        spec = next(spec for spec in self.desk.content.reflections if spec.id == found.row_id)
        given = resolve(self.desk.session.plan, found.address)
        set_text(self.asked, spec.title)
        set_text(self.question, spec.question)
        self.answer.point_at(found.address)
        told = isinstance(given, Reflection) and bool(given.answer or given.decision or given.owner)
        self.answer.ask_only(lambda path: told or path == "answer")
        self.answer.show_plan(self.desk.figures)

    def focus(self, address: Address) -> bool:
        """Show the list that an address stands in, and come to it there."""
        for key, table in ((QUESTIONS, REFLECTIONS), (MATERIAL, MATERIALS)):
            if address[:2] == table and self.chips.chosen != key:
                self.chips.buttons[key].click()
        return super().focus(address)

    def _turn(self) -> None:
        self.stack.setCurrentIndex(0 if self.chips.chosen == QUESTIONS else 1)
        self.widget.walked.emit()


def _question(figures: Figures, question: str, title: str, words: str) -> Row:
    address = (*REFLECTIONS, question)
    given = resolve(figures.plan, address)
    answer = given.answer if isinstance(given, Reflection) else ""
    sign = Sign.DONE if answer else Sign.NONE
    cells = (Cell(title, below=words), Cell(" ".join(answer.split()) or _("Ikke besvart"), quiet=not answer))
    return Row(question, address, cells, sign=sign)


def _materials(figures: Figures) -> list[Row]:
    """Return the material for the staff, then for the citizens."""
    titles = {Audience.STAFF: _("For ansatte"), Audience.CITIZENS: _("For innbyggere")}
    rows = []
    for audience, words in titles.items():
        rows.append(heading(words, columns=COLUMNS))
        rows += [_one_material(figures, spec) for spec in figures.content.materials if spec.audience is audience]
    return rows


def _one_material(figures: Figures, spec: MaterialSpec) -> Row:
    address = (*MATERIALS, spec.id)
    found = resolve(figures.plan, address)
    chosen = isinstance(found, Material) and found.chosen
    note = entry(figures, (*address, "note")) if chosen else Cell()
    cells = (Cell(spec.title, below=spec.help), ticked(figures, (*address, "chosen")), note)
    return Row(spec.id, address, cells, opens=False)
