"""The checklist in lists: sections with their counts, how an item stands, and what is folded away."""

from datetime import UTC, date, datetime

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.parts import PARTS
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.rules.checklist.result import ChecklistRow
from digisos_wizard.model.signing import signers
from digisos_wizard.model.signing.signature import Signature, edits, sign, too_early
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.model.told.checklist_lines import (
    folded_words,
    line_title,
    promised,
    sections,
    standing,
)
from digisos_wizard.model.told.signed_records import record_lines, record_title, since
from digisos_wizard.storage import planfile
from tests.model.given import content

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
ANSWERS = ("checklist", "answers")


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The example plan of Hamar."""
    return planfile.decode((resources() / "examples" / "hamar.digisos").read_bytes()).plan


def figures_of(plan: Plan, today: date = TODAY) -> Figures:
    return Figures(Document(plan=plan), content(), today)


def row_of(figures: Figures, row_id: str) -> ChecklistRow:
    return next(row for row in figures.checklist if row.row_id == row_id)


def test_own_items_stand_in_their_sections_and_the_rest_last(plan: Plan) -> None:
    outside = OwnChecklistItem(id="x", text="Kake")
    found = sections(figures_of(apply(plan, Insert(("checklist", "own"), outside))))
    assert [one.title for one in found][-1] == "Andre punkter"
    assert any(row.row_id == "uwndtn" for row in found[0].rows)
    assert (found[0].counted, len(found[0].remaining)) == ("6 av 8", 2)


@pytest.mark.parametrize(
    ("row_id", "expected"),
    [
        ("decision.digifin", ("Klar", Sign.DONE)),
        ("decision.operation", ("I arbeid", Sign.NONE)),
        ("connect.person-card", ("Etter dagen", Sign.NONE)),
        ("org.form", ("Gjelder ikke", Sign.NONE)),
        ("vendor.technical", ("", Sign.NONE)),
    ],
)
def test_an_item_is_told_in_few_words(plan: Plan, row_id: str, expected: tuple[str, Sign]) -> None:
    figures = figures_of(plan)
    assert standing(figures, row_of(figures, row_id)) == expected


def test_an_item_that_rests_on_what_stops_says_so(plan: Plan) -> None:
    late = figures_of(plan, date(2027, 2, 25))
    assert standing(late, row_of(late, "connect.processing")) == ("Stopper", Sign.STOPS)


def test_an_answer_against_the_plan_asks_for_a_reason(plan: Plan) -> None:
    figures = figures_of(plan)
    figures = figures_of(apply(plan, Set((*ANSWERS, "vendor.technical", "state"), TaskState.DONE)))
    row = row_of(figures, "vendor.technical")
    assert standing(figures, row) == ("Begrunn", Sign.NONE)


def test_who_has_it_and_by_when_is_what_the_plan_says(plan: Plan) -> None:
    figures = figures_of(plan)
    assert promised(figures, row_of(figures, "vendor.agreement")) == ("Jonas Påfunn", date(2027, 1, 28))
    assert promised(figures, row_of(figures, "ze58m2")) == ("Liv Eksempelsen", date(2027, 2, 26))


def test_a_line_says_what_it_stands_for(plan: Plan) -> None:
    office = next(one for one in sections(figures_of(plan)) if one.key == "organisation")
    assert folded_words(office.rows) == "6 ikke ferdige, 2 er klare, 1 med eget svar, 1 gjelder ikke"


def test_items_from_2019_are_marked(plan: Plan) -> None:
    figures = figures_of(plan)
    assert line_title(figures, row_of(figures, "org.form")).endswith("(gjaldt i 2019)")


def test_all_in_place_is_signed_from_the_day_on(plan: Plan) -> None:
    assert too_early(figures_of(plan), SignOffPhase.FINAL)
    assert not too_early(figures_of(plan), SignOffPhase.CONNECT)
    assert not too_early(figures_of(plan, date(2027, 3, 4)), SignOffPhase.FINAL)


def test_those_who_usually_sign_are_named_once(plan: Plan) -> None:
    figures = figures_of(plan)
    persons = [person for person, _role in signers.usual_signers(figures, "")]
    assert len(persons) == len(set(persons))
    assert signers.place(figures) == "Hamar"
    assert signers.place(figures_of(Plan())) == ""


def test_the_rail_says_what_is_not_done_and_what_is_signed(plan: Plan) -> None:
    parts = {part.key: part for part in PARTS if part.step.value == "checklist"}
    figures = figures_of(plan)
    assert figures.part_progress[parts["items"]].words == "19 ikke ferdige"
    assert figures.part_progress[parts["signing"]].words == "Ikke signert"
    signature = Signature(SignOffPhase.CONNECT, plan.people.persons[0].id, place="Hamar")
    record = sign(figures, signature, signed_at=NOW, salt="salt", record_id="s1")
    signed = figures_of(apply(plan, *edits(figures, record)))
    assert (signed.part_progress[parts["signing"]].words, signed.part_progress[parts["signing"]].sign) == (
        "Signert",
        Sign.DONE,
    )
    (status,) = signed.signoffs
    assert since(status) == "Uendret siden"
    assert record_title(signed, status) == "Klar for påkobling: signert med forbehold, utgave 1"
    changed = figures_of(apply(signed.plan, Set((*ANSWERS, "privacy.dpia", "comment"), "Nytt")))
    (status,) = changed.signoffs
    assert changed.part_progress[parts["signing"]].words == "Endret etterpå"
    assert since(status) == "1 endring"
    assert "merknad: tomt → Nytt" in list(record_lines(changed, status))[-1]
