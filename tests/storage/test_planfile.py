"""The plan file: what goes in comes out, everything else is refused in words, and no file is ever changed."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.errors import (
    DamagedPlanError,
    NewerPlanError,
    NotAPlanFileError,
    PersonalNumberError,
    PersonalNumberInFileError,
    UnreadableFileError,
    UserError,
)
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.plan import SCHEMA_VERSION, About, Document, Plan
from digisos_wizard.model.plan_bytes import digest
from digisos_wizard.model.signoff import SignOff
from digisos_wizard.model.terms import SignOffPhase, SolutionPart
from digisos_wizard.storage import planfile

FICTITIOUS = "13097248022"
"""A number with valid check digits; belongs to nobody we know of."""
DATA = Path(__file__).parents[1] / "data"
SCHEMA = f'"schema":{SCHEMA_VERSION}'.encode()


def remade(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return the file with its body changed and a header that fits, as a clever hand would make it."""
    header, _break, body = data.partition(b"\n")
    changed = body.replace(old, new)
    assert changed != body
    fields = json.loads(header.removesuffix(b',"plan":') + b"}")
    fields |= {"length": len(changed)}
    fields |= {"sha256": digest(fields, changed)}
    return json.dumps(fields, separators=(",", ":")).encode()[:-1] + b',"plan":\n' + changed


def test_what_is_written_is_read_back(document: Document) -> None:
    assert planfile.decode(planfile.encode(document)) == document


def test_every_kind_of_value_survives() -> None:
    signed = SignOff(id="s1", phase=SignOffPhase.CONNECT, signed_at=datetime(2026, 3, 4, 14, 5, 6, 789, tzinfo=UTC))
    plan = apply(
        Plan(),
        Set(("about", "created_on"), date(2024, 2, 29)),
        Set(("decision", "solution_parts"), (SolutionPart.GUIDE, SolutionPart.INSIGHT)),
        Set(("decision", "several_offices"), False),
        Set(("costs", "overrides", "nav-operation", "amount"), Decimal("0.1100")),
        Insert(("signoffs", "records"), signed),
    )
    back = planfile.decode(planfile.encode(Document(plan=plan))).plan
    assert back == plan
    assert str(back.costs.overrides[0].amount) == "0.1100"


@given(st.text())
def test_text_comes_back_as_typed(text: str) -> None:
    document = Document(plan=Plan(about=About(name=text)))
    try:
        data = planfile.encode(document)
    except PersonalNumberError:
        return
    assert planfile.decode(data).plan.about.name == text


def test_the_file_is_one_json_object_with_its_header_first(document: Document) -> None:
    data = planfile.encode(document)
    whole = json.loads(data)
    assert list(whole) == ["format", "schema", "content", "length", "sha256", "plan", "drafts", "revision"]
    assert whole["format"] == "digisos-plan"
    assert whole["schema"] == SCHEMA_VERSION
    assert whole["content"] == ["2022"]
    first_line = data.split(b"\n", 1)[0]
    assert first_line.endswith(b'"plan":')
    assert whole["length"] == len(data) - len(first_line) - 1


def test_the_same_plan_gives_the_same_bytes(document: Document) -> None:
    assert planfile.encode(document) == planfile.encode(Document.model_validate(document.model_dump()))


@pytest.mark.parametrize("data", [b"", b"{}", b"PK\x03\x04 a workbook", b'{"format":"other-plan"', b"\xff\xfe" * 50])
def test_something_else_is_said_to_be_no_plan(data: bytes) -> None:
    with pytest.raises(NotAPlanFileError):
        planfile.decode(data)


def test_every_truncation_is_refused(document: Document) -> None:
    data = planfile.encode(document)
    for length in range(len(data)):
        with pytest.raises((DamagedPlanError, NotAPlanFileError)):
            planfile.decode(data[:length])


@given(position=st.integers(0), bit=st.integers(0, 7))
def test_every_flipped_bit_is_refused(position: int, bit: int) -> None:
    data = bytearray(planfile.encode(Document(plan=Plan(about=About(name="Åsgård")))))
    data[position % len(data)] ^= 1 << bit
    with pytest.raises(UserError):
        planfile.decode(bytes(data))


