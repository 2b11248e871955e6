"""The tornado: what each assumption means for the present value when it is a fifth lower or higher, widest first."""

from collections.abc import Mapping as Answers
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.model.benefits import Benefit, RampYear
from digisos_wizard.model.edits import with_field
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.rules.benefits.what_if import Cause
from digisos_wizard.model.terms import BenefitMethod, FreedTimeUse
from tests.model.given import TODAY, content, figures_of, plan_of

D = Decimal
FREED = Benefit(id="t", method=BenefitMethod.SAVED_TIME, use=FreedTimeUse.QUALITY)
AVOIDED = Benefit(id="u", method=BenefitMethod.AVOIDED_COST, quantity=D(200), unit_cost=D("12.50"))
FREE = ProcessStep(id="s1", paper_minutes=D(10), digital_minutes=D(4))
DEPENDENT = ProcessStep(id="s2", paper_minutes=D(20), digital_minutes=D(5), depends_on_attachments=True)


def plan_with(
    *benefits: Benefit, digital: int = 50, attachments: int = 40, steps: tuple[ProcessStep, ...] = (FREE, DEPENDENT),
    more: Answers[str, object] | None = None,
) -> Plan:  # fmt: skip
    """Return a plan of two years for 1 000 inhabitants: 55 000 at once, and 1 000 × 0,11 × 12 = 1 320 a year.

    100 cases × 12 × 50 % × (6 + 15 × 40 %) minutes = 7 200 minutes = 120 hours a year; at 500 kroner: 60 000.
    """
    ramp = [RampYear(id=year, digital_percent=D(digital), attachment_percent=D(attachments)) for year in ("1", "2")]
    answers = {
        "connection/day/shared/wished": date(2027, 1, 4),
        "costs/answers/shared/digifin_member": True,
        "mapping": Mapping(cases_per_month=D(100), steps=steps),
        "benefits/items": benefits,
        "benefits/ramp": tuple(ramp),
        "benefits/years": 2,
        "benefits/hourly_cost": D(500),
        "benefits/discount_percent": D(4),
    }
    return plan_of(1_000, answers=answers | dict(more or {}))


def moved(plan: Plan) -> dict[Cause, tuple[Decimal, Decimal]]:
    """Return the present value with each cause lower and higher, in the tornado's order."""
    return {effect.cause: (effect.lower, effect.higher) for effect in figures_of(plan).tornado}


def value(first: str, second: str, rate: str = "1.04") -> Decimal:
    """Return the present value of the net of two years."""
    return (D(first) + D(second) / D(rate)).quantize(D("0.01"))


def test_every_cause_by_hand() -> None:
    assert content().assumption_index["swing-percent"].value == 20
    assert figures_of(plan_with(FREED)).benefits.net_present_value == value("3680", "58680")
    found = moved(plan_with(FREED))
    # 400 and 600 kroner × 120 hours = 48 000 and 72 000, less 56 320 and 1 320
    assert found[Cause.HOURLY_COST] == (value("-8320", "46680"), value("15680", "70680")) == (
        D("36564.62"), D("83641.54"))  # fmt: skip
    # 40 % and 60 % digital: 96 and 144 hours; as many when every step saves a fifth less or more
    assert found[Cause.DIGITAL] == found[Cause.TIME] == found[Cause.HOURLY_COST]
    # 32 % and 48 % attachments: 6 + 4,8 and 6 + 7,2 minutes × 600 / 60 = 108 and 132 hours: 54 000 and 66 000
    assert found[Cause.ATTACHMENTS] == (value("-2320", "52680"), value("9680", "64680"))
    # 60 000 less 45 056 and 67 584, then less 1 056 and 1 584: dearer is worse
    assert found[Cause.COSTS] == (value("14944", "58944"), value("-7584", "58416"))
    # 3,2 % and 4,8 %
    assert found[Cause.DISCOUNT] == (value("3680", "58680", "1.032"), value("3680", "58680", "1.048"))


def test_what_matters_most_stands_first() -> None:
    # Widths: 47 077 for the three that move all freed time, 23 538 attachments, 23 036 costs, 868 the rate
    effects = figures_of(plan_with(FREED)).tornado
    assert [effect.cause for effect in effects][3:] == [Cause.ATTACHMENTS, Cause.COSTS, Cause.DISCOUNT]
    assert {effect.cause for effect in effects[:3]} == {Cause.HOURLY_COST, Cause.DIGITAL, Cause.TIME}
    assert [effect.width for effect in effects[3:]] == [D("23538.46"), D("23035.69"), D("868.10")]
    # With a project of 45 000 more the costs weigh 41 036, over attachments, under the hourly cost.
    dearer = figures_of(plan_with(FREED, more={"costs/project_cost": D(45_000)})).tornado
    assert [effect.cause for effect in dearer][3:] == [Cause.COSTS, Cause.ATTACHMENTS, Cause.DISCOUNT]


