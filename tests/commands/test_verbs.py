"""The verbs: what they write and print, and how they answer."""

import json
import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pikepdf
import pytest

import digisos_wizard
from digisos_wizard.__main__ import main
from digisos_wizard.commands.verb import example_names
from digisos_wizard.export import EXPORTS
from digisos_wizard.model.address import read as read_address
from digisos_wizard.model.address import resolve
from digisos_wizard.model.plan import SCHEMA_VERSION
from digisos_wizard.storage import planfile

TODAY = ("--today", "2026-11-23")
Heard = pytest.CaptureFixture[str]


def one_line(capsys: Heard) -> str:
    """Return what was said on stderr, which is one line and nothing on stdout."""
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err.count("\n") == 1
    assert "Traceback" not in heard.err
    return heard.err


# ----------------------------------------------------------------------------------------------------------------- new


@pytest.mark.parametrize("name", ["hamar", "vertskommune"])
def test_a_plan_from_an_example_is_a_plan_of_its_own(name: str, tmp_path: Path, capsys: Heard) -> None:
    ids = set()
    for number in range(2):
        path = tmp_path / f"{number}.digisos"
        assert main(["new", "--example", name, str(path)]) == 0
        assert capsys.readouterr().out == f"{path}\n"
        ids.add(planfile.read(path).document.plan.about.plan_id)
    assert len(ids) == 2


def test_an_empty_plan_is_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "NAV Vågå.digisos"
    assert main(["new", str(path), *TODAY]) == 0
    plan = planfile.read(path).document.plan
    assert plan.about.name == "NAV Vågå"
    assert str(plan.about.created_on) == "2026-11-23"
    assert plan.costs.catalogue
    assert plan.checklist.catalogue


def test_a_plan_gets_the_ending_of_plans(tmp_path: Path, capsys: Heard) -> None:
    assert main(["new", str(tmp_path / "NAV Ask 2.0"), *TODAY]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "NAV Ask 2.0.digisos")
    assert planfile.read(tmp_path / "NAV Ask 2.0.digisos").document.plan.about.name == "NAV Ask 2.0"


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path, capsys: Heard) -> None:
    path = tmp_path / "plan.digisos"
    path.write_text("noe annet", "utf-8")
    assert main(["new", str(path)]) == 2
    assert "finnes fra før" in one_line(capsys)
    assert path.read_text("utf-8") == "noe annet"


def test_an_unknown_example_is_told_with_the_names_there_are(tmp_path: Path, capsys: Heard) -> None:
    assert main(["new", "--example", "atlantis", str(tmp_path / "plan.digisos")]) == 2
    line = one_line(capsys)
    for name in example_names():
        assert name in line
    assert not list(tmp_path.iterdir())


# -------------------------------------------------------------------------------------------------------------- export


def test_both_documents_are_written_and_can_be_read(hamar: Path, tmp_path: Path, capsys: Heard) -> None:
    folder = tmp_path / "ny" / "mappe"
    assert main(["export", str(hamar), "--to", str(folder), *TODAY]) == 0
    printed = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(printed) == sorted(folder.iterdir())
    workbook = next(path for path in printed if path.suffix == ".xlsx")
    assert openpyxl.load_workbook(workbook).sheetnames
    with pikepdf.open(next(path for path in printed if path.suffix == ".pdf")) as pdf:
        assert len(pdf.pages) > 0


@pytest.mark.parametrize(("only", "suffix"), [("workbook", ".xlsx"), ("checklist", ".pdf")])
def test_one_document_alone(hamar: Path, tmp_path: Path, only: str, suffix: str) -> None:
    folder = tmp_path / "ut"
    assert main(["export", str(hamar), "--to", str(folder), "--only", only]) == 0
    assert [path.suffix for path in folder.iterdir()] == [suffix]


def test_a_folder_that_cannot_be_made_is_told(hamar: Path, capsys: Heard) -> None:
    assert main(["export", str(hamar), "--to", str(hamar / "inni")]) == 2
    line = one_line(capsys)
    assert "inni" in line
    assert "Ingenting er skrevet" in line


def test_a_document_that_cannot_be_written_is_told_without_speaking_of_windows(
    hamar: Path, tmp_path: Path, capsys: Heard
) -> None:
    assert main(["export", str(hamar), "--to", str(tmp_path / "ut"), "--only", "memo", *TODAY]) == 0
    (written,) = (tmp_path / "ut").iterdir()
    written.unlink()
    written.mkdir()
    assert main(["export", str(hamar), "--to", str(tmp_path / "ut"), "--only", "memo", *TODAY]) == 2
    told = capsys.readouterr().err
    assert f"Kan ikke skrive {written.name}" in told
    assert "er ikke rørt" in told
    assert "sikkerhetskopi" not in told


