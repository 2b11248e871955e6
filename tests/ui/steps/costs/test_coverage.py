"""Whom amounts are for: what each pays, and only the questions that the answer raises."""

from collections.abc import Callable

import pytest

from digisos_wizard.content.locate import resources
from digisos_wizard.model.edits import Set
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document
from digisos_wizard.model.terms import Covers, Split
from digisos_wizard.storage import planfile
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.costs.offers import OffersPart

pytestmark = pytest.mark.untraced
HERE = Place(StepKey.COSTS, "offers")


@pytest.fixture
def host(make_shell: Callable[[Document], Shell]) -> Shell:
    """A shell on the host cooperation."""
    return make_shell(planfile.read(resources() / "examples" / "vertskommune.digisos").document)


def test_a_line_tells_what_each_pays_and_asks_only_what_the_answer_raises(host: Shell) -> None:
    host.show_place(HERE)
    part = host.view(HERE)
    assert isinstance(part, OffersPart)
    first = part.offer.grid.rows_model.rows[0]
    part.offer.open_row(first.row_id)
    # 62 000 × 5 628 / 8 121
    assert "Tynset 42\u202f967,12\u202fkr" in part.coverage.told.text()
    place = (*first.address, "coverage")

    def asked() -> set[str]:
        host.redraw()
        return {path for path, field in part.coverage.form.fields.items() if not field.isHidden()}

    assert asked() == {"covers", "split"}
    host.session.edit(Set((*place, "covers"), Covers.ONLY))
    assert asked() == {"covers", "only", "split"}, "until one is chosen the sum is for all"
    host.session.edit(Set((*place, "only"), "da97yr"))
    assert asked() == {"covers", "only"}
    host.session.edit(Set((*place, "covers"), Covers.TOGETHER), Set((*place, "split"), Split.SHARES))
    assert asked() == {"covers", "split"}
    rows = part.coverage.shares.grid.rows_model.rows
    assert [row.title for row in rows] == ["Tynset", "Alvdal", "Til sammen"]
