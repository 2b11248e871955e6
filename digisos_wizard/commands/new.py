"""`new`: a plan file to begin with, empty or from an example."""

from argparse import Namespace
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.errors import FileExistsAlreadyError
from digisos_wizard.i18n import _
from digisos_wizard.model.begin import copy_of, empty_document
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.storage import planfile

from .arguments import Parser
from .verb import DONE, Verb, example, example_names, new_id, today, write


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar=_("PLAN"), help=_("planfilen som skal lages"))
    names = ", ".join(example_names())
    parser.add_argument("--example", metavar=_("NAVN"), help=_("begynn med et eksempel: {names}").format(names=names))


def run(options: Namespace) -> int:
    """Write the plan, in a file with the ending of plans; one that is there already stays as it is."""
    path: Path = options.plan
    if path.suffix != planfile.SUFFIX:
        path = path.with_name(f"{path.name}{planfile.SUFFIX}")
    if options.example is not None:
        document = copy_of(example(options.example), new_id())
    else:
        document = empty_document(load(), new_id(), path.stem, PlanKind.INTRODUCTION, today(options))
    if path.exists():
        raise FileExistsAlreadyError(path)
    write(path, planfile.encode(document))
    print(path)
    return DONE


VERB = Verb("new", lambda: _("Lag en ny plan, tom eller fra et eksempel."), add, run)
