"""The sheet on uncertainty: net, present value and every benefit when it goes badly, as expected, and well."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from digisos_wizard.model.benefits import Benefit, Benefits, RampYear
from digisos_wizard.model.costs import Costs
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import Mapping, ProcessStep
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import BenefitMethod, FreedTimeUse, Outlook
from tests.export import plans
from tests.export.workbook.reading import Read, numbers, written

SHEET = "Usikkerhet"
WORDS = {Outlook.LOW: "Går dårlig", Outlook.EXPECTED: "Som forventet", Outlook.HIGH: "Går bra"}
ESTIMATE = BenefitMethod.ESTIMATE
MINUTES = Mapping(
    cases_per_month=Decimal(100),
    steps=(ProcessStep(id="s", paper_minutes=Decimal(10), digital_minutes=Decimal(4)),),
)
RAMP = tuple(RampYear(id=year, digital_percent=Decimal(50), attachment_percent=Decimal(40)) for year in ("1", "2"))
GAIN = Benefit(
    id="g", number="Ø1", title="Gevinst", method=ESTIMATE,
    low=Decimal(18_000), expected=Decimal(19_600), high=Decimal(25_000),
)  # fmt: skip
LOSS = Benefit(
    id="l", number="Ø2", title="Ulempe", method=ESTIMATE, disadvantage=True,
    low=Decimal(1_000), expected=Decimal(2_000), high=Decimal(4_000),
)  # fmt: skip


@pytest.mark.parametrize("outlook", WORDS)
def test_net_and_present_value_are_the_models(book: Read, figures: Figures, outlook: Outlook) -> None:
    outcome = next(found for found in figures.outcomes if found.outlook is outlook)
    *nets, total, value = numbers(book.row(SHEET, WORDS[outlook]))
    assert nets == [row.net for row in outcome.rows]
    assert total == sum(nets)
    assert value == outcome.net_present_value
    cumulative = numbers(book.row(SHEET, WORDS[outlook], after="Samlet netto, kroner"))
    assert cumulative == [row.cumulative for row in outcome.rows]


def test_the_plans_own_line_is_the_weighed_one(book: Read, figures: Figures) -> None:
    *nets, _total, value = numbers(book.row(SHEET, "Veid: brukt i planen"))
    assert nets == [row.net for row in figures.benefits.rows]
    assert value == figures.benefits.net_present_value


def test_estimates_stand_by_hand_and_a_disadvantage_is_turned_around() -> None:
    gain = Benefit(
        id="g", number="Ø1", title="Gevinst", method=ESTIMATE,
        low=Decimal(18_000), expected=Decimal(19_600), high=Decimal(25_000),
    )  # fmt: skip
    loss = Benefit(
        id="l", number="Ø2", title="Ulempe", method=ESTIMATE, disadvantage=True,
        low=Decimal(1_000), expected=Decimal(2_000), high=Decimal(4_000),
    )  # fmt: skip
    found = written(plans.figures(plans.host_plan(Benefits(items=(gain, loss), years=2))))

    def second_year(outlook: Outlook, number: str) -> Decimal:
        row = found.row(SHEET, number, after=f"Gevinst i kroner: {WORDS[outlook]}")
        return numbers(row)[-1]

    assert [second_year(outlook, "Ø1") for outlook in WORDS] == [18_000, 19_600, 25_000]
    assert [second_year(outlook, "Ø2") for outlook in WORDS] == [-4_000, -2_000, -1_000]


def test_the_outcomes_are_drawn_and_told(book: Read) -> None:
    sheet = book.formulas[SHEET]
    assert len(sheet._charts) == 1  # type: ignore[attr-defined] # openpyxl has no public name for charts


def test_an_empty_plan_says_so(bare: Read) -> None:
    assert "Ingen prissatte gevinster ennå." in bare.texts(SHEET)


def small_book(*items: Benefit) -> Read:
    """Return the workbook of two whole years at 10 percent, for a project of 10 000 kroner and nothing else."""
    plan = apply(
        Plan(costs=Costs(project_cost=Decimal(10_000)), mapping=MINUTES),
        Set(
            ("benefits",),
            Benefits(items=items, years=2, discount_percent=Decimal(10), hourly_cost=Decimal(500), ramp=RAMP),
        ),
        Set(("connection", "day", "shared", "wished"), date(2027, 1, 4)),
    )
    return written(plans.figures(plan))


def test_a_small_plan_stands_as_reckoned_by_hand() -> None:
    found = small_book(GAIN, LOSS)
    # Badly 18 000 − 4 000, expected 19 600 − 2 000, well 25 000 − 1 000; the project costs 10 000 in the first year.
    by_hand: dict[Outlook, tuple[int | str, ...]] = {
        Outlook.LOW: (4_000, 14_000, 18_000, "16727.27"),  # 4 000 + 14 000 / 1.1
        Outlook.EXPECTED: (7_600, 17_600, 25_200, 23_600),  # 7 600 + 17 600 / 1.1
        Outlook.HIGH: (14_000, 24_000, 38_000, "35818.18"),  # 14 000 + 24 000 / 1.1
    }
    for outlook, amounts in by_hand.items():
        first, second, total, value = map(Decimal, amounts)
        assert numbers(found.row(SHEET, WORDS[outlook])) == [first, second, total, value]
        assert numbers(found.row(SHEET, WORDS[outlook], after="Samlet netto, kroner")) == [first, total]
        sums = found.row(SHEET, "Sum", after=f"Gevinst i kroner: {WORDS[outlook]}")
        assert numbers(sums) == [first + 10_000, second]
    # Weighed: (18 000 + 3 × 19 600 + 25 000) / 5 − (1 000 + 3 × 2 000 + 4 000) / 5 = 20 360 − 2 200
    weighed = [Decimal(amount) for amount in (8_160, 18_160, 26_320, "24669.09")]
    assert numbers(found.row(SHEET, "Veid: brukt i planen")) == weighed


@pytest.mark.parametrize(
    ("method", "disadvantage", "whole", "yearly"),
    [
        # 200 × 12.50 = 2 500 at 60, 100 and 120 percent
        (BenefitMethod.AVOIDED_COST, False, (1_500, 2_500, 3_000), (1_500, 2_500, 3_000)),
        (BenefitMethod.AVOIDED_COST, True, (3_000, 2_500, 1_500), (-3_000, -2_500, -1_500)),
        # 100 × 12 × 50 % × 6 minutes = 60 hours at 500 kroner
        (BenefitMethod.SAVED_TIME, False, None, (18_000, 30_000, 36_000)),
        (BenefitMethod.SAVED_TIME, True, None, (-36_000, -30_000, -18_000)),
    ],
)
def test_a_range_in_percent_is_a_factor(
    method: BenefitMethod, disadvantage: bool, whole: tuple[int, ...] | None, yearly: tuple[int, ...]
) -> None:
    quantity = Decimal(200) if method is BenefitMethod.AVOIDED_COST else None
    item = Benefit(
        id="u", number="Ø1", title="Spart", method=method, use=FreedTimeUse.QUALITY, quantity=quantity,
        unit_cost=Decimal("12.50"), low_percent=Decimal(60), high_percent=Decimal(120), disadvantage=disadvantage,
    )  # fmt: skip
    found = small_book(item)
    factors = (1.2, 1, 0.6) if disadvantage else (0.6, 1, 1.2)
    for number, outlook in enumerate(WORDS):
        row = found.row(SHEET, "Ø1", after=f"Gevinst i kroner: {WORDS[outlook]}")
        assert row[2] == pytest.approx(factors[number])
        assert row[3] == whole[number] if whole else not row[3]
        assert row[4:6] == [yearly[number]] * 2


def test_what_lacks_its_amount_says_so_and_counts_as_nothing() -> None:
    found = small_book(GAIN, Benefit(id="e", number="Ø2", title="Uten tall", method=ESTIMATE))
    for words in WORDS.values():
        heading = f"Gevinst i kroner: {words}"
        assert found.row(SHEET, "Ø2", after=heading)[3:6] == ["mangler"] * 3
        assert numbers(found.row(SHEET, "Sum", after=heading)) == numbers(found.row(SHEET, "Ø1", after=heading)[4:6])


def test_benefits_of_others_are_left_out(book: Read) -> None:
    named = {str(text) for text in book.texts(SHEET) if str(text)[:1] in "ØVK" and str(text)[1:].isdigit()}
    assert named == {"Ø1", "Ø2", "Ø3", "Ø4", "Ø5"}


def test_the_chart_draws_the_cumulated_rows_and_is_told_in_words(book: Read) -> None:
    with zipfile.ZipFile(BytesIO(book.data)) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]
        drawings = b"".join(package.read(name) for name in package.namelist() if "drawings/drawing" in name).decode()
    chart = next(text for text in charts if f"'{SHEET}'!" in text or f"{SHEET}!" in text)
    column = [row[0] for row in book.sheet(SHEET).iter_rows(max_col=1, values_only=True)]
    heading = column.index("Samlet netto, kroner")
    for words in WORDS.values():
        at = column.index(words, heading) + 1
        assert f"{SHEET}!$E${at}:$N${at}</c:f>" in chart, "ten years from the fifth column"
    assert 'descr="Samlet netto når det går dårlig' in drawings


def test_an_empty_plan_nets_nothing(bare: Read) -> None:
    assert {number for words in WORDS.values() for number in numbers(bare.row(SHEET, words))} == {Decimal(0)}


def test_the_formulas_turn_a_disadvantage_around_themselves() -> None:
    sheet = small_book(GAIN, LOSS).formulas[SHEET]
    chosen = [str(row[3]) for row in sheet.iter_rows(values_only=True) if row[0] == "Ø2"]
    low, high = "'Gevinst per år'!$G$12", "'Gevinst per år'!$I$12"
    assert [f'="Ja",{high},{low})' in chosen[0], f'="Ja",{low},{high})' in chosen[2]] == [True, True]
