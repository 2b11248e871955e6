"""Prøv andre tall: assumptions that are tried beside the plan, and go into it only when asked to."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.edits import apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.benefits.what_if import Knob, edits, position
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import button, column, label, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

MOST = {Knob.DIGITAL: 100, Knob.ATTACHMENTS: 100, Knob.CASES: 100_000, Knob.HOURLY_COST: 100_000}
WIDTH = 90


class TryOther(QWidget):
    """A figure for each assumption with what the plan has below it; `tried` tells that another one is tried."""

    tried = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._before: Mapping[Knob, Decimal | None] = {}
        self.boxes: dict[Knob, QLineEdit] = {}
        self._below: dict[Knob, QLabel] = {}
        lines = column(4, (16, 12, 16, 12))
        for knob, (name, unit) in _names().items():
            box = QLineEdit()
            box.setValidator(QIntValidator(0, MOST[knob], box))
            box.setAccessibleName(name)
            box.setMaximumWidth(WIDTH)
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
            box.textEdited.connect(lambda _text: self.tried.emit())
            caption = label(name, Look.LABEL)
            caption.setBuddy(box)
            self.boxes[knob], self._below[knob] = box, label("", Look.SMALL)
            lines.addWidget(caption)
            lines.addLayout(row(box, short_label(unit, Look.HELP), None, spacing=8))
            lines.addWidget(self._below[knob])
            lines.addSpacing(6)
        self.result = label("", Look.LABEL)
        self.use = button(_("Ta tallene inn i planen"), Look.SECONDARY, self._use)
        self.back = button(_("Tilbake til planens tall"), Look.QUIET, self._back)
        for piece in (self.result, self.use, self.back):
            lines.addWidget(piece)
        lines.addStretch(1)
        self.setLayout(lines)

    def show_plan(self, figures: Figures) -> Figures:
        """Show what the plan has and what is tried; return the figures with it, the plan's own where nothing is.

        What is being tried is let go when the plan itself gets other assumptions.
        """
        here = {knob: position(figures.plan, figures.content, knob) for knob in Knob}
        if here != self._before:
            self._before = here
            self._put()
        moved = self._moved()
        for knob, below in self._below.items():
            set_text(below, self._beside(knob, moved=knob in moved))
        tried = figures
        if moved:
            plan = apply(figures.plan, *edits(figures.plan, figures.content, moved))
            tried = Figures(Document(plan=plan), figures.content, figures.today, figures)
        set_text(self.result, _told(tried, figures) if moved else "")
        self.result.setVisible(bool(moved))
        self.use.setEnabled(bool(moved))
        self.back.setEnabled(bool(moved))
        return tried

    def _put(self) -> None:
        for knob, box in self.boxes.items():
            here = self._before[knob]
            with QSignalBlocker(box):
                box.setText("" if here is None else str(round(here)))
            box.setEnabled(here is not None)

    def _beside(self, knob: Knob, *, moved: bool) -> str:
        here = self._before[knob]
        if here is None:
            return _("Mangler i planen")
        return _("Planen har {value}").format(value=formatting.number(here)) if moved else _("Som i planen")

    def _moved(self) -> dict[Knob, Decimal]:
        """Return the assumptions that differ from the plan's."""
        found = {}
        for knob, box in self.boxes.items():
            here = self._before.get(knob)
            if here is not None and box.hasAcceptableInput() and int(box.text()) != round(here):
                found[knob] = Decimal(box.text())
        return found

    def _use(self) -> None:
        figures = self._desk.figures
        found = edits(figures.plan, figures.content, self._moved())
        self._desk.session.edit(*found, label=_("Prøvde forutsetninger"))

    def _back(self) -> None:
        self._put()
        self.tried.emit()


def _told(tried: Figures, figures: Figures) -> str:
    rows, planned = tried.benefits.rows, figures.benefits.rows
    if not rows or not planned:
        return ""
    net, change = rows[-1].cumulative, rows[-1].cumulative - planned[-1].cumulative
    if not change:
        return _("Etter {years} år: {net}, som i planen.").format(years=tried.benefits.years, net=formatting.money(net))
    words = _("Etter {years} år: {net}, {change} mer enn planen.")
    if change < 0:
        words = _("Etter {years} år: {net}, {change} mindre enn planen.")
    return words.format(years=tried.benefits.years, net=formatting.money(net), change=formatting.money(abs(change)))


def _names() -> dict[Knob, tuple[str, str]]:
    return {
        Knob.DIGITAL: (_("Søker digitalt, siste år"), _("prosent")),
        Knob.ATTACHMENTS: (_("Digitale vedlegg, siste år"), _("prosent")),
        Knob.CASES: (_("Søknader i måneden"), ""),
        Knob.HOURLY_COST: (_("Kostnad per time"), _("kroner")),
    }
