"""What every record of the plan is made of: frozen strict models, ids, exact numbers, shared-or-own values."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Generic, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

T = TypeVar("T")

SHARED = ""
"""Stands where a municipality id would, for the answer that all municipalities share."""


class Same(Generic[T]):
    """A part of a plan as itself, equal to no other however alike: what is worked out of it is kept while it lives."""

    __slots__ = ("part",)

    def __init__(self, part: T) -> None:
        self.part = part

    def __hash__(self) -> int:
        return id(self.part)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.part is self.part


class Record(BaseModel):
    """A frozen, strictly typed part of a plan or of the content; the domain's limits are findings, not errors."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True)

    def as_own(self) -> Self:
        """Return a shared answer as one municipality begins its own with."""
        return self


class Item(Record):
    """A record in a table, known by an id that never changes and is never reused."""

    id: str


class SparseItem(Item):
    """A record in a table keyed by content: a row that is not there is the same as an empty one.

    The id is a content id, or `content@municipality` where every municipality has its own (see `instance_id`).
    """

    @classmethod
    def empty(cls, row_id: str) -> Self:
        """Return the row as it is before anything has been answered."""
        return cls(id=row_id)


def instance_id(content_id: str, municipality_id: str = SHARED) -> str:
    """Return the id of a content item's row, for one municipality or shared by all."""
    return f"{content_id}@{municipality_id}" if municipality_id else content_id


def split_instance(row_id: str) -> tuple[str, str]:
    """Return content id and municipality id (empty when shared) of a row id."""
    content_id, _, municipality_id = row_id.partition("@")
    return content_id, municipality_id


def _quantise(places: str) -> AfterValidator:
    step = Decimal(places)

    def rounded(value: Decimal) -> Decimal:
        return value.quantize(step, ROUND_HALF_UP) if value.is_finite() else value

    return AfterValidator(rounded)


Money = Annotated[Decimal, _quantise("0.01")]
"""Kroner and øre."""
UnitPrice = Annotated[Decimal, _quantise("0.0001")]
"""Kroner per unit, as finely as price lists state it."""
Amount = Annotated[Decimal, _quantise("0.01")]
"""A quantity: minutes, percent, hours, cases."""


class Own(Item, Generic[T]):
    """The answer of one municipality where it differs; the id is the municipality's."""

    value: T


class PerMunicipality(Record, Generic[T]):
    """An answer that all municipalities share, with own answers where a municipality differs."""

    shared: T
    own: tuple[Own[T], ...] = ()

    def of(self, municipality_id: str) -> T:
        """Return the municipality's own answer, or the shared one."""
        return next((own.value for own in self.own if own.id == municipality_id), self.shared)

    def has_own(self, municipality_id: str) -> bool:
        """Tell whether the municipality answers for itself."""
        return any(own.id == municipality_id for own in self.own)
