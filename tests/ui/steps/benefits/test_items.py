"""Gevinstene: fields follow what a benefit is, the catalogue is picked from, and what remains stands in the row."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.model.edits import Set
from digisos_wizard.model.figures.part_progress import Sign
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import FreedTimeUse
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.benefits.items import BenefitsPart
from digisos_wizard.ui.widgets.tables.rows import Row
from tests.ui.hands import choose, press, type_in_cell, type_into

HERE = Place(StepKey.BENEFITS, "benefits")
ITEMS = ("benefits", "items")
MOST = 8
"""Fields that are asked for at once."""


def part_of(shell: Shell) -> BenefitsPart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, BenefitsPart)
    return found


@pytest.fixture
def part(shell: Shell) -> BenefitsPart:
    """The part on the example."""
    return part_of(shell)


def offers(part: BenefitsPart) -> bool:
    """Tell whether the part has a primary act of its own."""
    return part.has_act


def id_of(shell: Shell, number: str) -> str:
    """Return the id of a benefit by its number."""
    return next(item.id for item in shell.session.plan.benefits.items if item.number == number)


def row_of(part: BenefitsPart, row_id: str) -> Row:
    """Return a row by its id."""
    return next(row for row in part.grid.rows_model.rows if row.row_id == row_id)


def open_benefit(shell: Shell, part: BenefitsPart, number: str) -> None:
    """Open a benefit by its number."""
    part.items.open_row(id_of(shell, number))
    shell.redraw()


def asked(part: BenefitsPart) -> set[str]:
    """Return the fields that are seen."""
    return {path for path, field in part.detail.form.fields.items() if field.isVisible()}


def behind(part: BenefitsPart) -> set[str]:
    """Return the fields that the benefit is asked for at all, behind links as well."""
    return {path for path, field in part.detail.form.fields.items() if not field.isHidden()}


def test_what_is_asked_follows_the_way_of_reckoning(qtbot: QtBot, shell: Shell, part: BenefitsPart) -> None:
    open_benefit(shell, part, "Ø1")
    assert {"use", "quantity", "low_percent"} <= behind(part)
    assert not {"expected", "importance", "unit_cost", "contact"} & behind(part)
    part.detail.form.unfold("Slik regnes verdien")
    choose(qtbot, part.detail.form.fields["method"], "Anslag")
    shell.redraw()
    assert {"low", "expected", "high"} <= behind(part)
    open_benefit(shell, part, "V1")
    assert {"owner_body", "contact"} <= behind(part)
    open_benefit(shell, part, "K1")
    assert {"importance", "extent", "reason"} <= behind(part)
    assert not {"method", "use"} & behind(part)


@pytest.mark.parametrize("number", ["Ø1", "Ø2", "Ø3", "V1", "K1", "K3"])
def test_no_more_is_asked_at_once_than_one_can_take_in(shell: Shell, part: BenefitsPart, number: str) -> None:
    open_benefit(shell, part, number)
    assert 0 < len(asked(part)) <= MOST, asked(part)


def test_a_link_shows_what_it_names_and_the_next_row_begins_anew(shell: Shell, part: BenefitsPart) -> None:
    open_benefit(shell, part, "Ø1")
    assert "low_percent" not in asked(part)
    part.detail.form.unfold("Lavt og høyt anslag")
    assert {"low_percent", "high_percent"} <= asked(part)
    part.items.walk(1)
    assert "low_percent" not in asked(part)


def test_the_baseline_of_the_mapping_is_shown_until_another_is_written(shell: Shell, part: BenefitsPart) -> None:
    open_benefit(shell, part, "Ø1")
    line = part.detail.form.fields["baseline"].control.widget
    assert line.property("placeholderText") == "26 fra Tidsbruk"
    shell.session.edit(Set((*ITEMS, id_of(shell, "Ø1"), "baseline_steps"), ()))
    shell.redraw()
    assert line.property("placeholderText") == ""


def test_the_row_says_what_remains_and_when_it_is_ready(qtbot: QtBot, shell: Shell, part: BenefitsPart) -> None:
    second = id_of(shell, "Ø2")
    assert row_of(part, second).chip == "Gjenstår: hva tiden brukes til"
    assert row_of(part, second).cells[2].below == "ikke i kroner ennå"
    open_benefit(shell, part, "Ø2")
    choose(qtbot, part.detail.form.fields["use"], "Lavere budsjett")
    shell.redraw()
    row = row_of(part, second)
    assert (row.chip, row.sign, row.cells[0].below) == ("", Sign.DONE, "Ø2 · Klar")
    assert row.cells[2].text.endswith("kr")
    assert shell.session.plan.benefits.items[1].use is FreedTimeUse.BUDGET_CUT


def test_the_sum_tells_kroner_and_the_hours_that_are_none_yet(shell: Shell, part: BenefitsPart) -> None:
    assert part.sum.text().endswith("78 timer")
    shell.session.edit(Set((*ITEMS, id_of(shell, "Ø2"), "use"), FreedTimeUse.QUALITY))
    shell.redraw()
    assert part.sum.text().endswith("kr")


def test_the_usual_benefits_come_at_once_numbered_and_with_their_baseline(
    qtbot: QtBot, make_shell: Callable[[Document], Shell], example: Document
) -> None:
    plan = example.plan.model_copy(update={"benefits": Document().plan.benefits})
    shell = make_shell(Document(plan=plan))
    part = part_of(shell)
    assert offers(part)
    press(qtbot, part.widget, "Legg til disse 5")
    shell.redraw()
    assert [item.number for item in shell.session.plan.benefits.items] == ["Ø1", "Ø2", "K1", "K2", "K3"]
    assert shell.session.undo_label == "Gevinster fra katalogen"
    assert shell.session.figures.statuses[0].baseline == 26, "4 + 4 + 8 + 10 minutes"
    assert not offers(part)
    shell.session.undo()
    shell.redraw()
    assert offers(part)


def test_numbers_are_never_used_again(qtbot: QtBot, shell: Shell, part: BenefitsPart) -> None:
    open_benefit(shell, part, "Ø1")
    press(qtbot, part.widget, "Fjern gevinsten")
    shell.redraw()
    press(qtbot, part.widget, "Legg til fra katalogen")
    assert offers(part), "the act of the catalogue is the blue one"
    assert part.catalogue is not None
    part.catalogue.search.setText("Mindre tid")
    part.catalogue.tick("less-administration")
    press(qtbot, part.widget, "Legg til 1 gevinst")
    shell.redraw()
    assert shell.session.plan.benefits.items[-1].number == "Ø4"
    assert part.grid.isVisible(), "back at the list"


def test_an_own_benefit_begins_with_its_name(qtbot: QtBot, shell: Shell, part: BenefitsPart) -> None:
    part.new_button.menu().actions()[2].trigger()
    shell.redraw()
    new = shell.session.plan.benefits.items[-1]
    assert new.number == "K5"
    title = part.detail.form.fields["title"]
    assert title.is_written_in()
    type_into(qtbot, title, "Færre misforståelser")
    shell.redraw()
    assert row_of(part, new.id).title == "Færre misforståelser"


def test_measures_are_written_in_the_benefit(qtbot: QtBot, shell: Shell, part: BenefitsPart) -> None:
    open_benefit(shell, part, "K3")
    part.detail.show_measures()
    press(qtbot, part.widget, "Legg til tiltak")
    shell.redraw()
    benefit = next(item for item in shell.session.plan.benefits.items if item.number == "K3")
    place = (*ITEMS, benefit.id, "measures", benefit.measures[-1].id, "text")
    type_in_cell(qtbot, part, place, "Øv på mottaket")
    shell.redraw()
    benefit = next(item for item in shell.session.plan.benefits.items if item.number == "K3")
    assert benefit.measures[-1].text == "Øv på mottaket"
    shell.show_step(StepKey.DECISION)
    shell.goto(StepKey.BENEFITS, place)
    assert part.detail.measures.isVisible(), "a place in a measure leads there"
    press(qtbot, part.widget, "Fjern tiltaket")
    shell.redraw()
    benefit = next(item for item in shell.session.plan.benefits.items if item.number == "K3")
    assert not [one for one in benefit.measures if one.text == "Øv på mottaket"]


def test_a_finding_leads_to_its_field_behind_a_link(shell: Shell, part: BenefitsPart) -> None:
    third = id_of(shell, "Ø3")
    shell.goto(StepKey.BENEFITS, (*ITEMS, third, "start_on"))
    assert part.items.in_place
    assert part.detail.form.fields["start_on"].is_written_in()


def test_the_link_to_the_map_opens_the_box(qtbot: QtBot, shell: Shell, part: BenefitsPart) -> None:
    open_benefit(shell, part, "Ø1")
    press(qtbot, part.widget, "Kobling i gevinstkartet")
    assert shell.here == Place(StepKey.BENEFITS, "map")
