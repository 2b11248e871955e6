"""Risikoer: rated by words beside the matrix, picked many at a time, described, measured and accepted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.privacy.risks import RisksPart
from tests.model.given import plan_of
from tests.ui.hands import choose, cursor_in, press, type_in_cell, type_into

RISKS = ("privacy", "risks")


@pytest.fixture
def part(shell: Shell) -> RisksPart:
    """The part on the example, on screen."""
    return shown(shell)


def shown(shell: Shell) -> RisksPart:
    shell.show_place(Place(StepKey.PRIVACY, "risks"))
    found = shell.part(StepKey.PRIVACY, "risks")
    assert isinstance(found, RisksPart)
    return found


def risk_at(shell: Shell, position: int) -> Risk:
    return shell.session.plan.privacy.risks[position]


def row_of(part: RisksPart, risk: Risk) -> tuple[str, ...]:
    row = next(row for row in part.risks.grid.rows_model.rows if row.row_id == risk.id)
    return (row.stop, *(chip.words for chip in row.chips))


@pytest.fixture
def empty(make_shell: Callable[[Document], Shell]) -> Shell:
    """A plan without risks."""
    return make_shell(Document(plan=plan_of(5_000)))


def test_many_are_picked_at_once_in_one_step_of_undo(qtbot: QtBot, empty: Shell) -> None:
    part = shown(empty)
    press(qtbot, part.widget, "Velg fra katalogen")
    assert not empty.bottom.isVisible(), "the list has a bar of its own"
    for key in ("dpia-01", "dpia-04", "ros-02"):
        part.picks.tick(key)
    press(qtbot, part.widget, "Legg til 3 valgte")
    empty.redraw()
    assert [risk.catalogue_id for risk in empty.session.plan.privacy.risks] == ["dpia-01", "dpia-04", "ros-02"]
    assert all(risk.measures for risk in empty.session.plan.privacy.risks), "suggested measures come along"
    assert part.detail.risk is not None
    assert part.detail.risk.catalogue_id == "dpia-01"
    assert empty.bottom.isVisible()
    empty.session.undo()
    assert not empty.session.plan.privacy.risks


def test_what_is_there_cannot_be_picked_again(qtbot: QtBot, shell: Shell, part: RisksPart) -> None:
    press(qtbot, part.widget, "Legg til")
    there = {risk.catalogue_id for risk in shell.session.plan.privacy.risks if risk.catalogue_id}
    assert there
    part.picks.search.setText(next(one for one in shell.session.content.risks if one.id in there).title)
    assert not part.picks.ticked()
    press(qtbot, part.widget, "Avbryt")
    assert part.risks.isVisible()


def test_a_risk_is_rated_with_the_words_of_the_scale(qtbot: QtBot, empty: Shell) -> None:
    part = shown(empty)
    part.pick()
    part.picks.tick("dpia-01")
    press(qtbot, part.widget, "Legg til 1 valgt")
    choose(qtbot, part.detail.now.fields["likelihood"], "Mulig")
    choose(qtbot, part.detail.now.fields["consequence"], "Svært alvorlig")
    empty.redraw()
    risk = risk_at(empty, 0)
    assert (risk.likelihood, risk.consequence) == (3, 5)
    assert row_of(part, risk) == ("", "Høy", "Gjenstår")
    assert part.detail.matrix.view.matrix_model.matrix.now == (3, 5)
    assert part.detail.matrix.view.matrix_model.matrix.after is None
    choose(qtbot, part.detail.after.fields["residual_likelihood"], "Lite sannsynlig")
    choose(qtbot, part.detail.after.fields["residual_consequence"], "Liten")
    empty.redraw()
    assert row_of(part, risk_at(empty, 0)) == ("", "Høy", "Lav")
    assert part.detail.matrix.view.matrix_model.matrix.after == (2, 2)


def test_what_stops_can_be_accepted_and_says_why(qtbot: QtBot, shell: Shell, part: RisksPart) -> None:
    finding = next(one for one in shell.session.figures.findings if one.rule == "risk-unhandled")
    shell.goto(StepKey.PRIVACY, finding.address)
    accepted = part.detail.rest.fields["accepted"]
    assert accepted.isVisible()
    assert cursor_in(accepted)
    before = sum(one.severity is Severity.BLOCKER for one in shell.session.figures.findings)
    assert not part.detail.rest.fields["acceptance_reason"].isVisible()
    choose(qtbot, accepted, "Risikoen aksepteres")
    shell.redraw()
    assert sum(one.severity is Severity.BLOCKER for one in shell.session.figures.findings) == before - 1
    type_into(qtbot, part.detail.rest.fields["acceptance_reason"], "Papir finnes")
    assert part.detail.risk is not None
    assert (part.detail.risk.accepted, part.detail.risk.acceptance_reason) == (True, "Papir finnes")


def test_measures_are_typed_in_place_and_ask_for_what_is_left(qtbot: QtBot, shell: Shell, part: RisksPart) -> None:
    risk = next(one for one in shell.session.plan.privacy.risks if not one.measures)
    part.risks.open_row(risk.id)
    assert not part.detail.after.isVisible()
    press(qtbot, part.widget, "Legg til tiltak")
    shell.redraw()
    (measure,) = next(one for one in shell.session.plan.privacy.risks if one.id == risk.id).measures
    editor = part.widget.window().focusWidget()
    assert isinstance(editor, QLineEdit), "one types at once"
    qtbot.keyClicks(editor, "Rutine i mottaket")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_in_cell(qtbot, part, (*RISKS, risk.id, "measures", measure.id, "deadline"), "4.3.2027")
    shell.redraw()
    (measure,) = next(one for one in shell.session.plan.privacy.risks if one.id == risk.id).measures
    assert (measure.text, measure.deadline is not None) == ("Rutine i mottaket", True)
    assert part.detail.after.isVisible()
    assert part.detail.measures.grid.verticalScrollBar().maximum() == 0
    press(qtbot, part.widget, "Fjern tiltaket")
    assert not next(one for one in shell.session.plan.privacy.risks if one.id == risk.id).measures


def test_an_own_risk_begins_with_its_name_and_can_be_taken_away(qtbot: QtBot, empty: Shell) -> None:
    part = shown(empty)
    part.pick()
    press(qtbot, part.widget, "Skriv en egen risiko")
    title = part.detail.about.fields["title"]
    assert cursor_in(title)
    type_into(qtbot, title, "Brann i serverrommet")
    assert not part.detail.about.fields["aspect"].isVisible()
    choose(qtbot, part.detail.about.fields["kind"], "ROS")
    empty.redraw()
    assert part.detail.about.fields["aspect"].isVisible()
    assert (risk_at(empty, 0).title, risk_at(empty, 0).kind) == ("Brann i serverrommet", RiskKind.ROS)
    press(qtbot, part.widget, "Fjern risikoen")
    empty.redraw()
    assert not empty.session.plan.privacy.risks
    assert part.risks.empty.isVisible()


def test_the_matrix_shows_the_other_risks_of_the_same_kind_and_leads_to_them(
    qtbot: QtBot, shell: Shell, part: RisksPart
) -> None:
    chosen, *others = [risk for risk in shell.session.plan.privacy.risks if risk.kind is RiskKind.DPIA]
    part.risks.open_row(chosen.id)
    cells = part.detail.matrix.view.matrix_model.matrix.cells
    assert sorted(one for cell in cells for one in cell.risks) == sorted(risk.id for risk in others)
    cell = next(cell for cell in cells if cell.risks)
    view = part.detail.matrix.view
    index = view.matrix_model.index(5 - cell.likelihood, cell.consequence - 1)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert part.detail.risk is not None
    assert part.detail.risk.id == cell.risks[0]


def test_own_words_reach_the_scale_and_the_matrix(qtbot: QtBot, shell: Shell, part: RisksPart) -> None:
    shell.goto(StepKey.PRIVACY, ("privacy", "scale", "likelihood.5", "text"))
    assert part.scale.isVisible()
    type_in_cell(qtbot, part, ("privacy", "scale", "likelihood.5", "text"), "Hver uke")
    press(qtbot, part.widget, "Tilbake til listen")
    shell.redraw()
    assert shell.session.plan.privacy.scale[0].text == "Hver uke"
    names = [target.accessibleName() for target in part.detail.now.fields["likelihood"].control.targets()]
    assert "Sannsynlighet: Hver uke" in names
    assert part.detail.matrix.view.matrix_model.matrix.likelihoods[4] == "Hver uke"


def test_the_limit_has_its_place(shell: Shell, part: RisksPart) -> None:
    shell.goto(StepKey.PRIVACY, ("privacy", "acceptance_limit"))
    assert cursor_in(part.scale.limit.fields["acceptance_limit"])


@pytest.mark.parametrize("path", ["title", "effect", "existing_measures", "likelihood", "residual_consequence"])
def test_every_field_of_a_risk_has_its_place(shell: Shell, part: RisksPart, path: str) -> None:
    risk = risk_at(shell, -1)
    shell.goto(StepKey.PRIVACY, (*RISKS, risk.id, path))
    field = next(form.fields[path] for form in part.detail.forms if path in form.fields)
    assert field.address == (*RISKS, risk.id, path)
    assert field.isVisible()
    assert cursor_in(field)


def test_300_risks_are_listed_and_counted(make_shell: Callable[[Document], Shell]) -> None:
    risks = tuple(
        Risk(id=f"r{number}", title=f"Risiko {number}", likelihood=number % 5 + 1, consequence=number // 5 % 5 + 1)
        for number in range(300)
    )
    shell = make_shell(Document(plan=plan_of(5_000, answers={"privacy/risks": risks})))
    part = shown(shell)
    assert len(part.risks.walkable) == 300
    counts = [len(cell.risks) for cell in part.detail.matrix.view.matrix_model.matrix.cells]
    assert sorted(counts) == [11, *[12] * 24]


def test_the_detail_fits_beside_the_list_in_a_low_window(qtbot: QtBot, shell: Shell, part: RisksPart) -> None:
    shell.resize(1366, 688)
    shell.redraw()
    part.risks.open_row(risk_at(shell, 0).id)
    shell.redraw()
    qtbot.waitUntil(lambda: part.risks.detail.height() <= part.risks.height())
