"""What the checklist says: every item with its state, what is open, and who signed what."""

from datetime import timedelta
from decimal import Decimal

import pytest

from digisos_wizard.model import costs as c
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.signoff import Checklist, ChecklistAnswer
from digisos_wizard.model.terms import TaskState
from tests.export import plans
from tests.export.checklist.conftest import signed
from tests.export.checklist.reading import Read, squeezed, written


def with_answers(*answers: ChecklistAnswer) -> Figures:
    """Return the host cooperation with these answers to checklist items."""
    plain = plans.host_plan()
    values = {name: getattr(plain, name) for name in type(plain).model_fields}
    return plans.figures(Plan.model_validate(values | {"checklist": Checklist(answers=answers)}))


def test_every_item_stands_with_number_and_text(paper: Read) -> None:
    for number, text in (
        ("1.1", "Prosjektet er vedtatt"),
        ("1.2", "Ressursene er avklart"),
        ("2.1", "Fiks er satt opp"),
        ("2.2", "Kartleggingsskjemaet er brukt (gjaldt tidligere)"),
        ("2.3", "Personkortet er kontrollert"),
    ):
        assert f"{number} {text}" in paper.text


def test_evidence_and_state_stand_with_the_item(paper: Read, figures: Figures) -> None:
    for row in figures.checklist:
        assert row.evidence is not None
        assert squeezed(row.evidence.text) in paper.text
    start = paper.text.index("1.1 Prosjektet er vedtatt")
    assert "Ferdig" in paper.text[start : start + 150]


def test_an_item_for_each_municipality_has_a_row_for_each(paper: Read) -> None:
    start = paper.text.index("2.1 Fiks er satt opp")
    part = paper.text[start : paper.text.index("2.2 ")]
    assert part.index("Hamar") < part.index("Løten")
    assert part.count("Åpent") == 2


def test_answers_stand_with_the_item() -> None:
    answer = ChecklistAnswer(
        id="decision.resources",
        state=TaskState.DONE,
        reason="Avtalt muntlig",
        comment="Se referatet",
        responsible="p2",
        deadline=plans.TODAY + timedelta(days=3),
    )
    text = written(with_answers(answer)).text
    start = text.index("1.2 Ressursene er avklart")
    part = text[start : text.index("2. Påkobling", start)]
    for words in ("Avtalt muntlig", "Se referatet", "Ola Nordmann", "26. november 2026", "Ferdig"):
        assert words in part


def test_done_without_proof_or_reason_says_so() -> None:
    text = written(with_answers(ChecklistAnswer(id="decision.resources", state=TaskState.DONE))).text
    assert "Ferdig, uten begrunnelse" in text
    assert "Begrunnelse: mangler" in text


def test_the_cover_counts_what_the_model_counts(paper: Read, figures: Figures) -> None:
    cover = squeezed(paper.pages[0])
    assert "NAV Hamar & Løten" in cover
    assert "Hamar, Løten" in cover
    before = [row for row in figures.checklist if row.item is not None and row.item.phase.value == "connect"]
    left = sum(row.state in (TaskState.OPEN, TaskState.IN_PROGRESS) for row in before)
    assert f"Nei – {left} punkter er åpne" in cover
    done = sum(row.state is TaskState.DONE for row in before)
    assert f"Ferdig: {done}" in cover
    assert "Signert med forbehold 21. november 2026" in cover


def test_what_is_open_is_listed_with_who_and_when(paper: Read) -> None:
    part = paper.text[paper.text.index("Åpne punkter Nr.") : paper.text.index("Signeringer")]
    assert "1.2 Ressursene er avklart" in part
    assert "Fiks er satt opp – Hamar" in part
    assert "Fiks er satt opp – Løten" in part
    assert "Prosjektet er vedtatt" not in part
    assert "mangler" in part


def test_an_overdue_item_is_said_to_be_so() -> None:
    late = ChecklistAnswer(id="decision.resources", deadline=plans.TODAY - timedelta(days=1))
    assert "22. november 2026, forfalt" in written(with_answers(late)).text


def test_sign_offs_tell_who_when_what_and_the_fingerprint(paper: Read, figures: Figures) -> None:
    record = figures.signoffs[0].record
    part = paper.text[paper.text.index("Signeringer") :]
    for words in (
        "1. Klar for påkobling: signert med forbehold",
        "Gyldig: alt er som da det ble signert",
        "Kari Ærlig",
        "NAV-leder",
        "Prosjekteier",
        "20. november 2026 kl. 14.32",
        record.statement,
        record.fingerprint,
        "26/555",
    ):
        assert words in part, words
    for item in record.open_items:
        assert f"– {item}" in part


def test_a_removed_person_is_said_to_be_so(paper: Read) -> None:
    assert "Fjernet person" in paper.text


def test_a_change_after_signing_is_shown(figures: Figures) -> None:
    values = {name: getattr(figures.plan, name) for name in type(figures.plan).model_fields}
    answers = Checklist(answers=(ChecklistAnswer(id="decision.resources", comment="Nytt"),))
    changed = plans.figures(Plan.model_validate(values | {"checklist": answers}))
    text = written(changed).text
    assert "Endret etter signering" in text
    assert "endret etter signering" in squeezed(written(changed).pages[0])
    for change in changed.signoffs[0].changes:
        assert squeezed(change) in text


def test_a_change_that_the_signing_does_not_cover_leaves_it_valid(figures: Figures) -> None:
    values = {name: getattr(figures.plan, name) for name in type(figures.plan).model_fields}
    costs = c.Costs(project_cost=Decimal(1), answers=figures.plan.costs.answers)
    text = written(plans.figures(Plan.model_validate(values | {"costs": costs}))).text
    assert "Gyldig: alt er som da det ble signert" in text


def test_there_are_lines_to_sign_on_paper_for_both_phases(paper: Read) -> None:
    part = paper.text[paper.text.rindex("Skriv under på papiret") :]
    assert part.count("Sted og dato") == 4
    assert "Klar for påkobling" in part
    assert "Innført" in part


def test_everything_done_is_said_on_the_cover() -> None:
    states = ("decision.start", "decision.resources", "connect.fiks@m1", "connect.fiks@m2")
    answers = [ChecklistAnswer(id=name, state=TaskState.DONE, reason="Sett") for name in states]
    figures = signed(with_answers(*answers))
    cover = squeezed(written(figures).pages[0])
    assert "Klar for påkobling Ja" in cover
    assert "Signert 20. november 2026" in cover
    assert "forbehold" not in cover


@pytest.mark.parametrize("count", [0, 500])
def test_own_items_are_all_printed(count: int) -> None:
    text = written(plans.own_items(count)).text
    assert [number for number in range(count) if f"Eget punkt {number} " not in text] == []


def test_an_empty_plan_prints() -> None:
    text = written(plans.empty()).text
    assert "NAV-kontoret har ikke fått navn ennå" in text
    assert "Ingen har signert sjekklisten ennå." in text
