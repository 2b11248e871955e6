"""A step is one value: every key has its step, every area of the plan one that asks about it, and so on."""

from collections import Counter
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.model import finders
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.steps import BY_AREA, STEPS, step_of

CONTENT = load()


def test_every_key_has_its_step_in_order() -> None:
    assert [step.key for step in STEPS] == list(StepKey)


def test_every_area_of_the_plan_is_asked_about_by_one_step() -> None:
    assert Counter(area for step in STEPS for area in step.areas) == Counter(tuple(Plan.model_fields))


def test_what_a_new_plan_is_born_with_belongs_to_the_step() -> None:
    assert all(step_of(address) is step.key for step in STEPS for address in step.given)


def test_the_work_of_every_step_has_a_role() -> None:
    roles = {role.id for role in CONTENT.roles}
    unknown = {step.key: step.role for step in STEPS if step.role and step.role not in roles}
    assert not unknown


def test_no_finder_is_forgotten() -> None:
    modules = {path.stem for path in Path(finders.__path__[0]).glob("findings_*.py")}
    assert {find.__module__.rpartition(".")[2] for step in STEPS for find in step.finders} == modules


def test_areas_lead_back_to_their_step() -> None:
    assert all(BY_AREA[area] is step for step in STEPS for area in step.areas)
