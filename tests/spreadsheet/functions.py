"""The functions that the workbook's formulas call, as spreadsheets define them."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from tests.spreadsheet.grammar import Fault
from tests.spreadsheet.values import (
    BY_ZERO,
    COMPARED,
    NO_REF,
    NO_VALUE,
    NOT_FOUND,
    Matrix,
    Value,
    is_number,
    number,
    order,
    rounded,
    truth,
    words,
)

FIRST_DAY = date(1899, 12, 30)


class Given:
    """What a function is given: a value, or an array; `cells` where it is a reference."""

    __slots__ = ("cells", "matrix")

    def __init__(self, matrix: Matrix, *, cells: bool) -> None:
        self.matrix = matrix
        self.cells = cells

    @property
    def value(self) -> Value:
        """Its first value."""
        return self.matrix[0][0]

    @property
    def flat(self) -> list[Value]:
        """All its values, row by row."""
        return [value for row in self.matrix for value in row]

    @property
    def is_array(self) -> bool:
        """Whether it is more than one value."""
        return len(self.matrix) > 1 or len(self.matrix[0]) > 1


class FaultError(Exception):
    """Ends a function with an error value."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def _numbers(given: Sequence[Given]) -> Iterator[float]:
    """Yield the numbers: of cells those that are numbers, of single values what can be read as one."""
    for one in given:
        for value in one.flat:
            if isinstance(value, Fault):
                raise FaultError(value)
            if one.cells or one.is_array:
                if is_number(value):
                    yield value
            else:
                yield _number(value)


def _number(value: Value) -> float:
    found = number(value)
    if isinstance(found, Fault):
        raise FaultError(found)
    return found


def _count(given: Sequence[Given]) -> Value:
    return float(sum(is_number(value) for one in given for value in one.flat))


def _mapped(test: Callable[[Value], Value]) -> Callable[[Sequence[Given]], Matrix]:
    def call(given: Sequence[Given]) -> Matrix:
        return [[test(value) for value in row] for row in given[0].matrix]

    return call


def _length(value: Value) -> Value:
    return value if isinstance(value, Fault) else float(len(words(value)))


def _rounded(*, up: bool) -> Callable[[Sequence[Given]], Matrix]:
    def call(given: Sequence[Given]) -> Matrix:
        places = _number(given[1].value)

        def one(value: Value) -> Value:
            found = number(value)
            return found if isinstance(found, Fault) else rounded(found, places, up=up)

        return [[one(value) for value in row] for row in given[0].matrix]

    return call


def _absolute(value: Value) -> Value:
    found = number(value)
    return found if isinstance(found, Fault) else abs(found)


def _product(given: Sequence[Given]) -> Value:
    shapes = {(len(one.matrix), len(one.matrix[0])) for one in given}
    if len(shapes) > 1:
        raise FaultError(NO_VALUE)
    total = 0.0
    for values in zip(*(one.flat for one in given), strict=True):
        part = 1.0
        for value in values:
            if isinstance(value, Fault):
                raise FaultError(value)
            part *= value if is_number(value) else 0.0
        total += part
    return total


def criterion(wanted: Value) -> Callable[[Value], bool]:
    """Return the test that COUNTIF and its like make of a criterion."""
    if not isinstance(wanted, str):
        return lambda value: _same(value, 0.0 if wanted is None else wanted)
    match = re.match(r"<=|>=|<>|=|<|>", wanted)
    sign, text = (match[0], wanted[match.end() :]) if match else ("=", wanted)
    try:
        bound: Value = float(text)
    except ValueError:
        bound = text
    if sign == "=":
        return lambda value: value in {None, ""} if bound == "" else _same(value, bound)
    if sign == "<>":
        return lambda value: not _same(value, bound)
    return lambda value: type(value) is type(bound) and COMPARED[sign](order(value, bound))


def _same(value: Value, wanted: Value) -> bool:
    if isinstance(value, Fault) or isinstance(wanted, Fault):
        return value == wanted
    if value is None:
        return False
    if isinstance(wanted, float) and isinstance(value, str):
        try:
            return float(value) == wanted
        except ValueError:
            return False
    if isinstance(wanted, str) and isinstance(value, str) and set(wanted) & set("*?"):
        pattern = re.escape(wanted.casefold()).replace(r"\*", ".*").replace(r"\?", ".")
        return re.fullmatch(pattern, value.casefold(), re.DOTALL) is not None
    return type(value) is type(wanted) and order(value, wanted) == 0


def _meeting(given: Sequence[Given]) -> list[int]:
    """Return where all the ranges meet their criteria."""
    met: list[int] | None = None
    for cells, wanted in zip(given[::2], given[1::2], strict=True):
        test = criterion(wanted.value)
        if isinstance(cells.value, Fault) and not cells.cells:
            raise FaultError(cells.value)
        found = [at for at, value in enumerate(cells.flat) if test(value)]
        met = found if met is None else sorted(set(met) & set(found))
    return met or []


