"""GRIM, GRIMMER and DEBIT against published examples and against all small samples of integers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations_with_replacement
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.granularity import (
    counts_within,
    debit,
    exact,
    grim,
    grimmer,
    totals_admitting,
    totals_of_count,
)


def printed(figure: str) -> tuple[Fraction, Fraction]:
    """All values that round to a printed figure."""
    half = Fraction(1, 2) / 10 ** len(figure.partition(".")[2])
    return Fraction(figure) - half, Fraction(figure) + half


def percent(figure: str) -> tuple[Fraction, Fraction]:
    low, high = printed(figure)
    return low / 100, high / 100


def samples(size: int, top: int) -> Iterator[tuple[int, ...]]:
    return combinations_with_replacement(range(top + 1), size)


def test_counts_within() -> None:
    assert list(counts_within(*percent("22"), 55)) == [12]
    assert list(counts_within(*percent("18.2"), 55)) == [10]
    assert not counts_within(*percent("22.5"), 55)
    # Both ends count: 1/8 is 12.5%, a tie of the rounding to 12 and to 13.
    assert list(counts_within(*percent("12"), 8)) == [1]
    assert list(counts_within(*percent("13"), 8)) == [1]
    assert list(counts_within(-1, 2, 3)) == [0, 1, 2, 3]


def test_totals() -> None:
    assert totals_admitting(*percent("22"), range(1, 12)) == [9]
    assert list(totals_of_count(10, *percent("22"))) == [45, 46]
    assert list(totals_of_count(0, 0, Fraction(1, 200), maximum=3)) == [1, 2, 3]
    assert not totals_of_count(3, -1, 0)
    assert list(totals_of_count(3, Fraction(9, 10), 2)) == [3]


@given(st.integers(0, 100), st.integers(1, 60))
def test_totals_agree_with_counts(whole_percent: int, total: int) -> None:
    low, high = percent(str(whole_percent))
    counts = counts_within(low, high, total)
    assert bool(counts) == (totals_admitting(low, high, [total]) == [total])
    for count in range(total + 1):
        assert (count in counts) == (low <= Fraction(count, total) <= high)
        assert (total in totals_of_count(count, low, high)) == (count in counts)


def test_numbers_are_exact() -> None:
    assert exact(0.285) == Fraction(285, 1000)
    assert exact(Decimal("0.285")) == exact(Fraction(57, 200))
    assert exact(3) == 3
    with pytest.raises(ValueError, match="nan"):
        exact(float("nan"))


def test_grim_published_examples() -> None:
    # Brown & Heathers 2017: a mean of 5.19 cannot come from 28 whole numbers.
    assert not grim(*printed("5.19"), 28)
    assert list(grim(*printed("5.18"), 28)) == [145]
    # Two items double the granularity.
    assert list(grim(*printed("5.19"), 28, items=2)) == []
    assert list(grim(*printed("5.20"), 28, items=2)) == [291]
    assert list(grim(*printed("-0.50"), 4)) == [-2]


def test_grim_holds_for_every_sample() -> None:
    for sample in samples(7, 4):
        mean = f"{sum(sample) / 7:.2f}"
        assert sum(sample) in grim(*printed(mean), 7)


@pytest.mark.parametrize(("size", "top"), [(2, 9), (3, 6), (4, 5), (5, 4), (6, 3)])
def test_grimmer_holds_exactly_for_the_samples_there_are(size: int, top: int) -> None:
    found = set()
    for sample in samples(size, top):
        mean = sum(sample) / size
        variance = sum((x - mean) ** 2 for x in sample) / (size - 1)
        found.add((f"{mean:.2f}", f"{sqrt(variance):.2f}"))
    for mean, sd in found:
        assert grimmer(*printed(mean), *printed(sd), size)
        assert grimmer(*printed(mean), *printed(sd), size, scale=(0, top))
    # Spreads so small that no value beyond the scale can take part.
    means = {mean for mean, _ in found if 1 <= float(mean) <= top - 1}
    for mean in means:
        for hundredths in range(60):
            sd = f"{hundredths / 100:.2f}"
            expected = (mean, sd) in found
            assert grimmer(*printed(mean), *printed(sd), size) == expected, (mean, sd)


def test_grimmer_by_hand() -> None:
    # Ten scores with mean 3.0: the sum of squares is even, so SD^2 = (Q - 90)/9 with Q even.
    assert grimmer(*printed("3.0"), *printed("0.47"), 10)  # Q = 92
    assert not grimmer(*printed("3.0"), *printed("0.33"), 10)  # Q = 91
    assert not grimmer(*printed("3.04"), *printed("0.47"), 10)  # not even the mean
    assert not grimmer(*printed("3.0"), -2, -1, 10)
    # A population SD divides by ten.
    assert grimmer(*printed("3.0"), *printed("0.45"), 10, ddof=0)


def test_grimmer_with_several_items() -> None:
    # Two items: scores in halves, (3.5, 4.0, 4.5) have mean 4 and SD 0.5.
    assert grimmer(*printed("4.00"), *printed("0.50"), 3, items=2)
    assert not grimmer(*printed("4.00"), *printed("0.50"), 3, items=1)


def test_grimmer_on_a_scale() -> None:
    # On a scale of 1 to 5 ten scores with mean 3 have an SD of at most 2.108.
    assert grimmer(*printed("3.00"), *printed("2.11"), 10, scale=(1, 5))
    assert not grimmer(*printed("3.00"), *printed("2.26"), 10, scale=(1, 5))
    assert grimmer(*printed("3.00"), *printed("2.26"), 10)
    assert not grimmer(*printed("6.00"), *printed("0.00"), 10, scale=(1, 5))
    assert grimmer(*printed("5.00"), *printed("0.00"), 10, scale=(1, 5))
    assert grimmer(*printed("5.00"), *printed("0.00"), 10, scale=(5, 5))


@given(st.lists(st.integers(1, 7), min_size=2, max_size=40))
def test_grimmer_accepts_every_sample(sample: list[int]) -> None:
    size = len(sample)
    mean = sum(sample) / size
    sd = sqrt(sum((x - mean) ** 2 for x in sample) / (size - 1))
    assert grimmer(*printed(f"{mean:.2f}"), *printed(f"{sd:.2f}"), size, scale=(1, 7))


def test_debit() -> None:
    # 7 of 20 ones: mean 0.35, SD sqrt(20/19 0.35 0.65) = 0.489.
    assert debit(*printed("0.35"), *printed("0.49"), 20) == [7]
    assert debit(*printed("0.36"), *printed("0.11"), 20) == []
    assert debit(*printed("0.35"), *printed("0.48"), 20) == []
    assert debit(*printed("0.35"), *printed("0.48"), 20, ddof=0) == [7]
    assert debit(*printed("0.35"), -2, -1, 20) == []


@given(st.integers(2, 300), st.data())
def test_debit_accepts_every_sample(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    p = count / total
    sd = sqrt(p * (1 - p) * total / (total - 1))
    assert count in debit(*printed(f"{p:.2f}"), *printed(f"{sd:.2f}"), total)


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="reversed"):
        counts_within(0.3, 0.2, 10)
    with pytest.raises(ValueError, match="needed"):
        grim(1, 2, 0)
    with pytest.raises(ValueError, match="needed"):
        grim(1, 2, 5, items=0)
    with pytest.raises(ValueError, match="needed"):
        grimmer(1, 2, 0, 1, 1)
    with pytest.raises(ValueError, match="needed"):
        debit(0, 1, 0, 1, 1)
    with pytest.raises(ValueError, match="count"):
        totals_of_count(-1, 0, 1)
    assert totals_admitting(0, 1, [-1, 0, 1]) == [1]
