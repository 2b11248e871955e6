"""What staff say about time: forms out, filled forms back, and only what stands out shown for a decision."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import staff_forms
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.model import formatting
from digisos_wizard.model.address import Address, resolve, written
from digisos_wizard.model.edits import Insert, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import FormResponse
from digisos_wizard.model.rules.mapping.estimates import DIGITAL, PAPER, Estimate, of_step
from digisos_wizard.ui.cards.exchange import Exchange, Said
from digisos_wizard.ui.dialogs import ask_open_many
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.entry_grid import EntryGrid, GridModel, GridRow
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import RecordTable, TableParts
from digisos_wizard.ui.widgets.look.basics import Card, ToneName, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

RESPONSES = ("mapping", "responses")


class StaffAnswersCard(Card):
    """Forms out and back, the answers merged per step, and a grid for what came on paper."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Svar fra de ansatte"),
            _(
                "La alle anslå tiden hver for seg. Medianen av svarene blir tiden i planen. Spredningen er der den "
                "midterste halvdelen av svarene ligger. Navn er ikke nødvendig."
            ),
        )
        self._desk = page.desk
        self._page = page
        self.told = Exchange(page)
        self._buttons()
        self.add(self.told)
        self._tables(page)
        self._grid()

    def _buttons(self) -> None:
        self.excel = button(_("Lag Excel-skjema …"), Look.SECONDARY, partial(self.told.save, "staff-form"))
        self.paper = button(_("Lag papirskjema …"), Look.SECONDARY, partial(self.told.save, "staff-form-paper"))
        self.fetch = button(_("Hent utfylte skjemaer …"), Look.PRIMARY, self._ask_files)
        self.type = button(_("Skriv inn fra papir"), Look.SECONDARY, self._new_response)
        self.add(flow(self.excel, self.paper))
        self.add(flow(self.fetch, self.type))
        self.no_steps = label(_("Legg inn stegene i arbeidsprosessen først. Skjemaet lages av dem."), Look.HELP)
        self.add(self.no_steps)

    def _tables(self, page: Page) -> None:
        self.merged = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Svarene samlet"),
                    columns=(
                        Column(_("Steg"), 5),
                        Column(_("Papir"), 2, numeric=True),
                        Column(_("Spredning"), 3, numeric=True),
                        Column(_("Digitalt"), 2, numeric=True),
                        Column(_("Spredning"), 3, numeric=True),
                        Column(_("Svar"), 2, numeric=True),
                    ),
                    rows=merged_rows,
                ),
            )
        )
        self.take = button(_("Bruk medianene"), Look.SECONDARY, self._take_medians)
        self.take_help = label("", Look.HELP)
        self.odd = page.track(
            RecordTable(
                page.desk,
                TableParts(
                    name=_("Svar som skiller seg ut"),
                    columns=(
                        Column(_("Steg"), 5),
                        Column(_("Svar"), 2, numeric=True),
                        Column(_("Median"), 2, numeric=True),
                        Column(_("Skjema"), 3),
                        Column(_("Avgjort"), 3),
                    ),
                    rows=odd_rows,
                ),
            )
        )
        self.odd_title = label(_("Svar som skiller seg ut"), Look.SUBHEADING)
        self.keep = button(_("Behold svaret"), Look.SECONDARY, lambda: self._decide(keep=True))
        self.leave = button(_("Hold svaret utenfor"), Look.SECONDARY, lambda: self._decide(keep=False))
        for part in (self.merged, self.take_help, row(self.take, None), self.odd_title, self.odd):
            self.add(part)
        self.add(row(self.keep, self.leave, None, spacing=12))

    def _grid(self) -> None:
        self.responses_title = label(_("Skjemaene"), Look.SUBHEADING)
        self.responses = self._page.track(
            RecordTable(
                self._desk,
                TableParts(
                    name=_("Skjemaene"),
                    columns=(Column(_("Skjema"), 4), Column(_("Hentet"), 3), Column(_("Merknad"), 6)),
                    rows=response_rows,
                    removable=True,
                ),
            )
        )
        self.responses.chosen.connect(lambda _row: self.show_plan(self._desk.figures))
        titles = (_("Steg"), _("Papir, min"), _("Digitalt, min"))
        self.grid_title = label("", Look.LABEL)
        self.model = GridModel(titles, self._enter)
        self.grid = EntryGrid(_("Minutter i valgt skjema"), self.model)
        for part in (self.responses_title, self.responses, self.grid_title, self.grid):
            self.add(part)

    def show_plan(self, figures: Figures) -> None:
        """Show the answers, what must be decided, and the chosen form's own numbers."""
        answered = bool(figures.plan.mapping.responses)
        steps = bool(figures.plan.mapping.steps)
        for tool in (self.excel, self.paper, self.fetch, self.type):
            tool.setEnabled(steps)
        self.no_steps.setVisible(not steps)
        differing = [found for found in figures.estimates if found.differs]
        words = _("Dere bruker andre minutter enn medianen i: {steps}.")
        set_text(self.take_help, words.format(steps=", ".join(dict.fromkeys(found.step.name for found in differing))))
        self.merged.setVisible(bool(figures.estimates))
        _show(bool(differing), self.take, self.take_help)
        odd = any(found.odd for found in figures.estimates)
        _show(odd, self.odd_title, self.odd, self.keep, self.leave)
        _show(answered, self.responses_title, self.responses, self.grid_title, self.grid)
        chosen = self._chosen()
        self.model.put(grid_rows(figures, chosen) if chosen is not None else ())
        self.grid.fit()
        if chosen is not None:
            name = chosen.label or _("Skjema uten navn")
            set_text(self.grid_title, _("Minutter i {name}. Enter går til neste steg.").format(name=name))

    def _chosen(self) -> FormResponse | None:
        found = self.responses.chosen_row
        responses = self._desk.figures.plan.mapping.responses
        return next((one for one in responses if found is not None and one.id == found.row_id), None)

    def _enter(self, address: Address, text: str) -> None:
        self._desk.session.enter(address, text)

    def _new_response(self) -> None:
        session = self._desk.session
        count = len(session.plan.mapping.responses) + 1
        row_id = session.new_row_id()
        name = _("Papirskjema {count}").format(count=count)
        session.edit(Insert(RESPONSES, FormResponse(id=row_id, label=name, read_on=session.now().date())))
        self.responses.show_plan(self._desk.figures)
        self.responses.choose(row_id)
        self.show_plan(self._desk.figures)
        first = self.model.index(0, 1)
        self.grid.setFocus()
        self.grid.setCurrentIndex(first)

    def _take_medians(self) -> None:
        found = self._desk.figures.estimates
        edits = [Set(estimate.address, estimate.median) for estimate in found if estimate.differs]
        self._desk.session.edit(*edits, label=_("Medianer fra skjemaene"))

    def _decide(self, *, keep: bool) -> None:
        chosen = self.odd.chosen_row
        if chosen is None:
            return
        self._desk.session.edit(Set(chosen.address, keep))

    def _ask_files(self) -> None:
        paths = ask_open_many(self, _("Velg de utfylte skjemaene"), ".xlsx")
        if paths:
            self.fetch_forms(paths)

    def fetch_forms(self, paths: Sequence[Path]) -> None:
        """Read filled forms in the background and take them into the plan, all or none."""
        session = self._desk.session
        plan, content, today = session.plan, session.content, session.now().date()
        new_id = session.new_row_id

        def work() -> staff_forms.Gathered:
            files = [(path.name, read_bytes(path)) for path in paths]
            return staff_forms.gather(files, plan, content, new_id, today)

        self.told.read(work, self._take)

    def _take(self, result: staff_forms.Gathered) -> Said:
        """Take the forms into the plan, and return what to say of them."""
        edits = staff_forms.edits(result, self._desk.session.plan)
        if edits:
            self._desk.session.edit(*edits, label=_("Skjemaer fra ansatte"))
        count = len(edits)
        title = ngettext("{count} skjema er hentet", "{count} skjemaer er hentet", count).format(count=count)
        lines = list(result.notes)
        if result.repeated:
            lines.append(_("Allerede hentet: {names}.").format(names=", ".join(result.repeated)))
        return title, "\n".join(lines), ToneName.SUCCESS if count else ToneName.WARNING


