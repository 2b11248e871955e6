"""Risikoer: what can go wrong, rated beside its place in the matrix; picked from the catalogue or the office's own."""

from collections.abc import Sequence

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Remove
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.privacy.catalogue import RISKS, from_catalogue
from digisos_wizard.model.rules.privacy.risks import acceptance_limit, of_kind, unhandled
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.dress import worn
from digisos_wizard.ui.widgets.look.icons import Icon, as_icon
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, ListDetail
from digisos_wizard.ui.widgets.tables.pick_many import Pick, PickMany
from digisos_wizard.ui.widgets.tables.rows import Cell, Column, Row, heading

from .levels import after_chip, now_chip
from .risk_detail import RiskDetail, kind_words
from .scale import SCALE, ScaleWords

LIST_WIDTH, DETAIL_LEAST = 292, 560


class RisksPart(StepPart):
    """The risks in a narrow list with one beside; picking and the words of the scale take the list's place."""

    step = StepKey.PRIVACY
    key = "risks"
    scrolls = False
    headed = True

    def build(self) -> None:
        """Make the list with its detail, the catalogue, and the words of the scale."""
        self.add_button = button(_("Legg til"), Look.SECONDARY, self.pick)
        self.add_button.setIcon(as_icon(Icon.PLUS, QColor(worn().accent.text), 16))
        self.toolbar.addWidget(self.add_button)
        parts = GridParts(_("Risikoer"), (Column(_("Risiko"), 1, 150),), signs=False, chevrons=False, header=False)
        self.detail = RiskDetail(self.desk, self._show_scale, self._remove)
        for form in self.detail.forms:
            self.known(form)
        self.track(self.detail.measures.grid)
        empty = Empty(
            _("Ingen risikoer er vurdert ennå. Start med dem fra katalogen."), _("Velg fra katalogen"), self.pick
        )
        self.risks = ListDetail(
            Grid(parts), self.detail, self._show_detail, empty=empty, list_width=LIST_WIDTH, head=self.head
        )
        self.risks.least = DETAIL_LEAST
        self.track(self.risks)
        self.detail.matrix.picked.connect(self._open_cell)
        self.scale = ScaleWords(self.desk, self._show_list)
        self.known(self.scale.limit)
        self.track(self.scale.grid)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.risks)
        self._picking: QWidget | None = None
        self.pages.addWidget(self.scale)
        self.pages.currentChanged.connect(lambda _page: self.widget.walked.emit())
        self.add(self.pages, 1)

    def _make_picking(self) -> QWidget:
        """Make the page where risks of the catalogue are ticked, when it is first asked for."""
        holder = QWidget()
        self.pages.addWidget(holder)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(12, 0, 0, 12)
        layout.setSpacing(8)
        back = button(_("Tilbake til listen"), Look.QUIET, self._show_list)
        back.setIcon(as_icon(Icon.BACK, QColor(worn().accent.text)))
        own = button(_("Skriv en egen risiko"), Look.QUIET, self._add_own)
        self.picks = PickMany(
            _("Risikoer i katalogen"),
            lambda count: ngettext("Legg til {count} valgt", "Legg til {count} valgte", count).format(count=count),
            self._add_picked,
            on_cancel=self._show_list,
            filters=[kind_words(kind) for kind in RiskKind],
        )
        layout.addLayout(row(back, None, own))
        layout.addWidget(label(_("Legg til risikoer fra katalogen"), Look.HEADING))
        layout.addWidget(label(_("Startforslag. Dere vurderer og endrer dem etterpå."), Look.HELP))
        layout.addWidget(self.picks, 1)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    @property
    def has_act(self) -> bool:
        """Whether the part's own act is the blue one: in the empty list, and where risks are picked."""
        return super().has_act or self.bars_itself

    @property
    def bars_itself(self) -> bool:
        """Whether risks are being picked."""
        return self._picking is not None and self.pages.currentWidget() is self._picking

    def show(self, figures: Figures) -> None:
        """Show the risks, and what can still be picked."""
        risks = figures.plan.privacy.risks
        words = ngettext("{count} risiko", "{count} risikoer", len(risks)).format(count=len(risks)) if risks else ""
        set_text(self.summary, words)
        self.risks.show_rows(_rows(figures))
        if self.bars_itself:
            self.picks.show_picks(_picks(figures))
        self.scale.show_plan(figures)

    def _show_detail(self, found: Row) -> None:
        self.detail.show_risk(found.address, self.desk.figures)

    def _show_list(self) -> None:
        self.pages.setCurrentWidget(self.risks)
        self.risks.grid.setFocus()

    def _show_scale(self) -> None:
        self.pages.setCurrentWidget(self.scale)
        self.scale.grid.setFocus()

    def _open_cell(self, risks: Sequence[str]) -> None:
        """Open a risk of a cell of the matrix: the one after the one that is open, else the first."""
        opened = self.risks.open_found
        here = opened.row_id if opened is not None else ""
        position = risks.index(here) + 1 if here in risks else 0
        self.risks.open_row(risks[position % len(risks)])

    def focus(self, address: Address) -> bool:
        """Come to a risk's field, to a word of the scale, or to the limit."""
        if address[:2] == SCALE or address == ("privacy", "acceptance_limit"):
            self._show_scale()
            return self.scale.focus(address)
        if address == RISKS:
            self.pages.setCurrentWidget(self.risks)
            (self.risks.empty.act if self.risks.is_empty else self.add_button).setFocus()
            return True
        found = super().focus(address)
        if found:
            self.pages.setCurrentWidget(self.risks)
            if len(address) > len(RISKS) + 1:
                self.detail.focus_in(address)
        return found

    # ----------------------------------------------------------------------------------------------------------- acts

    def pick(self) -> None:
        """Let risks be ticked in the catalogue."""
        self._picking = self._picking or self._make_picking()
        self.pages.setCurrentWidget(self._picking)
        self.picks.show_picks(_picks(self.desk.figures))
        self.picks.search.setFocus()

    def _add_picked(self, keys: Sequence[str]) -> None:
        session = self.desk.session
        specs = [spec for spec in session.content.risks if spec.id in keys]
        ids = [session.new_row_id() for _spec in specs]
        words = ngettext("{count} risiko fra katalogen", "{count} risikoer fra katalogen", len(specs))
        session.edit(
            *(
                from_catalogue(spec, row_id, [session.new_row_id() for _measure in spec.measures])
                for spec, row_id in zip(specs, ids, strict=True)
            ),
            label=words.format(count=len(specs)),
        )
        self._open_new(ids[0])

    def _add_own(self) -> None:
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(Insert(RISKS, Risk(id=row_id)))
        self._open_new(row_id)
        self.detail.focus_in((*RISKS, row_id, "title"))

    def _open_new(self, row_id: str) -> None:
        self._show_list()
        self.render(self.desk.figures)
        self.risks.open_row(row_id)

    def _remove(self) -> None:
        found = self.risks.open_found
        if found is not None:
            self.risks.close_row()
            self.desk.session.edit(Remove(found.address))


def _rows(figures: Figures) -> list[Row]:
    """Return the risks in their groups, with how high each is now and after measures."""
    limit = acceptance_limit(figures.plan, figures.content)
    rows = []
    for kind in RiskKind:
        risks = of_kind(figures.plan, kind)
        if risks:
            rows.append(heading(kind_words(kind)))
        for risk in risks:
            chips = tuple(chip for chip in (now_chip(figures, risk), after_chip(figures, risk)) if chip is not None)
            stop = _("Stopper: tiltak mangler") if unhandled(risk, limit) else ""
            cell = Cell(risk.title or _("Risiko uten navn"), quiet=not risk.title)
            rows.append(Row(risk.id, (*RISKS, risk.id), (cell,), stop=stop, chips=chips))
    return rows


def _picks(figures: Figures) -> list[Pick]:
    """Return the catalogue; what is in the plan already can't be ticked again."""
    there = {risk.catalogue_id for risk in figures.plan.privacy.risks}
    return [
        Pick(
            spec.id,
            spec.title,
            spec.cause,
            kind_words(spec.kind),
            ticked=spec.id in there,
            fixed=spec.id in there,
            beside=_("Lagt til") if spec.id in there else "",
        )
        for spec in figures.content.risks
    ]
