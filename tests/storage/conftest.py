"""Plans, folders and a clock for the tests of storage."""

from decimal import Decimal
from pathlib import Path

import pytest

from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.plan import About, Document, Draft, Plan
from digisos_wizard.storage.paths import Folders
from tests.storage.helpers import Clock


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until it is told."""
    return Clock()


@pytest.fixture
def document() -> Document:
    """A small plan with a table, money, a date-less draft and letters beyond ASCII."""
    plan = apply(
        Plan(about=About(plan_id="plan1", name="Innføring på Vågå «æøå»")),
        Insert(("decision", "municipalities"), Municipality(id="k1", name="Vågå", population=3_500)),
        Set(("costs", "catalogue"), "2022"),
        Set(("costs", "project_cost"), Decimal("125000.50")),
    )
    return Document(plan=plan, drafts=(Draft(id="decision/municipalities/k1/population_date", text="i fjor"),))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The program's own folders, not made yet."""
    return Folders(tmp_path / "lokalt")
