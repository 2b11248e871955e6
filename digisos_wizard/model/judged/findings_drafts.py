"""Typed text that can't be read: what is wrong with it, at its field."""

from collections.abc import Iterator

from digisos_wizard.errors import ParseError
from digisos_wizard.model.address import UnknownAddressError, exists, read
from digisos_wizard.model.findings import Finding, Severity
from digisos_wizard.model.kinds import kind_at
from digisos_wizard.model.reckoned import Reckoned
from digisos_wizard.model.steps import step_of


def find(reckoned: Reckoned) -> Iterator[Finding]:
    """Yield an error for every draft; a draft whose row is gone, or that can be read by now, says nothing."""
    for draft in reckoned.document.drafts:
        address = read(draft.id)
        if not exists(reckoned.plan, address):
            continue
        try:
            kind = kind_at(reckoned.content, address)
            if not kind.picked:
                kind.read(draft.text)
        except ParseError as error:
            message = f"{error.message} {error.next_step}".strip()
            yield Finding("draft", step_of(address), address, Severity.ERROR, message)
        except (KeyError, UnknownAddressError):
            continue
