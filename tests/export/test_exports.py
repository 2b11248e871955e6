"""The list of exports: stable keys, words, and no library loaded before it is needed."""

import inspect
import subprocess
import sys
from dataclasses import replace

import pytest

from digisos_wizard.export import EXPORTS
from tests.export import plans

FORMS = ("decision", "costs", "roles", "agreements", "privacy", "mapping", "benefits", "connection")


def test_keys_and_suffixes_are_stable() -> None:
    assert [(kind.key, kind.suffix) for kind in EXPORTS] == [
        ("memo", ".pdf"),
        ("memo-word", ".docx"),
        ("contacts", ".pdf"),
        ("workbook", ".xlsx"),
        ("staff-form", ".xlsx"),
        ("staff-form-paper", ".pdf"),
        ("process", ".pdf"),
        ("benefit-map", ".pdf"),
        ("follow-up", ".pdf"),
        ("dpia", ".pdf"),
        ("ros", ".pdf"),
        ("timeline", ".pdf"),
        ("timeline-poster", ".pdf"),
        ("months", ".pdf"),
        ("weekly", ".pdf"),
        ("role-sheets", ".pdf"),
        ("contingency", ".pdf"),
        ("calendar", ".ics"),
        ("checklist", ".pdf"),
        ("archive", ".zip"),
        ("meeting-summary", ".pdf"),
        ("glossary", ".pdf"),
        ("overview", ".pdf"),
        ("risk-sheet", ".pdf"),
        ("benefit-cards", ".pdf"),
        ("reception", ".pdf"),
        ("letter", ".pdf"),
        ("web-text", ".pdf"),
        ("slides-pdf", ".pdf"),
        ("slides", ".pptx"),
        ("slides-notes", ".pdf"),
        ("info-screen", ".pdf"),
        *((f"form-{step}{blank}", ".pdf") for step in FORMS for blank in ("", "-blank")),
        ("handouts", ".pdf"),
    ]


def test_every_export_tells_what_it_is() -> None:
    for kind in EXPORTS:
        assert kind.title
        assert kind.description.endswith(".")
        assert kind.suffix_words


def test_every_maker_is_there_and_takes_what_it_is_handed() -> None:
    for kind in EXPORTS:
        signature = inspect.signature(kind.resolved())
        signature.bind(None, *([kind.title] if kind.titled else []), *kind.given)
        assert signature.return_annotation is bytes, kind.key


@pytest.mark.parametrize(
    ("maker", "fault"), [("memo:bild", AttributeError), ("memos:build", ModuleNotFoundError), ("memo", ValueError)]
)
def test_a_maker_that_is_not_there_is_seen(maker: str, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        replace(EXPORTS[0], maker=maker).resolved()


def test_every_export_builds_what_its_suffix_says() -> None:
    starts = {
        ".xlsx": b"PK\x03\x04",
        ".docx": b"PK\x03\x04",
        ".pptx": b"PK\x03\x04",
        ".pdf": b"%PDF-",
        ".ics": b"BEGIN:VCALENDAR",
        ".zip": b"PK\x03\x04",
    }
    for kind in EXPORTS:
        assert kind.build(plans.empty()).startswith(starts[kind.suffix])


def test_the_list_loads_no_document_library() -> None:
    code = (
        "import sys, digisos_wizard.export; "
        "print({'xlsxwriter', 'reportlab', 'docx', 'pptx', 'icalendar'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
