"""Svar fra de ansatte: forms out and back, all answers as dots, and only what stands out put for a decision."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import staff_forms
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.model.address import Address
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.mapping import FormResponse
from digisos_wizard.model.rules.mapping.estimates import KEEPS
from digisos_wizard.ui.dialogs import ask_open_many
from digisos_wizard.ui.steps.files import Said
from digisos_wizard.ui.steps.part import StepPart
from digisos_wizard.ui.widgets.charts.legend import Legend, diamond, spread
from digisos_wizard.ui.widgets.look.basics import ToneName, button, column, row, set_text, short_label
from digisos_wizard.ui.widgets.look.menus import menu_button
from digisos_wizard.ui.widgets.look.theme import Look
from digisos_wizard.ui.widgets.tables.grid import Grid, GridParts
from digisos_wizard.ui.widgets.tables.list_detail import Empty, EmptyView
from digisos_wizard.ui.widgets.tables.rows import Column

from .answer_rows import KEEP, answer_rows
from .each_answer import RESPONSES, EachAnswer


class AnswersPart(StepPart):
    """All answers in one grid; what each has answered stands behind a link."""

    step = StepKey.MAPPING
    key = "answers"
    scrolls = False
    wide = True

    def build(self) -> None:
        """Make the three things that can be seen: how to begin, all answers, and one form's."""
        excel, paper = partial(self.files.save, "staff-form"), partial(self.files.save, "staff-form-paper")
        made = ((_("I Excel …"), excel), (_("På papir …"), paper))
        fetched = ((_("Fra Excel …"), self._ask_files), (_("Skriv inn fra papir"), self._new_response))
        self.tools = (
            menu_button(_("Lag skjema"), Look.SECONDARY, made),
            menu_button(_("Hent utfylte skjemaer"), Look.SECONDARY, fetched),
        )
        for one in self.tools:
            self.toolbar.addWidget(one)
        self.empty = EmptyView(
            Empty(
                _("Da får dere et nullpunkt å stole på. Navn er ikke nødvendig."),
                _("Lag skjema i Excel …"),
                excel,
                title=_("La de ansatte anslå tiden hver for seg"),
                lines=(
                    (_("1. Lag skjemaet"), _("Det lages av stegene i Tidsbruk")),
                    (_("2. Send eller skriv det ut"), _("Til alle som tar imot eller behandler søknader")),
                    (_("3. Hent svarene tilbake"), _("Medianen blir tiden i planen")),
                ),
                others=(
                    (_("Lag papirskjema …"), paper),
                    (_("Hent utfylte skjemaer …"), self._ask_files),
                    (_("Skriv inn fra papir"), self._new_response),
                ),
            )
        )
        self.no_steps = EmptyView(
            Empty(
                _("Skjemaet lages av stegene i arbeidsprosessen. Legg inn dem først."),
                _("Gå til Tidsbruk"),
                lambda: self.desk.goto(self.step, ("mapping", "steps")),
            )
        )
        self.each = EachAnswer(self.desk, self._show_all)
        self.track(self.each.list)
        self.track(self.each.grid)
        self.stack = QStackedWidget()
        for piece in (self.no_steps, self.empty, self._all(), self.each):
            self.stack.addWidget(piece)
        self.add(self.stack, 1)

    def _all(self) -> QWidget:
        self.count = short_label("", Look.LABEL)
        self.see_each = button(_("Se hvert skjema"), Look.LINK, self._show_each)
        legend = Legend(
            ((spread, _("svar, midterste halvdel, median. Hver rad har sin skala")), (diamond, _("skiller seg ut")))
        )
        way = {"numeric": True, "folds": True}
        self.grid = Grid(
            GridParts(
                _("Svarene samlet"),
                (
                    Column(_("Steg"), 3, 170),
                    Column(_("Papir, minutter"), 4, 120),
                    Column(_("Fra–til"), 0, 70, **way),
                    Column(_("Median"), 0, 66, numeric=True),
                    Column(_("Digitalt, minutter"), 4, 120),
                    Column(_("Fra–til"), 0, 70, **way),
                    Column(_("Median"), 0, 66, numeric=True),
                    Column(_("I planen nå"), 0, 100, numeric=True),
                ),
                signs=False,
                chevrons=False,
            )
        )
        self.grid.acted.connect(self._decide)
        self.track(self.grid)
        self.difference = short_label("", Look.HELP)
        self.take = button(_("Bruk medianene"), Look.SECONDARY, self._take_medians)
        holder = QWidget()
        lines = column(8)
        lines.addLayout(row(self.count, self.see_each, None, legend))
        lines.addWidget(self.grid, 1)
        lines.addLayout(row(self.difference, None, self.take))
        holder.setLayout(lines)
        return holder

    # -------------------------------------------------------------------------------------------------------- showing

    def show(self, figures: Figures) -> None:
        """Show the answers, what must be decided, and where the plan has other minutes than the answers."""
        mapping = figures.plan.mapping
        views = {self.no_steps: not mapping.steps, self.empty: not mapping.responses}
        first = next((view for view, wanted in views.items() if wanted), None)
        if first is not None or self.stack.currentWidget() in views:
            self.stack.setCurrentIndex(self.stack.indexOf(first) if first is not None else 2)
        for one in self.tools:
            one.setVisible(first is None)
        count = len(mapping.responses)
        set_text(self.count, ngettext("{count} skjema er inne", "{count} skjemaer er inne", count).format(count=count))
        self.grid.show_rows(answer_rows(figures))
        self.grid.setMaximumHeight(self.grid.whole_height())
        differing = [found for found in figures.estimates if found.differs]
        told = _("Planen har andre minutter enn medianen i: {steps}.").format(
            steps=", ".join(dict.fromkeys(found.step.name or _("Steg uten navn") for found in differing))
        )
        set_text(self.difference, told if differing else "")
        self.take.setVisible(bool(differing))
        self.each.show_plan(figures)

    @property
    def has_act(self) -> bool:
        """Whether the first useful act is offered, because nothing has come back yet."""
        return self.stack.currentWidget() in (self.no_steps, self.empty)

    def focus(self, address: Address) -> bool:
        """Come to what must be decided among all answers, and to a number in the form that it stands in."""
        if address[:2] != RESPONSES or not self.desk.figures.plan.mapping.responses:
            return False
        if address[-1] in KEEPS.values() and self.grid.row_at(address) is not None:
            self._show_all()
            return self.grid.focus(address)
        self._show_each()
        return self.each.focus(address) or len(address) == len(RESPONSES)

    def _show_all(self) -> None:
        self.stack.setCurrentIndex(2)
        self.widget.walked.emit()

    def _show_each(self) -> None:
        self.stack.setCurrentWidget(self.each)
        self.each.show_plan(self.desk.figures)
        self.widget.walked.emit()

    # ----------------------------------------------------------------------------------------------------------- acts

    def _decide(self, row_id: str, act: str) -> None:
        found = next(one for one in self.grid.rows_model.rows if one.row_id == row_id)
        self.desk.session.edit(Set(found.address, act == KEEP))

    def _take_medians(self) -> None:
        found = self.desk.figures.estimates
        edits = [Set(estimate.address, estimate.median) for estimate in found if estimate.differs]
        self.desk.session.edit(*edits, label=_("Medianer fra skjemaene"))

    def _new_response(self) -> None:
        session = self.desk.session
        name = _("Papirskjema {count}").format(count=len(session.plan.mapping.responses) + 1)
        row_id = session.new_row_id()
        session.edit(Insert(RESPONSES, FormResponse(id=row_id, label=name, read_on=session.now().date())))
        self.show(self.desk.figures)
        self._show_each()
        self.each.open(row_id)

    def _ask_files(self) -> None:
        paths = ask_open_many(self.widget, _("Velg de utfylte skjemaene"), ".xlsx")
        if paths:
            self.fetch_forms(paths)

    def fetch_forms(self, paths: Sequence[Path]) -> None:
        """Read filled forms in the background and take them into the plan, all or none."""
        session = self.desk.session
        plan, content, today = session.plan, session.content, session.now().date()
        new_id = session.new_row_id

        def work() -> staff_forms.Gathered:
            files = [(path.name, read_bytes(path)) for path in paths]
            return staff_forms.gather(files, plan, content, new_id, today)

        self.files.read(work, self._take)

    def _take(self, result: staff_forms.Gathered) -> Said:
        """Take the forms into the plan, and return what to say of them."""
        edits = staff_forms.edits(result, self.desk.session.plan)
        if edits:
            self.desk.session.edit(*edits, label=_("Skjemaer fra ansatte"))
        count = len(edits)
        title = ngettext("{count} skjema er hentet", "{count} skjemaer er hentet", count).format(count=count)
        lines = list(result.notes)
        if result.repeated:
            lines.append(_("Allerede hentet: {names}.").format(names=", ".join(result.repeated)))
        return title, "\n".join(lines), ToneName.SUCCESS if count else ToneName.WARNING
