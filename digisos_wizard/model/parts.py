"""The parts of the steps: one question each, and the places in the plan that each is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from digisos_wizard.model.address import Address, pattern
from digisos_wizard.model.findings import Finding, StepKey
from digisos_wizard.model.plan import Plan


class Standing(Enum):
    """What the rail says of a part: how far it has come, or nothing because it only shows results or is a tool."""

    FILLED_IN = "filled in"
    SHOWN = "shown"


class Panel(Enum):
    """Whether the panel beside a part is open when the part is first seen; a picture or matrix needs the width."""

    OPEN = "open"
    FOLDED = "folded"


def always(_plan: Plan) -> bool:
    """Tell that a part is there in every plan."""
    return True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a step: `owns` are dotted beginnings of addresses, of which the longest that fits decides."""

    step: StepKey
    key: str
    owns: tuple[str, ...] = ()
    standing: Standing = Standing.FILLED_IN
    panel: Panel = Panel.OPEN
    exists: Callable[[Plan], bool] = always


def _several_or_merging(plan: Plan) -> bool:
    return len(plan.decision.municipalities) > 1 or bool(plan.cooperation.merger.planned)


_DECISION, _COSTS, _ROLES = StepKey.DECISION, StepKey.COSTS, StepKey.ROLES
_AGREEMENTS, _PRIVACY, _MAPPING = StepKey.AGREEMENTS, StepKey.PRIVACY, StepKey.MAPPING
_BENEFITS, _CONNECTION, _CHECKLIST = StepKey.BENEFITS, StepKey.CONNECTION, StepKey.CHECKLIST
_WORKSHOP, _OUTPUT = StepKey.WORKSHOP, StepKey.OUTPUT

PARTS: tuple[Part, ...] = (
    Part(StepKey.OVERVIEW, "home", standing=Standing.SHOWN),
    Part(_DECISION, "office", ("about", "decision", "cooperation.merger.planned")),
    Part(_DECISION, "cooperation", ("cooperation",), exists=_several_or_merging),
    Part(
        _DECISION,
        "approval",
        (
            "decision.approval",
            "decision.solution_parts",
            "decision.scope",
            "decision.open_conditions",
            "decision.project_owner",
        ),
    ),
    Part(_COSTS, "offers", ("costs", "costs.answers.vendor_costs")),
    Part(
        _COSTS,
        "prices",
        (
            "costs.catalogue",
            "costs.overrides",
            "costs.index_percent",
            "costs.years",
            "costs.project_cost",
            "costs.answers",
        ),
    ),
    Part(
        _COSTS,
        "financing",
        tuple(
            f"costs.answers.{cost}"
            for cost in ("digifin", "connection_fee", "ks_operation", "nav_operation", "case_system")
        ),
    ),
    Part(_COSTS, "what-if", standing=Standing.SHOWN),
    Part(_ROLES, "roles", ("people",)),
    Part(_ROLES, "persons", ("people.persons",)),
    Part(_AGREEMENTS, "agreements", ("agreements",), panel=Panel.FOLDED),
    Part(_AGREEMENTS, "signatory", ("agreements.signatory",)),
    Part(_AGREEMENTS, "vendor", ("vendor",)),
    Part(_AGREEMENTS, "responsibilities", ("vendor.responsibilities",)),
    Part(_PRIVACY, "assessment", ("privacy", "privacy.parts"), panel=Panel.FOLDED),
    Part(_PRIVACY, "flow", ("privacy.flow_checked",), panel=Panel.FOLDED),
    Part(_PRIVACY, "risks", ("privacy.risks", "privacy.scale", "privacy.acceptance_limit"), panel=Panel.FOLDED),
    Part(_PRIVACY, "actions", standing=Standing.SHOWN),
    Part(_PRIVACY, "conclusion", ("privacy.dpia", "privacy.ros")),
    Part(_MAPPING, "time", ("mapping", "mapping.steps", "mapping.cases_per_month")),
    Part(_MAPPING, "process", standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_MAPPING, "answers", ("mapping.responses",), standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_MAPPING, "applicants", ("mapping.groups",)),
    Part(_MAPPING, "tasks", ("mapping.tasks",)),
    Part(_MAPPING, "talk", ("mapping.reflections", "mapping.materials")),
    Part(_BENEFITS, "benefits", ("benefits", "benefits.items")),
    Part(_BENEFITS, "measuring", ("benefits.measuring_points", "benefits.items.*.measurements"), panel=Panel.FOLDED),
    Part(_BENEFITS, "map", ("benefits.map_nodes", "benefits.items.*.leads_to"), standing=Standing.SHOWN),
    Part(_BENEFITS, "worth", standing=Standing.SHOWN),
    Part(
        _BENEFITS,
        "assumptions",
        (
            "benefits.hours_per_fte",
            "benefits.hourly_cost",
            "benefits.discount_percent",
            "benefits.years",
            "benefits.ramp",
        ),
    ),
    Part(
        _BENEFITS,
        "support",
        ("benefits.stakeholders", "benefits.anchored_on", "benefits.anchored_in", "benefits.responsible"),
    ),
    Part(
        _CONNECTION,
        "timeline",
        ("connection", "connection.day", "connection.assumptions", "connection.with_test"),
        panel=Panel.FOLDED,
    ),
    Part(_CONNECTION, "activities", ("connection.activities", "connection.own_activities"), panel=Panel.FOLDED),
    Part(_CONNECTION, "weekly", ("connection.reports",), standing=Standing.SHOWN),
    Part(_CONNECTION, "fiks", ("connection.fiks", "connection.contingency")),
    Part(
        _CONNECTION,
        "around",
        (
            "connection.contact_centre_informed_on",
            "connection.person_card_checked_on",
            "connection.digisos_mailed_on",
            "connection.norg_checked_on",
            "connection.watch",
        ),
    ),
    Part(_CHECKLIST, "items", ("checklist",), panel=Panel.FOLDED),
    Part(_CHECKLIST, "signing", ("signoffs",), panel=Panel.FOLDED),
    Part(_CHECKLIST, "control", standing=Standing.SHOWN),
    Part(_WORKSHOP, "prepare", ("workshop", "workshop.agenda"), standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_WORKSHOP, "decisions", ("workshop.actions",), standing=Standing.SHOWN),
    Part(_WORKSHOP, "notes", ("workshop.parked", "workshop.notes"), standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_WORKSHOP, "meetings", ("workshop.meetings", "workshop.tallies"), standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_OUTPUT, "documents", standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_OUTPUT, "slides", ("workshop.slides",), standing=Standing.SHOWN, panel=Panel.FOLDED),
    Part(_OUTPUT, "share", standing=Standing.SHOWN),
    Part(StepKey.REFERENCE, "search", standing=Standing.SHOWN),
)
"""Every part, in the order in which they are walked through."""


def parts_of(step: StepKey, plan: Plan) -> Sequence[Part]:
    """Return the parts of a step that a plan has, in order."""
    return tuple(part for part in PARTS if part.step is step and part.exists(plan))


def part_at(address: Address, step: StepKey | None = None) -> Part | None:
    """Return the part that an address belongs to, of a step where one is named; None where no part owns it."""
    here = pattern(Plan, address).split(".")
    fits = [
        (len(beginning), part)
        for part in PARTS
        if step is None or part.step is step
        for beginning in (owned.split(".") for owned in part.owns)
        if here[: len(beginning)] == beginning
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def part_of(finding: Finding) -> Part | None:
    """Return the part of its step that a finding is shown at: its place's, else the first that asks for anything."""
    first = next((part for part in PARTS if part.step is finding.step), None)
    return part_at(finding.address, finding.step) or first
