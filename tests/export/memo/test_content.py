"""What the memo says: totals as the model computes them, what is missing, and what is proposed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from digisos_wizard.export import export
from digisos_wizard.model import costs as c
from digisos_wizard.model import decision as d
from digisos_wizard.model.base import PerMunicipality
from digisos_wizard.model.benefits import Benefits
from digisos_wizard.model.connection import Connection, ConnectionDay
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import day, hours, kroner, money
from digisos_wizard.model.terms import CostTiming, FinancingState, Invoicer, PlanKind
from tests.export import plans
from tests.export.checklist.reading import read, squeezed
from tests.export.memo import cases
from tests.export.memo.reading import opened, word_text


def said(figures: Figures) -> str:
    """Return the text of the PDF."""
    return read(export("memo").build(figures)).text


def cost_rows(figures: Figures) -> dict[str, list[str]]:
    """Return the rows of the table of costs in Word, by their first cell."""
    table = next(t for t in opened(export("memo-word").build(figures)).tables if t.cell(0, 0).text == "Faktureres av")
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows}


def complete() -> Figures:
    """Return the figures of one municipality where every price is known, of whole kroner or not."""
    answers = c.CostAnswers(
        digifin_member=False,
        ks_operation_yearly=Decimal("9800.40"),
        vendor_costs=(c.VendorCost(id="v1", one_off=Decimal("1000.40"), yearly=Decimal("500.40"), vat=True),),
    )
    return cases.changed(
        plans.host_plan(),
        decision=d.Decision(office="NAV Hamar", municipalities=(plans.HAMAR,)),
        costs=c.Costs(answers=PerMunicipality[c.CostAnswers](shared=answers)),
    )


@pytest.mark.parametrize("make", [plans.host, complete, cases.large])
def test_every_sum_is_the_models(make: Callable[[], Figures]) -> None:
    figures = make()
    rows = cost_rows(figures)
    columns = [(timing, year) for year in (0, None) for timing in (*CostTiming, None)]
    for position, (timing, year) in enumerate(columns):
        whole = figures.costs.total(timing=timing, year_index=year)
        net = next(cells for label, cells in rows.items() if label.startswith("Sum uten mva"))[position]
        assert net.partition("\n")[0] == money(whole.net)
        assert rows["Sum med mva"][position].partition("\n")[0] == money(whole.gross)
        for who in Invoicer:
            part = figures.costs.total(timing=timing, year_index=year, invoicer=who)
            shown = rows[figures.content.option_label("Invoicer", who.value)][position].partition("\n")[0]
            assert shown in (money(part.net), "–", "mangler")
    for text in (said(figures), word_text(figures)):
        assert squeezed(money(figures.costs.total().gross)) in text
        assert squeezed(kroner(figures.costs.total(year_index=0).net)) in text


def test_a_missing_price_is_named_and_never_nothing() -> None:
    figures = plans.host()
    for text in (said(figures), word_text(figures)):
        assert "Ufullstendig. Summene dekker bare det som er kjent." in text
        assert "Dette mangler: Drift og forvaltning, KS (Løten) og Fagsystemet (Løten)." in text
    rows = cost_rows(figures)
    assert all("ufullstendig" in cell for cell in rows["Sum med mva"]), "no offer: neither once nor every year is known"
    assert rows["NAV"][0] == "–"


def test_what_nobody_knows_is_missing() -> None:
    figures = cases.changed(plans.host_plan(), costs=c.Costs())
    rows = cost_rows(figures)
    assert rows["Leverandøren"] == ["mangler"] * 6
    assert rows["KS"][1] == "mangler"


def test_complete_costs_are_not_called_incomplete() -> None:
    figures = complete()
    part = said(figures)
    part = part[part.index("Kostnader Faktureres") : part.index("Finansiering")]
    assert "fullstendig" not in part
    assert "mangler" not in part


def test_rounded_sums_say_so() -> None:
    labels = [label for label in cost_rows(complete()) if label.startswith("Sum uten mva")]
    assert labels == ["Sum uten mva (avrundet)"]


def test_one_year_is_shown_once() -> None:
    figures = cases.changed(plans.host_plan(), costs=c.Costs(years=1))
    assert len(next(iter(cost_rows(figures).values()))) == 3
    assert "i 2027 og" not in said(figures)


def test_price_list_own_prices_and_project_work_are_told(hamar: Figures) -> None:
    text = said(hamar)
    assert "prislisten «Håndbok 2022», som gjelder fra 2. september 2022" in text
    assert "Eget prosjektarbeid, 180 000 kroner, er ikke med, for ingen sender regning for det." in text
    # 420 626 in the table, 180 000 beside it
    assert "Med det blir 2027 600 626 kroner." in text
    own = c.Costs(catalogue="2019", overrides=(c.PriceOverride(id="digifin", amount=Decimal(1)),))
    values = {name: getattr(hamar.plan, name) for name in type(hamar.plan).model_fields}
    changed = type(hamar.plan).model_validate(values | {"costs": own})
    text = said(Figures(hamar.document.model_copy(update={"plan": changed}), hamar.content, hamar.today))
    assert "som gjaldt fra 8. august 2019 til 1. september 2022" in text
    assert "Egen pris er brukt for Medlemskap i DigiFin." in text
    assert "Eget prosjektarbeid er ikke med, og er ikke anslått." in text


def test_financing_tells_source_and_what_is_open(hamar: Figures) -> None:
    text = said(hamar)
    assert "Finansiert: Tilknytning til Fiks Digisos (Digitaliseringsmidler 2026)" in text
    assert "Ikke avklart: Drift hos KS." in text
    assert "Kostnadene uten avklart finansiering tas inn i budsjettet: Drift hos KS." in text


def test_everything_financed_is_said() -> None:
    money_there = c.Financing(state=FinancingState.FINANCED)
    kinds = ("digifin", "connection_fee", "ks_operation", "nav_operation", "case_system")
    answers = c.CostAnswers.model_validate(dict.fromkeys(kinds, money_there))
    figures = cases.changed(plans.host_plan(), costs=c.Costs(answers=PerMunicipality[c.CostAnswers](shared=answers)))
    text = said(figures)
    assert "Ingen kostnader står uten avklart finansiering." in text
    assert "kilden er ikke oppgitt" in text
    assert "tas inn i budsjettet" not in text


def test_many_sources_are_only_said_to_differ() -> None:
    assert "connection_fee (ulike kilder)" in said(cases.large())


def test_benefits_stand_with_value_or_importance(hamar: Figures) -> None:
    text = said(hamar)
    for number, worth in (
        ("Ø1", "78 299 kr"),
        ("Ø2", "bruken av tiden er ikke bestemt"),
        ("V1", "15 000 kr (for andre)"),
        ("K1", "ikke prissatt, høy betydning (+++)"),
    ):
        start = text.index(f" {number} ")
        assert worth in text[start : start + 130]
    assert "(ulempe)" in text
    result = hamar.benefits
    assert squeezed(hours(result.full_effect_hours)) in text
    assert squeezed(kroner(result.net_present_value)) in text
    assert "Tallene er ufullstendige" in text


def test_a_benefit_without_a_value_is_missing_one() -> None:
    items = (plans.benefit(1), plans.benefit(2, plans.BENEFITS[6].kind))
    text = said(plans.figures(plans.host_plan(Benefits(items=items))))
    assert "Ø1 Gevinst 1 mangler" in text
    assert "K2 Gevinst 2 ikke prissatt, betydningen mangler" in text


def test_pay_back_is_told_where_there_is_one() -> None:
    items = (plans.benefit(1, expected=Decimal(2_000_000)),)
    figures = plans.figures(plans.host_plan(Benefits(items=items)))
    assert figures.benefits.payback_month is not None
    assert f"tjent inn i måned {figures.benefits.payback_month}" in said(figures)


def test_long_lists_tell_how_much_is_left_out() -> None:
    for text in (said(plans.many(100)), said(cases.large())):
        assert "Alle står i gevinstrealiseringsplanen." in text
        assert " til" in text


def test_the_worst_and_the_open_are_told(hamar: Figures) -> None:
    text = said(hamar)
    assert "Er dere klare til å koble på? Nei. 2 ting stopper dere." in text
    assert "De som ikke er digitale, faller utenfor: 12, tiltakene er ikke vurdert" in text
    assert "Overføringen stopper uten at noen merker det: 12 i dag, 4 etter tiltak" in text
    assert f"Forbehold: {hamar.plan.decision.open_conditions}" in text


def test_days_that_differ_are_told_apart() -> None:
    first, second = date(2027, 3, 4), date(2026, 10, 5)
    days = PerMunicipality[ConnectionDay].model_validate(
        {
            "shared": ConnectionDay(wished=first),
            "own": ({"id": "m2", "value": ConnectionDay(connected_on=second)},),
        }
    )
    text = said(cases.changed(plans.host_plan(), connection=Connection(day=days)))
    assert f"Hamar: Ønsket påkoblingsdag er {day(first)}." in text
    assert f"Løten: Dere ble koblet på {day(second)}." in text
    assert "Kommunene kobles på til dagene i tidsplanen." in text


def test_deadlines_stand_by_date_and_late_ones_are_said_to_be(hamar: Figures) -> None:
    text = said(hamar)
    assert text.index("31. desember 2026") < text.index("4. februar 2027")
    assert "Signer den første av 3 avtaler som gjenstår" in text
    later = Figures(hamar.document, hamar.content, date(2027, 2, 5))
    assert "4. februar 2027, forfalt" in said(later)


@pytest.mark.parametrize("kind", PlanKind)
def test_every_kind_of_plan_asks_and_proposes(kind: PlanKind) -> None:
    figures = cases.changed(plans.host_plan(), decision=d.Decision(kind=kind, municipalities=(plans.HAMAR,)))
    text = said(figures)
    assert "innbyggerne i Hamar" in text.replace("Innbyggerne", "innbyggerne")
    assert "1. Hamar" in text
    assert "Papirsøknaden blir stående." in text


def test_a_decision_that_is_made_is_said_to_be(hamar: Figures) -> None:
    assert "Formannskapet i Hamar vedtok dette 23. september 2026." in said(hamar)
    assert "Vedtaket er gjort." in said(hamar)
    assert "Vedtaket er gjort." not in said(plans.empty())


def test_an_empty_plan_says_what_is_missing() -> None:
    for text in (said(plans.empty()), word_text(plans.empty())):
        assert "Kostnad uten mva ukjent (ufullstendig)" in text
        assert "Ingen gevinster er lagt inn i planen ennå." in text
        assert "Påkoblingsdagen er ikke bestemt." in text
        assert "0 kr" not in text
        assert "Sted og dato" in text
