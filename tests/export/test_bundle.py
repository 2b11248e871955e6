"""Handouts bound together: contents, outline, tags and properties of the whole, whatever the plan."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.binding import Part, bind
from digisos_wizard.export.bundle import bound
from digisos_wizard.export.kinds import Export
from digisos_wizard.export.loose import taken_apart
from digisos_wizard.export.paper.extras import Furnishing
from digisos_wizard.export.pdfium import page_sizes, page_text
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Document
from tests.export import plans
from tests.export.handouts.conftest import PLANS, figures_of
from tests.export.handouts.hostile import hostile
from tests.model.given import content

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

SEVERAL = ("overview", "timeline-poster", "checklist", "benefit-map", "letter")


def kinds(*keys: str) -> list[Export]:
    """Return documents by their keys."""
    return [export(key) for key in keys]


def test_every_paper_of_the_steps_and_meetings_is_among_the_handouts() -> None:
    handouts = {kind.key for kind in EXPORTS if kind.handout}
    assert handouts >= {
        "contacts", "process", "benefit-map", "timeline", "timeline-poster", "months", "weekly", "role-sheets",
        "contingency", "checklist", "meeting-summary", "glossary", "overview", "risk-sheet", "benefit-cards",
        "reception", "letter", "web-text", "slides-notes", "form-mapping", "form-mapping-blank",
    }  # fmt: skip
    assert all(kind.suffix == ".pdf" for kind in EXPORTS if kind.handout)


@pytest.mark.parametrize("plan", PLANS)
def test_every_page_comes_in_order_and_as_it_was(plan: str) -> None:
    figures, chosen = figures_of(plan), kinds(*SEVERAL)
    data = bound(figures, chosen, contents=False)
    alone = [kind.build(figures) for kind in chosen]
    sizes = [size for part in alone for size in page_sizes(part)]
    assert page_sizes(data) == tuple(sizes)
    texts = [page_text(part, page) for part in alone for page in range(len(page_sizes(part)))]
    assert [page_text(data, page) for page in range(len(sizes))] == texts


@pytest.mark.parametrize("plan", PLANS)
def test_contents_and_outline_point_at_where_each_document_begins(plan: str) -> None:
    figures, chosen = figures_of(plan), kinds(*SEVERAL)
    data = bound(figures, chosen)
    words = page_text(data, 0)
    starts, page = {}, 1
    for kind in chosen:
        starts[kind.title] = page
        assert kind.title in words
        page += len(page_sizes(kind.build(figures)))
    assert page == len(page_sizes(data))
    document = pypdfium2.PdfDocument(data)
    top = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0}
    document.close()
    assert top == {"Innhold": 0} | starts


def test_the_page_of_contents_may_take_several_pages() -> None:
    chosen = [kind for kind in EXPORTS if kind.handout] * 2
    data = bound(figures_of("empty"), chosen)
    first = next(
        number for number in range(9) if "Innhold" not in (text := page_text(data, number)) and "Omfang" not in text
    )
    own = len(page_sizes(chosen[0].build(figures_of("empty"))))
    assert f"{first + 1} {own} side" in page_text(data, 0)


def test_every_document_is_a_part_of_the_tags_with_its_name() -> None:
    data = bound(figures_of("hamar"), kinds(*SEVERAL), contents=False)
    with pikepdf.open(BytesIO(data)) as document:
        (whole,) = document.Root.StructTreeRoot.K
        assert [str(part.S) for part in whole.K] == ["/Part"] * len(SEVERAL)
        assert [str(part["/T"]) for part in whole.K] == [kind.title for kind in kinds(*SEVERAL)]
        pages = {page.objgen for page in document.pages}
        drawn = [kid.Pg.objgen for part in whole.K for kid in part.K if "/Pg" in kid]
        assert drawn
        assert set(drawn) <= pages
        places = [int(page.StructParents) for page in document.pages]
        assert len(set(places)) == len(places)


def test_fields_to_sign_in_come_along_and_the_record_does_not() -> None:
    data = bound(figures_of("vertskommune"), kinds("overview", "checklist"), contents=False)
    with pikepdf.open(BytesIO(data)) as document:
        names = [str(field.T) for field in document.Root.AcroForm.Fields]
        assert names == ["signatur-connect", "signatur-final"]
        assert not document.attachments


def test_office_and_day_are_told_and_the_file_is_the_same_every_time() -> None:
    figures = figures_of("hamar")
    data = bound(figures, kinds(*SEVERAL))
    assert bound(figures_of("hamar"), kinds(*SEVERAL)) == data
    with pikepdf.open(BytesIO(data)) as document:
        assert str(document.docinfo.Title) == f"Utdelingsark – {figures.plan.decision.office}"
        assert str(document.docinfo.Subject) == "23. november 2026"
        assert str(document.docinfo.CreationDate) == "D:20261123000000Z"


def test_hostile_names_stay_text() -> None:
    figures = Figures(Document(plan=hostile()), content(), plans.TODAY)
    with pikepdf.open(BytesIO(bound(figures, kinds("overview", "letter")))) as document:
        assert str(document.docinfo.Title).startswith("Utdelingsark")


def test_progress_is_told_and_what_it_raises_stops_the_work() -> None:
    told = []
    bound(figures_of("empty"), kinds("overview", "letter"), progress=lambda done, every: told.append((done, every)))
    assert told == [(0, 2), (1, 2), (2, 2)]

    def stop(_done: int, _every: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        bound(figures_of("empty"), kinds("overview"), progress=stop)


def test_a_text_that_looks_like_a_reference_is_left_alone() -> None:
    title = r"Del 1 0 R (2 0 R) \ 3 0 R"
    data = bind([Part(title, export("overview").build(figures_of("empty")))] * 2, Furnishing(title))
    with pikepdf.open(BytesIO(data)) as document:
        assert str(document.docinfo.Title) == title
        assert [str(part["/T"]) for part in document.Root.StructTreeRoot.K[0].K] == [title] * 2


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\nstartxref\n3\n%%EOF\n"])
def test_what_the_program_has_not_printed_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the file's own bytes are all that it tells
        taken_apart(data)
