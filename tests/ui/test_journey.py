"""One journey through the real window: from "Ny plan" over every step to both exports, read back by other programs."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.rules.benefits.value import saves_time
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.ui.app import examples
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.places import Place, places
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.screens import TOGETHER
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.steps.checklist.signing import SigningPart
from digisos_wizard.ui.steps.output.documents import DocumentsPart
from digisos_wizard.ui.steps.privacy.risks import RisksPart
from digisos_wizard.ui.steps.workshop.prepare import PreparePart
from digisos_wizard.ui.window import MainWindow
from tests.ui.hands import choose, choose_answer, choose_at, choose_file, enter_at, open_row, pick, press

NOW = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
EXPORTED = 20_000
LEFT = Qt.MouseButton.LeftButton


class User:
    """Somebody at the window, who types and presses and looks."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def shell(self) -> Shell:
        """The open plan on screen."""
        assert self.window.shell is not None
        return self.window.shell

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.window.session.plan

    def part(self, step: StepKey, key: str) -> QWidget:
        """Come to a part, and return what is shown of it."""
        self.shell.show_place(Place(step, key))
        return self.shell.part(step, key).widget

    def on_to(self, step: StepKey) -> None:
        """Press the button that leads on until a step is reached, through all parts between."""
        for _part in places(self.plan):
            if self.shell.current is step:
                return
            self.shell.redraw()
            self.qtbot.mouseClick(self.shell.bottom.forward, LEFT)
        assert self.shell.current is step

    def press(self, words: str) -> None:
        """Press a button on screen."""
        press(self.qtbot, self.shell, words)
        self.shell.redraw()

    def write(self, step: StepKey, path: str, text: str) -> None:
        """Go to a place in the plan, and type there."""
        enter_at(self.qtbot, self.shell, step, tuple(path.split("/")), text)

    def answer(self, step: StepKey, path: str, words: str) -> None:
        """Go to a place in the plan, and choose the answer with those words."""
        choose_at(self.qtbot, self.shell, step, tuple(path.split("/")), words)


@pytest.fixture
def make_user(qtbot: QtBot, tmp_path: Path, content: Content, dressed: QApplication) -> Iterator[Callable[[], User]]:
    """How the program is started anew, on the same machine."""
    del dressed
    started = 0
    keepers: list[Keeper] = []

    def make() -> User:
        nonlocal started
        started += 1
        at = NOW + timedelta(hours=started)
        folders = Folders(tmp_path / "machine")
        recovery = Recovery(folders, lambda: at)
        keeper = Keeper(lambda: at, recovery)
        ids = iter_ids()
        session = Session(content, keeper, lambda: at, lambda: f"{started}{next(ids)}", lambda: "salt")
        window = MainWindow(session, WindowState(folders.settings, recovery), examples)
        # A test that fails must not be asked whether to save.
        qtbot.addWidget(window, before_close_func=lambda _window: session.close())
        window.show()
        keepers.append(keeper)
        return User(qtbot, window)

    yield make
    for keeper in keepers:
        keeper.stop()


@pytest.mark.slow
def test_from_a_new_plan_to_both_exports(make_user: Callable[[], User], qtbot: QtBot, tmp_path: Path) -> None:
    user = make_user()
    begin(user)
    decide(user)
    for step, work in (
        (StepKey.COSTS, count_costs),
        (StepKey.ROLES, find_people),
        (StepKey.AGREEMENTS, sign_agreements),
        (StepKey.PRIVACY, assess_privacy),
        (StepKey.MAPPING, map_work),
        (StepKey.BENEFITS, plan_benefits),
        (StepKey.CONNECTION, plan_connection),
        (StepKey.CHECKLIST, sign_checklist),
        (StepKey.WORKSHOP, meet),
    ):
        user.on_to(step)
        work(user)
    user.on_to(StepKey.OUTPUT)
    workbook, paper = hand_over(user, tmp_path)
    plan = user.plan
    leave_and_come_back(user, make_user, plan, tmp_path)
    read_workbook(workbook)
    read_paper(paper)


def begin(user: User) -> None:
    """Answer the questions of a new plan; the municipality comes later."""
    press(user.qtbot, user.window, "Ny plan")
    user.qtbot.keyClicks(user.window.beginning.office, "NAV Ask")
    user.qtbot.keyClicks(user.window.beginning.wished, "4.3.2027")
    press(user.qtbot, user.window, "Lag planen")
    assert user.plan.about.name == "NAV Ask – innføring 2027"
    assert user.shell.session.figures.schedule.day == date(2027, 3, 4)


def decide(user: User) -> None:
    """Say what is decided, and for whom."""
    step = StepKey.DECISION
    user.part(step, "office")
    user.press("Legg til kommune")
    at = f"decision/municipalities/{user.plan.decision.municipalities[0].id}"
    for path, text in (
        ("name", "Ask"),
        ("population", "31 999"),
        ("population_date", "1.1.2026"),
        ("org_number", "970 540 008"),
    ):
        user.write(step, f"{at}/{path}", text)
    user.write(step, "decision/approval/shared/decider", "Kommunestyret")
    user.write(step, "decision/approval/shared/decided_on", "4. mars 2026")
    (place,) = user.plan.decision.municipalities
    assert (place.name, place.population, place.org_number) == ("Ask", 31_999, "970540008")
    assert user.plan.decision.approval.shared.decided_on == date(2026, 3, 4)


