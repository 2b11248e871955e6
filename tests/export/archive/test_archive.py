"""The archive package: what is in it, and that its contents list tells the truth."""

import hashlib
import json
import zipfile
from io import BytesIO

import pypdfium2
import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.export import EXPORTS, archive, export
from digisos_wizard.export.names import file_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.model.given import content


@pytest.fixture(scope="module")
def figures() -> Figures:
    document = planfile.read(resources() / "examples" / "hamar.digisos").document
    return Figures(document, content(), plans.TODAY)


@pytest.fixture(scope="module")
def package(figures: Figures) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(export("archive").build(figures)))


def test_it_holds_the_plan_and_what_is_finished(figures: Figures, package: zipfile.ZipFile) -> None:
    names = package.namelist()
    assert names[:3] == ["Innhold.pdf", "innhold.json", "Plan NAV Hamar.digisos"]
    for key in ("checklist", "memo", "workbook", "dpia", "ros", "calendar"):
        assert file_name(figures.plan, export(key), figures.today) in names
    for key in ("memo-word", "staff-form", "contacts", "archive"):
        assert file_name(figures.plan, export(key), figures.today) not in names
    assert package.testzip() is None


def test_everything_listed_is_offered_or_will_be() -> None:
    known = {kind.key for kind in EXPORTS}
    assert [kind.key for kind in archive.archived()] == [key for key in archive.ARCHIVED if key in known]


def test_the_plan_in_it_is_the_plan(figures: Figures, package: zipfile.ZipFile) -> None:
    assert planfile.decode(package.read("Plan NAV Hamar.digisos")) == figures.document


def test_the_documents_are_those_that_are_handed_over(figures: Figures, package: zipfile.ZipFile) -> None:
    kind = export("checklist")
    assert package.read(file_name(figures.plan, kind, figures.today)) == kind.build(figures)


def test_the_list_for_machines_proves_every_file(package: zipfile.ZipFile) -> None:
    listed = json.loads(package.read("innhold.json"))
    assert listed["format"] == "digisos-arkivpakke"
    assert listed["made_on"] == "2026-11-23"
    assert {file["name"] for file in listed["files"]} == set(package.namelist()) - {"Innhold.pdf", "innhold.json"}
    for file in listed["files"]:
        data = package.read(file["name"])
        assert file["size"] == len(data)
        assert file["sha256"] == hashlib.sha256(data).hexdigest()


def test_the_list_to_read_says_the_same(package: zipfile.ZipFile) -> None:
    document = pypdfium2.PdfDocument(package.read("Innhold.pdf"))
    text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    for file in json.loads(package.read("innhold.json"))["files"]:
        assert file["sha256"] in text
        assert "".join(file["name"].split()) in text


def test_the_same_plan_on_the_same_day_is_the_same_bytes(figures: Figures) -> None:
    again = Figures(figures.document, figures.content, figures.today)
    assert export("archive").build(again) == export("archive").build(figures)


def test_an_empty_plan_can_be_archived() -> None:
    with zipfile.ZipFile(BytesIO(export("archive").build(plans.empty()))) as package:
        assert package.testzip() is None
        assert "innhold.json" in package.namelist()


def test_names_that_no_system_takes_are_made_fit() -> None:
    with zipfile.ZipFile(BytesIO(export("archive").build(plans.figures(plans.hostile_plan())))) as package:
        assert all(not set(name) & set('<>:"/\\|?*') for name in package.namelist())
        assert len(set(package.namelist())) == len(package.namelist())
