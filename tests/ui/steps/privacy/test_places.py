"""Every finding of the step leads to a place in its part where something can be done."""

from collections.abc import Callable

import pytest

from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.parts import part_of
from digisos_wizard.model.plan import Document
from digisos_wizard.model.privacy import Risk
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from tests.model.given import plan_of

RISKS = (
    Risk(id="r1"),
    Risk(id="r2", title="Lekkasje", likelihood=5, consequence=5),
    Risk(id="r3", title="Brann", likelihood=2, consequence=2, residual_likelihood=3, residual_consequence=2),
    Risk(id="r4", title="Brudd", likelihood=5, consequence=5, accepted=True),
)


@pytest.mark.parametrize("answers", [{}, {"privacy/risks": RISKS}], ids=["empty", "risks"])
def test_every_finding_leads_to_where_something_can_be_done(
    make_shell: Callable[[Document], Shell], answers: dict[str, object]
) -> None:
    shell = make_shell(Document(plan=plan_of(5_000, 6_000, answers=answers)))
    found = shell.session.figures.findings_at(StepKey.PRIVACY)
    assert found
    for finding in found:
        shell.show_step(StepKey.OVERVIEW)
        shell.goto(StepKey.PRIVACY, finding.address)
        part = part_of(finding)
        assert part is not None
        assert shell.here == Place(StepKey.PRIVACY, part.key), finding.rule
        focused = shell.window().focusWidget()
        assert focused is not None
        assert shell.view(shell.here).widget.isAncestorOf(focused), finding.rule
        assert focused.isVisible(), finding.rule
