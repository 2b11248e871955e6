"""All documents of a plan are read back: of one thing none names another owner, day, state or count than the rest.

Documents with tables and events are read for what they say of each thing; printed ones are looked through for it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation

from digisos_wizard.content.locate import resources
from digisos_wizard.export import EXPORTS, export
from digisos_wizard.model import formatting
from digisos_wizard.model.display import municipality_name
from digisos_wizard.model.edits import Edit, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.commitments.result import Commitment
from digisos_wizard.model.rules.commitments.words import owner_words, told
from digisos_wizard.model.rules.connection.workdays import working_day_before
from digisos_wizard.model.rules.proof.counting import counted
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.calendar import CONNECT
from digisos_wizard.storage import planfile
from tests.export.checklist.reading import read, unspaced
from tests.export.walk.reading import Told, calendars, events, sheets, words
from tests.model.given import figures_of
from tests.model.promised import promised

WORDS = ("role-sheets", "weekly", "memo", "follow-up", "dpia", "ros", "meeting-summary")
EXAMPLES = {file.stem: planfile.read(file).document.plan for file in sorted(resources().glob("examples/*.digisos"))}
PLANS = {**EXAMPLES, "empty": Plan(), "random": promised(1)}
SHORT = 40
"""Letters of a title that a narrow document shows for certain."""


def lines(figures: Figures) -> list[Told]:
    """Return what the documents with tables and events say, line by line."""
    found = [line for key in WORDS for line in words(key, export(f"{key}-word").build(figures))]
    found += sheets("workbook", export("workbook").build(figures))
    if figures.register.by_person:
        found += calendars("calendars", export("calendars").build(figures))
        found += events("calendar", export("calendar").build(figures))
    return found


class Promises:
    """What the register says, to be looked up by any name that a document has for it."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.names: dict[str, list[Commitment]] = {}
        office = figures.plan.decision.office
        connecting = f"Påkobling til Digisos: {office}" if office else "Påkobling til Digisos"
        for one in figures.register.items:
            if one.key.partition("@")[0] == CONNECT:
                self.names.setdefault(unspaced(connecting), []).append(one)
            for name in {one.title, told(one), one.activity.title if one.activity is not None else one.title}:
                self.names.setdefault(unspaced(name), []).append(one)

    def owner(self, one: Commitment) -> str:
        """Return who does something, in words."""
        return owner_words(self.figures.plan, self.figures.content, one.owner)

    def days(self, one: Commitment) -> set[str | date]:
        """Return when something is due or was done, in every way of saying so."""
        known = {day for day in (one.due.day, one.stands_on) if day is not None}
        said = {words(day) for day in known for words in (formatting.day, self._near)}
        return {*known, *map(working_day_before, known), *said} or {"", "–", "uten frist", "mangler"}

    def _near(self, day: date) -> str:
        return formatting.near_day(day, self.figures.today)

    def state(self, one: Commitment) -> str:
        """Return how far something is, in words."""
        return self.figures.content.option_label("TaskState", one.standing.state.value)

    def wrong(self, line: Told) -> str:
        """Return what is wrong with a line, empty where the register says the same."""
        found = self.names.get(unspaced(line.title), [])
        if not found and line.where == "memo":  # what several municipalities do each, stands together there
            found = self.names.get(unspaced(line.title.rpartition(" (")[0]), [])
        if line.place:
            found = [one for one in found if municipality_name(self.figures.plan, one.municipality) == line.place]
        if not found:
            return f"{line}: nobody has promised that"
        if any(self._same(line, one) for one in found):
            return ""
        return f"{line}: {[(self.owner(one), one.due.day, one.stands_on, self.state(one)) for one in found]}"

    def _same(self, line: Told, one: Commitment) -> bool:
        nobody = line.owner in ("mangler", "ingen ansvarlig ennå", "Oppgaver uten ansvarlig", "")
        owners = {self.owner(one), "" if one.owner.person is None else self.owner(one)}
        return (
            (line.owner in (None, "flere", *owners) or (nobody and not self.owner(one)) or self._by_role(line, one))
            and (line.day is None or line.day in self.days(one) or (one.finished and line.day in ("", "–")))
            and (line.state is None or line.state == self.state(one))
        )

    def _by_role(self, line: Told, one: Commitment) -> bool:
        """Tell whether the line stands on the sheet of the role that the thing falls to."""
        title = next((role.title for role in self.figures.content.roles if role.id == one.owner.role), "")
        resting = {role.id for role in self.figures.plan.people.roles if role.not_relevant}
        nobodys = one.owner.role in resting and line.owner == "Oppgaver uten ansvarlig"
        return line.where == "role-sheets" and (line.owner == title or nobodys)


