"""`check`: what is missing, blocked or can't be read, by step; the exit code says whether the phase is reached."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from digisos_wizard.i18n import _, ngettext
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.figures.readiness import Readiness, ReadyState
from digisos_wizard.model.figures.standing import Reason
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.formatting import day, number
from digisos_wizard.model.rules.checklist.signed_content import open_lines
from digisos_wizard.model.terms import SignOffPhase

from .arguments import Parser
from .verb import DONE, NOT_READY, Verb, figures_of


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar=_("PLAN"), help=_("planfilen"))
    parser.add_argument(
        "--phase",
        choices=[phase.value for phase in SignOffPhase],
        default=SignOffPhase.CONNECT.value,
        help=_("connect: klar for påkobling (vanlig), final: innført"),
    )


def run(options: Namespace) -> int:
    """Print every finding under its step, what is open on the checklist, and a closing line."""
    figures = figures_of(options.plan, options)
    phase = SignOffPhase(options.phase)
    answer = figures.ready_to_connect if phase is SignOffPhase.CONNECT else figures.introduced
    closing = f"{figures.content.option_label('SignOffPhase', phase.value)}: {answer.headline}"
    for line in (
        *_findings(figures),
        *_open(open_lines(figures.plan, figures.checklist, phase)),
        *_pressing(answer),
        closing,
    ):
        print(line)
    return DONE if answer.state is ReadyState.READY else NOT_READY


def _findings(figures: Figures) -> list[str]:
    titles = {step.id: step.title for step in figures.content.steps}
    lines: list[str] = []
    for step in StepKey:
        found = figures.findings_at(step)
        if found:
            lines.append(titles.get(step.value, step.value))
            lines += [f"  {_word(finding.severity)}: {finding.message}" for finding in found]
    return lines


def _word(severity: Severity) -> str:
    return {
        Severity.NOTE: _("Merk"),
        Severity.WARNING: _("Advarsel"),
        Severity.MISSING: _("Mangler"),
        Severity.ERROR: _("Feil"),
        Severity.BLOCKER: _("Stopper"),
    }[severity]


def _open(texts: Sequence[str]) -> list[str]:
    return [_("Åpent på sjekklisten"), *(f"  {text}" for text in texts)] if texts else []


def _pressing(answer: Readiness) -> list[str]:
    """Return what stops the phase or must hurry, the most urgent first, with who does it and by when."""
    words = {ReadyState.BLOCKED: _("Stopper"), ReadyState.AT_RISK: _("Pass på")}
    lines = [
        f"  {words[reason.state]}: {' '.join(_told(reason))}" for reason in answer.reasons if reason.state in words
    ]
    return [_("Gjør dette først"), *lines] if lines else []


def _told(reason: Reason) -> Iterator[str]:
    yield reason.text.rstrip(".") + "."
    if reason.owner:
        yield _("Ansvarlig: {owner}.").format(owner=reason.owner)
    if reason.deadline is not None and day(reason.deadline) not in reason.text:
        yield _("Frist: {day}.").format(day=day(reason.deadline))
    if reason.slack is not None and reason.slack >= 0:
        words = ngettext("{days} arbeidsdag å gå på.", "{days} arbeidsdager å gå på.", reason.slack)
        yield words.format(days=number(reason.slack))


VERB = Verb("check", lambda: _("Si hva som mangler, hindrer eller ikke stemmer."), add, run)
