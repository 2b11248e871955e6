"""The language that is spoken: a value, passed at the borders with `spoken`; bokmål is the source and has no catalogue.

Functions that make words ask the context for it, as all of them would only hand it on. A context has one language, and
a thread gets its own through `contextvars.copy_context`, so that nothing that is under way changes its tongue.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its catalogue, and all that differs between languages and isn't a text.

    `key` names the folders of its content and catalogue; `tag` is what documents say of themselves; `stemmer` and
    `holidays` are the names that snowballstemmer and holidays know it by.
    """

    key: str
    tag: str
    decimal_sign: str
    thousands: str
    stemmer: str
    holidays: str
    catalogue: gettext.NullTranslations = field(compare=False, repr=False)


BOKMAAL = Language("nb", "nb-NO", ",", "\u202f", "norwegian", "no", gettext.NullTranslations())
LANGUAGES = (BOKMAAL,)
"""The languages that the program speaks."""

_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=BOKMAAL)


def language(key: str, folder: Path) -> Language:
    """Return a language with its catalogue; bokmål where the program doesn't speak it."""
    found = next((one for one in LANGUAGES if one.key == key), BOKMAAL)
    return replace(found, catalogue=gettext.translation("digisos", folder, [found.key], fallback=True))


def current() -> Language:
    """Return the language that is spoken here."""
    return _SPOKEN.get()


@contextmanager
def spoken(language: Language) -> Iterator[None]:
    """Speak a language in what is done within."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _(message: str) -> str:
    """Return the message, a literal, in the language that is spoken."""
    return _SPOKEN.get().catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form that fits the count, both literals; `{count}` in it is not filled in."""
    return _SPOKEN.get().catalogue.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - the name that extractors of texts look for
    """Mark a text for the catalogue where it is only passed on, and is said with `translated`."""
    return message


def translated(marked: str) -> str:
    """Return a marked text in the language that is spoken; nothing stays nothing, where a catalogue has its header."""
    return _SPOKEN.get().catalogue.gettext(marked) if marked else ""
