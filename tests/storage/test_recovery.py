"""Snapshots: offered when their owner is gone, never while it lives, and never deleted by an answer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import recovery as module
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery, SnapshotHeader

AT = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)


def header(path: Path | None = None, changes: int = 3, at: datetime = AT) -> SnapshotHeader:
    """Return what a snapshot says of itself."""
    return SnapshotHeader(path=str(path) if path else None, stamp="abc", at=at, changes=changes)


@pytest.fixture
def dead(folders: Folders, document: Document, tmp_path: Path) -> Recovery:
    """A program that left a snapshot and is gone."""
    left = Recovery(folders, lambda: AT, "død")
    left.write(document, header(tmp_path / "plan.digisos"))
    left.close()
    return left


@pytest.fixture
def alive(folders: Folders) -> Recovery:
    """The program that starts."""
    return Recovery(folders, lambda: AT, "ny")


def test_what_was_left_is_offered(dead: Recovery, alive: Recovery, document: Document, tmp_path: Path) -> None:
    (offer,) = alive.offers()
    assert (offer.name, offer.path, offer.at, offer.changes, offer.stamp) == (
        "Innføring på Vågå «æøå»",
        tmp_path / "plan.digisos",
        AT,
        3,
        "abc",
    )
    assert offer.document == document


def test_a_plan_without_a_file_is_offered_too(alive: Recovery, folders: Folders, document: Document) -> None:
    left = Recovery(folders, lambda: AT, "annen")
    left.write(document, header(None))
    left.close()
    assert [offer.path for offer in alive.offers()] == [None]


def test_what_another_window_works_on_is_not_offered(folders: Folders, document: Document, alive: Recovery) -> None:
    other = Recovery(folders, lambda: AT, "lever")
    other.write(document, header())
    assert alive.offers() == []
    other.close()
    assert len(alive.offers()) == 1


def test_a_snapshot_replaces_the_one_before_and_each_plan_has_its_own(
    folders: Folders, document: Document, alive: Recovery
) -> None:
    left = Recovery(folders, lambda: AT, "død")
    left.write(document, header(changes=1))
    left.write(document, header(changes=2))
    other = Document(plan=apply(document.plan, Set(("about", "plan_id"), "plan2")))
    left.write(other, header(changes=9, at=AT + timedelta(minutes=1)))
    left.close()
    assert [offer.changes for offer in alive.offers()] == [9, 2], "newest first"


def test_what_is_in_its_file_is_not_offered(folders: Folders, document: Document, alive: Recovery) -> None:
    left = Recovery(folders, lambda: AT, "død")
    left.write(document, header())
    left.clear(document)
    left.clear(document)
    left.close()
    assert alive.offers() == []


def test_an_answer_moves_the_work_to_the_archive(dead: Recovery, alive: Recovery, folders: Folders) -> None:
    (offer,) = alive.offers()
    data = offer.file.read_bytes()
    alive.archive(offer)
    alive.archive(offer)
    assert alive.offers() == []
    assert [file.read_bytes() for file in folders.archive.iterdir()] == [data]


def test_the_archive_does_not_grow_for_ever(
    alive: Recovery, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ARCHIVED", 3)
    path = tmp_path / "plan.digisos"
    for number in range(6):
        path.write_text(str(number), "utf-8")
        alive.keep_replaced(path)
    assert len(list(folders.archive.iterdir())) == 3
    alive.keep_replaced(tmp_path / "borte.digisos")


def test_damaged_work_is_left_alone(dead: Recovery, alive: Recovery, folders: Folders) -> None:
    (good,) = alive.offers()
    for position, data in enumerate((b"", b"{}\n", b"\x00" * 99, good.file.read_bytes()[:-9])):
        (folders.recovery / f"skadet{position}.borte.snapshot").write_bytes(data)
    assert [offer.file for offer in alive.offers()] == [good.file]
    assert len(list(folders.recovery.glob("*.snapshot"))) == 5


def test_the_id_of_a_hostile_plan_does_not_choose_where_we_write(alive: Recovery, folders: Folders) -> None:
    hostile = Document(plan=apply(Document().plan, Set(("about", "plan_id"), "../../../etc/\0passwd")))
    alive.write(hostile, header())
    assert [path.parent for path in folders.root.rglob("*.snapshot")] == [folders.recovery]


def test_nothing_to_offer_where_nothing_has_been(alive: Recovery, folders: Folders) -> None:
    assert alive.offers() == []
    alive.close()
    assert not folders.root.exists()