def faults(figures: Figures, found: Sequence[Told]) -> list[str]:
    """Return the lines that say something else than the register."""
    known = Promises(figures)
    several = {"Signer avtalen som gjenstår", "Signer den første av"}
    asked = [line for line in found if not any(line.title.startswith(one) for one in several)]
    return [text for line in asked if (text := known.wrong(line))]


def printed(figures: Figures) -> Iterator[str]:
    """Yield what is wrong with the printed documents: on the wall, on the timeline and in the checklist."""
    known = Promises(figures)
    timeline = read(export("timeline").build(figures)).letters
    drawn = {one.row_id for one in figures.schedule.activities if one.stands_on is not None}
    for one in figures.register.items:
        name = unspaced(one.title)
        if one.key in drawn and len(known.names[name]) == 1 and name in timeline:
            due = "" if one.due.day is None else unspaced(formatting.short_day(one.due.day))
            beside = {TaskState.DONE: "ferdig", TaskState.NOT_RELEVANT: "ikkeaktuelt"}.get(one.standing.state, due)
            if not any(rest.startswith(beside) for rest in timeline.split(name)[1:]):
                yield f"timeline: {one.title} {beside}"
    yield from _months(figures, known)
    text = read(export("checklist").build(figures)).letters.partition("Åpnepunkter")[2]
    for row in figures.checklist:
        if row.state in (TaskState.OPEN, TaskState.IN_PROGRESS):
            owner = owner_words(figures.plan, figures.content, row.owner) or "mangler"
            day = "mangler" if row.due.day is None else formatting.day(row.due.day)
            late = row.due.day is not None and row.due.day < figures.today
            place = f" – {municipality_name(figures.plan, row.municipality)}" if row.municipality else ""
            state = figures.content.option_label("TaskState", row.state.value)
            if unspaced(f"{row.text}{place}{owner}{day}{', forfalt' if late else ''}{state}") not in text:
                yield f"checklist: {row.text}{place} {owner} {day} {state}"
            at = ("checklist", "answers" if row.item is not None else "own", row.row_id)
            one = figures.register.by_row[at]
            if (one.owner, one.due, one.standing.state) != (row.owner, row.due, row.state):
                yield f"checklist and register: {row.text}"


def _months(figures: Figures, known: Promises) -> Iterator[str]:
    """Yield what stands on another day on the wall."""
    beginnings = Counter(name[:SHORT] for name in known.names)
    alone = {
        name[:SHORT]: found[0]
        for name, found in known.names.items()
        if len(found) == 1 and len(name) > SHORT and beginnings[name[:SHORT]] == 1
    }
    for page in read(export("months").build(figures)).pages:
        head, *rest = page.replace("\r", "").partition("Uke Mandag")
        year = int(head.split()[-1])
        month = next(number for number, name in enumerate(MONTHS, start=1) if name in head.lower().split()[-2:])
        for day, text in _days("".join(rest)).items():
            for name, found in alone.items():
                if name in text and found.stands_on not in (None, date(year, month, day)):
                    yield f"months: {found.title} on {year}-{month}-{day}"


MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
          "desember")  # fmt: skip


def _days(text: str) -> Mapping[int, str]:
    """Return what stands on each day of a page: the numbers of days follow each other, those of weeks between."""
    found: dict[int, list[str]] = {0: []}
    for line in text.split("\n"):
        for word in line.split():
            last = max(found)
            if word == str(last + 1) and last < 31:
                found[last + 1] = []
            else:
                found[last].append(word)
    return {day: unspaced(" ".join(parts)) for day, parts in found.items() if day}


def all_text(figures: Figures) -> Iterator[tuple[str, str]]:
    """Yield the text of the documents that count benefits or the checklist."""
    for key in ("memo", "overview", "follow-up", "checklist", "weekly"):
        yield key, " ".join(read(export(key).build(figures)).text.split())
    show = Presentation(BytesIO(export("slides").build(figures)))
    shapes = [shape for slide in show.slides for shape in slide.shapes if shape.has_text_frame]
    yield "slides", " ".join(shape.text_frame.text for shape in shapes)


