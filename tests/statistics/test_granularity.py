"""Sums and sums of squares against published examples and against all small samples of whole numbers."""

from __future__ import annotations

from itertools import combinations_with_replacement, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.granularity import squares_beside, sums_within


def test_published_examples() -> None:
    # Brown & Heathers 2017: a mean of 5.19 cannot come from 28 whole numbers.
    assert not sums_within(5.185, 5.195, 28)
    assert list(sums_within(5.175, 5.185, 28)) == [145]
    assert list(sums_within(-0.505, -0.495, 4)) == [-2]
    # Ten numbers with mean 3.0: the sum of squares is even, and at least 90.
    assert squares_beside(91, 30, 10) == (90, 92)
    assert squares_beside(80, 30, 10) == (90,)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=60), st.integers(0, 3))
def test_the_sum_of_every_sample_is_among_those_of_its_rounded_mean(sample: list[int], decimals: int) -> None:
    printed = round(sum(sample) / len(sample), decimals)
    half = 0.5000001 * 10**-decimals
    assert sum(sample) in sums_within(printed - half, printed + half, len(sample))


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=60))
def test_the_squares_of_every_sample_are_found(sample: list[int]) -> None:
    squares = sum(x * x for x in sample)
    assert squares_beside(squares, sum(sample), len(sample))[0] == squares


@pytest.mark.parametrize("size", [5, 6])
def test_nothing_lies_between_the_squares_that_samples_have(size: int) -> None:
    found: dict[int, set[int]] = {}
    for sample in combinations_with_replacement(range(-4, 6), size):
        found.setdefault(sum(sample), set()).add(sum(x * x for x in sample))
    for score_sum in range(size):
        # Squares so small that no number beyond those enumerated can take part.
        possible = sorted(squares for squares in found[score_sum] if squares <= 16)
        for below, above in pairwise(possible):
            for wanted in range(below, above):
                assert squares_beside(wanted + 0.5, score_sum, size) == (below, above)


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="needed"):
        sums_within(1, 2, 0)
