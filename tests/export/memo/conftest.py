"""The figures that memos are made of: empty, the host cooperation, both examples, and far too much."""

from collections.abc import Callable
from functools import partial

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.model.figures import Figures
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.memo import cases

MADE: dict[str, Callable[[], Figures]] = {
    "empty": plans.empty,
    "host": plans.host,
    "many": partial(plans.many, 100),
    "large": cases.large,
}
NAMES = (*MADE, "hamar", "vertskommune")


def named(name: str) -> Figures:
    """Return the figures of one of the plans."""
    if name in MADE:
        return MADE[name]()
    data = (resources() / "examples" / f"{name}.digisos").read_bytes()
    return Figures(planfile.decode(data), load(), plans.TODAY)


@pytest.fixture(scope="session", params=NAMES)
def figures(request: pytest.FixtureRequest) -> Figures:
    """Each of the plans in turn."""
    return named(request.param)


@pytest.fixture(scope="session")
def hamar() -> Figures:
    """The example of one municipality."""
    return named("hamar")