def _count_if(given: Sequence[Given]) -> Matrix:
    cells, wanted = given
    return [[float(sum(map(criterion(value), cells.flat))) for value in row] for row in wanted.matrix]


def _sum_of(values: list[Value], places: list[int]) -> float:
    total = 0.0
    for at in places:
        value = values[at]
        if isinstance(value, Fault):
            raise FaultError(value)
        total += value if is_number(value) else 0.0
    return total


def _sum_ifs(given: Sequence[Given]) -> Value:
    return _sum_of(given[0].flat, _meeting(given[1:]))


def _max_ifs(given: Sequence[Given]) -> Value:
    values = given[0].flat
    found = [value for at in _meeting(given[1:]) if is_number(value := values[at])]
    return max(found, default=0.0)


def _match(given: Sequence[Given]) -> Value:
    wanted, cells = given[0].value, given[1]
    if isinstance(wanted, Fault):
        raise FaultError(wanted)
    if _number(given[2].value) > 0:
        # The last of those that are no larger, as in a sorted list.
        smaller = [at for at, value in enumerate(cells.flat, start=1) if order(value, wanted) <= 0]
        return float(smaller[-1]) if smaller else NOT_FOUND
    test = criterion(f"={wanted}" if isinstance(wanted, str) and wanted[:1] in "<>=" else wanted)
    for at, value in enumerate(cells.flat, start=1):
        if type(value) is type(0.0 if wanted is None else wanted) and test(value):
            return float(at)
    return NOT_FOUND


def _lookup(given: Sequence[Given]) -> Value:
    """Return what stands beside the last value that is no larger: LOOKUP(2,1/(…),…) finds the last that is so."""
    wanted = _number(given[0].value)
    beside = given[2 if len(given) > 2 else 1].flat
    last: int | None = None
    for at, value in enumerate(given[1].flat):
        if is_number(value) and value <= wanted:
            last = at
    return NOT_FOUND if last is None else beside[last]


def _day(part: Callable[[date], int]) -> Callable[[Sequence[Given]], Value]:
    def call(given: Sequence[Given]) -> Value:
        return float(part(FIRST_DAY + timedelta(days=int(_number(given[0].value)))))

    return call


def _search(given: Sequence[Given]) -> Matrix:
    within = words(given[1].value).casefold()

    def one(value: Value) -> Value:
        if isinstance(value, Fault):
            return value
        at = within.find(words(value).casefold())
        return NO_VALUE if at < 0 else float(at + 1)

    return [[one(value) for value in row] for row in given[0].matrix]


def _left(given: Sequence[Given]) -> Value:
    value = given[0].value
    return value if isinstance(value, Fault) else words(value)[: int(_number(given[1].value))]


def _all(given: Sequence[Given]) -> Value:
    found = [truth(value) for one in given for value in one.flat]
    return next((one for one in found if isinstance(one, Fault)), all(found))


def _any(given: Sequence[Given]) -> Value:
    found = [truth(value) for one in given for value in one.flat]
    return next((one for one in found if isinstance(one, Fault)), any(found))


def _not(given: Sequence[Given]) -> Value:
    found = truth(given[0].value)
    return found if isinstance(found, Fault) else not found


def _repeated(given: Sequence[Given]) -> Value:
    return words(given[0].value) * int(_number(given[1].value))


def _modulo(given: Sequence[Given]) -> Value:
    divisor = _number(given[1].value)
    return BY_ZERO if divisor == 0 else _number(given[0].value) % divisor


FUNCTIONS: dict[str, Callable[[Sequence[Given]], Value | Matrix]] = {
    "ABS": _mapped(_absolute),
    "AND": _all,
    "COUNT": _count,
    "COUNTIF": _count_if,
    "COUNTIFS": lambda given: float(len(_meeting(given))),
    "ISERROR": _mapped(lambda value: isinstance(value, Fault)),
    "ISNUMBER": _mapped(is_number),
    "ISTEXT": _mapped(lambda value: isinstance(value, str)),
    "LEFT": _left,
    "LEN": _mapped(_length),
    "LOOKUP": _lookup,
    "MATCH": _match,
    "MAX": lambda given: max(_numbers(given), default=0.0),
    "MAXIFS": _max_ifs,
    "MIN": lambda given: min(_numbers(given), default=0.0),
    "MOD": _modulo,
    "MONTH": _day(lambda day: day.month),
    "N": lambda given: given[0].value if is_number(given[0].value) or isinstance(given[0].value, Fault) else 0.0,
    "NOT": _not,
    "OR": _any,
    "REPT": _repeated,
    "ROUND": _rounded(up=False),
    "ROUNDUP": _rounded(up=True),
    "SEARCH": _search,
    "SUM": lambda given: sum(_numbers(given), 0.0),
    "SUMIFS": _sum_ifs,
    "SUMPRODUCT": _product,
    "YEAR": _day(lambda day: day.year),
}
__all__ = ["FUNCTIONS", "NO_REF", "FaultError", "Given"]
