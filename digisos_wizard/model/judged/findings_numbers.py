"""Eleven digits in a text that are no national identity number may still be something that should not stand there."""

import re
from collections.abc import Iterator

from digisos_wizard.i18n import _
from digisos_wizard.model.address import leaves, pattern
from digisos_wizard.model.content import FieldKind
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.steps import BY_AREA, step_of

ELEVEN = re.compile(r"(?<!\d)\d{4}[ .]?\d{2}[ .]?\d{5}(?!\d)")
FREE_TEXT = (FieldKind.TEXT, FieldKind.LONG_TEXT)


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield a question for every free text with such a number."""
    written = {spec.id.partition(".")[0] for spec in reckoned.content.fields if spec.kind in FREE_TEXT}
    for area in BY_AREA:
        # Nearly always there is none, and the area's JSON tells so at once.
        if area in written and ELEVEN.search(getattr(reckoned.plan, area).model_dump_json()):
            yield from _area(reckoned, area)


def _area(reckoned: Reckoned, area: str) -> Iterator[Finding]:
    for address, value in leaves(getattr(reckoned.plan, area), (area,)):
        if not isinstance(value, str) or not ELEVEN.search(value):
            continue
        spec = reckoned.content.field_index.get(pattern(Plan, address))
        if spec is not None and spec.kind in FREE_TEXT:
            text = _("{field}: teksten har et tall med elleve sifre, som et kontonummer. Skal det stå her?")
            yield Finding("eleven-digits", step_of(address), address, Severity.WARNING, text.format(field=spec.label))
