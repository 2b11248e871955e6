"""Which slides are shown, in what order, in whose words, and with which facts."""

import re
from datetime import date

import pytest

from digisos_wizard.content import load
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.told.slides import DRAWINGS, beginning, slides
from digisos_wizard.model.workshop import ChosenSlide

CONTENT = load()
TODAY = date(2026, 11, 23)


def figures(*chosen: ChosenSlide, office: str = "") -> Figures:
    """Return the figures of a plan with slides picked."""
    plan = apply(Plan(), Set(("workshop", "slides"), chosen), Set(("decision", "office"), office))
    return Figures(Document(plan=plan), CONTENT, TODAY)


def test_the_usual_ones_are_shown_until_the_leader_picks() -> None:
    assert [slide.key for slide in slides(figures())] == [spec.id for spec in CONTENT.slides if spec.usual]


def test_beginning_to_pick_changes_nothing_that_is_shown() -> None:
    rows = beginning(CONTENT.slides, [f"r{number}" for number in range(len(CONTENT.slides))])
    before, after = slides(figures()), slides(figures(*rows))
    assert [(slide.title, slide.points, slide.notes) for slide in after] == [
        (slide.title, slide.points, slide.notes) for slide in before
    ]
    assert len({slide.key for slide in after}) == len(after)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"title": " Vår \n tittel "}, ("Vår tittel", None, None)),
        ({"text": "En\n\n  To  \n"}, (None, ("En", "To"), None)),
        ({"notes": "Husk kaffe"}, (None, None, "Husk kaffe")),
    ],
)
def test_own_words_take_the_place_of_the_contents(own: dict[str, str], expected: tuple[object, ...]) -> None:
    spec = CONTENT.slides[1]
    (usual,), (found,) = (
        slides(figures(ChosenSlide(id="a", slide=spec.id, **words))) for words in ({}, own)
    )  # fmt: skip
    for own_words, shown, before in zip(
        expected, (found.title, found.points, found.notes), (usual.title, usual.points, usual.notes), strict=True
    ):
        assert shown == (before if own_words is None else own_words)


def test_a_slide_that_the_content_no_longer_has_keeps_the_leaders_words() -> None:
    (found,) = slides(figures(ChosenSlide(id="a", slide="gone", title="Mitt", text="Punkt")))
    assert (found.title, found.points, found.drawing, found.sources) == ("Mitt", ("Punkt",), "", ())


def test_facts_of_the_plan_are_filled_in_and_no_brace_is_left() -> None:
    every = [ChosenSlide(id=f"s{number}", slide=spec.id) for number, spec in enumerate(CONTENT.slides)]
    told: list[str] = []
    for office in ("", "NAV Sunndal"):
        found = slides(figures(*every, office=office))
        told = [text for slide in found for text in (slide.title, *slide.points, slide.notes)]
        assert not [text for text in told if re.search(r"[{}]", text)]
        assert all(slide.title for slide in found)
    assert any("NAV Sunndal" in text for text in told)


def test_every_sketch_is_used_and_known() -> None:
    assert {spec.drawing for spec in CONTENT.slides} - {""} == set(DRAWINGS)
