"""A printed checklist that comes back: whole, changed, damaged, somebody else's; held against its pages and a plan."""

import random
import re
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.intake.sealed_pdf import verify
from digisos_wizard.model.edits import Edit, Insert, Remove, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.editing.erasure import erasing
from digisos_wizard.model.sealed import FILE_NAME, Sealed, UnsealedError, decode, encode
from digisos_wizard.model.signing.sealing import Answer, Verdict
from digisos_wizard.model.signing.signature import Signature, sign
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase, TaskState
from digisos_wizard.storage import planfile
from tests.model.given import content, figures_of

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
COMMENT = ("checklist", "answers", "privacy.dpia", "comment")


def signed(plan: Plan, phase: SignOffPhase = SignOffPhase.CONNECT, section: str = "") -> Plan:
    """Return the plan with one sign-off more."""
    number = len(plan.signoffs.records)
    signature = Signature(phase=phase, section=section, signer=plan.people.persons[0].id, title="Leder", place="Hamar")
    record = sign(
        figures_of(plan), signature, signed_at=AT + timedelta(hours=number), salt=f"s{number}", record_id=f"r{number}"
    )
    return apply(plan, Insert(("signoffs", "records"), record))


@cache
def plan() -> Plan:
    """Return Hamar's plan, signed for connecting and for privacy."""
    hamar = planfile.read(resources() / "examples" / "hamar.digisos").document.plan
    return signed(signed(hamar), section="privacy")


@cache
def printed() -> bytes:
    """Return its checklist."""
    return printed_of(plan())


def printed_of(here: Plan) -> bytes:
    """Return the checklist of a plan."""
    return export("checklist").build(figures_of(here))


def judged(data: bytes, now: Figures | None = None) -> Verdict:
    """Return the verdict on a PDF."""
    return verify(data, content(), now)


