"""DPIA and ROS as PDFs: everything that was written is there, maps agree with the rules, nothing breaks the layout."""

from datetime import date

import pypdfium2
import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.privacy import DpiaPart, Risk, RiskMeasure
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.storage import planfile
from tests.export.plans import HOSTILE

TODAY = date(2026, 11, 23)
CONTENT = load()
BUILDS = {RiskKind.DPIA: export("dpia").build, RiskKind.ROS: export("ros").build}


def example(name: str) -> Plan:
    return planfile.read(resources() / "examples" / f"{name}.digisos").document.plan


def figures(plan: Plan) -> Figures:
    return Figures(Document(plan=plan), CONTENT, TODAY)


def pages(data: bytes) -> list[str]:
    """Return the text of every page, with single spaces."""
    document = pypdfium2.PdfDocument(data)
    found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["hamar", "vertskommune"])
@pytest.mark.parametrize("kind", RiskKind)
def test_every_risk_measure_and_answer_is_there(name: str, kind: RiskKind) -> None:
    plan = example(name)
    text = letters(" ".join(pages(BUILDS[kind](figures(plan)))))
    for risk in plan.privacy.risks:
        assert (letters(risk.title) in text) is (risk.kind is kind), risk.title
        for measure in risk.measures:
            assert (letters(measure.text) in text) is (risk.kind is kind), measure.text
    conclusions = plan.privacy.dpia if kind is RiskKind.DPIA else plan.privacy.ros
    assert letters(conclusions.shared.conclusion) in text


def test_every_part_of_the_description_stands_with_its_question_and_text() -> None:
    plan = example("hamar")
    text = letters(" ".join(pages(export("dpia").build(figures(plan)))))
    for spec in CONTENT.dpia_parts:
        assert letters(spec.title) in text
        assert letters(spec.question) in text
    for part in plan.privacy.parts:
        assert letters(part.text) in text
    for path in CONTENT.data_flow:
        assert text.count(letters(path.what)) >= 2, "in the picture and in the table"


@pytest.mark.parametrize("kind", RiskKind)
def test_an_empty_plan_says_what_is_missing(kind: RiskKind) -> None:
    found = pages(BUILDS[kind](figures(Plan())))
    assert "mangler" in found[0]
    assert any("Ingen risikoer er vurdert ennå" in page for page in found)
    assert f"Side 1 av {len(found)}" in found[0]


def test_what_stops_an_approval_stands_first() -> None:
    risk = Risk(id="r", title="Lekkasje", likelihood=5, consequence=5)
    found = figures(apply(Plan(), Set(("privacy", "risks"), (risk,))))
    first = pages(export("dpia").build(found))[0]
    assert "Dette må løses før vurderingen kan godkjennes" in first
    assert "Lekkasje: risikoen er over akseptgrensen" in first
    assert "Lekkasje" not in " ".join(pages(export("ros").build(found)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_as_typed(text: str) -> None:
    risk = Risk(
        id="r", title=text, cause=text, effect=text, likelihood=2, consequence=2, existing_measures=text,
        measures=(RiskMeasure(id="m", text=text),),
    )  # fmt: skip
    parts = (DpiaPart(id="need", text=text, comment=text),)
    plan = apply(Plan(), Set(("privacy", "risks"), (risk,)), Set(("privacy", "parts"), parts))
    found = letters(" ".join(pages(export("dpia").build(figures(plan)))))
    wanted = letters("".join("◊" if ord(sign) > 0xFFFF or sign in "❤\ufe0f" else sign for sign in text))
    shown = wanted.split("◊")[0]
    assert found.count(shown) >= 7


@pytest.mark.slow
@pytest.mark.parametrize("kind", RiskKind)
def test_300_risks_with_long_texts_are_printed_whole(kind: RiskKind) -> None:
    long_text = "Et langt svar som fyller linjen, og så litt til. " * 12
    risks = tuple(
        Risk(
            id=f"r{number}", kind=kind, title=f"Risiko nummer {number}.", cause=long_text, effect=long_text,
            likelihood=number % 5 + 1, consequence=number // 5 % 5 + 1,
            measures=(RiskMeasure(id=f"m{number}", text=f"Tiltak nummer {number}."),),
        )
        for number in range(300)
    )  # fmt: skip
    text = letters(" ".join(pages(BUILDS[kind](figures(apply(Plan(), Set(("privacy", "risks"), risks)))))))
    for number in range(300):
        assert f"Risikonummer{number}." in text
        assert f"Tiltaknummer{number}." in text
    assert text.count(letters(long_text)) == 600


@pytest.mark.parametrize("kind", RiskKind)
def test_the_same_plan_gives_the_same_bytes(kind: RiskKind) -> None:
    assert BUILDS[kind](figures(example("hamar"))) == BUILDS[kind](figures(example("hamar")))
