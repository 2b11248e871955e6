"""Lønner det seg: the answer in words first, then net per year, how it may turn out, and what matters most."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.rules.benefits import said
from digisos_wizard.model.rules.benefits.what_if import Cause, Effect
from digisos_wizard.model.terms import Outlook
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.outlook import OutlookChart, signed
from digisos_wizard.ui.widgets.charts.swing import Swing
from digisos_wizard.ui.widgets.look.basics import column, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row
from digisos_wizard.ui.widgets.tables.short_list import ShortList

from .try_other import TryOther

MOST_CAUSES = 4


class WorthPart(StepPart):
    """One screen that is shown on a projector; the panel holds figures to try."""

    step = StepKey.BENEFITS
    key = "worth"

    def build(self) -> None:
        """Make the answer, the chart, and the two lists below it."""
        self.trial = TryOther(self.desk)
        self.trial.tried.connect(lambda: self.show(self.desk.figures))
        self.answer, self.condition = label("", Look.HEADING), label("", Look.HELP)
        self.net, self.net_of = short_label("", Look.HEADING), short_label("", Look.SMALL)
        self.freed, self.freed_of = short_label("", Look.HEADING), short_label("", Look.SMALL)
        self.empty = EmptyView(
            Empty(
                _("Når gevinster og kostnader er lagt inn, ser dere her om det lønner seg."),
                _("Gå til Gevinstene"),
                lambda: self.desk.goto(self.step, ("benefits", "items")),
            )
        )
        self.whole = QWidget()
        lines = column(10)
        told = column(2)
        told.addWidget(self.answer)
        told.addWidget(self.condition)
        head = row(spacing=28)
        head.addLayout(told, 1)
        for figure, of in ((self.net, self.net_of), (self.freed, self.freed_of)):
            pair = column(2)
            pair.addWidget(figure)
            pair.addWidget(of)
            pair.addStretch(1)
            head.addLayout(pair)
        lines.addLayout(head)
        lines.addLayout(
            row(
                short_label(_("Netto per år og samlet"), Look.SUBHEADING),
                short_label(_("tusen kroner"), Look.HELP),
                None,
                spacing=8,
            )
        )
        self.chart = OutlookChart(_("Netto per år og samlet, tusen kroner"))
        lines.addWidget(self.chart)
        lines.addLayout(self._below())
        self.beside = label("", Look.HELP)
        lines.addWidget(self.beside)
        self.whole.setLayout(lines)
        for piece in (self.empty, self.whole):
            self.add(piece)

    def _below(self) -> QHBoxLayout:
        self.outcomes = ShortList(
            Grid(
                GridParts(
                    name=_("Tre utfall"),
                    columns=(
                        Column(_("Samlet"), 2, 96),
                        Column(_("Nytte"), 1, 56, numeric=True),
                        Column(_("Kostnad"), 1, 66, numeric=True),
                        Column(_("Netto"), 1, 56, numeric=True),
                    ),
                    signs=False,
                    chevrons=False,
                    dense=True,
                )
            )
        )
        self.most = ShortList(
            Grid(
                GridParts(
                    name=_("Dette betyr mest"),
                    columns=(Column(_("Forutsetning"), 1, 190), Column("", 3, 180)),
                    signs=False,
                    chevrons=False,
                    dense=True,
                    header=False,
                )
            )
        )
        self.most_help = short_label("", Look.SMALL)
        left, right = column(6), column(6)
        left.addWidget(short_label(_("Tre utfall"), Look.SUBHEADING))
        left.addWidget(self.outcomes)
        left.addStretch(1)
        self.most_heading = short_label(_("Dette betyr mest"), Look.SUBHEADING)
        right.addWidget(self.most_heading)
        right.addWidget(self.most)
        right.addWidget(self.most_help)
        right.addStretch(1)
        both = row(spacing=24)
        both.addLayout(left, 4)
        both.addLayout(right, 5)
        return both

    def show(self, figures: Figures) -> None:
        """Show the plan's answer, and beside it what is being tried."""
        result = figures.benefits
        some = bool(result.rows) and bool(figures.plan.benefits.items)
        self.empty.setVisible(not some)
        self.whole.setVisible(some)
        tried = self.trial.show_plan(figures)
        if not some:
            return
        set_text(self.answer, said.answer(result))
        told = [*said.hours(result), *said.partly(figures.plan.benefits.items, result)]
        set_text(self.condition, told[-1] if told else "")
        set_text(self.net, formatting.money(result.rows[-1].cumulative))
        set_text(self.net_of, _("netto på {years} år").format(years=result.years))
        set_text(self.freed, formatting.hours(result.rows[-1].saved_hours))
        set_text(self.freed_of, _("frigjort i {year}").format(year=result.rows[-1].year))
        self.chart.show_results(tried.benefits, result)
        self.outcomes.show_rows(_outcome_rows(figures))
        self.most.show_rows(_most_rows(figures.tornado, result.net_present_value))
        swing = formatting.number(figures.content.assumption_index["swing-percent"].value)
        words = _("Nåverdi, tusen kroner, om tallet er {swing} prosent lavere eller høyere.")
        set_text(self.most_help, words.format(swing=swing))
        for piece in (self.most_heading, self.most, self.most_help):
            piece.setVisible(bool(figures.tornado))
        beside = [*told[:-1], *said.same_costs(figures.costs)]
        if not result.complete:
            beside.append(_("Minst én pris eller ett svar mangler, så summen er ufullstendig."))
        set_text(self.beside, "\n".join(beside))
        self.beside.setVisible(bool(beside))

    def panel_tab(self) -> tuple[str, QWidget]:
        """Let other figures be tried beside the curve."""
        return _("Prøv andre tall"), self.trial

    @property
    def has_act(self) -> bool:
        """Whether going to the benefits is what there is to do."""
        return not self.desk.figures.plan.benefits.items


