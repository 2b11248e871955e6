"""Plans that make the workbook reckon: everything that a formula looks at differs somewhere."""

import random
from datetime import date
from decimal import Decimal

from digisos_wizard.model import benefits as b
from digisos_wizard.model import costs as c
from digisos_wizard.model import mapping as m
from digisos_wizard.model import terms as t
from digisos_wizard.model.base import PerMunicipality
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Plan
from tests.export import plans

ESTIMATE, TIME, AVOIDED = t.BenefitMethod.ESTIMATE, t.BenefitMethod.SAVED_TIME, t.BenefitMethod.AVOIDED_COST
SMALL_ITEMS = (
    plans.benefit(
        1, method=TIME, use=t.FreedTimeUse.QUALITY, use_from=date(2028, 4, 1), quantity=Decimal("62.5"),
        low_percent=Decimal(60), high_percent=Decimal(120), indicator="Andel digitale", indicator_unit="prosent",
        baseline=Decimal(20), target=Decimal(70), leads_to=("goal",), area=t.BenefitArea.OWN_ORGANISATION,
        measurements=(
            b.Measurement(id="x1", point="3", measured_on=date(2027, 6, 4), value=Decimal(62)),
            b.Measurement(id="x2", measured_on=date(2027, 9, 1), value=Decimal("64.5")),
        ),
    ),
    plans.benefit(
        2, method=ESTIMATE, low=Decimal(380_000), expected=Decimal(396_000), high=Decimal(450_000),
        start_on=date(2027, 6, 1), use=t.FreedTimeUse.BUDGET_CUT, indicator="Minutter", indicator_unit="minutter",
        baseline_steps=("s0", "s1"), target=Decimal("2.8"),
        measurements=(
            b.Measurement(id="x3", point="3", measured_on=date(2027, 6, 5), value=Decimal("5.25")),
            b.Measurement(id="x5", point="12", measured_on=date(2027, 6, 5), note="Ikke tid"),
        ),
    ),
    plans.benefit(
        3, t.BenefitClass.NOT_PRICED, disadvantage=True, importance=t.Level.HIGH, extent=-2, indicator="Klager",
        baseline=Decimal(0), target=Decimal(2), area=t.BenefitArea.CITIZENS,
        measurements=(b.Measurement(id="x4", point="12", measured_on=date(2028, 3, 4), value=Decimal(5)),),
    ),
    plans.benefit(4, t.BenefitClass.OTHER_BODY, method=AVOIDED, quantity=Decimal(40), unit_cost=Decimal("12.50")),
    plans.benefit(
        5, method=ESTIMATE, disadvantage=True, low=Decimal(1_000), expected=Decimal(2_000), high=Decimal(4_000)
    ),
    plans.benefit(6, method=TIME, use=t.FreedTimeUse.OTHER),
)  # fmt: skip


def small_plan(*, years: int = 2) -> Plan:
    """Return a plan of two municipalities and few years, with one amount parted, one for each and one missing."""
    benefits = b.Benefits(
        items=SMALL_ITEMS,
        years=years,
        ramp=(b.RampYear(id="1", digital_percent=Decimal("33.3"), attachment_percent=Decimal(40)),),
        discount_percent=Decimal(7),
        hourly_cost=Decimal("512.50"),
        map_nodes=(b.MapNode(id="goal", layer=t.MapLayer.GOAL, title="Mer oppfølging"),),
        stakeholders=(b.Stakeholder(id="s", name="Ansatte", influence=2, attitude=-1),),
    )
    together = c.Coverage(covers=t.Covers.TOGETHER, split=t.Split.INHABITANTS)
    answers = c.CostAnswers(
        digifin_member=True,
        vendor_costs=(
            c.VendorCost(id="v1", description="Tilpasning", one_off=Decimal(62_000), vat=True, coverage=together),
            c.VendorCost(
                id="v2", description="Lisens", yearly=Decimal(9_999), coverage=c.Coverage(covers=t.Covers.EACH)
            ),
        ),
    )
    return apply(
        plans.host_plan(benefits),
        Set(("costs", "answers"), PerMunicipality[c.CostAnswers](shared=answers)),
        Set(("costs", "years"), years),
        Set(("costs", "project_cost"), Decimal(30_001)),
        Set(("mapping", "steps"), STEPS),
    )


STEPS = (
    m.ProcessStep(id="s0", name="Åpne", paper_minutes=Decimal("4.5"), digital_minutes=Decimal(1)),
    m.ProcessStep(
        id="s1", name="Skanne", paper_minutes=Decimal(8), digital_minutes=Decimal("0.5"), depends_on_attachments=True,
        per_month=Decimal(90),
    ),
)  # fmt: skip


def shared_plan(seed: int) -> Plan:
    """Return a plan made by chance, with offers of every coverage and benefits that are used from all days."""
    dice = random.Random(seed)  # noqa: S311 - chance for tests, not for secrets
    plan = plans.random_plan(seed)

    def coverage() -> c.Coverage:
        shares = tuple(c.Share(id=place, percent=Decimal(dice.randint(1, 99))) for place in ("m1", "m2"))
        return c.Coverage(
            covers=dice.choice(list(t.Covers)), only=dice.choice(("m1", "m2")), split=dice.choice(list(t.Split)),
            shares=shares,
        )  # fmt: skip

    offers = tuple(
        c.VendorCost(
            id=f"v{number}",
            description=f"Tilbud {number}",
            one_off=dice.choice((None, Decimal(dice.randint(1, 9_999_999)) / 100)),
            yearly=dice.choice((None, Decimal(dice.randint(1, 9_999_999)) / 100)),
            vat=dice.choice((None, True, False)),
            coverage=coverage(),
        )
        for number in range(3)
    )
    answers = c.CostAnswers(
        digifin_member=dice.choice((None, True, False)),
        ks_operation_yearly=dice.choice((None, Decimal("9800.55"))),
        ks_coverage=coverage(),
        vendor_costs=offers,
    )
    uses = tuple(
        Set(
            ("benefits", "items", item.id, "use_from"),
            dice.choice((None, date(dice.randint(2026, 2032), dice.randint(1, 12), 1))),
        )
        for item in plan.benefits.items
    )
    return apply(
        plan,
        Set(("costs", "answers"), PerMunicipality[c.CostAnswers](shared=answers)),
        Set(("costs", "project_coverage"), coverage()),
        *uses,
    )
