"""Words as the search compares them: without case, with æ, ø and å as a foreign keyboard writes them, and stemmed."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from digisos_wizard.i18n import _

WORD = re.compile(r"[^\W_]+")
SAME = (("æ", "ae"), ("ø", "oe"), ("å", "aa"))
SHORTENED = (("ae", "a"), ("oe", "o"), ("aa", "a"))
"""Both ways to write a letter end as the same one, so that "påkobling", "paakobling" and "pakobling" meet."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    folded: str


def fold(text: str) -> str:
    """Return the text in small letters, each Norwegian letter as one that all keyboards have."""
    folded = unicodedata.normalize("NFC", text).lower()
    for letter, written in SAME:
        folded = folded.replace(letter, written)
    for written, short in SHORTENED:
        folded = folded.replace(written, short)
    plain = unicodedata.normalize("NFKD", folded)
    return plain if plain.isascii() else "".join(sign for sign in plain if not unicodedata.combining(sign))


def common() -> frozenset[str]:
    """Return the words, folded, that say nothing of what is looked for."""
    listed = _(
        "alt av da de den denne der dere det dette du eller en er et for fra ha har hva hvem hvor hvordan i ikke jeg "
        "kan med men mot må når og om oss på skal som så til ut vi vil vår være å"
    )
    return frozenset(map(fold, WORD.findall(listed)))


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    return tuple(Word(found.start(), found.end(), fold(found[0])) for found in WORD.finditer(text))


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return what takes the ending off a folded word of a language, by its name in snowballstemmer."""
    import snowballstemmer  # noqa: PLC0415 - it brings all its languages, and the window starts without them

    made: Callable[[str], str] = snowballstemmer.stemmer(language).stemWord
    return made


def shortened(word: str) -> frozenset[str]:
    """Return the word and what is left of it without any one of its letters: words a slip apart share one of these."""
    return frozenset((word, *(word[:place] + word[place + 1 :] for place in range(len(word)))))
