"""What a kind of field knows: one class each, made for one field of the plan."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import Content, FieldKind, FieldSpec
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reckoned import Reckoned

Offered = tuple[str, str]
"""A value as `shown` writes it, and its words."""


@dataclass(frozen=True, slots=True)
class Kind(ABC):
    """How a field is read, shown and told of. `picked` is chosen among `choices`, not written; `example` can be read.

    Choices that `live` are rows of the plan; the others are the same as long as the program runs.
    """

    name: ClassVar[FieldKind]
    picked: ClassVar[bool] = False
    lives: ClassVar[bool] = False
    example: ClassVar[str] = ""

    spec: FieldSpec
    content: Content
    address: Address

    @property
    def empty(self) -> object:
        """What the field holds when nothing is answered."""
        return None

    @abstractmethod
    def read(self, text: str) -> object:
        """Return the value that a text stands for; raises ParseError."""

    @abstractmethod
    def shown(self, value: object) -> str:
        """Return the text that a control shows for a value, and that `read` reads back to the same."""

    def words(self, _plan: Plan, value: object) -> str:
        """Return a value as a reader understands it: names instead of ids, labels instead of states."""
        return self.shown(value)

    def choices(self, _reckoned: Reckoned) -> Sequence[Offered]:
        """Return what can be picked; nothing for kinds that are written."""
        return ()
