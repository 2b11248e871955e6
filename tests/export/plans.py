"""A small handbook and plans for the exports' tests: a host cooperation, hostile texts, many benefits, random ones."""

import random
from datetime import date, datetime
from decimal import Decimal

from digisos_wizard.content import load
from digisos_wizard.model import benefits as b
from digisos_wizard.model import costs as c
from digisos_wizard.model import decision as d
from digisos_wizard.model import mapping as m
from digisos_wizard.model import signoff as s
from digisos_wizard.model import terms as t
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.connection import Connection, ConnectionDay
from digisos_wizard.model.content import (
    ActivitySpec,
    Assumption,
    ChecklistCatalogue,
    ChecklistItem,
    Content,
    DocumentSpec,
    MeasuringPointSpec,
    Option,
    OptionSet,
    Price,
    PriceCatalogue,
    RoleSpec,
    Section,
    Source,
)
from digisos_wizard.model.content import Document as Paper
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import People, Person
from digisos_wizard.model.plan import About, Document, Plan
from tests.handbook import small_handbook

TODAY = date(2026, 11, 23)
H22 = (Source(document=Paper.H22),)
OURS = (Source(document=Paper.OWN),)
LONG_WORD = "x" * 300
HOSTILE = (
    "=1+1",
    "#REF!",
    "<b>fet</b> & <img src=x>",
    "+47 12 34 56 78",
    "-minus",
    "@alle",
    "'sitat",
    "Smil 😀 og hjerte ❤️",
    LONG_WORD,
    "linje en\nlinje to",
    "_x0041_ er ikke A",
    "{=1+1}",
    " innrykk  og  luft ",
)

LABELS: dict[str, dict[str, str]] = {
    "TaskState": {"open": "Åpent", "in_progress": "I arbeid", "done": "Ferdig", "not_relevant": "Ikke aktuelt"},
    "SignOffPhase": {"connect": "Klar for påkobling", "final": "Innført"},
    "Invoicer": {"ks": "KS", "nav": "NAV", "vendor": "Leverandøren"},
    "BenefitMethod": {"saved_time": "Spart tid", "avoided_cost": "Unngått kostnad", "estimate": "Anslag"},
    "Level": {"low": "Lav", "moderate": "Moderat", "high": "Høy"},
    "BenefitClass": {"Ø": "Prissatt, egen virksomhet", "V": "Andre virksomheter", "K": "Ikke prissatt"},
    "BenefitType": {"direct": "Direkte", "indirect": "Indirekte", "qualitative": "Kvalitativ"},
    "BenefitArea": {
        "own_organisation": "Egen virksomhet",
        "state": "Staten",
        "municipal_sector": "Kommunesektoren",
        "business": "Næringslivet",
        "citizens": "Innbyggerne",
    },
    "FreedTimeUse": {
        "undecided": "Ikke bestemt",
        "budget_cut": "Budsjettkutt",
        "quality": "Bedre kvalitet",
        "service_development": "Tjenesteutvikling",
        "competence": "Kompetanse",
        "other": "Annet",
    },
}


def _assumption(name: str, value: str) -> Assumption:
    return Assumption(id=name, sources=OURS, label=name, value=Decimal(value), unit="", why="Et anslag.")


def _price(name: str, invoicer: t.Invoicer, timing: t.CostTiming, amount: str | None, vat: bool | None = None) -> Price:
    exact = None if amount is None else Decimal(amount)
    return Price(id=name, sources=H22, label=name, invoicer=invoicer, timing=timing, amount=exact, unit="", vat=vat)


def _item(name: str, text: str, evidence: str, **more: object) -> ChecklistItem:
    section = name.partition(".")[0]
    values = {"section": section, "phase": t.SignOffPhase.CONNECT, "evidence": evidence, **more}
    return ChecklistItem.model_validate({"id": name, "sources": H22, "text": text, **values})


