"""Letter to citizens, text for web pages, and the reception's guide: the content's words with the plan's facts."""

from collections.abc import Iterator

from digisos_wizard.export.document import model as d
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import GroupSpec, Leaflet
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import ApplicantGroup
from digisos_wizard.model.told.facts import connected_on, facts, filled


def leaflet(figures: Figures, name: str) -> Leaflet:
    """Return a leaflet of the content, an empty one where there is none."""
    known = {found.id: found for found in figures.content.leaflets}
    return known.get(name) or Leaflet(id=name, sources=(), title=name, public=True, parts=())


def letter(figures: Figures, title: str) -> d.Document:
    """Return the letter to citizens."""
    return _public(figures, title, "letter", _("Sendes først etter påkobling."))


def web_text(figures: Figures, title: str) -> d.Document:
    """Return the text for the municipality's own pages."""
    return _public(figures, title, "web-text", _("Publiseres først etter påkobling."))


def _public(figures: Figures, title: str, name: str, later: str) -> d.Document:
    """Return a text for citizens, a page for each municipality; marked as a draft until that one is connected."""
    text = leaflet(figures, name)
    blocks: list[d.Block] = []
    for place in [place.id for place in figures.plan.decision.municipalities] or [""]:
        known = facts(figures, place)
        blocks += [d.NewPage()] if blocks else []
        blocks += [_mark(figures, place, later), d.Room(3.5), d.Title(text.title, lead=[filled(text.lead, known)])]
        for part in text.parts:
            lines = filled(part.text, known).splitlines()
            listed = bool(part.heading) and len(lines) > 1
            said: list[d.Block] = [d.Points(lines)] if listed else [d.Text(line, look=d.Look.READING) for line in lines]
            blocks.append(d.Together([d.Heading(part.heading), *said] if part.heading else said))
    return d.Document(title, blocks, handout=True)


def _mark(figures: Figures, municipality: str, later: str) -> d.Block:
    """Return what tells whether the text may go out: a stamp before the connection, the day after it."""
    day = connected_on(figures, municipality)
    if day is not None:
        return d.Text(_("Kan brukes: koblet på {day}.").format(day=formatting.day(day)), look=d.Look.SMALL)
    return d.Framed([d.Text(_("UTKAST – ikke i produksjon"), look=d.Look.STATUS), d.Text(later)])


def reception(figures: Figures, title: str) -> d.Document:
    """Return the guide for the reception: what always holds, and what to say and do for each of the five groups."""
    text = leaflet(figures, "reception")
    known = facts(figures)
    blocks: list[d.Block] = [d.Title(text.title, lead=[filled(text.lead, known)])]
    answers = {group.id: group for group in figures.plan.mapping.groups}
    specs = {group.id: group for group in figures.content.groups}
    for part in text.parts:
        said = filled(part.text, known)
        if part.group in specs:
            blocks += _group(specs[part.group], answers.get(part.group), said)
        else:
            blocks += [d.Heading(part.heading, room=30), d.Points(said.splitlines())]
    return d.Document(title, blocks, handout=True)


def _group(spec: GroupSpec, answer: ApplicantGroup | None, said: str) -> Iterator[d.Block]:
    share = answer.percent if answer is not None else None
    title = _("{group}: {share}").format(group=spec.title, share=formatting.percent(share)) if share else spec.title
    own = [line for line in (answer.measures if answer is not None else "").splitlines() if line.strip()]
    yield d.Heading(title, level=1, room=34)
    yield d.Text(spec.help, look=d.Look.LABEL)
    yield d.Text(said, _("Du kan si:"))
    yield d.Text(_("Dette gjør vi:") if own else _("Forslag til tiltak:"), look=d.Look.STRONG)
    yield d.Points(own or spec.measures)
