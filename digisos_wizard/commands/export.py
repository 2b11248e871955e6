"""`export`: all that the plan can be printed and shared as, without a window."""

from argparse import Namespace
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.export import EXPORTS
from digisos_wizard.i18n import _
from digisos_wizard.storage import planfile

from .arguments import Parser
from .verb import DONE, Verb, made_folder, today, write_exports


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar="PLAN", help=_("planfilen"))
    parser.add_argument("--to", type=Path, metavar=_("MAPPE"), required=True, help=_("mappen det skrives til"))
    parser.add_argument("--only", choices=[kind.key for kind in EXPORTS], help=_("bare dette dokumentet"))


def run(options: Namespace) -> int:
    """Write the documents and print where each one is."""
    document = planfile.read(options.plan).document
    folder = made_folder(options.to)
    for path in write_exports(document, load(), today(options), folder, options.only or ""):
        print(path)
    return DONE


VERB = Verb(
    "export",
    lambda: _("Skriv alle dokumentene til en mappe."),
    add,
    run,
)
