"""What the office answers about money; the computed lines are in `rules.costs`."""

from .base import Amount, Item, Money, PerMunicipality, Record, SparseItem, UnitPrice
from .terms import FinancingState, VendorCostKind


class PriceOverride(SparseItem):
    """An own amount, VAT flag or index for a price of the catalogue; the id is the price's."""

    amount: UnitPrice | None = None
    vat: bool | None = None
    note: str = ""


class VendorCost(Item):
    """A line in the vendor's offer; kroner ex VAT, once or every year."""

    kind: VendorCostKind = VendorCostKind.OTHER
    description: str = ""
    one_off: Money | None = None
    yearly: Money | None = None
    vat: bool | None = None


class Financing(Record):
    """Whether a cost is financed, and with which money."""

    state: FinancingState = FinancingState.OPEN
    source: str = ""


class CostAnswers(Record):
    """What one municipality knows about its own costs; quantities feed the unit prices of 2019."""

    digifin_member: bool | None = None
    ks_operation_yearly: Money | None = None
    shipments_per_year: Amount | None = None
    indexed_documents: Amount | None = None
    storage_gb: Amount | None = None
    vendor_costs: tuple[VendorCost, ...] = ()
    digifin: Financing = Financing()
    connection_fee: Financing = Financing()
    ks_operation: Financing = Financing()
    nav_operation: Financing = Financing()
    case_system: Financing = Financing()


class Costs(Record):
    """The catalogue chosen, the assumptions, and each municipality's answers."""

    catalogue: str = ""
    overrides: tuple[PriceOverride, ...] = ()
    index_percent: Amount | None = None
    years: int | None = None
    project_cost: Money | None = None
    answers: PerMunicipality[CostAnswers] = PerMunicipality[CostAnswers](shared=CostAnswers())
