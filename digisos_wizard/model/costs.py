"""What the office answers about money; the computed lines are in `rules.costs`."""

from typing import Self

from .base import Amount, Item, Money, PerMunicipality, Record, SparseItem, UnitPrice
from .terms import Covers, FinancingState, Split, VendorCostKind


class PriceOverride(SparseItem):
    """An own amount, VAT flag or index for a price of the catalogue; the id is the price's."""

    amount: UnitPrice | None = None
    vat: bool | None = None
    note: str = ""


class Share(SparseItem):
    """What one municipality pays of a sum; the id is the municipality's."""

    percent: Amount | None = None


class Coverage(Record):
    """Whom an amount is for and how they part it; what is None follows from how the municipalities cooperate.

    `only` is read where one municipality is meant, `shares` where the office parts the sum by shares of its own.
    """

    covers: Covers | None = None
    only: str | None = None
    split: Split | None = None
    shares: tuple[Share, ...] = ()


class VendorCost(Item):
    """A line in the vendor's offer; kroner ex VAT, once or every year."""

    kind: VendorCostKind = VendorCostKind.OTHER
    description: str = ""
    one_off: Money | None = None
    yearly: Money | None = None
    vat: bool | None = None
    coverage: Coverage = Coverage()


class Financing(Record):
    """Whether a cost is financed, and with which money."""

    state: FinancingState = FinancingState.OPEN
    source: str = ""


class CostAnswers(Record):
    """What one municipality knows about its own costs; quantities feed the unit prices of 2019.

    `ks_coverage` is of KS' amount and of the quantities. Coverage counts in the shared answers: own ones are one's own.
    `merger_fee` is what KS asks for anew when municipalities that are connected merge or split.
    """

    digifin_member: bool | None = None
    ks_operation_yearly: Money | None = None
    shipments_per_year: Amount | None = None
    indexed_documents: Amount | None = None
    storage_gb: Amount | None = None
    ks_coverage: Coverage = Coverage()
    merger_fee: Money | None = None
    vendor_costs: tuple[VendorCost, ...] = ()
    digifin: Financing = Financing()
    connection_fee: Financing = Financing()
    ks_operation: Financing = Financing()
    nav_operation: Financing = Financing()
    case_system: Financing = Financing()

    def as_own(self) -> Self:
        """Return the answers without the amounts: those that are for all stay so until one has its own."""
        kept = ("digifin_member", "digifin", "connection_fee", "ks_operation", "nav_operation", "case_system")
        return type(self).model_validate({name: getattr(self, name) for name in kept})


class Costs(Record):
    """The catalogue chosen, the assumptions, and each municipality's answers.

    `coverage_seen` is False in a plan from before amounts said whom they are for, until somebody has looked at them.
    """

    catalogue: str = ""
    overrides: tuple[PriceOverride, ...] = ()
    index_percent: Amount | None = None
    years: int | None = None
    project_cost: Money | None = None
    project_coverage: Coverage = Coverage()
    coverage_seen: bool | None = None
    answers: PerMunicipality[CostAnswers] = PerMunicipality[CostAnswers](shared=CostAnswers())
