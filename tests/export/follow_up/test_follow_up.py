"""The follow-up report on paper: what stands in each row, what is left out, and texts that do their worst."""

from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.export import export
from digisos_wizard.export.follow_up import LONGEST
from digisos_wizard.export.fonts import Typesetter
from digisos_wizard.model.benefits import Benefit, BenefitMeasure, Benefits, Measurement, MeasuringPoint
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.terms import TaskState
from tests.export import plans
from tests.export.checklist.reading import Read, opened, read, unspaced

YESTERDAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 24)


def written(figures: Figures) -> Read:
    """Build a report and read it back."""
    return read(export("follow-up").build(figures))


def benefit(number: int = 1, /, *values: int | str, **more: object) -> Benefit:
    """Return a benefit from 20 to 10 with these measurements, each a month after the one before."""
    found = tuple(
        Measurement(id=f"m{month}", measured_on=date(2026, month, 4), value=Decimal(value))
        for month, value in enumerate(values, start=1)
    )
    given = {
        "id": f"b{number}",
        "number": f"Ø{number}",
        "title": f"Gevinst {number}",
        "indicator": "Minutter",
        "baseline": Decimal(20),
        "target": Decimal(10),
        "measurements": found,
    }
    return Benefit.model_validate(given | more)


def report(*items: Benefit) -> str:
    """Return the text of the report on some benefits."""
    return written(plans.figures(plans.host_plan(Benefits(items=items)))).text


def row(text: str, number: str, title: str) -> str:
    """Return what stands from a benefit's number in the first table until the measuring points."""
    start = text.index(f"{number} {title}")
    return text[start : text.index("Målepunkter", start)]


def test_a_row_tells_owner_indicator_from_to_and_how_far() -> None:
    text = report(benefit(1, 18, "12.5", owner="p1", indicator_unit="min"))
    # (12.5 − 20) / (10 − 20) = 75 %, and 2.5 from the target; the last of two measurements counts
    expected = "Ø1 Gevinst 1 Kari Ærlig Minutter (min) 20 10 12,5 4. februar 2026 2,5 75 prosent"
    assert expected in row(text, "Ø1", "Gevinst 1")


@pytest.mark.parametrize(
    ("more", "owner"),
    [({"owner": "p2", "owner_body": "NKS"}, "Ola Nordmann"), ({"owner_body": "NKS"}, "NKS"), ({}, "Eier mangler")],
)
def test_the_owner_is_a_person_else_a_body_else_missing(more: dict[str, object], owner: str) -> None:
    assert f"Gevinst 1 {owner} Minutter" in report(benefit(1, **more))


@pytest.mark.parametrize(
    ("baseline", "target", "value", "words"),
    [
        (20, 10, 20, " 0 prosent av veien"),
        (20, 10, 10, "Målet er nådd: 100 prosent"),
        (3, 9, 5, " 33 prosent av veien"),  # a rising target: (5 − 3) / (9 − 3)
        (3, 9, 7, " 67 prosent av veien"),
        (10, 20, 5, "Feil vei: −50 prosent"),
    ],
)
def test_achievement_is_in_whole_percent_whichever_way_the_target_lies(
    baseline: int, target: int, value: int, words: str
) -> None:
    item = benefit(1, value, baseline=Decimal(baseline), target=Decimal(target))
    assert row(report(item), "Ø1", "Gevinst 1").strip().endswith(words)


@pytest.mark.parametrize("missing", ["baseline", "target"])
def test_what_is_measured_without_baseline_or_target_has_no_percent(missing: str) -> None:
    text = report(benefit(1, 15, **{missing: None}))
    assert "Av 1 gevinst er 1 målt." in text
    assert "mangler" in row(text, "Ø1", "Gevinst 1")
    assert "prosent" not in text
    assert "ikke målt" not in text


def test_a_target_that_is_the_baseline_has_no_percent() -> None:
    assert "prosent" not in report(benefit(1, 15, target=Decimal(20)))


def test_what_is_reached_exactly_counts_and_standing_still_goes_no_wrong_way() -> None:
    text = report(benefit(1, 10), benefit(2, 20), benefit(3, "20.1"), benefit(4, 9))
    assert "Målet er nådd for Ø1, Ø4. Det går feil vei for Ø3." in text