FREED_TIME = {Cause.DIGITAL, Cause.ATTACHMENTS, Cause.TIME, Cause.HOURLY_COST}


@pytest.mark.parametrize(
    ("plan", "gone"),
    [
        (plan_with(FREED), set()),
        (plan_with(), FREED_TIME),
        (plan_with(AVOIDED), FREED_TIME),
        (plan_with(FREED.model_copy(update={"use": FreedTimeUse.UNDECIDED})), FREED_TIME),
        (plan_with(FREED, steps=()), FREED_TIME),
        (plan_with(FREED, digital=0), FREED_TIME),
        (plan_with(FREED, steps=(FREE,)), {Cause.ATTACHMENTS}),
        (plan_with(FREED, attachments=0), {Cause.ATTACHMENTS}),
        (plan_with(FREED, more={"benefits/discount_percent": D(0)}), {Cause.DISCOUNT}),
        (plan_with(FREED, more={"benefits/years": 1}), {Cause.DISCOUNT}),
        (plan_with(FREED, more={"benefits/hourly_cost": D(0)}), FREED_TIME),
    ],
)
def test_what_has_no_effect_is_left_out(plan: Plan, gone: set[Cause]) -> None:
    assert set(moved(plan)) == set(Cause) - gone


def test_no_more_than_all_apply_digitally() -> None:
    # 90 % → 72 % and 100 %, not 108: 1 200 × 12 / 60 = 240 hours × 72 % = 172,8 → 86 400, and 240 → 120 000
    found = moved(plan_with(FREED, digital=90))
    assert found[Cause.DIGITAL] == (value("30080", "85080"), value("63680", "118680"))
    # 216 hours × 0,8 and 1,2 × 500 = 86 400 and 129 600: minutes have no such limit
    assert found[Cause.TIME] == (value("30080", "85080"), value("73280", "128280"))
    whole = moved(plan_with(FREED, digital=100))
    assert whole[Cause.DIGITAL][1] == figures_of(plan_with(FREED, digital=100)).benefits.net_present_value


def test_no_more_than_all_attachments_come_digitally() -> None:
    # 90 % → 72 % and 100 %: 6 + 10,8 and 6 + 15 minutes × 600 / 60 = 168 and 210 hours: 84 000 and 105 000
    found = moved(plan_with(FREED, attachments=90))
    assert found[Cause.ATTACHMENTS] == (value("27680", "82680"), value("48680", "103680"))


def test_other_benefits_count_but_the_hourly_cost_moves_none_of_them() -> None:
    found = moved(plan_with(FREED, AVOIDED))
    # 2 500 a year more in all of them
    assert found[Cause.HOURLY_COST] == (value("-5820", "49180"), value("18180", "73180"))
    assert found[Cause.COSTS] == (value("17444", "61444"), value("-5084", "60916"))


def test_a_disadvantage_turns_the_hourly_cost_around() -> None:
    found = moved(plan_with(FREED.model_copy(update={"disadvantage": True})))
    # −48 000 and −72 000, less 56 320 and 1 320
    assert found[Cause.HOURLY_COST] == (value("-104320", "-49320"), value("-128320", "-73320"))


def test_a_range_is_weighed_in() -> None:
    ranged = FREED.model_copy(update={"low_percent": D(80), "high_percent": D(110)})
    # (0,8 + 3 + 1,1) / 5 = 0,98: 47 040 and 70 560
    assert moved(plan_with(ranged))[Cause.HOURLY_COST] == (value("-9280", "45720"), value("14240", "69240"))


def test_the_swing_is_the_handbooks() -> None:
    changed = [
        one.model_copy(update={"value": D(10)}) if one.id == "swing-percent" else one for one in content().assumptions
    ]
    tenth = with_field(content(), "assumptions", tuple(changed))
    effects = {one.cause: one for one in Figures(Document(plan=plan_with(FREED)), tenth, TODAY).tornado}
    # 450 and 550 kroner: 54 000 and 66 000
    assert effects[Cause.HOURLY_COST].lower == value("-2320", "52680")
    assert effects[Cause.HOURLY_COST].higher == value("9680", "64680")


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 2_000), st.integers(0, 10**6))
def test_sorted_with_the_plan_within(digital: int, attachments: int, hourly: int, project: int) -> None:
    more = {"benefits/hourly_cost": D(hourly), "costs/project_cost": D(project)}
    figures = figures_of(plan_with(FREED, AVOIDED, digital=digital, attachments=attachments, more=more))
    widths = [effect.width for effect in figures.tornado]
    assert widths == sorted(widths, reverse=True)
    assert all(width > 0 for width in widths)
    planned = figures.benefits.net_present_value
    for effect in figures.tornado:
        assert min(effect.lower, effect.higher) <= planned <= max(effect.lower, effect.higher)
