"""What the recipes of ARCHITECTURE promise, asked of a tree in which they were followed; run there as a program."""

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from pypdfium2 import PdfDocument

from digisos_wizard.__main__ import main
from digisos_wizard.content import load
from digisos_wizard.export.handouts import forms
from digisos_wizard.model.address import read
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Menus, Shell
from digisos_wizard.ui.steps.part import StepPart

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
ASKED = {
    "training": ("training/planned_on", "3. mars 2027"),
    "connection": ("connection/contingency/spare_channel", "Radio"),
}


def part(session: Session, key: StepKey, address: tuple[str, ...], text: str) -> None:
    """Type the text in the field in its part."""
    shell = Shell(session, Menus())
    shell.goto(key, address)
    shown = shell.view(shell.here)
    assert isinstance(shown, StepPart)
    field = next(field for form in shown.forms for field in form.fields.values() if field.address == address)
    field.control.set_text(text)
    field.control.edited.emit(text)
    assert session.shown(address) == text
    assert shell.here.step is key, shell.here
    shell.close_plan()


def paper(figures: Figures, key: StepKey, label: str, text: str) -> None:
    """Find the field and its answer on the form of its step."""
    printed = PdfDocument(forms.build_filled(figures, "Skjema", key))
    words = "".join(printed[number].get_textpage().get_text_range() for number in range(len(printed)))
    assert label in words
    assert text in words


def check(document: Document) -> None:
    """Let the verb read the plan from a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.digisos"
        path.write_bytes(planfile.encode(document))
        main(["check", "--today", NOW.date().isoformat(), str(path)])


if __name__ == "__main__":
    application()
    content = load()
    session = Session(content, None, lambda: NOW, iter_ids().__next__, lambda: "salt")
    session.start(Document(), None)
    assert [found.rule for found in session.figures.findings_at(StepKey("training"))] == ["training-day"]
    check(session.document)
    for name, (where, text) in ASKED.items():
        part(session, StepKey(name), read(where), text)
        spec = content.field_index[where.replace("/", ".")]
        paper(Figures(session.document, content, date(2026, 11, 23)), StepKey(name), spec.label, text)
    (told,) = (one for one in session.figures.progress if one.step is StepKey("training"))
    assert told.words == "Ferdig"
