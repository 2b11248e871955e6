"""Whom amounts are for, on the page: what each pays, and only the questions that the answer raises."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from digisos_wizard.content.locate import resources
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.terms import Covers, Split
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.pages.costs import CostsPage
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.shell import Shell
from tests.ui.conftest import NOW

pytestmark = pytest.mark.untraced


@pytest.fixture
def shell(dressed: QApplication, qtbot: QtBot, content: Content) -> Shell:
    """A shell on the host cooperation."""
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(planfile.read(resources() / "examples" / "vertskommune.digisos").document, None)
    found = Shell(session, QMenu())
    qtbot.addWidget(found)
    found.resize(1366, 768)
    found.show()
    return found


def test_the_page_tells_what_each_pays_and_asks_only_what_the_answer_raises(shell: Shell) -> None:
    shell.show_step(StepKey.COSTS)
    page = shell.page(StepKey.COSTS)
    assert isinstance(page, CostsPage)
    card = page.coverage
    rows = {row.cells[0]: row for row in card.amounts.model.rows}
    # 62 000 × 5 628 / 8 121
    assert "Tynset 42\u202f967,12\u202fkr" in rows["Oppgradering av det felles fagsystemet"].cells[2]
    first = card.amounts.model.rows[0]
    card.amounts.choose(first.row_id)
    form = card.amounts.form
    assert form is not None

    def asked() -> set[str]:
        shell.redraw()
        return {path for path, field in form.fields.items() if not field.isHidden()}

    assert asked() == {"covers", "split"}
    shell.session.edit(Set((*first.address, "covers"), Covers.ONLY))
    assert asked() == {"covers", "only", "split"}, "until one is chosen the sum is for all"
    shell.session.edit(Set((*first.address, "only"), "da97yr"))
    assert asked() == {"covers", "only"}
    shell.session.edit(Set((*first.address, "covers"), Covers.TOGETHER), Set((*first.address, "split"), Split.SHARES))
    assert asked() == {"covers", "split"}
    assert [row.cells for row in card.shares.model.rows] == [("Tynset", "–"), ("Alvdal", "–")]


def test_a_finding_about_shares_goes_to_the_field(shell: Shell) -> None:
    at = ("costs", "answers", "shared", "vendor_costs", "uxv2v2", "coverage")
    shell.session.edit(Set((*at, "split"), Split.SHARES), Set((*at, "shares", "da97yr", "percent"), None))
    shell.goto(StepKey.COSTS, (*at, "shares", "da97yr", "percent"))
    page = shell.page(StepKey.COSTS)
    assert isinstance(page, CostsPage)
    chosen = page.coverage.shares.chosen_row
    assert chosen is not None
    assert chosen.cells[0] == "Alvdal"
