"""The benefits plan: assumptions, benefits, measures, measuring (H22, LP, PV, KommIT)."""

from datetime import date

from .base import Amount, Item, Money, Record, SparseItem
from .terms import BenefitArea, BenefitClass, BenefitMethod, BenefitType, FreedTimeUse, Level, MapLayer, TaskState


class RampYear(SparseItem):
    """Digital share and digital-attachment share in one year; the id is the year's number from `1`."""

    digital_percent: Amount | None = None
    attachment_percent: Amount | None = None


class BenefitMeasure(Item):
    """What must be done for the benefit to come."""

    text: str = ""
    responsible: str | None = None
    deadline: date | None = None
    state: TaskState = TaskState.OPEN
    risk: Level | None = None
    preconditions: str = ""


class Measurement(Item):
    """A value measured for the benefit's indicator; `point` is the measuring point's id where it belongs to one."""

    point: str = ""
    measured_on: date | None = None
    value: Amount | None = None
    note: str = ""


class Benefit(Item):
    """One benefit or disadvantage; `number` is Ø1, V1 or K1, given once and never reused. Yearly kroner ex VAT.

    `low_percent` and `high_percent` are percent of what is expected, for freed time and avoided costs. Without a
    baseline of its own, an indicator in minutes starts from the paper minutes of `baseline_steps`.
    """

    number: str = ""
    kind: BenefitClass = BenefitClass.OWN_PRICED
    catalogue_id: str | None = None
    title: str = ""
    description: str = ""
    product: str = ""
    type: BenefitType | None = None
    area: BenefitArea | None = None
    disadvantage: bool = False
    owner: str | None = None
    owner_body: str = ""
    contact: str = ""
    method: BenefitMethod | None = None
    quantity: Amount | None = None
    unit: str = ""
    unit_cost: Money | None = None
    low: Money | None = None
    expected: Money | None = None
    high: Money | None = None
    low_percent: Amount | None = None
    high_percent: Amount | None = None
    start_on: date | None = None
    use: FreedTimeUse = FreedTimeUse.UNDECIDED
    use_note: str = ""
    use_from: date | None = None
    importance: Level | None = None
    extent: int | None = None
    reason: str = ""
    indicator: str = ""
    indicator_unit: str = ""
    measuring_method: str = ""
    measured_by: str | None = None
    baseline: Amount | None = None
    baseline_steps: tuple[str, ...] = ()
    midway: Amount | None = None
    midway_on: date | None = None
    target: Amount | None = None
    target_on: date | None = None
    measurements: tuple[Measurement, ...] = ()
    measures: tuple[BenefitMeasure, ...] = ()
    preconditions: str = ""
    risk: Level | None = None
    leads_to: tuple[str, ...] = ()


class MapNode(Item):
    """An enabler, change, effect or goal that the benefit map draws beside the benefits."""

    layer: MapLayer = MapLayer.CHANGE
    title: str = ""
    leads_to: tuple[str, ...] = ()


class MeasuringPoint(SparseItem):
    """When the indicators are measured, where that is another day than the usual; the id is the content's."""

    planned_on: date | None = None


class Stakeholder(Item):
    """Somebody the benefits depend on: influence 1–3, attitude −1, 0 or +1 (PV)."""

    name: str = ""
    interest: str = ""
    influence: int | None = None
    attitude: int | None = None
    strategy: str = ""


class Numbering(Record):
    """The last number given in each class, so that none is reused."""

    own: int = 0
    other: int = 0
    unpriced: int = 0


class Benefits(Record):
    """Assumptions and all benefits; an assumption that is None falls back to the content's default."""

    responsible: str | None = None
    hours_per_fte: Amount | None = None
    hourly_cost: Money | None = None
    discount_percent: Amount | None = None
    years: int | None = None
    ramp: tuple[RampYear, ...] = ()
    numbering: Numbering = Numbering()
    items: tuple[Benefit, ...] = ()
    measuring_points: tuple[MeasuringPoint, ...] = ()
    map_nodes: tuple[MapNode, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    anchored_on: date | None = None
    anchored_in: str = ""
