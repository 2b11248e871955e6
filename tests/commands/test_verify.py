"""`verify` and `sign` on the command line: what they print, and their exit codes."""

import io
import sys
from pathlib import Path

import pikepdf
import pytest

from digisos_wizard.__main__ import main
from digisos_wizard.export import export
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.storage import planfile
from tests.certificates import PASSWORD, made
from tests.model.given import figures_of

TODAY = ("--today", "2026-11-23")
Heard = pytest.CaptureFixture[str]


@pytest.fixture
def plan(hamar: Path) -> Plan:
    return planfile.read(hamar).document.plan


@pytest.fixture
def pdf(plan: Plan, tmp_path: Path) -> Path:
    """The plan's checklist in a file."""
    path = tmp_path / "sjekkliste.pdf"
    path.write_bytes(export("checklist").build(figures_of(plan)))
    return path


def test_valid_alone_and_beside_its_plan(pdf: Path, hamar: Path, capsys: Heard) -> None:
    assert main(["verify", str(pdf)]) == 0
    assert main(["verify", str(pdf), str(hamar), *TODAY]) == 0
    assert capsys.readouterr().out.count("uendret") == 2


def test_changed_says_the_fields(pdf: Path, hamar: Path, plan: Plan, capsys: Heard) -> None:
    changed = apply(plan, Set(("checklist", "answers", "privacy.dpia", "comment"), "Nytt"))
    hamar.write_bytes(planfile.encode(Document(plan=changed)))
    assert main(["verify", str(pdf), str(hamar), *TODAY]) == 1
    assert "merknad: tomt → Nytt" in capsys.readouterr().out


def test_damaged_and_foreign_have_codes_of_their_own(pdf: Path, tmp_path: Path, capsys: Heard) -> None:
    cut = tmp_path / "kuttet.pdf"
    cut.write_bytes(pdf.read_bytes()[:20_000])
    assert main(["verify", str(cut)]) == 2
    other = tmp_path / "annet.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(other)
    assert main(["verify", str(other)]) == 3
    assert main(["verify", str(tmp_path / "borte.pdf")]) == 2
    heard = capsys.readouterr()
    assert "skadet" in heard.out
    assert "ikke en sjekkliste" in heard.out
    assert "kan ikke leses" in heard.err


def test_a_plan_that_can_not_be_read_is_told(pdf: Path, tmp_path: Path, capsys: Heard) -> None:
    plan = tmp_path / "plan.digisos"
    plan.write_text("hei", encoding="utf-8")
    assert main(["verify", str(pdf), str(plan)]) == 2
    assert "ikke en Digisos-plan" in capsys.readouterr().err


def test_signed_with_a_certificate_and_checked(
    pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Heard
) -> None:
    pytest.importorskip("pyhanko", reason="the extra `signing` is not installed")
    certificate = made()
    key, trusted, signed = tmp_path / "s.p12", tmp_path / "s.pem", tmp_path / "signert.pdf"
    key.write_bytes(certificate[0])
    trusted.write_bytes(certificate[1])
    asked = ["sign", str(pdf), "--certificate", str(key), "--to", str(signed), "--place", "Hamar"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("feil\n"))
    assert main(asked) == 2
    assert not signed.exists()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert main(asked) == 0
    assert main(asked) == 2, "a file is never written over"
    capsys.readouterr()
    assert main(["verify", str(signed), "--trust", str(trusted)]) == 0
    assert "i listen over dem dere stoler på" in capsys.readouterr().out


def test_what_is_not_as_it_was_printed_is_not_signed(
    pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Heard
) -> None:
    pytest.importorskip("pyhanko", reason="the extra `signing` is not installed")
    key = tmp_path / "s.p12"
    key.write_bytes(made()[0])
    pdf.write_bytes(pdf.read_bytes() + b"\n% mer")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert main(["sign", str(pdf), "--certificate", str(key), "--to", str(tmp_path / "ut.pdf")]) == 2
    assert not (tmp_path / "ut.pdf").exists()
    assert "ikke slik programmet skrev den. PDF-en er ikke signert." in capsys.readouterr().err


def test_without_the_extra_the_way_through_a_reader_is_told(
    pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Heard
) -> None:
    from digisos_wizard.export import certificate

    monkeypatch.setattr(certificate, "find_spec", lambda _name: None)
    assert main(["sign", str(pdf), "--certificate", "x.p12", "--to", str(tmp_path / "y.pdf")]) == 2
    assert "PDF-leser" in capsys.readouterr().err
