"""Letter to citizens, text for web pages, and the reception's guide: the content's words with the plan's facts."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from digisos_wizard.export import palette
from digisos_wizard.export.fonts import REGULAR
from digisos_wizard.export.handouts.sheet import Sheet, printed, top
from digisos_wizard.export.paper.blocks import Grid
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import GroupSpec, Leaflet, LeafletPart
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import ApplicantGroup
from digisos_wizard.model.told.facts import connected_on, facts, filled


def leaflet(figures: Figures, name: str) -> Leaflet:
    """Return a leaflet of the content, an empty one where there is none."""
    known = {found.id: found for found in figures.content.leaflets}
    return known.get(name) or Leaflet(id=name, sources=(), title=name, public=True, parts=())


def build_letter(figures: Figures, title: str) -> bytes:
    """Return the letter to citizens."""
    return _public(figures, title, "letter", _("Sendes først etter påkobling."))


def build_web_text(figures: Figures, title: str) -> bytes:
    """Return the text for the municipality's own pages."""
    return _public(figures, title, "web-text", _("Publiseres først etter påkobling."))


def _public(figures: Figures, title: str, name: str, later: str) -> bytes:
    """Return a text for citizens, a page for each municipality; marked as a draft until that one is connected."""
    made = Sheet()
    text = leaflet(figures, name)
    story: list[Flowable] = []
    places = [place.id for place in figures.plan.decision.municipalities]
    for place in places or [""]:
        known = facts(figures, place)
        if story:
            story.append(PageBreak())
        story += [mark(made, figures, place, later), Spacer(0, 10)]
        story += top(made, text.title, filled(text.lead, known))
        story += _parts(made, text.parts, known)
    return printed(made, figures, title, story)


def mark(made: Sheet, figures: Figures, municipality: str, later: str) -> Flowable:
    """Return what tells whether the text may go out: a stamp before the connection, the day after it."""
    day = connected_on(figures, municipality)
    styles = made.styles
    if day is not None:
        return made.paragraph(_("Kan brukes: koblet på {day}.").format(day=formatting.day(day)), styles.small)
    cells = [
        [made.paragraph(_("UTKAST – ikke i produksjon"), styles.status)],
        [made.paragraph(later, styles.body)],
    ]
    frame: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("BOX", (0, 0), (-1, -1), 1.6, HexColor(palette.INK)),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
    ]
    return Grid(cells, (COLUMN,), style=frame)


def _parts(made: Sheet, parts: Sequence[LeafletPart], known: Mapping[str, str]) -> list[Flowable]:
    story: list[Flowable] = []
    for part in parts:
        words = filled(part.text, known)
        lines = words.splitlines()
        listed = bool(part.heading) and len(lines) > 1
        paragraphs = [made.point(line) if listed else made.paragraph(line, made.sheet.reading) for line in lines]
        head = made.heading(part.heading)[1:] if part.heading else []
        story.append(KeepTogether([*head, *paragraphs]))
    return story


def build_reception(figures: Figures, title: str) -> bytes:
    """Return the guide for the reception: what always holds, and what to say and do for each of the five groups."""
    made = Sheet()
    text = leaflet(figures, "reception")
    known = facts(figures)
    story = top(made, text.title, filled(text.lead, known))
    answers = {group.id: group for group in figures.plan.mapping.groups}
    specs = {group.id: group for group in figures.content.groups}
    for part in text.parts:
        if part.group in specs:
            said = filled(part.text, known)
            story += _group(made, specs[part.group], answers.get(part.group), said)
        else:
            points = [made.point(line) for line in filled(part.text, known).splitlines()]
            story += [CondPageBreak(30 * mm), *made.heading(part.heading)[1:], *points]
    return printed(made, figures, title, story)


def _group(made: Sheet, spec: GroupSpec, answer: ApplicantGroup | None, said: str) -> list[Flowable]:
    styles = made.styles
    share = answer.percent if answer is not None else None
    title = _("{group}: {share}").format(group=spec.title, share=formatting.percent(share)) if share else spec.title
    own = [line for line in (answer.measures if answer is not None else "").splitlines() if line.strip()]
    label = _("Dette gjør vi:") if own else _("Forslag til tiltak:")
    return [
        CondPageBreak(34 * mm),
        *made.heading(title, level=1)[1:],
        made.paragraph(spec.help, styles.label),
        made.labelled((_("Du kan si:"), said), style=styles.body),
        made.paragraph(label, styles.strong),
        *(made.point(line) for line in own or spec.measures),
    ]
