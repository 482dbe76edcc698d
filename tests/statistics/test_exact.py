"""Rows and columns are answered alike."""

from __future__ import annotations

from math import isqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.exact import Bounds, chosen, larger, require, rowwise, smaller, square_root


def ratio(bounds: Bounds, total: int) -> object:
    return bounds.low * total >= bounds.scale


def reach(bounds: Bounds, total: int) -> object:
    return (bounds.low + bounds.scale) * total


def test_a_row_is_answered_in_python_s_integers() -> None:
    assert rowwise(ratio, reach, Bounds(10**30, 0, 10**40), 10**10) is True


def test_blocks_are_put_together() -> None:
    low = np.arange(100_000)
    assert (rowwise(ratio, reach, Bounds(low, low, 50), 2) == (low >= 25)).all()


def test_rows_beyond_64_bits_are_answered_one_by_one() -> None:
    low = np.array([0, 2**40, 3, 2**41])
    seen: list[object] = []

    def one(bounds: Bounds, total: int) -> object:
        seen.append(bounds.low)
        return bounds.low * total >= bounds.scale

    found = rowwise(one, reach, Bounds(low, low, 2**30), 2**30, many=ratio)
    assert found.tolist() == [False, True, True, True]
    assert [each for each in seen if isinstance(each, int)] == [2**40, 2**41]


def test_what_is_chosen_of_two() -> None:
    one, other = np.array([1, 5]), np.array([3, 2])
    assert smaller(one, other).tolist() == [1, 2]
    assert larger(one, 3).tolist() == [3, 5]
    assert chosen(one > 2, one, other).tolist() == [3, 5]
    assert (smaller(1, 3), larger(1, 3), chosen(True, 1, 3)) == (1, 3, 1)


@given(st.lists(st.integers(0, 2**62 - 1), min_size=1))
def test_square_roots_are_exact(values: list[int]) -> None:
    values += [root * root + off for root in map(isqrt, values) for off in (-1, 0) if root]
    assert square_root(np.array(values)).tolist() == list(map(isqrt, values))


def test_what_is_too_few() -> None:
    require(np.array([2, 3]), 2, "values")
    with pytest.raises(ValueError, match="at least 2 values needed, not 1"):
        require(np.array([2, 1]), 2, "values")
