"""Where somebody signs is suggested: as the last time, else the municipality."""

from datetime import datetime

from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.signing import signers
from digisos_wizard.model.signoff import SignOff
from digisos_wizard.model.terms import SignOffPhase
from tests.model.given import figures_of, plan_of


def test_the_place_is_the_municipality_until_somebody_has_signed() -> None:
    plan = plan_of(5_000)
    assert signers.place(figures_of(plan_of())) == ""
    assert signers.place(figures_of(plan)) == "Ask"
    signed = datetime(2026, 11, 20, 14, 32)  # noqa: DTZ001 - the clock of the machine, as the record keeps it
    record = SignOff(id="s", phase=SignOffPhase.CONNECT, place="Bjerk rådhus", signed_at=signed, signer="p")
    assert signers.place(figures_of(apply(plan, Set(("signoffs", "records"), (record,))))) == "Bjerk rådhus"
