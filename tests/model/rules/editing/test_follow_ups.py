"""What an edit brings with it, and what remains of a person who is erased."""

from datetime import UTC, date, datetime

from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import leaves
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.people import Person
from digisos_wizard.model.privacy import DpiaPart
from digisos_wizard.model.rules.checklist.fingerprints import verify_chain
from digisos_wizard.model.rules.editing.erasure import erasing, mentions, references
from digisos_wizard.model.rules.editing.follow_ups import follow_ups
from digisos_wizard.model.signing.signature import Signature, sign
from digisos_wizard.model.terms import ReviewState, SignOffPhase
from digisos_wizard.storage import planfile
from tests.model.given import TODAY, content, figures_of, plan_of

TEXT = ("privacy", "parts", "need", "text")
HAMAR = planfile.read(resources() / "examples" / "hamar.digisos").document.plan


def test_an_approved_part_that_changes_goes_back_to_review_and_says_so() -> None:
    part = DpiaPart(id="need", text="Godt", state=ReviewState.APPROVED)
    plan = plan_of(5_000, answers={"privacy/parts": (part,)})
    state, comment = follow_ups(plan, Set(TEXT, "Bedre"), date(2026, 11, 23), content())
    assert state == Set((*TEXT[:3], "state"), ReviewState.FOR_REVIEW)
    assert "23. november 2026" in str(comment.value)


def test_nothing_follows_from_other_edits() -> None:
    for state in (ReviewState.DRAFT, ReviewState.FOR_REVIEW, ReviewState.SENT_BACK):
        plan = plan_of(5_000, answers={"privacy/parts": (DpiaPart(id="need", state=state),)})
        assert follow_ups(plan, Set(TEXT, "Ny"), TODAY, content()) == ()
    approved = plan_of(5_000, answers={"privacy/parts": (DpiaPart(id="need", state=ReviewState.APPROVED),)})
    assert follow_ups(approved, Set((*TEXT[:3], "comment"), "Ny"), TODAY, content()) == ()
    assert follow_ups(approved, Insert(("people", "persons"), Person(id="p")), TODAY, content()) == ()


def test_a_person_is_taken_out_of_every_place_and_the_chain_still_holds() -> None:
    person = HAMAR.people.persons[0]
    figures = figures_of(HAMAR)
    record = sign(
        figures,
        Signature(phase=SignOffPhase.CONNECT, signer=person.id),
        signed_at=datetime(2026, 11, 23, tzinfo=UTC),
        salt="s",
        record_id="new",
    )
    plan = apply(HAMAR, Insert(("signoffs", "records"), record))
    assert len(references(plan, content(), person.id)) > 3
    after = apply(plan, *erasing(plan, content(), person.id))
    assert person.id not in {value for _address, value in leaves(after)}
    assert person.name not in after.people.model_dump_json()
    assert verify_chain(after.signoffs.records)
    changes = figures_of(after).signoffs[-1].changes
    assert not [line for line in changes if "roller" not in line], "only what the person did is gone"


def test_the_name_in_free_text_is_found_for_a_person_to_judge() -> None:
    people = (Person(id="p", name="Kari Prøve"), Person(id="q", name="Li"))
    plan = plan_of(5_000, answers={"people/persons": people, "decision/scope": "Avtalt med kari prøve. Li var der."})
    assert mentions(plan, "p") == (("decision", "scope"),)
    assert mentions(plan, "q") == (), "two letters are no name to search for"
    assert mentions(plan, "gone") == ()


def test_what_is_said_last_of_a_thing_takes_back_what_was_said_on_another_row() -> None:
    answers: dict[str, object] = {"mapping/tasks/training/owner": "p", "connection/activities/training/owner": "q"}
    plan = plan_of(5_000, answers=answers)
    said = Set(("checklist", "answers", "org.training", "responsible"), "r")
    assert set(follow_ups(plan, said, TODAY, content())) == {
        Set(("connection", "activities", "training", "owner"), None),
        Set(("mapping", "tasks", "training", "owner"), None),
    }
    assert not follow_ups(plan, Set(said.address, None), TODAY, content())
