"""The example plans: no errors, the gaps that they are meant to show, invented people and public figures."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from stdnum.no import orgnr

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import leaves, pattern
from digisos_wizard.model.base import split_instance
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.cooperation.result import ControllerModel, Support
from digisos_wizard.model.terms import BenefitClass, TaskState
from digisos_wizard.storage import planfile

TODAY = date(2026, 11, 23)
"""The day on which the examples tell their story."""
FILES = sorted((resources() / "examples").glob("*.digisos"))


@pytest.fixture(scope="module")
def content() -> Content:
    """The handbook, loaded once."""
    return load()


def figures(name: str, content: Content) -> Figures:
    """Return the figures of an example on its day."""
    file = resources() / "examples" / f"{name}.digisos"
    return Figures(planfile.read(file).document, content, TODAY)


def rules(found: Figures, least: Severity) -> Counter[str]:
    """Count the findings by rule."""
    return Counter(finding.rule for finding in found.findings if finding.severity >= least)


def test_there_are_two() -> None:
    assert [file.stem for file in FILES] == ["hamar", "vertskommune"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_has_no_errors_and_is_written_as_the_program_writes(file: Path, content: Content) -> None:
    document = planfile.read(file).document
    assert planfile.encode(document) == file.read_bytes()
    assert document.drafts == ()
    found = Figures(document, content, TODAY).findings
    assert not [finding for finding in found if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_step_has_something_to_show_and_something_to_do(file: Path, content: Content) -> None:
    found = Figures(planfile.read(file).document, content, TODAY)
    for step in found.progress:
        if step.step not in (StepKey.OVERVIEW, StepKey.OUTPUT):
            assert step.state is not TaskState.OPEN, step


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_id_of_the_content_exists(file: Path, content: Content) -> None:
    plan = planfile.read(file).document.plan
    places = {"", *(place.id for place in plan.decision.municipalities)}
    known = {
        "agreements.statuses": {spec.id for spec in content.agreements},
        "people.roles": {spec.id for spec in content.roles},
        "privacy.parts": {spec.id for spec in content.dpia_parts},
        "mapping.tasks": {spec.id for spec in content.tasks},
        "mapping.groups": {spec.id for spec in content.groups},
        "mapping.reflections": {spec.id for spec in content.reflections},
        "connection.activities": {spec.id for spec in content.activities},
        "checklist.answers": {item.id for item in content.checklist(plan.checklist.catalogue).items},
    }
    seen = set()
    for address, value in leaves(plan):
        table = ".".join(address[:2])
        if table in known and len(address) > 2:  # an empty table is a leaf itself
            content_id, place = split_instance(address[2])
            assert content_id in known[table], address
            assert place in places, address
            seen.add(table)
        assert value == () or address[-1] == "id" or pattern(Plan, address) in content.field_index, address
    assert {"agreements.statuses", "people.roles", "privacy.parts", "mapping.tasks"} <= seen
    for risk in plan.privacy.risks:
        assert risk.catalogue_id in {spec.id for spec in content.risks}
    for step in plan.mapping.steps:
        assert step.catalogue_id in {spec.id for spec in content.process_steps}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_people_are_invented_and_organisation_numbers_are_valid(file: Path) -> None:
    plan = planfile.read(file).document.plan
    assert len(plan.people.persons) >= 5
    for person in plan.people.persons:
        assert person.email.endswith("@example.no")
        assert person.phone == ""
    for place in plan.decision.municipalities:
        assert orgnr.is_valid(place.org_number)
        assert place.population_date is not None


def test_hamar_is_well_on_its_way_with_two_things_that_stop_it(content: Content) -> None:
    found = figures("hamar", content)
    (place,) = found.plan.decision.municipalities
    assert (place.name, place.number, place.population, place.population_date) == (
        "Hamar",
        "3403",
        32_879,
        date(2024, 1, 1),
    )
    assert found.schedule.day == date(2027, 3, 4)
    assert rules(found, Severity.BLOCKER) == {"risk-unhandled": 2}
    missing = rules(found, Severity.MISSING)
    assert missing["role-empty"] == 1
    assert missing["price-missing"] == 1
    assert missing["agreement-unsigned"] == 3
    assert missing["time-use-open"] == 1
    done = {step.step for step in found.progress if step.state is TaskState.DONE}
    assert done == {StepKey.DECISION}
    assert {item.kind for item in found.plan.benefits.items} == set(BenefitClass)
    assert len(found.plan.benefits.items) == 8
    assert len(found.plan.privacy.risks) == 7
    assert found.benefits.rows[-1].saved_hours > 0
    assert not found.costs.total().complete, "the yearly price of KS is not known yet"


def test_the_host_cooperation_shows_shared_and_own_answers(content: Content) -> None:
    found = figures("vertskommune", content)
    tynset, alvdal = found.plan.decision.municipalities
    assert (tynset.name, tynset.number, alvdal.name, alvdal.number) == ("Tynset", "3427", "Alvdal", "3428")
    assert found.cooperation.controllers is ControllerModel.HOST
    assert found.cooperation.support is Support.LISTED
    assert {line.receiver for line in found.cooperation.municipalities} == {tynset.id}
    for area in (found.plan.decision.approval, found.plan.costs.answers, found.plan.agreements.signatory):
        assert area.has_own(alvdal.id)
    required = {(cell.spec.id, cell.municipality) for cell in found.agreements if cell.required}
    assert ("processing", tynset.id) in required
    assert ("processing", alvdal.id) not in required
    assert {("ks-terms", tynset.id), ("ks-terms", alvdal.id)} <= required
    assert not rules(found, Severity.BLOCKER)
    assert rules(found, Severity.MISSING)["decision-date"] == 1