def content() -> Content:
    """Return a handbook with what the exports read."""
    once, yearly = t.CostTiming.ONE_OFF, t.CostTiming.YEARLY
    ramp = [_assumption(f"digital-percent.{year}", str(min(20 + 10 * year, 70))) for year in range(1, 11)]
    ramp += [_assumption(f"attachment-percent.{year}", str(min(30 + 10 * year, 80))) for year in range(1, 11)]
    parts = {
        "fields": load().fields,
        "options": tuple(
            OptionSet(id=name, options=tuple(Option(value=value, label=label) for value, label in labels.items()))
            for name, labels in LABELS.items()
        ),
        "sources": (DocumentSpec(value="H22", label="Håndbok 2022"),),
        "roles": (RoleSpec(id="it", sources=H22, title="IT", phases=(), why=""),),
        "assumptions": (
            _assumption("cost-years", "5"),
            _assumption("index-percent", "2.5"),
            _assumption("horizon-years", "10"),
            _assumption("hours-per-fte", "1700"),
            _assumption("hourly-cost", "450"),
            _assumption("discount-percent", "4"),
            _assumption("shortest-weeks", "8"),
            _assumption("slot-weekday", "0"),
            _assumption("tight-days", "5"),
            _assumption("merger-stable-days", "28"),
            _assumption("index-swing", "1"),
            _assumption("acceptance-limit", "7"),
            _assumption("consultation-weeks", "8"),
            _assumption("consultation-more-weeks", "6"),
            *ramp,
        ),
        "catalogues": (
            PriceCatalogue(
                id="2022",
                sources=H22,
                label="Priser 2022",
                fixed_fee_limit=6300,
                vat_percent=Decimal(25),
                prices=(
                    _price("digifin", t.Invoicer.KS, once, "20"),
                    _price("fee-fixed", t.Invoicer.KS, once, "55000", vat=True),
                    _price("fee-per-inhabitant", t.Invoicer.KS, once, "8.60", vat=True),
                    _price("ks-operation", t.Invoicer.KS, yearly, None),
                    _price("nav-per-inhabitant-month", t.Invoicer.NAV, yearly, "0.11"),
                ),
            ),
        ),
        "measuring_points": tuple(
            MeasuringPointSpec(id=str(months), sources=H22, label=f"{months} måneder", months=months)
            for months in (3, 12)
        ),
        "activities": tuple(
            ActivitySpec(
                id=f"a{number}",
                sources=H22,
                title=f"Aktivitet {number}",
                column="3–5 uker før",
                earliest=-40,
                latest=-30 + number,
            )
            for number in range(4)
        ),
        "checklists": (
            ChecklistCatalogue(
                id="2022",
                sources=H22,
                label="Sjekkliste 2022",
                sections=(Section(id="decision", title="Beslutning"), Section(id="connect", title="Påkobling")),
                items=(
                    _item("decision.start", "Prosjektet er vedtatt", "decision-date"),
                    _item("decision.resources", "Ressursene er avklart", "resources"),
                    _item("connect.fiks", "Fiks er satt opp", "fiks-configured", per_municipality=True),
                    _item("connect.form", "Kartleggingsskjemaet er brukt", "mapping-steps", superseded=True),
                    _item(
                        "connect.person-card", "Personkortet er kontrollert", "person-card", phase=t.SignOffPhase.FINAL
                    ),
                ),
            ),
        ),
    }
    small = small_handbook()
    return Content.model_validate({name: getattr(small, name) for name in type(small).model_fields} | parts)


CONTENT = content()
HAMAR = d.Municipality(id="m1", name="Hamar", number="3403", population=32_879)
LOTEN = d.Municipality(id="m2", name="Løten", number="3412", population=6_300)
PEOPLE = People(
    persons=(
        Person(id="p1", name="Kari Ærlig", title="NAV-leder", organisation="NAV Hamar"),
        Person(id="p2", name="Ola Nordmann"),
    )
)


