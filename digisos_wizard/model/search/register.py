"""The register of sources and facts as a reading: which documents there are, and what each says, by chapter."""

from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.content import Certainty, Content, Document, Fact, FactState

from .reading import Line, Passage, Reading, Target, Tone

TONES = {FactState.VALID: Tone.TODAY, FactState.ENDED: Tone.EARLIER, FactState.OPEN: Tone.PLAIN}


def register(content: Content, target: Target) -> Reading:
    """Return the documents, and then every fact with its state, year and what took its place."""
    lead = _("Først kildene, så hvert faktum etter håndbokas kapitler: hvor det står, fra når, og om det gjelder.")
    documents = (Passage(one.value, one.label, (Line(one.help),), ()) for one in content.sources)
    return Reading(target, _("Kilder"), lead, (*documents, *_facts(content)))


def _facts(content: Content) -> Iterator[Passage]:
    texts = {fact.id: fact.text for fact in content.facts}
    for chapter in content.chapters:
        heading = chapter.title
        for fact in content.facts:
            if fact.chapter == chapter.id:
                lines = (Line(fact.text), Line(" ".join(_held(fact, texts)), TONES[fact.state]))
                yield Passage(fact.id, heading, lines, fact.sources)
                heading = ""


def _held(fact: Fact, texts: dict[str, str]) -> Iterator[str]:
    """Yield the sentences about a fact: its state, its age, what took its place, and how it is known."""
    if all(source.document is Document.OWN for source in fact.sources):
        yield _("Vårt anslag.")
    elif fact.until is not None:
        yield _("Gjaldt til {year}.").format(year=fact.until)
    else:
        yield _("Uavklart.") if fact.state is FactState.OPEN else _("Gjelder.")
        yield _("Sist sagt i {year}.").format(year=fact.year) if fact.year else _("Kilden er uten dato.")
    if fact.superseded_by:
        yield _("Avløst av: {text}").format(text=texts[fact.superseded_by])
    if fact.certainty is not Certainty.READ:
        inferred = fact.certainty is Certainty.INFERRED
        yield _("Dette er vår slutning.") if inferred else _("Dette er gjengitt av andre.")
    if fact.note:
        yield fact.note
