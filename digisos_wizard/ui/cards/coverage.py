"""Whom the amounts are for: each with what everybody pays of it, and how a sum for all is parted."""

from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.forms import costs_form
from digisos_wizard.model.rules.costs.shareable import Shareable, shareable
from digisos_wizard.model.terms import Covers, Split
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card


class CoverageCard(Card):
    """The amounts that can be shared, and for the chosen one whom it is for and which shares they pay."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Hvem beløpene gjelder"),
            _("Et tilbud på et felles fagsystem er én sum som kommunene deler. Her ser dere hva hver av dem betaler."),
        )
        self._desk = page.desk
        self.seen = page.form(costs_form.SEEN)
        self.amounts = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Hvem beløpene gjelder"),
                    columns=(Column(_("Beløp"), 4), Column(_("Sum"), 3, numeric=True), Column(_("Gjelder"), 7)),
                    rows=_amount_rows,
                    empty=_("Ingen beløp er lagt inn som felles ennå."),
                ),
                costs_form.COVERAGE,
            )
        )
        self.shares = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Egne andeler"),
                    columns=(Column(_("Kommune"), 4), Column(_("Andel"), 2, numeric=True)),
                    rows=self._share_rows,
                ),
                costs_form.SHARES,
            )
        )
        self.amounts.chosen.connect(lambda _row: self._show_chosen(self._desk.figures))
        self.add(self.seen)
        self.add(self.amounts)
        self.add(self.shares)

    def show_plan(self, figures: Figures) -> None:
        """Show what is asked about the chosen amount; nothing at all for one municipality."""
        self.setVisible(len(figures.plan.decision.municipalities) > 1)
        self.seen.setVisible(figures.plan.costs.coverage_seen is not None)
        self._show_chosen(figures)

    def _show_chosen(self, figures: Figures) -> None:
        chosen = self._chosen(figures)
        self.shares.show_plan(figures)
        self.shares.setVisible(bool(self.shares.model.rows))
        if chosen is not None and self.amounts.form is not None:
            asked = {"covers"}
            if chosen.coverage.covers is Covers.ONLY:
                asked.add("only")
            if chosen.covered.covers is Covers.TOGETHER:
                asked.add("split")
            self.amounts.form.ask_only(lambda path: path in asked)

    def _chosen(self, figures: Figures) -> Shareable | None:
        row = self.amounts.chosen_row
        return next((one for one in shareable(figures.plan) if row is not None and _key(one) == row.row_id), None)

    def _share_rows(self, figures: Figures) -> list[RowView]:
        chosen = self._chosen(figures)
        if chosen is None or chosen.covered.covers is not Covers.TOGETHER or chosen.coverage.split is not Split.SHARES:
            return []
        given = {share.id: share.percent for share in chosen.coverage.shares}
        places = [place for payer in chosen.covered.whom for place in payer.members]
        return [
            RowView(
                place,
                (*chosen.at, "shares", place),
                (municipality_name(figures.plan, place), _percent(given.get(place))),
            )
            for place in places
        ]


def _key(amount: Shareable) -> str:
    return f"{'/'.join(amount.at)}/{amount.label}"


def _percent(share: Decimal | None) -> str:
    return "–" if share is None else formatting.percent(share)


def _amount_rows(figures: Figures) -> list[RowView]:
    return [RowView(_key(one), one.at, (one.label, one.said() or "–", one.told())) for one in shareable(figures.plan)]