def changed(change: Callable[[pikepdf.Pdf], object], data: bytes = b"") -> bytes:
    """Return the PDF after a change by another program."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data or printed())) as document:
        change(document)
        document.save(target)
    return target.getvalue()


def record_of(data: bytes) -> bytes:
    """Return the record within a PDF."""
    with pikepdf.open(BytesIO(data)) as document:
        return document.attachments[FILE_NAME].get_file().read_bytes()


def with_record(record: bytes) -> bytes:
    """Return the PDF with another record in the place of its own."""

    def change(document: pikepdf.Pdf) -> None:
        document.Root.Names.EmbeddedFiles.Names[1].EF.F.write(record)

    return changed(change)


def test_one_as_it_was_printed_is_valid_and_says_who_signed() -> None:
    verdict = judged(printed())
    assert verdict.answer is Answer.VALID
    assert not verdict.changes
    assert len(verdict.signed) == 2
    assert "Kari Eksempel 20. november 2026" in verdict.signed[0]
    assert "Personvern og sikkerhet, utgave 1" in verdict.signed[1]


def test_saved_anew_by_another_program_its_words_are_still_the_same_and_that_is_all_that_is_said() -> None:
    verdict = judged(changed(lambda _document: None))
    assert verdict.answer is Answer.RESAVED
    assert not verdict.changes
    assert len(verdict.signed) == 2
    assert judged(changed(_typefaces_swapped)).answer is Answer.RESAVED


def test_it_says_the_same_as_its_plan() -> None:
    assert judged(printed(), figures_of(plan())).answer is Answer.VALID


def test_not_signed_is_said() -> None:
    verdict = judged(printed_of(apply(plan(), Set(("signoffs", "records"), ()))))
    assert verdict.answer is Answer.VALID
    assert "ingen har signert" in verdict.headline


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Set(COMMENT, "Se sak 26/9"), "merknad: tomt → Se sak 26/9"),
        (Set(("checklist", "answers", "privacy.dpia", "state"), TaskState.DONE), "tilstand: i arbeid → ferdig"),
        (Insert(("checklist", "own"), OwnChecklistItem(id="o", text="Kake")), "Kake: nytt punkt"),
        (Set(("decision", "office"), "NAV Hamar og Løten"), "NAV Hamar → NAV Hamar og Løten"),
    ],
)
def test_a_plan_that_was_changed_since_says_what(edit: Edit, words: str) -> None:
    verdict = judged(printed(), figures_of(apply(plan(), edit)))
    assert verdict.answer is Answer.CHANGED
    assert any(words in line for line in verdict.changes), verdict.changes
    assert "planen sier noe annet" in verdict.headline


def test_an_own_item_that_is_gone_is_named() -> None:
    own = plan().checklist.own[0]
    verdict = judged(printed(), figures_of(apply(plan(), Remove(("checklist", "own", own.id)))))
    assert f"{own.text}: punktet er borte" in verdict.changes


def test_signed_anew_since_is_said() -> None:
    verdict = judged(printed(), figures_of(signed(plan(), section="privacy")))
    assert verdict.answer is Answer.CHANGED
    assert any("utgave 2" in line for line in verdict.changes)


def test_a_sign_off_that_the_plan_lost_is_said() -> None:
    lost = apply(plan(), Remove(("signoffs", "records", "r1")))
    assert any("finnes ikke i planen" in line for line in judged(printed(), figures_of(lost)).changes)


def test_with_pages_gone_that_alone_is_told_of_them() -> None:
    verdict = judged(changed(lambda document: document.pages.__delitem__(2)))
    assert [line for line in verdict.changes if line.startswith("Side ")] == []


def test_another_plan_is_said_to_be_so() -> None:
    other = figures_of(apply(plan(), Set(("about", "plan_id"), "annen")))
    assert judged(printed(), other).answer is Answer.CHANGED
    beside = verify(printed(), content(), other, any_plan=True)
    assert beside.answer is Answer.VALID
    assert any("en annen plan" in note for note in beside.notes)


def test_printed_after_a_change_it_says_what_was_changed_after_signing() -> None:
    verdict = judged(printed_of(apply(plan(), Set(COMMENT, "Nytt"))))
    assert verdict.answer is Answer.CHANGED
    assert any("endret etter signering" in line and "Nytt" in line for line in verdict.changes)


def test_revisions_are_told_apart_and_the_newest_counts() -> None:
    here = signed(signed(apply(plan(), Set(COMMENT, "Nytt"))), section="privacy")
    verdict = judged(printed_of(here))
    assert verdict.answer is Answer.VALID
    assert len(verdict.signed) == 4
    assert sum("erstattet av en nyere" in line for line in verdict.signed) == 2
    assert sum("utgave 2" in line for line in verdict.signed) == 2


def test_a_person_who_was_removed_has_no_name_and_breaks_nothing() -> None:
    person = plan().people.persons[0].id
    here = apply(plan(), *erasing(plan(), content(), person))
    verdict = judged(printed_of(here))
    assert all("en person som er fjernet" in line for line in verdict.signed)
    assert not any("henger ikke sammen" in line or "navnet" in line for line in verdict.changes)
    assert b"Kari Eksempel" not in record_of(printed_of(here))


def _retyped(document: pikepdf.Pdf) -> None:
    """Draw the letters of the first text on page 2 in another order."""
    page = document.pages[1]
    instructions = list(pikepdf.parse_content_stream(page))
    position = next(
        at for at, one in enumerate(instructions) if str(one.operator) == "Tj" and len(set(bytes(one.operands[0]))) > 3
    )
    text = bytes(instructions[position].operands[0])
    turned = pikepdf.ContentStreamInstruction([pikepdf.String(text[::-1])], pikepdf.Operator("Tj"))
    instructions[position] = turned
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(instructions))


def _added(document: pikepdf.Pdf) -> None:
    """Write one letter more on page 1."""
    page = document.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    page.contents_add(f"BT {font} 12 Tf 200 300 Td (A) Tj ET".encode())


def _covered(document: pikepdf.Pdf) -> None:
    """Paint a white box over the middle of page 2."""
    document.pages[1].contents_add(b"q 1 1 1 rg 60 300 400 300 re f Q")


def _invisible(document: pikepdf.Pdf) -> None:
    """Let the text of page 2 be there, but not painted."""
    document.pages[1].contents_add(b"3 Tr", prepend=True)


def _pale(document: pikepdf.Pdf) -> None:
    """Let the text of page 2 have the colour of the paper."""
    page = document.pages[1]
    instructions = list(pikepdf.parse_content_stream(page))
    white = pikepdf.ContentStreamInstruction([1, 1, 1], pikepdf.Operator("rg"))
    whitened = [white if str(one.operator) == "rg" else one for one in instructions]
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(whitened))


def _stamped(document: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[0, 0, 500, 500], C=[1, 1, 1], F=4
    )
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])


def _field(document: pikepdf.Pdf, page: int, kind: str, rect: list[int]) -> None:
    """Put a field of a kind on a page."""
    field = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name(f"/{kind}"),
            T=f"nytt-{kind}",
            Rect=rect,
            F=4,
        )
    )
    there = document.pages[page]
    there.Annots = pikepdf.Array([*there.get("/Annots", ()), field])
    document.Root.AcroForm.Fields.append(field)


def _signature_over_text(document: pikepdf.Pdf) -> None:
    _field(document, 1, "Sig", [60, 300, 460, 600])


def _signature_beside_text(document: pikepdf.Pdf) -> None:
    _field(document, 1, "Sig", [10, 300, 40, 600])


def _typed_into(document: pikepdf.Pdf) -> None:
    _field(document, 1, "Tx", [10, 300, 40, 600])


def test_a_field_to_sign_in_may_be_added_beside_the_text() -> None:
    assert not judged(changed(_signature_beside_text)).changes


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_signature_over_text, "På side 2 er tekst dekket"),
        (_typed_into, "merknader eller stempler på side 2"),
        (_retyped, "Side 2 viser"),
        (_added, "Side 1 viser"),
        (lambda document: document.pages.__delitem__(2), "sider, men ble laget med"),
        (lambda document: document.pages.reverse(), "Side 1 viser"),
        (_stamped, "merknader eller stempler på side 1"),
        (_covered, "På side 2 er tekst dekket"),
        (_invisible, "På side 2 er tekst dekket"),
        (_pale, "På side 2 er tekst dekket"),
    ],
)
def test_pages_that_say_something_else_are_found(change: Callable[[pikepdf.Pdf], object], words: str) -> None:
    verdict = judged(changed(change))
    assert verdict.answer is Answer.CHANGED
    assert any(words in line for line in verdict.changes), verdict.changes


def test_a_record_that_was_taken_out_or_doubled_is_damage() -> None:
    def doubled(document: pikepdf.Pdf) -> None:
        names = document.Root.Names.EmbeddedFiles.Names
        document.Root.Names.EmbeddedFiles.Names = pikepdf.Array([*names, *names])

    assert judged(changed(lambda document: document.attachments.clear())).answer is Answer.DAMAGED
    assert judged(changed(doubled)).answer is Answer.DAMAGED


def test_a_record_with_another_name_or_state_and_its_own_checksum_is_found() -> None:
    sealed = decode(record_of(printed()))
    first = sealed.signoffs[0]
    for other in (
        first.model_copy(update={"name": "Ola Annen"}),
        first.model_copy(update={"record": first.record.model_copy(update={"title": "Ordfører"})}),
        first.model_copy(update={"record": first.record.model_copy(update={"revision": 9})}),
    ):
        forged = sealed.model_copy(update={"signoffs": (other, *sealed.signoffs[1:])})
        assert judged(with_record(encode(forged))).answer is Answer.CHANGED
    less = sealed.model_copy(update={"signoffs": sealed.signoffs[1:]})
    assert judged(with_record(encode(less))).answer is Answer.CHANGED


def test_what_a_newer_version_made_is_told() -> None:
    newer = record_of(printed()).replace(b'"version":1', b'"version":9', 1)
    verdict = judged(with_record(newer))
    assert verdict.answer is Answer.DAMAGED
    assert "nyere versjon" in verdict.changes[0]


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"", Answer.FOREIGN),
        (b"Hei", Answer.FOREIGN),
        (b"%PDF-1.7\nhei", Answer.DAMAGED),
        (b"PK\x03\x04" + bytes(2000), Answer.FOREIGN),
    ],
)
def test_what_is_no_checklist_is_told(data: bytes, answer: Answer) -> None:
    assert judged(data).answer is answer


def test_other_documents_of_ours_are_no_checklist() -> None:
    assert judged(export("memo").build(figures_of(plan()))).answer is Answer.FOREIGN


def test_cut_short_anywhere_it_is_never_valid() -> None:
    for part in range(1, 20):
        assert judged(printed()[: len(printed()) * part // 20]).answer in (Answer.DAMAGED, Answer.FOREIGN)


def test_two_thousand_flipped_bits_of_the_record() -> None:
    """Every flip is found, or changes nothing that the record says: in the record itself, and as the PDF holds it."""
    rng = random.Random(2026)  # noqa: S311 - for tests, and the same every time
    record = record_of(printed())
    meant = decode(record)
    seen = {"refused": 0, "same": 0}
    for _time in range(1_800):
        flipped = bytearray(record)
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
        try:
            found: Sealed | None = decode(bytes(flipped))
        except ValueError:
            found = None
        seen["refused" if found is None else "same"] += 1
        assert found in (None, meant)
    assert seen["refused"] > 1_750
    start = printed().index(zlib.compress(record))
    for _time in range(200):
        data = bytearray(printed())
        data[start + rng.randrange(len(zlib.compress(record)))] ^= 1 << rng.randrange(8)
        if judged(bytes(data)).answer is Answer.VALID:
            assert decode(record_of(bytes(data))) == meant
            seen["same"] += 1
    assert seen["same"] < 50


def test_flips_of_the_whole_file_are_found_wherever_they_are() -> None:
    """The typefaces too: a digit there may be drawn as another, with every word as it was."""
    rng = random.Random(7)  # noqa: S311 - for tests, and the same every time
    for _time in range(120):
        data = bytearray(printed())
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        assert judged(bytes(data)).answer in (Answer.CHANGED, Answer.DAMAGED)


def _typefaces_swapped(document: pikepdf.Pdf) -> None:
    """Let the first page draw its words with each other's typefaces, without a word being another."""
    fonts = document.pages[0].Resources.Font
    files = [font.DescendantFonts[0].FontDescriptor for font in fonts.values() if "/DescendantFonts" in font]
    files = files or [font.FontDescriptor for font in fonts.values() if "/FontDescriptor" in font]
    first, second = files[0].FontFile2, files[1].FontFile2
    files[0].FontFile2, files[1].FontFile2 = second, first


