"""What the command line says in Norwegian: help, and errors of one line."""

import subprocess
import sys
from datetime import date

import pytest

from digisos_wizard import __main__, __version__, commands
from digisos_wizard.commands import arguments
from digisos_wizard.commands.arguments import Parser, day, in_norwegian, size


def refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command line that is wrong and return the one line it gives on stderr."""
    with pytest.raises(SystemExit) as stopped:
        commands.run(argv)
    assert stopped.value.code == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err.count("\n") == 1
    return heard.err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["export"], "PLAN, --to mangler"),
        (["export", "plan.digisos"], "--to mangler"),
        (["export", "plan.digisos", "--to"], "--to mangler en verdi"),
        (["export", "plan.digisos", "--to", "her", "--only", "bok"], "--only: «bok» er ikke et av dokumentene"),
        (["check", "plan.digisos", "--phase", "snart"], "--phase kan ikke være «snart», men connect eller final"),
        (["check", "plan.digisos", "--today", "i går"], "--today: «i går» er ikke en dato"),
        (["schema", "for", "mye"], "for mye er ukjent"),
        (["pictures", "--to", "her", "--size", "stor"], "--size: skriv for eksempel 1366x768"),
        (["pictures", "--to", "her", "--size", "10x10"], "--size: skriv for eksempel 1366x768"),
        (["pictures", "--to", "her", "--empty", "--example", "hamar"], "går ikke sammen"),
        (["en.digisos", "to.digisos"], "to.digisos er ukjent"),
        (["--fiks"], "--fiks er ukjent"),
        (["sjekk", "plan.digisos"], "«sjekk» er verken en kommando eller en planfil"),
    ],
)
def test_a_wrong_command_is_told_on_one_line(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = refused(argv, capsys)
    assert words in line
    assert "--help" in line


def test_a_complaint_that_nobody_has_translated_is_still_told() -> None:
    assert in_norwegian("something new") == "something new"


@pytest.mark.parametrize("name", commands.VERBS)
def test_every_verb_explains_itself_in_norwegian(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        commands.run([name, "--help"])
    assert stopped.value.code == 0
    words = capsys.readouterr().out
    assert words.startswith(f"Bruk: digisos-wizard {name}")
    assert "--today" in words
    for english in ("usage", "options:", "positional", "show this help"):
        assert english not in words


def test_the_programs_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.run(["--help"])
    words = capsys.readouterr().out
    assert "PLAN" in words
    for name in commands.VERBS:
        assert f"\n  {name}" in words


def test_every_verb_is_the_one_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert [commands.verb(name).name for name in commands.VERBS] == list(commands.VERBS)


def test_days_and_sizes_are_read() -> None:
    assert day("2026-11-23") == day("23.11.2026") == date(2026, 11, 23)
    assert size("1024x640") == (1024, 640)


def test_no_verb_is_the_window() -> None:
    parser = Parser()
    commands.verb("").add(parser)
    options = parser.parse_args(["plan.digisos", "--today", "2026-11-23"])
    assert (str(options.plan), options.today) == ("plan.digisos", date(2026, 11, 23))
    assert parser.parse_args([]).plan is None


def test_the_version_is_told_without_loading_qt() -> None:
    program = (
        "import sys; from digisos_wizard.__main__ import main\n"
        "try: main(['--version'])\n"
        "finally: print('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.split("\n")[:2] == [f"digisos-wizard {__version__}", "False"]


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The boxes that Windows would show; nobody is here to close real ones."""
    shown: list[str] = []
    monkeypatch.setattr(arguments, "show_box", shown.append)
    return shown


def without_streams(argv: list[str], monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """Run the program as Windows starts one without a console, and return its exit code."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        patch.setattr(sys, "stderr", None)
        try:
            return __main__.main(argv)
        except SystemExit as stopped:
            return stopped.code
        finally:
            if sys.stdout is not None:
                sys.stdout.close()


def test_a_program_without_streams_does_not_fall(boxes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert without_streams(["check", "finnes-ikke.digisos"], monkeypatch) == 2
    assert without_streams(["--version"], monkeypatch) == 0


@pytest.mark.windows
def test_the_windows_program_without_a_console_says_in_a_box_why_it_does_not_start(
    boxes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert without_streams(["check", "finnes-ikke.digisos"], monkeypatch) == 2
    (words,) = boxes
    assert words.startswith("Filen finnes-ikke.digisos kan ikke leses.")
