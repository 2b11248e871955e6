"""Settings: remembered, and harmless to lose."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from digisos_wizard.storage import paths, settings
from digisos_wizard.storage.settings import Settings

TODAY = date(2026, 11, 23)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "ny" / "settings.json"
    wanted = Settings(help_folded=True, text_size=125, geometry="AAAA").remembering(
        tmp_path / "Vågå.digisos", "Vågå", TODAY
    )
    settings.save(path, wanted)
    assert settings.load(path) == wanted


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"text_size": "stor"}', b'{"unknown": 1}', b"\xff\x00"])
def test_damaged_settings_are_the_usual_ones(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert settings.load(path) == Settings()


def test_missing_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "borte.json") == Settings()
    assert settings.load(tmp_path) == Settings()


def test_settings_that_cannot_be_saved_trouble_nobody(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("i veien", "utf-8")
    settings.save(tmp_path / "fil" / "settings.json", Settings())


def test_recent_plans_are_newest_first_once_each_and_not_too_many(tmp_path: Path) -> None:
    wanted = Settings()
    for number in range(20):
        wanted = wanted.remembering(tmp_path / f"{number}.digisos", str(number), TODAY)
    wanted = wanted.remembering(tmp_path / "15.digisos", "nytt navn", TODAY)
    assert [plan.name for plan in wanted.recent] == ["nytt navn", "19", "18", "17", "16", "14", "13", "12"]


def test_changed_settings_are_validated() -> None:
    assert Settings().changed(text_size=150).text_size == 150
    with pytest.raises(ValidationError):
        Settings().changed(text_size="stor")


def test_everything_of_ours_lies_in_one_local_folder(own_folders: Path) -> None:
    folders = paths.user_folders()
    assert folders.root.is_relative_to(own_folders)
    for place in (folders.recovery, folders.archive, folders.settings, folders.log):
        assert place.is_relative_to(folders.root)


def test_what_is_usual_on_a_machine_holds_until_a_person_chooses(tmp_path: Path) -> None:
    own, machine = tmp_path / "settings.json", tmp_path / "felles" / "settings.json"
    machine.parent.mkdir()
    machine.write_text('{"text_size": 125, "help_folded": true}', "utf-8")
    found = settings.load(own, machine)
    assert (found.text_size, found.help_folded) == (125, True)
    settings.save(own, found.changed(help_folded=False), machine)
    machine.write_text('{"text_size": 150, "help_folded": true}', "utf-8")
    later = settings.load(own, machine)
    assert (later.text_size, later.help_folded) == (150, False), "only what was chosen is one's own"
    settings.save(own, later.changed(text_size=100), machine)
    assert settings.load(own, machine).text_size == 100, "the program's own size can be chosen too"


@pytest.mark.parametrize("data", [b"", b"{", b'{"text_size": 5}', b'{"recent": []}', b'{"text_size": "stor"}', b"\xff"])
def test_damaged_settings_of_a_machine_are_the_usual_ones(tmp_path: Path, data: bytes) -> None:
    own, machine = tmp_path / "settings.json", tmp_path / "felles.json"
    machine.write_bytes(data)
    assert settings.load(own, machine) == Settings()
    settings.save(own, Settings(text_size=125), machine)
    assert settings.load(own, machine).text_size == 125


def test_the_machine_has_its_place_on_windows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROGRAMDATA", "C:\\ProgramData")
    monkeypatch.setattr(paths, "WINDOWS", True)
    found = paths.machine_settings()
    assert found is not None
    assert found.parts[-2:] == ("Digisos-veiviser", "settings.json")
    monkeypatch.setattr(paths, "WINDOWS", False)
    assert paths.machine_settings() is None


def test_a_machine_file_may_begin_with_the_mark_that_editors_of_windows_put_there(tmp_path: Path) -> None:
    machine = tmp_path / "machine.json"
    machine.write_text('{"text_size": 125}', "utf-8-sig")
    assert settings.load(tmp_path / "settings.json", machine).text_size == 125
