"""The shape of the plan is the released one, and every file that follows from it is as the command writes it."""

import copy
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from digisos_wizard.model.address import leaves
from digisos_wizard.model.plan import SCHEMA_VERSION, Document, Plan
from digisos_wizard.storage import planfile
from tests.plan_shape import COMMAND, changes, digests, files, filled, plan_file, shape

ROOT = Path(__file__).parents[1]


def empty(document: Document) -> list[tuple[str, ...]]:
    """Return where nothing stands."""
    return [address for address, value in leaves(document) if value in (None, "", ())]


def test_the_shape_of_the_plan_is_the_one_that_was_released() -> None:
    told = changes()
    assert not told, f"raise SCHEMA_VERSION, add an upgrade in storage/upgrade.py, and run {COMMAND}:\n{told}"
    assert set(digests()) == {str(version) for version in range(1, SCHEMA_VERSION + 1)}


def test_the_files_that_follow_from_it_are_as_the_command_writes_them() -> None:
    stale = [path.name for path, data in files().items() if not path.exists() or path.read_bytes() != data]
    assert not stale, f"run {COMMAND}"


def test_the_plan_of_this_version_has_something_everywhere() -> None:
    assert not empty(planfile.read(plan_file(SCHEMA_VERSION)).document)


def test_whatever_is_empty_can_be_filled() -> None:
    document = filled(Document(plan=Plan()))
    assert not empty(document)
    assert planfile.decode(planfile.encode(document)) == document
    assert filled(document) == document


@pytest.mark.parametrize(
    ("keys", "value", "line"),
    [
        (("Choice", "properties", "count", "default"), 1, "Choice.count: integer = 1"),
        (("Choice", "properties", "count", "type"), "number", "Choice.count: number = 0"),
        (("Choice", "properties", "count", "maximum"), 9, 'Choice.count: integer {"maximum": 9} = 0'),
        (("Choice", "properties", "new"), {"type": "string"}, "Choice.new: string"),
        (("Choice", "additionalProperties"), True, 'Choice: {"additionalProperties": true}'),
        (("Choice", "required"), ["id", "count"], "Choice.count: integer ! = 0"),
        (("SignOffPhase", "enum"), ["connect"], 'SignOffPhase: {"enum": ["connect"]}'),
    ],
)
def test_a_change_is_told_by_its_line(keys: tuple[str, ...], value: object, line: str) -> None:
    schema = copy.deepcopy(Document.model_json_schema())
    here: dict[str, Any] = schema["$defs"]
    for key in keys[:-1]:
        here = here[key]
    here[keys[-1]] = value
    assert set(shape(schema).splitlines()) - set(shape().splitlines()) == {line}


def test_words_that_explain_are_no_change() -> None:
    schema = copy.deepcopy(Document.model_json_schema())
    schema["$defs"]["Choice"]["description"] = "Something else."
    assert shape(schema) == shape()


def run_in(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a copy of the program."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.plan_shape"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def replace(path: Path, old: str, new: str) -> None:
    """Change what stands once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.slow
def test_a_field_more_is_refused_until_it_has_a_version_and_the_command_does_the_rest(tmp_path: Path) -> None:
    for name in ("digisos_wizard", "resources"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests/data", tmp_path / "tests/data")
    shutil.copy(ROOT / "tests/plan_shape.py", tmp_path / "tests")
    package, new = tmp_path / "digisos_wizard", SCHEMA_VERSION + 1
    replace(
        package / "model/plan.py",
        "    created_on: date | None = None\n",
        "    created_on: date | None = None\n    motto: str = ''\n",
    )
    refused = run_in(tmp_path)
    assert refused.returncode == 1
    assert "raise SCHEMA_VERSION" in refused.stderr
    replace(package / "model/plan.py", f"SCHEMA_VERSION = {SCHEMA_VERSION}", f"SCHEMA_VERSION = {new}")
    replace(
        package / "storage/upgrade.py",
        "UPGRADES: Mapping",
        f"STEP = {{{SCHEMA_VERSION}: lambda data: data}}\nUPGRADES: Mapping",
    )
    replace(package / "storage/upgrade.py", "= {1: ", "= {**STEP, 1: ")
    done = run_in(tmp_path)
    assert done.returncode == 0, done.stderr
    written = [Path(line).relative_to(tmp_path).as_posix() for line in done.stdout.splitlines()]
    assert written == [
        "tests/data/schema.txt",
        "tests/data/schema-digests.json",
        f"tests/data/plan-schema-{new}.digisos",
        "resources/examples/hamar.digisos",
        "resources/examples/vertskommune.digisos",
    ]
    assert '"motto":"motto"' in (tmp_path / written[2]).read_text("utf-8")
    assert '"motto":""' in (tmp_path / written[3]).read_text("utf-8")
    assert run_in(tmp_path).stdout == ""
