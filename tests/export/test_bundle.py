"""Handouts bound together: contents, outline, tags and properties of the whole, whatever the plan."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from digisos_wizard.export import EXPORTS, export
from digisos_wizard.export.binding import Part, bind
from digisos_wizard.export.bundle import bound
from digisos_wizard.export.kinds import Export
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


def page_of(entry: pikepdf.OutlineItem, document: pikepdf.Pdf) -> int:
    """Return the number of the page that a line of the outline leads to, from 0."""
    assert isinstance(entry.destination, pikepdf.Array)
    return document.pages.index(pikepdf.Page(entry.destination[0]))


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


def test_headings_are_folded_below_their_document_and_lead_to_where_they_stand() -> None:
    chosen = kinds("overview", "form-mapping-blank")
    data = bound(figures_of("hamar"), chosen, contents=False)
    with pikepdf.open(BytesIO(data)) as document, document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [kind.title for kind in chosen]
        assert all(entry.is_closed for entry in outline.root)
        start = len(page_sizes(chosen[0].build(figures_of("hamar"))))
        with pikepdf.open(BytesIO(chosen[1].build(figures_of("hamar")))) as alone, alone.open_outline() as own:
            title, *headings = own.root
            assert title.title == chosen[1].title
            assert not title.children
            alone_at = [(heading.title, start + page_of(heading, alone)) for heading in headings]
        assert [(entry.title, page_of(entry, document)) for entry in outline.root[1].children] == alone_at


def test_what_is_drawn_leads_back_to_its_tag() -> None:
    """Every mark on a page and every field finds the element that holds it, by the number of its page or its own."""
    data = bound(figures_of("vertskommune"), kinds("overview", "checklist", "letter"), contents=False)
    with pikepdf.open(BytesIO(data)) as document:
        numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in numbers[::2]]
        assert keys == sorted(set(keys))
        assert keys[-1] < int(document.Root.StructTreeRoot.ParentTreeNextKey)
        parents = dict(zip(keys, numbers[1::2], strict=True))
        for page in document.pages:
            for element in parents[int(page.StructParents)]:
                where = element.get("/Pg") or next(kid.Pg for kid in element.K if "/Pg" in kid)
                assert where.objgen == page.objgen or any(
                    "/Pg" in kid and kid.Pg.objgen == page.objgen for kid in element.K
                )
            for field in page.get("/Annots", ()):
                assert any(
                    kid.Obj.objgen == field.objgen for kid in parents[int(field.StructParent)].K if "/Obj" in kid
                )


def test_two_of_the_same_document_have_fields_of_their_own() -> None:
    data = bound(figures_of("vertskommune"), kinds("checklist", "checklist"), contents=False)
    with pikepdf.open(BytesIO(data)) as document:
        names = [str(field.T) for field in document.Root.AcroForm.Fields]
        assert len(set(names)) == len(names) == 4


def test_every_document_is_a_part_of_the_tags_with_its_name() -> None:
    data = bound(figures_of("hamar"), kinds(*SEVERAL), contents=False)
    with pikepdf.open(BytesIO(data)) as document:
        (whole,) = document.Root.StructTreeRoot.K
        assert [str(part.S) for part in whole.K] == ["/Part"] * len(SEVERAL)
        assert {part.P.objgen for part in whole.K} == {whole.objgen}
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
        assert document.Root.AcroForm.SigFlags == 1
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
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(pikepdf.PdfError):
        bind([Part("Noe annet", data)], Furnishing())
