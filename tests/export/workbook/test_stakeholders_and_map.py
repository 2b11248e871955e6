"""Stakeholders with the words for their attitude, and the benefit map as picture and table."""

import zipfile
from io import BytesIO

import pytest

from digisos_wizard.model.benefits import Benefit, Benefits, MapNode, Stakeholder
from digisos_wizard.model.terms import MapLayer
from tests.export import plans
from tests.export.workbook.reading import Read, written

PEOPLE, MAP = "Interessenter", "Gevinstkart"


@pytest.fixture(scope="module")
def mapped() -> Read:
    """The workbook of a plan with three stakeholders and a map of three boxes."""
    benefits = Benefits(
        items=(Benefit(id="b1", number="Ø1", title="Mindre tid", leads_to=("goal",)),),
        map_nodes=(
            MapNode(id="do", layer=MapLayer.CHANGE, title="Færre skannes", leads_to=("b1",)),
            MapNode(id="goal", layer=MapLayer.GOAL, title="Mer oppfølging"),
        ),
        stakeholders=tuple(
            Stakeholder(id=f"s{attitude}", name=name, influence=2, attitude=attitude)
            for attitude, name in ((-1, "Skeptisk"), (0, "Avventende"), (1, "Ivrig"))
        ),
    )
    return written(plans.figures(plans.host_plan(benefits)))


@pytest.mark.parametrize(("name", "words"), [("Skeptisk", "Mot"), ("Avventende", "Nøytral"), ("Ivrig", "For")])
def test_attitude_stands_as_number_and_word(mapped: Read, name: str, words: str) -> None:
    assert mapped.row(PEOPLE, name)[2:5] == [2, {"Mot": -1, "Nøytral": 0, "For": 1}[words], words]


def test_the_scales_take_nothing_else(mapped: Read) -> None:
    rules = mapped.formulas[PEOPLE].data_validations.dataValidation
    assert sorted((rule.formula1, rule.formula2) for rule in rules) == [("-1", "1"), ("1", "3")]
    assert all("C12" in rule.cells or "D12" in rule.cells for rule in rules), "spare rows are checked as well"


def test_the_map_is_a_picture_with_words_and_a_table_of_its_links(mapped: Read) -> None:
    assert mapped.row(MAP, "Færre skannes", column=2)[2] == "Ø1 Mindre tid"
    assert mapped.row(MAP, "Ø1 Mindre tid", column=2)[2] == "Mer oppfølging"
    with zipfile.ZipFile(BytesIO(mapped.data)) as package:
        pictures = [name for name in package.namelist() if name.endswith(".png")]
        assert len(pictures) == 1
        assert package.read(pictures[0]).startswith(b"\x89PNG")
        drawings = b"".join(package.read(name) for name in package.namelist() if "drawings/drawing" in name)
    assert b"Gevinstkartet tegnet" in drawings


def test_an_empty_map_says_so(bare: Read) -> None:
    assert any("Kartet er tomt" in str(text) for text in bare.texts(MAP))