def test_measuring_points_ask_for_indicators_alone_and_follow_the_offices_own_day() -> None:
    items = (
        benefit(1, measurements=(Measurement(id="m", point="3", value=Decimal(15)),)),
        benefit(2),
        benefit(3, indicator=""),
    )
    own = (MeasuringPoint(id="12", planned_on=date(2028, 5, 2)),)
    text = written(plans.figures(plans.host_plan(Benefits(items=items, measuring_points=own)))).text
    assert "3 måneder 4. juni 2027 1 av 2 Ø2" in text
    assert "12 måneder 2. mai 2028 0 av 2 Ø1, Ø2" in text


def test_measuring_points_without_a_connection_day_are_not_decided() -> None:
    plan = apply(plans.host_plan(), Set(("connection", "day", "shared", "wished"), None))
    assert written(plans.figures(plan)).text.count("ikke bestemt") == 2


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (YESTERDAY, "22. november 2026, forfalt"),
        (plans.TODAY, "23. november 2026"),
        (TOMORROW, "24. november 2026"),
        (None, "uten frist"),
    ],
)
def test_a_measure_is_overdue_from_the_day_after_its_deadline(deadline: date | None, words: str) -> None:
    measure = BenefitMeasure(id="t", text="Gi opplæring", responsible="p2", deadline=deadline)
    text = report(benefit(measures=(measure,)))
    assert f"Ø1 Gi opplæring Gevinst 1 Ola Nordmann {words}" in text
    assert ("forfalt" in text) is (deadline == YESTERDAY)


def test_measures_that_are_done_or_not_relevant_are_left_out() -> None:
    measures = tuple(BenefitMeasure(id=f"t{state}", text=f"Tiltak {state}.", state=state) for state in TaskState)
    text = report(benefit(measures=measures))
    assert [state for state in TaskState if f"Tiltak {state}." in text] == [TaskState.OPEN, TaskState.IN_PROGRESS]
    assert "Tiltak som gjenstår" not in report(benefit(measures=measures[2:]))


def test_every_page_is_a4_lying() -> None:
    with opened(export("follow-up").build(plans.many(100))) as document:
        sizes = {tuple(round(float(side)) for side in page.mediabox) for page in document.pages}
        assert len(document.pages) > 3
    assert sizes == {(0, 0, 842, 595)}


def test_a_hundred_benefits_stand_in_order_below_a_header_on_every_page() -> None:
    found = written(plans.many(100))
    places = [found.text.index(f" Gevinst {number} Eier mangler") for number in range(1, 101)]
    assert places == sorted(places)
    listed = [page for page in found.pages if "Eier mangler" in page]
    assert all("Nullpunkt" in page and "Avvik" in page for page in listed)


@pytest.mark.parametrize("text", [text for text in plans.HOSTILE if len(text) < LONGEST])
def test_hostile_text_stands_as_typed(text: str) -> None:
    measure = BenefitMeasure(id="t", text=text)
    found = report(benefit(title=text, indicator=text, owner_body=text, measures=(measure,)))
    assert unspaced(found).count(unspaced(Typesetter().text(text))) >= 5


def test_a_plan_of_hostile_texts_prints_whole_and_long_texts_are_cut_with_an_ellipsis() -> None:
    found = written(plans.figures(plans.hostile_plan("Ø" * 40_000)))
    assert f"Av {len(plans.HOSTILE) + 1} gevinster er 0 målt." in found.text
    assert found.letters.count("x" * (LONGEST - 2) + "…") == 2, "title and indicator"
    assert "x" * (LONGEST + 1) not in found.letters
    build = export("follow-up").build
    assert build(plans.figures(plans.hostile_plan())) == build(plans.figures(plans.hostile_plan()))


def test_a_disadvantage_is_within_its_limit_or_over_it_and_reaches_nothing() -> None:
    text = report(
        benefit(1, 5, baseline=Decimal(0), target=Decimal(2), disadvantage=True),
        benefit(2, 0, baseline=Decimal(0), target=Decimal(2), disadvantage=True),
    )
    assert "Grensen er passert for Ø1. Innenfor grensen: Ø2." in text
    assert "Over grensen med 3" in row(text, "Ø1", "Gevinst 1")
    assert "prosent" not in text
