"""Commands speak the language that is asked for, and else the one in the settings."""

import re
from pathlib import Path

import pytest

from digisos_wizard import commands
from digisos_wizard.commands import VERBS
from digisos_wizard.export import EXPORTS
from digisos_wizard.i18n import BOKMAAL, spoken
from digisos_wizard.storage import settings
from digisos_wizard.storage.paths import user_folders
from tests import pseudo

KEYS = re.compile(r"--?[a-z]+|[{(\[].*?[})\]]|[\w.-]+\.(json|pdf|digisos|xlsx|p12|pfx)|digisos-wizard|«.*?»")
"""Options, and what stands for something else: the same in every language."""
NAMES = re.compile("|".join(sorted((kind.key for kind in EXPORTS), key=len, reverse=True)))
"""What documents are asked for by."""
KINDS = {"PDF", "hamar", "vertskommune", "connect", "final", *VERBS}


def foreign(text: str) -> set[str]:
    """Return the words that another language said."""
    return set(pseudo.latin_words(KEYS.sub("", NAMES.sub("", text)))) - KINDS


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_verb_explains_itself_in_the_language(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with spoken(pseudo.language()), pytest.raises(SystemExit):
        commands.run([*([verb] if verb else []), "--help"])
    told = capsys.readouterr().out
    assert foreign(told) == set(), told


def test_what_a_verb_finds_is_said_in_the_language(
    hamar: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    translated = pseudo.translate_content(tmp_path / "resources")
    monkeypatch.setattr("digisos_wizard.content.loader.resources", lambda: translated)
    with spoken(pseudo.language()):
        commands.run(["check", str(hamar), "--today", "2026-11-29"])
    own = set(pseudo.latin_words(hamar.read_text("utf-8")))
    told = capsys.readouterr().out
    assert foreign(told) - own == set()
    assert any(letter in pseudo.CYRILLIC for letter in told)


def test_the_language_asked_for_goes_before_the_one_in_the_settings() -> None:
    assert commands.chosen_language([]) == BOKMAAL
    settings.save(user_folders().settings, settings.Settings(language="qq"))
    assert commands.chosen_language(["check", "plan.digisos"]) == BOKMAAL, "not one that the program speaks"
    assert commands.chosen_language(["check", "--language", "nb"]).key == "nb"
    assert commands.chosen_language(["check", "--language"]) == BOKMAAL
