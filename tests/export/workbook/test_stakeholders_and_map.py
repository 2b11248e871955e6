"""Stakeholders with the words for their attitude, and the benefit map as picture and table."""

import re
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


def test_what_matters_to_them_and_how_they_are_followed_up_stand_as_typed() -> None:
    people = tuple(
        Stakeholder(id=f"s{number}", name=text, interest=text, influence=3, strategy=text)
        for number, text in enumerate(plans.HOSTILE)
    )
    found = written(plans.figures(plans.host_plan(Benefits(stakeholders=people))))
    for text in plans.HOSTILE:
        row = found.row(PEOPLE, text)
        assert row[:4] == [text, text, 3, None]
        assert row[4] == "–", "nothing is known of the attitude"
        assert row[5] == text


def test_eight_rows_to_go_on_with_find_the_word_themselves(mapped: Read, bare: Read) -> None:
    for found, known in ((mapped, 3), (bare, 0)):
        rows = list(found.formulas[PEOPLE].iter_rows(min_row=5, max_row=12 + known, values_only=True))
        assert len(rows) == known + 8
        assert all(f"ISNUMBER($D{at})" in str(row[4]) for at, row in enumerate(rows, start=5))
        assert [row[0] for row in rows[known:]] == [None] * 8


def test_the_scales_are_whole_numbers_and_say_what_they_take(mapped: Read) -> None:
    rules = {str(rule.sqref): rule for rule in mapped.formulas[PEOPLE].data_validations.dataValidation}
    assert set(rules) == {"C5:C15", "D5:D15"}
    assert {rule.type for rule in rules.values()} == {"whole"}
    assert rules["C5:C15"].error == "Skriv et helt tall fra 1 til 3."
    assert rules["D5:D15"].error == "Skriv et helt tall fra -1 til 1."


def test_words_for_and_against_are_coloured(mapped: Read) -> None:
    rules = [rule for found in mapped.formulas[PEOPLE].conditional_formatting for rule in found.rules]
    assert {rule.text for rule in rules} == {"Mot", "For"}


def test_a_box_lists_all_it_leads_to_and_one_that_leads_nowhere_stands_as_well() -> None:
    benefits = Benefits(
        items=tuple(Benefit(id=f"b{number}", number=f"Ø{number}", title=f"Gevinst {number}") for number in (1, 2)),
        map_nodes=(MapNode(id="do", layer=MapLayer.CHANGE, title="Endring", leads_to=("b1", "b2", "gone")),),
    )
    found = written(plans.figures(plans.host_plan(benefits)))
    assert found.row(MAP, "Endring", column=2)[2] == "Ø1 Gevinst 1; Ø2 Gevinst 2"
    assert not found.row(MAP, "Ø2 Gevinst 2", column=2)[2]


def test_the_picture_has_alternative_text_and_stands_above_the_table(mapped: Read) -> None:
    with zipfile.ZipFile(BytesIO(mapped.data)) as package:
        drawings = [package.read(name).decode() for name in package.namelist() if "drawings/drawing" in name]
    (drawing,) = [text for text in drawings if "<xdr:pic>" in text]
    assert 'descr="Gevinstkartet tegnet. Koblingene står i tabellen under."' in drawing
    (bottom,) = re.findall(r"<xdr:to>.*?<xdr:row>(\d+)</xdr:row>", drawing)
    heading = next(row[0].row for row in mapped.sheet(MAP).iter_rows() if row[0].value == "Koblingene i kartet")
    assert int(bottom) < heading


def test_an_empty_map_has_neither_picture_nor_table(bare: Read) -> None:
    assert "Koblingene i kartet" not in bare.texts(MAP)
    with zipfile.ZipFile(BytesIO(bare.data)) as package:
        assert not [name for name in package.namelist() if name.endswith(".png")]
