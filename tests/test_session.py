"""The session: what is typed, undone, opened and saved, and what never gets in."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.content import load
from digisos_wizard.errors import DamagedPlanError, PersonalNumberError, SaveConflictError
from digisos_wizard.model.address import UnknownAddressError
from digisos_wizard.model.base import Own
from digisos_wizard.model.decision import Approval, Municipality
from digisos_wizard.model.edits import Insert, Move, RefusedEditError, Remove, Set
from digisos_wizard.model.history import LIMIT
from digisos_wizard.model.mapping import FormResponse, FormRow, ProcessStep
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import PlanKind, ReviewState
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from tests.handbook import small_handbook

FICTITIOUS = "13097248022"
POPULATION = ("decision", "municipalities", "k1", "population")
SCOPE = ("decision", "scope")


class Clock:
    """The time on the wall, moved by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)


def ids() -> Callable[[], str]:
    """Return ids that are the same every time."""
    numbers = iter(range(10_000))
    return lambda: f"r{next(numbers)}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(clock: Clock) -> Session:
    """A session with one municipality, Hamar, and nothing to undo."""
    made = Session(small_handbook(), None, clock, ids())
    made.new_plan("Prøve", PlanKind.INTRODUCTION)
    made.edit(Insert(("decision", "municipalities"), Municipality(id="k1", name="Hamar")))
    made.barrier()
    return made


@pytest.fixture
def kept(clock: Clock, tmp_path: Path) -> Iterator[Session]:
    """A session whose work is kept in the test's folder."""
    recovery = Recovery(Folders(tmp_path / "lokalt"), clock)
    made = Session(small_handbook(), Keeper(clock, recovery), clock, ids())
    yield made
    made.keeper.stop()


# ------------------------------------------------------------------------------------------------------------ entering


def test_what_can_be_read_becomes_a_value(session: Session) -> None:
    session.enter(POPULATION, " 32 879 ")
    assert session.plan.decision.municipalities[0].population == 32_879
    assert session.shown(POPULATION).replace("\u202f", " ") == "32 879"


def test_what_cannot_be_read_is_kept_as_typed_and_the_value_is_empty(session: Session) -> None:
    session.enter(POPULATION, "32 879")
    session.enter(POPULATION, "32.879")
    assert session.plan.decision.municipalities[0].population is None
    assert session.shown(POPULATION) == "32.879"
    assert [draft.id for draft in session.document.drafts] == ["decision/municipalities/k1/population"]
    session.enter(POPULATION, "5")
    assert session.document.drafts == ()
    assert session.shown(POPULATION) == "5"


def test_an_unreadable_text_field_becomes_empty_text(session: Session) -> None:
    address = ("decision", "municipalities", "k1", "org_number")
    session.enter(address, "974 760 673")
    assert session.plan.decision.municipalities[0].org_number == "974760673"
    session.enter(address, "974 760 674")
    assert session.plan.decision.municipalities[0].org_number == ""
    assert session.shown(address) == "974 760 674"


def test_emptying_a_field_empties_value_and_draft(session: Session) -> None:
    session.enter(POPULATION, "mange")
    session.enter(POPULATION, "")
    assert session.document.drafts == ()
    assert session.plan.decision.municipalities[0].population is None


def test_a_choice_made_elsewhere_replaces_the_draft(session: Session) -> None:
    session.enter(POPULATION, "mange")
    session.edit(Set(POPULATION, 7))
    assert session.document.drafts == ()
    session.enter(POPULATION, "mange")
    session.edit(Set(POPULATION, None))
    assert session.document.drafts == ()


def test_a_removed_row_takes_its_drafts_along_and_undo_brings_them_back(session: Session) -> None:
    session.enter(POPULATION, "mange")
    session.edit(Remove(("decision", "municipalities", "k1")))
    assert session.document.drafts == ()
    session.undo()
    assert session.shown(POPULATION) == "mange"