def _outcome_rows(figures: Figures) -> list[Row]:
    """Return how it may turn out: badly, as expected, well, and weighed as in the plan; thousand kroner."""
    names = {Outlook.LOW: _("Går dårlig"), Outlook.EXPECTED: _("Som forventet"), Outlook.HIGH: _("Går bra")}
    found = [(outcome.outlook.value, names[outcome.outlook], outcome.rows) for outcome in figures.outcomes]
    found.append(("plan", _("Veid, i planen"), figures.benefits.rows))
    rows = []
    for key, name, years in found:
        gain = sum((year.gross_benefit for year in years), Decimal(0))
        cost = sum((year.project_cost + year.operating_cost for year in years), Decimal(0))
        strong = key == "plan"
        net = years[-1].cumulative if years else Decimal(0)
        cells = (
            Cell(name, strong=strong),
            *(Cell(signed(value), strong=strong) for value in (gain, -cost, net)),
        )
        rows.append(Row(key, ("benefits",), cells, opens=False))
    return rows


def _most_rows(effects: tuple[Effect, ...], planned: Decimal) -> list[Row]:
    """Return what matters most for the present value, the widest first."""
    shown = effects[:MOST_CAUSES]
    if not shown:
        return []
    ends = [planned, *(value for one in shown for value in (one.lower, one.higher))]
    low, span = min(ends), (max(ends) - min(ends)) or Decimal(1)

    def at(value: Decimal) -> float:
        return float((value - low) / span)

    names = _causes()
    rows = []
    for one in shown:
        words = _("{lower} hvis lavere, {higher} hvis høyere").format(
            lower=formatting.money(one.lower), higher=formatting.money(one.higher)
        )
        drawn = Swing(words, at(planned), (at(one.lower), signed(one.lower)), (at(one.higher), signed(one.higher)))
        rows.append(Row(one.cause.value, ("benefits",), (Cell(names[one.cause]), Cell(drawn=drawn)), opens=False))
    return rows


def _causes() -> dict[Cause, str]:
    return {
        Cause.DIGITAL: _("Andel som søker digitalt"),
        Cause.ATTACHMENTS: _("Andel digitale vedlegg"),
        Cause.TIME: _("Tiden dere sparer"),
        Cause.HOURLY_COST: _("Kostnad per time"),
        Cause.COSTS: _("Kostnadene"),
        Cause.DISCOUNT: _("Kalkulasjonsrenten"),
    }
