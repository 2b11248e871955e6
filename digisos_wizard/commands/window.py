"""No verb: the window, with a plan if one was named."""

from argparse import Namespace
from pathlib import Path

from digisos_wizard import __version__
from digisos_wizard.i18n import _

from .arguments import PROGRAM, Parser
from .verb import Verb


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, nargs="?", metavar=_("PLAN"), help=_("planfilen som skal åpnes"))
    words = f"{PROGRAM} {__version__}"
    parser.add_argument("--version", action="version", version=words, help=_("vis versjonen"))


def run(options: Namespace) -> int:
    """Open the window and return when it is closed."""
    from digisos_wizard.ui.app import run_window

    return run_window(options.plan, options.today)


VERB = Verb("", lambda: _("Åpne vinduet, med en plan hvis du nevner den."), add, run)
