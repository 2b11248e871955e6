"""National identity numbers never reach a plan: found in any text before it is stored."""

import re
from collections.abc import Iterable

from stdnum.no import fodselsnummer

from digisos_wizard.errors import PersonalNumberError
from digisos_wizard.model.base import Record

DIGITS = 11
_CANDIDATE = re.compile(r"(?<!\d)\d(?:[\s.\-\u2010-\u2015]{0,2}\d){10}(?!\d)")


def personal_number_in(text: str) -> bool:
    """Tell whether the text holds a valid fødselsnummer or D-nummer, also with spaces or points between the digits."""
    if sum(sign.isdigit() for sign in text) < DIGITS:
        return False
    return any(_is_personal(re.sub(r"\D", "", found.group())) for found in _CANDIDATE.finditer(text))


def _is_personal(digits: str) -> bool:
    # Digits of other scripts are digits to a reader as well.
    plain = "".join(str(int(sign)) for sign in digits)
    return bool(fodselsnummer.is_valid(plain))


def screen(value: object) -> None:
    """Raise PersonalNumberError where a text, or a text anywhere in a record or tuple, holds a personal number."""
    if isinstance(value, str):
        if personal_number_in(value):
            raise PersonalNumberError
    elif isinstance(value, Record):
        screen(tuple(getattr(value, name) for name in type(value).model_fields))
    elif isinstance(value, tuple) and not _plain(value):
        for part in value:
            screen(part)


def _plain(parts: Iterable[object]) -> bool:
    return all(part is None or isinstance(part, int | float) for part in parts)
