"""Del planen: where it lies, and a copy for somebody else."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from digisos_wizard.model.findings import StepKey
from digisos_wizard.storage import planfile
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.output.share import SharePart
from tests.ui.hands import choose_file, press

HERE = Place(StepKey.OUTPUT, "share")


def part_in(shell: Shell) -> SharePart:
    """Return the part, on screen."""
    shell.show_place(HERE)
    found = shell.view(HERE)
    assert isinstance(found, SharePart)
    return found


def test_a_copy_holds_the_plan_and_says_whose_names_it_has(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    part = part_in(shell)
    assert part.place.text() == "Planen er ikke lagret i en fil ennå."
    assert f"for {len(shell.session.plan.people.persons)} personer" in part.names.text()
    choose_file(tmp_path / "kopi.digisos")
    press(qtbot, part.widget, "Lagre en kopi …")
    assert planfile.read(tmp_path / "kopi.digisos").document.plan == shell.session.plan
    assert "kopi.digisos" in part.files.notice.text.text()


def test_what_went_wrong_is_said(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    part = part_in(shell)
    choose_file(tmp_path / "finnes" / "ikke" / "kopi.digisos")
    press(qtbot, part.widget, "Lagre en kopi …")
    assert part.files.notice.isVisible()
    assert part.files.notice.title.text() == "Filen ble ikke lagret"
    press(qtbot, part.files.notice, "Lukk meldingen")
    assert not part.files.notice.isVisible()
