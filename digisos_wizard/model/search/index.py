"""The index: made once from all entries, asked at every keystroke; whole words first, then stems, parts and slips."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from digisos_wizard.i18n import current
from digisos_wizard.model.content import Content
from digisos_wizard.model.findings import StepKey

from .entries import Entry, Kind, entries
from .words import Word, common, fold, shortened, stemmer, words

SHORTEST_PART = 4
"""Letters of a word that is looked for inside others."""
SHORTEST_SLIP = 5
"""Letters of a word that may be written with a slip."""
WHOLE, STEM, SAME_TERM, BEGIN, END, INSIDE, SPLIT, SLIP = 1.0, 0.9, 0.7, 0.75, 0.6, 0.4, 0.45, 0.35
"""How well a word of the content answers a word of the query."""
TITLE, ALSO, TEXT = 10.0, 8.0, 3.0
AT_HAND = 1.35
"""How much more an entry of the step at hand counts."""
SAME_TITLE = 3.0
MOST = 60
REMEMBERED = 500
"""Words whose answers are remembered."""

KIND_WEIGHT = {Kind.TERM: 1.2, Kind.FIELD: 0.8, Kind.HELP: 0.9}


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found; `answers` are the folded words of the content that the query met."""

    entry: Entry
    score: float
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits first, of `total`; `partly` tells that no entry has all the words of the query."""

    hits: tuple[Hit, ...] = ()
    partly: bool = False
    total: int = 0


class Index:
    """Everything that can be looked up, by word."""

    def __init__(self, content: Content) -> None:
        self._entries = entries(content)
        self._common = common()
        self._stem = stemmer(current().stemmer)
        self._places: dict[str, dict[int, float]] = defaultdict(dict)
        self._titles = [fold(entry.title) for entry in self._entries]
        for number, entry in enumerate(self._entries):
            title = words(entry.title)
            self._add(number, title, TITLE * entry.weight * (0.6 + 0.4 / sqrt(max(1, len(title)))))
            self._add(number, words(entry.also), ALSO)
            self._add(number, words(entry.text), TEXT)
        self._stems = {word: self._stem(word) for word in self._places}
        self._same = _same_terms(content, self._stem)
        # Letter by letter the same beginnings are asked for again and again.
        self._alike = lru_cache(maxsize=REMEMBERED)(self._compared)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    def _add(self, number: int, found: Sequence[Word], weight: float) -> None:
        for word in found:
            here = self._places[word.folded]
            # A word that comes again counts a little more, never as much as one in the title.
            here[number] = max(here.get(number, 0.0) + 0.3, weight)

    def search(self, query: str, at: StepKey | None = None) -> Found:
        """Return what answers the query best; the last word may still be being written."""
        asked = [word.folded for word in words(query)]
        writing = bool(query) and not query[-1].isspace()
        telling = [word for word in asked if word not in self._common] or asked
        if not telling:
            return Found()
        last = asked[-1] if writing else ""
        scores: dict[int, float] = defaultdict(float)
        met: dict[int, int] = defaultdict(int)
        answers: set[str] = set()
        for word in telling:
            matches = self._matches(word, begun=word == last)
            answers.update(matches)
            found = self._score(matches)
            rarity = log(1 + len(self._entries) / max(1, len(found)))
            for number, score in found.items():
                scores[number] += score * rarity
                met[number] += 1
        most = max(met.values(), default=0)
        hits = self._ranked({number: scores[number] for number in met if met[number] == most}, fold(query).strip(), at)
        known = frozenset(answers)
        best = tuple(Hit(self._entries[number], score, known) for number, score in hits[:MOST])
        return Found(best, partly=0 < most < len(telling), total=len(hits))

    def _score(self, matches: dict[str, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        for word, strength in matches.items():
            for number, weight in self._places[word].items():
                score = strength * weight
                if score > found.get(number, 0.0):
                    found[number] = score
        return found

    def _ranked(self, scores: dict[int, float], query: str, at: StepKey | None) -> list[tuple[int, float]]:
        ranked = []
        for number, score in scores.items():
            entry = self._entries[number]
            value = score * KIND_WEIGHT.get(entry.kind, 1.0)
            if at is not None and entry.step is at and entry.kind is not Kind.TERM:
                value *= AT_HAND
            if self._titles[number].split(":", 1)[0] == query:
                value *= 1 + (SAME_TITLE - 1) * entry.weight
            ranked.append((number, value))
        return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))

    def _matches(self, word: str, *, begun: bool) -> dict[str, float]:
        """Return the words of the content that answer a word, each with how well."""
        return (
            self._alike(word, begun=begun) or self._halves(word, begun=begun) or dict(self._slipped(word, begun=begun))
        )

    def _compared(self, word: str, *, begun: bool) -> dict[str, float]:
        """Return the words that are the same, have the same stem or hold the word."""
        stem = self._stem(word)
        inside = stem if len(stem) >= SHORTEST_PART else ""
        same = self._same.get(stem, frozenset())
        found = {}
        for candidate, own_stem in self._stems.items():
            if candidate == word:
                found[candidate] = WHOLE
            elif own_stem == stem:
                found[candidate] = STEM
            elif own_stem in same:
                found[candidate] = SAME_TERM
            elif begun and candidate.startswith(word):
                found[candidate] = BEGIN * (0.7 + 0.3 * len(word) / len(candidate))
            elif inside and inside in candidate:
                found[candidate] = _part(inside, candidate, own_stem)
        return found

    def _halves(self, word: str, *, begun: bool) -> dict[str, float]:
        """Return the words that a compound nobody has written is made of."""
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            first, second = word[:cut], word[cut:]
            heads = self._alike(first, begun=False) or self._alike(first.removesuffix("s"), begun=False)
            tails = heads and self._alike(second, begun=begun)
            if heads and tails:
                return {found: strength * SPLIT for found, strength in (*heads.items(), *tails.items())}
        return {}

    def _slipped(self, word: str, *, begun: bool) -> Iterator[tuple[str, float]]:
        """Yield the words, or with a word being written the words whose beginning, is one slip away."""
        if len(word) < SHORTEST_SLIP:
            return
        keys = shortened(word)
        for candidate in self._stems:
            if _begin_alike(word, candidate):
                lengths = (len(word) - 1, len(word), len(word) + 1) if begun else (len(candidate),)
                if abs(lengths[0] - len(word)) <= 1 and any(keys & shortened(candidate[:size]) for size in lengths):
                    yield candidate, SLIP


def _same_terms(content: Content, stem: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """Return the stems that are other words for the same term, such as PVK and DPIA, by each of them."""
    same: dict[str, frozenset[str]] = {}
    for term in content.glossary:
        written = [words(form) for form in (term.term, *term.forms)]
        stems = frozenset(stem(form[0].folded) for form in written if len(form) == 1)
        for one in stems:
            same[one] = same.get(one, frozenset()) | stems
    return same


def _begin_alike(word: str, other: str) -> bool:
    """Tell whether two words begin so much alike that one slip could part them."""
    return other[0] in word[:2] or word[0] in other[:2] or other[1:2] == word[1:2]


def _part(part: str, word: str, stem: str) -> float:
    """Return how well a part answers for the whole: where a compound begins or ends counts more than its middle."""
    if word.startswith(part):
        return BEGIN * (0.6 + 0.4 * len(part) / len(word))
    return END if stem.endswith(part) else INSIDE
