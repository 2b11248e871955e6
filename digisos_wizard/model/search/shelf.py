"""What can be read in the reference: chapters, questions, changes, terms and steps, each as a reading of passages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.content import (
    Asked,
    AskedGroup,
    Change,
    ChangeKind,
    Chapter,
    ChapterParagraph,
    Content,
    Document,
    Glossary,
    Paragraph,
    Source,
    StepHelp,
)
from digisos_wizard.model.findings import StepKey

from .entries import Entry, Kind
from .reading import Line, Link, Passage, Reading, Room, Row, Target, Tone
from .register import register
from .terms import Terms


def group_title(group: AskedGroup) -> str:
    """Return the name of a group of questions."""
    return {
        AskedGroup.GENERAL: _("Generelt"),
        AskedGroup.APPLICANTS: _("Om søkerne"),
        AskedGroup.INTRODUCTION: _("Om innføringen"),
    }[group]


class Shelf:
    """All readings of a content."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._chapters = {chapter.id: chapter for chapter in content.chapters}
        self._steps = {step.id: step for step in content.steps}
        self._terms = {term.id: term for term in content.glossary}
        self._single = {change.id: change for change in content.changes}

    @cached_property
    def _mentions(self) -> dict[str, list[Link]]:
        """The chapters that speak of each term, each at the first paragraph that does."""
        terms = Terms(self._content, everyday=True)
        found: dict[str, list[Link]] = defaultdict(list)
        for chapter in self._content.chapters:
            seen: set[str] = set()
            for paragraph in chapter.paragraphs:
                for name in {mark.term.id for mark in terms.find(paragraph.text)} - seen:
                    seen.add(name)
                    link = Link(chapter.title, Target(Room.CHAPTER, chapter.id, paragraph.id))
                    found[name].append(link)
        return found

    def contents(self) -> Sequence[tuple[str, Sequence[Row]]]:
        """Return the table of contents: headings, each with its readings."""
        chapters = [Row(chapter.title, Target(Room.CHAPTER, chapter.id)) for chapter in self._content.chapters]
        questions = [Row(group_title(group), Target(Room.QUESTIONS, group.value)) for group in AskedGroup]
        others = [
            Row(_("2019 → 2022: hva er endret"), Target(Room.CHANGES)),
            Row(_("Ordliste"), Target(Room.GLOSSARY)),
            Row(_("Kilder"), Target(Room.SOURCES)),
        ]
        return ((_("Samlet"), others), (_("Håndboka"), chapters), (_("Spørsmål og svar"), questions))

    def target(self, entry: Entry) -> Target:
        """Return where an entry can be read; for what stands in the plan that is the help of its step."""
        match entry.kind:
            case Kind.TERM:
                return Target(Room.GLOSSARY, entry.target)
            case Kind.CHAPTER:
                return Target(Room.CHAPTER, entry.target, entry.part)
            case Kind.QUESTION:
                asked = next(asked for asked in self._content.faq if asked.id == entry.target)
                return Target(Room.QUESTIONS, asked.group.value, asked.id)
            case Kind.CHANGE:
                return Target(Room.CHANGES, entry.target)
            case _:
                return Target(Room.STEP, entry.step.value, entry.part)

    def entry(self, entry: Entry) -> Reading:
        """Return what the content says of something in the plan, and the ways to it."""
        step = self._steps[entry.step.value]
        lines = (Line(entry.text),) if entry.text else ()
        passage = Passage("", "", lines, entry.sources)
        help_of = Target(Room.STEP, step.id)
        links = (
            Link(_("Gå dit i planen: {step}").format(step=step.title), entry),
            Link(_("Hjelp til steget {step}").format(step=step.title), help_of),
            *(Link(chapter.title, Target(Room.CHAPTER, chapter.id)) for chapter in self.about(entry.step)),
        )
        return Reading(help_of, entry.title, "", (passage,), links)

    def read(self, target: Target) -> Reading | None:
        """Return a reading, None where the target leads nowhere."""
        match target.room:
            case Room.CHAPTER:
                chapter = self._chapters.get(target.name)
                return self._chapter(target, chapter) if chapter else None
            case Room.QUESTIONS:
                known = target.name in AskedGroup.__members__.values()
                return self._questions(target, AskedGroup(target.name)) if known else None
            case Room.CHANGES:
                return self._changes(target) if target.name not in self._single else self._one_change(target)
            case Room.GLOSSARY:
                return self._glossary(target) if target.name not in self._terms else self._one_term(target)
            case Room.STEP:
                step = self._steps.get(target.name)
                return self._step(target, step) if step else None
            case Room.SOURCES:
                return register(self._content, target)

    def about(self, step: StepKey) -> Sequence[Chapter]:
        """Return the chapters that matter at a step."""
        return [chapter for chapter in self._content.chapters if chapter.step == step.value]

    def asked_at(self, step: StepKey) -> Sequence[Asked]:
        """Return the questions that matter at a step, but for those that its own help answers."""
        help_text = self._steps.get(step.value)
        answered = (
            {_number(source) for question in help_text.questions for source in question.sources} if help_text else ()
        )
        return [asked for asked in self._content.faq if asked.step == step.value and asked.number not in answered]

    def _chapter(self, target: Target, chapter: Chapter) -> Reading:
        step = StepKey(chapter.step)
        asked = [asked for asked in self._content.faq if asked.step == chapter.step]
        links = (
            self._to_step(step),
            *(
                Link(other.title, Target(Room.CHAPTER, other.id))
                for other in self.about(step)
                if other.id != chapter.id
            ),
            *(Link(one.question, Target(Room.QUESTIONS, one.group.value, one.id)) for one in asked),
        )
        return Reading(target, chapter.title, "", tuple(map(self._paragraph, chapter.paragraphs)), links)

    def _paragraph(self, paragraph: ChapterParagraph) -> Passage:
        lines = [Line(paragraph.text)]
        for earlier in paragraph.earlier:
            source = self._content.source_label(earlier.source)
            words = _("Gjaldt tidligere ({year}): {text} Kilde: {source}.") if earlier.year else ""
            words = words or _("Gjaldt tidligere: {text} Kilde: {source}, uten dato.")
            lines.append(Line(words.format(year=earlier.year, text=earlier.text, source=source), Tone.EARLIER))
        return Passage(paragraph.id, paragraph.heading, tuple(lines), paragraph.sources)

    def _questions(self, target: Target, group: AskedGroup) -> Reading:
        asked = [asked for asked in self._content.faq if asked.group is group]
        lead = _("Svarene er fra rundt 2019. Der noe annet gjelder i dag, står det under.")
        return Reading(target, group_title(group), lead, tuple(map(self._question, asked)))

    def _question(self, asked: Asked) -> Passage:
        lines = [Line(asked.answer)]
        if asked.today:
            lines.append(Line(_("Gjelder i dag: {text}").format(text=asked.today), Tone.TODAY))
        heading = f"{asked.number}. {asked.question}"
        return Passage(
            asked.id, heading, tuple(lines), asked.sources, asked.year, (self._to_step(StepKey(asked.step)),)
        )

    def _changes(self, target: Target) -> Reading:
        passages = (*self._changes_of(ChangeKind.DISAGREEMENT), *self._changes_of(ChangeKind.VERSION))
        lead = _("Der kildene er uenige, følger planen den nyeste. Nederst står loggen over håndbokas versjoner.")
        return Reading(target, _("2019 → 2022: hva er endret"), lead, passages)

    def _changes_of(self, kind: ChangeKind) -> Iterator[Passage]:
        for change in self._content.changes:
            if change.kind is kind:
                yield Passage(
                    change.id,
                    _changed(change),
                    _lines(change),
                    change.sources,
                    None,
                    (self._to_step(StepKey(change.step)),),
                )

    def _glossary(self, target: Target) -> Reading:
        lead = _("Ordene er merket med prikker ellers i programmet. Hold pekeren over, eller trykk Shift+F1.")
        return Reading(target, _("Ordliste"), lead, tuple(map(self._term, self._content.glossary)))

    def _one_change(self, target: Target) -> Reading:
        change = self._single[target.name]
        everything = Link(_("Alt som er endret"), Target(Room.CHANGES, "", change.id))
        passage = Passage(change.id, "", _lines(change), change.sources)
        return Reading(target, _changed(change), "", (passage,), (everything, self._to_step(StepKey(change.step))))

    def _one_term(self, target: Target) -> Reading:
        """Return one term: its meaning, terms close to it, and the chapters that speak of it."""
        term = self._terms[target.name]
        passage = replace(self._term(term), heading="")
        links = (*self._mentions.get(term.id, ()), Link(_("Hele ordlisten"), Target(Room.GLOSSARY, "", term.id)))
        return Reading(target, term.term, "", (passage,), links)

    def _term(self, term: Glossary) -> Passage:
        links = tuple(Link(self._terms[name].term, Target(Room.GLOSSARY, name)) for name in term.see)
        return Passage(term.id, term.term, (Line(term.meaning),), term.sources, None, links)

    def _step(self, target: Target, step: StepHelp) -> Reading:
        passages = [
            Passage(f"p{number}", "", tuple(_help_lines(said)), said.sources)
            for number, said in enumerate(step.paragraphs)
        ]
        passages += [Passage(one.id, one.question, (Line(one.answer),), one.sources) for one in step.questions]
        key = StepKey(step.id)
        links = (
            *((self._to_step(key),) if key is not StepKey.REFERENCE else ()),
            *(Link(chapter.title, Target(Room.CHAPTER, chapter.id)) for chapter in self.about(key)),
        )
        return Reading(target, step.title, step.lead, tuple(passages), links)

    def _to_step(self, step: StepKey) -> Link:
        return Link(_("Gå til steget {step}").format(step=self._steps[step.value].title), step)


def _changed(change: Change) -> str:
    return f"{change.title}, {formatting.day(change.on)}" if change.on else change.title


def _help_lines(said: Paragraph) -> Iterator[Line]:
    yield Line(said.text)
    if said.superseded:
        yield Line(_("Gjaldt tidligere: {text}").format(text=said.superseded), Tone.EARLIER)


def _lines(change: Change) -> tuple[Line, ...]:
    if change.kind is ChangeKind.VERSION:
        return (Line(change.now),)
    before = Line(_("Før: {text}").format(text=change.before), Tone.EARLIER)
    return (before, Line(_("Nå: {text}").format(text=change.now), Tone.TODAY))


def _number(source: Source) -> int:
    """Return the number of the question that a source is, 0 where it is none."""
    number = source.place.rpartition(" ")[2]
    return int(number) if source.document is Document.FAQ and number.isdigit() else 0
