"""What a printed checklist holds for machines, and whether it still says what it was printed with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, chain

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.content import Content
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import clock
from digisos_wizard.model.formatting import day as day_words
from digisos_wizard.model.rules.checklist.fingerprints import CANONICAL, name_digest, verify_chain
from digisos_wizard.model.rules.checklist.result import ChangeKind, Difference
from digisos_wizard.model.rules.checklist.signed_changes import day_in_words, sentence, signer_differences
from digisos_wizard.model.rules.checklist.signed_content import CATALOGUE, OLDER, SECTION, facts_for, lines_for
from digisos_wizard.model.rules.commitments.words import owner_words
from digisos_wizard.model.sealed import Sealed, SealedSignOff, letters
from digisos_wizard.model.signoff import SignedFact, SignedLine, SignOff
from digisos_wizard.model.terms import SignOffPhase

AROUND = 40
"""Letters shown where a page says something else than the record."""


class Answer(IntEnum):
    """What a check of a printed checklist comes to; the values are the exit codes of the command line."""

    VALID = 0
    CHANGED = 1
    DAMAGED = 2
    FOREIGN = 3
    RESAVED = 4
    """The words are unchanged, but another program wrote the file, and may have drawn them otherwise."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, in a sentence and with what it rests on; `signed` is who signed what, `notes` is worth knowing."""

    answer: Answer
    headline: str
    changes: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def sealed_of(figures: Figures, pages: tuple[str, ...]) -> Sealed:
    """Return the record of a checklist that is being printed."""
    plan = figures.plan
    return Sealed(
        plan_id=plan.about.plan_id,
        office=plan.decision.office,
        today=figures.today,
        lines=_lines(figures),
        facts=facts_for(plan, figures.content, SignOffPhase.FINAL),
        signoffs=tuple(
            SealedSignOff(
                name=person_name(plan, status.record.signer) if _known(figures, status.record) else "",
                current=status.current,
                changes=status.changes,
                record=_without_signer(status.record),
            )
            for status in figures.signoffs
        ),
        pages=pages,
    )


def _lines(figures: Figures, form: int = CANONICAL) -> tuple[SignedLine, ...]:
    """Return the lines with names in place of digests; those of older prints know the checklist's rows alone."""
    plan = figures.plan
    older = form <= OLDER
    named = {
        row.row_id: row.answer.responsible if older or row.item is None else row.said.owner for row in figures.checklist
    }
    owners = {row.row_id: row.owner for row in figures.checklist if not older}
    lines = lines_for(plan, figures.content, figures.checklist, SignOffPhase.FINAL, form=form)
    return tuple(
        SignedLine.model_validate(
            {name: getattr(line, name) for name in type(line).model_fields}
            | {
                "responsible": person_name(plan, named.get(line.key)),
                "owner": owner_words(plan, figures.content, owners[line.key]) if line.key in owners else "",
            }
        )
        for line in lines
    )


def _known(figures: Figures, record: SignOff) -> bool:
    return any(person.id == record.signer for person in figures.plan.people.persons)


def _without_signer(record: SignOff) -> SignOff:
    """Return the record without the id of the person, which means nothing outside the plan."""
    fields = {name: getattr(record, name) for name in type(record).model_fields} | {"signer": None}
    return SignOff.model_validate(fields)


