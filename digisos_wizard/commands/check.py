"""`check`: what is missing, blocked or can't be read, by step; the exit code says whether the phase is reached."""

from argparse import Namespace
from pathlib import Path

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.terms import SignOffPhase

from .arguments import Parser
from .phase import Readiness, readiness
from .verb import DONE, NOT_READY, Verb, figures_of


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar="PLAN", help=_("planfilen"))
    parser.add_argument(
        "--phase",
        choices=[phase.value for phase in SignOffPhase],
        default=SignOffPhase.CONNECT.value,
        help=_("connect: klar for påkobling (vanlig), final: innført"),
    )


def run(options: Namespace) -> int:
    """Print every finding under its step, what is open on the checklist, and a closing line."""
    figures = figures_of(options.plan, options)
    result = readiness(figures, SignOffPhase(options.phase))
    for line in (*_findings(figures), *_open(result), _closing(figures, result)):
        print(line)
    return DONE if result.ready else NOT_READY


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


def _open(result: Readiness) -> list[str]:
    if not result.open_items:
        return []
    return [_("Åpent på sjekklisten"), *(f"  {text}" for text in result.open_items)]


def _closing(figures: Figures, result: Readiness) -> str:
    phase = figures.content.option_label("SignOffPhase", result.phase.value)
    if result.ready:
        return _("{phase}: ja.").format(phase=phase)
    counts = {"phase": phase, "open": len(result.open_items), "blockers": len(result.blockers)}
    return _("{phase}: nei. {open} åpne punkter, {blockers} feil eller hindringer.").format(**counts)


VERB = Verb("check", lambda: _("Si hva som mangler, hindrer eller ikke stemmer."), add, run)
