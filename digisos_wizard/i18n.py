"""Translation of user-visible text with stdlib gettext; bokmål is the source language and needs no catalogue."""

import gettext
from pathlib import Path

SOURCE_LANGUAGE = "nb"


class Translator:
    """The language that the process speaks; starts in the source language and changes only at start-up."""

    def __init__(self) -> None:
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()

    def use(self, language: str, folder: Path) -> None:
        """Speak `language` from now on; a language without a compiled catalogue falls back to bokmål."""
        self._catalogue = gettext.translation("digisos", folder, [language], fallback=True)

    def text(self, message: str) -> str:
        """Return the message in the language in use."""
        return self._catalogue.gettext(message)

    def counted(self, one: str, many: str, count: int) -> str:
        """Return the form that fits the count; `{count}` in it is not filled in."""
        return self._catalogue.ngettext(one, many, count)


TRANSLATOR = Translator()
_ = TRANSLATOR.text
ngettext = TRANSLATOR.counted


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message that is translated later, where it is shown; return it as it stands."""
    return message