@cache
def of(name: str) -> Figures:
    """Return the figures of one of the plans."""
    return figures_of(PLANS[name])


@cache
def lines_of(name: str) -> list[Told]:
    """Return what the documents of one of the plans say."""
    return lines(of(name))


@pytest.mark.parametrize("name", PLANS)
def test_no_document_says_another_owner_day_or_state(name: str) -> None:
    figures = of(name)
    assert faults(figures, lines_of(name)) == []
    assert list(printed(figures)) == []


@pytest.mark.parametrize("name", PLANS)
def test_everything_promised_stands_on_a_sheet_and_nothing_else_does(name: str) -> None:
    sheet = {unspaced(line.title) for line in lines_of(name) if line.where == "role-sheets"}
    assert {unspaced(one.title) for one in of(name).register.items} == sheet


@pytest.mark.parametrize("name", PLANS)
def test_no_document_counts_otherwise(name: str) -> None:
    figures = of(name)
    right = counted(figures.plan.benefits)
    rows = [row for row in figures.checklist if row.state is not TaskState.NOT_RELEVANT]
    done = sum(row.state is TaskState.DONE for row in rows)
    for key, text in all_text(figures):
        for number in re.findall(r"(\d+) gevinst(?:er)?\b(?! til)", text):
            assert int(number) == right.benefits, (key, text[:200])
        for number in re.findall(r"(\d+) ulempe", text):
            assert int(number) == right.disadvantages, key
        for one, all_of in re.findall(r"Sjekklisten:? (\d+) av (\d+)", text):
            assert (int(one), int(all_of)) == (done, len(rows)), key


def changed(plan: Plan) -> Mapping[str, tuple[str, tuple[Edit, ...]]]:
    """Return edits of an owner, a deadline and a state, each with what it is about."""
    at = ("connection", "activities", "contingency")
    person = plan.people.persons[3].id
    return {
        "owner": ("contingency", (Set((*at, "owner"), person),)),
        "deadline": ("contingency", (Set((*at, "deadline"), date(2027, 2, 12)),)),
        "state": ("contingency", (Set((*at, "state"), TaskState.DONE), Set((*at, "done_on"), date(2026, 11, 20)))),
    }


@pytest.mark.parametrize("field", ["owner", "deadline", "state"])
def test_an_edit_is_seen_in_every_document_of_the_same_export(field: str) -> None:
    before = of("hamar")
    key, edits = changed(before.plan)[field]
    after = figures_of(apply(before.plan, *edits))
    found = lines(after)
    assert faults(after, found) == []
    assert list(printed(after)) == []
    title = before.register.by_key[key].title
    was, now = ({line.where: line for line in every if line.title == title} for every in (lines_of("hamar"), found))
    seen = {where for where, line in now.items() if line != was.get(where)}
    says: dict[str, Callable[[Told], object]] = {
        "owner": lambda line: line.owner, "deadline": lambda line: line.day, "state": lambda line: line.state
    }  # fmt: skip
    assert {where for where, line in now.items() if says[field](line) is not None} <= seen
    assert {"workbook Aktiviteter", "role-sheets"} <= seen


@pytest.mark.parametrize("field", ["owner", "day", "state"])
def test_a_line_that_says_something_else_is_found(field: str) -> None:
    figures = of("hamar")
    line = next(one for one in lines_of("hamar") if one.where == "memo" and one.owner == "Amir Tenksen")
    assert faults(figures, [line]) == []
    other: dict[str, object] = {"owner": "Kari Eksempel", "day": "1. januar 2030", "state": "Ferdig"}
    assert faults(figures, [line._replace(**{field: other[field]})])
    assert faults(figures, [line._replace(title="Kake")])


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 42))
def test_no_document_of_any_plan_says_something_else(seed: int) -> None:
    figures = figures_of(promised(seed, many=4 + seed % 20))
    for kind in EXPORTS:
        assert kind.build(figures)
    assert faults(figures, lines(figures)) == []
    assert list(printed(figures)) == []
    test = figures_of(figures.plan, figures.today + timedelta(days=60))
    assert faults(test, lines(test)) == []
