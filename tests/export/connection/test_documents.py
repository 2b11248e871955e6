"""The documents of the connection plan: what they say, on how many pages, whatever the plan holds."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.export.connection import months, timeline, weekly
from digisos_wizard.export.drawing import gantt
from digisos_wizard.export.drawing.scene import Pen
from digisos_wizard.model.connection import ActivityStatus, OwnActivity
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.terms import TaskState
from digisos_wizard.model.told.weekly import Due
from digisos_wizard.model.told.weekly_changes import snapshot
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.checklist.reading import Read, read, unspaced

CONTENT = load()
JANUARY = date(2027, 1, 18)
HAMAR = planfile.read(resources() / "examples" / "hamar.digisos").document.plan
WEEKLY, ROLE_SHEETS, CONTINGENCY = (export(key).build for key in ("weekly", "role-sheets", "contingency"))
BUILDERS = (timeline.build, timeline.build_poster, months.build, WEEKLY, ROLE_SHEETS, CONTINGENCY)


def figures(plan: Plan = HAMAR, today: date = JANUARY) -> Figures:
    """Return the figures of a plan with the handbook as shipped."""
    return Figures(Document(plan=plan), CONTENT, today)


def flat(data: bytes) -> str:
    """Return the text without spaces."""
    return read(data).letters


def pages(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(pypdfium2.PdfDocument(data))


@pytest.mark.parametrize("build", BUILDERS)
@pytest.mark.parametrize(
    "plan",
    [HAMAR, Plan(), plans.host_plan(), plans.hostile_plan("lang " * 400)],
    ids=["hamar", "empty", "host", "hostile"],
)
def test_every_plan_is_printed_the_same_twice_and_no_page_is_empty(
    build: Callable[[Figures], bytes], plan: Plan
) -> None:
    data = build(figures(plan))
    assert data == build(figures(plan))
    found: Read = read(data)
    assert all(len(unspaced(page)) > 40 for page in found.pages)


@pytest.mark.parametrize("build", [WEEKLY, CONTINGENCY])
@pytest.mark.parametrize(
    "plan", [HAMAR, Plan(), plans.hostile_plan("lang " * 4_000)], ids=["hamar", "empty", "hostile"]
)
def test_what_hangs_on_a_wall_or_is_read_in_a_meeting_is_one_page(
    build: Callable[[Figures], bytes], plan: Plan
) -> None:
    assert pages(build(figures(plan))) == 1


def test_the_timeline_has_every_activity_with_its_deadline_and_words_for_what_is_critical() -> None:
    text = flat(timeline.build(figures()))
    for item in figures().schedule.activities:
        if item.deadline is not None and len(item.title) < 40:
            assert unspaced(item.title) in text, item.title
    assert "kritisk" in text
    assert "idag" in text
    assert "påkobling4.mars" in text
    assert "18.desember,forfalt" in text


def test_what_is_done_ends_on_the_day_it_was_done() -> None:
    found = {item.row_id: item for item in figures().schedule.activities}
    pen = Pen(8, lambda text, size, _strong: len(text) * size / 2)
    picture = gantt.scene(figures(), 800, pen, gantt.dated(figures()))
    boxes = {box.key: box for box in picture.boxes}
    today = next(line for line in picture.lines if line.dashed)
    done = [row_id for row_id, item in found.items() if item.state is TaskState.DONE and item.done_on is not None]
    assert done
    assert all(boxes[row_id].x <= today.start[0] for row_id in done)
    assert "Vedta innføringen: ferdig 23. september 2026." in picture.told


def test_what_is_done_on_no_known_day_is_named_and_not_drawn() -> None:
    status = (ActivityStatus(id="video-meeting", state=TaskState.DONE),)
    found = figures(apply(HAMAR, Set(("connection", "activities"), status)))
    assert "video-meeting" not in {item.row_id for item in gantt.dated(found)}
    text = flat(timeline.build(found))
    assert unspaced(found.schedule.by_id["video-meeting"].title) in text.partition("utendato:")[2]


def test_the_poster_is_one_page_of_a3() -> None:
    document = pypdfium2.PdfDocument(timeline.build_poster(figures()))
    assert len(document) == 1
    assert [round(side) for side in document[0].get_size()] == [1191, 842]


def test_five_hundred_activities_take_the_pages_they_need() -> None:
    own = tuple(
        OwnActivity(id=f"o{number}", title=f"Oppgave {number}", offset_days=-number % 90) for number in range(500)
    )
    plan = apply(HAMAR, Set(("connection", "own_activities"), own))
    text = flat(timeline.build(figures(plan)))
    assert all(f"Oppgave{number}" in text for number in range(500))


def test_the_months_have_the_day_holidays_and_deadlines() -> None:
    found = read(months.build(figures()))
    assert len(found.pages) == 4, "January to April: five weeks after the day"
    march = unspaced(found.pages[2])
    assert "Mars2027" in march
    assert "25Skjærtorsdag" in march
    assert "PÅKOBLING" in march
    assert unspaced("Sjekk at Personkortet er oppe") in march


@given(st.floats(100, 900), st.lists(st.floats(0, 3_000), min_size=4, max_size=6))
def test_the_weeks_of_a_month_share_its_height_and_a_fuller_one_is_no_lower(height: float, wanted: list[float]) -> None:
    heights = months.shared_out(height, wanted)
    assert sum(heights) == pytest.approx(height)
    assert all(one > 0 for one in heights)
    assert all(
        heights[here] <= heights[there] + 1e-6
        for here in range(len(wanted))
        for there in range(len(wanted))
        if wanted[here] <= wanted[there]
    )


def test_a_day_with_many_deadlines_counts_the_rest() -> None:
    own = tuple(OwnActivity(id=f"o{number}", title=f"Oppgave {number}", offset_days=-1) for number in range(59))
    text = flat(months.build(figures(apply(HAMAR, Set(("connection", "own_activities"), own)))))
    shown = len(re.findall(r"Oppgave\d+", text))
    rest = max(int(count) for count in re.findall(r"…og(\d+)til", text))
    assert shown + rest >= len(own), "each is told or counted"
    assert shown > 15, "the fullest week is the highest"


def test_the_weekly_status_tells_what_changed() -> None:
    before = snapshot(figures(today=JANUARY - timedelta(days=7)), "r", "Vi er i rute.")
    plan = apply(
        HAMAR,
        Insert(("connection", "reports"), before),
        Set(("connection", "activities", "dpia", "state"), TaskState.DONE),
    )
    text = flat(WEEKLY(figures(plan)))
    assert "Endretsiden11.januar2027" in text
    assert "Ferdig:Gjørferdigpersonvernkonsekvensvurderingen(DPIA)." in text
    assert "Dettestopper" in text


def test_what_has_passed_leaves_room_for_what_is_coming() -> None:
    late = [Due(f"Sen {number}", "", JANUARY - timedelta(days=number + 1), late=True) for number in range(40)]
    coming = [Due(f"Snart {number}", "", JANUARY + timedelta(days=number), late=False) for number in range(40)]
    both = weekly.shown_due([*coming, *late])
    assert [one.late for one in both] == [False] * (weekly.DUE - weekly.LATE) + [True] * weekly.LATE
    assert all(one.late for one in weekly.shown_due([*reversed(late)]))
    assert len(weekly.shown_due(late)) == weekly.DUE


def test_each_role_has_its_own_tasks() -> None:
    found = read(ROLE_SHEETS(figures()))
    titles = [page for page in found.pages if "Dine oppgaver: IT" in page]
    assert len(titles) == 1
    owing = figures().register.by_person
    idle = [one.name for one in HAMAR.people.persons if one.id not in owing]
    said = [page for page in found.pages if "Ingen oppgaver" in page and "mangler" not in page]
    assert all(any(name in page for name in idle) for page in said), "only who owes nothing has nothing to do"
    own = unspaced(titles[0])
    assert "AmirTenksen" in own
    assert "Bestillåpningibrannmuren" in own
    assert "Vedtainnføringen" not in own


def test_the_routine_says_who_watches_what_to_do_and_whom_to_call() -> None:
    text = flat(CONTINGENCY(figures()))
    answers = HAMAR.connection.contingency
    assert unspaced(answers.frequency) in text
    assert unspaced(answers.when_transfer_fails) in text
    for step in CONTENT.contingency_steps:
        assert unspaced(step.text) in text
    assert "fiks@ks.no" in text
    assert "digisos.hamar@example.no" in text
    assert "Rutinenerikkeinnførtennå." in text