def test_some_documents_alone(hamar: Path, tmp_path: Path, capsys: Heard) -> None:
    asked = ["export", str(hamar), "--to", str(tmp_path), "--only", "memo", "--only", "contacts", *TODAY]
    assert main(asked) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_the_help_names_every_document(capsys: Heard) -> None:
    from digisos_wizard.export import EXPORTS

    with pytest.raises(SystemExit):
        main(["export", "--help"])
    told = capsys.readouterr().out
    assert all(told.count(f"    {kind.key} ") == 1 and kind.title in told for kind in EXPORTS)


def test_a_document_that_somebody_wrote_in_is_kept(hamar: Path, tmp_path: Path, capsys: Heard) -> None:
    again = ["export", str(hamar), "--to", str(tmp_path / "ut"), "--only", "memo-word"]
    assert main(again) == 0
    written = Path(capsys.readouterr().out.strip())
    assert main(again) == 0
    assert list(written.parent.iterdir()) == [written], "the same document is not kept twice"
    capsys.readouterr()
    for words in (b"mine ord", b"flere ord"):
        written.write_bytes(words)
        assert main(again) == 0
        assert "tatt vare på" in capsys.readouterr().err
    kept = {path.read_bytes() for path in written.parent.iterdir() if "forrige" in path.name}
    assert kept == {b"mine ord", b"flere ord"}


