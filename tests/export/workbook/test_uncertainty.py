"""The sheet on uncertainty: net, present value and every benefit when it goes badly, as expected, and well."""

from decimal import Decimal

import pytest

from digisos_wizard.model.benefits import Benefit, Benefits
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import BenefitMethod, Outlook
from tests.export import plans
from tests.export.workbook.reading import Read, numbers, written

SHEET = "Usikkerhet"
WORDS = {Outlook.LOW: "Går dårlig", Outlook.EXPECTED: "Som forventet", Outlook.HIGH: "Går bra"}
ESTIMATE = BenefitMethod.ESTIMATE


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