def test_every_flipped_bit_of_the_header_is_refused(document: Document) -> None:
    """The schema among them: the plan of one schema read as that of another would lose answers without a word."""
    data = planfile.encode(document)
    for position, bit in product(range(data.index(b"\n") + 1), range(8)):
        flipped = bytearray(data)
        flipped[position] ^= 1 << bit
        with pytest.raises(UserError):
            planfile.decode(bytes(flipped))


def test_more_after_the_end_is_refused(document: Document) -> None:
    with pytest.raises(DamagedPlanError):
        planfile.decode(planfile.encode(document) + b" ")


def test_a_newer_file_is_refused_by_its_version_even_if_all_else_is_unknown(document: Document) -> None:
    data = planfile.encode(document).replace(SCHEMA, b'"schema":7,"unheard":"of"', 1)
    with pytest.raises(NewerPlanError, match="filformat 7"):
        planfile.decode(data, Path("plan.digisos"))


@pytest.mark.parametrize("version", [b"0", b"-1", b"true", b'"1"', b"1.0", b"null"])
def test_a_schema_that_never_was_is_refused(document: Document, version: bytes) -> None:
    with pytest.raises(DamagedPlanError):
        planfile.decode(planfile.encode(document).replace(SCHEMA, b'"schema":' + version, 1))


def test_a_wrong_shape_behind_a_right_header_is_refused(document: Document) -> None:
    data = planfile.encode(document)
    for old, new in ((b"3500", b'"3500"'), (b'"population"', b'"populace"'), (b'"drafts"', b'"draughts"')):
        with pytest.raises(DamagedPlanError):
            planfile.decode(remade(data, old, new))


def test_deep_nesting_is_refused(document: Document) -> None:
    with pytest.raises(DamagedPlanError):
        planfile.decode(remade(planfile.encode(document), b'"drafts":[', b'"drafts":[' + b"[" * 200_000))


def test_a_personal_number_gets_neither_out_nor_in(document: Document) -> None:
    marked = apply(document.plan, Set(("decision", "scope"), "her"))
    numbered = apply(document.plan, Set(("decision", "scope"), f"gjelder {FICTITIOUS[:6]} {FICTITIOUS[6:]}"))
    with pytest.raises(PersonalNumberError):
        planfile.encode(Document(plan=numbered))
    with pytest.raises(PersonalNumberInFileError):
        planfile.decode(remade(planfile.encode(Document(plan=marked)), b'"her"', f'"{FICTITIOUS}"'.encode()))


def test_a_personal_number_in_a_draft_does_not_get_out(document: Document) -> None:
    drafts = tuple(draft.__class__(id=draft.id, text=FICTITIOUS) for draft in document.drafts)
    with pytest.raises(PersonalNumberError):
        planfile.encode(Document(plan=document.plan, drafts=drafts))


def test_reading_leaves_the_file_alone_and_says_what_is_wrong(tmp_path: Path, document: Document) -> None:
    damaged = tmp_path / "skadet.digisos"
    damaged.write_bytes(planfile.encode(document)[:-5])
    before = damaged.read_bytes(), damaged.stat().st_mtime_ns
    with pytest.raises(DamagedPlanError, match=r"skadet\.digisos"):
        planfile.read(damaged)
    assert (damaged.read_bytes(), damaged.stat().st_mtime_ns) == before
    with pytest.raises(UnreadableFileError):
        planfile.read(tmp_path / "borte.digisos")
    with pytest.raises(UnreadableFileError):
        planfile.read(tmp_path)


def test_an_enormous_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "stor.digisos"
    with path.open("wb") as file:
        file.write(b'{"format":"digisos-plan"')
        file.truncate(planfile.LARGEST + 10)
    with pytest.raises(NotAPlanFileError):
        planfile.read(path)


def test_files_of_every_released_schema_still_open() -> None:
    """The files have something in every field and every table of their version."""
    for version in range(1, SCHEMA_VERSION + 1):
        document = planfile.read(DATA / f"plan-schema-{version}.digisos").document
        assert document.plan.decision.municipalities[0].population == 3_500
        assert document.drafts[0].text == "fem år"