@pytest.mark.parametrize(
    "text", [FICTITIOUS, f"søker {FICTITIOUS[:6]} {FICTITIOUS[6:]}", f"{FICTITIOUS[:6]}-{FICTITIOUS[6:]}."]
)
def test_a_personal_number_gets_in_nowhere(session: Session, text: str) -> None:
    before = session.document
    for address in (SCOPE, POPULATION, ("decision", "approval", "shared", "decided_on")):
        with pytest.raises(PersonalNumberError):
            session.enter(address, text)
    with pytest.raises(PersonalNumberError):
        session.edit(Set(SCOPE, text))
    with pytest.raises(PersonalNumberError):
        session.edit(Set(SCOPE, "først"), Insert(("people", "persons"), Person(id="p", name=text)))
    with pytest.raises(PersonalNumberError):
        session.new_plan(text, PlanKind.INTRODUCTION)
    assert session.document is before
    assert session.undo_label is None


def test_half_a_letter_is_replaced_and_the_plan_can_still_be_written(session: Session) -> None:
    session.enter(SCOPE, "smil \ud83d her")
    assert session.plan.decision.scope == "smil \ufffd her"
    session.enter(SCOPE, "smil 😀")
    assert planfile.decode(planfile.encode(session.document)).plan.decision.scope == "smil 😀"
    with pytest.raises(RefusedEditError):
        session.edit(Set(SCOPE, "smil \ud83d her"))


# ------------------------------------------------------------------------------------------------------------- editing


def test_edits_are_all_or_nothing(session: Session) -> None:
    before = session.document
    with pytest.raises(UnknownAddressError):
        session.edit(Set(SCOPE, "ny"), Remove(("people", "persons", "borte")))
    with pytest.raises(RefusedEditError):
        session.edit(Set(SCOPE, "ny"), Set(POPULATION, "mange"))
    assert session.document is before
    assert session.undo_label is None


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    told: list[Document] = []
    session.subscribe(lambda _old, new: told.append(new))
    session.edit(Set(SCOPE, ""), Set(("people", "roles", "it", "person"), None))
    session.enter(SCOPE, "")
    assert told == []
    assert session.undo_label is None
    assert session.plan.people.roles == ()


def test_a_batch_may_build_on_itself(session: Session) -> None:
    session.edit(
        Insert(("people", "persons"), Person(id="p1")),
        Set(("people", "persons", "p1", "email"), "kari@example.no"),
        Set(("people", "roles", "it", "person"), "p1"),
    )
    assert session.plan.people.persons[0].email == "kari@example.no"
    assert session.undo_label == "Ny person"
    session.undo()
    assert session.plan.people.persons == ()
    assert session.plan.people.roles == ()


def test_undo_and_redo_have_words(session: Session, clock: Clock) -> None:
    def labels() -> tuple[str | None, str | None]:
        return session.undo_label, session.redo_label

    session.enter(POPULATION, "32 879")
    clock.wait(5)
    session.enter(SCOPE, "Hele kontoret")
    assert labels() == ("Omfang", None)
    session.undo()
    assert labels() == ("Innbyggere – Hamar", "Omfang")
    session.undo()
    assert labels() == (None, "Innbyggere – Hamar")
    session.undo()
    session.redo()
    session.redo()
    session.redo()
    assert session.plan.decision.scope == "Hele kontoret"
    assert labels() == ("Omfang", None)


def test_words_name_rows_by_what_they_are_called(session: Session) -> None:
    def label() -> str | None:
        return session.undo_label

    session.edit(Insert(("people", "persons"), Person(id="p1", name="Kari Prøve")))
    session.edit(Set(("people", "persons", "p1", "email"), "kari@example.no"))
    assert label() == "E-post – Kari Prøve"
    session.edit(Set(("people", "roles", "it", "person"), "p1"))
    assert label() == "Person – IT"
    session.edit(Insert(("decision", "approval", "own"), Own[Approval](id="k1", value=Approval())))
    assert label() == "Eget svar – Hamar"
    session.edit(Set(("decision", "approval", "own", "k1", "value", "decided_on"), date(2026, 3, 4)))
    assert label() == "Vedtatt – Hamar"
    session.edit(Remove(("decision", "approval", "own", "k1")))
    assert label() == "Felles svar – Hamar"
    session.edit(Insert(("people", "persons"), Person(id="p2")))
    session.edit(Move(("people", "persons", "p1"), 1))
    assert label() == "Flytting av Kari Prøve"
    session.edit(Remove(("people", "persons", "p2")))
    assert label() == "Fjerning av en rad"
    session.edit(Remove(("people", "persons", "p1")))
    assert label() == "Fjerning av Kari Prøve"
    session.edit(Set(("costs", "years"), 3))
    assert label() == "Endring"
    session.edit(Set(SCOPE, "x"), label="Noe eget")
    assert label() == "Noe eget"


