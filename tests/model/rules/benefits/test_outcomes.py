"""Outcomes: the uncertainty adjustment, and what the plan is worth badly, as expected, and well."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.benefits import Benefit, RampYear
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.reckoning import net_present_value
from digisos_wizard.model.rules.benefits.result import Outcome
from digisos_wizard.model.rules.benefits.value import adjusted, factor, full_amount
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse, Outlook
from tests.model.given import figures_of, plan_of

D = Decimal
LOW, EXPECTED, HIGH, ADJUSTED = Outlook
# 100 cases × 12 months × 50 % × (10 − 4 + (20 − 5) × 40 %) minutes = 7 200 minutes = 120 hours; at 500 kr: 60 000
MAPPING = Mapping(
    cases_per_month=D(100),
    steps=(
        ProcessStep(id="s1", paper_minutes=D(10), digital_minutes=D(4)),
        ProcessStep(id="s2", paper_minutes=D(20), digital_minutes=D(5), depends_on_attachments=True),
    ),
)
FREED = Benefit(
    id="t", method=BenefitMethod.SAVED_TIME, use=FreedTimeUse.QUALITY, low_percent=D(80), high_percent=D(110)
)
AVOIDED = Benefit(
    id="u", method=BenefitMethod.AVOIDED_COST, quantity=D(200), unit_cost=D("12.50"),
    low_percent=D(60), high_percent=D(120),
)  # fmt: skip
ESTIMATED = Benefit(id="e", method=BenefitMethod.ESTIMATE, low=D(18_000), expected=D(19_600), high=D(25_000))


def plan_with(*benefits: Benefit, day: date = date(2027, 1, 4)) -> Plan:
    """Return a plan of two years for 1 000 inhabitants: 55 000 at once, and 1 000 × 0,11 × 12 = 1 320 a year."""
    ramp = tuple(RampYear(id=year, digital_percent=D(50), attachment_percent=D(40)) for year in ("1", "2"))
    answers = {
        "connection/day/shared/wished": day,
        "costs/answers/shared/digifin_member": True,
        "mapping": MAPPING,
        "benefits/items": benefits,
        "benefits/ramp": ramp,
        "benefits/years": 2,
        "benefits/hourly_cost": D(500),
        "benefits/discount_percent": D(4),
    }
    return plan_of(1_000, answers=answers)


def outcomes(*benefits: Benefit, day: date = date(2027, 1, 4)) -> tuple[Outcome, ...]:
    """Return the three outcomes, badly first."""
    found = figures_of(plan_with(*benefits, day=day)).outcomes
    assert [one.outlook for one in found] == [LOW, EXPECTED, HIGH]
    return found


def yearly(found: tuple[Outcome, ...]) -> list[list[Decimal]]:
    """Return the gross benefit in both years of every outcome."""
    return [[row.gross_benefit for row in one.rows] for one in found]


def test_the_published_example_of_uncertainty() -> None:
    # (18 000 + 3 × 19 600 + 25 000) / 5 = 101 800 / 5
    assert adjusted(D(18_000), D(19_600), D(25_000)) == D(20_360)
    assert full_amount(ESTIMATED) == D(20_360)
    assert full_amount(ESTIMATED.model_copy(update={"disadvantage": True})) == D(20_360)


@pytest.mark.parametrize(
    ("benefit", "amounts"),
    [
        (ESTIMATED, (18_000, 19_600, 25_000)),
        (ESTIMATED.model_copy(update={"disadvantage": True}), (25_000, 19_600, 18_000)),  # much of a cost is bad
        (AVOIDED, (1_500, 2_500, 3_000)),  # 200 × 12,50 = 2 500; 60 % and 120 % of it
        (AVOIDED.model_copy(update={"disadvantage": True}), (3_000, 2_500, 1_500)),
        (AVOIDED.model_copy(update={"high_percent": None}), (2_500, 2_500, 2_500)),
        (ESTIMATED.model_copy(update={"low": None}), (19_600, 19_600, 19_600)),
        (ESTIMATED.model_copy(update={"low_percent": D(50), "high_percent": D(150)}), (18_000, 19_600, 25_000)),
    ],
)
def test_a_whole_year_badly_as_expected_and_well(benefit: Benefit, amounts: tuple[int, ...]) -> None:
    assert tuple(full_amount(benefit, outlook) for outlook in (LOW, EXPECTED, HIGH)) == amounts


def test_what_percents_multiply_with() -> None:
    assert [factor(FREED, outlook) for outlook in (LOW, EXPECTED, HIGH)] == [D("0.8"), D(1), D("1.1")]
    assert factor(FREED) == D("0.98"), "(0,8 + 3 + 1,1) / 5"
    assert factor(AVOIDED) == D("0.96"), "(0,6 + 3 + 1,2) / 5"
    assert factor(FREED.model_copy(update={"low_percent": None})) == D(1)


def test_freed_time_by_hand() -> None:
    found = outcomes(FREED)
    assert [one.of("t")[1].hours for one in found] == [D(96), D(120), D(132)]
    assert yearly(found) == [[48_000, 48_000], [60_000, 60_000], [66_000, 66_000]]
    # Year 1: less 55 000 + 1 320, year 2: less 1 320
    assert [[row.net for row in one.rows] for one in found] == [[-8_320, 46_680], [3_680, 58_680], [9_680, 64_680]]
    assert [row.cumulative for row in found[0].rows] == [-8_320, 38_360]
    assert [one.net_present_value for one in found] == [
        D("36564.62"),  # −8 320 + 46 680 / 1,04 = −8 320 + 44 884,62
        D("60103.08"),  # 3 680 + 58 680 / 1,04 = 3 680 + 56 423,08
        D("71872.31"),  # 9 680 + 64 680 / 1,04 = 9 680 + 62 192,31
    ]


def test_the_month_in_which_it_has_paid_for_itself() -> None:
    # 46 680 / 12 = 3 890 a month: 15 of them reach 55 000; 58 680 / 12 = 4 890: 12; 64 680 / 12 = 5 390: 11
    assert [one.payback_month for one in outcomes(FREED)] == [15, 12, 11]
    # 3 000 − 1 320 a year doesn't make 55 000 in two years
    assert [one.payback_month for one in outcomes(AVOIDED)] == [None, None, None]


def test_avoided_cost_by_hand() -> None:
    assert yearly(outcomes(AVOIDED)) == [[1_500, 1_500], [2_500, 2_500], [3_000, 3_000]]
    assert [one.net_present_value for one in outcomes(AVOIDED)] == [
        D("-54646.92"),  # 1 500 − 56 320 + 180 / 1,04 = −54 820 + 173,08
        D("-52685.38"),  # 2 500 − 56 320 + 1 180 / 1,04 = −53 820 + 1 134,62
        D("-51704.62"),  # 3 000 − 56 320 + 1 680 / 1,04 = −53 320 + 1 615,38
    ]


def test_three_estimates_by_hand_in_a_first_year_of_three_months() -> None:
    found = outcomes(ESTIMATED, day=date(2027, 10, 4))
    # Three of twelve months: 18 000 / 4, 19 600 / 4 and 25 000 / 4
    assert yearly(found) == [[4_500, 18_000], [4_900, 19_600], [6_250, 25_000]]
    against = outcomes(ESTIMATED.model_copy(update={"disadvantage": True}))
    assert yearly(against) == [[-25_000, -25_000], [-19_600, -19_600], [-18_000, -18_000]]


def test_together_the_benefits_of_the_own_organisation_count() -> None:
    undecided = FREED.model_copy(update={"id": "w", "quantity": D(50), "use": FreedTimeUse.UNDECIDED})
    others = ESTIMATED.model_copy(update={"id": "v", "kind": BenefitClass.OTHER_BODY})
    unpriced = ESTIMATED.model_copy(update={"id": "k", "kind": BenefitClass.NOT_PRICED})
    found = outcomes(FREED, AVOIDED, ESTIMATED, undecided, others, unpriced)
    # The half of the freed time with a use, avoided cost, estimate: 24 000 + 1 500 + 18 000 and so on
    assert [years[1] for years in yearly(found)] == [43_500, 52_100, 61_000]
    assert [one.of("w")[1].hours for one in found] == [D(48), D(60), D(66)], "hours, but no money yet"
    assert [one.of("v")[1].counted for one in found] == [18_000, 19_600, 25_000]


def test_the_plan_itself_reckons_with_the_adjusted_values() -> None:
    found = figures_of(plan_with(FREED, AVOIDED, ESTIMATED)).benefits
    # 60 000 × 0,98 + 2 500 × 0,96 + 20 360 = 58 800 + 2 400 + 20 360
    assert found.rows[1].gross_benefit == D(81_560)
    # 81 560 − 56 320 + 80 240 / 1,04 = 25 240 + 77 153,85
    assert found.net_present_value == D("102393.85")


def test_present_value_counts_the_first_year_whole() -> None:
    # −500 + 315 / 1,05 + 441 / 1,05² = −500 + 300 + 400
    assert net_present_value([D(-500), D(315), D(441)], D(5)) == D(200)
    # 1 000 / 1,1³ = 751,3148
    assert net_present_value([D(0), D(0), D(0), D(1_000)], D(10)) == D("751.31")


PERCENTS = st.tuples(st.integers(0, 100), st.integers(100, 300))
AMOUNTS = st.lists(st.integers(0, 10**6), min_size=3, max_size=3).map(sorted)


@given(PERCENTS, PERCENTS, AMOUNTS, st.lists(st.booleans(), min_size=3, max_size=3))
def test_badly_is_never_better_than_expected_nor_expected_than_well(
    freed: tuple[int, int], avoided: tuple[int, int], amounts: list[int], against: list[bool]
) -> None:
    ranges = [{"low_percent": D(low), "high_percent": D(high)} for low, high in (freed, avoided)]
    ranges.append(dict(zip(("low", "expected", "high"), map(D, amounts), strict=True)))
    benefits = [
        one.model_copy(update=given_range | {"disadvantage": turned})
        for one, given_range, turned in zip((FREED, AVOIDED, ESTIMATED), ranges, against, strict=True)
    ]
    low, expected, high = outcomes(*benefits)
    assert low.net_present_value <= expected.net_present_value <= high.net_present_value
    for year in range(2):
        one, two, three = (found.rows[year].gross_benefit for found in (low, expected, high))
        assert one <= two <= three


@pytest.mark.parametrize(
    ("start", "freed", "saved"),
    [
        # Connected in October: 3 of 12 months. 60 000 × 0,98 a year is 14 700, and 2 500 × 0,96 is 600.
        (None, "14700", "600"),
        (date(2027, 1, 1), "14700", "600"),  # nothing counts before the connection
        (date(2027, 10, 4), "14700", "600"),
        (date(2027, 11, 1), "9800", "400"),  # two months
        (date(2028, 2, 1), "0", "0"),
    ],
)
def test_the_first_year_counts_from_the_connection_or_the_start_whichever_is_later(
    start: date | None, freed: str, saved: str
) -> None:
    plan = plan_with(FREED, AVOIDED, day=date(2027, 10, 4))
    plan = apply(plan, *(Set(("benefits", "items", key, "start_on"), start) for key in ("t", "u")))
    result = figures_of(plan).benefits
    assert (result.of("t")[0].counted, result.of("u")[0].counted) == (D(freed), D(saved))
