"""What is missing about time use, applicants and tasks."""

from collections.abc import Iterator
from decimal import Decimal

from digisos_wizard.i18n import _
from digisos_wizard.model.address import Address
from digisos_wizard.model.findings import Finding, Severity, StepKey
from digisos_wizard.model.formatting import number
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.terms import TaskState

WHOLE = 100


def _found(rule: str, address: Address, severity: Severity, message: str) -> Finding:
    return Finding(rule, StepKey.MAPPING, address, severity, message)


def _answers(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is to be decided about the answers from staff."""
    for estimate in reckoned.estimates:
        name = estimate.step.name or _("Steg uten navn")
        for answer in estimate.undecided:
            text = _("{name}: svaret {value} minutter skiller seg ut. Behold det, eller hold det utenfor.")
            words = text.format(name=name, value=number(answer.value))
            yield _found("odd-answer", answer.address, Severity.WARNING, words)
        if estimate.differs:
            text = _("{name}: dere bruker {own} minutter, men skjemaene gir {median}.")
            words = text.format(name=name, own=number(estimate.in_use or 0), median=number(estimate.median or 0))
            yield _found("minutes-differ", estimate.address, Severity.NOTE, words)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield what is found."""
    mapping = reckoned.plan.mapping
    if mapping.cases_per_month is None:
        text = _("Skriv hvor mange søknader dere får i måneden. Uten tallet kan ikke spart tid regnes ut.")
        yield _found("volume-missing", ("mapping", "cases_per_month"), Severity.MISSING, text)
    if not mapping.steps:
        text = _("Kartlegg stegene i arbeidsprosessen. Det er nullpunktet for gevinstene.")
        yield _found("steps-missing", ("mapping", "steps"), Severity.MISSING, text)
    for step in mapping.steps:
        at = ("mapping", "steps", step.id)
        if step.paper_minutes is None or step.digital_minutes is None:
            field = "paper_minutes" if step.paper_minutes is None else "digital_minutes"
            text = _("{name}: skriv hvor mange minutter steget tar.").format(name=step.name or _("Steg uten navn"))
            yield _found("minutes-missing", (*at, field), Severity.MISSING, text)
        elif step.digital_minutes > step.paper_minutes:
            text = _("{name}: tar lengre tid digitalt enn på papir. Sjekk at det stemmer.").format(name=step.name)
            yield _found("minutes-rising", (*at, "digital_minutes"), Severity.NOTE, text)
        if step.disappears and step.digital_minutes:
            text = _("{name}: steget faller bort digitalt, men har fortsatt minutter.").format(name=step.name)
            yield _found("gone-with-minutes", (*at, "digital_minutes"), Severity.WARNING, text)
    yield from _answers(reckoned)
    shares = [group.percent for group in mapping.groups if group.percent is not None]
    total = sum(shares, Decimal(0))
    if shares and total != WHOLE:
        text = _("Gruppene av søkere er til sammen {sum} prosent. Det skal bli 100.").format(sum=number(total))
        first = next(group.id for group in mapping.groups if group.percent is not None)
        yield _found("groups-sum", ("mapping", "groups", first, "percent"), Severity.WARNING, text)
    states = {task.id: task.state for task in mapping.tasks}
    for spec in reckoned.content.tasks:
        if not spec.superseded and spec.group == "handbook" and states.get(spec.id, TaskState.OPEN) is TaskState.OPEN:
            text = _("{task} er ikke begynt.").format(task=spec.title)
            yield _found("task-open", ("mapping", "tasks", spec.id, "state"), Severity.MISSING, text)