def test_a_new_edit_takes_away_what_could_be_redone(session: Session, clock: Clock) -> None:
    session.edit(Set(SCOPE, "a"))
    clock.wait(5)
    session.undo()
    session.edit(Set(SCOPE, "b"))
    session.redo()
    assert session.plan.decision.scope == "b"


def test_keystrokes_in_one_field_are_one_step_until_a_pause(session: Session, clock: Clock) -> None:
    for text in ("H", "He", "Hel", "Hele"):
        session.enter(SCOPE, text)
        clock.wait(0.4)
    clock.wait(2)
    session.enter(SCOPE, "Hele kontoret")
    session.undo()
    assert session.plan.decision.scope == "Hele"
    session.undo()
    assert session.plan.decision.scope == ""


def test_keystrokes_in_two_fields_are_two_steps(session: Session) -> None:
    session.enter(SCOPE, "a")
    session.enter(POPULATION, "1")
    session.enter(SCOPE, "ab")
    session.undo()
    assert session.plan.decision.scope == "a"


def test_whoever_writes_without_a_pause_still_has_more_than_one_step(session: Session, clock: Clock) -> None:
    for count in range(200):
        session.enter(SCOPE, "x" * count)
        clock.wait(0.5)
    session.undo()
    assert len(session.plan.decision.scope) > 100


def test_undo_right_after_undo_does_not_merge(session: Session, clock: Clock) -> None:
    session.enter(SCOPE, "a")
    clock.wait(0.1)
    session.undo()
    session.enter(SCOPE, "b")
    session.undo()
    assert session.plan.decision.scope == ""


def test_nothing_before_a_barrier_is_undone(session: Session) -> None:
    session.edit(Set(SCOPE, "signert"))
    session.barrier()
    session.undo()
    assert session.plan.decision.scope == "signert"
    session.edit(Set(SCOPE, "etterpå"))
    session.undo()
    assert session.plan.decision.scope == "signert"


def test_the_oldest_steps_are_forgotten(session: Session) -> None:
    for number in range(LIMIT + 50):
        session.edit(Set(SCOPE, str(number)))
    for _step in range(LIMIT + 50):
        session.undo()
    assert session.plan.decision.scope == "49"


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("scope"), st.text(max_size=5)),
            st.tuples(st.just("population"), st.sampled_from(["5", "6 300", "6.300", "", "mange"])),
            st.tuples(st.sampled_from(["undo", "redo", "wait"]), st.just("")),
        ),
        max_size=40,
    )
)
def test_undoing_everything_leads_back_and_redoing_forward_again(steps: list[tuple[str, str]]) -> None:
    clock = Clock()
    session = Session(small_handbook(), None, clock, ids())
    session.edit(Insert(("decision", "municipalities"), Municipality(id="k1", name="Hamar")))
    session.barrier()
    first = session.document
    for what, text in steps:
        match what:
            case "undo":
                session.undo()
            case "redo":
                session.redo()
            case "wait":
                clock.wait(2)
            case _:
                session.enter(SCOPE if what == "scope" else POPULATION, text)
    redo_all(session)
    last = session.document
    while session.undo_label is not None:
        session.undo()
    assert (session.plan, session.document.drafts) == (first.plan, first.drafts)
    counted = session.document.revision
    redo_all(session)
    assert (session.plan, session.document.drafts) == (last.plan, last.drafts)
    assert session.document.revision >= counted, "what is undone and done again is newer than what was"


def redo_all(session: Session) -> None:
    """Redo until there is nothing to redo."""
    while session.redo_label is not None:
        session.redo()


# ---------------------------------------------------------------------------------------------------------- listening


def test_listeners_get_old_and_new_for_every_change_until_they_stop(session: Session) -> None:
    told: list[tuple[Document, Document]] = []
    stop = session.subscribe(lambda old, new: told.append((old, new)))
    before = session.document
    session.edit(Set(SCOPE, "a"))
    after = session.document
    session.undo()
    session.redo()
    plans = [(old.plan, new.plan) for old, new in told]
    assert plans == [(before.plan, after.plan), (after.plan, before.plan), (before.plan, after.plan)]
    assert [new.revision - before.revision for _old, new in told] == [1, 2, 3]
    stop()
    session.undo()
    assert len(told) == 3


