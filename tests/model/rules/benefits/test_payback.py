"""The month in which it has paid back, and the room that a disadvantage has: tried at their edges."""

from decimal import Decimal

import pytest

from digisos_wizard.model.rules.benefits.measuring import room_used
from digisos_wizard.model.rules.benefits.reckoning import payback
from digisos_wizard.model.rules.benefits.result import YearRow

D = Decimal


def year(index: int, gross: int, project: int) -> YearRow:
    """Return a year with a gain and a one-off cost, and nothing to run."""
    zero = D(0)
    net = D(gross - project)
    return YearRow(2027 + index, index, zero, zero, D(gross), D(project), zero, net, zero, zero)


@pytest.mark.parametrize(
    ("project", "month"),
    [
        (60, 6),  # 10 a month: exactly 60 after six
        (61, 7),
        (120, 12),
        (121, 13),
        (240, 24),
        (241, None),
    ],
)
def test_it_has_paid_back_when_as_much_has_come_in_as_has_gone_out(project: int, month: int | None) -> None:
    assert payback([year(0, 120, project), year(1, 120, 0)], 12) == month


def test_the_months_of_a_first_year_that_is_no_whole_one_are_fewer() -> None:
    """120 in ten months is 12 a month, and then 10: 120 after ten, 130 after eleven."""
    assert payback([year(0, 120, 125), year(1, 120, 0)], 10) == 11


def test_the_room_of_a_disadvantage_is_counted_from_where_it_began() -> None:
    """From 10 complaints, at most 14: 12 is half of the room, and 15 is over it."""
    assert room_used(D(10), D(14), D(12)) == D("0.5")
    assert room_used(D(10), D(14), D(15)) == D("1.25")
    assert room_used(D(10), D(10), D(12)) is None
