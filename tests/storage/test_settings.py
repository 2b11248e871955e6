"""Settings: remembered, and harmless to lose."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from digisos_wizard.storage import paths, settings
from digisos_wizard.storage.settings import Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "ny" / "settings.json"
    wanted = Settings(help_folded=True, text_size=125, geometry="AAAA").remembering(tmp_path / "Vågå.digisos", "Vågå")
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
        wanted = wanted.remembering(tmp_path / f"{number}.digisos", str(number))
    wanted = wanted.remembering(tmp_path / "15.digisos", "nytt navn")
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
