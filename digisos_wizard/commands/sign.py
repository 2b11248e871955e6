"""`sign`: put a digital signature into a printed checklist, with a certificate from a file."""

import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.i18n import _
from digisos_wizard.model.signing.sealing import Answer
from digisos_wizard.model.terms import SignOffPhase

from .arguments import Parser
from .verb import DONE, Verb, write


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("pdf", type=Path, metavar="PDF", help=_("sjekklisten som PDF"))
    parser.add_argument(
        "--certificate", type=Path, metavar=_("FIL"), required=True, help=_("sertifikatet (.p12, .pfx)")
    )
    parser.add_argument("--to", type=Path, metavar=_("FIL"), required=True, help=_("den signerte PDF-en"))
    parser.add_argument(
        "--phase",
        choices=[phase.value for phase in SignOffPhase],
        default=SignOffPhase.CONNECT.value,
        help=_("feltet det signeres i: connect (vanlig) eller final"),
    )
    parser.add_argument("--place", default="", metavar=_("STED"), help=_("hvor det signeres"))


def run(options: Namespace) -> int:
    """Sign, and print where the signed file is; the password is asked for, or read from standard input."""
    from digisos_wizard.errors import FileExistsAlreadyError, NotWholeError
    from digisos_wizard.export.certificate import NoSigningError, available, sign
    from digisos_wizard.intake.opened_pdf import read_bytes
    from digisos_wizard.intake.sealed_pdf import verify

    if not available():
        raise NoSigningError
    if options.to.exists():
        raise FileExistsAlreadyError(options.to)
    pdf, certificate = read_bytes(options.pdf), read_bytes(options.certificate)
    verdict = verify(pdf, load())
    if verdict.answer is not Answer.VALID:
        raise NotWholeError(verdict.headline)
    write(options.to, sign(pdf, certificate, _password(), SignOffPhase(options.phase), options.place))
    print(options.to)
    return DONE


def _password() -> str:
    if sys.stdin is not None and not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return getpass(_("Passord til sertifikatet: "))


VERB = Verb("sign", lambda: _("Signer en sjekkliste som PDF med et sertifikat."), add, run)
