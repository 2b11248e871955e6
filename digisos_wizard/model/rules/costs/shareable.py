"""The amounts of a plan that municipalities may share, each with whom it covers and what everybody pays of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.costs import Coverage
from digisos_wizard.model.formatting import exact_money, number
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.costs.coverage import (
    Amount,
    Covered,
    covered,
    lacks,
    own_amounts,
    part,
    uses_line,
    usual,
)
from digisos_wizard.model.rules.costs.payers import payers
from digisos_wizard.model.rules.costs.result import Payer
from digisos_wizard.model.terms import CostKind, Covers

ANSWERS: Address = ("costs", "answers", "shared")


@dataclass(frozen=True, slots=True)
class Shareable:
    """An amount that can be shared: what it is, where its coverage stands, and who pays which part of it.

    `amounts` are kroner (once, then yearly) or, with `counted`, a quantity.
    """

    label: str
    at: Address
    coverage: Coverage
    covered: Covered
    amounts: tuple[Decimal, ...]
    counted: bool = False

    def said(self) -> str:
        """Return the amounts in words."""
        return " + ".join(number(amount) if self.counted else exact_money(amount) for amount in self.amounts)

    def paid_by(self, payer: Payer) -> str:
        """Return what one payer has of the amounts, in words."""
        of = self.covered.part_of(payer)
        own = [part(amount, of) for amount in self.amounts]
        return " + ".join(number(amount) if self.counted else exact_money(amount) for amount in own)

    def told(self) -> str:
        """Return whom the amounts are for, and of one sum what each pays: "Alle samlet: Ask 10 kr, Bø 20 kr"."""
        names = [payer.name for payer in self.covered.whom]
        if self.covered.covers is Covers.ONLY:
            return _("Bare {name}").format(name=", ".join(names))
        if self.covered.covers is Covers.EACH:
            return _("Hver for seg: {names}").format(names=", ".join(names))
        parts = [f"{payer.name} {self.paid_by(payer)}" for payer in self.covered.whom]
        return _("Alle samlet: {parts}").format(parts=", ".join(parts))


def shareable(plan: Plan) -> Iterator[Shareable]:
    """Yield the amounts that are answered for all municipalities, in the order of the page."""
    answers, everybody = plan.costs.answers.shared, payers(plan)
    paying = [payer for payer in everybody if not lacks(plan, payer, CostKind.CASE_SYSTEM)]
    for line in answers.vendor_costs:
        meant = line.coverage.covers is Covers.ONLY
        whom = [payer for payer in paying if meant or uses_line(plan, payer, line)]
        yield Shareable(
            line.description or _("Fagsystemet"),
            (*ANSWERS, "vendor_costs", line.id, "coverage"),
            line.coverage,
            covered(line.coverage, usual(plan), whom),
            tuple(amount for amount in (line.one_off, line.yearly) if amount is not None),
        )
    yield from _ks(plan, [payer for payer in everybody if not lacks(plan, payer, CostKind.KS_OPERATION)])
    if plan.costs.project_cost is not None:
        coverage = plan.costs.project_coverage
        who = covered(coverage, Covers.TOGETHER, everybody)
        at = ("costs", "project_coverage")
        yield Shareable(_("Eget prosjektarbeid"), at, coverage, who, (plan.costs.project_cost,))


def _ks(plan: Plan, everybody: Sequence[Payer]) -> Iterator[Shareable]:
    answers = plan.costs.answers.shared
    kinds: tuple[tuple[str, Amount, bool], ...] = (
        (_("Drift hos KS"), lambda one: one.ks_operation_yearly, False),
        (_("SvarUt-forsendelser"), lambda one: one.shipments_per_year, True),
        (_("Dokumenter i innsyn"), lambda one: one.indexed_documents, True),
        (_("Lagring i Fiks"), lambda one: one.storage_gb, True),
    )
    for label, amount, counted in kinds:
        found = amount(answers)
        if found is not None:
            whom = [payer for payer in everybody if not own_amounts(plan, payer, amount)]
            who = covered(answers.ks_coverage, usual(plan), whom)
            yield Shareable(label, (*ANSWERS, "ks_coverage"), answers.ks_coverage, who, (found,), counted)
