"""A benefit that is open: what and who, how it is measured, what it is worth; the rest behind links that say what."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _, translated
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Benefit, BenefitMeasure
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.model.rules.benefits.asked import is_asked
from digisos_wizard.model.rules.benefits.measuring import baseline_of
from digisos_wizard.model.rules.benefits.value import saves_time
from digisos_wizard.model.terms import BenefitClass
from digisos_wizard.model.told import benefit_lines
from digisos_wizard.model.told.benefit_lines import ITEMS
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.field import Manner
from digisos_wizard.ui.form.sections import Section, SectionForm, sections_of
from digisos_wizard.ui.steps.row_tools import RowTools
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.cells import choice, entry
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import ListDetail
from digisos_wizard.ui.widgets.tables.persons import enter_person, with_new_person
from digisos_wizard.ui.widgets.tables.rows import Column, Row

SHOWN = (benefits_form.WHAT, benefits_form.MEASURED, benefits_form.WORTH)
"""Headings of what is asked at first."""


class BenefitDetail(QWidget):
    """Bound to one benefit at a time; what is asked follows what the benefit is."""

    def __init__(self, desk: Desk, over: QWidget, opened: Callable[[], ListDetail]) -> None:
        super().__init__()
        self._desk = desk
        self._address: Address = ITEMS
        self._title, self._kind = label("", Look.HEADING), label("", Look.HELP)
        rename = button("", Look.BAR, self.name, name=_("Endre navnet på gevinsten"))
        rename.setIcon(as_icon(Icon.PENCIL, QColor(worn().neutral.text), 18))
        self.measures = self._measures_grid(over)
        self._add = button(_("Legg til tiltak"), Look.QUIET, self._add_measure)
        self._drop = button(_("Fjern tiltaket"), Look.QUIET, self._remove_measure)
        self._folded = tuple(line for line in benefits_form.ITEMS.lines if isinstance(line, str) and line not in SHOWN)
        self.form = SectionForm(
            desk,
            (*ITEMS, "*"),
            (
                *sections_of(benefits_form.ITEMS.lines, self._folded, manner=Manner.BRIEF),
                Section(_("Tiltak"), (), True, "", self._own()),
            ),
        )
        self._worth = label("", Look.LABEL)
        link = button(_("Kobling i gevinstkartet"), Look.LINK, self._to_map)
        self._tools = RowTools(desk, _("Fjern gevinsten"), opened, movable=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        titles = column(0)
        titles.addLayout(row(self._title, rename))
        titles.addWidget(self._kind)
        layout.addLayout(titles)
        layout.addWidget(self.form)
        layout.addLayout(row(self._worth))
        layout.addLayout(row(link, None, self._tools, spacing=8))
        layout.addStretch(1)

    def _measures_grid(self, over: QWidget) -> Grid:
        return Grid(
            GridParts(
                _("Tiltak for gevinsten"),
                (
                    Column(_("Tiltak"), 4, 150),
                    Column(_("Ansvarlig"), 1, 112),
                    Column(_("Frist"), 0, 112),
                    Column(_("Status"), 0, 104),
                    Column(_("Risiko"), 0, 92),
                    Column(_("Forutsetninger"), 1, 110),
                ),
                enter=enter_person(self._desk.session, over.window),
                choices=with_new_person(lambda: self._desk.figures),
                signs=False,
                chevrons=False,
                whole=True,
                refused=self._desk.say,
            )
        )

    def _own(self) -> QWidget:
        holder = QWidget()
        lines = column(4)
        lines.addWidget(self.measures)
        lines.addLayout(row(self._add, self._drop, None, spacing=4))
        holder.setLayout(lines)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show_row(self, found: Row) -> None:
        """Show the benefit of a row."""
        figures = self._desk.figures
        benefit = next(one for one in figures.plan.benefits.items if one.id == found.row_id)
        self._address = found.address
        set_text(self._title, found.title)
        set_text(self._kind, f"{benefit.number} · {benefit_lines.class_words(benefit.kind)}")
        self.form.point_at(found.address)
        self.form.fold(self._behind_links(benefit))
        self.form.ask_only(lambda path: is_asked(benefit, path))
        self.form.show_plan(figures)
        self._say_where_from(benefit)
        self._show_measures(benefit)
        set_text(self._worth, benefit_lines.explained(figures, benefit))
        self._tools.point_at(found.address)

    def _say_where_from(self, benefit: Benefit) -> None:
        """Show the baseline that follows from the mapping, and what the quantity counts."""
        baseline, quantity = self.form.seen("baseline"), self.form.seen("quantity")
        if baseline is not None:
            found = baseline_of(benefit, self._desk.figures.plan.mapping) if benefit.baseline is None else None
            told = _("{count} fra Tidsbruk").format(count=formatting.number(found)) if found is not None else ""
            baseline.suggest(told)
        if quantity is not None:
            quantity.call(_("Prosent av den frigjorte tiden") if saves_time(benefit) else quantity.spec.label)

    def _behind_links(self, benefit: Benefit) -> set[str]:
        """Return the sections that stand behind links; what decides about the benefit is asked at once."""
        folded = {translated(one) for one in self._folded} | {_("Tiltak")}
        if saves_time(benefit):
            folded.discard(translated(benefits_form.USE))
        if benefit.kind is BenefitClass.OTHER_BODY and not benefit.owner_body:
            folded.discard(translated(benefits_form.BODY))
        if not benefit.title:
            folded.discard(translated(benefits_form.NAME))
        return folded

    def _show_measures(self, benefit: Benefit) -> None:
        figures = self._desk.figures
        rows = []
        for one in benefit.measures:
            at = (*self._address, "measures", one.id)
            cells = (
                entry(figures, (*at, "text")),
                choice(figures, (*at, "responsible"), _("Velg")),
                entry(figures, (*at, "deadline")),
                choice(figures, (*at, "state")),
                choice(figures, (*at, "risk"), _("Velg")),
                entry(figures, (*at, "preconditions")),
            )
            rows.append(Row(one.id, at, cells, opens=False))
        self.measures.show_rows(rows)
        self.measures.setVisible(bool(rows))
        self._drop.setVisible(bool(rows))

    def name(self) -> None:
        """Let the name be written."""
        self.form.unfold(translated(benefits_form.NAME))

    def show_measures(self) -> None:
        """Show what must be done for the benefit to come."""
        self.form.unfold(_("Tiltak"))

    # ----------------------------------------------------------------------------------------------------------- acts

    def _to_map(self) -> None:
        self._desk.goto(StepKey.BENEFITS, (*self._address, "leads_to"))

    def _add_measure(self) -> None:
        session = self._desk.session
        table = (*self._address, "measures")
        row_id = session.new_row_id()
        session.edit(Insert(table, BenefitMeasure(id=row_id)))
        benefit = next(one for one in session.plan.benefits.items if one.id == self._address[2])
        self._show_measures(benefit)
        self.measures.focus((*table, row_id, "text"))

    def _remove_measure(self) -> None:
        found = self.measures.current_row
        if found is not None:
            self._desk.session.edit(Remove(found.address))
