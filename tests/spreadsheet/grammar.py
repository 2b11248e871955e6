"""Formulas as trees: what the workbook's formulas are made of, parsed from their text."""

import re
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"]|"")*")
    | (?P<ref>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)?!?\$?[A-Z]{1,3}\$?@?-?\d+(?::\$?[A-Z]{1,3}\$?@?-?\d+)?(?![\w(.]))
    | (?P<error>\#REF!|\#N/A|\#VALUE!|\#DIV/0!|\#NAME\?|\#NUM!)
    | (?P<call>[^\W\d][\w.]*\()
    | (?P<name>[^\W\d][\w.]*)
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<op><=|>=|<>|[-+*/^&=<>(),{}%])
    )""",
    re.VERBOSE,
)
REFERENCE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>@?-?\d+)(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>@?-?\d+))?"
)
OWN = re.compile(r"(?<![\w$'])(\$?[A-Z]{1,3})(\d+)(?![\w(.!])")
"""A reference whose row goes with the row that its formula stands in."""
POWERS = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text or an error."""

    value: "float | str | Fault"


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value such as `#REF!`."""

    code: str


@dataclass(frozen=True, slots=True)
class Area:
    """Cells, both ends inclusive: columns from 0, rows from 0 or, where they go with the formula's row, from there."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int
    top_goes: bool = False
    bottom_goes: bool = False

    def seen_from(self, row: int) -> "Area":
        """Return the same cells with rows from 0, for a formula in a row."""
        if not (self.top_goes or self.bottom_goes):
            return self
        top, bottom = self.top + row * self.top_goes, self.bottom + row * self.bottom_goes
        return Area(self.sheet, top, self.left, bottom, self.right)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands for a formula."""

    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A constant row of numbers, as in `{1,3,6}`."""

    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign before something."""

    sign: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two sides and what stands between them."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what it is given."""

    name: str
    given: tuple["Node", ...]


Node = Constant | Area | Named | Row | Unary | Binary | Call


def column_number(letters: str) -> int:
    """Return a column's number from 0."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found - 1


def tokens(text: str) -> list[tuple[str, str]]:
    """Return kind and text of every token."""
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"cannot read {text[at : at + 30]!r} in {text!r}")
        kind = str(match.lastgroup)
        found.append((kind, match[kind]))
        at = match.end()
    return found


def parse(text: str, sheet: str, row: int) -> Node:
    """Return a formula's tree; references without a sheet are to the one given.

    The same formula in another row has the same tree, so that a column is read once.
    """
    parts = text.split('"')
    parts[::2] = [OWN.sub(lambda found: f"{found[1]}@{int(found[2]) - 1 - row}", part) for part in parts[::2]]
    return _parsed('"'.join(parts), sheet)


@lru_cache(maxsize=50_000)
def _parsed(text: str, sheet: str) -> Node:
    reader = _Reader(tokens(text), sheet)
    node = reader.expression(0)
    if reader.at != len(reader.tokens):
        raise ValueError(f"more than one formula in {text!r}")
    return node


class _Reader:
    """Reads tokens from the left, by the powers of the signs between them."""

    def __init__(self, found: list[tuple[str, str]], sheet: str) -> None:
        self.tokens = found
        self.at = 0
        self._sheet = sheet

    def _next(self) -> tuple[str, str]:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _sees(self, text: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at] == ("op", text)

    def expression(self, least: int) -> Node:
        """Return what follows, as far as its signs bind more than `least`."""
        left = self._operand()
        while self.at < len(self.tokens):
            kind, text = self.tokens[self.at]
            power = POWERS.get(text, 0) if kind == "op" else 0
            if power <= least:
                return left
            self.at += 1
            left = Binary(text, left, self.expression(power))
        return left

    def _operand(self) -> Node:
        kind, text = self._next()
        match kind:
            case "ref":
                return self._reference(text)
            case "call":
                return Call(text[:-1].removeprefix("_xlfn."), self._given())
            case "name":
                return Named(text)
            case "op":
                return self._signed(text)
            case _:
                return Constant(_constant(kind, text))

    def _signed(self, text: str) -> Node:
        if text == "(":
            inner = self.expression(0)
            self._close(")")
            return inner
        if text == "{":
            return self._constants()
        if text in "+-":
            # A sign binds more than a power does: -2^2 is 4.
            return Unary(text, self.expression(POWERS["^"]))
        raise ValueError(f"unexpected {text!r}")

    def _close(self, text: str) -> None:
        if not self._sees(text):
            raise ValueError(f"{text!r} is missing")
        self.at += 1

    def _given(self) -> tuple[Node, ...]:
        found: list[Node] = []
        while not self._sees(")"):
            found.append(self.expression(0))
            if self._sees(","):
                self.at += 1
        self._close(")")
        return tuple(found)

    def _constants(self) -> Row:
        found = []
        while not self._sees("}"):
            kind, text = self._next()
            if kind == "number":
                found.append(float(text))
        self._close("}")
        return Row(tuple(found))

    def _reference(self, text: str) -> Area:
        match = REFERENCE.fullmatch(text)
        if match is None:
            raise ValueError(f"no reference: {text!r}")
        sheet = match["sheet"].strip("'").replace("''", "'") if match["sheet"] else self._sheet
        (top, top_goes), left = _row(match["top"]), column_number(match["left"])
        if not match["bottom"]:
            return Area(sheet, top, left, top, left, top_goes, top_goes)
        bottom, bottom_goes = _row(match["bottom"])
        return Area(sheet, top, left, bottom, column_number(match["right"]), top_goes, bottom_goes)


def _constant(kind: str, text: str) -> float | str | Fault:
    if kind == "number":
        return float(text)
    return Fault(text) if kind == "error" else text[1:-1].replace('""', '"')


def _row(text: str) -> tuple[int, bool]:
    """Return a row from 0, or from the formula's own, and which of them."""
    return (int(text[1:]), True) if text.startswith("@") else (int(text) - 1, False)
