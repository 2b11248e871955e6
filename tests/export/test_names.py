"""File names: readable, dated, and allowed on Windows, Linux and macOS."""

import unicodedata
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digisos_wizard.export import EXPORTS
from digisos_wizard.export.names import LONGEST, LONGEST_BYTES, file_name, safe
from digisos_wizard.model.decision import Decision
from digisos_wizard.model.plan import About, Plan

TODAY = date(2026, 11, 23)
FORBIDDEN = set('<>:"/\\|?*')


@dataclass(frozen=True)
class Kind:
    """A document with a title and a suffix."""

    title: str = "Sjekkliste"
    suffix: str = ".pdf"


def named(office: str, plan: str = "") -> str:
    return file_name(Plan(about=About(name=plan), decision=Decision(office=office)), Kind(), TODAY)


def test_the_exports_are_named_after_title_office_and_day() -> None:
    plan = Plan(decision=Decision(office="NAV Hamar"))
    names = {kind.key: file_name(plan, kind, TODAY) for kind in EXPORTS}
    assert names["workbook"] == "Gevinstrealiseringsplan NAV Hamar 2026-11-23.xlsx"
    assert names["memo-word"] == "Beslutningsnotat til redigering NAV Hamar 2026-11-23.docx"
    assert names["process"] == "Arbeidsprosessen før og etter NAV Hamar 2026-11-23.pdf"
    assert names["calendar"] == "Frister til kalenderen NAV Hamar 2026-11-23.ics"
    assert names["form-decision"] == "Skjema – beslutning NAV Hamar 2026-11-23.pdf"
    assert len(set(names.values())) == len(EXPORTS)


def test_norwegian_letters_stay() -> None:
    assert named("NAV Ærøy på Ås") == "Sjekkliste NAV Ærøy på Ås 2026-11-23.pdf"


def test_without_an_office_the_plan_gives_the_name() -> None:
    assert named("", "Innføring 2027") == "Sjekkliste Innføring 2027 2026-11-23.pdf"


def test_without_any_name_there_is_title_and_day() -> None:
    assert named("") == "Sjekkliste 2026-11-23.pdf"


def test_what_windows_forbids_becomes_a_dash() -> None:
    assert named('NAV <A>/"B": C|D?*\\') == "Sjekkliste NAV -A---B- – C-D--- 2026-11-23.pdf"


@pytest.mark.parametrize("name", ["CON", "aux", "Lpt1", "nul.txt", "COM¹"])
def test_reserved_names_are_never_a_whole_name(name: str) -> None:
    assert safe(name) == f"_{name}"


def test_a_long_name_is_cut_but_keeps_day_and_suffix() -> None:
    name = named("Kontor " * 40)
    assert len(name) <= LONGEST
    assert name.endswith(" 2026-11-23.pdf")


@given(st.text())
def test_any_office_gives_a_name_that_every_system_takes(office: str) -> None:
    name = named(office)
    assert not FORBIDDEN & set(name)
    assert not {unicodedata.category(letter) for letter in name} & {"Cc", "Cf", "Cs"}
    assert len(name) <= LONGEST
    assert len(name.encode()) <= LONGEST_BYTES
    assert name.startswith("Sjekkliste ")
    assert name.endswith(" 2026-11-23.pdf")