def merged_rows(figures: Figures) -> Sequence[RowView]:
    """Return a row for every step that somebody has answered."""
    rows = []
    for step in figures.plan.mapping.steps:
        paper, digital = (of_step(figures.estimates, step, field) for field in (PAPER, DIGITAL))
        if paper is not None or digital is not None:
            count = max(len(found.answers) for found in (paper, digital) if found is not None)
            texts = (*_median(paper), *_median(digital), str(count))
            rows.append(RowView(step.id, ("mapping", "steps", step.id), (step.name or _("Steg uten navn"), *texts)))
    return rows


def _median(estimate: Estimate | None) -> tuple[str, str]:
    if estimate is None or estimate.median is None:
        return "–", "–"
    spread = "–"
    if estimate.low is not None and estimate.high is not None:
        spread = f"{formatting.number(estimate.low)}–{formatting.number(estimate.high)}"
    return formatting.number(estimate.median), spread


def odd_rows(figures: Figures) -> Sequence[RowView]:
    """Return every answer that stands out, with what has been decided about it."""
    words = {None: _("Ikke avgjort"), True: _("Beholdt"), False: _("Holdt utenfor")}
    rows = []
    for estimate in figures.estimates:
        way = _("papir") if estimate.field == PAPER else _("digitalt")
        middle = formatting.number(estimate.median) if estimate.median is not None else "–"
        for answer in estimate.odd:
            name = ", ".join((estimate.step.name or _("Steg uten navn"), way))
            form = answer.response.label or _("Skjema uten navn")
            cells = (name, formatting.number(answer.value), middle, form, words[answer.keep])
            rows.append(RowView(written(answer.address), answer.address, cells))
    return rows


def response_rows(figures: Figures) -> Sequence[RowView]:
    """Return the forms that have been read or typed."""
    return [
        RowView(
            response.id,
            (*RESPONSES, response.id),
            (
                response.label or _("Skjema uten navn"),
                formatting.day(response.read_on) if response.read_on else "–",
                response.comment,
            ),
        )
        for response in figures.plan.mapping.responses
    ]


def grid_rows(figures: Figures, response: FormResponse) -> Sequence[GridRow]:
    """Return the steps with the chosen form's numbers, as typed where they can't be read."""
    drafts = {draft.id: draft.text for draft in figures.document.drafts}
    rows = []
    for step in figures.plan.mapping.steps:
        places = tuple((*RESPONSES, response.id, "rows", step.id, field) for field in (PAPER, DIGITAL))
        texts, wrong = [], []
        for place in places:
            value = resolve(figures.plan, place)
            draft = drafts.get(written(place))
            texts.append(draft if draft is not None else "" if value is None else formatting.number(value))  # type: ignore[arg-type] # minutes are numbers
            wrong.append(draft is not None)
        rows.append(GridRow(step.name or _("Steg uten navn"), places, tuple(texts), tuple(wrong)))
    return rows


def _show(wanted: bool, *parts: QWidget) -> None:
    for part in parts:
        part.setVisible(wanted)