def figures(plan: Plan, today: date = TODAY) -> Figures:
    """Return the figures of a plan with this handbook."""
    return Figures(Document(plan=plan), CONTENT, today)


def empty() -> Figures:
    """Return the figures of a plan without a single answer."""
    return figures(Plan())


def benefit(number: int, kind: t.BenefitClass = t.BenefitClass.OWN_PRICED, **more: object) -> b.Benefit:
    """Return a benefit with id, number and title, and what else is given."""
    values = {"id": f"b{number}", "number": f"{kind.value}{number}", "kind": kind, "title": f"Gevinst {number}"}
    return b.Benefit.model_validate({**values, **more})


BENEFITS = (
    benefit(
        1,
        method=t.BenefitMethod.SAVED_TIME,
        use=t.FreedTimeUse.QUALITY,
        quantity=Decimal(60),
        area=t.BenefitArea.OWN_ORGANISATION,
        type=t.BenefitType.INDIRECT,
        owner="p1",
        indicator="Minutter til skanning",
        indicator_unit="minutter",
        baseline=Decimal("14.5"),
        midway=Decimal(9),
        midway_on=date(2027, 9, 1),
        target=Decimal(4),
        target_on=date(2028, 3, 1),
        measurements=(
            b.Measurement(id="x1", measured_on=date(2027, 6, 1), value=Decimal(11)),
            b.Measurement(id="x2", measured_on=date(2027, 9, 2), value=Decimal("8.25"), note="Etter sommeren"),
        ),
        measures=(b.BenefitMeasure(id="t1", text="Lære opp alle", responsible="p2", deadline=date(2027, 1, 10)),),
    ),
    benefit(2, method=t.BenefitMethod.SAVED_TIME, area=t.BenefitArea.OWN_ORGANISATION),
    benefit(
        3,
        method=t.BenefitMethod.AVOIDED_COST,
        quantity=Decimal(12_000),
        unit="forsendelser",
        unit_cost=Decimal("15.50"),
        start_on=date(2027, 7, 1),
        indicator="Porto",
        baseline=Decimal(10),
        target=Decimal(10),
    ),
    benefit(
        4,
        method=t.BenefitMethod.ESTIMATE,
        low=Decimal(18_000),
        expected=Decimal(19_600),
        high=Decimal(25_000),
        disadvantage=True,
    ),
    benefit(5, method=t.BenefitMethod.ESTIMATE),
    benefit(6, t.BenefitClass.OTHER_BODY, expected=Decimal("100000.55"), area=t.BenefitArea.STATE, owner_body="NKS"),
    benefit(
        7,
        t.BenefitClass.NOT_PRICED,
        importance=t.Level.HIGH,
        extent=3,
        area=t.BenefitArea.CITIZENS,
        reason="Mange slipper å møte opp",
        indicator="Tilfredshet",
        baseline=Decimal(3),
        target=Decimal(5),
        measurements=(b.Measurement(id="x3", value=Decimal(4)),),
    ),
    benefit(8, t.BenefitClass.NOT_PRICED, importance=t.Level.MODERATE, extent=-2),
    benefit(9, t.BenefitClass.NOT_PRICED, extent=7),
)
STEPS = tuple(
    m.ProcessStep(
        id=f"s{number}",
        name=name,
        paper_minutes=Decimal(paper),
        digital_minutes=Decimal(digital),
        depends_on_attachments=attachments,
    )
    for number, (name, paper, digital, attachments) in enumerate(
        (("Åpne", "4", "1", False), ("Tolke håndskrift", "5.5", "0", False), ("Skanne", "8", "0.5", True))
    )
)


