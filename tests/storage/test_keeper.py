"""The keeper: nothing typed is lost, nothing of others overwritten, whatever the disk does."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from digisos_wizard.errors import SaveConflictError, SaveFailedError, UserError
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import planfile
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Offer, Recovery
from digisos_wizard.storage.replace import write_whole
from digisos_wizard.storage.writer import Delays
from tests.storage.helpers import Clock, renamed


@dataclass
class Desk:
    """A keeper whose time and disk are in our hands."""

    keeper: Keeper
    clock: Clock
    folders: Folders
    path: Path

    def wait(self, seconds: float) -> None:
        """Let time pass, and the writer do what is due."""
        self.clock.wait(seconds)
        self.keeper.writer.step()

    def open(self, document: Document) -> Document:
        """Write a plan to the file and open it from there."""
        stamp = write_whole(self.path, planfile.encode(document))
        opened = planfile.read(self.path).document
        self.keeper.start(opened, self.path, stamp)
        return opened

    def error(self) -> UserError | None:
        """Return what the window says is wrong with the saving."""
        return self.keeper.saved.error

    def on_disk(self) -> str:
        """Return the name of the plan in the file."""
        return planfile.read(self.path).document.plan.about.name

    def offers(self) -> list[Offer]:
        """Return what the next start would offer if this one died now."""
        next_start = Recovery(self.folders, self.clock.now)
        lock = self.keeper.recovery
        assert lock is not None
        lock._lock.release()
        return next_start.offers()


@pytest.fixture
def make(folders: Folders, clock: Clock, tmp_path: Path) -> Callable[[], Desk]:
    """How a keeper is made; each is a start of the program."""

    def made() -> Desk:
        keeper = Keeper(clock.now, Recovery(folders, clock.now), monotonic=clock.monotonic)
        return Desk(keeper, clock, folders, tmp_path / "plan.digisos")

    return made


@pytest.fixture
def desk(make: Callable[[], Desk]) -> Desk:
    return make()


def test_an_opened_plan_is_neither_pending_nor_snapshotted(desk: Desk, document: Document) -> None:
    desk.open(document)
    desk.wait(100)
    assert not desk.keeper.saved.pending
    assert desk.offers() == []


def test_a_change_is_in_a_snapshot_within_a_second(desk: Desk, document: Document) -> None:
    opened = desk.open(document)
    desk.keeper.changed(renamed(opened, "endret"))
    assert desk.keeper.saved.pending
    desk.wait(0.9)
    (offer,) = desk.offers()
    assert (offer.name, offer.changes, offer.path) == ("endret", 1, desk.path)
    assert desk.on_disk() == opened.plan.about.name, "the file waits for a pause"


def test_a_pause_puts_the_plan_in_its_file(desk: Desk, document: Document) -> None:
    desk.keeper.changed(renamed(desk.open(document), "endret"))
    desk.wait(3)
    assert desk.on_disk() == "endret"
    assert not desk.keeper.saved.pending
    assert desk.keeper.saved.at == desk.clock.now()
    assert desk.offers() == [], "what is in the file needs no snapshot"


def test_a_plan_without_a_file_is_snapshotted_and_stays_pending(desk: Desk, document: Document) -> None:
    desk.keeper.changed(document)
    desk.wait(100)
    assert desk.keeper.saved.pending
    (offer,) = desk.offers()
    assert offer.path is None
    assert offer.document == document


def test_changes_since_the_file_are_counted_by_step(desk: Desk, document: Document) -> None:
    opened = desk.open(document)
    desk.keeper.changed(renamed(opened, "a"))
    desk.wait(3)
    for name in ("b", "bc", "bcd"):
        desk.keeper.changed(renamed(opened, name), steps=1 if name == "b" else 0)
    desk.keeper.changed(renamed(opened, "e"))
    desk.wait(0.5)
    assert [offer.changes for offer in desk.offers()] == [2]


def test_going_back_to_what_is_in_the_file_takes_the_snapshot_away(desk: Desk, document: Document) -> None:
    opened = desk.open(document)
    desk.keeper.changed(renamed(opened, "endret"))
    desk.wait(0.5)
    assert len(desk.offers()) == 1
    desk.keeper.changed(opened)
    assert not desk.keeper.saved.pending
    desk.wait(0.5)
    assert desk.offers() == []


def test_another_hand_in_the_file_stops_the_saving_and_both_are_kept(desk: Desk, document: Document) -> None:
    opened = desk.open(document)
    write_whole(desk.path, planfile.encode(renamed(document, "deres")))
    desk.keeper.changed(renamed(opened, "min"))
    desk.wait(3)
    assert isinstance(desk.error(), SaveConflictError)
    assert desk.on_disk() == "deres"
    desk.keeper.changed(renamed(opened, "min to"))
    desk.wait(100)
    assert desk.on_disk() == "deres"
    assert [offer.name for offer in desk.offers()] == ["min to"]
    with pytest.raises(SaveConflictError):
        desk.keeper.save()
    mine = desk.path.with_name("min.digisos")
    desk.keeper.save_to(mine)
    assert desk.keeper.path == mine
    assert desk.error() is None
    assert not desk.keeper.saved.pending
    assert desk.on_disk() == "deres"
    assert planfile.read(mine).document.plan.about.name == "min to"


def test_what_is_replaced_on_purpose_is_in_the_archive(desk: Desk, document: Document) -> None:
    write_whole(desk.path, planfile.encode(renamed(document, "deres")))
    desk.keeper.changed(document)
    desk.keeper.save_to(desk.path)
    (kept,) = desk.folders.archive.iterdir()
    assert planfile.read(kept).document.plan.about.name == "deres"


def test_a_disk_that_is_away_is_told_and_tried_again(desk: Desk, document: Document, tmp_path: Path) -> None:
    home = tmp_path / "minnepinne"
    home.mkdir()
    desk.path = home / "plan.digisos"
    opened = desk.open(document)
    shutil.move(home, tmp_path / "borte")
    desk.keeper.changed(renamed(opened, "endret"))
    desk.wait(3)
    assert isinstance(desk.error(), SaveFailedError)
    assert desk.keeper.saved.pending
    assert [offer.name for offer in desk.offers()] == ["endret"]
    shutil.move(tmp_path / "borte", home)
    desk.wait(20)
    assert desk.error() is None
    assert desk.on_disk() == "endret"


def test_a_snapshot_that_cannot_be_written_is_told_until_it_can(desk: Desk, document: Document) -> None:
    desk.folders.root.parent.mkdir(exist_ok=True)
    desk.folders.root.write_text("i veien", "utf-8")
    told: list[UserError | None] = []
    desk.keeper.on_saved(lambda: told.append(desk.keeper.saved.error))
    desk.keeper.changed(document)
    desk.wait(0.5)
    assert isinstance(told[-1], SaveFailedError)
    desk.folders.root.unlink()
    desk.wait(20)
    assert told[-1:] == [None]
    assert len(desk.offers()) == 1


def test_closing_puts_the_plan_in_its_file_and_lets_go_of_it(desk: Desk, document: Document) -> None:
    desk.keeper.changed(renamed(desk.open(document), "endret"))
    desk.keeper.close()
    assert desk.on_disk() == "endret"
    assert desk.keeper.path is None
    assert not desk.keeper.saved.pending
    assert desk.offers() == []


def test_closing_what_cannot_be_saved_leaves_it_for_the_next_start(desk: Desk, document: Document) -> None:
    opened = desk.open(document)
    write_whole(desk.path, planfile.encode(renamed(document, "deres")))
    desk.keeper.changed(renamed(opened, "min"))
    with pytest.raises(SaveConflictError):
        desk.keeper.close()
    assert desk.keeper.path is None
    assert [offer.name for offer in desk.offers()] == ["min"]


def test_stopping_without_closing_leaves_a_snapshot_as_well(make: Callable[[], Desk], document: Document) -> None:
    first = make()
    first.keeper.changed(document)
    first.keeper.stop()
    recovery = make().keeper.recovery
    assert recovery is not None
    assert [offer.document for offer in recovery.offers()] == [document]


def test_recovered_work_goes_on_from_its_file(make: Callable[[], Desk], document: Document) -> None:
    first = make()
    first.keeper.changed(renamed(first.open(document), "endret"), steps=4)
    first.wait(0.5)
    (offer,) = first.offers()
    second = make()
    second.keeper.take(offer)
    assert second.keeper.saved.pending
    assert second.keeper.path == first.path
    assert not offer.file.exists()
    kept = {file.suffix for file in second.folders.archive.iterdir()}
    assert kept == {".snapshot", ".digisos"}, "the work and the file as it was"
    second.wait(3)
    assert second.on_disk() == "endret"
    assert second.offers() == []


def test_recovered_work_never_overwrites_a_file_that_has_gone_on(make: Callable[[], Desk], document: Document) -> None:
    first = make()
    first.keeper.changed(renamed(first.open(document), "gammelt arbeid"))
    first.wait(0.5)
    (offer,) = first.offers()
    write_whole(first.path, planfile.encode(renamed(document, "nyere")))
    second = make()
    second.keeper.take(offer)
    second.wait(3)
    assert isinstance(second.error(), SaveConflictError)
    assert second.on_disk() == "nyere"
    assert [found.name for found in second.offers()] == ["gammelt arbeid"]


def test_recovered_work_is_not_archived_before_it_is_safe_again(
    make: Callable[[], Desk], document: Document, tmp_path: Path
) -> None:
    first = make()
    first.keeper.changed(document)
    first.wait(0.5)
    (offer,) = first.offers()
    blocked = Keeper(first.clock.now, Recovery(Folders(tmp_path / "plan.digisos" / "inni"), first.clock.now))
    (tmp_path / "plan.digisos").write_text("i veien", "utf-8")
    blocked.take(offer)
    assert offer.file.exists()
    assert isinstance(blocked.saved.error, SaveFailedError)


def test_a_copy_leaves_the_plan_where_it_was(desk: Desk, document: Document) -> None:
    opened = desk.open(document)
    copy = desk.path.with_name("kopi.digisos")
    desk.keeper.save_copy(copy)
    assert planfile.read(copy).document == opened
    assert desk.keeper.path == desk.path


def test_listeners_are_told_until_they_stop(desk: Desk, document: Document) -> None:
    told: list[bool] = []
    stop = desk.keeper.on_saved(lambda: told.append(desk.keeper.saved.pending))
    opened = desk.open(document)
    desk.keeper.changed(renamed(opened, "a"))
    desk.keeper.changed(renamed(opened, "b"))
    desk.wait(3)
    assert told == [False, True, False]
    stop()
    desk.keeper.changed(renamed(opened, "c"))
    assert told == [False, True, False]


def test_without_recovery_nothing_is_written_but_what_is_asked_for(
    clock: Clock, tmp_path: Path, document: Document
) -> None:
    keeper = Keeper(clock.now, monotonic=clock.monotonic)
    keeper.changed(document)
    clock.wait(100)
    keeper.writer.step()
    keeper.save()
    keeper.close()
    keeper.stop()
    assert not list(tmp_path.iterdir())


@pytest.fixture
def threaded(folders: Folders, clock: Clock) -> Iterator[Keeper]:
    """A keeper with its thread, which saves without a wait."""
    delays = Delays(snapshot=0, pause=0)
    keeper = Keeper(clock.now, Recovery(folders, clock.now), background=True, delays=delays)
    yield keeper
    keeper.stop()


def test_the_last_of_many_versions_is_the_one_in_the_file(threaded: Keeper, tmp_path: Path, document: Document) -> None:
    """The window changes while the thread saves; the last word is the window's."""
    path = tmp_path / "plan.digisos"
    threaded.start(document, path, write_whole(path, planfile.encode(document)))
    settled = threading.Event()
    last = renamed(document, "nummer 300")

    def look() -> None:
        if not threaded.saved.pending and threaded._held.document is last:
            settled.set()

    threaded.on_saved(look)
    for number in range(300):
        threaded.changed(renamed(document, f"nummer {number}"))
    threaded.changed(last)
    assert settled.wait(30)
    assert threaded.saved.error is None
    assert planfile.read(path).document == last
