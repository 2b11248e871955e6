"""Five hundred items whose texts do their worst: printed without loss, checked by another program, and verified."""

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from digisos_wizard.export import checklist
from digisos_wizard.export.fonts import PLACEHOLDER, Typesetter
from digisos_wizard.intake.sealed_pdf import verify
from digisos_wizard.model.edits import Insert, Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.sealed import FILE_NAME, decode
from digisos_wizard.model.signing.sealing import Answer
from digisos_wizard.model.signing.signature import Signature, sign
from digisos_wizard.model.signoff import OwnChecklistItem
from digisos_wizard.model.terms import SignOffPhase
from tests.export import plans
from tests.export.checklist.reading import opened, read, unspaced
from tests.model.given import content

pytestmark = pytest.mark.untraced  # heavy to trace, and nothing here is reached by no other test

COUNT = 500
LENGTH = 10_000
PIECE = "Smil 😀 <b>fet</b> &amp; =1+1 שלום مرحبا " + "ord" * 100 + " æøå ✔ e\u0301 U+202E \u202evendt\n"
MISSING = "😀שלוםمرحبا"


def comment(number: int, length: int) -> str:
    """Return a comment that no other item has, of so many characters."""
    start = f"Merknad {number}: "
    return (start + PIECE * (length // len(PIECE) + 1))[:length]


def hostile(long_ones: int) -> Figures:
    """Return a signed plan of five hundred own items, so many of them with a comment of ten thousand characters."""
    items = tuple(
        OwnChecklistItem(
            id=f"o{number}",
            section=("", "privacy", "connection")[number % 3],
            text=f"Punkt {number} {plans.HOSTILE[number % len(plans.HOSTILE)]}",
            reason="=HYPERLINK(1)",
            comment=comment(number, LENGTH if number < long_ones else 200),
        )
        for number in range(COUNT)
    )
    plan = apply(
        Plan(),
        Set(("decision", "office"), "NAV <Prøve> & =1+1 😀"),
        Set(("people", "persons"), (Person(id="p", name="Kari <i>Ærlig</i> 😀"),)),
        Set(("checklist", "catalogue"), content().checklist("").id),
        Set(("checklist", "own"), items),
    )
    signature = Signature(phase=SignOffPhase.FINAL, signer="p", place="Hamar")
    before = Figures(Document(plan=plan), content(), plans.TODAY)
    record = sign(before, signature, signed_at=plans.SIGNED, salt="s", record_id="r")
    plan = apply(plan, Insert(("signoffs", "records"), record))
    return Figures(Document(plan=plan), content(), plans.TODAY)


def check(figures: Figures, folder: Path) -> None:
    """Print and read back: every text, the list of what the typeface lacks, the record, and what others say of it."""
    data = checklist.build(figures)
    found = read(data)
    # The state stands in the column beside, and so within a text that goes on in the next row.
    letters = found.letters.replace(unspaced(content().option_label("TaskState", "open")), "")
    for item in figures.plan.checklist.own:
        for text in (item.text, item.comment):
            assert unspaced(Typesetter().text(text)) in letters, text[:60]
    for letter in MISSING:
        assert f"U+{ord(letter):04X} {unicodedata.name(letter)}" in found.text
    assert PLACEHOLDER in found.text
    assert verify(data, content(), figures).answer is Answer.VALID
    with opened(data) as document:
        sealed = decode(document.attachments[FILE_NAME].get_file().read_bytes())
    typed = {item.id: (item.text, item.comment) for item in figures.plan.checklist.own}
    assert {line.key: (line.text, line.comment) for line in sealed.lines if line.key in typed} == typed
    if qpdf := shutil.which("qpdf"):
        path = folder / "hostile.pdf"
        path.write_bytes(data)
        done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_five_hundred_hostile_items_some_of_them_very_long(tmp_path: Path) -> None:
    check(hostile(long_ones=12), tmp_path)


@pytest.mark.long
def test_five_hundred_hostile_items_all_of_them_very_long(tmp_path: Path) -> None:
    check(hostile(long_ones=COUNT), tmp_path)
