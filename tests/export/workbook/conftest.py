"""Workbooks built once and read back."""

import pytest

from digisos_wizard.model.figures import Figures
from tests.export import plans
from tests.export.workbook.reading import Read, written


@pytest.fixture(scope="session")
def figures() -> Figures:
    """The figures of the host cooperation."""
    return plans.host()


@pytest.fixture(scope="session")
def book(figures: Figures) -> Read:
    """The host cooperation's workbook."""
    return written(figures)


@pytest.fixture(scope="session")
def bare() -> Read:
    """The workbook of an empty plan."""
    return written(plans.empty())
