"""The follow-up report: how far each benefit has come, what is not measured, and which measures are late."""

from datetime import date
from decimal import Decimal

from digisos_wizard.export import export
from digisos_wizard.model.benefits import Benefit, BenefitMeasure, Benefits, Measurement
from digisos_wizard.model.figures import Figures
from tests.export import plans
from tests.export.checklist.reading import Read, opened, read


def written(figures: Figures) -> Read:
    """Build a report and read it back."""
    return read(export("follow-up").build(figures))


def benefit(number: int, value: int | None = None, **more: object) -> Benefit:
    """Return a benefit from 20 to 10, measured in March where there is a value."""
    found = [Measurement(id="m", point="12", measured_on=date(2026, 3, 4), value=Decimal(value))] if value else []
    values = {
        "id": f"b{number}",
        "number": f"Ø{number}",
        "title": f"Gevinst {number}",
        "indicator": "Minutter",
        "baseline": Decimal(20),
        "target": Decimal(10),
        "measurements": tuple(found),
    }
    return Benefit.model_validate(values | more)


def report(*items: Benefit) -> str:
    """Return the text of the report on some benefits."""
    return written(plans.figures(plans.host_plan(Benefits(items=items)))).text


def test_each_benefit_tells_how_far_it_has_come() -> None:
    text = report(benefit(1, 12), benefit(2, 8), benefit(3, 22), benefit(4))
    assert "Av 4 gevinster er 3 målt. Målet er nådd for Ø2. Det går feil vei for Ø3." in text
    # (12 − 20) / (10 − 20) = 80 %, (8 − 20) / −10 = 120 %, (22 − 20) / −10 = −20 %
    for percent in ("80 prosent", "120 prosent", "−20 prosent", "Ikke målt"):
        assert percent in text


def test_measuring_points_tell_what_is_left() -> None:
    text = report(benefit(1, 12), benefit(2))
    assert "3 måneder 4. juni 2027 0 av 2 Ø1, Ø2" in text
    assert "12 måneder 6. mars 2028 1 av 2 Ø2" in text


def test_measures_that_are_not_done_stand_with_what_is_late() -> None:
    late = BenefitMeasure(id="t", text="Gi opplæring", deadline=date(2026, 11, 1))
    text = report(benefit(1, measures=(late,)))
    assert "Gi opplæring" in text
    assert "1. november 2026, forfalt" in text


def test_it_prints_lying_with_title_and_language_and_the_same_bytes() -> None:
    data = export("follow-up").build(plans.host())
    assert data == export("follow-up").build(plans.host())
    with opened(data) as document:
        assert str(document.Root.Lang) == "nb-NO"
        assert str(document.docinfo.Title).startswith("Oppfølgingsrapport – NAV ")
        box = document.pages[0].mediabox
        assert float(box[2]) > float(box[3])


def test_an_empty_plan_hostile_texts_and_a_hundred_benefits_print() -> None:
    assert "Ingen gevinster er lagt inn ennå." in written(plans.empty()).text
    assert written(plans.figures(plans.hostile_plan("Ø" * 40_000))).text
    text = written(plans.many(100)).text
    assert all(f"Ø{number} " in text or f"V{number} " in text or f"K{number} " in text for number in range(1, 101))
