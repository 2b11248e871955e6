"""The states and kinds that a plan speaks of; their Norwegian names stand in the content (`options`)."""

from enum import StrEnum


class PlanKind(StrEnum):
    """What the plan is for (own)."""

    INTRODUCTION = "introduction"
    NEW_VENDOR = "new_vendor"
    MERGER = "merger"
    FOLLOW_UP = "follow_up"


class SolutionPart(StrEnum):
    """The three parts of the solution (LP, H22)."""

    GUIDE = "guide"
    APPLICATION = "application"
    INSIGHT = "insight"


class CooperationForm(StrEnum):
    """How municipalities cooperate (kommuneloven § 17-1 second paragraph; H22)."""

    NONE = "none"
    HOST = "host"
    POLITICAL_COUNCIL = "political_council"
    TASK_COMMUNITY = "task_community"
    INTERMUNICIPAL_COMPANY = "intermunicipal_company"
    LIMITED_COMPANY = "limited_company"
    OTHER = "other"


class CaseSystemModel(StrEnum):
    """Where applications go in a cooperation (H19, H22)."""

    SHARED = "shared"
    SHARED_PARTITIONED = "shared_partitioned"
    SEPARATE = "separate"


class MergerStrategy(StrEnum):
    """H19's two ways through a municipality merger."""

    CONNECT_ONE_BY_ONE = "connect_one_by_one"
    CONNECT_AFTER = "connect_after"


class MergerVariant(StrEnum):
    """What happens to the municipalities: what is paid and signed again depends on it."""

    NEW = "new"
    ABSORBED = "absorbed"
    SPLIT = "split"
    ONLY_NUMBER = "only_number"


class Covers(StrEnum):
    """Whom an amount is for: one sum for all, the same sum for each, or one municipality alone."""

    TOGETHER = "together"
    EACH = "each"
    ONLY = "only"


class Split(StrEnum):
    """How municipalities part a sum that is for all of them."""

    INHABITANTS = "inhabitants"
    EQUALLY = "equally"
    SHARES = "shares"


class CostKind(StrEnum):
    """The costs that must be decided on and financed."""

    DIGIFIN = "digifin"
    CONNECTION_FEE = "connection_fee"
    KS_OPERATION = "ks_operation"
    NAV_OPERATION = "nav_operation"
    CASE_SYSTEM = "case_system"


class Invoicer(StrEnum):
    """Who sends the bill (H22's cost picture)."""

    KS = "ks"
    NAV = "nav"
    VENDOR = "vendor"


class CostTiming(StrEnum):
    """Whether a cost comes once or every year."""

    ONE_OFF = "one_off"
    YEARLY = "yearly"


class VendorCostKind(StrEnum):
    """What a line in the vendor's offer pays for."""

    LICENCE = "licence"
    UPGRADE = "upgrade"
    TRAINING = "training"
    OPERATION = "operation"
    OTHER = "other"


class FinancingState(StrEnum):
    """Whether the money for a cost is in place."""

    OPEN = "open"
    FINANCED = "financed"
    NOT_RELEVANT = "not_relevant"


class Phase(StrEnum):
    """The phases in which a role takes part (H22)."""

    PREPARE = "prepare"
    CONNECT = "connect"
    REALISE = "realise"


class AgreementState(StrEnum):
    """How far an agreement has come for a municipality."""

    NOT_STARTED = "not_started"
    SENT = "sent"
    SIGNED = "signed"
    NOT_RELEVANT = "not_relevant"


class AgreementParty(StrEnum):
    """With whom a municipality makes an agreement."""

    DIRECTORATE = "directorate"
    KS = "ks"
    VENDOR = "vendor"
    MUNICIPALITIES = "municipalities"


class AgreementNeed(StrEnum):
    """Whether an agreement must be signed: it is required, wise, made earlier and still standing, or not needed."""

    REQUIRED = "required"
    ADVISED = "advised"
    STANDS = "stands"
    NONE = "none"


class AgreementCase(StrEnum):
    """The situations that decide who signs: by the plan's kind, who is controller, and whose the case system is."""

    NEW_VENDOR = "new_vendor"
    FOLLOW_UP = "follow_up"
    SINGLE = "single"
    ALONE = "alone"
    HOST = "host"
    PARTNER = "partner"
    NOT_STATED = "not_stated"
    NOT_TRANSFERRED = "not_transferred"
    OTHER_FORM = "other_form"
    UNDECIDED = "undecided"
    SEPARATE = "separate"
    SHARED = "shared"
    SHARED_PARTNER = "shared_partner"


class SignatoryBasis(StrEnum):
    """Where the signatory has the authority from (H22)."""

    REGISTER = "register"
    DELEGATED = "delegated"


class ReviewState(StrEnum):
    """How far a part of the DPIA has come; an approved part that changes falls back."""

    DRAFT = "draft"
    FOR_REVIEW = "for_review"
    APPROVED = "approved"
    SENT_BACK = "sent_back"


class RiskKind(StrEnum):
    """Which assessment a risk belongs to."""

    DPIA = "dpia"
    ROS = "ros"


class SecurityAspect(StrEnum):
    """What a ROS risk threatens."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class TaskState(StrEnum):
    """How far a task, activity, measure or checklist item has come."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_RELEVANT = "not_relevant"


class BenefitClass(StrEnum):
    """Which table of the benefits plan a benefit stands in; the value is the letter of its number (PV)."""

    OWN_PRICED = "Ø"
    OTHER_BODY = "V"
    NOT_PRICED = "K"


class BenefitType(StrEnum):
    """KommIT's three types."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    QUALITATIVE = "qualitative"


class BenefitArea(StrEnum):
    """Where a benefit arises (PV)."""

    OWN_ORGANISATION = "own_organisation"
    STATE = "state"
    MUNICIPAL_SECTOR = "municipal_sector"
    BUSINESS = "business"
    CITIZENS = "citizens"


class BenefitMethod(StrEnum):
    """How the yearly value of a priced benefit is found."""

    SAVED_TIME = "saved_time"
    AVOIDED_COST = "avoided_cost"
    ESTIMATE = "estimate"


class Outlook(StrEnum):
    """How well it goes: badly, as expected, well, or weighed together (PV's uncertainty)."""

    LOW = "low"
    EXPECTED = "expected"
    HIGH = "high"
    ADJUSTED = "adjusted"


class MapLayer(StrEnum):
    """The layers of a benefit map, from what is put in to what it is for; the benefits stand before the goals (PV)."""

    ENABLER = "enabler"
    CHANGE = "change"
    EFFECT = "effect"
    BENEFIT = "benefit"
    GOAL = "goal"


class Audience(StrEnum):
    """Whom a piece of support material is for."""

    STAFF = "staff"
    CITIZENS = "citizens"


class FreedTimeUse(StrEnum):
    """What a benefit is used for (PV table C); freed time is not money until this is decided."""

    UNDECIDED = "undecided"
    BUDGET_CUT = "budget_cut"
    QUALITY = "quality"
    SERVICE_DEVELOPMENT = "service_development"
    COMPETENCE = "competence"
    OTHER = "other"


class Level(StrEnum):
    """Low, moderate or high: importance and risk profile (PV)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class SignOffPhase(StrEnum):
    """What a sign-off or a readiness question is about."""

    CONNECT = "connect"
    FINAL = "final"
