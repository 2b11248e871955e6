"""The lists of mutants follow the code: what they change stands in its file, once, and there are enough of them."""

import pytest

from tests.mutants import charts, formulas, money
from tests.mutants.mutant import PACKAGE, ROOT, Mutant

EVERY = (*formulas.MUTANTS, *money.MUTANTS, *charts.MUTANTS)


@pytest.mark.parametrize("mutant", EVERY, ids=lambda mutant: mutant.name)
def test_what_is_changed_stands_in_its_file_once(mutant: Mutant) -> None:
    source = (PACKAGE / mutant.file).read_text("utf-8")
    assert source.count(mutant.right) == 1
    assert mutant.right != mutant.wrong
    assert all((ROOT / path).exists() for path in mutant.tests)


def test_there_are_enough_of_every_kind() -> None:
    assert len(formulas.MUTANTS) >= 25
    assert len(money.MUTANTS) >= 25
    assert len(charts.MUTANTS) >= 10
    assert len(EVERY) == len({(mutant.file, mutant.right, mutant.wrong) for mutant in EVERY})
