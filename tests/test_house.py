"""The arrows of the house hold, and the contracts that say so would see it if they did not."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "digisos_wizard"
LINT = "from importlinter.cli import lint_imports_command as run; run()"
BESIDE_UI = sorted(child.stem for child in PACKAGE.iterdir() if child.stem not in {"ui", "__init__", "__pycache__"})
"""Every package and module directly below ours, but for ui."""


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in a folder that holds it beside its pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def plant(module: Path, *imports: str) -> None:
    """Add imports to the end of a module or of a package's `__init__`; make the module if there is none."""
    target = module / "__init__.py" if module.is_dir() else module.with_suffix(".py")
    before = target.read_text("utf-8") if target.exists() else ""
    target.write_text("\n".join((before, *imports, "")), "utf-8")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the package with one violation of every kind planted in it."""
    folder = tmp_path_factory.mktemp("planted")
    package = folder / PACKAGE.name
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    plant(package / "model" / "planted_up", "import digisos_wizard.session")
    plant(package / "model" / "rules" / "costs" / "planted_ahead", "import digisos_wizard.model.reckoned")
    plant(package / "model" / "planted_roomless")
    plant(package / "export" / "paper" / "structure", "import digisos_wizard.export.paper.canvas")
    plant(package / "export" / "planted_beside", "import digisos_wizard.storage")
    plant(package / "planted_homeless")
    for name in BESIDE_UI:
        plant(package / name, "import PySide6.QtCore")
    for name in ("model", "session"):
        plant(package / name, "import openpyxl", "import xlsxwriter", "import reportlab.pdfgen", "import pikepdf")
    plant(package / "ui" / "steps" / "costs" / "planted_one", "import digisos_wizard.ui.steps.roles.persons")
    done = lint_imports(folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_the_real_package_keeps_every_contract() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 kept, 0 broken" in done.stdout


def test_an_import_upwards_is_reported(report: str) -> None:
    assert "digisos_wizard.model.planted_up -> digisos_wizard.session " in report


def test_a_rule_that_knows_what_is_reckoned_from_it_is_reported(report: str) -> None:
    assert "digisos_wizard.model.rules.costs.planted_ahead -> digisos_wizard.model.reckoned " in report


def test_a_module_of_the_model_without_a_place_is_reported(report: str) -> None:
    assert "- digisos_wizard.model.planted_roomless" in report


def test_a_circle_is_reported(report: str) -> None:
    assert "No cycles are allowed in digisos_wizard.export.paper." in report


def test_an_import_between_neighbours_is_reported(report: str) -> None:
    assert "digisos_wizard.export.planted_beside -> digisos_wizard.storage " in report


def test_a_module_without_a_place_is_reported(report: str) -> None:
    assert "not listed as layers" in report
    assert "- digisos_wizard.planted_homeless" in report


@pytest.mark.parametrize("name", BESIDE_UI)
def test_qt_outside_ui_is_reported(report: str, name: str) -> None:
    assert f"digisos_wizard.{name} is not allowed to import PySide6" in report


@pytest.mark.parametrize("name", ["model", "session"])
@pytest.mark.parametrize("library", ["openpyxl", "xlsxwriter", "reportlab", "pikepdf"])
def test_a_document_format_in_the_core_is_reported(report: str, name: str, library: str) -> None:
    assert f"digisos_wizard.{name} is not allowed to import {library}" in report


def test_a_part_that_knows_another_steps_is_reported(report: str) -> None:
    assert "digisos_wizard.ui.steps.costs.planted_one -> digisos_wizard.ui.steps.roles.persons " in report


# What no import tells: rules on the text of the code, each a function over a syntax tree that yields line numbers.


def unvalidated_copies(tree: ast.AST) -> Iterable[int]:
    """Calls of `model_copy`: with `update` it changes a record without validating it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "model_copy":
            yield node.lineno


def clocks(tree: ast.AST) -> Iterable[int]:
    """Calls that ask what time it is (`date.today`, `datetime.datetime.now`, `time.time` …)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "time", "monotonic"}:
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if name in {"date", "datetime", "time"}:
                yield node.lineno


def early_translations(tree: ast.AST) -> Iterable[int]:
    """Texts translated at import, before the language is known."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
            yield node.lineno
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            pending += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            pending += ast.iter_child_nodes(node)


RULES = {
    "model_copy": (unvalidated_copies, "", "plan.model_copy(update={})"),
    "clock": (clocks, "model", "today = datetime.date.today()"),
    "translation at import": (early_translations, "", "def f(x=_('nå')):\n    return _('senere')"),
}
"""Name -> (rule, package that it holds for, code that breaks it once)."""


@pytest.mark.parametrize("name", RULES)
def test_the_code_keeps_the_rule(name: str) -> None:
    rule, part, _broken = RULES[name]
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((PACKAGE / part).rglob("*.py"))
        for line in rule(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize("name", RULES)
def test_the_rule_sees_a_breach(name: str) -> None:
    rule, _part, broken = RULES[name]
    assert list(rule(ast.parse(broken))) == [1]


@pytest.mark.parametrize("paper", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_every_module_that_a_paper_names_is_there(paper: str) -> None:
    modules = [path.relative_to(ROOT).as_posix() for path in modules_of_the_project()]
    named = set(re.findall(r"`([A-Za-z_/]+\.py)\b", (ROOT / paper).read_text("utf-8")))
    assert not [name for name in sorted(named) if not any(f"/{module}".endswith(f"/{name}") for module in modules)]


def modules_of_the_project() -> list[Path]:
    """Return every module that is ours."""
    folders = ("digisos_wizard", "tests", "bench", "packaging")
    return [*ROOT.glob("*.py"), *(path for folder in folders for path in (ROOT / folder).rglob("*.py"))]
