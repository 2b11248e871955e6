"""Pictures of the process and of the benefit map: boxes keep apart, words fit, and the paper is large enough."""

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pypdfium2
import pytest

from digisos_wizard.content import load
from digisos_wizard.export.drawing import benefit_map, process
from digisos_wizard.export.drawing.documents import build_benefit_map, build_process
from digisos_wizard.export.drawing.scene import Box, Pen, Scene, Tone
from digisos_wizard.model.benefits import Benefit, Benefits, MapNode
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.terms import MapLayer
from tests.export.checklist.reading import unspaced

PEN = Pen(10, lambda text, size, bold: len(text) * size * (0.55 if bold else 0.5))
"""Every letter is as wide as the next."""


def figures(plan: Plan) -> Figures:
    """Return the figures of a plan."""
    return Figures(Document(plan=plan), load(), date(2026, 11, 23))


def with_steps(count: int, name: str = "Steg") -> Figures:
    """Return a plan of so many steps; the second falls away."""
    steps = tuple(
        ProcessStep(
            id=f"s{number}",
            name=f"{name} {number}",
            who="Mottaket",
            paper_minutes=Decimal(10),
            digital_minutes=Decimal(0 if number == 1 else 4),
            disappears=number == 1,
        )
        for number in range(count)
    )
    return figures(apply(Plan(), Set(("mapping", "steps"), steps)))


def with_map(benefits: int, title: str = "Gevinst") -> Figures:
    """Return a plan whose map leads from one change through benefits to one goal."""
    items = tuple(
        Benefit(id=f"b{number}", number=f"Ø{number}", title=f"{title} {number}", leads_to=("goal",))
        for number in range(benefits)
    )
    nodes = (
        MapNode(id="do", layer=MapLayer.CHANGE, title="Endringen", leads_to=tuple(item.id for item in items)),
        MapNode(id="goal", layer=MapLayer.GOAL, title="Målet"),
    )
    return figures(apply(Plan(), Set(("benefits",), Benefits(items=items, map_nodes=nodes))))


def apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes share no place."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def check(scene: Scene) -> None:
    """Check that boxes keep apart and within the picture, and that their words fit."""
    assert all(apart(one, other) for one, other in combinations(scene.boxes, 2))
    for box in scene.boxes:
        assert box.x >= 0
        assert box.x + box.width <= scene.width + 0.01
        assert box.y + box.height <= scene.height
        assert len(box.lines) * PEN.line <= box.height
        assert all(PEN.measure(line, 10, True) <= box.width for line in box.lines)


