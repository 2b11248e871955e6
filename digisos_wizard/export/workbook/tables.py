"""Every table of the workbook that another one reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from digisos_wizard.export.workbook.table import Table


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables, placed; `points` are the follow-up sheets by measuring point."""

    register: Table
    measuring: Table
    log: Table
    points: Mapping[str, Table]
    steps: Table
    assumptions: Table
    ramp: Table
    amounts: Table
    lines: Table
    payers: Table
    costs: Table
    years: Table
    net: Table
    results: Table
    outlooks: Table
    outcome_years: Table
    control: Table