def judge(sealed: Sealed, pages: Sequence[str], content: Content, now: Figures | None = None) -> Verdict:
    """Return what a printed checklist is worth, held against its own pages and sign-offs, and a plan if given."""
    altered = tuple(_pages(sealed, pages))
    since = tuple(_signoffs(sealed, content))
    against = tuple(_against(sealed, content, now)) if now is not None else ()
    signed = tuple(_signed(content, one) for one in sealed.signoffs)
    if altered:
        headline = _("Endret: sidene sier noe annet enn da PDF-en ble laget.")
        return Verdict(Answer.CHANGED, headline, (*altered, *since, *against), signed)
    if now is not None and sealed.plan_id != now.plan.about.plan_id and not altered:
        headline = _("PDF-en hører til en annen plan enn den du oppga.")
        return Verdict(Answer.CHANGED, headline, against, signed)
    if against:
        headline = _("Endret: PDF-en er slik den ble laget, men planen sier noe annet nå.")
        return Verdict(Answer.CHANGED, headline, (*since, *against), signed)
    if since:
        headline = _("Endret: PDF-en er slik den ble laget, men da var noe endret etter at det var signert.")
        return Verdict(Answer.CHANGED, headline, since, signed)
    if not signed and now is not None:
        headline = _("PDF-en er uendret og sier det samme som planen, men ingen har signert i programmet.")
    elif not signed:
        headline = _("PDF-en er uendret, men ingen har signert i programmet.")
    elif now is not None:
        headline = _("Gyldig: PDF-en er uendret, og sier det samme som planen.")
    else:
        headline = _("Gyldig: PDF-en er uendret siden den ble laget.")
    return Verdict(Answer.VALID, headline, (), signed)


def _pages(sealed: Sealed, pages: Sequence[str]) -> Iterator[str]:
    """Yield where the pages say something else than the record."""
    if len(pages) != len(sealed.pages):
        yield _("PDF-en har {now} sider, men ble laget med {then}.").format(now=len(pages), then=len(sealed.pages))
        return
    for number, (seen, meant) in enumerate(zip(pages, sealed.pages, strict=False), start=1):
        here, there = letters(seen), letters(meant)
        if here != there:
            at = _first_difference(here, there)
            yield _("Side {number} viser «{here}» der det ble skrevet «{there}».").format(
                number=number, here=_excerpt(seen, at), there=_excerpt(meant, at)
            )
    shown = letters("".join(sealed.pages))
    for one in sealed.signoffs:
        if one.record.fingerprint not in shown:
            yield _("Kontrollsummen {sum} … står ikke på sidene.").format(sum=one.record.fingerprint[:12])


def _first_difference(here: str, there: str) -> int:
    return next(
        (at for at, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), min(len(here), len(there))
    )