def test_a_typeface_that_was_changed_is_found_where_it_is_added_after_the_printed_bytes() -> None:
    """A later revision of the file leaves the printed bytes alone, yet decides what readers see."""
    with pikepdf.open(BytesIO(printed())) as document:
        fonts = document.pages[0].Resources.Font
        files = [font.FontDescriptor for font in fonts.values() if "/FontDescriptor" in font]
        number, generation = files[0].FontFile2.objgen
        drawn = files[1].FontFile2.read_bytes()
        assert files[1].FontFile2.objgen != files[0].FontFile2.objgen
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    at = len(printed())
    start = printed().rindex(b"startxref") + len(b"startxref")
    previous = int(printed()[start:].split()[0])
    font = f"{number} {generation} obj\n<</Length {len(drawn)} /Length1 {len(drawn)}>>\nstream\n".encode() + drawn
    font += b"\nendstream\nendobj\n"
    table = (
        f"xref\n{number} 1\n{at:010} {generation:05} n \ntrailer\n<</Size {size} /Root {root} 0 R /Prev {previous}>>"
    )
    data = printed() + font + table.encode() + f"\nstartxref\n{at + len(font)}\n%%EOF\n".encode()
    verdict = judged(data)
    assert verdict.answer is Answer.CHANGED
    assert any("ser ikke ut" in words for words in verdict.changes)


