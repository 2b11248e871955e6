"""The sheet on uncertainty: net, present value and every benefit when it goes badly, as expected, and well."""

import re
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


def told(book: Read, outlook: Outlook) -> tuple[list[Decimal], list[Decimal], Decimal, Decimal]:
    """Return net and cumulated net of every year, their sum and the present value."""
    years, words = book.table("Utfall_per_år"), WORDS[outlook]
    net, cumulative = (numbers([row[f"{words}: {title}"] for row in years]) for title in ("netto", "samlet"))
    sums = book.keyed("Utfall_samlet", "Utfall")[words]
    total, value = numbers([sums["Sum netto"], sums["Netto nåverdi"]])
    return net, cumulative, total, value


def each(book: Read, outlook: Outlook, number: str, *titles: str) -> list[object]:
    """Return what stands for a benefit under an outlook: factor, whole year, or a year."""
    row = book.keyed("Utfall")[number]
    return [row[f"{WORDS[outlook]} {title}" if title.isdigit() else f"{WORDS[outlook]}: {title}"] for title in titles]


@pytest.mark.parametrize("outlook", WORDS)
def test_net_and_present_value_are_the_models(book: Read, figures: Figures, outlook: Outlook) -> None:
    outcome = next(found for found in figures.outcomes if found.outlook is outlook)
    nets, cumulative, total, value = told(book, outlook)
    assert nets == [row.net for row in outcome.rows]
    assert total == sum(nets)
    assert value == outcome.net_present_value
    assert cumulative == [row.cumulative for row in outcome.rows]


def test_the_plans_own_line_is_the_weighed_one(book: Read, figures: Figures) -> None:
    row = book.keyed("Utfall_samlet", "Utfall")["Veid: brukt i planen"]
    assert numbers([row["Sum netto"]]) == [figures.benefits.rows[-1].cumulative]
    assert numbers([row["Netto nåverdi"]]) == [figures.benefits.net_present_value]


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

    assert [each(found, outlook, "Ø1", "2028") for outlook in WORDS] == [[18_000], [19_600], [25_000]]
    assert [each(found, outlook, "Ø2", "2028") for outlook in WORDS] == [[-4_000], [-2_000], [-1_000]]


def test_the_outcomes_are_drawn_and_told(book: Read) -> None:
    sheet = book.formulas[SHEET]
    assert len(sheet._charts) == 1  # type: ignore[attr-defined] # openpyxl has no public name for charts


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
        assert told(found, outlook) == ([first, second], [first, total], total, value)
    # Weighed: (18 000 + 3 × 19 600 + 25 000) / 5 − (1 000 + 3 × 2 000 + 4 000) / 5 = 20 360 − 2 200
    weighed = [Decimal(amount) for amount in (8_160, 18_160, 26_320, "24669.09")]
    row = found.keyed("Utfall_samlet", "Utfall")["Veid: brukt i planen"]
    assert numbers([row["Sum netto"], row["Netto nåverdi"]]) == weighed[2:]
    assert numbers([year["Netto gevinst"] for year in found.table("Netto_per_år")]) == weighed[:2]


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
        factor, all_year, *years = each(found, outlook, "Ø1", "faktor", "helt år", "2027", "2028")
        assert factor == pytest.approx(factors[number])
        assert all_year == (whole[number] if whole else "–")
        assert years == [yearly[number]] * 2


def test_what_lacks_its_amount_says_so_and_counts_as_nothing() -> None:
    found = small_book(GAIN, Benefit(id="e", number="Ø2", title="Uten tall", method=ESTIMATE))
    without = small_book(GAIN)
    for outlook in WORDS:
        assert each(found, outlook, "Ø2", "helt år", "2027", "2028") == ["mangler"] * 3
        assert told(found, outlook) == told(without, outlook)


def test_benefits_of_others_count_in_no_outlook(book: Read, figures: Figures) -> None:
    assert book.keyed("Utfall")["V6"]["Klasse"] == "V"
    assert told(book, Outlook.EXPECTED)[0] == [row.net for row in figures.outcomes[1].rows]


def test_the_chart_draws_the_cumulated_rows_and_is_told_in_words(book: Read) -> None:
    with zipfile.ZipFile(BytesIO(book.data)) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]
        drawings = b"".join(package.read(name) for name in package.namelist() if "drawings/drawing" in name).decode()
    (chart,) = [text for text in charts if f"{SHEET}!" in text]
    drawn = re.findall(r"<c:val><c:numRef><c:f>(.*?)</c:f>", chart)
    places = [
        [book.place("Utfall_per_år", year, f"{words}: samlet")[1] for year in (2027, 2036)] for words in WORDS.values()
    ]
    assert [area.replace("$", "") for area in drawn] == [f"{SHEET}!{first}:{last}" for first, last in places]
    assert 'descr="Samlet netto når det går dårlig' in drawings


def test_an_empty_plan_nets_nothing(bare: Read) -> None:
    for outlook in WORDS:
        nets, _cumulative, total, value = told(bare, outlook)
        assert {*nets, total, value} == {Decimal(0)}
