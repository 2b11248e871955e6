"""What types can't say of slides and leaflets: they ask for no other facts, drawings and groups than there are."""

from string import Formatter

from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import Content
from digisos_wizard.model.told.facts import FACTS
from digisos_wizard.model.told.slides import DRAWINGS


def check(content: Content) -> None:
    """Raise ContentError for the first slide or leaflet that asks for something unknown."""
    for slide in content.slides:
        for text in (slide.title, *slide.points, slide.notes):
            _known("slides.json", slide.id, text)
        if slide.drawing not in ("", *DRAWINGS):
            raise ContentError("slides.json", slide.id, f"unknown drawing {slide.drawing}")
    groups = {group.id for group in content.groups}
    for leaflet in content.leaflets:
        _known("leaflets.json", leaflet.id, leaflet.lead)
        for part in leaflet.parts:
            _known("leaflets.json", leaflet.id, part.text)
            if part.group and part.group not in groups:
                raise ContentError("leaflets.json", leaflet.id, f"unknown group {part.group}")


def _known(file: str, entry: str, text: str) -> None:
    asked = {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
    if unknown := asked - set(FACTS):
        raise ContentError(file, entry, f"unknown fact {min(unknown)}")
