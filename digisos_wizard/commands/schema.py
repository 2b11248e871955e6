"""`schema`: the JSON Schema of the plan file, for other programs."""

import json
from argparse import Namespace

from digisos_wizard.i18n import _
from digisos_wizard.storage.planfile import json_schema

from .arguments import Parser
from .verb import DONE, Verb


def add(parser: Parser) -> None:
    """Declare no arguments."""
    del parser


def run(options: Namespace) -> int:
    """Print the schema."""
    del options
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return DONE


VERB = Verb("schema", lambda: _("Skriv ut JSON Schema for planfilen."), add, run)
