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
from digisos_wizard.ui.pages.decision import DecisionPage
from digisos_wizard.ui.pages.mapping import MappingPage
from digisos_wizard.ui.pages.roles import RolesPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import Severity, StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.signing.signature import declared_open
from digisos_wizard.model.terms import SignOffPhase
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.storage.keeper import Keeper
from digisos_wizard.storage.paths import Folders
from digisos_wizard.storage.recovery import Recovery
from digisos_wizard.ui.app import examples
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.pages.benefits import BenefitsPage
from digisos_wizard.ui.pages.connection import ConnectionPage
from digisos_wizard.ui.pages.costs import CostsPage
from digisos_wizard.ui.pages.output import OutputPage
from digisos_wizard.ui.pages.privacy import PrivacyPage
from digisos_wizard.ui.pages.workshop import WorkshopPage
from digisos_wizard.ui.parts.table import RecordTable
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.stage.screens import TOGETHER
from digisos_wizard.ui.state import WindowState
from digisos_wizard.ui.window import MainWindow
from tests.ui.hands import choose, choose_answer, choose_at, choose_file, enter_at, field, pick, press, type_into

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

    def page(self, kind: type[Page]) -> Page:
        """Return the page on screen, which must be of that kind."""
        page = self.shell.page(self.shell.current)
        assert isinstance(page, kind), self.shell.current
        return page

    def next(self) -> None:
        """Press the button that leads on."""
        self.shell.redraw()
        self.qtbot.mouseClick(self.shell.bottom.forward, LEFT)

    def add_row(self, table: RecordTable, **texts: str) -> None:
        """Press the table's first button, and fill in the new row's fields."""
        self.qtbot.mouseClick(table.add_buttons[0], LEFT)
        assert table.form is not None
        for path, text in texts.items():
            type_into(self.qtbot, table.form.fields[path], text)
        self.shell.redraw()

    def write(self, page: Page, **texts: str) -> None:
        """Fill in fields of the page, `__` standing for the point of a path."""
        for path, text in texts.items():
            type_into(self.qtbot, field(page, path.replace("__", ".")), text)
        self.shell.redraw()

    def answer(self, page: Page, **answers: str) -> None:
        """Choose answers by their words."""
        for path, words in answers.items():
            choose(self.qtbot, field(page, path.replace("__", ".")), words)
        self.shell.redraw()


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
    qtbot.keyClicks(user.window.start.name, "NAV Ask, innføring 2027")
    press(qtbot, user.window, "Ny plan")
    decide(user)
    user.next()
    count_costs(user)
    user.next()
    find_people(user)
    user.next()
    sign_agreements(user)
    user.next()
    assess_privacy(user)
    user.next()
    map_work(user)
    user.next()
    plan_benefits(user)
    user.next()
    plan_connection(user)
    user.next()
    sign_checklist(user)
    user.next()
    meet(user)
    user.next()
    workbook, paper = hand_over(user, tmp_path)
    plan = user.plan
    leave_and_come_back(user, make_user, plan, tmp_path)
    read_workbook(workbook)
    read_paper(paper)


def decide(user: User) -> None:
    """Say what is decided, and for whom."""
    page = user.page(DecisionPage)
    assert isinstance(page, DecisionPage)
    user.write(page, decision__office="NAV Ask")
    user.add_row(page.municipalities, name="Ask", population="31 999", population_date="1.1.2026")
    assert page.municipalities.form is not None
    type_into(user.qtbot, page.municipalities.form.fields["org_number"], "970 540 008")
    user.write(page, approval__shared__decider="Kommunestyret", approval__shared__decided_on="4. mars 2026")
    user.answer(page, solution_parts="Digital søknad")
    (place,) = user.plan.decision.municipalities
    assert (place.name, place.population, place.org_number) == ("Ask", 31_999, "970540008")
    assert user.plan.decision.approval.shared.decided_on == date(2026, 3, 4)


def count_costs(user: User) -> None:
    """See the fee, enter what only the office knows, finance it."""
    page = user.page(CostsPage)
    assert isinstance(page, CostsPage)
    user.answer(page, digifin_member="Ja")
    user.write(page, ks_operation_yearly="42 000")
    for kind in ("connection_fee", "ks_operation", "nav_operation", "case_system"):
        user.answer(page, **{f"{kind}__state": "Finansiert"})
    user.add_row(page.vendor, description="Modul for mottak", one_off="50 000", yearly="12 000")
    total = user.shell.session.figures.costs.total
    # 8,60 × 31 999 + 50 000, and every line has a price by now
    assert total(year_index=0).complete
    assert total(year_index=1).net == Decimal("42238.68") + 42_000 + 12_000


def find_people(user: User) -> None:
    """Enter two people, and give one of them a role."""
    page = user.page(RolesPage)
    assert isinstance(page, RolesPage)
    user.add_row(page.persons, name="Kari Prøve", title="NAV-leder", email="kari@ask.kommune.no")
    user.add_row(page.persons, name="Ola Test", title="Kommunedirektør")
    page.roles.choose("management")
    user.shell.redraw()
    assert page.roles.form is not None
    choose(user.qtbot, page.roles.form.fields["person"], "Kari Prøve")
    assert user.plan.people.roles[0].person == user.plan.people.persons[0].id


