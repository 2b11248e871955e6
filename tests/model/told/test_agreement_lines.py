"""Agreements in lists: grouped by parties, told in few words, and the same for the others."""

from datetime import date

import pytest

from digisos_wizard.model.agreements import AgreementStatus
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.terms import AgreementState
from digisos_wizard.model.told.agreement_lines import (
    AgreementLine,
    Progress,
    agreement_lines,
    counted,
    same_for_others,
    told,
)
from tests.model.given import content, plan_of

TODAY = date(2026, 11, 23)
SENT, SIGNED = AgreementState.SENT, AgreementState.SIGNED


def figures_of(plan: Plan) -> Figures:
    return Figures(Document(plan=plan), content(), TODAY)


def line_of(figures: Figures, key: str) -> AgreementLine:
    return next(one for _parties, lines in agreement_lines(figures) for one in lines if one.spec.id == key)


def given(*states: AgreementState, day: date | None = None) -> Figures:
    """Return the figures of two municipalities, with the terms of KS in these states."""
    figures = figures_of(plan_of(10_000, 5_000))
    at = [("agreements", "statuses", cell.row_id) for cell in line_of(figures, "ks-terms").cells]
    edits = [Set((*place, "state"), state) for place, state in zip(at, states, strict=False)]
    edits += [Set((*at[0], name), day) for name in ("sent_on", "signed_on")]
    return figures_of(apply(figures.plan, *edits))


def test_agreements_of_the_same_parties_stand_together() -> None:
    groups = agreement_lines(figures_of(plan_of(10_000)))
    parties = [name for name, _lines in groups]
    assert parties[:2] == ["Kommunen og Arbeids- og velferdsdirektoratet", "Kommunen og KS"]
    lines = [one for _parties, lines in groups for one in lines]
    assert len(lines) == len(content().agreements)
    assert [one.spec.id for one in lines if one.idle] == ["ks-supplement", "inter-municipal"]


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        (AgreementState.NOT_STARTED, None, ("Gjenstår", Progress.REMAINS)),
        (SENT, None, ("Sendt", Progress.UNDER_WAY)),
        (SENT, date(2026, 11, 7), ("Sendt 7. nov.", Progress.UNDER_WAY)),
        (SIGNED, date(2025, 5, 12), ("12. mai 2025", Progress.DONE)),
        (SIGNED, None, ("Signert", Progress.DONE)),
        (AgreementState.NOT_RELEVANT, None, ("Ikke aktuell", Progress.IDLE)),
    ],
)
def test_a_cell_is_told_in_few_words(state: AgreementState, day: date | None, expected: tuple[str, Progress]) -> None:
    figures = given(state, day=day)
    assert told(figures, line_of(figures, "ks-terms").cells[0]) == expected


def test_what_is_late_is_said() -> None:
    figures = figures_of(apply(plan_of(10_000), Set(("connection", "day", "shared", "wished"), date(2026, 11, 25))))
    assert told(figures, line_of(figures, "ks-terms").cells[0]) == ("Forfalt", Progress.LATE)


def test_many_are_counted() -> None:
    assert counted(line_of(given(SIGNED, SENT), "ks-terms")) == "1 av 2, 1 sendt"
    assert counted(line_of(given(SIGNED), "ks-terms")) == "1 av 2"
    assert counted(line_of(given(SIGNED, SIGNED), "ks-terms")) == "alle 2"


def test_the_others_get_the_same_but_not_those_who_have_signed() -> None:
    figures = given(SENT, day=date(2026, 11, 7))
    line = line_of(figures, "ks-terms")
    plan = apply(figures.plan, *same_for_others(figures, line, line.cells[0]))
    other = next(one for one in plan.agreements.statuses if one.id == line.cells[1].row_id)
    assert other == AgreementStatus(id=other.id, state=SENT, sent_on=date(2026, 11, 7), signed_on=date(2026, 11, 7))
    figures = given(SENT, SIGNED)
    line = line_of(figures, "ks-terms")
    assert same_for_others(figures, line, line.cells[0]) == ()
