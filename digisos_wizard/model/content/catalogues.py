"""Price lists and checklists: versions that never change once they are released."""

from digisos_wizard.model.base import Record, UnitPrice
from digisos_wizard.model.terms import CostTiming, Invoicer, SignOffPhase

from .sources import ContentItem


class Price(ContentItem):
    """One price: kroner per `unit`; amount None is "mangler". `vat` None is "ikke oppgitt" and counted without."""

    label: str
    invoicer: Invoicer
    timing: CostTiming
    amount: UnitPrice | None
    unit: str
    vat: bool | None = None
    note: str = ""


class PriceCatalogue(ContentItem):
    """A dated price list; immutable once released, the plan names the one it uses.

    `own` is the empty one that the office fills itself.
    """

    label: str
    fixed_fee_limit: int
    vat_percent: UnitPrice
    prices: tuple[Price, ...]
    own: bool = False

    def price(self, price_id: str) -> Price | None:
        """Return a price, None where this catalogue doesn't know it."""
        return next((price for price in self.prices if price.id == price_id), None)


class ChecklistItem(ContentItem):
    """An item of the checklist; `per_municipality` items have one row for each that signs or configures.

    `todo` says as something to do what no activity or task of the content does.
    """

    section: str
    text: str
    phase: SignOffPhase
    evidence: str
    todo: str = ""
    per_municipality: bool = False
    superseded: bool = False
    note: str = ""


class Section(Record):
    """A heading of the checklist."""

    id: str
    title: str


class ChecklistCatalogue(ContentItem):
    """The checklist in one version."""

    label: str
    sections: tuple[Section, ...]
    items: tuple[ChecklistItem, ...]


class SignerSpec(ContentItem):
    """The roles that usually sign a section of the checklist, the empty one being the whole."""

    section: str
    roles: tuple[str, ...]
    why: str
