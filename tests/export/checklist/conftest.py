"""The checklist of the host cooperation, signed twice, as PDF."""

from datetime import timedelta

import pytest

from digisos_wizard.model.figures import Figures
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.signing import signature as signing
from digisos_wizard.model.signoff import SignOffs
from digisos_wizard.model.terms import SignOffPhase
from tests.export import plans
from tests.export.checklist.reading import Read, written


def signed(figures: Figures, signer: str = "p1") -> Figures:
    """Return the figures after one more sign-off of being ready to connect."""
    records = figures.plan.signoffs.records
    record = signing.sign(
        figures,
        signing.Signature(
            phase=SignOffPhase.CONNECT,
            signer=signer,
            title="NAV-leder",
            role="Prosjekteier",
            place="Hamar",
            external_reference="26/555",
        ),
        signed_at=plans.SIGNED + timedelta(days=len(records)),
        salt="salt",
        record_id=f"r{len(records)}",
    )
    values = {name: getattr(figures.plan, name) for name in type(figures.plan).model_fields}
    return plans.figures(Plan.model_validate(values | {"signoffs": SignOffs(records=(*records, record))}))


@pytest.fixture(scope="session")
def figures() -> Figures:
    """The host cooperation with two sign-offs."""
    return signed(signed(plans.host()), signer="gone")


@pytest.fixture(scope="session")
def paper(figures: Figures) -> Read:
    """Its checklist."""
    return written(figures)
