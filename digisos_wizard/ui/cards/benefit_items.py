"""The benefits themselves: picked or written, with fields after what each is, measures and measurements."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.benefits import Benefit, BenefitMeasure, Measurement
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import benefits_form
from digisos_wizard.model.rules.benefits.reckoning import next_number
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, BenefitType
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.picker import Picker
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.benefits import ASKED_SOMETIMES, ITEMS, benefit_rows, relevant_fields
from digisos_wizard.ui.widgets.look.basics import Card, column, label
from digisos_wizard.ui.widgets.look.theme import Look


class BenefitItems(QWidget):
    """Two cards: the benefits, and what belongs to the chosen one."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.desk = page.desk
        self.track = page.track
        self.body = column()
        self.setLayout(self.body)
        self._build_items()
        self._build_parts_of_item()

    def add(self, card: Card) -> None:
        """Put a card last."""
        self.body.addWidget(card)

    def show_plan(self, figures: Figures) -> None:
        """Show what can still be picked, and the chosen benefit's own fields."""
        picked = {benefit.catalogue_id for benefit in figures.plan.benefits.items}
        self.picker.offer(
            [
                (spec.id, f"{spec.title} ({self.desk.content.option_label('BenefitClass', spec.kind.value).lower()})")
                for spec in figures.content.benefits
                if spec.id not in picked
            ]
        )
        self._show_chosen()

    def _build_items(self) -> None:
        card = Card(_("Gevinstene deres"), benefit_letters())
        self.picker = Picker(_("Gevinster å velge fra"), _("Legg til"), self._pick)
        card.add(self.picker)
        self.items = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Gevinster"),
                    columns=(
                        Column(_("Nr."), 1),
                        Column(_("Gevinst"), 6),
                        Column(_("Eier"), 3),
                        Column(_("Første hele år"), 3, numeric=True),
                    ),
                    rows=benefit_rows,
                    empty=_("Ingen gevinster er valgt ennå. Velg fra listen over, eller legg til deres egne."),
                    adding=(
                        Adding(_("Ny prissatt"), lambda: self._new(BenefitClass.OWN_PRICED)),
                        Adding(_("Ny for andre"), lambda: self._new(BenefitClass.OTHER_BODY)),
                        Adding(_("Ny ikke prissatt"), lambda: self._new(BenefitClass.NOT_PRICED)),
                    ),
                    removable=True,
                    movable=True,
                ),
                benefits_form.ITEMS,
            )
        )
        self.items.chosen.connect(lambda _row: self._show_chosen())
        card.add(self.items)
        self.add(card)

    def _build_parts_of_item(self) -> None:
        self.parts_card = Card(_("Tiltak og målinger"), _("Gjelder gevinsten som er valgt i tabellen over."))
        self.measures = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Tiltak for valgt gevinst"),
                    columns=(Column(_("Tiltak"), 5), Column(_("Ansvarlig"), 3), Column(_("Frist"), 3)),
                    rows=self._rows_of("measures", "text", "responsible", "deadline"),
                    empty=_("Ingen tiltak ennå."),
                    adding=(
                        Adding(
                            _("Legg til tiltak"),
                            new_row(self.desk.session, lambda: self._place("measures"), BenefitMeasure),
                        ),
                    ),
                    removable=True,
                ),
                benefits_form.MEASURES,
            )
        )
        self.measurements = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Målinger for valgt gevinst"),
                    columns=(Column(_("Dato"), 3), Column(_("Verdi"), 2, numeric=True), Column(_("Merknad"), 5)),
                    rows=self._rows_of("measurements", "measured_on", "value", "note"),
                    empty=_("Ingen målinger ennå."),
                    adding=(
                        Adding(
                            _("Legg til måling"),
                            new_row(self.desk.session, lambda: self._place("measurements"), Measurement),
                        ),
                    ),
                    removable=True,
                ),
                benefits_form.MEASUREMENTS,
            )
        )
        self.parts_card.add(label(_("Tiltak"), Look.SUBHEADING))
        self.parts_card.add(self.measures)
        self.parts_card.add(label(_("Målinger"), Look.SUBHEADING))
        self.parts_card.add(self.measurements)
        self.add(self.parts_card)

    def _show_chosen(self) -> None:
        figures = self.desk.figures
        chosen = self.items.chosen_row
        benefit = next((item for item in figures.plan.benefits.items if chosen and item.id == chosen.row_id), None)
        if benefit is not None and self.items.form is not None:
            wanted = relevant_fields(benefit)
            self.items.form.ask_only(lambda path: path in wanted or path not in ASKED_SOMETIMES)
        self.measures.show_plan(figures)
        self.measurements.show_plan(figures)
        self.parts_card.setVisible(self.items.chosen_row is not None)

    def _place(self, table: str) -> Address:
        chosen = self.items.chosen_row
        return (*ITEMS, chosen.row_id if chosen else "*", table)

    def _rows_of(self, table: str, *paths: str) -> Callable[[Figures], Sequence[RowView]]:
        def rows(figures: Figures) -> list[RowView]:
            place = self._place(table)
            chosen = next((item for item in figures.plan.benefits.items if item.id == place[2]), None)
            found = getattr(chosen, table) if chosen is not None else ()
            return [RowView(item.id, (*place, item.id), cells(figures, (*place, item.id), *paths)) for item in found]

        return rows

    def _new(self, kind: BenefitClass) -> tuple[str, Sequence[Edit]]:
        row_id = self.desk.session.new_row_id()
        number, numbering = next_number(self.desk.session.plan.benefits, kind)
        method = BenefitMethod.ESTIMATE if kind is BenefitClass.OWN_PRICED else None
        return row_id, [
            Insert(ITEMS, Benefit(id=row_id, number=number, kind=kind, method=method)),
            Set(("benefits", "numbering"), numbering),
        ]

    def _pick(self, spec_id: str) -> None:
        session = self.desk.session
        spec = next(spec for spec in session.content.benefits if spec.id == spec_id)
        number, numbering = next_number(session.plan.benefits, spec.kind)
        steps = {step.catalogue_id: step.id for step in session.plan.mapping.steps}
        saves_time = spec.kind is BenefitClass.OWN_PRICED and spec.type is BenefitType.INDIRECT
        benefit = Benefit(
            id=session.new_row_id(),
            number=number,
            kind=spec.kind,
            catalogue_id=spec.id,
            title=spec.title,
            description=spec.description,
            type=spec.type,
            area=spec.area,
            method=BenefitMethod.SAVED_TIME if saves_time else None,
            indicator=spec.indicator,
            indicator_unit=spec.indicator_unit,
            measuring_method=spec.measuring_method,
            importance=spec.importance,
            baseline_steps=tuple(steps[step] for step in spec.baseline_steps if step in steps),
        )
        session.edit(Insert(ITEMS, benefit), Set(("benefits", "numbering"), numbering))
        self.items.show_plan(self.desk.figures)
        self.items.choose(benefit.id)
