"""The benefits page: fields follow the choice, the map leads on, sliders try, and measurements come back."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from digisos_wizard.export.workbook import build
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.rules.benefits.what_if import Knob
from digisos_wizard.ui.pages.benefits import BenefitsPage
from digisos_wizard.ui.shell import Shell
from tests.ui.hands import choose, press, type_into

WAIT = 10_000
"""Milliseconds for work in the background; it is done far sooner."""


@pytest.fixture
def page(shell: Shell) -> BenefitsPage:
    """The page on the example, on screen."""
    shell.show_step(StepKey.BENEFITS)
    found = shell.page(StepKey.BENEFITS)
    assert isinstance(found, BenefitsPage)
    return found


def asked(page: BenefitsPage) -> set[str]:
    """Return the fields that the chosen benefit is asked for."""
    assert page.benefits.items.form is not None
    return {path for path, field in page.benefits.items.form.fields.items() if not field.isHidden()}


def test_what_is_asked_follows_the_way_of_reckoning(qtbot: QtBot, shell: Shell, page: BenefitsPage) -> None:
    ids = {item.number: item.id for item in shell.session.plan.benefits.items}
    page.benefits.items.choose(ids["Ø1"])
    shell.redraw()
    assert {"use", "quantity", "low_percent"} <= asked(page)
    assert not {"expected", "importance", "unit_cost", "contact"} & asked(page)
    assert page.benefits.items.form is not None
    choose(qtbot, page.benefits.items.form.fields["method"], "Anslag")
    shell.redraw()
    assert {"low", "expected", "high"} <= asked(page)
    page.benefits.items.choose(ids["V1"])
    shell.redraw()
    assert {"owner_body", "contact"} <= asked(page)
    page.benefits.items.choose(ids["K1"])
    shell.redraw()
    assert {"importance", "extent", "reason"} <= asked(page)
    assert not {"method", "use"} & asked(page)


def test_a_picked_benefit_takes_its_baseline_from_the_mapping(qtbot: QtBot, shell: Shell, page: BenefitsPage) -> None:
    for item in shell.session.plan.benefits.items[:1]:
        page.benefits.items.choose(item.id)
        press(qtbot, page.benefits.items, "Fjern")
        shell.redraw()
    picker = page.benefits.picker
    texts = [picker.choice.box.itemText(at) for at in range(picker.choice.box.count())]
    picker.choice.box.setCurrentIndex(next(at for at, text in enumerate(texts) if "Mindre tid" in text))
    press(qtbot, picker, "Legg til")
    added = shell.session.plan.benefits.items[-1]
    names = {step.id: step.catalogue_id for step in shell.session.plan.mapping.steps}
    assert {names[step] for step in added.baseline_steps} == {"receive", "interpret", "scan", "register"}
    assert added.number == "Ø4", "numbers are never reused"
    status = next(one for one in shell.session.figures.statuses if one.benefit.id == added.id)
    assert status.baseline == 26, "4 + 4 + 8 + 10 minutes"


def test_a_slider_tries_without_changing_the_plan_until_asked_to(
    qtbot: QtBot, shell: Shell, page: BenefitsPage
) -> None:
    plan = shell.session.plan
    card = page.what_if
    assert card.result.text().startswith("Slik planen er")
    card.sliders[Knob.CASES].setValue(200)
    assert "Med det du prøver" in card.result.text()
    assert "+" in card.result.text()
    assert shell.session.plan is plan
    press(qtbot, card, "Tilbake til planen")
    assert card.result.text().startswith("Slik planen er")
    card.sliders[Knob.CASES].setValue(200)
    press(qtbot, card, "Bruk i planen")
    assert shell.session.plan.mapping.cases_per_month == 200
    shell.redraw()
    assert card.result.text().startswith("Slik planen er")
    shell.session.undo()
    shell.redraw()
    assert card.sliders[Knob.CASES].value() == 110


def test_the_map_leads_to_benefits_and_to_boxes(shell: Shell, page: BenefitsPage) -> None:
    item = shell.session.plan.benefits.items[2]
    page.map.view.chosen.emit(item.id)
    assert page.benefits.items.chosen_row is not None
    assert page.benefits.items.chosen_row.row_id == item.id
    node = shell.session.plan.benefits.map_nodes[5]
    page.map.view.chosen.emit(node.id)
    assert page.map.nodes.chosen_row is not None
    assert page.map.nodes.chosen_row.row_id == node.id


def test_an_empty_plan_begins_with_a_suggested_map(qtbot: QtBot, make_shell: Callable[[Document], Shell]) -> None:
    shell = make_shell(Document())
    shell.show_step(StepKey.BENEFITS)
    page = shell.page(StepKey.BENEFITS)
    assert isinstance(page, BenefitsPage)
    assert not page.what_if.isVisible()
    press(qtbot, page.map, "Begynn med et forslag")
    shell.redraw()
    assert page.map.view.scene is not None
    assert len(page.map.view.scene.boxes) == len(shell.session.content.map_nodes)
    assert not page.map.start.isVisible()
    shell.session.undo()
    shell.redraw()
    assert page.map.start.isVisible()


def test_measurements_come_back_as_one_step_of_undo(
    qtbot: QtBot, shell: Shell, page: BenefitsPage, tmp_path: Path
) -> None:
    before = shell.session.plan
    book = openpyxl.load_workbook(BytesIO(build(shell.session.figures)))
    sheet = book["Måling etter 3 måneder"]
    sheet["H6"], sheet["I6"] = date(2026, 11, 20), 12
    sheet["H7"], sheet["I7"] = date(2026, 11, 20), "42,5"
    path = tmp_path / "utfylt.xlsx"
    book.save(path)
    page.measuring.fetch_measurements(path)
    qtbot.waitUntil(lambda: shell.session.plan is not before, timeout=WAIT)
    shell.redraw()
    assert page.measuring.told.title.text() == "2 målinger er lest"
    first = page.measuring.statuses.model.rows[0].cells
    # (12 − 26) / (9 − 26) = 14/17
    assert first[2:] == ("26", "9", "12", "3", "82 prosent av veien")
    assert page.measuring.points.model.rows[0].cells[2] == "2 av 7"
    shell.session.undo()
    assert shell.session.plan == before


def test_a_bad_workbook_is_told_and_takes_nothing_in(
    qtbot: QtBot, shell: Shell, page: BenefitsPage, tmp_path: Path
) -> None:
    before = shell.session.plan
    path = tmp_path / "notat.xlsx"
    path.write_bytes(b"ikke Excel")
    page.measuring.fetch_measurements(path)
    qtbot.waitUntil(page.measuring.told.isVisible, timeout=WAIT)
    assert page.measuring.told.title.text() == "Ingenting er hentet"
    assert "notat.xlsx" in page.measuring.told.text.text()
    assert shell.session.plan is before


def test_outcomes_stand_from_bad_to_good_and_follow_the_plan(qtbot: QtBot, shell: Shell, page: BenefitsPage) -> None:
    values = [row.cells[2] for row in page.outcome_table.model.rows]
    assert [row.cells[0] for row in page.outcome_table.model.rows][:3] == ["Går dårlig", "Som forventet", "Går bra"]
    page.benefits.items.choose(shell.session.plan.benefits.items[0].id)
    shell.redraw()
    assert page.benefits.items.form is not None
    type_into(qtbot, page.benefits.items.form.fields["low_percent"], "20")
    shell.redraw()
    after = [row.cells[2] for row in page.outcome_table.model.rows]
    assert after[0] != values[0]
    assert after[1:3] == values[1:3]


def test_a_stakeholder_is_added_described_and_undone(qtbot: QtBot, shell: Shell, page: BenefitsPage) -> None:
    press(qtbot, page.stakeholders, "Legg til interessent")
    shell.redraw()
    assert page.stakeholders.form is not None
    type_into(qtbot, page.stakeholders.form.fields["name"], "Tillitsvalgte")
    choose(qtbot, page.stakeholders.form.fields["attitude"], "For")
    shell.redraw()
    assert page.stakeholders.model.rows[-1].cells[:3] == ("Tillitsvalgte", "–", "For")
    count = len(page.stakeholders.model.rows)
    while len(shell.session.plan.benefits.stakeholders) == count:
        shell.session.undo()
    shell.redraw()
    assert len(page.stakeholders.model.rows) == count - 1
