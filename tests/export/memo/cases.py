"""Plans for the memo's tests: every text hostile in turn, and a plan as large as they come."""

from datetime import date
from decimal import Decimal

from digisos_wizard.model import benefits as b
from digisos_wizard.model import costs as c
from digisos_wizard.model import decision as d
from digisos_wizard.model import terms as t
from digisos_wizard.model.base import Own, PerMunicipality
from digisos_wizard.model.connection import Connection, ConnectionDay
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import People, Person
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.privacy import Privacy, Risk
from tests.export import plans


def changed(plan: Plan, **parts: object) -> Figures:
    """Return the figures of a plan with some of its parts replaced."""
    values = {name: getattr(plan, name) for name in type(plan).model_fields}
    return plans.figures(Plan.model_validate(values | parts))


def saying(text: str) -> Figures:
    """Return the figures of a plan that says a text wherever the memo has room for one."""
    approval = d.Approval(decider=text, case_reference=text, mandate=text)
    decision = d.Decision(
        office=text,
        municipalities=(d.Municipality(id="m1", name=text, population=5_000),),
        approval=PerMunicipality[d.Approval](shared=approval),
        scope=text,
        open_conditions=text,
        project_owner="p1",
    )
    financed = c.Financing(state=t.FinancingState.FINANCED, source=text)
    offer = c.VendorCost(id="v1", description=text)
    answers = c.CostAnswers(nav_operation=financed, vendor_costs=(offer,))
    return changed(
        plans.host_plan(b.Benefits(items=(plans.benefit(1, title=text, expected=Decimal(10)),))),
        decision=decision,
        people=People(persons=(Person(id="p1", name=text),)),
        costs=c.Costs(answers=PerMunicipality[c.CostAnswers](shared=answers)),
        privacy=Privacy(risks=(Risk(id="r1", title=text, likelihood=4, consequence=3),)),
    )


def large(long_text: str = "Et langt svar som fyller linjen, og så litt til. ") -> Figures:
    """Return the figures of twelve municipalities that answer for themselves, a hundred benefits, and much text."""
    places = tuple(
        d.Municipality(id=f"m{number}", name=f"Kommunen med et langt navn {number}", population=4_000 + 500 * number)
        for number in range(12)
    )
    approvals = tuple(
        Own[d.Approval](
            id=place.id,
            value=d.Approval(decider=f"Kommunestyret i {place.name}", case_reference="26/1", mandate=long_text * 20),
        )
        for place in places
    )
    answers = tuple(
        Own[c.CostAnswers](
            id=place.id,
            value=c.CostAnswers(
                digifin_member=bool(number % 2),
                connection_fee=c.Financing(state=t.FinancingState.FINANCED, source=f"{long_text}{number}"),
                vendor_costs=(c.VendorCost(id=f"v{number}", description=f"{long_text}{number}"),),
            ),
        )
        for number, place in enumerate(places)
    )
    days = tuple(
        Own[ConnectionDay](id=place.id, value=ConnectionDay(wished=date(2027, 3, 1 + number)))
        for number, place in enumerate(places)
    )
    risks = tuple(
        Risk(id=f"r{number}", title=long_text * 3, likelihood=1 + number % 5, consequence=5) for number in range(60)
    )
    kinds = list(t.BenefitClass)
    benefits = tuple(
        plans.benefit(number, kinds[number % 3], title=f"{long_text}{number}", expected=Decimal(1_000 * number))
        for number in range(1, 101)
    )
    return changed(
        plans.host_plan(b.Benefits(items=benefits)),
        decision=d.Decision(
            office=long_text * 5,
            municipalities=places,
            solution_parts=tuple(t.SolutionPart),
            approval=PerMunicipality[d.Approval](shared=d.Approval(), own=approvals),
            scope=long_text * 100,
            open_conditions="linje\n" * 200,
        ),
        costs=c.Costs(answers=PerMunicipality[c.CostAnswers](shared=c.CostAnswers(), own=answers)),
        connection=Connection(day=PerMunicipality[ConnectionDay](shared=ConnectionDay(), own=days)),
        privacy=Privacy(risks=risks),
    )