def sign_agreements(user: User) -> None:
    """Name the signatory and the case system, and sign one agreement."""
    shell, step, vendor = user.shell, StepKey.AGREEMENTS, ("vendor", "shared")
    choose_at(user.qtbot, shell, step, ("agreements", "signatory", "shared", "person"), "Ola Test")
    for path in ("has_archive", "supports_digisos", "can_receive"):
        choose_at(user.qtbot, shell, step, (*vendor, path), "Ja")
    enter_at(user.qtbot, shell, step, (*vendor, "system"), "Fasit")
    first = ("agreements", "statuses", shell.session.figures.agreements[0].row_id)
    choose_at(user.qtbot, shell, step, (*first, "state"), "Signert")
    enter_at(user.qtbot, shell, step, (*first, "signed_on"), "20.11.2026")
    assert user.plan.agreements.statuses[0].signed_on == date(2026, 11, 20)


def assess_privacy(user: User) -> None:
    """Take a risk from the catalogue, and judge it."""
    page = user.page(PrivacyPage)
    assert isinstance(page, PrivacyPage)
    pick(page.picker.choice.box, page.picker.choice.box.itemText(1))
    press(user.qtbot, page.picker, "Legg til")
    user.shell.redraw()
    assert page.risks.form is not None
    choose(user.qtbot, page.risks.form.fields["likelihood"], "2 – Lite sannsynlig")
    choose(user.qtbot, page.risks.form.fields["consequence"], "4 – Alvorlig")
    (risk,) = user.plan.privacy.risks
    assert (risk.likelihood, risk.consequence) == (2, 4)
    assert risk.measures, "suggested measures come along"


def map_work(user: User) -> None:
    """Fetch the usual steps, and say how long the first takes."""
    page = user.page(MappingPage)
    assert isinstance(page, MappingPage)
    user.write(page, cases_per_month="100")
    press(user.qtbot, page.widget, "Hent de vanlige stegene")
    user.shell.redraw()
    assert page.steps.form is not None
    for position, step in enumerate(user.plan.mapping.steps):
        page.steps.choose(step.id)
        user.shell.redraw()
        type_into(user.qtbot, page.steps.form.fields["paper_minutes"], "12")
        type_into(user.qtbot, page.steps.form.fields["digital_minutes"], str(position))
    assert all(step.paper_minutes == 12 for step in user.plan.mapping.steps)


def plan_benefits(user: User) -> None:
    """Pick the benefit of freed time, decide its use, own and measure it."""
    page = user.page(BenefitsPage)
    assert isinstance(page, BenefitsPage)
    index = next(
        position
        for position in range(page.benefits.picker.choice.box.count())
        if page.benefits.picker.choice.box.itemText(position).endswith("(prissatt, egen virksomhet)")
    )
    pick(page.benefits.picker.choice.box, page.benefits.picker.choice.box.itemText(index))
    press(user.qtbot, page.benefits.picker, "Legg til")
    user.shell.redraw()
    assert page.benefits.items.form is not None
    fields = page.benefits.items.form.fields
    choose(user.qtbot, fields["owner"], "Kari Prøve")
    choose(user.qtbot, fields["method"], "Spart tid")
    choose(user.qtbot, fields["use"], "Bedre kvalitet")
    type_into(user.qtbot, fields["baseline"], "120")
    type_into(user.qtbot, fields["target"], "60")
    result = user.shell.session.figures.benefits
    assert result.rows[-1].saved_hours > 0
    assert result.rows[-1].gross_benefit > 0


def plan_connection(user: User) -> None:
    """Choose the day."""
    page = user.page(ConnectionPage)
    user.write(page, wished="4. mars 2027")
    assert user.shell.session.figures.schedule.day == date(2027, 3, 4)


def sign_checklist(user: User) -> None:
    """Sign with two presses, with what is open stated."""
    user.shell.show_place(Place(StepKey.CHECKLIST, "signing"))
    part = user.shell.part(StepKey.CHECKLIST, "signing")
    press(user.qtbot, part.widget, "Ola Test, Kommunedirektør · Signatar")
    press(user.qtbot, part.widget, "Signer …")
    assert not user.plan.signoffs.records
    opened = len(declared_open(part.desk.figures, SignOffPhase.CONNECT))
    press(user.qtbot, part.widget, f"Signer med {opened} åpne punkter")
    (record,) = user.plan.signoffs.records
    assert record.open_items
    assert record.place == "Ask", "from the plan"
    assert user.shell.session.figures.signoffs[0].valid
    assert user.shell.session.undo_label is None, "a sign-off can't be undone"


def meet(user: User) -> None:
    """Pick a question, hold a meeting about it with F5, and write what was agreed."""
    page = user.page(WorkshopPage)
    assert isinstance(page, WorkshopPage)
    page.questions.picks.list.item(0).setCheckState(Qt.CheckState.Checked)
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
    page = user.page(OutputPage)
    assert isinstance(page, OutputPage)
    files = {"workbook": folder / "plan.xlsx", "checklist": folder / "sjekkliste.pdf"}
    for key, path in files.items():
        choose_file(path)
        documents = page.documents
        row = next(number for number, view in enumerate(documents.list.documents.rows) if view.row_id == key)
        documents.list.selectRow(row)
        with user.qtbot.waitSignal(documents.saving.done, timeout=EXPORTED):
            user.qtbot.mouseClick(documents.save_button, LEFT)
        assert path.name in documents.result.text.text()
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
    press(again.qtbot, again.window, "Åpne NAV Ask, innføring 2027")
    assert again.plan == plan
    assert again.shell.current is StepKey.OVERVIEW
    for key in again.shell.keys:
        again.shell.show_step(key)
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
    assert datetime(2027, 3, 4, tzinfo=None) in values  # noqa: DTZ001 - Excel knows no time zones
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