# ---------------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize("verb", [["check"], ["figures"], ["export", "--to", "ut"]])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "kan ikke leses"),
        (b"PK\x03\x04", "er ikke en Digisos-plan"),
        (b'{"format":"digisos-plan","schema":1', "skadet"),
        (b'{"format":"digisos-plan","schema":99,"plan":\n{}}', "nyere versjon"),
    ],
)
def test_a_file_that_is_no_plan_is_told_on_one_line_and_left_alone(
    verb: list[str],
    data: bytes | None,
    words: str,
    tmp_path: Path,
    capsys: Heard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.digisos"
    if data is not None:
        path.write_bytes(data)
    assert main([verb[0], str(path), *verb[1:]]) == 2
    assert words in one_line(capsys)
    assert [found.read_bytes() for found in tmp_path.iterdir()] == ([data] if data is not None else [])


# --------------------------------------------------------------------------------------------------------------- check


def test_check_tells_by_step_what_is_missing(hamar: Path, capsys: Heard) -> None:
    assert main(["check", str(hamar), *TODAY]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "Avtaler" in lines
    assert any(line.startswith("  Mangler: ") for line in lines)
    assert any(line.startswith("  Stopper: ") for line in lines)
    assert lines[-1].startswith("Klar for påkobling: Nei")


def test_what_must_be_watched_is_told_with_who_when_and_how_long_it_can_wait(hamar: Path, capsys: Heard) -> None:
    main(["check", str(hamar), *TODAY])
    told = capsys.readouterr().out
    assert "Gjennomfør opplæring i fagsystemet og søknaden. Ansvarlig: Kari Eksempel. Frist: 23. februar 2027." in told
    assert "arbeidsdager å gå på." in told
    assert "Frist 11. februar 2027." in told, "next year's date has its year"


def test_the_final_phase_asks_for_more(hamar: Path, capsys: Heard) -> None:
    def opened(phase: str) -> int:
        main(["check", str(hamar), "--phase", phase, *TODAY])
        lines = capsys.readouterr().out.splitlines()
        return len(lines) - lines.index("Åpent på sjekklisten")

    assert opened("final") > opened("connect")


def test_a_plan_with_everything_in_place_is_ready(hamar: Path, tmp_path: Path, capsys: Heard) -> None:
    """Answer every open item as not relevant, with a reason, and accept what is over the limit."""
    from digisos_wizard.content import load
    from digisos_wizard.model.edits import Edit, Set, apply
    from digisos_wizard.model.figures import Figures
    from digisos_wizard.model.plan import Document
    from digisos_wizard.model.terms import AgreementState, TaskState

    plan = planfile.read(hamar).document.plan
    figures = Figures(Document(plan=plan), load(), plan.about.created_on or pytest.fail("no date"))
    edits: list[Edit] = []
    for row in figures.checklist:
        if row.state is TaskState.DONE:
            continue
        table = "answers" if row.item is not None else "own"
        edits.append(Set(("checklist", table, row.row_id, "state"), TaskState.NOT_RELEVANT))
        edits.append(Set(("checklist", table, row.row_id, "reason"), "Prøve"))
    edits += [Set(("privacy", "risks", risk.id, "accepted"), True) for risk in plan.privacy.risks]
    edits.append(Set(("agreements", "signatory", "shared", "person"), plan.people.persons[0].id))
    edits += [
        Set(("agreements", "statuses", cell.row_id, "state"), AgreementState.NOT_RELEVANT)
        for cell in figures.agreements
        if cell.required
    ]
    path = tmp_path / "klar.digisos"
    path.write_bytes(planfile.encode(Document(plan=apply(plan, *edits))))
    assert main(["check", str(path), *TODAY]) == 0
    assert "Ja." in capsys.readouterr().out.splitlines()[-1]


# ------------------------------------------------------------------------------------------------------------- figures


@pytest.fixture
def figures(hamar: Path, capsys: Heard) -> dict[str, object]:
    """What `figures` prints for Hamar."""
    assert main(["figures", str(hamar), *TODAY]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_every_key_of_the_figures_is_explained(figures: dict[str, object], capsys: Heard) -> None:
    with pytest.raises(SystemExit):
        main(["figures", "--help"])
    words = set(re.findall(r"\w+", capsys.readouterr().out))

    def keys(value: object, path: str = "") -> set[str]:
        if isinstance(value, list):
            return set().union(*(keys(part, path) for part in value))
        if isinstance(value, dict):
            named = not all(name.isdigit() or name in ("ks", "nav", "vendor", "connect", "final") for name in value)
            own = set(value) if named else set()
            return own.union(*(keys(part, f"{path}/{name}") for name, part in value.items()))
        return set()

    assert keys(figures) <= words


def test_the_figures_add_up_exactly(figures: dict[str, object]) -> None:
    costs = figures["costs"]
    assert isinstance(costs, dict)
    total = Decimal(costs["total"]["net"])
    assert total > 0
    for split in ("by_invoicer", "by_year"):
        assert sum(Decimal(part["net"]) for part in costs[split].values()) == total
    assert sum(Decimal(place["total"]["net"]) for place in costs["by_municipality"]) == total
    for place in costs["by_municipality"]:
        for split in ("by_invoicer", "by_year"):
            parts = [part.get("total", part) for part in place[split].values()]
            assert sum(Decimal(part["net"]) for part in parts) == Decimal(place["total"]["net"])
    assert sum(Decimal(line["net"]) for line in costs["lines"] if line["net"] is not None) == total


def test_the_connection_fee_of_hamar_is_the_handbooks(figures: dict[str, object]) -> None:
    """8.60 kr for each of 32 879 inhabitants (H22)."""
    costs = figures["costs"]
    assert isinstance(costs, dict)
    fees = [line for line in costs["lines"] if line["kind"] == "connection_fee"]
    assert [(line["net"], line["vat"], line["year"]) for line in fees] == [("282759.40", "70689.85", 2027)]


def test_findings_point_at_something_in_the_plan(figures: dict[str, object], hamar: Path) -> None:
    plan = planfile.read(hamar).document.plan
    findings = figures["findings"]
    assert isinstance(findings, list)
    for found in findings:
        resolve(plan, read_address(found["address"]))


# -------------------------------------------------------------------------------------------------------------- schema


def test_the_schema_describes_the_file(hamar: Path, capsys: Heard) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    file = json.loads(hamar.read_bytes())
    assert schema["$schema"]
    assert set(schema["required"]) == set(file)
    assert schema["properties"]["schema"] == {"const": SCHEMA_VERSION}
    references = {value["$ref"] for value in schema["properties"].values() if "$ref" in value}
    assert all(reference.removeprefix("#/$defs/") in schema["$defs"] for reference in references)


# ------------------------------------------------------------------------------------------------ pictures and others


@pytest.mark.slow
def test_a_picture_of_every_page(tmp_path: Path, capsys: Heard, qapp: object) -> None:
    from PySide6.QtGui import QImage

    from digisos_wizard.model.plan import Plan
    from digisos_wizard.ui.places import LOOKUP, places

    assert main(["pictures", "--to", str(tmp_path), "--size", "1024x640", "--empty", *TODAY]) == 0
    files = [Path(line) for line in capsys.readouterr().out.splitlines()]
    meeting = [f"{what}-{view}" for what in ("meeting", "slides") for view in ("one-screen", "room", "leader")]
    shown = [*places(Plan()), LOOKUP]
    assert [file.stem for file in files[len(shown) :]] == meeting
    assert len(files) == len(shown) + len(meeting)
    for file in files:
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == (1024, 640)


@pytest.mark.slow
def test_a_picture_of_ones_own_plan(hamar: Path, tmp_path: Path, qapp: object) -> None:
    folder = tmp_path / "bilder"
    assert main(["pictures", "--to", str(folder), "--plan", str(hamar), *TODAY]) == 0
    assert list(folder.glob("*.png"))


@pytest.mark.slow
def test_the_demonstration_writes_plan_documents_and_pictures(tmp_path: Path, capsys: Heard, qapp: object) -> None:
    folder = tmp_path / "digisos-eksempel"
    assert main(["demo", "--to", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out == f"{folder}\n"
    suffixes = sorted(path.suffix for path in folder.rglob("*") if path.is_file())
    assert suffixes.count(".png") > 5
    documents = [suffix for suffix in suffixes if suffix != ".png"]
    assert documents == sorted([".digisos", *(kind.suffix for kind in EXPORTS)])


@pytest.mark.slow
def test_the_selftest_says_that_all_is_well(capsys: Heard, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["selftest", *TODAY]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Alt virker."


# ------------------------------------------------------------------------------------------------------------ the edge


def test_a_mistake_of_ours_is_one_line_and_a_line_in_the_log(
    hamar: Path, capsys: Heard, monkeypatch: pytest.MonkeyPatch, own_folders: Path
) -> None:
    from digisos_wizard.storage.paths import user_folders

    def broken(_document: object) -> object:
        raise ZeroDivisionError("Kari skrev dette")

    monkeypatch.setattr(planfile, "read", broken)
    assert main(["check", str(hamar)]) == 2
    assert "Noe gikk galt" in one_line(capsys)
    log = user_folders().log
    assert log.is_relative_to(own_folders)
    text = log.read_text("utf-8")
    assert "ZeroDivisionError" in text
    assert "Kari" not in text


def test_ctrl_c_is_quiet(hamar: Path, capsys: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_path: Path) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(planfile, "read", stopped)
    assert main(["check", str(hamar)]) == 130
    assert capsys.readouterr().err == ""


def test_a_reader_that_goes_away_is_no_error(hamar: Path, capsys: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, _text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            """Nothing to flush."""

        def close(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())
    assert main(["check", str(hamar)]) == 0
    monkeypatch.undo()
    assert capsys.readouterr().err == ""


# -------------------------------------------------------------------------------------------------------------- intake


def test_forms_and_measurements_come_back_into_the_plan_once(tmp_path: Path, hamar: Path, capsys: Heard) -> None:
    later = ("--today", "2028-04-04")
    for kind in ("workbook", "staff-form"):
        assert main(["export", str(hamar), "--to", str(tmp_path / kind), "--only", kind, *later]) == 0
    (workbook,) = (tmp_path / "workbook").iterdir()
    (form,) = (tmp_path / "staff-form").iterdir()
    book = openpyxl.load_workbook(workbook)
    book["Måling etter 12 måneder"]["H5"], book["Måling etter 12 måneder"]["I5"] = date(2028, 3, 6), 12
    book.save(workbook)
    book = openpyxl.load_workbook(form)
    book["Skjema"]["D7"] = 6
    book.save(form)
    capsys.readouterr()
    before = planfile.read(hamar).document.plan
    assert main(["intake", str(hamar), str(workbook), str(form), *later]) == 0
    assert capsys.readouterr().out == "1 skjema er hentet.\n1 måling er lest.\n"
    plan = planfile.read(hamar).document.plan
    assert len(plan.mapping.responses) == len(before.mapping.responses) + 1
    (measured,) = plan.benefits.items[0].measurements
    assert (measured.point, measured.value) == ("12", Decimal(12))
    assert main(["intake", str(hamar), str(workbook), str(form), *later]) == 0
    assert planfile.read(hamar).document.plan == plan


def test_a_form_of_another_plan_changes_nothing(tmp_path: Path, hamar: Path, capsys: Heard) -> None:
    other = tmp_path / "annen.digisos"
    assert main(["new", "--example", "vertskommune", str(other)]) == 0
    assert main(["export", str(other), "--to", str(tmp_path / "ut"), "--only", "staff-form", *TODAY]) == 0
    (form,) = (tmp_path / "ut").iterdir()
    capsys.readouterr()
    before = hamar.read_bytes()
    assert main(["intake", str(hamar), str(form), *TODAY]) == 2
    assert "hører til planen for NAV" in one_line(capsys)
    assert hamar.read_bytes() == before


def test_the_selftest_names_parts_that_are_missing(
    tmp_path: Path, capsys: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken_part.py"
    broken.write_text("import no_such_package\n", "utf-8")
    monkeypatch.setattr(digisos_wizard, "__path__", [*digisos_wizard.__path__, str(tmp_path)])
    assert main(["selftest"]) == 2
    assert "digisos_wizard.broken_part (no_such_package)" in capsys.readouterr().err
