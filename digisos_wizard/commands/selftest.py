"""`selftest`: whether everything the program needs is on this machine."""

import importlib
import os
import pkgutil
import tempfile
from argparse import Namespace
from datetime import date
from pathlib import Path

import digisos_wizard
from digisos_wizard.content import load
from digisos_wizard.errors import IncompleteProgramError
from digisos_wizard.i18n import _
from digisos_wizard.model.content import Content
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from digisos_wizard.model.signing.sealing import Answer
from digisos_wizard.storage import planfile

from .arguments import Parser
from .pictures import SIZE, render
from .verb import DONE, Verb, example, example_names, today, write_exports


def add(parser: Parser) -> None:
    """Declare no arguments."""
    del parser


def run(options: Namespace) -> int:
    """Load all resources, draw the window offscreen, write every document of every example to a temporary folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if lacking := missing_parts():
        raise IncompleteProgramError(lacking)
    print(_("Alle deler av programmet er på plass."))
    content, day = load(), today(options)
    print(_("Innholdet er lest."))
    with tempfile.TemporaryDirectory(prefix="digisos-") as name:
        folder = Path(name)
        for plan in example_names():
            document = example(plan)
            planfile.decode(planfile.encode(document))
            files = write_exports(document, content, day, folder)
            print(_("{plan}: {count} dokumenter er skrevet.").format(plan=plan, count=len(files)))
        check_again(example(example_names()[0]), content, day)
        print(_("Sjekklisten er kontrollert."))
        pages = render(example(example_names()[0]), content, day, folder, SIZE)
        print(_("Vinduet er tegnet: {count} sider.").format(count=len(pages)))
    print(_("Alt virker."))
    return DONE


def check_again(document: Document, content: Content, day: date) -> None:
    """Check a checklist that was just printed; raises IncompleteProgramError where it isn't known again."""
    from digisos_wizard.export import export
    from digisos_wizard.intake.sealed_pdf import verify

    figures = Figures(document, content, day)
    printed = export("checklist").build(figures)
    if verify(printed, content, figures).answer is not Answer.VALID:
        raise IncompleteProgramError(["verify"])


def missing_parts() -> list[str]:
    """Return what the program would miss when it came to it: modules of its own that can't be loaded, parts of Qt."""
    lacking = []
    for module in pkgutil.walk_packages(digisos_wizard.__path__, "digisos_wizard."):
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            lacking.append(f"{module.name} ({error.name or error})")
    from digisos_wizard.ui.app import application
    from digisos_wizard.ui.supplies import missing

    application()
    return [*lacking, *missing()]


VERB = Verb("selftest", lambda: _("Prøv at alt virker på denne maskinen."), add, run)
