"""Shared-or-own answers as rules walk through them: the shared one where somebody uses it, then every own one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from digisos_wizard.model.address import Address
from digisos_wizard.model.base import SHARED, PerMunicipality
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.plan import Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Used(Generic[T]):
    """An answer: where it stands, whose it is (empty: shared), and the name to say so with."""

    at: Address
    municipality: str
    name: str
    value: T

    def said(self, text: str) -> str:
        """Return a sentence with the municipality's name in front, where it is about one."""
        return f"{self.name}: {text}" if self.name else text


def in_use(plan: Plan, area: PerMunicipality[T], at: Address) -> Iterator[Used[T]]:
    """Yield the answers of an area that count for this plan."""
    places = plan.decision.municipalities
    if not places or not all(area.has_own(place.id) for place in places):
        yield Used((*at, "shared"), SHARED, "", area.shared)
    for own in area.own:
        yield Used((*at, "own", own.id, "value"), own.id, municipality_name(plan, own.id), own.value)
