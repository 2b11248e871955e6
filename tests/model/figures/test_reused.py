"""Results that are taken over from the version before are those that would have been reckoned anew."""

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import Address, leaves
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.reckoned import RESTS_ON
from digisos_wizard.storage import planfile
from tests.model.given import TODAY, content

EXAMPLES = [planfile.read(file).document.plan for file in sorted((resources() / "examples").glob("*.digisos"))]


def another(value: object) -> object:
    """Return another value of the same type, None where there is no plain one."""
    match value:
        case bool():
            return not value
        case Enum():
            kinds = list(type(value))
            return kinds[(kinds.index(value) + 1) % len(kinds)]
        case Decimal() | int():
            return value + 7
        case date():
            return value.replace(year=value.year + 1, day=1)
    return None


def figures_after(plan: Plan, before: Figures | None = None) -> Figures:
    """Return figures, made from a version before or from nothing."""
    return Figures(Document(plan=plan), content(), TODAY, before)


@pytest.mark.parametrize("plan", EXAMPLES, ids=["hamar", "vertskommune"])
def test_what_is_taken_over_is_what_would_be_reckoned(plan: Plan) -> None:
    before = figures_after(plan)
    for name in RESTS_ON:
        getattr(before, name)
    changes: list[tuple[Address, object]] = [
        (address, changed)
        for address, value in leaves(plan)
        if address[0] != "signoffs" and (changed := another(value)) is not None
    ]
    assert len(changes) > 100
    kept = 0
    for address, changed in changes:
        edited = apply(plan, Set(address, changed))
        after, anew = figures_after(edited, before), figures_after(edited)
        for name in RESTS_ON:
            if vars(after).get(name) is vars(before)[name]:
                kept += 1
                assert getattr(anew, name) == getattr(after, name), (address, name)
    assert kept > len(changes)


def test_another_day_or_another_content_reckons_all_anew() -> None:
    before = figures_after(EXAMPLES[0])
    assert before.costs is figures_after(EXAMPLES[0], before).costs
    later = Figures(Document(plan=EXAMPLES[0]), content(), date(2026, 11, 24), before)
    assert "costs" not in vars(later)
