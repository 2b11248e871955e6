"""`verify`: whether a printed checklist is as it was printed, and says what the plan says."""

from argparse import Namespace
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.i18n import _

from .arguments import Parser
from .verb import Verb, figures_of


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("pdf", type=Path, metavar="PDF", help=_("sjekklisten som PDF"))
    parser.add_argument("plan", type=Path, metavar=_("PLAN"), nargs="?", help=_("planfilen den skal stemme med"))
    parser.add_argument(
        "--trust",
        type=Path,
        metavar=_("FIL"),
        action="append",
        default=[],
        help=_("sertifikat som digitale signaturer skal føre til (.pem, .cer); kan gis flere ganger"),
    )


def run(options: Namespace) -> int:
    """Print the verdict and what it rests on."""
    from digisos_wizard.intake.opened_pdf import read_bytes
    from digisos_wizard.intake.sealed_pdf import verify

    now = figures_of(options.plan, options) if options.plan is not None else None
    trusted = [read_bytes(path) for path in options.trust]
    verdict = verify(read_bytes(options.pdf), now.content if now is not None else load(), now, trusted=trusted)
    print(verdict.headline)
    for line in (*verdict.changes, *verdict.notes, *verdict.signed):
        print(f"  {line}")
    return verdict.answer.value


def _epilog() -> str:
    return _(
        "Svarer med et tall: 0 gyldig og uendret, 1 endret, 2 skadet eller uleselig, 3 ikke en sjekkliste herfra. "
        "Tallet 4: teksten er uendret, men et annet program har skrevet filen. Da er skrift og utseende ukontrollert."
    )


VERB = Verb("verify", lambda: _("Kontroller en sjekkliste som PDF."), add, run, _epilog)
