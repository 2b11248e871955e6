"""Values of cells, and how signs join them: as spreadsheets do it, errors carried on."""

import math
from collections.abc import Callable, Sequence
from typing import TypeGuard

from tests.spreadsheet.grammar import Fault

Value = float | str | bool | Fault | None
"""What a cell holds; None is a blank."""
Matrix = list[list[Value]]
NO_VALUE, NOT_FOUND, BY_ZERO, NO_REF = Fault("#VALUE!"), Fault("#N/A"), Fault("#DIV/0!"), Fault("#REF!")
NO_NUMBER, NO_NAME = Fault("#NUM!"), Fault("#NAME?")


def is_number(value: Value) -> TypeGuard[float]:
    """Tell whether a value is a number, as ISNUMBER does."""
    return isinstance(value, float | int) and not isinstance(value, bool)


def number(value: Value) -> float | Fault:
    """Return a value as arithmetic takes it: a blank is 0, a text of digits its number."""
    match value:
        case Fault():
            return value
        case None:
            return 0.0
        case str():
            try:
                return float(value)
            except ValueError:
                return NO_VALUE
        case _:
            return float(value)


def words(value: Value) -> str:
    """Return a value as text takes it."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case Fault():
            return value.code
        case _:
            return value


def truth(value: Value) -> bool | Fault:
    """Return a value as a condition takes it."""
    match value:
        case Fault():
            return value
        case None:
            return False
        case str():
            return NO_VALUE
        case _:
            return bool(value)


def joined(sign: str, left: Value, right: Value) -> Value:
    """Return two values joined by a sign."""
    if isinstance(left, Fault):
        return left
    if isinstance(right, Fault):
        return right
    if sign == "&":
        return words(left) + words(right)
    if sign in COMPARED:
        return COMPARED[sign](order(left, right))
    first, second = number(left), number(right)
    if isinstance(first, Fault):
        return first
    if isinstance(second, Fault):
        return second
    return _reckoned(sign, first, second)


def _reckoned(sign: str, first: float, second: float) -> Value:
    match sign:
        case "+":
            return first + second
        case "-":
            return first - second
        case "*":
            return first * second
        case "/":
            return BY_ZERO if second == 0 else first / second
        case _:
            try:
                found = first**second
            except (ZeroDivisionError, OverflowError):
                return NO_NUMBER
            return found if isinstance(found, float) else NO_NUMBER


COMPARED: dict[str, Callable[[int], bool]] = {
    "=": lambda found: found == 0,
    "<>": lambda found: found != 0,
    "<": lambda found: found < 0,
    ">": lambda found: found > 0,
    "<=": lambda found: found <= 0,
    ">=": lambda found: found >= 0,
}


def order(left: Value, right: Value) -> int:
    """Return how two values stand to each other: numbers before text before yes and no, and a blank is like nothing."""
    left = _like(left, right)
    right = _like(right, left)
    kinds = [2 if isinstance(value, bool) else 1 if isinstance(value, str) else 0 for value in (left, right)]
    if kinds[0] != kinds[1]:
        return -1 if kinds[0] < kinds[1] else 1
    if isinstance(left, str) and isinstance(right, str):
        first, second = left.casefold(), right.casefold()
        return (first > second) - (first < second)
    one, other = number(left), number(right)
    assert not isinstance(one, Fault)
    assert not isinstance(other, Fault)
    return (one > other) - (one < other)


def _like(value: Value, other: Value) -> Value:
    if value is not None:
        return value
    return "" if isinstance(other, str) else False if isinstance(other, bool) else 0.0


def rounded(value: float, places: float, *, up: bool = False) -> float:
    """Return a number rounded half away from zero, or always away from it, as spreadsheets do."""
    step = 10.0 ** int(places)
    scaled = abs(value) * step
    # What is a half but for the last bits of the number is a half.
    near = float(f"{scaled:.14g}")
    whole = math.ceil(near) if up else math.floor(near + 0.5)
    return math.copysign(whole / step, value) if whole else 0.0


def broadcast(sign: str, left: Matrix, right: Matrix) -> Matrix:
    """Return two arrays joined by a sign, one row or column going with every other."""
    rows, columns = max(len(left), len(right)), max(len(left[0]), len(right[0]))
    return [
        [joined(sign, _at(left, row, column), _at(right, row, column)) for column in range(columns)]
        for row in range(rows)
    ]


def _at(found: Sequence[Sequence[Value]], row: int, column: int) -> Value:
    row = 0 if len(found) == 1 else row
    if row >= len(found):
        return NOT_FOUND
    column = 0 if len(found[row]) == 1 else column
    return found[row][column] if column < len(found[row]) else NOT_FOUND
