"""The leader package in PowerPoint, read back: text to edit, notes, native shapes, the plan's facts and own words."""

from io import BytesIO

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation
from pptx.util import Pt

from digisos_wizard.content import load
from digisos_wizard.export import export
from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.export.slides.layout import HEIGHT, WIDTH, lay_out
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.told.slides import slides
from digisos_wizard.model.workshop import ChosenSlide
from tests.export import plans
from tests.export.handouts.conftest import PLANS, figures_of


def read(figures: Figures) -> Presentation:
    """Return the presentation as another program opens it."""
    return pptx.Presentation(BytesIO(export("slides").build(figures)))


def texts(slide: object) -> list[str]:
    """Return the texts of a slide's shapes."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]  # type: ignore[attr-defined] # python-pptx has no types for a slide of its own


@pytest.mark.parametrize("plan", PLANS)
def test_titles_and_points_are_real_text_and_notes_are_notes(plan: str) -> None:
    figures = figures_of(plan)
    deck = read(figures)
    laid = lay_out(figures)
    assert len(deck.slides) == len(laid)
    for slide, wanted in zip(deck.slides, laid, strict=True):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == wanted.title
        said = "\n".join(texts(slide))
        assert all(point.text in said for point in wanted.points)
        if wanted.notes:
            assert wanted.notes.split("\n")[0][:60] in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("plan", PLANS)
def test_everything_is_on_the_slide_and_nothing_is_a_picture(plan: str) -> None:
    deck = read(figures_of(plan))
    width, height = Pt(WIDTH), Pt(HEIGHT)
    assert (deck.slide_width, deck.slide_height) == (width, height)
    for number, slide in enumerate(deck.slides):
        for shape in slide.shapes:
            assert shape.shape_type is not MSO_SHAPE_TYPE.PICTURE
            assert shape.left >= 0, (number, shape.name)
            assert shape.top >= 0, (number, shape.name)
            assert shape.left + shape.width <= width + 1, (number, shape.name)
            assert shape.top + shape.height <= height + 1, (number, shape.name)


def test_sketches_are_shapes_with_words_that_can_be_changed() -> None:
    figures = figures_of("hamar")
    for slide, laid in zip(read(figures).slides, lay_out(figures), strict=True):
        if laid.drawing is None:
            continue
        said = " ".join(text for text in _inner(slide.shapes))
        for box in laid.drawing.boxes:
            assert box.lines[0] in said


def _inner(shapes: object) -> list[str]:
    found = []
    for shape in shapes:  # type: ignore[attr-defined] # groups and slides share no type
        if shape.shape_type is MSO_SHAPE_TYPE.GROUP:
            found += _inner(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame.text.replace("\n", " ").replace("\v", " "))
    return found


def test_the_leaders_order_and_words_are_shown_in_both_files() -> None:
    first, second = (spec.id for spec in load().slides[1:3])
    chosen = (
        ChosenSlide(id="a", slide=second),
        ChosenSlide(id="b", title="Vårt eget", text="Et punkt\n\nEt punkt til", notes="Si dette høyt"),
        ChosenSlide(id="c", slide=first, title="Ny tittel"),
    )
    figures = Figures(Document(plan=apply(Plan(), Set(("workshop", "slides"), chosen))), load(), plans.TODAY)
    deck = read(figures)
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title is not None]
    assert titles == [slides(figures)[0].title, "Vårt eget", "Ny tittel"]
    assert "Si dette høyt" in deck.slides[1].notes_slide.notes_text_frame.text
    data = export("slides-pdf").build(figures)
    assert len(page_sizes(data)) == len(deck.slides)
    assert "Et punkt til" in page_text(data, 1)


def test_office_and_day_stand_on_every_slide() -> None:
    office = figures_of("hamar").plan.decision.office
    for slide in read(figures_of("hamar")).slides:
        assert any(office in text and "23. november 2026" in text for text in texts(slide))


def test_no_template_words_are_left() -> None:
    deck = read(figures_of("hamar"))
    for slide in deck.slides:
        for shape in slide.placeholders:
            assert shape.text_frame.text, "an empty placeholder"
    assert "Click" not in " ".join(text for layout in deck.slide_layouts for text in texts(layout))
    assert deck.core_properties.author == figures_of("hamar").plan.decision.office


def test_the_same_plan_is_the_same_bytes() -> None:
    assert export("slides").build(figures_of("hamar")) == export("slides").build(figures_of("hamar"))
