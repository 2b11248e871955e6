"""Languages are values: what a translator gets is all that is said, and what is spoken holds within its borders."""

import ast
import re
import threading
from collections.abc import Iterator
from contextvars import copy_context
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from digisos_wizard.i18n import BOKMAAL, N_, _, current, language, ngettext, spoken, translated
from digisos_wizard.model import formatting
from tests import pseudo

SAY = {"_": 1, "N_": 1, "ngettext": 2}
"""What marks texts, and how many of its arguments are texts."""
ASK = {"_", "ngettext", "translated"}
NORWEGIAN = re.compile(r"(?i)[æøå]|\b(og|ikke|som|til|av|det|kan|skal|fra|du|dere|eller|mangler)\b")
UNSAID = {
    "export/workbook/names.py": "names of assumptions and tables, which formulas know",
    "model/kinds/typed.py": "a text as an office may write it",
    "model/rules/connection/workdays.py": "a day's name in the table by which Easter is found",
    "model/search/words.py": "letters that keyboards lack",
    "model/terms.py": "a letter that stands in plan files",
    "parse.py": "letters of months",
}
"""Files with Norwegian that nobody reads, and what it is."""


@cache
def trees() -> dict[str, ast.Module]:
    """Return every module of the program by its path in the package."""
    paths = sorted(pseudo.PACKAGE.rglob("*.py"))
    return {path.relative_to(pseudo.PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in paths}


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """Yield the calls of functions with these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def texts(call: ast.Call) -> tuple[str, ...]:
    """Return the texts that a call marks; fails where they aren't written out in one piece."""
    assert isinstance(call.func, ast.Name)
    found = [
        one.value
        for one in call.args[: SAY[call.func.id]]
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    assert len(found) == SAY[call.func.id], ast.unparse(call)
    return tuple(found)


def test_every_text_is_found_by_a_translators_tools() -> None:
    """An f-string hides what is called within it from the extractor, and a variable has nothing to extract."""
    said = {(name, texts(call)) for name, tree in trees().items() for call in calls(tree, set(SAY))}
    found = {(file, (message,) if isinstance(message, str) else message) for file, _line, message in pseudo.extracted()}
    assert said - found == set()
    assert len(said) > 2_000


def test_nothing_is_said_before_a_language_is_chosen() -> None:
    """What is said when a module is loaded keeps the language of that moment."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    for name, tree in trees().items():
        late = {id(call) for node in ast.walk(tree) if isinstance(node, functions) for call in calls(node, ASK)}
        early = [ast.unparse(call) for call in calls(tree, ASK) if id(call) not in late]
        assert not early, name


def test_no_text_is_said_without_a_mark() -> None:
    unmarked = {name for name, tree in trees().items() if any(NORWEGIAN.search(text) for text in _unmarked(tree))}
    assert unmarked == set(UNSAID)


def _unmarked(tree: ast.Module) -> Iterator[str]:
    """Yield the literals that are neither marked nor say what a part of the program is for."""
    marked = {id(one) for call in calls(tree, set(SAY)) for one in call.args}
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in marked | remarks:
            yield node.value


def test_a_language_is_spoken_within_its_borders_alone() -> None:
    with spoken(pseudo.language()):
        assert current().key == pseudo.KEY
        assert _("Kommentar") == pseudo.pseudo("Kommentar")
        assert translated(N_("mandag")) == pseudo.pseudo("mandag")
        with spoken(BOKMAAL):
            assert _("Kommentar") == "Kommentar"
    assert current() is BOKMAAL
    assert _("Kommentar") == "Kommentar"


def test_a_thread_speaks_what_its_maker_spoke() -> None:
    heard: list[str] = []
    with spoken(pseudo.language()):
        context = copy_context()
    thread = threading.Thread(target=context.run, args=(lambda: heard.append(_("Kommentar")),))
    thread.start()
    thread.join()
    assert heard == [pseudo.pseudo("Kommentar")]


@pytest.mark.parametrize(("count", "fitting"), [(1, "{count} endring"), (2, "{count} endringer")])
def test_a_text_has_the_form_that_fits_the_count(count: int, fitting: str) -> None:
    assert ngettext("{count} endring", "{count} endringer", count) == fitting
    with spoken(pseudo.language()):
        assert ngettext("{count} endring", "{count} endringer", count) == pseudo.pseudo(fitting)


def test_numbers_and_days_have_the_signs_of_the_language() -> None:
    with spoken(pseudo.language()):
        assert formatting.number(12_345) == "12_345"
        assert formatting.number(Decimal("2.5")) == "2·5"


def test_a_language_that_is_not_spoken_is_bokmaal(tmp_path: Path) -> None:
    assert language("xx", tmp_path) == language("nb", tmp_path) == BOKMAAL