def pages(data: bytes) -> list[str]:
    """Return the text of every page."""
    document = pypdfium2.PdfDocument(data)
    return [unspaced(page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize("width", [360.0, 700.0, 1200.0])
def test_boxes_keep_apart_and_words_fit(width: float) -> None:
    steps = with_steps(12)
    check(process.scene(steps, width, PEN, steps.plan.mapping.steps))
    check(benefit_map.scene(with_map(9), width, PEN))


@pytest.mark.parametrize("text", ["o" * 40_000, "lang tekst " * 4_000, "Ø" * 300, ""])
def test_endless_words_end_with_an_ellipsis(text: str) -> None:
    check(benefit_map.scene(with_map(3, text), 600, PEN))
    steps = with_steps(3, text)
    drawn = process.scene(steps, 600, PEN, steps.plan.mapping.steps)
    check(drawn)
    assert all(box.lines[0].endswith("…") for box in drawn.boxes) is (len(text) > 100)


def test_a_step_that_falls_away_is_marked_and_passed_by() -> None:
    steps = with_steps(4)
    drawn = process.scene(steps, 700, PEN, steps.plan.mapping.steps)
    gone = [box for box in drawn.boxes if box.tone is Tone.GONE]
    assert [box.key for box in gone] == ["s1"]
    assert "faller bort" in gone[0].lines[1]
    assert len(drawn.arrows) == 3 + 2, "three on paper, two digitally"
    assert "faller bort digitalt" in drawn.told


def test_arrows_of_the_map_go_to_the_right_and_it_is_told_in_words() -> None:
    drawn = benefit_map.scene(with_map(3), 700, PEN)
    assert len(drawn.arrows) == 6
    assert all(arrow.start[0] < arrow.end[0] for arrow in drawn.arrows)
    assert "Endringen leder til Ø0 Gevinst 0, Ø1 Gevinst 1, Ø2 Gevinst 2." in drawn.told


def test_a_long_process_goes_on_over_the_pages_with_its_numbers() -> None:
    found = pages(build_process(with_steps(40)))
    assert len(found) == 4
    for before, after in pairwise(found):
        assert before != after
    text = "".join(found)
    assert all(f"{number + 1}.Steg{number}" in text for number in range(40))


def test_the_map_takes_paper_as_large_as_it_needs_and_lists_its_links() -> None:
    for count, larger in ((3, False), (60, True)):
        data = build_benefit_map(with_map(count))
        first = pypdfium2.PdfDocument(data)[0]
        assert (first.get_width() > 900) is larger
        text = pages(data)
        assert all(f"Ø{number}Gevinst{number}" in text[0] for number in range(count))
        assert "Koblingeneikartet" in "".join(text[1:])


def test_empty_plans_say_so() -> None:
    empty = figures(Plan())
    assert "Ingenstegerlagtinn" in pages(build_process(empty))[0]
    assert "Kartetertomt" in pages(build_benefit_map(empty))[0]


def test_the_same_plan_is_the_same_bytes() -> None:
    assert build_process(with_steps(5)) == build_process(with_steps(5))
    assert build_benefit_map(with_map(5)) == build_benefit_map(with_map(5))


def test_words_wrap_and_endless_ones_are_cut_without_measuring_all_of_them() -> None:
    assert PEN.wrapped("ett to tre fire fem seks", 100) == ("ett to tre fire fem", "seks"), "20 letters of 5 points"
    assert PEN.wrapped("o" * 45, 100) == ("o" * 20, "o" * 20, "o" * 5)
    measured: list[str] = []

    def measure(text: str, _size: float, _bold: bool) -> float:
        measured.append(text)
        return len(text) * 5.0

    assert Pen(10, measure).wrapped("o" * 40_000, 100, most=2) == ("o" * 20, "o" * 18 + " …")
    assert sum(map(len, measured)) < 40_000


def test_arrows_leave_one_box_and_reach_the_next() -> None:
    drawn = benefit_map.scene(with_map(2), 700, PEN)
    ends = [(drawn.at(*arrow.start), drawn.at(arrow.end[0] + 1, arrow.end[1])) for arrow in drawn.arrows]
    keys = {(start.key, end.key) for start, end in ends if start and end}
    assert keys == {("do", "b0"), ("do", "b1"), ("b0", "goal"), ("b1", "goal")}


def test_the_process_on_paper_holds_the_words_of_every_box_and_its_sums_once() -> None:
    steps = figures(apply(with_steps(40).plan, Set(("mapping", "steps", "s0", "paper_minutes"), None)))
    text = "".join(pages(build_process(steps)))
    boxes = process.scene(steps, 500, PEN, steps.plan.mapping.steps).boxes
    assert all(unspaced(line) in text for box in boxes for line in box.lines)
    assert (text.count("fallerbort"), text.count("−6min")) == (1, 38)
    # 39 × 10 minutes on paper, the first unknown, and 39 × 4 digitally
    assert "Tilsammen390minutter,ufullstendigTilsammen156minutter" in text
    assert text.count("Tilsammen") == 2


def test_the_map_is_on_a4_where_it_can_and_else_on_a3() -> None:
    sheets = [pypdfium2.PdfDocument(build_benefit_map(with_map(count)))[0] for count in (3, 16)]
    assert [round(sheet.get_height()) for sheet in sheets] == [595, 842]
