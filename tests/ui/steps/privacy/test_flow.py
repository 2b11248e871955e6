"""Opplysningenes vei: every way is listed with who answers for it."""

from digisos_wizard.model.findings import StepKey
from digisos_wizard.ui.places import Place
from digisos_wizard.ui.shell import Shell
from digisos_wizard.ui.steps.privacy.flow import FlowPart


def test_every_way_says_who_answers_for_it(shell: Shell) -> None:
    shell.show_place(Place(StepKey.PRIVACY, "flow"))
    part = shell.part(StepKey.PRIVACY, "flow")
    assert isinstance(part, FlowPart)
    rows = part.grid.rows_model.rows
    assert [row.cells[1].text for row in rows] == [way.responsible for way in shell.session.content.data_flow]
    assert rows[0].cells[0].text == "Søkeren → nav.no"