def host_plan(benefits: b.Benefits | None = None) -> Plan:
    """Return a plan of two municipalities with nearly everything answered; one lacks prices."""
    alone = c.Coverage(covers=t.Covers.ONLY, only="m1")
    licence = c.VendorCost(
        id="v1", description="Lisens", one_off=Decimal(80_000), yearly=Decimal(24_000), vat=True, coverage=alone
    )
    shared = c.CostAnswers(
        digifin_member=True, ks_operation_yearly=Decimal(61_000), ks_coverage=alone, vendor_costs=(licence,)
    )
    own = Own[c.CostAnswers](id="m2", value=c.CostAnswers(digifin_member=False))
    return Plan(
        about=About(plan_id="x", name="Hamar og Løten – innføring 2027"),
        decision=d.Decision(
            office="NAV Hamar & Løten",
            municipalities=(HAMAR, LOTEN),
            project_owner="p1",
            approval=PerMunicipality[d.Approval](
                shared=d.Approval(decider="Kommunestyret", decided_on=date(2026, 9, 1), case_reference="26/123")
            ),
        ),
        people=PEOPLE,
        costs=c.Costs(
            project_cost=Decimal(150_000),
            answers=PerMunicipality[c.CostAnswers](shared=shared, own=(own,)),
        ),
        mapping=m.Mapping(cases_per_month=Decimal(210), steps=STEPS),
        benefits=benefits
        or b.Benefits(
            responsible="p1",
            items=BENEFITS,
            ramp=(b.RampYear(id="1", digital_percent=Decimal("33.3")),),
            anchored_on=date(2026, 10, 1),
            anchored_in="Ledermøtet",
        ),
        connection=Connection(
            day=PerMunicipality[ConnectionDay](shared=ConnectionDay(wished=date(2027, 3, 4))),
        ),
    )


def host() -> Figures:
    """Return the figures of the host cooperation."""
    return figures(host_plan())


def many(count: int) -> Figures:
    """Return the figures of a plan with so many benefits, a third of each class."""
    kinds = list(t.BenefitClass)
    items = tuple(
        benefit(number, kinds[number % 3], expected=Decimal(1_000 + number), importance=t.Level.LOW, extent=1)
        for number in range(1, count + 1)
    )
    return figures(host_plan(b.Benefits(items=items)))


def hostile_plan(long_text: str = "") -> Plan:
    """Return a plan whose every text does its worst: benefits, steps, own checklist items."""
    items = tuple(
        benefit(number, description=text, title=text, reason=text, indicator=text, expected=Decimal(1))
        for number, text in enumerate((*HOSTILE, long_text or "lang"), start=1)
    )
    own = tuple(
        s.OwnChecklistItem(id=f"o{number}", section="decision", text=text, comment=long_text, reason=text)
        for number, text in enumerate(HOSTILE)
    )
    plain = host_plan(b.Benefits(items=items))
    values = {name: getattr(plain, name) for name in type(plain).model_fields}
    steps = tuple(m.ProcessStep(id=f"s{number}", name=text, note=text) for number, text in enumerate(HOSTILE))
    return Plan.model_validate(
        values
        | {"checklist": s.Checklist(own=own), "mapping": m.Mapping(steps=steps), "decision": _renamed(plain.decision)}
    )


def _renamed(decision: d.Decision) -> d.Decision:
    values = {name: getattr(decision, name) for name in type(decision).model_fields}
    return d.Decision.model_validate(values | {"office": "<NAV> & =1+1 😀"})


def own_items(count: int, comment: str = "") -> Figures:
    """Return the figures of a plan with so many checklist items of its own."""
    own = tuple(
        s.OwnChecklistItem(
            id=f"o{number}",
            section="decision",
            text=f"Eget punkt {number}",
            phase=t.SignOffPhase.FINAL if number % 2 else t.SignOffPhase.CONNECT,
            state=list(t.TaskState)[number % 4],
            comment=f"{comment}{number}" if comment else "",
            responsible="p2",
            deadline=date(2026, 12, 1),
        )
        for number in range(count)
    )
    plain = host_plan()
    values = {name: getattr(plain, name) for name in type(plain).model_fields}
    return figures(Plan.model_validate(values | {"checklist": s.Checklist(own=own)}))


