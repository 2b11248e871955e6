"""The example plans, with the whole handbook: both documents hold together."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.checklist import reading as paper
from tests.export.workbook import reading as book

EXAMPLES = ("hamar", "vertskommune")


@pytest.fixture(scope="module")
def handbook() -> Content:
    return load()


@pytest.fixture(scope="module", params=EXAMPLES)
def figures(request: pytest.FixtureRequest, handbook: Content) -> Figures:
    document = planfile.decode((resources() / "examples" / f"{request.param}.digisos").read_bytes())
    return Figures(document, handbook, plans.TODAY)


def test_the_workbook_shows_what_the_model_computes(figures: Figures) -> None:
    found = book.written(figures)
    for sheet, cell, value in found.formula_cells():
        assert not str(value).startswith(book.ERRORS), (sheet, cell.coordinate)
    assert book.numbers(found.row("Forside", "Netto nåverdi")) == [figures.benefits.net_present_value]
    costs = found.row("Forside", "Kostnader i hele perioden, uten mva (løpende priser)")
    assert book.numbers(costs) == [figures.costs.total().net]
    for benefit in figures.plan.benefits.items:
        assert found.row("Oversikt", benefit.number)[1] in {benefit.title, f"{benefit.title} (ulempe)"}
    titles = {item.title for item in figures.schedule.activities}
    assert titles <= set(found.texts("Aktiviteter"))


def test_the_checklist_prints_every_item(figures: Figures) -> None:
    text = paper.written(figures).text
    for row in figures.checklist:
        assert paper.squeezed(row.text) in text
        assert row.evidence is None or paper.squeezed(row.evidence.text) in text
    assert "Tegn som skriften mangler" not in text
