"""Personvern: the DPIA part by part, risks of both kinds, and each controller's conclusion."""

from collections.abc import Sequence

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.content import RiskSpec
from digisos_wizard.model.edits import Edit, Insert, Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.privacy import DpiaPart, Risk, RiskMeasure
from digisos_wizard.model.terms import ReviewState, RiskKind, TaskState
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.basics import Card, button, label, row, set_text
from digisos_wizard.ui.parts.picker import Picker
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.theme import Look

PARTS = ("privacy", "parts")
RISKS = ("privacy", "risks")
PART_STATES = {
    ReviewState.DRAFT: TaskState.OPEN,
    ReviewState.FOR_REVIEW: TaskState.IN_PROGRESS,
    ReviewState.SENT_BACK: TaskState.IN_PROGRESS,
    ReviewState.APPROVED: TaskState.DONE,
}


class PrivacyPage(Page):
    """Description, risks, measures, conclusions."""

    key = StepKey.PRIVACY

    def build(self) -> None:
        """Make the page's parts."""
        self.add(self.missing)
        self._build_parts()
        self._build_risks()
        self._build_conclusions()

    def _build_parts(self) -> None:
        card = Card(
            _("Personvernkonsekvensvurdering (DPIA)"),
            _("Skriv aldri opplysninger om enkeltpersoner som søker. Planen skal kunne deles."),
        )
        self.parts = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Delene i vurderingen"),
                    columns=(Column(_("Del"), 5), Column(_("Status"), 2)),
                    rows=_part_rows,
                ),
                (("text",), ("state",), ("comment",)),
                base=(*PARTS, "*"),
            )
        )
        self.question = label("")
        self.suggest = button(_("Sett inn startforslaget"), Look.SECONDARY, self._suggest)
        self.parts.detail.body.insertWidget(1, self.question)
        self.parts.detail.body.insertLayout(2, row(self.suggest, None))
        self.parts.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.parts)
        self.add(card)

    def _build_risks(self) -> None:
        card = Card(
            _("Risikoer"),
            _("DPIA ser på skade for den registrerte. ROS ser på konfidensialitet, integritet og tilgjengelighet."),
        )
        self.picker = Picker(_("Risikoer å velge fra (startforslag – må vurderes)"), _("Legg til"), self._pick)
        card.add(self.picker)
        self.risks = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Risikoer"),
                    columns=(
                        Column(_("Risiko"), 6),
                        Column(_("Type"), 2),
                        Column(_("Nå"), 1, numeric=True),
                        Column(_("Etter tiltak"), 2, numeric=True),
                    ),
                    rows=_risk_rows,
                    empty=_("Ingen risikoer er vurdert ennå. Velg fra listen over, eller legg til deres egne."),
                    adding=(Adding(_("Legg til egen risiko"), new_row(self.desk.session, lambda: RISKS, Risk)),),
                    removable=True,
                    movable=True,
                ),
                (
                    ("title",),
                    ("kind", "aspect"),
                    ("cause",),
                    ("effect",),
                    ("likelihood", "consequence"),
                    ("existing_measures",),
                    ("residual_likelihood", "residual_consequence"),
                    ("residual_reason",),
                    ("accepted",),
                    ("acceptance_reason",),
                ),
                base=(*RISKS, "*"),
            )
        )
        self.measures = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Tiltak mot valgt risiko"),
                    columns=(Column(_("Tiltak"), 5), Column(_("Ansvarlig"), 3), Column(_("Frist"), 2)),
                    rows=self._measure_rows,
                    empty=_("Ingen tiltak ennå."),
                    adding=(
                        Adding(_("Legg til tiltak"), new_row(self.desk.session, self._measure_place, RiskMeasure)),
                    ),
                    removable=True,
                ),
                (("text",), ("owner", "deadline"), ("state",)),
                base=(*RISKS, "*", "measures", "*"),
            )
        )
        self.risks.chosen.connect(lambda _row: self.measures.show_plan(self.desk.figures))
        self.measures_heading = label(_("Tiltak mot valgt risiko"), Look.SUBHEADING)
        card.add(self.risks)
        card.add(self.measures_heading)
        card.add(self.measures)
        card.add(self.form(("privacy",), (("acceptance_limit",),)))
        self.add(card)

    def _build_conclusions(self) -> None:
        dpia = Card(
            _("Råd og konklusjon: DPIA"),
            _("Personvernombudet gir råd. Ledelsen hos den behandlingsansvarlige konkluderer."),
        )
        dpia.add(
            self.shared_form(
                ("privacy", "dpia"),
                (
                    ("officer", "advised_on"),
                    ("advice",),
                    ("followed",),
                    ("deviation_reason",),
                    ("views_of_registered",),
                    ("conclusion",),
                    ("decided_by", "decided_on"),
                    ("prior_consultation",),
                    ("consultation_sent_on", "revise_on"),
                ),
                subject=_("DPIA"),
            )
        )
        self.add(dpia)
        ros = Card(_("Konklusjon: ROS-analyse"))
        lines = (("conclusion",), ("decided_by", "decided_on"), ("revise_on",))
        ros.add(self.shared_form(("privacy", "ros"), lines, subject=_("ROS")))
        self.add(ros)

    def show(self, figures: Figures) -> None:
        """Show the question of the chosen part, and risks not yet picked."""
        chosen = self.parts.chosen_row
        spec = next(
            (part for part in figures.content.dpia_parts if chosen is not None and part.id == chosen.row_id), None
        )
        if spec is not None:
            set_text(self.question, spec.question)
            part = resolve(figures.plan, (*PARTS, spec.id))
            self.suggest.setVisible(bool(spec.suggestion) and isinstance(part, DpiaPart) and not part.text)
        picked = {risk.catalogue_id for risk in figures.plan.privacy.risks}
        self.picker.offer(
            [
                (risk.id, f"{risk.kind.value.upper()}: {risk.title}")
                for risk in figures.content.risks
                if risk.id not in picked
            ]
        )
        has_risk = self.risks.chosen_row is not None
        self.measures.setVisible(has_risk)
        self.measures_heading.setVisible(has_risk)

    def _suggest(self) -> None:
        chosen = self.parts.chosen_row
        spec = next(
            (part for part in self.desk.content.dpia_parts if chosen is not None and part.id == chosen.row_id), None
        )
        if spec is not None:
            self.desk.session.edit(Set((*PARTS, spec.id, "text"), spec.suggestion))

    def _pick(self, risk_id: str) -> None:
        spec = next(risk for risk in self.desk.content.risks if risk.id == risk_id)
        row_id = self.desk.session.new_row_id()
        self.desk.session.edit(
            *picked_risk(spec, row_id, [self.desk.session.new_row_id() for _measure in spec.measures])
        )
        self.risks.show_plan(self.desk.figures)
        self.risks.choose(row_id)

    def _measure_place(self) -> Address:
        chosen = self.risks.chosen_row
        return (*RISKS, chosen.row_id if chosen else "*", "measures")

    def _measure_rows(self, figures: Figures) -> list[RowView]:
        chosen = self.risks.chosen_row
        risk = next(
            (risk for risk in figures.plan.privacy.risks if chosen is not None and risk.id == chosen.row_id), None
        )
        if risk is None:
            return []
        table = (*RISKS, risk.id, "measures")
        return [
            RowView(
                item.id, (*table, item.id), cells(figures, (*table, item.id), "text", "owner", "deadline"), item.state
            )
            for item in risk.measures
        ]


