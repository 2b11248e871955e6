"""Marks of what a text claims: its numbers, dates and addresses, told alike however they are written."""

import re
from collections.abc import Iterator

MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
          "desember")  # fmt: skip
WORDS = {"én": 1, "ett": 1, "en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "åtte": 8, "ni": 9,
         "ti": 10, "tolv": 12, "femten": 15}  # fmt: skip
UNITS = r"uker|uke|måneder|måned|dager|timer|prosent|kroner|øre|kvartal"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(
    r"\b(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:no|io|com)\b(?:/[^\s()»\"]*[\w-])?)", re.IGNORECASE
)
WRITTEN_DAY = re.compile(rf"\b(?:(\d{{1,2}})\.\s)?({'|'.join(MONTHS)})\s(\d{{4}})\b")
SHORT_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b")
REFERENCE = re.compile(r"\b\d{2}/\d{5}\b")
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d|[.,]\d)|\d+(?:[.,]\d+)?")
ORE = re.compile(r"(\d+) øre")
SPELT = re.compile(rf"\b({'|'.join(WORDS)})(?: til ({'|'.join(WORDS)}))? (?:{UNITS})\b", re.IGNORECASE)


def marks(text: str) -> set[str]:
    """Return every number, date and address of a text."""
    return set(_marks(text))


def _marks(text: str) -> Iterator[str]:
    for found in EMAIL.findall(text):
        yield found.lower()
    text = EMAIL.sub(" ", text)
    for found in ADDRESS.findall(text):
        yield found.lower().rstrip("/.")
    text = ADDRESS.sub(" ", text)
    yield from REFERENCE.findall(text)
    text = REFERENCE.sub(" ", text)
    for day, month, year in WRITTEN_DAY.findall(text):
        yield from _day(day, MONTHS.index(month) + 1, year)
    text = WRITTEN_DAY.sub(" ", text)
    for day, month, year in SHORT_DAY.findall(text):
        yield from _day(day, int(month), year if len(year) == len("2000") else f"20{year}")
    text = SHORT_DAY.sub(" ", text)
    for first, second in SPELT.findall(text):
        yield from (str(WORDS[word.lower()]) for word in (first, second) if word)
    yield from (f"0.{int(found):02d}".rstrip("0") for found in ORE.findall(text))
    yield from map(_number, NUMBER.findall(text))


def _day(day: str, month: int, year: str) -> Iterator[str]:
    yield year
    yield f"{year}-{month:02d}"
    if day:
        yield f"{year}-{month:02d}-{int(day):02d}"


def _number(found: str) -> str:
    plain = re.sub(r"[ \u00a0\u202f]", "", found)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain.lstrip("0") or "0"
