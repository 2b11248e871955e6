"""Population files as people download them, in every dress; and what must never be guessed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.errors import IntakeError, UnreadableFileError
from digisos_wizard.intake.files import LARGEST, read_bytes
from digisos_wizard.intake.population import Counted, edits, match, read
from digisos_wizard.model.decision import Municipality
from digisos_wizard.model.edits import apply
from digisos_wizard.model.plan import Plan
from tests.model.given import plan_of

WITH_TITLE = '"07459: Befolkning, etter region, statistikkvariabel og år"\n\n"region";"Personer 2023";"Personer 2024"\n'
SEMICOLON = (
    WITH_TITLE + '"K-1103 Stavanger";148682;149048\n"K-3403 Hamar";32591;32879\n"K-0301 Oslo – Oslove";709037;717710\n'
)
COMMA = "region,2024\n1103 Stavanger,149048\n3403 Hamar,32879\n"
COLUMNS = "kommunenummer\tnavn\t2024\n3403\tHamar\t32 879\n"


@pytest.mark.parametrize("text", [SEMICOLON, COMMA, COLUMNS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_newest_year_is_read_whatever_the_dress(text: str, encoding: str, line_end: str) -> None:
    file = read(text.replace("\n", line_end).encode(encoding))
    assert Counted("3403", "Hamar", 32_879) in file.rows
    assert file.counted_on == date(2024, 1, 1)


@pytest.mark.parametrize("spelling", ["K-3403 Hamar", "3403 Hamar", "K_3403 Hamar", "k 3403  Hamar"])
def test_spellings_of_a_region(spelling: str) -> None:
    assert read(f"region;2024\n{spelling};32879\n".encode()).rows == (Counted("3403", "Hamar", 32_879),)


@pytest.mark.parametrize("figure", ["32879", "32 879", "32\u00a0879", "32\u202f879"])
def test_figures_with_any_space(figure: str) -> None:
    assert read(f"region;2024\n3403 Hamar;{figure}\n".encode()).rows[0].people == 32_879


@pytest.mark.parametrize("figure", ["", "..", ":", ".", "mange", "-3"])
def test_a_missing_figure_is_missing_and_not_0(figure: str) -> None:
    file = read(f"region;2024\n3403 Hamar;{figure}\n".encode())
    assert file.rows[0].people is None
    place = Municipality(id="a", name="Hamar", number="3403")
    assert "ikke noe tall" in match((place,), file).missing[0]


def test_quarters_have_no_day_that_we_know() -> None:
    assert read(b"region;2024K3\n3403 Hamar;32900\n").counted_on is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ingen kommuner"),
        (b"helt annen tekst", "ingen kommuner"),
        (b"navn;tall\nHamar;32879\n", "ingen kommuner"),
        (b"PK\x03\x04\x00\x00", "ikke en tekstfil"),
        ("region;2024\nH\u00e5".encode("utf-16"), "ikke en tekstfil"),
        (b"region;kj\xc3\xb8nn;2024\n3403 Hamar;Menn;16000\n3403 Hamar;Kvinner;16879\n", "flere ganger"),
    ],
)
def test_what_is_no_such_table_is_said(data: bytes, words: str) -> None:
    with pytest.raises(IntakeError, match=words) as caught:
        read(data)
    assert caught.value.safe == "Ingenting er endret."
    assert caught.value.next_step


def named(name: str, number: str = "") -> Municipality:
    return Municipality(id="a", name=name, number=number)


FILE = read(
    (
        "region;2024\n3403 Hamar;32879\n3419 Våler (Innlandet);3600\n3114 Våler (Østfold);6100\n"
        "5001 Trondheim - Tråante;214565\n0301 Oslo;717710\n"
    ).encode()
)


@pytest.mark.parametrize(
    ("place", "number"),
    [
        (named("Hamar"), "3403"),
        (named(" hamar "), "3403"),
        (named("", "3403"), "3403"),
        (named("Trondheim"), "5001"),
        (named("Tråante"), "5001"),
        (named("Våler", "3114"), "3114"),
        (named("Våler (Innlandet)"), "3419"),
    ],
)
def test_a_municipality_is_found_by_number_or_by_its_whole_name(place: Municipality, number: str) -> None:
    ((found, row),) = match((place,), FILE).found
    assert found == "a"
    assert row.number == number


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (named("Ham"), "fant ingen"),
        (named("Hamar kommune"), "fant ingen"),
        (named("Våler"), "flere kommuner"),
        (named("Oslo", "3403"), "tilhører Hamar"),
        (named("Hamar", "9999"), "fant ingen"),
        (named(""), "fant ingen"),
    ],
)
def test_what_is_not_certain_is_listed_and_never_guessed(place: Municipality, words: str) -> None:
    matches = match((place,), FILE)
    assert not matches.found
    assert words in matches.missing[0]


def test_what_was_found_goes_into_the_plan() -> None:
    plan = apply(plan_of(None, 2_000), *edits(match((named("Hamar"),), FILE), FILE.counted_on))
    place = plan.decision.municipalities[0]
    assert (place.number, place.population, place.population_date) == ("3403", 32_879, date(2024, 1, 1))
    assert plan.decision.municipalities[1] == plan_of(None, 2_000).decision.municipalities[1]
    assert isinstance(plan, Plan)


def test_a_file_that_is_gone_or_far_too_large(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        read_bytes(tmp_path / "borte.csv")
    large = tmp_path / "stor.csv"
    large.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(IntakeError, match="for stor"):
        read_bytes(large)
    large.write_bytes(b"x" * 10)
    assert read_bytes(large) == b"x" * 10


@given(st.binary(max_size=400) | st.text(alphabet="K0123456789;,\n\tHamar -()", max_size=200).map(str.encode))
def test_no_file_breaks_the_reader(data: bytes) -> None:
    try:
        file = read(data)
    except IntakeError:
        return
    assert file.rows
    match((named("Hamar"), named("", "3403")), file)
