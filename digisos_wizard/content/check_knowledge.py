"""What types can't say of the reference: its steps, terms and numbers exist, and every paragraph has a source."""

from collections import Counter
from collections.abc import Iterator

from digisos_wizard.errors import ContentError
from digisos_wizard.model.content import AskedGroup, ChangeKind, Content, ContentItem
from digisos_wizard.model.steps import STEPS, WALKED

WALKED_KEYS = frozenset(step.key.value for step in WALKED)
TOLD_OF = frozenset(step.key.value for step in STEPS if step.in_handbook)
GROUPS = tuple(AskedGroup)


def check(content: Content) -> None:
    """Raise ContentError for the first chapter, question, change or term that doesn't hold together."""
    _chapters(content)
    _asked(content)
    _changes(content)
    _glossary(content)


def paragraphs(content: Content) -> Iterator[tuple[str, ContentItem]]:
    """Yield every paragraph of the chapters, with its place in the file."""
    for chapter in content.chapters:
        for paragraph in chapter.paragraphs:
            yield f"{chapter.id}/{paragraph.id}", paragraph


def _step(file: str, entry: str, step: str) -> None:
    if step not in WALKED_KEYS:
        raise ContentError(file, entry, f"unknown step {step}")


def _chapters(content: Content) -> None:
    for chapter in content.chapters:
        _step("chapters.json", chapter.id, chapter.step)
        if not chapter.paragraphs:
            raise ContentError("chapters.json", chapter.id, "no paragraph")
        for key, count in Counter(paragraph.id for paragraph in chapter.paragraphs).items():
            if count > 1 or not key:
                raise ContentError("chapters.json", f"{chapter.id}/{key or '–'}", "id not unique")
        for paragraph in chapter.paragraphs:
            for earlier in paragraph.earlier:
                if not earlier.source.place.strip():
                    raise ContentError("chapters.json", f"{chapter.id}/{paragraph.id}", "what held before has no place")
    if missing := TOLD_OF - {chapter.step for chapter in content.chapters}:
        raise ContentError("chapters.json", min(missing), "a step without a chapter")


def _asked(content: Content) -> None:
    for position, asked in enumerate(content.faq, start=1):
        _step("faq.json", asked.id, asked.step)
        if asked.number != position:
            raise ContentError("faq.json", asked.id, f"number {asked.number} stands as number {position}")
    order = [GROUPS.index(asked.group) for asked in content.faq]
    if order != sorted(order):
        raise ContentError("faq.json", content.faq[0].id, "not in the order of the groups")


def _changes(content: Content) -> None:
    days = []
    for change in content.changes:
        _step("changes.json", change.id, change.step)
        if (change.on is None) is (change.kind is ChangeKind.VERSION):
            raise ContentError("changes.json", change.id, "a version has a day, a disagreement none")
        if change.kind is ChangeKind.DISAGREEMENT and not change.before.strip():
            raise ContentError("changes.json", change.id, "nothing was said before")
        days += [change.on] if change.on else []
    if days != sorted(days):
        raise ContentError("changes.json", content.changes[-1].id, "versions not in the order of their days")


def _glossary(content: Content) -> None:
    known = {term.id for term in content.glossary}
    written: dict[str, str] = {}
    for term in content.glossary:
        if unknown := set(term.see) - (known - {term.id}):
            raise ContentError("glossary.json", term.id, f"see unknown {min(unknown)}")
        for form in {term.term, *term.forms}:
            if (other := written.setdefault(form, term.id)) != term.id:
                raise ContentError("glossary.json", term.id, f"{form} is also written for {other}")
