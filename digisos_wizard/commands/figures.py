"""`figures`: every computed figure as JSON, with keys that stay."""

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from digisos_wizard.i18n import _
from digisos_wizard.model.address import written
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.readiness import ready
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.checklist.signed_content import open_lines
from digisos_wizard.model.rules.costs.result import ZERO, Total
from digisos_wizard.model.rules.people.workload import hours_by_person, roles_by_person
from digisos_wizard.model.rules.privacy.risks import acceptance_limit, level_of, scored, unhandled
from digisos_wizard.model.terms import Invoicer, SignOffPhase

from .arguments import Parser
from .figures_commitments import commitments
from .figures_keys import epilog
from .verb import DONE, Verb, figures_of

Json = dict[str, object]


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar=_("PLAN"), help=_("planfilen"))


def run(options: Namespace) -> int:
    """Print the figures."""
    print(json.dumps(everything(figures_of(options.plan, options)), ensure_ascii=False, indent=2))
    return DONE


def everything(figures: Figures) -> Json:
    """Return every figure as plain JSON data; money and hours are decimal strings, days are ISO 8601."""
    plan = figures.plan
    hours = hours_by_person(plan)
    return {
        "plan": {"id": plan.about.plan_id, "name": plan.about.name, "office": plan.decision.office},
        "today": figures.today.isoformat(),
        "costs": _costs(figures),
        "sensitivity": [
            {
                "factor": swing.factor.value,
                **{name: _total(getattr(swing, name)) for name in ("low", "planned", "high")},
            }
            for swing in figures.sensitivity
        ],
        "workload": [
            {"person": person.id, "roles": roles_by_person(plan)[person.id], "hours": _plain(hours.get(person.id))}
            for person in plan.people.persons
        ],
        "risks": [_risk(figures, risk) for risk in plan.privacy.risks],
        "benefits": _benefits(figures),
        "measuring": _measuring(figures),
        "estimates": _estimates(figures),
        "schedule": _schedule(figures),
        "agreements": [
            {
                "id": cell.row_id,
                "agreement": cell.spec.id,
                "municipality": cell.municipality,
                "required": cell.required,
                "need": cell.need.value,
                "rule": cell.rule,
                "state": cell.state.value,
                "due": _plain(cell.due),
                "overdue": cell.overdue,
            }
            for cell in figures.agreements
        ],
        "checklist": [
            {
                "id": row.row_id,
                "municipality": row.municipality,
                "state": row.state.value,
                "contradicts": row.contradicts,
            }
            for row in figures.checklist
        ],
        "commitments": commitments(figures),
        "readiness": {phase.value: _readiness(figures, phase) for phase in SignOffPhase},
        "progress": [
            {"step": step.step.value, "state": step.state.value, "missing": step.missing, "words": step.words}
            for step in figures.progress
        ],
        "findings": [
            {
                "rule": found.rule,
                "step": found.step.value,
                "severity": found.severity.name.lower(),
                "address": written(found.address),
                "message": found.message,
            }
            for found in figures.findings
        ],
    }


def _risk(figures: Figures, risk: Risk) -> Json:
    limit = acceptance_limit(figures.plan, figures.content)
    now, after = scored(risk), scored(risk, after=True)
    return {
        "id": risk.id,
        "kind": risk.kind.value,
        "title": risk.title,
        "now": now[0] * now[1] if now else None,
        "after": after[0] * after[1] if after else None,
        "level": level_of(now[0] * now[1], limit).value if now else None,
        "unhandled": unhandled(risk, limit),
    }


def _costs(figures: Figures) -> Json:
    costs = figures.costs
    years = range(costs.years)
    return {
        "first_year": costs.first_year,
        "years": costs.years,
        "months_first_year": costs.months_first_year,
        "total": _total(costs.total()),
        "by_invoicer": {who.value: _total(costs.total(invoicer=who)) for who in Invoicer},
        "by_year": {str(costs.first_year + year): _total(costs.total(year_index=year)) for year in years},
        "by_municipality": [
            {
                "id": place.id,
                "name": place.name,
                "members": list(place.members),
                "own_work": _plain(sum((work.net for work in costs.own_work if work.municipality == place.id), ZERO)),
                "total": _total(costs.total(municipality=place.id)),
                "by_invoicer": {
                    who.value: {
                        "total": _total(costs.total(municipality=place.id, invoicer=who)),
                        "by_year": {
                            str(costs.first_year + year): _total(
                                costs.total(municipality=place.id, invoicer=who, year_index=year)
                            )
                            for year in years
                        },
                    }
                    for who in Invoicer
                },
                "by_year": {
                    str(costs.first_year + year): _total(costs.total(municipality=place.id, year_index=year))
                    for year in years
                },
            }
            for place in costs.payers
        ],
        "own_work": _plain(costs.own_work_net),
        "left_out": [
            {"municipality": one.municipality, "kind": one.kind.value, "reason": one.reason} for one in costs.left_out
        ],
        "late": list(costs.late),
        "lines": [
            {
                "municipality": line.municipality,
                "kind": line.kind.value,
                "label": line.label,
                "invoicer": line.invoicer.value,
                "timing": line.timing.value,
                "year": line.year,
                "net": _plain(line.net),
                "vat": _plain(line.vat),
                "formula": line.formula,
                "sum": _plain(line.sum),
            }
            for line in costs.lines
        ],
    }


