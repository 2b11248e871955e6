"""The list of exports: stable keys, words, and no library loaded before it is needed."""

import inspect
import subprocess
import sys
from dataclasses import replace

import pytest

from digisos_wizard.errors import EmptyCalendarError
from digisos_wizard.export import EXPORTS
from digisos_wizard.export.document.model import Document
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.workshop import Action
from tests.export import plans

FORMS = ("decision", "costs", "roles", "agreements", "privacy", "mapping", "benefits", "connection")


def test_keys_and_suffixes_are_stable() -> None:
    assert [(kind.key, kind.suffix) for kind in EXPORTS] == [
        ("memo", ".pdf"),
        ("memo-word", ".docx"),
        ("contacts", ".pdf"),
        ("contacts-word", ".docx"),
        ("workbook", ".xlsx"),
        ("staff-form", ".xlsx"),
        ("staff-form-paper", ".pdf"),
        ("process", ".pdf"),
        ("benefit-map", ".pdf"),
        ("follow-up", ".pdf"),
        ("follow-up-word", ".docx"),
        ("dpia", ".pdf"),
        ("dpia-word", ".docx"),
        ("ros", ".pdf"),
        ("ros-word", ".docx"),
        ("timeline", ".pdf"),
        ("timeline-poster", ".pdf"),
        ("months", ".pdf"),
        ("weekly", ".pdf"),
        ("weekly-word", ".docx"),
        ("role-sheets", ".pdf"),
        ("role-sheets-word", ".docx"),
        ("contingency", ".pdf"),
        ("contingency-word", ".docx"),
        ("calendar", ".ics"),
        ("calendars", ".zip"),
        ("checklist", ".pdf"),
        ("archive", ".zip"),
        ("meeting-summary", ".pdf"),
        ("meeting-summary-word", ".docx"),
        ("glossary", ".pdf"),
        ("glossary-word", ".docx"),
        ("overview", ".pdf"),
        ("overview-word", ".docx"),
        ("risk-sheet", ".pdf"),
        ("benefit-cards", ".pdf"),
        ("reception", ".pdf"),
        ("reception-word", ".docx"),
        ("letter", ".pdf"),
        ("letter-word", ".docx"),
        ("web-text", ".pdf"),
        ("web-text-word", ".docx"),
        ("slides-pdf", ".pdf"),
        ("slides", ".pptx"),
        ("slides-notes", ".pdf"),
        ("slides-notes-word", ".docx"),
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
        texts = kind.suffix == ".docx" or any(other.key == f"{kind.key}-word" for other in EXPORTS)
        assert signature.return_annotation is (Document if texts else bytes), kind.key


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
    actions = (Action(id="m", text="Ring", owner="p1", deadline=plans.TODAY),)
    given = plans.figures(apply(plans.host_plan(), Set(("workshop", "actions"), actions)))
    for kind in EXPORTS:
        if kind.keeper:
            assert kind.build(given).startswith(starts[kind.suffix])
            with pytest.raises(EmptyCalendarError):
                kind.build(plans.empty())
        else:
            assert kind.build(plans.empty()).startswith(starts[kind.suffix])


def test_the_list_loads_no_document_library() -> None:
    code = (
        "import sys, digisos_wizard.export; "
        "print({'xlsxwriter', 'reportlab', 'docx', 'pptx', 'icalendar'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