def count_costs(user: User) -> None:
    """See the fee, enter what only the office knows, finance it."""
    step, at = StepKey.COSTS, "costs/answers/shared"
    user.answer(step, f"{at}/digifin_member", "Ja")
    user.write(step, f"{at}/ks_operation_yearly", "42 000")
    for kind in ("connection_fee", "ks_operation", "nav_operation", "case_system"):
        user.answer(step, f"{at}/{kind}/state", "Finansiert")
    user.part(step, "offers")
    user.press("Legg til linje")
    line = f"{at}/vendor_costs/{user.plan.costs.answers.shared.vendor_costs[0].id}"
    for path, text in (("description", "Modul for mottak"), ("one_off", "50 000"), ("yearly", "12 000")):
        user.write(step, f"{line}/{path}", text)
    total = user.shell.session.figures.costs.total
    # 8,60 × 31 999 + 50 000, and every line has a price by now
    assert total(year_index=0).complete
    assert total(year_index=1).net == Decimal("42238.68") + 42_000 + 12_000


def find_people(user: User) -> None:
    """Enter two people, and give one of them a role."""
    step = StepKey.ROLES
    for person in (
        {"name": "Kari Prøve", "title": "NAV-leder", "email": "kari@ask.kommune.no"},
        {"name": "Ola Test", "title": "Kommunedirektør"},
    ):
        user.part(step, "persons")
        user.press("Ny person")
        for path, text in person.items():
            user.write(step, f"people/persons/{user.plan.people.persons[-1].id}/{path}", text)
    user.answer(step, "people/roles/management/person", "Kari Prøve")
    assert user.plan.people.roles[0].person == user.plan.people.persons[0].id


def sign_agreements(user: User) -> None:
    """Name the signatory and the case system, and sign one agreement."""
    step = StepKey.AGREEMENTS
    user.answer(step, "agreements/signatory/shared/person", "Ola Test")
    for path in ("has_archive", "supports_digisos", "can_receive"):
        user.answer(step, f"vendor/shared/{path}", "Ja")
    user.write(step, "vendor/shared/system", "Fasit")
    needed = next(cell for cell in user.shell.session.figures.agreements if cell.required)
    user.answer(step, f"agreements/statuses/{needed.row_id}/state", "Signert")
    user.write(step, f"agreements/statuses/{needed.row_id}/signed_on", "20.11.2026")
    assert user.plan.agreements.statuses[0].signed_on == date(2026, 11, 20)


def assess_privacy(user: User) -> None:
    """Take a risk from the catalogue, and judge it."""
    part = user.part(StepKey.PRIVACY, "risks")
    view = user.shell.part(StepKey.PRIVACY, "risks")
    assert isinstance(view, RisksPart)
    press(user.qtbot, part, "Velg fra katalogen")
    view.picks.tick("dpia-01")
    press(user.qtbot, part, "Legg til 1 valgt")
    choose(user.qtbot, view.detail.now.fields["likelihood"], "Lite sannsynlig")
    choose(user.qtbot, view.detail.now.fields["consequence"], "Alvorlig")
    (risk,) = user.plan.privacy.risks
    assert (risk.likelihood, risk.consequence) == (2, 4)
    assert risk.measures, "suggested measures come along"


def map_work(user: User) -> None:
    """Fetch the usual steps, and say how long each takes."""
    step = StepKey.MAPPING
    user.part(step, "time")
    user.press("Hent de vanlige stegene")
    user.write(step, "mapping/cases_per_month", "100")
    for position, one in enumerate(user.plan.mapping.steps):
        user.write(step, f"mapping/steps/{one.id}/paper_minutes", "12")
        user.write(step, f"mapping/steps/{one.id}/digital_minutes", str(position))
    assert all(one.paper_minutes == 12 for one in user.plan.mapping.steps)


def plan_benefits(user: User) -> None:
    """Begin with the usual benefits, decide what freed time is used for, own and measure one."""
    step = StepKey.BENEFITS
    user.part(step, "benefits")
    view = user.shell.part(step, "benefits")
    press(user.qtbot, view.widget, view.lists[0].empty.act.text())
    user.shell.redraw()
    item = next(one for one in user.plan.benefits.items if saves_time(one))
    for path, words in (("owner", "Kari Prøve"), ("use", "Bedre kvalitet")):
        user.answer(step, f"benefits/items/{item.id}/{path}", words)
    for path, text in (("baseline", "120"), ("target", "60")):
        user.write(step, f"benefits/items/{item.id}/{path}", text)
    result = user.shell.session.figures.benefits
    assert result.rows[-1].saved_hours > 0
    assert result.rows[-1].gross_benefit > 0