def _total(total: Total) -> Json:
    return {"net": _plain(total.net), "gross": _plain(total.gross), "complete": total.complete}


def _benefits(figures: Figures) -> Json:
    result = figures.benefits
    return {
        "first_year": result.first_year,
        "years": result.years,
        "complete": result.complete,
        "full_effect_hours": _plain(result.full_effect_hours),
        "uncounted_hours": _plain(result.uncounted_hours),
        "net_present_value": _plain(result.net_present_value),
        "payback_month": result.payback_month,
        "by_year": [_plain(asdict(row)) for row in result.rows],
        "by_benefit": [
            {
                "id": benefit.id,
                "number": benefit.number,
                "title": benefit.title,
                "years": [
                    {
                        "year": result.first_year + row.year_index,
                        "hours": _plain(row.hours),
                        "counted": _plain(row.counted),
                        "part": _plain(row.part),
                    }
                    for row in result.of(benefit.id)
                ],
            }
            for benefit in figures.plan.benefits.items
        ],
        "outcomes": [
            {
                "outlook": outcome.outlook.value,
                "net": _plain(outcome.rows[-1].cumulative),
                "net_present_value": _plain(outcome.net_present_value),
                "payback_month": outcome.payback_month,
            }
            for outcome in figures.outcomes
        ],
        "tornado": [_plain(asdict(effect)) for effect in figures.tornado],
    }


def _measuring(figures: Figures) -> Json:
    return {
        "points": [{"id": point.spec.id, "day": _plain(point.day)} for point in figures.measuring_points],
        "statuses": [
            {
                "id": status.benefit.id,
                "number": status.benefit.number,
                "baseline": _plain(status.baseline),
                "target": _plain(status.benefit.target),
                "value": _plain(status.last.value if status.last else None),
                "measured_on": _plain(status.last.measured_on if status.last else None),
                "deviation": _plain(status.deviation),
                "achieved": _plain(status.achieved),
                "used": _plain(status.used),
                "verdict": status.verdict.value,
            }
            for status in figures.statuses
        ],
    }


def _estimates(figures: Figures) -> list[Json]:
    return [
        {
            "step": found.step.id,
            "field": found.field,
            "answers": len(found.answers),
            "median": _plain(found.median),
            "low": _plain(found.low),
            "high": _plain(found.high),
            "odd": [_plain(answer.value) for answer in found.odd],
        }
        for found in figures.estimates
    ]


def _schedule(figures: Figures) -> Json:
    schedule = figures.schedule
    return {
        "day": _plain(schedule.day),
        "earliest_day": _plain(schedule.earliest_day),
        "soonest": _plain(schedule.soonest),
        "activities": [
            {
                "id": activity.row_id,
                "title": activity.title,
                "municipality": activity.municipality,
                "start": _plain(activity.start),
                "deadline": _plain(activity.due),
                "state": activity.state.value,
                "done_on": _plain(activity.done_on),
                "late": activity.late,
            }
            for activity in schedule.activities
        ],
    }


def _readiness(figures: Figures, phase: SignOffPhase) -> Json:
    answer = ready(figures, phase)
    return {
        "state": answer.state.value,
        "headline": answer.headline,
        "open_items": list(open_lines(figures.plan, figures.checklist, phase)),
        "actions": [
            {
                "rule": action.finding.rule,
                "message": action.finding.message,
                "owner": action.owner,
                "deadline": _plain(action.deadline),
            }
            for action in answer.actions
        ],
    }


def _plain(value: object) -> object:
    """Return a value as JSON holds it: exact decimals as text, never as binary fractions."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


VERB = Verb("figures", lambda: _("Skriv ut alle utregnede tall som JSON."), add, run, epilog)
