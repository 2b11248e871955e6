"""Mutants of the rules for money, measuring and the schedule."""

from tests.mutants.mutant import Mutant

BENEFITS = ("tests/model/rules/benefits",)
COSTS = ("tests/model/rules/costs",)
CONNECTION = ("tests/model/rules/connection",)
STANDING = ("tests/model/figures/test_standing.py",)


def _of(file: str, right: str, wrong: str, tests: tuple[str, ...], *, alive: bool = False) -> Mutant:
    return Mutant(f"model/{file}", right, wrong, tests, alive)


MUTANTS = (
    _of("rules/benefits/reckoning.py", "cumulative += net", "cumulative = net", BENEFITS),
    _of(
        "rules/benefits/reckoning.py",
        "gross[year] - project - operating",
        "gross[year] - project + operating",
        BENEFITS,
    ),
    _of("rules/benefits/reckoning.py", "if balance >= 0:", "if balance > 0:", BENEFITS),
    _of("rules/benefits/reckoning.py", "(1 - min(used, Decimal(1)))", "min(used, Decimal(1))", BENEFITS),
    _of(
        "rules/benefits/reckoning.py",
        "(nominal / costs.index_factor**at)",
        "(nominal * costs.index_factor**at)",
        BENEFITS,
    ),
    _of(
        "rules/benefits/reckoning.py",
        "(net / rate**year for year, net",
        "(net / rate ** (year + 1) for year, net",
        BENEFITS,
    ),
    _of("rules/benefits/reckoning.py", "sign = -1 if benefit.disadvantage else 1", "sign = 1", BENEFITS),
    _of(
        "rules/benefits/reckoning.py",
        "hours * times * (parts[year] / share) * price",
        "hours * times * (started[year] / share) * price",
        BENEFITS,
    ),
    _of("rules/benefits/value.py", "(low + 3 * expected + high) / 5", "(low + 2 * expected + high) / 4", BENEFITS),
    _of("rules/benefits/value.py", "Decimal(MONTHS + 1 - day.month)", "Decimal(MONTHS - day.month)", BENEFITS),
    _of("rules/benefits/value.py", "max(1 - given, ZERO) / open_ones", "max(1 - given, ZERO)", BENEFITS),
    _of(
        "rules/benefits/value.py",
        "Outlook.LOW: Outlook.HIGH, Outlook.HIGH: Outlook.LOW",
        "Outlook.LOW: Outlook.LOW",
        BENEFITS,
    ),
    _of("rules/benefits/time_saved.py", "step.paper_minutes - step.digital_minutes", "step.paper_minutes", BENEFITS),
    _of("rules/benefits/time_saved.py", "dependent * attachments / HUNDRED", "dependent", BENEFITS),
    _of("rules/benefits/measuring.py", "(measured - baseline) / (target - baseline)", "measured / target", BENEFITS),
    _of(
        "rules/benefits/measuring.py",
        "(measured - baseline) / (limit - baseline)",
        "(measured - baseline) / limit",
        BENEFITS,
    ),
    _of("rules/benefits/measuring.py", "Verdict.OVER if deviation > 0", "Verdict.OVER if deviation >= 0", BENEFITS),
    _of("rules/benefits/measuring.py", "if achieved >= 1:", "if achieved > 1:", BENEFITS),
    _of("rules/costs/result.py", "self.net + self.vat", "self.net", COSTS),
    _of("rules/costs/result.py", "gross += line.net + line.vat", "gross += line.net", COSTS),
    _of("rules/costs/coverage.py", "until(of.until) - until(of.before)", "until(of.until)", COSTS),
    _of("rules/connection/network.py", "finish - known[after].days", "finish", CONNECTION),
    _of("rules/connection/network.py", "max(begin, node.not_before)", "begin", CONNECTION),
    _of(
        "rules/connection/network.py",
        "self.latest_finish - self.soonest_finish",
        "self.latest_finish - self.soonest_start",
        CONNECTION,
    ),
    _of("rules/connection/own_work.py", "deadline < today and state", "deadline <= today and state", CONNECTION),
    _of("rules/connection/workdays.py", "day.weekday() < SATURDAY and", "day.weekday() <= SATURDAY and", CONNECTION),
    _of("rules/connection/workdays.py", "day -= DAY", "day += DAY", CONNECTION),
    _of("figures/standing.py", "slack < tight", "slack <= tight", STANDING, alive=True),
    _of(
        "figures/standing.py",
        "    if known:\n        return known",
        "    if not known:\n        return known",
        STANDING,
        alive=True,
    ),
)
"""Those alive at first passed all default tests."""
