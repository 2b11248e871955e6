"""Whose answers are shown: all municipalities' or one's own; a row that stands where there are two or more."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address, resolve, value_type
from digisos_wizard.model.base import SHARED, Own, PerMunicipality, Record
from digisos_wizard.model.edits import Edit, Insert, Remove
from digisos_wizard.model.plan import Plan
from digisos_wizard.ui.desk import Desk
from digisos_wizard.ui.widgets.look.basics import button, clear, row, set_text, short_label
from digisos_wizard.ui.widgets.look.theme import Look

from .chips import Chips

EVERYBODY = "*"


class WhoseAnswer(QWidget):
    """Chips for all and for each municipality, over one area or several that are answered together."""

    chosen = Signal()

    def __init__(self, desk: Desk, areas: Sequence[Address], *, subject: str) -> None:
        super().__init__()
        self._desk, self._areas, self._subject = desk, areas, subject
        self.municipality = SHARED
        self._keys: tuple[tuple[str, str], ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._make_chips(((EVERYBODY, _("Alle kommunene")),))

    def show_plan(self, plan: Plan) -> None:
        """Show the municipalities, and whether the one chosen has answers of its own."""
        places = plan.decision.municipalities
        known = {place.id for place in places}
        stranded = dict.fromkeys(own.id for at in self._areas for own in _area(plan, at).own if own.id not in known)
        keys = [(EVERYBODY, _("Begge kommunene") if len(places) == 2 else _("Alle kommunene"))]  # both
        keys += [(place.id, place.name or _("Kommune uten navn")) for place in places]
        keys += [(place_id, _("Kommune som er fjernet")) for place_id in stranded]
        self.setVisible(len(places) > 1 or bool(stranded))
        if tuple(keys) != self._keys:
            self._make_chips(tuple(keys))
        own = [self.has_own(plan, at) for at in self._areas]
        hint, act = "", ""
        if self.municipality:
            hint = _("Kommunen har et eget svar.") if any(own) else _("Bruker svaret som er felles.")
            act = _("Bruk det felles svaret") if any(own) else _("Gi kommunen et eget svar")
        set_text(self._hint, hint)
        set_text(self.act, act)
        self.act.setVisible(bool(act))

    def has_own(self, plan: Plan, area: Address) -> bool:
        """Tell whether the municipality chosen has an answer of its own."""
        return bool(self.municipality) and _area(plan, area).has_own(self.municipality)

    def base(self, plan: Plan, area: Address) -> Address:
        """Return where the answer that is shown stands."""
        own = (*area, "own", self.municipality, "value")
        return own if self.has_own(plan, area) else (*area, "shared")

    def editable(self, plan: Plan, area: Address) -> bool:
        """Tell whether the answer shown is that of the one chosen."""
        return not self.municipality or self.has_own(plan, area)

    def show_owner(self, address: Address) -> bool:
        """Choose the municipality that an address belongs to; tells whether it is of these areas."""
        area = next((area for area in self._areas if address[: len(area)] == area), None)
        if area is None:
            return False
        rest = address[len(area) :]
        self._choose(rest[1] if rest[:1] == ("own",) and len(rest) > 1 else EVERYBODY)
        return True

    def _make_chips(self, keys: tuple[tuple[str, str], ...]) -> None:
        self._keys = keys
        if self.municipality not in (SHARED, *(key for key, _words in keys)):
            self.municipality = SHARED
        self._chips = Chips(self._subject, [key for key, _words in keys], self._choose)
        self._chips.show_words([words for _key, words in keys])
        self._chips.choose(self.municipality or EVERYBODY)
        self._hint, self.act = short_label("", Look.SMALL), button("", Look.LINK, self._change)
        clear(self._layout)
        self._layout.addLayout(
            row(short_label(_("Svaret gjelder"), Look.LABEL), self._chips, None, self._hint, self.act, spacing=10)
        )
        self._chips.show()

    def _choose(self, key: str) -> None:
        self.municipality = SHARED if key == EVERYBODY else key
        self._chips.choose(key)
        self.show_plan(self._desk.session.plan)
        self.chosen.emit()

    def _change(self) -> None:
        """Give the municipality answers of its own, beginning with the shared ones, or take them away."""
        plan, place = self._desk.session.plan, self.municipality
        own = [area for area in self._areas if _area(plan, area).has_own(place)]
        edits: list[Edit] = [Remove((*area, "own", place)) for area in own]
        if not own:
            edits = [Insert((*area, "own"), _made(area, place, _area(plan, area).shared)) for area in self._areas]
        self._desk.session.edit(*edits)
        self.show_plan(self._desk.session.plan)
        self.chosen.emit()


def _area(plan: Plan, area: Address) -> PerMunicipality[Record]:
    return cast("PerMunicipality[Record]", resolve(plan, area))


def _made(area: Address, place: str, shared: Record) -> Own[Record]:
    kind = cast("type[PerMunicipality[Record]]", value_type(Plan, area))
    own = cast("type[Own[Record]]", kind.model_fields["own"].annotation.__args__[0])  # type: ignore[union-attr] # pydantic keeps the parametrised type here
    return own(id=place, value=shared)
