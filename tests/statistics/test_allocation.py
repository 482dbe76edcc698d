"""Allocation against scipy's binomial test and chi-squared, and against every order within a block."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics.allocation import in_blocks, simple_p


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(1, 4), st.integers(1, 4))
def test_two_arms_are_a_binomial_test(one: int, other: int, first: int, second: int) -> None:
    expected = stats.binomtest(one, one + other, first / (first + second)).pvalue if one + other else 1.0
    assert simple_p([one, other], [first, second]) == pytest.approx(expected, rel=1e-6, abs=1e-300)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 3)), min_size=3, max_size=5))
def test_more_arms_are_pearsons_test(arms: list[tuple[int, int]]) -> None:
    sizes, ratio = map(list, zip(*arms, strict=True))
    if sum(sizes):
        expected = [sum(sizes) * part / sum(ratio) for part in ratio]
        assert simple_p(sizes, ratio) == pytest.approx(stats.chisquare(sizes, expected).pvalue)


@pytest.mark.parametrize(("ratio", "block"), [([1, 1], 4), ([2, 1], 6), ([1, 1, 1], 6), ([3, 1], 4)])
@pytest.mark.parametrize("total", range(15))
def test_blocks_allow_what_some_order_makes(ratio: list[int], block: int, total: int) -> None:
    times = block // sum(ratio)
    letters = [arm for arm, part in enumerate(ratio) for _ in range(part * times)]
    rest = {
        tuple(order[: total % block].count(arm) for arm in range(len(ratio))) for order in set(permutations(letters))
    }
    whole = total // block
    for arm, ends in enumerate(in_blocks(total, ratio, block)):
        reached = [whole * ratio[arm] * times + each[arm] for each in rest]
        assert ends == (min(reached), max(reached))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: simple_p([1], [1]),
        lambda: simple_p([1, 2], [1]),
        lambda: simple_p([1, -2], [1, 1]),
        lambda: in_blocks(10, [1, 0], 4),
        lambda: in_blocks(10, [1, 1], 5),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"allocation|block"):
        wrong()
