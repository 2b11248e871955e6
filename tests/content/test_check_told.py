"""Slides and leaflets of the content: sources, length, and what is refused when it doesn't hold together."""

import re
from collections.abc import Iterator

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.check_told import check
from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Content, Document, Leaflet, LeafletPart, SlideSpec, Source

CONTENT = load()
OWN = (Source(document=Document.OWN),)
LONGEST = 30


def having(**fields: object) -> Content:
    """Return the handbook with other slides or leaflets."""
    return Content.model_validate({name: getattr(CONTENT, name) for name in Content.model_fields} | fields)


def slide(**fields: object) -> SlideSpec:
    """Return a slide that holds together but for what is given."""
    whole = {"id": "one", "sources": OWN, "title": "Tittel", "points": ("Punkt",)} | fields
    return SlideSpec.model_validate(whole)


def told() -> Iterator[tuple[str, str]]:
    """Yield every text with the id that it belongs to."""
    for spec in CONTENT.slides:
        for text in (spec.title, *spec.points, spec.notes):
            yield spec.id, text
    for leaflet in CONTENT.leaflets:
        for text in (leaflet.title, leaflet.lead, *(part.text for part in leaflet.parts)):
            yield leaflet.id, text


def test_every_slide_and_leaflet_has_a_source_and_its_own_id() -> None:
    for items in (CONTENT.slides, CONTENT.leaflets):
        assert all(item.sources for item in items)
        assert len({item.id for item in items}) == len(items)


def test_no_sentence_is_longer_than_thirty_words() -> None:
    for where, text in told():
        for sentence in re.split(r"[.!?:]\s|\n", text):
            assert len(sentence.split()) <= LONGEST, (where, sentence)


def test_there_is_a_leaflet_for_each_paper() -> None:
    assert {leaflet.id for leaflet in CONTENT.leaflets} == {"letter", "web-text", "info-screen", "reception"}


@pytest.mark.parametrize(
    "wrong", [{"title": "{nothing}"}, {"points": ("{nothing}",)}, {"notes": "{nothing}"}, {"drawing": "nothing"}]
)
def test_a_slide_may_not_ask_for_what_there_is_not(wrong: dict[str, object]) -> None:
    check(having(slides=(slide(),)))
    with pytest.raises(ContentError, match="nothing"):
        check(having(slides=(slide(**wrong),)))


@pytest.mark.parametrize("part", [{"text": "{nothing}"}, {"text": "Ord", "group": "nothing"}])
def test_a_leaflet_may_not_ask_for_what_there_is_not(part: dict[str, str]) -> None:
    parts = (LeafletPart.model_validate(part),)
    with pytest.raises(ContentError, match="nothing"):
        check(having(leaflets=(Leaflet(id="one", sources=OWN, title="Tittel", public=True, parts=parts),)))
