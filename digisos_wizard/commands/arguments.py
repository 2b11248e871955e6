"""The command line's own words: argparse, but in Norwegian and with errors of one line."""

import argparse
import ctypes
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NoReturn

from digisos_wizard import parse
from digisos_wizard.errors import ParseError
from digisos_wizard.i18n import LANGUAGES, _

PROGRAM = "digisos-wizard"
USAGE_ERROR = 2
SMALLEST, LARGEST = 320, 10_000
"""Pixels of a picture's side."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or _("Bruk: "))


class Parser(argparse.ArgumentParser):
    """A parser that speaks Norwegian and never prints more than one line of error."""

    def __init__(self, verb: str = "", summary: str = "", epilog: str = "") -> None:
        super().__init__(
            prog=f"{PROGRAM} {verb}".rstrip(),
            description=summary,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self._positionals.title = _("Dette oppgir du")
        self._optionals.title = _("Valg")
        self.add_argument("-h", "--help", action="help", help=_("vis denne hjelpen"))
        add_language(self)
        self.add_argument("--today", type=day, metavar=_("ÅÅÅÅ-MM-DD"), help=_("regn som om dette var dagen i dag"))

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and stop."""
        words = _("Kommandoen er ikke riktig: {what}. Se «{program} --help».")
        complain(words.format(what=in_norwegian(message), program=self.prog))
        raise SystemExit(USAGE_ERROR)


def add_language(parser: argparse.ArgumentParser) -> None:
    """Declare the language, which is asked for before anything is said."""
    keys = [language.key for language in LANGUAGES]
    parser.add_argument(
        "--language", choices=keys, metavar=_("SPRÅK"), help=_("språket, for eksempel nb; vanlig er det du har valgt")
    )


def asked_language(argv: Sequence[str]) -> str:
    """Return the key of the language that the arguments ask for; empty where they ask for none that there is."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    add_language(parser)
    try:
        asked: str | None = parser.parse_known_args(argv)[0].language
    except argparse.ArgumentError:
        return ""
    return asked or ""


def complain(text: str) -> None:
    """Say what went wrong on stderr, on one line; the Windows program without a console has none, and shows a box."""
    line = " ".join(text.split())
    if sys.stderr is not None:
        print(line, file=sys.stderr, flush=True)
    elif sys.platform == "win32":
        show_box(line)


def remark(text: str) -> None:
    """Say something that is no fault beside what is printed; the Windows program without a console says nothing."""
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)


def show_box(line: str) -> None:
    """Show a sentence in Windows' own box: Qt may be what is missing."""
    if sys.platform == "win32":
        stop_sign = 0x10
        ctypes.windll.user32.MessageBoxW(None, line, _("Digisos-veiviser"), stop_sign)


def in_norwegian(message: str) -> str:
    """Return argparse's complaint in Norwegian."""
    known = (
        (r"the following arguments are required: (?P<what>.*)", _("{what} mangler")),
        (r"unrecognized arguments: (?P<what>.*)", _("{what} er ukjent")),
        (
            r"argument (?P<what>\S+): invalid choice: '(?P<value>[^']*)' \(choose from (?P<choices>.*)\)",
            _("{what} kan ikke være «{value}», men {choices}"),
        ),
        (r"argument (?P<what>\S+): expected one argument", _("{what} mangler en verdi")),
        (r"argument (?P<what>\S+): not allowed with argument (?P<value>\S+)", _("{what} og {value} går ikke sammen")),
        (r"argument (?P<what>\S+): (?P<value>.*)", _("{what}: {value}")),
    )
    for pattern, words in known:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            parts = found.groupdict()
            if "choices" in parts:
                parts["choices"] = _(" eller ").join(re.sub(r"'", "", parts["choices"]).split(", "))
            return words.format(**parts)
    return message


def day(text: str) -> date:
    """Read a day as any field of the program does."""
    try:
        return parse.day(text)
    except ParseError as error:
        raise argparse.ArgumentTypeError(f"{error.message} {error.next_step}".strip().rstrip(".")) from error


def size(text: str) -> tuple[int, int]:
    """Read a size in logical pixels, such as 1366x768."""
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", text.strip())
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(SMALLEST <= side <= LARGEST for side in sides):
        raise argparse.ArgumentTypeError(
            _("skriv for eksempel 1366x768, med sider fra {least} til {most}").format(least=SMALLEST, most=LARGEST)
        )
    return sides
