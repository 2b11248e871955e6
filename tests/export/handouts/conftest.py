"""Every handout and slide set of four plans, built once: two examples, an empty plan and one of hostile texts."""

from collections.abc import Callable
from functools import cache

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import EXPORTS, export
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.handouts.hostile import hostile

PLANS = ("hamar", "vertskommune", "empty", "hostile")
PAPERS = tuple(
    kind.key for kind in EXPORTS if kind.suffix == ".pdf" and (kind.handout or kind.group.value == "meeting")
)

CASES = tuple(
    (plan, key)
    for plan in PLANS
    for key in PAPERS
    # What is bound together are the same pages, and a form looks the same for one municipality and for several.
    if not (key == "handouts" and plan != "hamar") and not (key.startswith("form-") and plan == "vertskommune")
)
"""Every plan and paper that is looked at page by page."""

Built = Callable[[str, str], bytes]


@cache
def figures_of(name: str) -> Figures:
    """Return the figures of a plan with the whole handbook."""
    if name == "empty":
        return Figures(Document(plan=Plan()), load(), plans.TODAY)
    if name == "hostile":
        return Figures(Document(plan=hostile()), load(), plans.TODAY)
    return Figures(planfile.read(resources() / "examples" / f"{name}.digisos").document, load(), plans.TODAY)


@cache
def _built(name: str, key: str) -> bytes:
    return export(key).build(figures_of(name))


@pytest.fixture(scope="session")
def built() -> Built:
    """How a document of a plan is built; the second time it is the same one."""
    return _built
