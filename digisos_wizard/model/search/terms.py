"""Terms of the glossary found in a text, each the first time it comes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from digisos_wizard.model.content import Content, Glossary

KEPT = 2_000
"""Texts whose terms are remembered."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A term at a place in a text."""

    start: int
    end: int
    term: Glossary


class Terms:
    """Finds terms; a form with a small first letter is also found where it begins a sentence.

    `everyday` finds also the words that are explained in the glossary but not marked where they stand.
    """

    def __init__(self, content: Content, *, everyday: bool = False) -> None:
        self._by_form: dict[str, Glossary] = {}
        for term in content.glossary:
            if term.marked or everyday:
                for form in (term.term, *term.forms):
                    self._by_form.setdefault(form, term)
                    self._by_form.setdefault(form[0].upper() + form[1:], term)
        forms = sorted(self._by_form, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w])") if forms else None
        self.find = lru_cache(maxsize=KEPT)(self._find)

    def _find(self, text: str) -> tuple[Mark, ...]:
        """Return the first place of every term in the text."""
        if self._pattern is None:
            return ()
        found: dict[str, Mark] = {}
        for match in self._pattern.finditer(text):
            term = self._by_form[match[0]]
            found.setdefault(term.id, Mark(match.start(), match.end(), term))
        return tuple(found.values())
