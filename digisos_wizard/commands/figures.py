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
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.rules.readiness import ready
from digisos_wizard.model.rules.results import Total
from digisos_wizard.model.rules.risks import acceptance_limit, level_of, scored, unhandled
from digisos_wizard.model.rules.signing import open_lines
from digisos_wizard.model.rules.workload import hours_by_person, roles_by_person
from digisos_wizard.model.terms import Invoicer, SignOffPhase

from .arguments import Parser
from .verb import DONE, Verb, figures_of

Json = dict[str, object]


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar="PLAN", help=_("planfilen"))


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
        "schedule": _schedule(figures),
        "agreements": [
            {
                "id": cell.row_id,
                "agreement": cell.spec.id,
                "municipality": cell.municipality,
                "required": cell.required,
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
            for place in figures.plan.decision.municipalities
        ],
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
                    }
                    for row in result.of(benefit.id)
                ],
            }
            for benefit in figures.plan.benefits.items
        ],
    }


def _schedule(figures: Figures) -> Json:
    schedule = figures.schedule
    return {
        "day": _plain(schedule.day),
        "earliest_day": _plain(schedule.earliest_day),
        "activities": [
            {
                "id": activity.row_id,
                "title": activity.title,
                "municipality": activity.municipality,
                "start": _plain(activity.start),
                "deadline": _plain(activity.deadline),
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
        "open_items": list(open_lines(figures, phase)),
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


def epilog() -> str:
    """Return what the keys mean."""
    return _(
        """Nøkler (beløp og timer er desimaltekst uten mva, om ikke annet står; datoer er ÅÅÅÅ-MM-DD):
  plan            id, name, office
  today           dagen det er regnet fra
  costs           first_year, years, months_first_year (måneder med drift det første året)
    total         net uten mva, gross med mva, complete (false: en pris mangler)
    by_invoicer   det samme for ks, nav og vendor
    by_year       det samme for hvert kalenderår
    by_municipality   id, name, total, by_invoicer (total og by_year), by_year
    lines         municipality, kind, label, invoicer, timing, year, net (null: prisen mangler), vat, formula
  sensitivity     factor (population, index, vendor): low, planned og high er hele periodens kostnad når den ene
                  forutsetningen er 20 prosent lavere, som planlagt og 20 prosent høyere
  workload        person, roles (antall), hours (timer i uken; null: ikke anslått)
  risks           id, kind (dpia, ros), title, now og after (sannsynlighet ganger konsekvens før og etter tiltak; null:
                  ikke vurdert), level (low, above_limit, high), unhandled (over grensen uten tiltak eller aksept)
  benefits        first_year, years, complete
    full_effect_hours   sparte timer i året ved full effekt
    uncounted_hours     sparte timer som ingen har bestemt bruken av, og som ikke teller i kroner
    net_present_value   netto nåverdi i faste priser
    payback_month       måneden etter påkobling da pengene er tjent inn (null: ikke innen perioden)
    by_year       year, year_index, saved_hours, full_time_equivalents, gross_benefit, project_cost, operating_cost,
                  net, cumulative, discounted
    by_benefit    id, number, title, years (year, hours, counted; null: noe mangler)
  schedule        day (påkoblingsdagen), earliest_day (tidligst mulige)
    activities    id, title, municipality, start, deadline, state, done_on, late
  agreements      id, agreement, municipality, required, state, due, overdue
  checklist       id, municipality, state, contradicts (sagt ferdig uten at planen viser det)
  readiness       connect og final: state (ready, at_risk, blocked), headline, open_items,
    actions       det som haster mest først: rule, message, owner, deadline
  progress        step, state, missing, words
  findings        rule, step, severity (note, warning, missing, error, blocker), address, message"""
    )


VERB = Verb("figures", lambda: _("Skriv ut alle utregnede tall som JSON."), add, run, epilog)
