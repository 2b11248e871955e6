"""Benefits: saved hours, money that waits for a decision, net per year, present value, pay-back, achievement, signs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.benefits import Benefit, Numbering, RampYear
from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.measuring import achievement
from digisos_wizard.model.rules.benefits.reckoning import net_present_value, next_number, signs
from digisos_wizard.model.rules.benefits.result import BenefitResult
from digisos_wizard.model.rules.benefits.time_saved import yearly_hours
from digisos_wizard.model.rules.benefits.value import adjusted, full_amount, portions
from digisos_wizard.model.terms import BenefitClass, BenefitMethod, FreedTimeUse
from tests.model.given import figures_of, plan_of
from tests.model.given import found as finding

D = Decimal
SAVED = Benefit(
    id="t", kind=BenefitClass.OWN_PRICED, method=BenefitMethod.SAVED_TIME, use=FreedTimeUse.QUALITY, title="Tid"
)
MAPPING = Mapping(
    cases_per_month=D(100),
    steps=(
        ProcessStep(id="s1", paper_minutes=D(10), digital_minutes=D(4)),
        ProcessStep(id="s2", paper_minutes=D(20), digital_minutes=D(5), depends_on_attachments=True),
    ),
)
YEARLY = {"connection/day/shared/wished": date(2027, 1, 4), "costs/answers/shared/digifin_member": True}


def plan_with(*benefits: Benefit, **answers: object) -> Plan:
    """Return a plan of one municipality connected in January, with mapping and benefits."""
    ramp = tuple(RampYear(id=str(year), digital_percent=D(50), attachment_percent=D(40)) for year in range(1, 11))
    more = {name.replace("__", "/"): value for name, value in answers.items()}
    given_answers = YEARLY | {"mapping": MAPPING, "benefits/items": benefits, "benefits/ramp": ramp}
    return plan_of(1_000, answers=given_answers | more)


def result(*benefits: Benefit, **answers: object) -> BenefitResult:
    """Return what those benefits give."""
    return figures_of(plan_with(*benefits, **answers)).benefits


def test_saved_hours_by_hand() -> None:
    # 12 × 100 cases × 50 % × (6 + 15 × 40 %) minutes = 1 200 × 0,5 × 12 / 60 = 120 hours
    assert yearly_hours(MAPPING, D(50), D(40)) == D(120)
    (row, *_rest) = result(SAVED).rows
    assert row.saved_hours == D(120)
    assert row.gross_benefit == D(60_000), "500 kroner an hour"
    assert row.full_time_equivalents == D("0.07"), "120 / 1 700"


def test_the_first_year_counts_the_months_from_the_connection() -> None:
    rows = result(SAVED, connection__day__shared__wished=date(2027, 3, 4)).rows
    assert rows[0].saved_hours == D(100), "ten of twelve months"
    assert rows[1].saved_hours == D(120)


def test_freed_time_is_no_money_until_its_use_is_decided() -> None:
    undecided = SAVED.model_copy(update={"use": FreedTimeUse.UNDECIDED})
    found = result(undecided)
    assert found.rows[1].saved_hours == D(120)
    assert found.rows[1].gross_benefit == 0
    assert found.uncounted_hours == D(120)
    assert result(SAVED).uncounted_hours == 0


def test_unknown_volume_or_minutes_make_the_plan_incomplete_and_count_nothing() -> None:
    assert result(SAVED, mapping__cases_per_month=None).rows[0].saved_hours == 0
    assert not result(SAVED, mapping__cases_per_month=None).complete
    assert not result(SAVED, mapping__steps=()).complete
    half = (ProcessStep(id="s1", paper_minutes=D(10)),)
    assert not result(SAVED, mapping__steps=half).complete


def test_a_share_of_the_freed_time_or_an_even_part_of_what_is_left() -> None:
    half = SAVED.model_copy(update={"id": "a", "quantity": D(50)})
    rest = [SAVED.model_copy(update={"id": "b"}), SAVED.model_copy(update={"id": "c"})]
    savers = [half, *rest]
    assert list(portions(savers).values()) == [D("0.5"), D("0.25"), D("0.25")]
    rows = result(*savers)
    assert [rows.of(one.id)[1].hours for one in savers] == [D(60), D(30), D(30)]


@pytest.mark.parametrize(
    ("benefit", "amount"),
    [
        (Benefit(id="x", method=BenefitMethod.AVOIDED_COST, quantity=D(200), unit_cost=D("12.50")), D(2_500)),
        (Benefit(id="x", method=BenefitMethod.AVOIDED_COST, quantity=D(200)), None),
        (Benefit(id="x", method=BenefitMethod.ESTIMATE, expected=D(19_600), low=D(18_000), high=D(25_000)), D(20_360)),
        (Benefit(id="x", method=BenefitMethod.ESTIMATE, expected=D(19_600), low=D(18_000)), D(19_600)),
        (Benefit(id="x", method=BenefitMethod.ESTIMATE), None),
    ],
)
def test_the_value_of_a_whole_year(benefit: Benefit, amount: Decimal | None) -> None:
    assert full_amount(benefit) == amount


def test_the_published_example_of_uncertainty() -> None:
    assert adjusted(D(18_000), D(19_600), D(25_000)) == D(20_360)


def test_a_benefit_starts_in_its_month_and_a_disadvantage_counts_against() -> None:
    base = Benefit(id="e", method=BenefitMethod.ESTIMATE, expected=D(12_000), start_on=date(2028, 10, 1))
    assert [row.counted for row in result(base).of("e")] == [D(0), D(3_000), D(12_000), D(12_000), D(12_000)]
    against = base.model_copy(update={"disadvantage": True})
    assert result(against).of("e")[2].counted == D(-12_000)


def test_what_has_no_price_counts_nothing_and_what_others_gain_is_not_ours() -> None:
    unpriced = Benefit(id="k", kind=BenefitClass.NOT_PRICED, expected=D(9_000), method=BenefitMethod.ESTIMATE)
    others = Benefit(id="v", kind=BenefitClass.OTHER_BODY, expected=D(9_000), method=BenefitMethod.ESTIMATE)
    found = result(unpriced, others)
    assert found.of("k")[1].counted == 0
    assert found.of("v")[1].counted == D(9_000)
    assert found.rows[1].gross_benefit == 0


def test_net_is_gross_minus_project_minus_operation_in_fixed_prices() -> None:
    rows = result(SAVED, costs__project_cost=D(10_000), costs__index_percent=D(10)).rows
    # 1 000 × 0,11 × 12 = 1 320 a year, whatever the index; 55 000 once
    assert [row.operating_cost for row in rows] == [D(1_320)] * 5
    assert [row.project_cost for row in rows] == [D(65_000), 0, 0, 0, 0]
    assert [row.net for row in rows] == [D(-6_320), *[D(58_680)] * 4]
    assert [row.cumulative for row in rows][:3] == [D(-6_320), D(52_360), D(111_040)]


def test_present_value_by_hand() -> None:
    # −1 000 + 500/1,04 + 600/1,04² = 35,5029…
    assert net_present_value([D(-1_000), D(500), D(600)], D(4)) == D("35.50")
    assert net_present_value([D(-1_000), D(500), D(600)], D(0)) == D(100)
    rows = result(SAVED).rows
    assert result(SAVED).net_present_value == net_present_value([row.net for row in rows], D(4))


def test_pay_back_is_the_first_month_in_which_the_sum_is_not_negative() -> None:
    # 55 000 at once; (60 000 − 1 320) / 12 = 4 890 a month: 12 months make 58 680, 11 make 53 790
    assert result(SAVED).payback_month == 12
    assert result(SAVED, costs__project_cost=D(10_000_000)).payback_month is None
    assert result().payback_month is None, "nothing gained pays nothing back"


@pytest.mark.parametrize(
    ("baseline", "target", "measured", "expected"),
    [
        ("20", "80", "50", "0.5"),
        ("80", "20", "35", "0.75"),
        ("80", "20", "95", "-0.25"),
        ("20", "80", "110", "1.5"),
        ("20", "20", "20", None),
        (None, "80", "50", None),
        ("20", None, "50", None),
        ("20", "80", None, None),
    ],
)
def test_achievement(baseline: str | None, target: str | None, measured: str | None, expected: str | None) -> None:
    figures = [None if value is None else D(value) for value in (baseline, target, measured)]
    assert achievement(*figures) == (None if expected is None else D(expected))


@pytest.mark.parametrize(
    ("importance", "extent", "expected"),
    [(1, 1, "+"), (2, 1, "+"), (3, 1, "++"), (2, 2, "++"), (3, 2, "+++"), (3, 3, "++++"), (2, 0, "0"), (1, -1, "−"),
     (3, -2, "−−−"), (3, -3, "−−−−")],
)  # fmt: skip
def test_signs_of_importance_and_extent(importance: int, extent: int, expected: str) -> None:
    assert signs(importance, extent) == expected


def test_numbers_run_in_each_class_and_are_never_reused() -> None:
    plan = plan_with()
    numbers = []
    benefits = plan.benefits
    for kind in (BenefitClass.OWN_PRICED, BenefitClass.OWN_PRICED, BenefitClass.OTHER_BODY, BenefitClass.NOT_PRICED):
        number, numbering = next_number(benefits, kind)
        numbers.append(number)
        benefits = benefits.model_copy(update={"numbering": numbering})
    assert numbers == ["Ø1", "Ø2", "V1", "K1"]
    assert benefits.numbering == Numbering(own=2, other=1, unpriced=1)


@given(
    st.lists(st.decimals(-(10**7), 10**7, places=2), min_size=1, max_size=10),
    st.decimals(0, 20, places=2),
)
def test_present_value_is_linear_and_a_later_krone_is_worth_no_more(nets: list[Decimal], percent: Decimal) -> None:
    value = net_present_value(nets, percent)
    assert abs(net_present_value([2 * net for net in nets], percent) - 2 * value) <= D("0.02")
    assert net_present_value([D(0), D(1_000)], percent) <= net_present_value([D(1_000)], percent)


@given(years=st.integers(1, 10), use=st.sampled_from(FreedTimeUse), cost=st.integers(0, 10**6))
def test_the_table_agrees_with_its_own_columns(years: int, use: FreedTimeUse, cost: int) -> None:
    found = result(SAVED.model_copy(update={"use": use}), benefits__years=years, costs__project_cost=D(cost))
    assert len(found.rows) == years
    total = D(0)
    for row in found.rows:
        assert row.net == row.gross_benefit - row.project_cost - row.operating_cost
        total += row.net
        assert row.cumulative == total


@pytest.mark.parametrize(
    ("start", "use", "counted", "uncounted"),
    [
        # 120 hours a year at 500 kroner; connected in March, so 100 hours in 2027
        (None, None, ["50000", "60000", "60000"], "0"),
        (None, date(2027, 7, 1), ["30000", "60000", "60000"], "0"),  # six of the ten months
        (None, date(2028, 1, 1), ["0", "60000", "60000"], "0"),
        (None, date(2028, 10, 1), ["0", "15000", "60000"], "0"),  # three of twelve months
        (date(2028, 7, 1), date(2028, 10, 1), ["0", "15000", "60000"], "0"),
        (date(2028, 10, 1), date(2028, 7, 1), ["0", "15000", "60000"], "0"),  # not used before it is there
        (None, date(2029, 7, 1), ["0", "0", "30000"], "60"),  # of 120 hours in 2029 half have no use yet
        (None, date(2031, 1, 1), ["0", "0", "0"], "120"),
    ],
)
def test_time_counts_by_the_month_from_when_it_is_used_and_is_hours_before_that(
    start: date | None, use: date | None, counted: list[str], uncounted: str
) -> None:
    benefit = SAVED.model_validate(dict(SAVED) | {"start_on": start, "use_from": use})
    found = result(benefit, connection__day__shared__wished=date(2027, 3, 4), benefits__years=3)
    years = found.of("t")
    assert [year.counted for year in years] == [D(amount) for amount in counted]
    assert found.uncounted_hours == D(uncounted)
    hours = {None: ["100", "120", "120"], date(2028, 7, 1): ["0", "60", "120"], date(2028, 10, 1): ["0", "30", "120"]}
    assert [year.hours for year in years] == [D(amount) for amount in hours[start]]


def test_a_budget_cut_from_the_next_year_counts_nothing_before() -> None:
    postage = Benefit(
        id="p",
        kind=BenefitClass.OWN_PRICED,
        method=BenefitMethod.AVOIDED_COST,
        quantity=D(400),
        unit_cost=D(45),
        use=FreedTimeUse.BUDGET_CUT,
        use_from=date(2028, 1, 1),
    )
    years = result(postage, connection__day__shared__wished=date(2027, 3, 4)).of("p")
    assert [year.counted for year in years][:2] == [D(0), D(18_000)]  # 400 × 45
    undecided = postage.model_validate(dict(postage) | {"use": FreedTimeUse.UNDECIDED})
    years = result(undecided, connection__day__shared__wished=date(2027, 3, 4)).of("p")
    assert [year.counted for year in years][:2] == [D(15_000), D(18_000)], "a day for no use is no use"


def test_what_a_year_is_of_is_told() -> None:
    benefit = SAVED.model_validate(dict(SAVED) | {"use_from": date(2027, 7, 1)})
    found = result(benefit, connection__day__shared__wished=date(2027, 3, 4))
    assert [year.part for year in found.of("t")][:2] == [D("0.5"), D(1)]
    assert found.claimed
    assert not result().claimed


def test_a_use_before_there_is_anything_to_use_is_found() -> None:
    early = SAVED.model_validate(dict(SAVED) | {"use_from": date(2026, 12, 1)})
    assert [one.address[-1] for one in finding(plan_with(early), "benefit-use-early")] == ["use_from"]
    assert not finding(plan_with(SAVED), "benefit-use-early")
