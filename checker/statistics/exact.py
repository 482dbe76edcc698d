"""Arithmetic on printed figures in whole numbers, for one figure or for columns of millions.

A printed mean is a range of true ones whose ends are decimals: times a power of ten they are whole numbers, and every
comparison is exact. The formulas are the same for one row, in Python's integers, and for columns, in NumPy's.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# A whole number, or an array of them; a truth, or an array of them. What is given as arrays is answered by one.
Whole: TypeAlias = Any
Truth: TypeAlias = Any
Function: TypeAlias = Callable[..., Any]

# Columns are answered in blocks that stay in the processor's cache.
_BLOCK = 1 << 15
_LARGEST = 2**62


class Bounds(NamedTuple):
    """The values x with low <= scale x <= high, all in whole numbers; an end that is open leaves itself out.

    ``low_open`` and ``high_open`` are 0 or 1. `checker.rounding` makes them of printed figures.

    >>> Bounds(1037, 1039, 200)  # 5.185 to 5.195
    Bounds(low=1037, high=1039, scale=200, low_open=0, high_open=0)
    """

    low: Whole
    high: Whole
    scale: Whole
    low_open: Whole = 0
    high_open: Whole = 0


def rowwise(
    one: Function, reach: Function, *given: Any, many: Function | None = None, to: type[bool] | type[float] = bool
) -> Any:
    """Answer one row, or each row of columns.

    Args:
        one: answers one row in Python's integers.
        reach: how large a number the arithmetic on these magnitudes makes at most.
        given: whole numbers, arrays of them that broadcast, and `Bounds` of either.
        many: answers columns; where it is None, ``one`` does.
        to: the type of the answers.
    """
    leaves = list(_leaves(given))
    if not any(map(_is_array, leaves)):
        return one(*given)
    import numpy as np

    shape = np.broadcast_shapes(*(np.shape(leaf) for leaf in leaves))
    rows = int(np.prod(shape, dtype=np.int64))
    columns = [_column(leaf, shape) for leaf in leaves]
    answers = np.empty(rows, dtype=to)
    for start in range(0, rows, _BLOCK):
        block = slice(start, min(start + _BLOCK, rows))
        parts = [column[block] if _is_array(column) else column for column in columns]
        _answer(answers[block], one, many or one, reach, given, parts)
    return answers.reshape(shape)


def _answer(
    answers: Any, one: Function, many: Function, reach: Function, given: tuple[Any, ...], parts: list[Any]
) -> None:
    """A block: in NumPy's integers where they reach, else the rows beyond them one by one in Python's."""
    import numpy as np

    largest = [max(abs(int(part.min())), abs(int(part.max()))) if _is_array(part) else abs(part) for part in parts]
    if reach(*_like(given, iter(largest))) < _LARGEST:
        answers[:] = many(*_like(given, iter(parts)))
        return
    far = reach(*_like(given, iter([np.abs(np.asarray(part, dtype=float)) for part in parts]))) >= _LARGEST / 2
    far = np.broadcast_to(far, answers.shape)
    if not far.all():
        near = [part[~far] if _is_array(part) else part for part in parts]
        answers[~far] = many(*_like(given, iter(near)))
    for row in np.flatnonzero(far):
        answers[row] = one(*_like(given, iter([int(part[row]) if _is_array(part) else part for part in parts])))


def _is_array(value: Any) -> bool:
    return hasattr(value, "ndim")


def _leaves(given: Any) -> Iterator[Any]:
    for value in given:
        if isinstance(value, Bounds):
            yield from value
        else:
            yield value


def _like(given: Any, leaves: Iterator[Any]) -> list[Any]:
    """The leaves in the places that they were taken from."""
    return [Bounds(*(next(leaves) for _ in value)) if isinstance(value, Bounds) else next(leaves) for value in given]


def _column(leaf: Whole, shape: tuple[int, ...]) -> Whole:
    import numpy as np

    value = whole(leaf)
    return np.ascontiguousarray(np.broadcast_to(value, shape)).reshape(-1) if _is_array(value) else value


def whole(value: Any) -> Whole:
    """A whole number, or an array of them, in the integers that the arithmetic is done in.

    Raises:
        ValueError: where it is none.
    """
    if not _is_array(value):
        return operator.index(value)
    import numpy as np

    column = np.asarray(value)
    if column.dtype.kind not in "iub":
        raise ValueError(f"expected whole numbers, not {column.dtype}")
    return column.astype(np.int64, copy=False)


def smallest(value: Whole) -> int:
    """A whole number itself, or the smallest of an array; 0 of an empty one."""
    if not _is_array(value):
        return int(value)
    return int(value.min()) if value.size else 0


def require(value: Whole, least: int, what: str) -> None:
    """ValueError where a number, or any of an array, is less than it must be."""
    found = smallest(value)
    if found < least and not (_is_array(value) and not value.size):
        raise ValueError(f"at least {least} {what} needed, not {found}")


def smaller(one: Whole, other: Whole) -> Whole:
    """The smaller of two, or of every two."""
    if _is_array(one) or _is_array(other):
        import numpy as np

        return np.minimum(one, other)
    return min(one, other)


def larger(one: Whole, other: Whole) -> Whole:
    """The larger of two, or of every two."""
    if _is_array(one) or _is_array(other):
        import numpy as np

        return np.maximum(one, other)
    return max(one, other)


def chosen(where: Truth, one: Whole, other: Whole) -> Whole:
    """One of two, by a truth, or of every two."""
    if _is_array(where):
        import numpy as np

        return np.where(where, one, other)
    return one if where else other


def square_root(value: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The whole part of the square roots of whole numbers up to 2^62, none negative."""
    import numpy as np

    root = np.sqrt(value.astype(np.float64)).astype(np.int64)
    root -= root * root > value
    root += (root + 1) * (root + 1) <= value
    return root
