"""Who signs what: every combination of the dossier, told a second time by its own table, with rule and source."""

from collections.abc import Iterator
from itertools import product

import pytest

from digisos_wizard.model.agreements import Vendor
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.content import Document
from digisos_wizard.model.findings import Severity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import AgreementNeed, AgreementState, CaseSystemModel, CooperationForm, PlanKind
from tests.model.given import figures_of, found, plan_of

DIRECTORATE, KS = ("cooperation", "processing"), ("ks-terms", "ks-annex", "ks-main")
SYSTEMS = (*CaseSystemModel, None)
TRANSFERS = ((True, True), (True, False), (True, None), (False, None), (None, None))
STANDING = (PlanKind.NEW_VENDOR, PlanKind.FOLLOW_UP)


def combinations() -> Iterator[tuple[CooperationForm | None, CaseSystemModel | None, tuple[bool | None, bool | None]]]:
    """Yield every form with every case system, and host cooperations with every answer about the transfer."""
    for form in (*CooperationForm, None):
        for systems, transfer in product(SYSTEMS, TRANSFERS if form is CooperationForm.HOST else ((None, None),)):
            yield form, systems, transfer


def plan_with(
    form: CooperationForm | None,
    systems: CaseSystemModel | None,
    transfer: tuple[bool | None, bool | None],
    count: int,
    kind: PlanKind,
) -> Plan:
    """Return a plan where `a` is host."""
    return plan_of(
        *[5_000] * count,
        answers={
            "decision/kind": kind,
            "cooperation/form": form,
            "cooperation/host": "a" if form is CooperationForm.HOST else None,
            "cooperation/controller_transferred": transfer[0],
            "cooperation/transfer_stated": transfer[1],
            "cooperation/case_systems": systems,
        },
    )


@pytest.mark.parametrize("kind", PlanKind)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_combination_as_the_dossier_has_it(count: int, kind: PlanKind) -> None:
    every = set("abcd"[:count])
    for form, systems, transfer in combinations():
        plan = plan_with(form, systems, transfer, count, kind)
        needed = required(plan)
        host = form is CooperationForm.HOST
        signs = {"a"} if host and transfer == (True, True) else every
        apart = form is CooperationForm.NONE or systems in (CaseSystemModel.SEPARATE, None)
        wanted = {
            **dict.fromkeys(DIRECTORATE, set() if kind in STANDING else signs),
            **dict.fromkeys(KS, set() if kind in STANDING else every),
            "vendor": set() if kind is PlanKind.FOLLOW_UP else every if apart else {"a"},
            "inter-municipal": every
            if host and transfer in ((True, True), (True, False)) and kind is not PlanKind.FOLLOW_UP
            else set(),
            "ks-supplement": set(),
        }
        assert needed == wanted, (form, systems, transfer)


def required(plan: Plan) -> dict[str, set[str]]:
    """Return who must sign every agreement; every cell names its rule, why, and a source with a place."""
    needed: dict[str, set[str]] = {}
    for cell in figures_of(plan).agreements:
        assert cell.rule, cell.row_id
        assert cell.why.strip(), cell.row_id
        assert "{" not in cell.why, cell.row_id
        assert cell.sources, cell.row_id
        if cell.required:
            assert cell.need is AgreementNeed.REQUIRED
            assert any(source.document is not Document.OWN for source in cell.sources), cell.row_id
        needed.setdefault(cell.spec.id, set())
        if cell.required:
            needed[cell.spec.id].add(cell.municipality)
    return needed


def test_an_agreement_between_municipalities_is_advice_where_no_source_asks() -> None:
    for form in CooperationForm:
        if form in (CooperationForm.NONE, CooperationForm.HOST):
            continue
        plan = plan_with(form, CaseSystemModel.SHARED, (None, None), 3, PlanKind.INTRODUCTION)
        (note, *_rest) = found(plan, "agreement-advised")
        assert note.severity is Severity.NOTE
        assert not [one for one in figures_of(plan).findings if "inter-municipal" in "/".join(one.address)][3:]
        rows = {item.row_id for item in figures_of(plan).schedule.activities}
        assert "between-municipalities" not in rows


def test_an_own_answer_about_the_vendor_is_an_own_system() -> None:
    plan = plan_with(CooperationForm.HOST, CaseSystemModel.SHARED, (True, True), 3, PlanKind.INTRODUCTION)
    own = PerMunicipality[Vendor](shared=Vendor(), own=(Own[Vendor](id="c", value=Vendor(system="Annet")),))
    assert required(plan_of(5_000, 5_000, 5_000, answers={**_answers(plan), "vendor": own}))["vendor"] == {"a", "c"}


def _answers(plan: Plan) -> dict[str, object]:
    return {f"cooperation/{name}": getattr(plan.cooperation, name) for name in type(plan.cooperation).model_fields}


def test_with_separate_systems_one_signature_is_not_all() -> None:
    plan = plan_with(CooperationForm.HOST, CaseSystemModel.SEPARATE, (False, None), 2, PlanKind.INTRODUCTION)
    signed = {f"agreements/statuses/vendor@{place}/state": AgreementState.SIGNED for place in "a"}
    row = next(
        row
        for row in figures_of(plan_of(5_000, 5_000, answers={**_answers(plan), **signed})).checklist
        if row.row_id == "vendor.agreement"
    )
    assert row.state.value == "in_progress"
    assert all("felles fagsystem" not in cell.why for cell in figures_of(plan).agreements)


def test_what_is_called_off_against_its_rule_names_both_sides() -> None:
    plan = plan_of(5_000, answers={"agreements/statuses/ks-main@a/state": AgreementState.NOT_RELEVANT})
    (finding,) = found(plan, "agreement-called-off")
    assert "ikke aktuell" in finding.message
    assert "Alle kommuner inngår avtale med KS" in finding.message
    explained = {
        "agreements/statuses/ks-main@a/state": AgreementState.NOT_RELEVANT,
        "agreements/statuses/ks-main@a/reason": "Inngått i 2019",
    }
    assert not found(plan_of(5_000, answers=explained), "agreement-called-off")


def test_yes_to_the_transfer_names_the_next_question() -> None:
    plan = plan_with(CooperationForm.HOST, CaseSystemModel.SHARED, (True, None), 2, PlanKind.INTRODUCTION)
    whys = {cell.spec.id: cell.why for cell in figures_of(plan).agreements}
    assert "samarbeidsavtalen sier at behandlingsansvaret er overført" in whys["processing"]
    assert "samarbeidsavtalen sier at behandlingsansvaret er overført" in figures_of(plan).cooperation.summary