def random_plan(seed: int) -> Plan:
    """Return a plan made by chance: benefits of all kinds, missing values, rising and falling targets."""
    dice = random.Random(seed)  # noqa: S311 - chance for tests, not for secrets

    def amount(most: int, places: str = "1") -> Decimal | None:
        return None if dice.random() < 0.2 else (Decimal(dice.randint(0, most * 100)) / 100).quantize(Decimal(places))

    items = tuple(
        benefit(
            number,
            dice.choice(list(t.BenefitClass)),
            method=dice.choice([None, *t.BenefitMethod]),
            use=dice.choice(list(t.FreedTimeUse)),
            disadvantage=dice.random() < 0.2,
            quantity=amount(60, "0.01"),
            unit_cost=amount(900, "0.01"),
            low=amount(20_000, "0.01"),
            expected=amount(50_000, "0.01"),
            high=amount(90_000, "0.01"),
            start_on=None if dice.random() < 0.5 else date(dice.randint(2026, 2031), dice.randint(1, 12), 15),
            importance=dice.choice([None, *t.Level]),
            extent=dice.choice([None, -3, -2, -1, 0, 1, 2, 3, 9]),
            area=dice.choice([None, *t.BenefitArea]),
            indicator=dice.choice(["", "Minutter"]),
            baseline=amount(50) if dice.random() < 0.7 else None,
            baseline_steps=tuple(f"s{step}" for step in range(4) if dice.random() < 0.3),
            target=amount(50),
            low_percent=amount(100),
            high_percent=amount(150),
            measurements=tuple(
                b.Measurement(
                    id=f"x{number}-{i}",
                    point=point,
                    measured_on=None if dice.random() < 0.2 else date(2027, dice.randint(1, 12), 1),
                    value=amount(50),
                )
                for i, point in enumerate(["", "", "3", "12"])
                if dice.random() < 0.5
            ),
        )
        for number in range(1, dice.choice([1, 2, 5, 12]) + 1)
    )
    ramp = tuple(
        b.RampYear(id=str(year), digital_percent=amount(100), attachment_percent=amount(100)) for year in (1, 3)
    )
    own = b.Benefits(
        items=items,
        ramp=ramp,
        hours_per_fte=amount(1_800),
        hourly_cost=amount(900, "0.01"),
        discount_percent=amount(9, "0.01"),
        years=dice.choice([None, 1, 3, 10]),
    )
    plain = host_plan(own)
    values = {name: getattr(plain, name) for name in type(plain).model_fields}
    steps = tuple(
        m.ProcessStep(
            id=f"s{number}",
            name=f"Trinn {number}",
            paper_minutes=amount(30, "0.01"),
            digital_minutes=amount(9, "0.01"),
            per_month=amount(300) if dice.random() < 0.3 else None,
            depends_on_attachments=dice.random() < 0.5,
        )
        for number in range(dice.randint(0, 6))
    )
    costs = c.Costs(
        project_cost=amount(200_000, "0.01"),
        index_percent=amount(6, "0.01"),
        years=dice.choice([None, 1, 4, 10]),
        answers=plain.costs.answers,
    )
    days = Connection(
        day=PerMunicipality[ConnectionDay](
            shared=ConnectionDay(wished=date(2027, dice.randint(1, 12), 4)),
            own=(Own[ConnectionDay](id="m2", value=ConnectionDay(wished=date(2028, dice.randint(1, 12), 1))),),
        )
    )
    mapping = m.Mapping(cases_per_month=amount(400), steps=steps)
    return Plan.model_validate(values | {"mapping": mapping, "costs": costs, "connection": days})


SIGNED = datetime(2026, 11, 20, 14, 32)  # noqa: DTZ001 - the clock of the machine, as the record keeps it