def plan_connection(user: User) -> None:
    """Choose another day, and see first what it changes."""
    user.write(StepKey.CONNECTION, "connection/day/shared/wished", "11. mars 2027")
    user.press("Bruk endringen")
    assert user.shell.session.figures.schedule.day == date(2027, 3, 11)


def sign_checklist(user: User) -> None:
    """Sign with two presses, with what is open stated."""
    user.part(StepKey.CHECKLIST, "signing")
    part = user.shell.part(StepKey.CHECKLIST, "signing")
    assert isinstance(part, SigningPart)
    usual = next((one for one in part.who.radios.values() if one.text() == "Ola Test"), None)
    if usual is not None:
        user.qtbot.mouseClick(usual, LEFT)
    else:
        user.press("En annen person")
        pick(part.who.other.box, "Ola Test")
    part.who.place.clear()
    user.qtbot.keyClicks(part.who.place, "Ask")
    user.press("Signer …")
    user.qtbot.mouseClick(part.sure_button, LEFT)
    (record,) = user.plan.signoffs.records
    assert record.open_items
    assert user.shell.session.figures.signoffs[0].valid
    assert user.shell.session.undo_label is None, "a sign-off can't be undone"


def meet(user: User) -> None:
    """Pick a question, hold a meeting about it with F5, and write what was agreed."""
    user.part(StepKey.WORKSHOP, "prepare")
    view = user.shell.part(StepKey.WORKSHOP, "prepare")
    assert isinstance(view, PreparePart)
    first = next(one for one in view.picks.rows_model.rows if one.chosen)
    view.picks.go_to(first.row_id)
    user.qtbot.keyClick(view.picks, Qt.Key.Key_Space)
    user.shell.desk.stage.screen = TOGETHER
    user.window.activateWindow()
    user.qtbot.waitUntil(user.window.isActiveWindow)
    user.qtbot.keyClick(user.window, Qt.Key.Key_F5)
    show = user.shell.meeting
    assert show is not None
    (room,) = show.windows()
    room.activateWindow()
    user.qtbot.waitUntil(room.isActiveWindow)
    user.qtbot.keyClick(room, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    user.qtbot.keyClicks(room.focusWidget(), "Ring leverandøren")
    user.qtbot.keyClick(room.focusWidget(), Qt.Key.Key_Escape)
    user.qtbot.keyClick(room.focusWidget(), Qt.Key.Key_Escape)
    assert user.shell.meeting is None
    assert user.plan.workshop.actions[0].text == "Ring leverandøren"
    assert user.plan.workshop.meetings[0].ended_at is not None


def hand_over(user: User, folder: Path) -> tuple[Path, Path]:
    """Save workbook and checklist where the dialogs ask, and return their files."""
    user.part(StepKey.OUTPUT, "documents")
    view = user.shell.part(StepKey.OUTPUT, "documents")
    assert isinstance(view, DocumentsPart)
    files = {"workbook": folder / "plan.xlsx", "checklist": folder / "sjekkliste.pdf"}
    for key, path in files.items():
        for chip in view.chips.buttons.values():
            chip.click()
            if view.grid.go_to(key):
                break
        choose_file(path)
        with user.qtbot.waitSignal(view.files.saving.done, timeout=EXPORTED):
            user.qtbot.mouseClick(view.save, LEFT)
        assert path.is_file()
    return files["workbook"], files["checklist"]


def leave_and_come_back(user: User, make_user: Callable[[], User], plan: Plan, folder: Path) -> None:
    """Close the program, save when asked, and find everything where it was."""
    file = folder / "ask.digisos"
    choose_answer("Lagre …")
    choose_file(file)
    assert user.window.close()
    assert planfile.read(file).document.plan == plan
    again = make_user()
    assert again.window.shell is None
    open_row(again.qtbot, again.window.start.recent, "NAV Ask")
    assert again.plan == plan
    assert again.shell.current is StepKey.OUTPUT, "one is where one was"
    for place in places(plan):
        again.shell.show_place(place)
    assert not again.shell.session.figures.findings_at(StepKey.DECISION, least=Severity.ERROR)
    assert again.window.close()
    assert planfile.read(file).document.plan == plan, "looking changes nothing"


def read_workbook(path: Path) -> None:
    """Read the workbook with openpyxl: the names, numbers and dates that were typed stand there as such."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert book.sheetnames[0] == "Forside"
    values = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert "NAV Ask" in values
    assert "Kari Prøve" in values
    assert 275_191.4 in values, "8.60 for each of 31 999"
    assert datetime(2027, 3, 11, tzinfo=None) in values  # noqa: DTZ001 - Excel knows no time zones
    assert any(isinstance(value, str) and value.startswith("=") for value in values), "live formulas"


def read_paper(path: Path) -> None:
    """Read the checklist with two PDF readers."""
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    assert "NAV Ask" in text
    assert "Ola Test" in text
    assert f"Side 1 av {len(document)}" in " ".join(text.split())
    document.close()
    with pikepdf.open(path) as whole:
        assert len(whole.pages) >= 2
        assert whole.docinfo["/Title"]
