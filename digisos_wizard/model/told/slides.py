"""The leader package: the slides that the leader has picked, in order, with the plan's facts and own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digisos_wizard.model.content import SlideSpec, Source
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.told.facts import facts, filled
from digisos_wizard.model.workshop import ChosenSlide

DRAWINGS = ("channels", "parts", "route", "process", "groups")
"""The principle sketches that a slide may have."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide as it is shown: `key` is the row's id, or the content's where the leader has picked none."""

    key: str
    title: str
    points: tuple[str, ...]
    notes: str
    drawing: str
    sources: tuple[Source, ...]


def slides(figures: Figures) -> tuple[Slide, ...]:
    """Return the slides in order: those picked, else the usual ones."""
    known = facts(figures)
    specs = {spec.id: spec for spec in figures.content.slides}
    chosen = figures.plan.workshop.slides
    if not chosen:
        return tuple(_slide(ChosenSlide(id=spec.id), spec, known) for spec in specs.values() if spec.usual)
    return tuple(_slide(one, specs.get(one.slide), known) for one in chosen)


def beginning(content_slides: Sequence[SlideSpec], ids: Sequence[str]) -> tuple[ChosenSlide, ...]:
    """Return the usual slides as rows of the plan, for the leader to change; `ids` has one for each slide."""
    usual = [spec for spec in content_slides if spec.usual]
    return tuple(ChosenSlide(id=row_id, slide=spec.id) for row_id, spec in zip(ids, usual, strict=False))


def points_of(spec: SlideSpec, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the points of a slide with their facts; a point about something unknown is left out."""
    return tuple(line for point in spec.points for line in filled(point, known).splitlines())


def _slide(chosen: ChosenSlide, spec: SlideSpec | None, known: Mapping[str, str]) -> Slide:
    """Return one slide; own words take the place of the content's."""
    own = tuple(line.strip() for line in chosen.text.splitlines() if line.strip())
    if spec is None:
        return Slide(chosen.id, " ".join(chosen.title.split()), own, chosen.notes, "", ())
    return Slide(
        chosen.id,
        " ".join(chosen.title.split()) or filled(spec.title, known) or spec.title,
        own or points_of(spec, known),
        chosen.notes or filled(spec.notes, known),
        spec.drawing,
        spec.sources,
    )
