"""`pictures` and `demo`: what the program looks like and makes, for a machine without a screen."""

import os
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.i18n import _
from digisos_wizard.model.begin import empty_document
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import PlanKind
from digisos_wizard.storage import planfile

from .arguments import Parser, size
from .verb import DONE, Verb, example, example_names, made_folder, today, write, write_exports

SIZE = (1366, 768)
"""The smallest ordinary laptop, in logical pixels."""
DEMO = "hamar"


def render(document: Document, content: Content, day: date, folder: Path, sides: tuple[int, int]) -> list[Path]:
    """Write a picture of every page to the folder; without a screen Qt draws offscreen."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from digisos_wizard.ui.pictures import render_pages

    return render_pages(document, content, day, made_folder(folder), sides)


def add_pictures(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--to", type=Path, metavar=_("MAPPE"), required=True, help=_("mappen det skrives til"))
    parser.add_argument("--size", type=size, default=SIZE, metavar=_("BREDDExHØYDE"), help=_("vanlig er 1366x768"))
    which = parser.add_mutually_exclusive_group()
    names = ", ".join(example_names())
    which.add_argument("--example", metavar=_("NAVN"), help=_("et eksempel: {names}").format(names=names))
    which.add_argument("--plan", type=Path, metavar=_("PLAN"), help=_("en planfil"))
    which.add_argument("--empty", action="store_true", help=_("en tom plan"))


def run_pictures(options: Namespace) -> int:
    """Write the pictures and print where each one is."""
    content, day = load(), today(options)
    if options.empty:
        document = empty_document(content, "", _("Tom plan"), PlanKind.INTRODUCTION, day)
    elif options.plan is not None:
        document = planfile.read(options.plan).document
    else:
        document = example(options.example or DEMO)
    for path in render(document, content, day, options.to, options.size):
        print(path)
    return DONE


def add_demo(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--to", type=Path, metavar=_("MAPPE"), required=True, help=_("mappen det skrives til"))


def run_demo(options: Namespace) -> int:
    """Write the example plan, its documents and a picture of every page, and print the folder."""
    content, day = load(), today(options)
    document = example(DEMO)
    folder = made_folder(options.to)
    write(folder / f"{DEMO}{planfile.SUFFIX}", planfile.encode(document))
    write_exports(document, content, day, folder)
    render(document, content, day, folder / _("bilder"), SIZE)
    print(folder.absolute())
    return DONE


PICTURES = Verb("pictures", lambda: _("Lag et bilde av hver side."), add_pictures, run_pictures)
DEMONSTRATION = Verb("demo", lambda: _("Skriv eksempelplanen, dokumentene og bilder av sidene."), add_demo, run_demo)
