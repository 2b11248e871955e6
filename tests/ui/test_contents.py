"""The line of links on top of a long page: what it names, where it leads, and that short pages have none."""

import pytest

from digisos_wizard.model.edits import Remove
from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.shell import Shell


@pytest.mark.parametrize("key", [StepKey.MAPPING, StepKey.BENEFITS, StepKey.PRIVACY])
def test_a_long_page_names_its_cards_and_leads_to_each(shell: Shell, key: StepKey) -> None:
    shell.show_step(key)
    page = shell.page(key)
    assert page.contents.isVisible()
    names = page.contents.accessibleDescription().split("; ")
    assert len(names) == page.contents.text().count("<a ")
    for place in (len(names) // 2, 0):
        page.contents.linkActivated.emit(str(place))
        focused = page.column.focusWidget()
        assert focused is not None
        above = focused.mapTo(page.widget, focused.rect().topLeft()).y()
        assert 0 <= above < page.widget.height(), names[place]


def test_only_what_can_be_seen_is_named(shell: Shell) -> None:
    shell.show_step(StepKey.MAPPING)
    page = shell.page(StepKey.MAPPING)
    assert "I dag og i morgen" in page.contents.accessibleDescription()
    for step in shell.session.plan.mapping.steps:
        shell.session.edit(Remove(("mapping", "steps", step.id)))
    shell.redraw()
    assert "I dag og i morgen" not in page.contents.accessibleDescription()
    assert "Søkerne deres" in page.contents.accessibleDescription()


def test_a_short_page_has_none(shell: Shell) -> None:
    shell.show_step(StepKey.ROLES)
    assert not shell.page(StepKey.ROLES).contents.isVisible()
