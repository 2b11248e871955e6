"""The parts of the window, by step and part: a module each, imported when the part is first shown."""

from collections.abc import Mapping
from importlib import import_module

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.parts import Part
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.steps.part import StepPart

VIEWS: Mapping[tuple[StepKey, str], str] = {
    (StepKey.OVERVIEW, "home"): "overview.home:HomePart",
    (StepKey.DECISION, "office"): "decision.office:OfficePart",
    (StepKey.DECISION, "cooperation"): "decision.cooperation:CooperationPart",
    (StepKey.DECISION, "approval"): "decision.approval:ApprovalPart",
    (StepKey.COSTS, "offers"): "costs.offers:OffersPart",
    (StepKey.COSTS, "prices"): "costs.prices:PricesPart",
    (StepKey.COSTS, "financing"): "costs.financing:FinancingPart",
    (StepKey.COSTS, "what-if"): "costs.what_if:WhatIfPart",
    (StepKey.ROLES, "roles"): "roles.roles:RolesPart",
    (StepKey.ROLES, "persons"): "roles.persons:PersonsPart",
    (StepKey.AGREEMENTS, "agreements"): "agreements.agreements:AgreementsPart",
    (StepKey.AGREEMENTS, "signatory"): "agreements.signatory:SignatoryPart",
    (StepKey.AGREEMENTS, "vendor"): "agreements.vendor:VendorPart",
    (StepKey.AGREEMENTS, "responsibilities"): "agreements.responsibilities:ResponsibilitiesPart",
    (StepKey.PRIVACY, "assessment"): "privacy.assessment:AssessmentPart",
    (StepKey.PRIVACY, "flow"): "privacy.flow:FlowPart",
    (StepKey.PRIVACY, "risks"): "privacy.risks:RisksPart",
    (StepKey.PRIVACY, "actions"): "privacy.actions:ActionsPart",
    (StepKey.PRIVACY, "conclusion"): "privacy.conclusion:ConclusionPart",
    (StepKey.MAPPING, "time"): "mapping.time:TimePart",
    (StepKey.MAPPING, "process"): "mapping.process:ProcessPart",
    (StepKey.MAPPING, "answers"): "mapping.answers:AnswersPart",
    (StepKey.MAPPING, "applicants"): "mapping.applicants:ApplicantsPart",
    (StepKey.MAPPING, "tasks"): "mapping.tasks:TasksPart",
    (StepKey.MAPPING, "talk"): "mapping.talk:TalkPart",
    (StepKey.BENEFITS, "benefits"): "benefits.items:BenefitsPart",
    (StepKey.BENEFITS, "measuring"): "benefits.measuring:MeasuringPart",
    (StepKey.BENEFITS, "map"): "benefits.benefit_map:MapPart",
    (StepKey.BENEFITS, "worth"): "benefits.worth:WorthPart",
    (StepKey.BENEFITS, "assumptions"): "benefits.assumptions:AssumptionsPart",
    (StepKey.BENEFITS, "support"): "benefits.support:SupportPart",
    (StepKey.CONNECTION, "timeline"): "connection.timeline:TimelinePart",
    (StepKey.CONNECTION, "activities"): "connection.activities:ActivitiesPart",
    (StepKey.CONNECTION, "weekly"): "connection.weekly:WeeklyPart",
    (StepKey.CONNECTION, "fiks"): "connection.fiks:FiksPart",
    (StepKey.CONNECTION, "around"): "connection.around:AroundPart",
    (StepKey.CHECKLIST, "items"): "checklist.items:ItemsPart",
    (StepKey.CHECKLIST, "signing"): "checklist.signing:SigningPart",
    (StepKey.CHECKLIST, "control"): "checklist.control:ControlPart",
    (StepKey.WORKSHOP, "prepare"): "workshop.prepare:PreparePart",
    (StepKey.WORKSHOP, "decisions"): "workshop.decisions:DecisionsPart",
    (StepKey.WORKSHOP, "notes"): "workshop.notes:NotesPart",
    (StepKey.WORKSHOP, "meetings"): "workshop.meetings:MeetingsPart",
    (StepKey.OUTPUT, "documents"): "output.documents:DocumentsPart",
    (StepKey.OUTPUT, "slides"): "output.slides:SlidesPart",
    (StepKey.OUTPUT, "share"): "output.share:SharePart",
    (StepKey.REFERENCE, "search"): "reference.search:SearchPart",
}
"""Step and part -> "module:class" below this package."""


def made(part: Part, desk: Desk) -> StepPart:
    """Return the view of a part, its module imported now."""
    module, _colon, name = VIEWS[part.step, part.key].partition(":")
    view: type[StepPart] = getattr(import_module(f"{__name__}.{module}"), name)
    return view(desk)