def _excerpt(text: str, at: int) -> str:
    """Return what a page says around its letter number `at`, blanks aside, with its blanks."""
    words = " ".join(text.split())
    counts = accumulate(len(letters(letter)) for letter in words)
    place = next((position for position, count in enumerate(counts) if count > at), len(words))
    start, end = max(place - AROUND // 2, 0), place + AROUND // 2
    return f"{'…' if start else ''}{words[start:end].strip()}{'…' if end < len(words) else ''}"


def _signoffs(sealed: Sealed, content: Content) -> Iterator[str]:
    """Yield what is wrong with the sign-offs, and what had changed since when the checklist was printed."""
    records = tuple(one.record for one in sealed.signoffs)
    if not verify_chain(records):
        yield _("Signeringene henger ikke sammen.")
    for one in sealed.signoffs:
        scope = scope_words(content, one.record)
        if one.name and name_digest(one.record.salt, one.name) != one.record.name_digest:
            yield _("{scope}: navnet er et annet enn da det ble signert.").format(scope=scope)
        if one.current:
            yield from (
                _("{scope}, endret etter signering: {change}").format(scope=scope, change=change)
                for change in one.changes
            )


def _against(sealed: Sealed, content: Content, now: Figures) -> Iterator[str]:
    """Yield what the plan says otherwise than the printed checklist."""
    if sealed.plan_id != now.plan.about.plan_id:
        yield _("PDF-en er laget av en annen plan ({office}).").format(office=sealed.office or _("uten navn"))
        return
    facts = facts_for(now.plan, now.content, SignOffPhase.FINAL)
    found = chain(_between_facts(sealed.facts, facts), between(sealed.lines, _lines(now, _form(sealed)), content))
    yield from (sentence(difference) for difference in found)
    printed = {one.record.fingerprint for one in sealed.signoffs}
    kept = {record.fingerprint for record in now.plan.signoffs.records}
    for one in sealed.signoffs:
        if one.record.fingerprint not in kept:
            yield _("{scope}: signeringen finnes ikke i planen.").format(scope=scope_words(content, one.record))
    for record in now.plan.signoffs.records:
        yield from (sentence(difference) for difference in signer_differences(now.plan, record))
        if record.fingerprint not in printed:
            yield _("{scope}: planen er signert på nytt, utgave {revision}.").format(
                scope=scope_words(content, record), revision=record.revision
            )


def _form(sealed: Sealed) -> int:
    """Return the canonical form of a print's lines: from form 3 on they tell who says the state."""
    return CANONICAL if any(line.source for line in sealed.lines) else OLDER


def _between_facts(before: Sequence[SignedFact], after: Sequence[SignedFact]) -> Iterator[Difference]:
    then, now = ({fact.key: fact for fact in facts} for facts in (before, after))
    for key in dict.fromkeys((*then, *now)):
        if key == CATALOGUE or key.startswith(SECTION):
            continue
        old, new = (facts[key].value if key in facts else "" for facts in (then, now))
        if old != new:
            label = (then.get(key) or now[key]).label
            yield Difference(ChangeKind.FIELD, key, _("Planen"), label, old, new)


def between(before: Sequence[SignedLine], after: Sequence[SignedLine], content: Content) -> Iterator[Difference]:
    """Yield what differs between two versions of the checklist's lines, field by field."""
    now = {line.key: line for line in after}
    known = {line.key for line in before}
    for line in before:
        other = now.get(line.key)
        if other is None:
            yield Difference(ChangeKind.GONE, line.key, line.text)
            continue
        for field, old, new in _fields(line, other, content):
            yield Difference(ChangeKind.FIELD, line.key, line.text, field, old, new)
    for line in after:
        if line.key not in known:
            yield Difference(ChangeKind.NEW, line.key, line.text)


def _fields(before: SignedLine, after: SignedLine, content: Content) -> Iterator[tuple[str, str, str]]:
    own = "." not in before.key
    if own and before.text != after.text:
        yield _("tekst"), before.text, after.text
    if own and before.section != after.section:
        yield _("del av sjekklisten"), before.section, after.section
    if before.state != after.state:
        words = [content.option_label("TaskState", line.state).lower() for line in (before, after)]
        yield _("tilstand"), words[0], words[1]
    if before.details != after.details:
        yield _("det planen viser"), before.evidence, after.evidence
    if before.reason != after.reason:
        yield _("begrunnelse"), before.reason, after.reason
    if before.comment != after.comment:
        yield _("merknad"), before.comment, after.comment
    if before.deadline != after.deadline:
        yield _("frist"), day_in_words(before.deadline), day_in_words(after.deadline)
    if before.responsible != after.responsible:
        yield _("ansvarlig"), before.responsible, after.responsible


def scope_words(content: Content, record: SignOff) -> str:
    """Return what a record is about: the phase, and the section as it was called when it was signed."""
    phase = content.option_label("SignOffPhase", record.phase.value)
    if not record.section:
        return phase
    title = next((fact.value for fact in record.facts if fact.key == f"{SECTION}{record.section}"), record.section)
    return _("{phase}, {section}").format(phase=phase, section=title)


def _signed(content: Content, one: SealedSignOff) -> str:
    record = one.record
    what = _("signert med forbehold") if record.open_items else _("signert")
    words = _("{scope}, utgave {revision}: {what} av {name} {day} {clock}").format(
        scope=scope_words(content, record),
        revision=record.revision,
        what=what,
        name=one.name or _("en person som er fjernet"),
        day=day_words(record.signed_at.date()),
        clock=clock(record.signed_at),
    )
    opened = len(record.open_items)
    if opened:
        words += ngettext(", {count} ting sto åpen", ", {count} ting sto åpne", opened).format(count=opened)
    return words if one.current else _("{words} (erstattet av en nyere)").format(words=words)
