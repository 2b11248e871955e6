"""`intake`: filled-in forms and follow-up sheets into a plan, all or none, without a window."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.i18n import _, ngettext
from digisos_wizard.intake import measurements, staff_forms
from digisos_wizard.intake.files import read_bytes
from digisos_wizard.intake.keys import is_follow_up
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile

from .arguments import Parser
from .verb import DONE, Verb, new_id, today, write


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar=_("PLAN"), help=_("planfilen"))
    parser.add_argument(
        "files", type=Path, nargs="+", metavar=_("FIL"), help=_("utfylte skjemaer og gevinstplaner (.xlsx)")
    )


def run(options: Namespace) -> int:
    """Read all files, take what they hold into the plan, and print what was found."""
    content, day = load(), today(options)
    session = Session(content, None, lambda: datetime.now().astimezone(), new_id)
    session.start(planfile.read(options.plan).document, None)
    files = [(path.name, read_bytes(path)) for path in options.files]
    plans = [file for file in files if is_follow_up(*file)]
    forms = [file for file in files if file not in plans]
    answers = staff_forms.gather(forms, session.plan, content, new_id, day)
    returned = [measurements.read(name, data, session.plan, content, day) for name, data in plans]
    session.edit(*staff_forms.edits(answers, session.plan))
    for one in returned:
        session.edit(*measurements.edits(one, session.plan, new_id))
    write(options.plan, planfile.encode(session.document))
    lines = [*answers.notes, *(note for one in returned for note in one.notes)]
    lines += [_("{name} er hentet før.").format(name=name) for name in answers.repeated]
    print("\n".join((*lines, *_told(len(answers.responses), sum(len(one.measured) for one in returned)))))
    return DONE


def _told(forms: int, measured: int) -> list[str]:
    """Return how much was taken in."""
    lines = []
    if forms:
        lines.append(ngettext("{count} skjema er hentet.", "{count} skjemaer er hentet.", forms).format(count=forms))
    if measured:
        lines.append(ngettext("{count} måling er lest.", "{count} målinger er lest.", measured).format(count=measured))
    return lines or [_("Det var ikke noe nytt i filene.")]


VERB = Verb("intake", lambda: _("Hent utfylte skjemaer og målinger inn i en plan."), add, run)