def added(objects: dict[int, bytes], ending: bytes = b"") -> bytes:
    """Return the printed PDF with objects written anew after it, as an incremental save does."""
    with pikepdf.open(BytesIO(printed())) as document:
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    data, table = bytearray(printed()), b"xref\n"
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    previous = int(printed()[printed().rindex(b"startxref") + 9 :].split()[0])
    start = len(data)
    data += table + b"trailer\n<</Size %d /Root %d 0 R /Prev %d>>\n" % (max(size, *objects) + 1, root, previous)
    return bytes(data + (ending or b"startxref\n%d\n%%%%EOF\n" % start))


def stream_of(data: bytes) -> bytes:
    """Return the body of a stream object."""
    return b"<</Type /EmbeddedFile /Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def catalogue(**more: bytes) -> dict[int, bytes]:
    """Return the catalogue with entries added."""
    with pikepdf.open(BytesIO(printed())) as document:
        body = document.Root.unparse(resolved=True).rstrip()
        number = document.Root.objgen[0]
    assert body.endswith(b">>")
    return {number: body[:-2] + b"".join(b"/%b %b " % (key.encode(), value) for key, value in more.items()) + b">>"}


def page_two_with(annotation: bytes) -> dict[int, bytes]:
    """Return page 2 with an annotation of its own."""
    with pikepdf.open(BytesIO(printed())) as document:
        page = document.pages[1].obj
        body = page.unparse(resolved=True).rstrip()
        assert "/Annots" not in page
        return {page.objgen[0]: body[:-2] + b"/Annots [%b]>>" % annotation}


