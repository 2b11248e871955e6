"""Content that doesn't hold together is refused at load, and the message names file and entry."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.errors import ContentError

Entries = list[dict[str, Any]]
Change = Callable[[Entries], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    shutil.copytree(resources() / "content", tmp_path / "content")
    return tmp_path


def spoil(folder: Path, name: str, change: Change) -> None:
    """Change the entries of one file."""
    file = folder / "content" / "nb" / f"{name}.json"
    entries: Entries = json.loads(file.read_text("utf-8"))
    change(entries)
    file.write_text(json.dumps(entries), "utf-8")


def set_first(**fields: object) -> Change:
    """Return a change of the first entry."""
    return lambda entries: entries[0].update(fields)


def set_inner(table: str, **fields: object) -> Change:
    """Return a change of the first row within the last entry."""
    return lambda entries: entries[-1][table][0].update(fields)


BAD: tuple[tuple[str, Change, str, str], ...] = (
    ("roles", lambda entries: entries.append(entries[0]), "it", "not unique"),
    ("roles", set_first(id=""), "–", "not unique"),
    ("roles", set_first(sources=[]), "it", "no source"),
    ("roles", set_first(sources=[{"document": "H22"}]), "it", "no place in H22"),
    ("roles", set_first(titel="Feil"), "it", "titel"),
    ("roles", set_first(phases=["snart"]), "it", "phases"),
    ("roles", set_first(valid_from="2022-02-02", valid_to="2022-02-01"), "it", "before it is valid"),
    ("catalogues", lambda entries: entries.reverse(), "2019", "not valid from a later day"),
    ("catalogues", lambda entries: entries.clear(), "–", "no version"),
    ("signers", set_first(roles=["magic"]), "whole", "unknown role magic"),
    ("signers", set_first(section="magic"), "whole", "unknown section magic"),
    ("agreements", set_first(mail="{magic}"), "cooperation", "unknown fact magic"),
    (
        "catalogues",
        lambda entries: entries[1]["prices"].append(entries[1]["prices"][0]),
        "2022/digifin",
        "not unique",
    ),
    ("catalogues", set_inner("prices", sources=[]), "digifin", "no source"),
    ("catalogues", set_inner("prices", amount="gratis"), "own", "amount"),
    ("checklists", set_inner("items", evidence="magic"), "decision.start", "unknown evidence magic"),
    ("checklists", set_inner("items", evidence="agreement:magic"), "decision.start", "unknown evidence"),
    ("checklists", set_inner("items", section="magic"), "decision.start", "unknown section magic"),
    ("fields", set_first(options="Magic"), "about.plan_id", "unknown options Magic"),
    ("tasks", set_first(group="magic"), "", "unknown group magic"),
    ("benefits", set_first(group="magic"), "", "unknown group magic"),
    ("risks", set_first(kind="ros", aspect=None), "", "aspect"),
    ("scales", lambda entries: entries.pop(), "", "without words"),
    ("sources", lambda entries: entries.pop(), "", "every document"),
    ("steps", lambda entries: entries[0]["paragraphs"][0].update(sources=[]), "overview", "no source"),
    ("steps", lambda entries: entries.pop(3), "roles", "every step has its help"),
    ("activities", set_first(evidence="magic"), "decide", "unknown evidence"),
    ("activities", set_first(role="magic"), "decide", "unknown role magic"),
    ("activities", set_first(after=["magic"]), "decide", "unknown activity magic"),
    ("activities", set_first(earliest=-3, latest=None), "decide", "half a window"),
    ("activities", set_first(earliest=-3, latest=-9), "decide", "before the start"),
    ("activities", set_first(after=["fiks"]), "decide", "due before fiks"),
    ("activities", set_first(after=["decide"]), "decide", "both before and after"),
    ("benefits", set_first(baseline_steps=["magic"]), "", "unknown step magic"),
    ("benefits", set_first(leads_to=["magic"]), "", "leads to unknown magic"),
    ("map_nodes", set_first(leads_to=["attachments"]), "application", "isn't further right"),
    ("map_nodes", set_first(id="quality"), "quality", "a benefit has the same id"),
    ("questions", set_inner("questions", sources=[]), "contingency.watch", "no source"),
    ("questions", set_inner("questions", fields=["magic"]), "contingency.watch", "unknown field magic"),
    ("questions", set_first(step="magic"), "decision", "unknown step magic"),
    ("measuring_points", lambda entries: entries.reverse(), "12", "order of their months"),
)


@pytest.mark.parametrize(("name", "change", "entry", "words"), BAD)
def test_what_does_not_hold_together_is_named(folder: Path, name: str, change: Change, entry: str, words: str) -> None:
    spoil(folder, name, change)
    with pytest.raises(ContentError) as caught:
        load(folder=folder)
    message = str(caught.value)
    assert f"{name}.json" in message
    assert entry in message
    assert words in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "roles.json"),
        ('{"id": "it"}', "not a list"),
        ("[1]", "not a list"),
        ('[{"id": "it", "id": "it"}]', "used twice"),
        ('[{"id": "it", "why": 0.11}]', "as text"),
        ('[{"id": "it", "why": NaN}]', "as text"),
        (b"\xff\xfe", "roles.json"),
    ],
)
def test_a_file_that_is_no_list_of_entries(folder: Path, text: str | bytes, words: str) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / "content" / "nb" / "roles.json").write_bytes(raw)
    with pytest.raises(ContentError, match=words):
        load(folder=folder)


def test_a_file_that_is_gone(folder: Path) -> None:
    (folder / "content" / "nb" / "roles.json").unlink()
    with pytest.raises(ContentError, match=r"roles\.json"):
        load(folder=folder)


def test_another_language_overrides_by_id(folder: Path) -> None:
    nynorsk = folder / "content" / "nn"
    nynorsk.mkdir()
    words = [{"id": "it", "title": "IT på nynorsk"}, {"id": "gone", "title": "?"}]
    (nynorsk / "roles.json").write_text(json.dumps(words), "utf-8")
    content = load("nn", folder)
    assert content.roles[0].title == "IT på nynorsk"
    assert content.roles[0].why == load().roles[0].why
    assert content.roles[1].title == load().roles[1].title


def test_entries_within_an_entry_are_translated_one_by_one(folder: Path) -> None:
    nynorsk = folder / "content" / "nn"
    nynorsk.mkdir()
    catalogue = {"id": "2022", "prices": [{"id": "digifin", "label": "Medlemskap i DigiFin (nn)"}]}
    (nynorsk / "catalogues.json").write_text(json.dumps([catalogue]), "utf-8")
    content = load("nn", folder)
    new, old = content.catalogue("2022"), load().catalogue("2022")
    assert new.price("digifin") is not None
    assert new.prices[0].label.endswith("(nn)")
    assert new.prices[0].amount == old.prices[0].amount
    assert new.prices[1:] == old.prices[1:]
