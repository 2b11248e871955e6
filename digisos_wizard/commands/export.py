"""`export`: all that the plan can be printed and shared as, without a window."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from digisos_wizard.content import load
from digisos_wizard.export import EXPORTS
from digisos_wizard.export.kinds import Group, group_title
from digisos_wizard.i18n import _
from digisos_wizard.storage import planfile

from .arguments import Parser, remark
from .verb import DONE, Verb, made_folder, today, write_exports


def add(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("plan", type=Path, metavar=_("PLAN"), help=_("planfilen"))
    parser.add_argument("--to", type=Path, metavar=_("MAPPE"), required=True, help=_("mappen det skrives til"))
    parser.add_argument(
        "--only",
        type=_known,
        metavar=_("DOKUMENT"),
        action="append",
        help=_("bare dette dokumentet, se listen; kan gis flere ganger"),
    )


def _known(key: str) -> str:
    """Return the key of a document; raises ArgumentTypeError."""
    if key not in {kind.key for kind in EXPORTS}:
        raise ArgumentTypeError(_("«{key}» er ikke et av dokumentene").format(key=key))
    return key


def _documents() -> str:
    """Return every document's key and title, under the heading of its group."""
    lines = [_("Dokumenter:")]
    for group in Group:
        lines.append(f"  {group_title(group)}")
        lines += [f"    {kind.key:<24}{kind.title} ({kind.suffix})" for kind in EXPORTS if kind.group is group]
    return "\n".join(lines)


def run(options: Namespace) -> int:
    """Write the documents and print where each one is."""
    document = planfile.read(options.plan).document
    folder = made_folder(options.to)
    only = options.only or ()
    for path in write_exports(document, load(), today(options), folder, only):
        print(path)
    if any(kind.keeper for kind in EXPORTS if not only or kind.key in only):
        remark(_("Planfilen er ikke endret. Skal planen huske hva kalenderen har meldt, må den lagres fra vinduet."))
    return DONE


VERB = Verb(
    "export",
    lambda: _("Skriv alle dokumentene til en mappe."),
    add,
    run,
    _documents,
)
