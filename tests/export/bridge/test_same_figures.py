"""A figure that stands in several documents is the same in all of them, or says beside it how it differs.

Read from the exported files: memo, one page, slides, workbook's front page, and what `figures` prints.
"""

from io import BytesIO

import pytest
from pptx import Presentation

from digisos_wizard.commands.figures import everything
from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.model import formatting
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.checklist.reading import read, squeezed
from tests.model.given import TODAY


def examples() -> dict[str, Figures]:
    """Return the plans that are read: the examples, one of several kinds of answers, some by chance, an empty one."""
    content = load()
    found = {
        file.stem: Figures(planfile.read(file).document, content, TODAY)
        for file in sorted((resources() / "examples").glob("*.digisos"))
    }
    found["empty"] = Figures(Document(plan=Plan()), content, TODAY)
    found["host"] = Figures(Document(plan=plans.host_plan()), content, TODAY)
    found |= {f"random {seed}": Figures(Document(plan=plans.random_plan(seed)), content, TODAY) for seed in (1, 2, 3)}
    return found


PLANS = examples()


@pytest.fixture(params=PLANS)
def figures(request: pytest.FixtureRequest) -> Figures:
    """Each plan in turn."""
    return PLANS[request.param]


def text(figures: Figures, kind: str) -> str:
    """Return the text of a PDF."""
    return squeezed(read(export(kind).build(figures)).text)


def slides(figures: Figures) -> str:
    """Return the text of the leader package."""
    show = Presentation(BytesIO(export("slides").build(figures)))
    return " ".join(shape.text_frame.text for slide in show.slides for shape in slide.shapes if shape.has_text_frame)


def said(words: str) -> str:
    """Return words as they are looked for: without what parts thousands."""
    return squeezed(words)


def test_the_cost_of_the_years_is_one_sum_everywhere(figures: Figures) -> None:
    costs = figures.costs
    whole, first = costs.total(), costs.total(year_index=0)
    told = everything(figures)["costs"]
    assert isinstance(told, dict)
    assert told["total"]["net"] == format(whole.net, "f")
    assert told["by_year"][str(costs.first_year)]["net"] == format(first.net, "f")
    memo, page = text(figures, "memo"), text(figures, "overview")
    if any(line.net is not None for line in costs.lines):
        for words in (formatting.kroner(whole.net), formatting.kroner(first.net)):
            assert said(words) in memo, words
        assert said(formatting.money(whole.net)) in page
    for payer in costs.payers if len(costs.payers) > 1 else ():
        assert said(formatting.money(costs.total(municipality=payer.id).net)) in memo, payer


def test_own_project_work_stands_beside_the_sums_that_leave_it_out(figures: Figures) -> None:
    costs = figures.costs
    if not costs.own_work_net:
        return
    memo = text(figures, "memo")
    with_it = costs.total(year_index=0).net + costs.own_work_net
    assert said(f"Med det blir {costs.first_year} {formatting.kroner(with_it)}") in memo
    if figures.benefits.rows and figures.plan.benefits.items:
        assert said(f"Kostnaden her har med eget prosjektarbeid på {formatting.kroner(costs.own_work_net)}") in memo


def test_freed_hours_are_the_plans_and_possible_ones_are_called_so(figures: Figures) -> None:
    result = figures.benefits
    planned = formatting.hours(result.rows[-1].saved_hours)
    page = text(figures, "overview")
    if result.rows[-1].saved_hours:
        assert said(f"{planned} i {result.rows[-1].year}") in page
        assert ("Mulig frigjort tid" in page) is not result.claimed
        if result.claimed and figures.plan.benefits.items:
            assert said(f"Planen regner med {planned} i {result.rows[-1].year}") in text(figures, "memo")
            if result.full_effect_hours != result.rows[-1].saved_hours:
                assert said(formatting.hours(result.full_effect_hours)) not in said(slides(figures))
    told = everything(figures)["benefits"]
    assert isinstance(told, dict)
    assert told["by_year"][-1]["saved_hours"] == format(result.rows[-1].saved_hours, "f")
    assert told["net_present_value"] == format(result.net_present_value, "f")


def test_present_value_is_the_same_in_memo_and_figures(figures: Figures) -> None:
    if figures.costs.lines and figures.plan.benefits.items:
        assert said(f"er {formatting.kroner(figures.benefits.net_present_value)}") in text(figures, "memo")
