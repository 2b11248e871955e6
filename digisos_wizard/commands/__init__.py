"""The same functions without a window: one file per verb or family, and the way to them."""

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from digisos_wizard.content.locate import resources
from digisos_wizard.i18n import Language, _, language
from digisos_wizard.storage import settings
from digisos_wizard.storage.paths import machine_settings, user_folders

from .arguments import Parser, asked_language
from .verb import Verb

VERBS = {
    "export": ("export", "VERB"),
    "check": ("check", "VERB"),
    "figures": ("figures", "VERB"),
    "new": ("new", "VERB"),
    "intake": ("intake", "VERB"),
    "verify": ("verify", "VERB"),
    "sign": ("sign", "VERB"),
    "schema": ("schema", "VERB"),
    "pictures": ("pictures", "PICTURES"),
    "demo": ("pictures", "DEMONSTRATION"),
    "selftest": ("selftest", "VERB"),
}
"""Verb -> module and name; a module is loaded when its verb is asked for, so that the window starts fast."""


_WORD = re.compile(r"[^\W\d_]+")


def verb(name: str) -> Verb:
    """Return a verb; the empty name is the window."""
    module, attribute = VERBS.get(name, ("window", "VERB"))
    return cast("Verb", getattr(import_module(f"{__name__}.{module}"), attribute))


def chosen_language(argv: Sequence[str]) -> Language:
    """Return the language that the arguments ask for, else the one in the settings."""
    key = asked_language(argv) or settings.load(user_folders().settings, machine_settings()).language
    return language(key, resources() / "catalogues")


def run(argv: Sequence[str]) -> int:
    """Do what the command line asks for and return the exit code; raises UserError and SystemExit."""
    name = argv[0] if argv and argv[0] in VERBS else ""
    found = verb(name)
    wanted = argv[1:] if name else argv
    epilog = found.epilog() if name else _verbs() if "-h" in wanted or "--help" in wanted else ""
    parser = Parser(name, found.summary(), epilog)
    found.add(parser)
    if not name and argv and _WORD.fullmatch(argv[0]) and not Path(argv[0]).exists():
        parser.error(_("«{word}» er verken en kommando eller en planfil").format(word=argv[0]))
    return found.run(parser.parse_args(wanted))


def _verbs() -> str:
    """Return the list of verbs for the program's help."""
    lines = [f"  {name:<10}{verb(name).summary()}" for name in VERBS]
    return "\n".join((_("Uten vindu:"), *lines))
