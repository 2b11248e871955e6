"""Every PDF is tagged: what its structure says, read by three readers that know nothing of how it was made."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from ctypes import create_string_buffer
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.drawing.documents import build_benefit_map
from digisos_wizard.model.figures import Figures
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.checklist.reading import opened
from tests.model.given import content

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

PRINTED = [kind.key for kind in EXPORTS if kind.suffix == ".pdf"]
MARKS = ("/H1", "/H2", "/H3", "/P", "/Figure", "/LBody")
NO_CLAIM = "UA-28-004"
"""What pdfua warns of where a document doesn't say that it conforms to PDF/UA: ours don't."""


@cache
def printed(key: str) -> bytes:
    """Return a document of the example plan."""
    document = planfile.read(resources() / "examples" / "vertskommune.digisos").document
    return export(key).build(Figures(document, content(), plans.TODAY))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements below a node, in reading order."""
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from elements(kid)


@pytest.mark.parametrize("key", PRINTED)
def test_everything_drawn_is_tagged_or_said_to_be_for_the_eye(key: str) -> None:
    with opened(printed(key)) as document:
        for page in document.pages:
            depth, marks = 0, []
            for one in pikepdf.parse_content_stream(page):
                name = str(one.operator)
                if name in ("BDC", "BMC"):
                    depth += 1
                    assert depth == 1
                    if name == "BDC":
                        marks.append(int(one.operands[1]["/MCID"]))
                elif name == "EMC":
                    depth -= 1
                elif name in ("Tj", "TJ", "S", "s", "f", "F", "f*", "B", "B*", "b", "Do"):
                    assert depth == 1, f"{name} outside of tags"
            assert depth == 0
            assert marks == list(range(len(marks)))
            parents = dict(_pairs(document.Root.StructTreeRoot.ParentTree.Nums))[int(page.StructParents)]
            assert isinstance(parents, pikepdf.Array)
            assert len(parents) == len(marks)
            assert page.Tabs == "/S"


def _pairs(numbers: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    values = list(numbers.as_list())
    for position in range(0, len(values), 2):
        yield int(values[position]), values[position + 1]


@pytest.mark.parametrize("key", PRINTED)
def test_headings_tables_and_pictures_are_such(key: str) -> None:
    with opened(printed(key)) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "nb-NO"
        found = list(elements(root.StructTreeRoot))
        roles = [str(element.S) for element in found]
        assert roles[0] == "/Document"
        levels = [int(role[2]) for role in roles if role[:2] == "/H" and role[2:].isdigit()]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        for element, role in zip(found, roles, strict=True):
            if role == "/Figure":
                assert str(element.Alt).strip()
            if role == "/Table":
                _check_table(element)
            if role in ("/P", "/H1", "/H2", "/H3"):
                assert "/K" in element


def _check_table(table: pikepdf.Dictionary) -> None:
    rows = [list(elements(row)) for row in table.K]
    cells = [[cell for cell in row if str(cell.S) in ("/TH", "/TD")] for row in rows]
    assert {str(row.S) for row in table.K} == {"/TR"}
    assert len({len(row) for row in cells}) == 1
    heads = [cell for row in cells for cell in row if str(cell.S) == "/TH"]
    assert heads
    assert all(str(cell.A.Scope) in ("/Column", "/Row") for cell in heads)


def test_the_head_of_a_table_that_goes_on_is_read_once() -> None:
    document = plans.own_items(120)
    with opened(export("checklist").build(document)) as read:
        found = list(elements(read.Root.StructTreeRoot))
        tables = [element for element in found if str(element.S) == "/Table"]
        pages = {str(mark.objgen) for table in tables for mark in _pages_of(table)}
        assert len(pages) > 3
        heads = [e for e in found if str(e.S) == "/TH" and str(e.A.Scope) == "/Column"]
        assert len(heads) < 5 * len(tables)


def _pages_of(table: pikepdf.Dictionary) -> Iterator[pikepdf.Object]:
    for element in elements(table):
        if "/Pg" in element:
            yield element.Pg


def test_a_picture_is_told_in_words() -> None:
    document = planfile.read(resources() / "examples" / "hamar.digisos").document
    with opened(build_benefit_map(Figures(document, content(), plans.TODAY))) as read:
        (figure,) = [e for e in elements(read.Root.StructTreeRoot) if str(e.S) == "/Figure"]
        assert len(str(figure.Alt)) > 100
        assert [float(edge) for edge in figure.A.BBox][2] > 100


@pytest.mark.parametrize("key", PRINTED)
def test_pdfium_reads_the_structure(key: str) -> None:
    with closing(pypdfium2.PdfDocument(printed(key))) as document:
        assert pdfium.FPDFCatalog_IsTagged(document)
        first = document[0]
        tree = pdfium.FPDF_StructTree_GetForPage(first)
        top = pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0)
        assert _kind(top) == "Document"
        kinds = list(_kinds(top))
        pdfium.FPDF_StructTree_Close(tree)
        assert "H1" in kinds


def _kinds(element: object) -> Iterator[str]:
    for position in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, position)
        if child:
            yield _kind(child)
            yield from _kinds(child)


def _kind(element: object) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


@pytest.mark.parametrize("key", PRINTED)
def test_pdfua_finds_nothing_but_that_no_claim_is_made(key: str, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed")
    path = tmp_path / "document.pdf"
    path.write_bytes(printed(key))
    report = pdfua.validate(path)
    found = [finding.rule_id for finding in report.findings]
    assert found == [NO_CLAIM]
    assert not [outcome.skipped_reason for outcome in report.outcomes if outcome.skipped_reason]


@pytest.mark.parametrize("key", PRINTED)
def test_qpdf_finds_nothing(key: str, tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "document.pdf"
    path.write_bytes(printed(key))
    done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


@pytest.mark.parametrize("key", PRINTED)
def test_properties_stand_as_xmp_too(key: str) -> None:
    with opened(printed(key)) as document, document.open_metadata() as metadata:
        assert metadata["dc:title"] == str(document.docinfo.Title)
        assert metadata["dc:language"] == {"nb-NO"}
        assert "pdfuaid:part" not in metadata
