"""Personvern: the DPIA part by part, risks of both kinds, and each controller's conclusion."""

from collections.abc import Sequence

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve
from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.forms import privacy_form
from digisos_wizard.model.privacy import DpiaPart, Risk, RiskMeasure
from digisos_wizard.model.rules.privacy.risks import STEPS, kind_name, scale_word
from digisos_wizard.model.rules.privacy.risks import cells as cells_of
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.ui.form.choices import RadioControl
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.picker import Picker
from digisos_wizard.ui.parts.risk_map import RiskMap
from digisos_wizard.ui.parts.rows import cells, new_row
from digisos_wizard.ui.parts.rows_view import Column, RowView
from digisos_wizard.ui.parts.table import Adding, RecordTable, TableParts
from digisos_wizard.ui.shown.privacy import (
    PARTS,
    RISKS,
    action_rows,
    flow_rows,
    part_rows,
    picked_risk,
    risk_rows,
    scale_rows,
)
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class PrivacyPage(Page):
    """Description, risks, measures, conclusions."""

    key = StepKey.PRIVACY

    def build(self) -> None:
        """Make the page's parts."""
        self.add(self.missing)
        self._build_parts()
        self._build_risks()
        self._build_maps()
        self._build_action_plan()
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
                    rows=part_rows,
                ),
                privacy_form.PARTS,
            )
        )
        self.question = label("")
        self.suggest = button(_("Sett inn startforslaget"), Look.SECONDARY, self._suggest)
        self.parts.detail.body.insertWidget(1, self.question)
        self.parts.detail.body.insertLayout(2, row(self.suggest, None))
        self.parts.chosen.connect(lambda _row: self.show(self.desk.figures))
        card.add(self.parts)
        self.add(card)
        flow = Card(
            _("Veien opplysningene går"),
            _("Hver vei har en som svarer for den. Kontroller det mot deres egne avtaler."),
        )
        self.flow = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Veien opplysningene går"),
                    columns=(
                        Column(_("Fra"), 3),
                        Column(_("Til"), 3),
                        Column(_("Hva"), 4),
                        Column(_("Hvem svarer for det"), 5),
                    ),
                    rows=flow_rows,
                ),
            )
        )
        flow.add(self.flow)
        self.add(flow)

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
                    rows=risk_rows,
                    empty=_("Ingen risikoer er vurdert ennå. Velg fra listen over, eller legg til deres egne."),
                    adding=(Adding(_("Legg til egen risiko"), new_row(self.desk.session, lambda: RISKS, Risk)),),
                    removable=True,
                    movable=True,
                ),
                privacy_form.RISKS,
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
                privacy_form.MEASURES,
            )
        )
        self.risks.chosen.connect(lambda _row: self.measures.show_plan(self.desk.figures))
        self.measures_heading = label(_("Tiltak mot valgt risiko"), Look.SUBHEADING)
        card.add(self.risks)
        card.add(self.measures_heading)
        card.add(self.measures)
        self.add(card)

    def _build_maps(self) -> None:
        card = Card(
            _("Risikokart"),
            _("Velg en rute for å se risikoene i den. Stiplet kant: over akseptgrensen. Dobbel kant: høy."),
        )
        self.kind = RadioControl([(kind.value, kind_name(kind)) for kind in RiskKind])
        self.kind.widget.setAccessibleName(_("Hvilke risikoer kartet viser"))
        self.kind.set_text(RiskKind.DPIA.value)
        self.kind.edited.connect(lambda _value: self._show_maps(self.desk.figures))
        card.add(self.kind.widget)
        self.before = RiskMap(_("Nå"), self._open_cell)
        self.after = RiskMap(_("Etter tiltak"), self._open_cell)
        card.add(row(self.before, self.after, spacing=24))
        self.in_cell = label("")
        card.add(self.in_cell)
        card.add(self.form(privacy_form.LIMIT))
        self.scale = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Ordene på skalaen"),
                    columns=(Column(_("Trinn"), 3), Column(_("Ord"), 4), Column(_("Det betyr"), 6)),
                    rows=scale_rows,
                ),
                privacy_form.SCALE,
            )
        )
        card.add(label(_("Ordene på skalaen"), Look.SUBHEADING))
        card.add(self.scale)
        self.add(card)

    def _show_maps(self, figures: Figures) -> None:
        kind = RiskKind(self.kind.text())
        words = [
            [scale_word(figures.plan, figures.content, scale, step) for step in STEPS]
            for scale in ("likelihood", "consequence")
        ]
        self.before.show_cells(cells_of(figures.plan, figures.content, kind), *words)
        self.after.show_cells(cells_of(figures.plan, figures.content, kind, after=True), *words)

    def _open_cell(self, risks: Sequence[str]) -> None:
        here = [risk for risk in self.desk.session.plan.privacy.risks if risk.id in risks]
        titles = [risk.title or _("Risiko uten navn") for risk in here]
        set_text(self.in_cell, "\n".join(f"– {title}" for title in titles) or _("Ingen risikoer her."))
        if risks:
            self.risks.choose(risks[0])

    def _build_action_plan(self) -> None:
        self.actions_card = Card(
            _("Tiltaksplan"), _("Alle tiltakene mot DPIA- og ROS-risikoer, den nærmeste fristen først.")
        )
        self.actions = self.track(
            RecordTable(
                self.desk,
                TableParts(
                    name=_("Tiltaksplan"),
                    columns=(
                        Column(_("Tiltak"), 5),
                        Column(_("Risiko"), 4),
                        Column(_("Ansvarlig"), 3),
                        Column(_("Frist"), 3),
                    ),
                    rows=action_rows,
                ),
                privacy_form.ACTION_PLAN,
            )
        )
        self.actions_card.add(self.actions)
        self.add(self.actions_card)

    def _build_conclusions(self) -> None:
        dpia = Card(
            _("Råd og konklusjon: DPIA"),
            _("Personvernombudet gir råd. Ledelsen hos den behandlingsansvarlige konkluderer."),
        )
        dpia.add(self.shared_form(privacy_form.DPIA, subject=_("DPIA")))
        self.add(dpia)
        ros = Card(_("Konklusjon: ROS-analyse"))
        ros.add(self.shared_form(privacy_form.ROS, subject=_("ROS")))
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
                (risk.id, f"{kind_name(risk.kind)}: {risk.title}")
                for risk in figures.content.risks
                if risk.id not in picked
            ]
        )
        has_risk = self.risks.chosen_row is not None
        self.measures.setVisible(has_risk)
        self.measures_heading.setVisible(has_risk)
        self._show_maps(figures)
        self.actions_card.setVisible(bool(self.actions.model.rows))

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
