"""The register of commitments as `figures` prints it."""

from datetime import date

from digisos_wizard.model.address import written
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.commitments.words import owner_words


def commitments(figures: Figures) -> list[dict[str, object]]:
    """Return everything that is promised, with where owner, deadline and state come from; days are ISO 8601."""
    return [
        {
            "id": one.key,
            "kind": one.kind.value,
            "title": one.title,
            "municipality": one.municipality,
            "owner": one.owner.person,
            "owner_words": owner_words(figures.plan, figures.content, one.owner),
            "owner_from": one.owner.origin.value,
            "deadline": _day(one.due.day),
            "deadline_from": one.due.origin.value,
            "state": one.standing.state.value,
            "state_from": one.standing.source.value,
            "done_on": _day(one.standing.done_on),
            "late": one.late(figures.today),
            "part_of": one.part_of,
            "place": written(one.place),
        }
        for one in figures.register.items
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
