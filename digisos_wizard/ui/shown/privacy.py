"""What the privacy page shows: parts, risks, the words of the scale, and the plan of measures."""

from collections.abc import Sequence

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.address import resolve
from digisos_wizard.model.content import RiskSpec
from digisos_wizard.model.display import person_name
from digisos_wizard.model.edits import Edit, Insert
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.privacy import DpiaPart, Risk, RiskMeasure
from digisos_wizard.model.rules.privacy.risks import STEPS, actions, kind_name, scale_word
from digisos_wizard.model.terms import ReviewState, TaskState
from digisos_wizard.ui.parts.rows_view import RowView

PARTS = ("privacy", "parts")
RISKS = ("privacy", "risks")
PART_STATES = {
    ReviewState.DRAFT: TaskState.OPEN,
    ReviewState.FOR_REVIEW: TaskState.IN_PROGRESS,
    ReviewState.SENT_BACK: TaskState.IN_PROGRESS,
    ReviewState.APPROVED: TaskState.DONE,
}
SCALE = ("privacy", "scale")


def scale_rows(figures: Figures) -> list[RowView]:
    """Return the steps of both scales, with the office's own words where it has some."""
    names = {"likelihood": _("Sannsynlighet {step}"), "consequence": _("Konsekvens {step}")}
    helps = {step.id: step.help for step in figures.content.scales}
    rows = []
    for scale, words in names.items():
        for step in STEPS:
            key = f"{scale}.{step}"
            own = scale_word(figures.plan, figures.content, scale, step)
            rows.append(RowView(key, (*SCALE, key), (words.format(step=step), own, helps.get(key, ""))))
    return rows


def action_rows(figures: Figures) -> list[RowView]:
    """Return the measures of all risks."""
    rows = []
    for action in actions(figures.plan, figures.today):
        deadline = formatting.day(action.measure.deadline) if action.measure.deadline else ""
        if action.late:
            deadline = _("{day}, forfalt").format(day=deadline)
        owner = person_name(figures.plan, action.measure.owner) or _("Mangler")
        cells = (action.measure.text or _("Uten tekst"), action.risk.title, owner, deadline)
        rows.append(RowView(f"{action.risk.id}/{action.measure.id}", action.address, cells, action.measure.state))
    return rows


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


def part_rows(figures: Figures) -> list[RowView]:
    """Return the parts of the DPIA with how far each has come."""
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


def risk_rows(figures: Figures) -> list[RowView]:
    """Return the risks with how high they are, before and after measures."""
    rows = []
    for risk in figures.plan.privacy.risks:
        now = _product(risk.likelihood, risk.consequence)
        after = _product(risk.residual_likelihood, risk.residual_consequence)
        words = (risk.title or _("Risiko uten navn"), kind_name(risk.kind), now, after)
        rows.append(RowView(risk.id, (*RISKS, risk.id), words))
    return rows


def _product(likelihood: int | None, consequence: int | None) -> str:
    return "–" if likelihood is None or consequence is None else str(likelihood * consequence)


def flow_rows(figures: Figures) -> list[RowView]:
    """Return the ways that personal data take, with who answers for each."""
    rows = []
    for path in figures.content.data_flow:
        sources = ", ".join(figures.content.source_label(source) for source in path.sources)
        cells = (path.start, path.end, path.what, f"{path.responsible}, {path.role}")
        rows.append(RowView(path.id, PARTS, cells, tip=sources))
    return rows
