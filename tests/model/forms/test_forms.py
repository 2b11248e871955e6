"""Every field stands in one form or is said to stand elsewhere; what isn't on paper is left out for a reason."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.model.content import FieldKind
from digisos_wizard.model.forms.elsewhere import ELSEWHERE
from digisos_wizard.model.forms.layout import Form, Off, Part, Talk, paths_in, patterns
from digisos_wizard.model.steps import STEPS, step_of

FORMS = [step.form for step in STEPS if step.form is not None]
FIELDS = {spec.id for spec in load().fields if spec.kind is not FieldKind.INTERNAL}


def asked(form: Form) -> set[str]:
    """Return what a form asks on its page."""
    return {found for part in form.parts for found in patterns(part, paths_in(part.lines))}


def on_paper(form: Form) -> set[str]:
    """Return what a form asks on paper."""
    return {found for part in form.parts for found in patterns(part, part.on_paper())}


def left_off(part: Part) -> set[str]:
    """Return what a part of a form says is not on paper."""
    if isinstance(part.off, Off):
        return patterns(part, paths_in(part.lines))
    return patterns(part, (path for paths in part.off.values() for path in paths))


def test_every_field_stands_in_a_form_or_is_said_to_stand_elsewhere() -> None:
    shown = {found for form in FORMS for found in asked(form)}
    assert shown | set(ELSEWHERE) == FIELDS
    assert not shown & set(ELSEWHERE)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_every_field_of_a_page_is_on_paper_or_left_off_for_a_reason(form: Form) -> None:
    left = {found for part in form.parts for found in left_off(part)}
    assert asked(form) == on_paper(form) | left
    assert not on_paper(form) & left


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_a_part_on_paper_has_its_heading(form: Form) -> None:
    assert all(part.heading for part in form.parts if part.on_paper())
    assert bool(form.title) is any(part.on_paper() for part in form.parts)


def test_a_form_asks_about_the_areas_of_its_step() -> None:
    for step in STEPS:
        for part in step.form.parts if step.form is not None else ():
            assert step_of(part.base) is step.key
            assert not isinstance(part, Talk) or part.answer in set(paths_in(part.lines))
