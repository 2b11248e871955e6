"""One risk: rated now and after measures beside its place in the matrix; its description on a page of its own."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.privacy.catalogue import RISKS
from digisos_wizard.model.rules.privacy.risks import STEPS, acceptance_limit, cells, scale_word, scored
from digisos_wizard.model.rules.privacy.verdict import Verdict, after, asks_for, verdict
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.form.form import Form
from digisos_wizard.ui.widgets.charts.risk_matrix import RiskMatrix
from digisos_wizard.ui.widgets.charts.risk_matrix_model import Matrix
from digisos_wizard.ui.widgets.look.basics import (
    ChipLabel,
    button,
    label,
    row,
    set_text,
    text_scale,
)
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon, pixmap
from digisos_wizard.ui.widgets.look.scroller import MOST
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.rows import Chip

from .levels import after_chip, now_chip
from .measures import Measures

DESCRIPTION = ("title", "kind", "aspect", "cause", "effect", "existing_measures")
NARROW = 600
"""Pixels of width, at 100 % text, below which the matrix stands under the rating."""


class RiskDetail(QWidget):
    """The risk that is open; `forms` and `measures` are what the part jumps into."""

    def __init__(self, desk: Desk, open_words: Callable[[], object], removed: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._removed = desk, removed
        self.base: Address = (*RISKS, "*")
        self._anyway = False
        self.now = Form(desk, self.base, (("likelihood",), ("consequence",)), spacing=4)
        self.after = Form(desk, self.base, (("residual_likelihood",), ("residual_consequence",)), spacing=4)
        self.rest = Form(desk, self.base, (("residual_reason",), ("accepted",), ("acceptance_reason",)), spacing=4)
        self.about = Form(
            desk,
            self.base,
            (("title",), ("kind", "aspect"), ("cause",), ("effect",), ("existing_measures",)),
            spacing=6,
        )
        self.after.fields["residual_likelihood"].call(_("Sannsynlighet"))
        self.after.fields["residual_consequence"].call(_("Konsekvens"))
        self.forms = (self.now, self.after, self.rest, self.about)
        self.matrix = RiskMatrix()
        self._levels = (ChipLabel(), ChipLabel())
        self.rating, self.describing = QWidget(), QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.measures = Measures(desk)
        self._build_describing()
        self._build_rating(open_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 2, 4)
        layout.addWidget(self.rating)
        layout.addWidget(self.describing)
        self.describe(shown=False)

    # ------------------------------------------------------------------------------------------------------- building

    def _build_describing(self) -> None:
        back = button(_("Tilbake til vurderingen"), Look.QUIET, lambda: self.describe(shown=False))
        back.setIcon(as_icon(Icon.BACK, QColor(worn().accent.text)))
        remove = button(_("Fjern risikoen"), Look.QUIET, self._removed)
        layout = QVBoxLayout(self.describing)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row(back, None, remove))
        for path in ("cause", "effect", "existing_measures"):
            self.about.fields[path].fill(2)
        layout.addWidget(self.about, 1)

    def _build_rating(self, open_words: Callable[[], object]) -> None:
        self._title, self._why = label("", Look.HEADING), label("", Look.HELP)
        self._edit = button(_("Endre beskrivelsen"), Look.LINK, lambda: self.describe(shown=True))
        self._sign, self._verdict = QLabel(), label()
        self._sign.setFixedWidth(20)
        said = QFrame()
        said.setObjectName("quote")
        inside = QHBoxLayout(said)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.setSpacing(8)
        inside.addWidget(self._sign)
        inside.addWidget(self._verdict, 1)
        self._link = button(_("Vurder den uten tiltak"), Look.LINK, self.ask_anyway)
        left = QVBoxLayout()
        left.setSpacing(6)
        parts: tuple[QWidget, ...] = (label(_("Slik er det nå"), Look.SUBHEADING), self.now)
        for part in parts:
            left.addWidget(part)
        left.addWidget(self.measures)
        left.addWidget(label(_("Etter tiltakene"), Look.SUBHEADING))
        left.addLayout(row(self._link, None))
        left.addWidget(self.after)
        left.addWidget(self.rest)
        left.addStretch(1)
        self._sides.setSpacing(10)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self._beside(open_words))
        layout = QVBoxLayout(self.rating)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row(self._title, self._edit, spacing=8))
        layout.addWidget(self._why)
        layout.addWidget(said)
        layout.addLayout(self._sides)

    def _beside(self, open_words: Callable[[], object]) -> QWidget:
        self._others = label("", Look.SMALL)
        holder = self._right = QWidget()
        holder.setFixedWidth(self.matrix.width())
        right = QVBoxLayout(holder)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        right.addWidget(self.matrix)
        for words, level in zip((_("Nå"), _("Etter tiltakene")), self._levels, strict=True):
            right.addLayout(row(label(words), level, spacing=8))
        right.addWidget(self._others)
        right.addLayout(row(button(_("Ordene og grensen"), Look.LINK, open_words), None))
        right.addStretch(1)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    @property
    def risk(self) -> Risk | None:
        """The risk that is shown."""
        found = resolve(self._desk.session.plan, self.base)
        return found if isinstance(found, Risk) else None

    def show_risk(self, address: Address, figures: Figures) -> None:
        """Show a risk; another one opens at its rating."""
        if address != self.base:
            self.base = address
            self._anyway = False
            self.describe(shown=False)
        for form in self.forms:
            form.point_at(address)
        found = resolve(figures.plan, address)
        if not isinstance(found, Risk):
            return
        self._show_words(figures, found)
        self.measures.show_measures(figures, found)
        self._show_matrix(figures, found)
        limit = acceptance_limit(figures.plan, figures.content)
        for form in self.forms:
            form.ask_only(lambda path: self._asked(found, limit, path))
            form.show_plan(figures)
        rated = asks_for(found, limit, "residual_likelihood") or self._anyway
        self.after.setVisible(rated)
        self._link.setVisible(not rated)

    def _asked(self, risk: Risk, limit: int, path: str) -> bool:
        return asks_for(risk, limit, path) or (
            self._anyway and path.startswith("residual_") and path != "residual_reason"
        )

    def _show_words(self, figures: Figures, risk: Risk) -> None:
        others = {
            RiskKind.DPIA: _("Tallene er de andre risikoene for personen, etter tiltak."),
            RiskKind.ROS: _("Tallene er de andre risikoene for sikkerheten, etter tiltak."),
        }
        set_text(self._others, others[risk.kind])
        set_text(self._title, risk.title or _("Risiko uten navn"))
        set_text(self._why, " ".join(filter(None, (risk.cause, risk.effect))))
        stands = verdict(risk, acceptance_limit(figures.plan, figures.content))
        set_text(self._verdict, stands.words)
        icon, tone = {
            Verdict.UNHANDLED: (Icon.STOP, worn().danger),
            Verdict.BELOW: (Icon.TICK, worn().success),
            Verdict.BELOW_AFTER: (Icon.TICK, worn().success),
        }.get(stands, (Icon.RIGHT, worn().neutral))
        self._sign.setPixmap(pixmap(icon, QColor(tone.text), 18))
        chips = (now_chip(figures, risk), after_chip(figures, risk) or Chip("–"))
        for shown, chip in zip(self._levels, chips, strict=True):
            shown.say(chip.words, chip.tone)

    def _show_matrix(self, figures: Figures, risk: Risk) -> None:
        plan, content = figures.plan, figures.content
        words = [
            tuple(scale_word(plan, content, scale, step) for step in STEPS) for scale in ("likelihood", "consequence")
        ]
        others = cells(plan, content, risk.kind, after=True, without=risk.id)
        left = scored(risk, after=True) if after(risk) is not None else None
        self.matrix.show_matrix(Matrix(others, words[0], words[1], scored(risk), left))

    # ----------------------------------------------------------------------------------------------------------- acts

    def describe(self, *, shown: bool) -> None:
        """Show the description to be changed, or the rating."""
        self.describing.setVisible(shown)
        self.rating.setVisible(not shown)

    def ask_anyway(self) -> None:
        """Ask how high the risk is afterwards, though there are no measures."""
        self._anyway = True
        self.show_risk(self.base, self._desk.figures)

    def focus_in(self, address: Address) -> None:
        """Show what an address of this risk is about, and come to it."""
        path = address[len(RISKS) + 1 :]
        self.describe(shown=path[:1] != () and path[0] in DESCRIPTION)
        if path[:1] == ("measures",):
            self.measures.grid.focus(address)
            return
        if path and path[0].startswith("residual_"):
            self.ask_anyway()
        for form in self.forms:
            if form.focus(address):
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the matrix under the rating where the width is short."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if self.width() < NARROW * text_scale(self) else ways.LeftToRight
        if self._sides.direction() is not wanted:
            self._sides.setDirection(wanted)
            # A box below another is asked for its height at the whole width, whatever its own is.
            self._right.setMinimumWidth(0 if wanted is ways.TopToBottom else self.matrix.width())
            self._right.setMaximumWidth(MOST if wanted is ways.TopToBottom else self.matrix.width())


def kind_words(kind: RiskKind) -> str:
    """Return whom a risk of a kind is for."""
    return _("For personen (DPIA)") if kind is RiskKind.DPIA else _("For sikkerheten (ROS)")
