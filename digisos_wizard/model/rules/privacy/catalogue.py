"""Risks that are taken from the catalogue."""

from collections.abc import Sequence

from digisos_wizard.model.address import Address
from digisos_wizard.model.content import RiskSpec
from digisos_wizard.model.edits import Insert
from digisos_wizard.model.privacy import Risk, RiskMeasure

RISKS: Address = ("privacy", "risks")


def from_catalogue(spec: RiskSpec, row_id: str, measure_ids: Sequence[str]) -> Insert:
    """Return the edit that puts a risk of the catalogue into the plan, with its suggested measures."""
    measures = tuple(RiskMeasure(id=new_id, text=text) for new_id, text in zip(measure_ids, spec.measures, strict=True))
    risk = Risk(
        id=row_id,
        catalogue_id=spec.id,
        kind=spec.kind,
        title=spec.title,
        cause=spec.cause,
        effect=spec.effect,
        aspect=spec.aspect,
        measures=measures,
    )
    return Insert(RISKS, risk)
