"""Gevinstene: what the office wants to gain, in groups; a row opens to what and who, how it is measured, its worth."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.display import benefit_letters
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.benefits.picking import own, picked
from digisos_wizard.model.terms import BenefitClass
from digisos_wizard.model.told import benefit_lines
from digisos_wizard.model.told.benefit_lines import ITEMS
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.menus import menu_button
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.pick_many import Pick, PickMany
from digisos_wizard.ui.widgets.tables.rows import Column

from .benefit_detail import BenefitDetail
from .benefit_rows import benefit_rows

LIST_WIDTH, DETAIL_WIDTH = 620, 640


class BenefitsPart(StepPart):
    """The list, the row that is open, and the catalogue to pick from."""

    step = StepKey.BENEFITS
    key = "benefits"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list with its detail; the catalogue is made when it is asked for."""
        self.catalogue_button = button(_("Legg til fra katalogen"), Look.SECONDARY, self._show_catalogue)
        kinds = [(benefit_lines.class_words(kind), partial(self._new, kind)) for kind in BenefitClass]
        self.new_button = menu_button(_("Ny"), Look.SECONDARY, kinds)
        self.toolbar.addWidget(self.catalogue_button)
        self.toolbar.addWidget(self.new_button)
        self.detail = BenefitDetail(self.desk, self.widget, lambda: self.items)
        self.known(self.detail.form)
        self.grid = Grid(
            GridParts(
                _("Gevinster"),
                (
                    Column(_("Gevinst"), 5, 240),
                    Column(_("Eier"), 2, 110, folds=True),
                    Column(_("Verdi per år"), 0, 128, numeric=True),
                    Column(_("Nullpunkt → mål"), 1, 124, folds=True),
                ),
            )
        )
        usual = [one for one in self.desk.content.benefits if one.usual]
        self.items = ListDetail(
            self.grid,
            self.detail,
            self.detail.show_row,
            empty=Empty(
                _("Dere kan endre, fjerne og legge til etterpå. Nullpunktet hentes fra Tidsbruk når minuttene er der."),
                _("Legg til disse {count}").format(count=len(usual)),
                partial(self._pick, [one.id for one in usual]),
                title=_("Begynn med gevinster som de fleste kontorer regner med"),
                lines=tuple((one.title, benefit_lines.reckoned_in(one)) for one in usual),
                others=(
                    (_("Velg selv fra katalogen"), self._show_catalogue),
                    (_("Skriv en egen"), partial(self._new, BenefitClass.OWN_PRICED)),
                ),
            ),
            list_width=LIST_WIDTH,
            head=self.head,
        )
        self.items.least = DETAIL_WIDTH
        self.items.put_below(self._below())
        self.track(self.items)
        self.track(self.detail.measures)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.items)
        self.catalogue: PickMany | None = None
        self.add(self.stack, 1)

    def _below(self) -> QWidget:
        self.count, self.sum_title = short_label("", Look.HELP), short_label(_("For kontoret per år"), Look.HELP)
        self.sum = short_label("", Look.LABEL)
        holder = QWidget()
        lines = column(2, (0, 4, 0, 8))
        lines.addLayout(row(self.count, None, self.sum_title, self.sum, spacing=10))
        lines.addWidget(label(benefit_letters(), Look.SMALL))
        holder.setLayout(lines)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the benefits, and what they come to."""
        self.items.show_rows(benefit_rows(figures))
        set_text(self.count, benefit_lines.count(figures))
        told = benefit_lines.together(figures)
        set_text(self.sum, told)
        self.sum_title.setVisible(bool(told))
        for one in (self.catalogue_button, self.new_button):
            one.setVisible(not self.items.is_empty)

    @property
    def has_act(self) -> bool:
        """Whether the first benefits are offered, or picked from the catalogue."""
        return self.stack.currentWidget() is not self.items or super().has_act

    def focus(self, address: Address) -> bool:
        """Open the row of an address, with its measures where it leads to one of them."""
        if address[:2] == ITEMS and self.stack.currentWidget() is not self.items:
            self._show_list()
        found = super().focus(address)
        if found and len(address) > len(ITEMS) + 2 and address[3] == "measures":
            self.detail.show_measures()
            return self.detail.measures.focus(address) or found
        return found

    # ----------------------------------------------------------------------------------------------------------- acts

    def _new(self, kind: BenefitClass) -> None:
        session = self.desk.session
        row_id = session.new_row_id()
        session.edit(*own(session.plan, kind, row_id))
        self._open(row_id)
        self.detail.name()

    def _pick(self, spec_ids: Sequence[str]) -> None:
        session = self.desk.session
        specs = [one for one in session.content.benefits if one.id in spec_ids]
        session.edit(*picked(session.plan, specs, session.new_row_id), label=_("Gevinster fra katalogen"))
        self._show_list()

    def _open(self, row_id: str) -> None:
        self.stack.setCurrentWidget(self.items)
        self.show(self.desk.figures)
        self.items.open_row(row_id)

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.items)
        self.show(self.desk.figures)
        self.widget.walked.emit()

    def _show_catalogue(self) -> None:
        catalogue = self.catalogue or self._make_catalogue()
        taken = {one.catalogue_id for one in self.desk.session.plan.benefits.items}
        catalogue.show_picks(
            [
                Pick(one.id, one.title, one.description, benefit_lines.class_words(one.kind))
                for kind in BenefitClass
                for one in self.desk.content.benefits
                if one.kind is kind and one.id not in taken
            ]
        )
        self.stack.setCurrentIndex(1)
        catalogue.search.setFocus()
        self.widget.walked.emit()

    def _make_catalogue(self) -> PickMany:
        made = self.catalogue = PickMany(_("Gevinster i katalogen"), _add_words, self._pick)
        holder = QWidget()
        lines = column(8, (0, 0, 0, 12))
        lines.addLayout(row(button(_("Tilbake til listen"), Look.LINK, self._show_list), None))
        lines.addWidget(label(_("Legg til fra katalogen"), Look.PART_TITLE))
        lines.addWidget(made, 1)
        holder.setLayout(lines)
        self.stack.addWidget(holder)
        return made


def _add_words(count: int) -> str:
    if not count:
        return _("Legg til")
    return ngettext("Legg til {count} gevinst", "Legg til {count} gevinster", count).format(count=count)
