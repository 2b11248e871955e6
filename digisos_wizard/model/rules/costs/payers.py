"""Who pays: every municipality, or those that have merged before they connect as the one they have become (H19)."""

from collections.abc import Sequence

from digisos_wizard.i18n import _
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.result import Payer
from digisos_wizard.model.rules.days import connected_before, connection_date
from digisos_wizard.model.terms import MergerStrategy, MergerVariant

JOINING = (None, MergerVariant.NEW, MergerVariant.ABSORBED)
"""What makes several municipalities one; where nothing is said a merger is meant, as in H19's advice."""


def payers(plan: Plan) -> tuple[Payer, ...]:
    """Return who pays, in the order of the municipalities."""
    merged = merging(plan)
    ids = tuple(place.id for place in merged)
    found: list[Payer] = []
    for place in plan.decision.municipalities:
        if place.id not in ids:
            found.append(Payer(place.id, municipality_name(plan, place.id), _people(place), (place.id,)))
        elif place.id == ids[0]:
            found.append(_as_one(plan, merged))
    return tuple(found)


def merging(plan: Plan) -> tuple[Municipality, ...]:
    """Return the municipalities that are one before they connect, the one they become first where it is in the plan."""
    merger, places = plan.cooperation.merger, plan.decision.municipalities
    if not merger.planned or merger.variant not in JOINING or merger.takes_effect is None:
        return ()
    found = [place for place in places if not connected_before(plan, place.id) and _after(plan, place.id)]
    if len(found) <= 1:
        return ()
    return tuple(sorted(found, key=lambda place: place.id != merger.successor))


def at_merger(plan: Plan) -> tuple[str, ...]:
    """Return the municipalities that are connected when a merger or split changes them: what they pay is unknown."""
    merger = plan.cooperation.merger
    if not merger.planned or merger.variant is MergerVariant.ONLY_NUMBER:
        return ()
    return tuple(
        place.id
        for place in plan.decision.municipalities
        if (connected_before(plan, place.id) or connection_date(plan, place.id) is not None)
        and not _after(plan, place.id)
    )


def _after(plan: Plan, municipality_id: str) -> bool:
    """Tell whether a municipality connects when the merger has come into effect; without a day as the strategy says."""
    merger, day = plan.cooperation.merger, connection_date(plan, municipality_id)
    if connected_before(plan, municipality_id):
        day = plan.connection.day.of(municipality_id).connected_on
        return day is not None and merger.takes_effect is not None and day >= merger.takes_effect
    if day is None:
        return merger.strategy is MergerStrategy.CONNECT_AFTER
    return merger.takes_effect is not None and day >= merger.takes_effect


def _as_one(plan: Plan, places: Sequence[Municipality]) -> Payer:
    merger = plan.cooperation.merger
    first, ids = places[0], tuple(place.id for place in places)
    listed = first.id == merger.successor
    new = listed and merger.variant is not MergerVariant.ABSORBED
    parts = [_people(place) for place in (places[1:] if new else places)]
    known = [people for people in parts if people is not None]
    together = sum(known) if len(known) == len(parts) else None
    people = (_people(first) or together) if new else together
    if listed:
        return Payer(first.id, municipality_name(plan, first.id), people, ids)
    names = [municipality_name(plan, place) for place in ids]
    listed_names = _("{first} og {last}").format(first=", ".join(names[:-1]), last=names[-1])
    return Payer(first.id, _("Ny kommune ({names})").format(names=listed_names), people, ids)


def _people(place: Municipality) -> int | None:
    return place.population if place.population is not None and place.population > 0 else None
