"""One plan in two windows: the second is told, also across processes, and a dead one claims nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from digisos_wizard.errors import PlanOpenElsewhereError
from digisos_wizard.model.plan import Document
from digisos_wizard.storage import planfile
from digisos_wizard.storage.claims import CLAIM, Claims
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from tests.storage.helpers import Clock

OTHER_WINDOW = """
import sys
from pathlib import Path
from digisos_wizard.storage.claims import Claims
claims = Claims(Path(sys.argv[1]))
claims.hold(Path(sys.argv[2]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def plan(tmp_path: Path, document: Document) -> Path:
    """A plan in a file."""
    path = tmp_path / "plan æøå.digisos"
    path.write_bytes(planfile.encode(document))
    return path


def window(folders: Folders, clock: Clock) -> Keeper:
    """Return what keeps the plan of one window."""
    return Keeper(clock.now, Recovery(folders, clock.now))


def test_a_plan_in_another_window_is_told(folders: Folders, clock: Clock, plan: Path, document: Document) -> None:
    first, second = window(folders, clock), window(folders, clock)
    first.refuse_elsewhere(plan)
    first.start(document, plan)
    with pytest.raises(PlanOpenElsewhereError, match="plan æøå"):
        second.refuse_elsewhere(plan)
    first.refuse_elsewhere(plan)
    first.close()
    second.refuse_elsewhere(plan)
    assert not list(folders.recovery.glob(f"*{CLAIM}"))


def test_saving_over_a_plan_in_another_window_is_refused(
    folders: Folders, clock: Clock, plan: Path, document: Document, tmp_path: Path
) -> None:
    first, second = window(folders, clock), window(folders, clock)
    first.start(document, plan)
    before = plan.read_bytes()
    second.changed(document)
    with pytest.raises(PlanOpenElsewhereError):
        second.save_to(plan)
    assert plan.read_bytes() == before
    second.save_to(tmp_path / "annen.digisos")
    with pytest.raises(PlanOpenElsewhereError):
        first.refuse_elsewhere(tmp_path / "annen.digisos")


def test_another_name_for_the_same_file_is_the_same_plan(folders: Folders, plan: Path) -> None:
    here, there = Claims(folders.recovery), Claims(folders.recovery)
    here.hold(plan)
    assert there.elsewhere(plan.parent / "." / "borte" / ".." / plan.name)
    assert not there.elsewhere(plan.with_name("annen.digisos"))


@pytest.mark.windows
def test_upper_and_lower_case_are_alike(folders: Folders, plan: Path) -> None:
    here, there = Claims(folders.recovery), Claims(folders.recovery)
    here.hold(plan)
    assert there.elsewhere(Path(str(plan).upper()))


def test_a_process_that_is_killed_claims_nothing(folders: Folders, plan: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER_WINDOW, str(folders.recovery), str(plan)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        assert Claims(folders.recovery).elsewhere(plan)
    finally:
        other.kill()
        other.communicate()
    assert not Claims(folders.recovery).elsewhere(plan)


def test_without_a_folder_nothing_is_claimed(plan: Path, tmp_path: Path) -> None:
    claims = Claims(None)
    claims.hold(plan)
    assert not claims.elsewhere(plan)
    (tmp_path / "fil").write_text("i veien", "utf-8")
    blocked = Claims(tmp_path / "fil" / "recovery")
    blocked.hold(plan)
    assert not blocked.elsewhere(plan)
