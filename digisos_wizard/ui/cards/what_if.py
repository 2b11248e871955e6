"""Trying other assumptions: sliders that change the chart at once, and the plan only when asked to."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSlider

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.benefits.what_if import Cause, Knob, edits, position
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.parts.outlook_chart import OutlookChart
from digisos_wizard.ui.parts.tornado import Tornado
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

LIMITS = {Knob.DIGITAL: (0, 100), Knob.ATTACHMENTS: (0, 100), Knob.CASES: (0, 20), Knob.HOURLY_COST: (100, 1_200)}
STEPS = {Knob.HOURLY_COST: 10}


class _CalmSlider(QSlider):
    """A slider that the mouse wheel scrolls past instead of changing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class WhatIfCard(Card):
    """Sliders, what they would mean, and what matters most."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Prøv andre forutsetninger"),
            _("Dra i glidebryterne. Planen endres ikke før du velger å bruke det du har prøvd."),
        )
        self._desk = desk
        self._plan: object = None
        self.sliders: dict[Knob, _CalmSlider] = {}
        self._values = {knob: short_label("", Look.LABEL) for knob in Knob}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for line, (knob, name) in enumerate(_names().items()):
            slider = _CalmSlider(Qt.Orientation.Horizontal)
            slider.setRange(*LIMITS[knob])
            slider.setSingleStep(STEPS.get(knob, 1))
            slider.setPageStep(10 * STEPS.get(knob, 1))
            slider.setAccessibleName(name)
            slider.valueChanged.connect(lambda _value: self._tried())
            self.sliders[knob] = slider
            caption = short_label(name)
            caption.setBuddy(slider)
            self._values[knob].setMinimumWidth(110)
            for column, part in enumerate((caption, slider, self._values[knob])):
                grid.addWidget(part, line, column)
        grid.setColumnStretch(1, 1)
        self.result = label("", Look.LABEL)
        self.use = button(_("Bruk i planen"), Look.PRIMARY, self._use, name=_("Bruk det du har prøvd, i planen"))
        self.back = button(_("Tilbake til planen"), Look.SECONDARY, self._back)
        self.chart = OutlookChart(_("Verdi, netto og samlet netto per år, tusen kroner uten mva"))
        self.most = label(_("Hva betyr mest for nåverdien?"), Look.SUBHEADING)
        self.most_help = label("", Look.HELP)
        self.tornado = Tornado(_("Hva betyr mest for nåverdien?"), _causes())
        self.add(grid)
        self.add(self.result)
        self.add(row(self.use, self.back, None, spacing=12))
        for part in (self.chart, self.most, self.most_help, self.tornado):
            self.add(part)

    def show_plan(self, figures: Figures) -> None:
        """Show the plan's own figures; what is being tried is let go when the plan's assumptions change."""
        where = [position(figures.plan, figures.content, knob) for knob in Knob]
        if where != self._plan:
            self._plan = where
            self._put(figures.content, figures)
        self._tried()
        swing = formatting.number(figures.content.assumption_index["swing-percent"].value)
        words = _("Nåverdien hvis én forutsetning er {swing} prosent lavere (fylt) eller høyere (skravert).")
        set_text(self.most_help, words.format(swing=swing))
        self.tornado.show_effects(figures.tornado, figures.benefits.net_present_value)
        for part in (self.most, self.most_help, self.tornado):
            part.setVisible(bool(figures.tornado))

    def _put(self, content: Content, figures: Figures) -> None:
        """Put the sliders where the plan is, without trying anything."""
        for knob, slider in self.sliders.items():
            here = position(figures.plan, content, knob)
            slider.blockSignals(True)
            low, high = LIMITS[knob]
            slider.setRange(min(low, int(here or 0)), max(high, int((here or 0) * (2 if knob is Knob.CASES else 1))))
            slider.setValue(round(here or 0))
            slider.setEnabled(here is not None)
            slider.blockSignals(False)

    def _moved(self, figures: Figures) -> dict[Knob, Decimal]:
        """Return the knobs that stand elsewhere than the plan."""
        found = {}
        for knob, slider in self.sliders.items():
            here = position(figures.plan, figures.content, knob)
            if here is not None and slider.value() != round(here):
                found[knob] = Decimal(slider.value())
        return found

    def _tried(self) -> None:
        figures = self._desk.figures
        moved = self._moved(figures)
        tried = figures
        if moved:
            plan = apply(figures.plan, *edits(figures.plan, figures.content, moved))
            tried = Figures(Document(plan=plan), figures.content, figures.today, figures)
        for knob, slider in self.sliders.items():
            here = position(figures.plan, figures.content, knob)
            value = moved.get(knob, here)
            text = _("mangler") if value is None else _shown(knob, value)
            set_text(self._values[knob], text)
            slider.setAccessibleDescription(text)
        self.chart.show_results(tried.benefits, figures.benefits, figures.costs.months_first_year)
        set_text(self.result, _told(tried, figures, moved=bool(moved)))
        self.use.setEnabled(bool(moved))
        self.back.setEnabled(bool(moved))

    def _use(self) -> None:
        figures = self._desk.figures
        found = edits(figures.plan, figures.content, self._moved(figures))
        self._desk.session.edit(*found, label=_("Prøvde forutsetninger"))

    def _back(self) -> None:
        figures = self._desk.figures
        self._put(figures.content, figures)
        self._tried()


def _told(tried: Figures, figures: Figures, *, moved: bool) -> str:
    value = formatting.money(tried.benefits.net_present_value)
    month = tried.benefits.payback_month
    payback = _("tjent inn i måned {month}").format(month=month) if month else _("ikke tjent inn i perioden")
    if not moved:
        return _("Slik planen er: nåverdi {value}, {payback}.").format(value=value, payback=payback)
    change = tried.benefits.net_present_value - figures.benefits.net_present_value
    sign = "+" if change > 0 else ""
    text = _("Med det du prøver: nåverdi {value} ({change}), {payback}.")
    return text.format(value=value, change=f"{sign}{formatting.money(change)}", payback=payback)


def _shown(knob: Knob, value: Decimal) -> str:
    if knob in {Knob.DIGITAL, Knob.ATTACHMENTS}:
        return formatting.percent(value)
    return formatting.money(value) if knob is Knob.HOURLY_COST else formatting.number(value)


def _names() -> dict[Knob, str]:
    return {
        Knob.DIGITAL: _("Søker digitalt, siste år"),
        Knob.ATTACHMENTS: _("Digitale vedlegg, siste år"),
        Knob.CASES: _("Søknader i måneden"),
        Knob.HOURLY_COST: _("Kostnad per time"),
    }


def _causes() -> dict[Cause, str]:
    return {
        Cause.DIGITAL: _("Andelen som søker digitalt"),
        Cause.ATTACHMENTS: _("Andelen digitale vedlegg"),
        Cause.TIME: _("Tiden dere sparer"),
        Cause.HOURLY_COST: _("Kostnad per time"),
        Cause.COSTS: _("Kostnadene"),
        Cause.DISCOUNT: _("Kalkulasjonsrenten"),
    }