def test_figures_are_of_this_version_and_this_day(session: Session, clock: Clock) -> None:
    figures = session.figures
    assert session.figures is figures
    assert figures.today == date(2026, 11, 23)
    session.edit(Set(SCOPE, "a"))
    changed = session.figures
    assert changed is not figures
    assert changed.plan is session.plan
    clock.wait(24 * 3600)
    assert session.figures.today == date(2026, 11, 24)


# ------------------------------------------------------------------------------------------------- opening and saving


def test_a_new_plan_names_what_it_is_made_with(session: Session) -> None:
    plan = session.plan
    assert (plan.about.name, plan.about.created_on) == ("Prøve", date(2026, 11, 23))
    assert (plan.costs.catalogue, plan.checklist.catalogue) == ("2022", "h22")
    assert plan.about.plan_id
    session.new_plan("En til", PlanKind.MERGER)
    assert session.plan.about.plan_id != plan.about.plan_id
    assert session.plan.decision.kind is PlanKind.MERGER
    assert session.undo_label is None


def test_what_is_saved_is_what_opens_weeks_later(kept: Session, clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "plan.digisos"
    kept.new_plan("Prøve", PlanKind.INTRODUCTION)
    kept.enter(("costs", "project_cost"), "55 000,50")
    kept.enter(("decision", "approval", "shared", "decided_on"), "i fjor")
    kept.save_to(path)
    assert kept.path == path
    assert not kept.saved.pending
    kept.enter(SCOPE, "Siste ord")
    kept.close()
    assert kept.document == Document()
    clock.wait(21 * 24 * 3600)
    kept.open(path)
    assert kept.plan.decision.scope == "Siste ord"
    assert kept.plan.costs.project_cost == Decimal("55000.50")
    assert kept.shown(("decision", "approval", "shared", "decided_on")) == "i fjor"
    assert kept.undo_label is None
    assert not kept.saved.pending


def test_a_file_that_cannot_be_opened_leaves_the_open_plan_alone(kept: Session, tmp_path: Path) -> None:
    damaged = tmp_path / "skadet.digisos"
    damaged.write_bytes(planfile.encode(Document())[:-3])
    kept.new_plan("Prøve", PlanKind.INTRODUCTION)
    kept.enter(SCOPE, "mitt arbeid")
    before = kept.document
    for opener in (kept.open, kept.open_copy):
        with pytest.raises(DamagedPlanError):
            opener(damaged)
    assert kept.document is before
    assert kept.undo_label == "Omfang"
    assert kept.saved.pending


def test_opening_another_plan_saves_the_first(kept: Session, tmp_path: Path) -> None:
    first, second = tmp_path / "en.digisos", tmp_path / "to.digisos"
    for path in (first, second):
        kept.new_plan(path.stem, PlanKind.INTRODUCTION)
        kept.save_to(path)
    kept.open(first)
    kept.enter(SCOPE, "nytt")
    kept.open(second)
    assert kept.plan.about.name == "to"
    assert planfile.read(first).document.plan.decision.scope == "nytt"


def test_a_plan_that_someone_else_has_changed_stays_open_when_another_is_asked_for(
    kept: Session, tmp_path: Path
) -> None:
    path, other = tmp_path / "min.digisos", tmp_path / "annen.digisos"
    kept.new_plan("Min", PlanKind.INTRODUCTION)
    kept.save_to(path)
    kept.save_copy(other)
    path.write_bytes(planfile.encode(Document()))
    kept.enter(SCOPE, "mitt")
    with pytest.raises(SaveConflictError):
        kept.open(other)
    assert kept.plan.decision.scope == "mitt"
    assert kept.path == path


def test_a_copy_of_an_example_is_a_plan_of_its_own_without_a_file(kept: Session, tmp_path: Path) -> None:
    path = tmp_path / "eksempel.digisos"
    kept.new_plan("Eksempel", PlanKind.INTRODUCTION)
    kept.save_to(path)
    original = path.read_bytes()
    plan_id = kept.plan.about.plan_id
    kept.open_copy(path)
    assert kept.path is None
    assert kept.plan.about.plan_id != plan_id
    assert not kept.saved.pending
    kept.enter(SCOPE, "endret")
    kept.close()
    assert path.read_bytes() == original


def test_work_without_a_file_is_offered_again_and_taken_up(kept: Session, clock: Clock, tmp_path: Path) -> None:
    kept.new_plan("Uten fil", PlanKind.INTRODUCTION)
    kept.enter(SCOPE, "ikke lagret")
    left = kept.document
    kept.close()
    recovery = Recovery(Folders(tmp_path / "lokalt"), clock)
    assert kept.keeper.recovery is not None
    kept.keeper.recovery.close()
    (offer,) = recovery.offers()
    assert (offer.name, offer.path, offer.changes) == ("Uten fil", None, 2)
    kept.take(offer)
    assert kept.document == left
    assert kept.saved.pending
    assert recovery.offers() == []


def test_listeners_hear_of_another_plan_and_of_saving(kept: Session, tmp_path: Path) -> None:
    told: list[str] = []
    kept.subscribe(lambda _old, new: told.append(new.plan.about.name))
    saved: list[bool] = []
    stop = kept.on_saved(lambda: saved.append(kept.saved.pending))
    kept.new_plan("Prøve", PlanKind.INTRODUCTION)
    kept.save_to(tmp_path / "plan.digisos")
    kept.close()
    kept.open(tmp_path / "plan.digisos")
    assert told == ["Prøve", "", "Prøve"]
    assert saved[-1] is False
    assert True in saved
    stop()
    kept.save()


def test_ids_salts_and_time_come_from_outside(clock: Clock) -> None:
    session = Session(small_handbook(), None, clock, ids(), lambda: "salt")
    assert (session.new_row_id(), session.new_row_id(), session.new_salt()) == ("r0", "r1", "salt")
    assert session.now() == clock.time
    assert len(Session(small_handbook(), None, clock, ids()).new_salt()) >= 32


def test_an_approved_text_that_is_changed_falls_back_in_the_same_step(session: Session) -> None:
    at = ("privacy", "parts", "need")
    session.edit(Set((*at, "text"), "Godt"))
    session.edit(Set((*at, "state"), ReviewState.APPROVED))
    session.edit(Set((*at, "text"), "Bedre"))
    (part,) = session.plan.privacy.parts
    assert (part.text, part.state) == ("Bedre", ReviewState.FOR_REVIEW)
    session.undo()
    (part,) = session.plan.privacy.parts
    assert (part.text, part.state, part.comment) == ("Godt", ReviewState.APPROVED, "")


def test_an_erased_person_is_nowhere_on_the_machine(tmp_path: Path, clock: Clock) -> None:
    folders = Folders(tmp_path / "machine")
    keeper = Keeper(clock, Recovery(folders, clock))
    session = Session(load(), keeper, clock, ids())
    session.new_plan("Prøve", PlanKind.INTRODUCTION)
    session.edit(Insert(("people", "persons"), Person(id="p", name="Kari Sletterud")))
    session.edit(Set(("decision", "project_owner"), "p"))
    file = tmp_path / "plan.digisos"
    session.save_to(file)
    session.edit(Set(("decision", "office"), "NAV"))
    keeper.snapshot()
    session.save_to(file)  # a copy of the one before goes to the archive
    assert list(folders.archive.iterdir())
    session.erase_person("p")
    assert session.plan.decision.project_owner is None
    assert session.undo_label is None
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert b"Sletterud" not in path.read_bytes(), path
    assert planfile.read(file).document.plan == session.plan
    keeper.stop()


def test_medians_of_forms_follow_the_forms_in_one_step_of_undo(clock: Clock) -> None:
    session = Session(load(), None, clock, ids())
    session.new_plan("Prøve", PlanKind.INTRODUCTION)
    session.edit(Insert(("mapping", "steps"), ProcessStep(id="s", name="Skanne")))
    forms = [
        FormResponse(id=f"f{minutes}", rows=(FormRow(id="s", paper_minutes=Decimal(minutes)),)) for minutes in (4, 8)
    ]
    session.edit(*(Insert(("mapping", "responses"), form) for form in forms))
    steps = [session.plan.mapping.steps]
    session.edit(Remove(("mapping", "responses", "f8")))
    steps.append(session.plan.mapping.steps)
    session.undo()
    session.undo()
    steps.append(session.plan.mapping.steps)
    assert [step.paper_minutes for (step,) in steps] == [Decimal(6), Decimal(4), None]
    assert not session.plan.mapping.responses
