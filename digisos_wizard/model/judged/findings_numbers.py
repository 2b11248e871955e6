"""Eleven digits in a text that are no national identity number may still be something that should not stand there."""

import re
from collections.abc import Iterator
from functools import lru_cache

from digisos_wizard.i18n import _
from digisos_wizard.model.address import leaves, pattern
from digisos_wizard.model.base import Record, Same
from digisos_wizard.model.content import FieldKind
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.steps import BY_AREA, step_of

ELEVEN = re.compile(r"(?<!\d)\d{4}[ .]?\d{2}[ .]?\d{5}(?!\d)")
FEW = 12
"""Rows that are read faster together than one by one."""
PARTS = 4096
"""Records whose answer is kept."""
FREE_TEXT = (FieldKind.TEXT, FieldKind.LONG_TEXT)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield a question for every free text with such a number."""
    written = {spec.id.partition(".")[0] for spec in reckoned.content.fields if spec.kind in FREE_TEXT}
    for area in BY_AREA:
        # Nearly always there is none, and the JSON of what an edit touched tells so at once.
        if area in written and _has_number(Same(getattr(reckoned.plan, area))):
            yield from _area(reckoned, area)


@lru_cache(maxsize=PARTS)
def _has_number(whole: Same[Record]) -> bool:
    """Tell whether eleven digits may stand anywhere within a record; its larger tables are asked row by row."""
    rows: list[Record] = []
    rest = set()
    for name, value in whole.part:
        if isinstance(value, tuple) and len(value) > FEW and all(isinstance(row, Record) for row in value):
            rows += value
        else:
            rest.add(name)
    left = whole.part.model_dump_json(include=rest)
    return bool(ELEVEN.search(left)) or any(_has_number(Same(row)) for row in rows)


def _area(reckoned: Reckoned, area: str) -> Iterator[Finding]:
    for address, value in leaves(getattr(reckoned.plan, area), (area,)):
        if not isinstance(value, str) or not ELEVEN.search(value):
            continue
        spec = reckoned.content.field_index.get(pattern(Plan, address))
        if spec is not None and spec.kind in FREE_TEXT:
            text = _("{field}: teksten har et tall med elleve sifre, som et kontonummer. Skal det stå her?")
            yield Finding("eleven-digits", step_of(address), address, Severity.WARNING, text.format(field=spec.label))
