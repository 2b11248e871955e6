"""Whole or nothing: what stands in the file is the old or the new, and never somebody else's overwritten."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from digisos_wizard.errors import BadFileNameError, SaveConflictError, SaveFailedError
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import paths, planfile, replace
from digisos_wizard.storage.planfile import stamp_of
from digisos_wizard.storage.replace import check_name, reason, write_whole


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    path = tmp_path / "plan æøå.digisos"
    assert write_whole(path, b"en") == stamp_of(b"en")
    assert write_whole(path, b"to", expected=stamp_of(b"en")) == stamp_of(b"to")
    assert path.read_bytes() == b"to"
    assert list(tmp_path.iterdir()) == [path], "nothing is left beside it"


def test_another_version_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "plan.digisos"
    path.write_bytes(b"deres")
    with pytest.raises(SaveConflictError):
        write_whole(path, b"min", expected=stamp_of(b"min gamle"))
    assert path.read_bytes() == b"deres"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "plan.digisos"
    write_whole(path, b"ny", expected=stamp_of(b"gammel"))
    assert path.read_bytes() == b"ny"


def test_a_folder_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError, match="mappen finnes ikke"):
        write_whole(tmp_path / "borte" / "plan.digisos", b"x")


def test_a_folder_in_the_way_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "plan.digisos" / "inni").mkdir(parents=True)
    with pytest.raises(SaveFailedError):
        write_whole(tmp_path / "plan.digisos", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.digisos"]


def test_a_name_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError) as caught:
        write_whole(tmp_path / f"{'x' * 300}.digisos", b"x")
    if sys.platform != "win32":
        assert "for lang" in caught.value.message
    assert not list(tmp_path.iterdir())


@pytest.mark.posix
def test_rights_and_links_stay(tmp_path: Path) -> None:
    real = tmp_path / "ekte.digisos"
    real.write_bytes(b"gammel")
    real.chmod(0o640)
    link = tmp_path / "lenke.digisos"
    link.symlink_to(real)
    write_whole(link, b"ny")
    assert link.is_symlink()
    assert real.read_bytes() == b"ny"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_crash_before_the_replacement_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.digisos"
    path.write_bytes(b"gammel")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailedError, match="disken er full"):
        write_whole(path, b"ny")
    assert path.read_bytes() == b"gammel"
    assert list(tmp_path.iterdir()) == [path]


def test_windows_is_asked_again_while_the_file_is_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.digisos"
    refusals = iter([True, True, False])
    real = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if next(refusals):
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    waited: list[float] = []
    monkeypatch.setattr(replace, "WINDOWS", True)
    monkeypatch.setattr(Path, "replace", busy)
    write_whole(path, b"ny", sleep=waited.append)
    assert path.read_bytes() == b"ny"
    assert waited == list(paths.PAUSES[:2])


def test_windows_gives_up_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.digisos"
    path.write_bytes(b"gammel")

    def busy(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    waited: list[float] = []
    monkeypatch.setattr(replace, "WINDOWS", True)
    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(SaveFailedError, match="i bruk"):
        write_whole(path, b"ny", sleep=waited.append)
    assert sum(waited) < 3
    assert path.read_bytes() == b"gammel"


@pytest.mark.parametrize(
    "name",
    ["con", "CON.digisos", "aux .digisos", "conout$", "lpt1.xlsx", "a:b.digisos", "hva?.pdf", "plan ", "plan.", "a\tb"],
)
def test_names_that_windows_cannot_keep_are_refused_there(name: str) -> None:
    with pytest.raises(BadFileNameError):
        check_name(name, windows=True)
    check_name(name, windows=False)


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_names_that_nobody_can_keep_are_refused_everywhere(name: str) -> None:
    with pytest.raises(BadFileNameError):
        check_name(name, windows=False)


@pytest.mark.parametrize("name", ["Plan for NAV Vågå.digisos", "console.digisos", "com10.xlsx", ".skjult"])
def test_ordinary_names_are_allowed(name: str) -> None:
    check_name(name, windows=True)


def test_a_reason_is_always_given_and_tells_nothing_private() -> None:
    assert reason(OSError(errno.EROFS, "x", "/hemmelig/sti")) == "det kan ikke skrives til denne disken"
    assert "hemmelig" not in reason(OSError(errno.EIO, "x", "/hemmelig/sti"))
    assert "EIO" in reason(OSError(errno.EIO, "x"))
    assert "ValueError" in reason(ValueError("embedded null byte"))


def test_long_paths_get_the_extended_form_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.extended("C:\\kort\\plan.digisos") == "C:\\kort\\plan.digisos"
    long = "C:\\" + "mappe\\" * 50 + "plan.digisos"
    assert paths.extended(long) == "\\\\?\\" + long
    assert paths.extended("\\\\?\\" + long) == "\\\\?\\" + long
    share = "\\\\tjener\\felles\\" + "mappe\\" * 50 + "plan.digisos"
    assert paths.extended(share) == "\\\\?\\UNC\\" + share[2:]


@pytest.mark.windows
def test_a_file_that_is_really_open_is_replaced_once_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "plan.digisos"
    path.write_bytes(b"gammel")
    reader = path.open("rb")
    waited: list[float] = []

    def let_go(pause: float) -> None:
        waited.append(pause)
        reader.close()

    write_whole(path, b"ny", sleep=let_go)
    assert path.read_bytes() == b"ny"
    assert len(waited) == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.windows
def test_a_plan_far_down_is_written_and_read(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 300:
        folder = folder / "Innføring av digital søknad i Vågå"
        Path(paths.extended(str(folder))).mkdir()
    path = folder / "plan.digisos"
    write_whole(path, planfile.encode(Document()))
    assert planfile.read(path).document == Document()


@pytest.mark.parametrize(
    ("number", "words"),
    [(206, "for lang"), (123, "ikke gyldig"), (53, "svarer ikke"), (362, "OneDrive"), (389, "OneDrive")],
)
def test_what_only_windows_tells_is_told_on(number: int, words: str) -> None:
    error = OSError(errno.EINVAL, "x")
    setattr(error, "winerror", number)  # noqa: B010 - the attribute exists on Windows alone
    assert words in reason(error)


@pytest.mark.windows
def test_a_file_that_another_program_keeps_is_left_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.digisos"
    path.write_bytes(b"gammel")
    with path.open("rb"), pytest.raises(SaveFailedError, match="i bruk"):
        write_whole(path, b"ny", sleep=lambda _pause: None)
    assert path.read_bytes() == b"gammel"
    assert list(tmp_path.iterdir()) == [path]


def test_a_busy_file_is_asked_for_again_on_windows_alone() -> None:
    answers = iter([PermissionError(errno.EACCES, "in use"), PermissionError(errno.EACCES, "in use"), None])
    waited: list[float] = []

    def act() -> str:
        if (error := next(answers)) is not None:
            raise error
        return "open"

    assert paths.patiently(act, sleep=waited.append, windows=True) == "open"
    assert waited == list(paths.PAUSES[:2])

    def refused() -> None:
        raise PermissionError(errno.EACCES, "no right")

    with pytest.raises(PermissionError):
        paths.patiently(refused, sleep=waited.append, windows=False)
    assert len(waited) == 2