def test_nothing_new_after_the_printed_bytes_passes_for_what_was_printed() -> None:
    """What was printed is all there in every one of these, and readers are shown something else."""
    with pikepdf.open(BytesIO(printed())) as document:
        number = document.attachments[FILE_NAME].get_file().obj.objgen[0]
    other = decode(record_of(printed()))
    record = encode(Sealed.model_validate({**dict(other), "signoffs": ()}))
    exchanged = judged(added({number: stream_of(record)}))
    assert exchanged.answer is Answer.CHANGED
    assert "byttet ut" in exchanged.changes[0]
    field = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(x)/F 4/Rect [540 600 60 300]>>"
    assert judged(added(page_two_with(field))).answer is Answer.CHANGED, "corners the other way round"
    for strange in (catalogue(OpenAction=b"<</S/JavaScript/JS(app.alert(1))>>"), catalogue(OCProperties=b"<<>>")):
        assert judged(added(strange)).answer is Answer.RESAVED
    assert judged(added(page_two_with(b""))).answer is Answer.VALID, "a list for fields to sign in, with none in it"
    pages = catalogue()
    far = b"startxref\n%d\n" % int(printed()[printed().rindex(b"startxref") + 9 :].split()[0]) + b" " * 1_500
    assert judged(added(pages, far + b"\n%%EOF\n")).answer is Answer.RESAVED, "readers disagree on where it begins"


def test_a_checksum_in_another_place_than_the_end_counts_for_nothing() -> None:
    start = printed().index(b"%DigisosSHA256 ")
    mark = printed()[start : printed().index(b"\n", start) + 1]
    without = printed().replace(mark, b"")
    at = without.index(b"1 0 obj")
    assert judged(without[:at] + mark + without[at:]).answer is Answer.CHANGED


def test_a_page_too_large_to_draw_is_never_drawn() -> None:
    with pikepdf.open(BytesIO(printed())) as document:
        page = document.pages[1].obj
        number, body = page.objgen[0], page.unparse(resolved=True)
    huge = re.sub(rb"/MediaBox \[[^]]*\]", b"/MediaBox [0 0 2000000 2000000]", body)
    assert huge != body
    assert judged(added({number: huge})).answer is Answer.CHANGED


def test_a_signer_who_goes_by_another_name_since_is_told() -> None:
    person = plan().people.persons[0].id
    renamed = apply(plan(), Set(("people", "persons", person, "name"), "Ola Annen"))
    assert not figures_of(renamed).signoffs[0].valid
    verdict = judged(printed(), figures_of(renamed))
    assert verdict.answer is Answer.CHANGED
    assert any("navnet på den som signerte: et annet navn → Ola Annen" in line for line in verdict.changes)


def test_written_anew_it_is_said_that_only_the_words_are_checked() -> None:
    verdict = judged(changed(_typefaces_swapped))
    assert verdict.headline.startswith("Teksten er uendret")
    assert any("ikke skriftene" in note for note in verdict.notes)


def test_a_record_from_nowhere_is_refused() -> None:
    for data in (b"", b"{}", b"{}\n{}", b'[]\n{"a":1}', b'{"format":"digisos-sjekkliste"}\n', b"\xff" * 99):
        with pytest.raises(UnsealedError):
            decode(data)