def picked_risk(spec: RiskSpec, row_id: str, measure_ids: Sequence[str]) -> Sequence[Edit]:
    """Return the edits that put a risk of the catalogue into the plan, with its suggested measures."""
    measures = tuple(RiskMeasure(id=new_id, text=text) for new_id, text in zip(measure_ids, spec.measures, strict=True))
    risk = Risk(
        id=row_id,
        catalogue_id=spec.id,
        kind=spec.kind,
        title=spec.title,
        cause=spec.cause,
        effect=spec.effect,
        aspect=spec.aspect,
        measures=measures,
    )
    return [Insert(RISKS, risk)]


def _part_rows(figures: Figures) -> list[RowView]:
    rows = []
    for spec in figures.content.dpia_parts:
        address = (*PARTS, spec.id)
        part = resolve(figures.plan, address)
        if isinstance(part, DpiaPart):
            begun = bool(part.text) or part.state is not ReviewState.DRAFT
            words = figures.content.option_label("ReviewState", part.state.value) if begun else _("Ikke startet")
            state = TaskState.IN_PROGRESS if begun and part.state is ReviewState.DRAFT else PART_STATES[part.state]
            rows.append(RowView(spec.id, address, (spec.title, words), state))
    return rows


def _risk_rows(figures: Figures) -> list[RowView]:
    rows = []
    for risk in figures.plan.privacy.risks:
        now = _product(risk.likelihood, risk.consequence)
        after = _product(risk.residual_likelihood, risk.residual_consequence)
        kind = "DPIA" if risk.kind is RiskKind.DPIA else "ROS"
        rows.append(RowView(risk.id, (*RISKS, risk.id), (risk.title or _("Risiko uten navn"), kind, now, after)))
    return rows


def _product(likelihood: int | None, consequence: int | None) -> str:
    return "–" if likelihood is None or consequence is None else str(likelihood * consequence)
