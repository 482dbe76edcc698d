"""Samples with given figures against all small samples."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Reported
from checker.rounding import bounds, printed_bounds
from checker.statistics.exact import Bounds
from checker.statistics.sprite import Samples, sprite


def of(text: str) -> Bounds:
    found = bounds(Reported(text))
    assert found is not None
    return found


def has(counts: tuple[int, ...], mean: Bounds, sd: Bounds, lowest: int, items: int = 1, ddof: int = 1) -> bool:
    """Whether a sample has the figures, in fractions multiplied out."""
    values = [lowest * items + step for step, count in enumerate(counts) for _ in range(count)]
    total = len(values)
    score_sum = sum(values)
    spread = total * sum(value * value for value in values) - score_sum**2
    low, high = max(0, sd.low) ** 2, sd.high**2
    return (
        mean.low * total * items <= mean.scale * score_sum <= mean.high * total * items
        and low * total * (total - ddof) * items**2 <= spread * sd.scale**2 <= high * total * (total - ddof) * items**2
    )


@pytest.mark.parametrize("width", [0, 1, 2, 3, 4])
def test_all_small_samples_are_found_and_no_other(width: int) -> None:
    for total in range(2, 7):
        every = [
            tuple(map(sample.count, range(width + 1)))
            for sample in combinations_with_replacement(range(width + 1), total)
        ]
        for tenths in range(10 * width + 1):
            for sd_tenths in range(25):
                mean, sd = printed_bounds(tenths, 1), printed_bounds(sd_tenths, 1)
                fitting = {counts for counts in every if has(counts, mean, sd, 0)}
                found = sprite(mean, sd, total, 0, width, examples=1000)
                assert found.complete
                assert len(found.samples) == len(fitting)
                assert set(found.samples) == fitting
                assert sprite(mean, sd, total, 0, width, examples=1).possible == bool(fitting)
                with_ends = {counts for counts in fitting if counts[0] and counts[-1] and (width or counts[0] > 1)}
                found = sprite(mean, sd, total, 0, width, examples=1000, contains=(0, width))
                assert found == Samples(found.samples, True)
                assert set(found.samples) == with_ends


@settings(max_examples=200)
@given(st.lists(st.integers(1, 7), min_size=2, max_size=80), st.integers(1, 3), st.integers(0, 2), st.integers(0, 1))
def test_the_figures_of_a_sample_are_never_denied(sample: list[int], items: int, places: int, ddof: int) -> None:
    total = len(sample)
    mean = round(10**places * sum(sample) / total / items)
    spread = sum(value * value for value in sample) - sum(sample) ** 2 / total
    sd = round(10**places * (spread / (total - ddof)) ** 0.5 / items)
    figures = printed_bounds(mean, places), printed_bounds(sd, places)
    # A scale of 0 to 7 an item holds sums of 1 to 7.
    found = sprite(*figures, total, 0, 7, items=items, ddof=ddof, examples=2)
    assert found.possible
    assert all(has(counts, *figures, 0, items, ddof) and sum(counts) == total for counts in found.samples)
    known = sprite(*figures, total, 0, 7, items=items, ddof=ddof, contains=sorted(set(sample)), examples=2)
    assert known.possible
    assert all(not Counter(set(sample)) - Counter(dict(enumerate(counts))) for counts in known.samples)


def test_examples_are_different_and_the_same_each_time() -> None:
    first, again = (sprite(of("3.4"), of("1.2"), 30, 1, 7, examples=5) for _ in range(2))
    assert first == again
    assert len(set(first.samples)) == 5
    assert not first.complete
    assert first.samples != sprite(of("3.4"), of("1.2"), 30, 1, 7, examples=5, seed=2).samples


def test_published_example() -> None:
    """Tests of R rsprite2: 15 people, three items of 1 to 5; both ends, 2.33 and three times 4 among them."""
    figures = of("3.29"), of("1.29")
    found = sprite(*figures, 15, 1, 5, items=3, contains=(0, 4, 9, 9, 9, 12), examples=5)
    assert len(found.samples) == 5
    for counts in found.samples:
        assert has(counts, *figures, 1, 3)
        assert min(counts[0], counts[4], counts[12]) >= 1
        assert counts[9] >= 3


def test_known_impossible_figures() -> None:
    # Half at each end make the greatest SD of 30 values with mean 4: 3.05.
    assert sprite(of("4.00"), of("3.05"), 30, 1, 7).samples == ((15, 0, 0, 0, 0, 0, 15),)
    assert sprite(of("4.00"), of("3.06"), 30, 1, 7) == Samples((), True)
    # GRIM, and GRIMMER (tests of R rsprite2), on scales too wide to matter.
    assert sprite(of("5.19"), of("1.34"), 28, 1, 9) == Samples((), True)
    assert sprite(of("3.44"), of("2.47"), 18, 0, 40) == Samples((), True)
    # Possible on a wider scale only: two at 4 and two at 1 spread less.
    assert sprite(of("2.50"), of("1.91"), 4, 0, 5).samples
    assert sprite(of("2.50"), of("1.91"), 4, 1, 4) == Samples((), True)


def test_past_its_steps_it_says_nothing() -> None:
    assert sprite(of("50.23"), of("38.11"), 60, 0, 100, budget=10).possible is None
    wide = sprite(of("1000"), of("301"), 50, 0, 5000)
    assert wide.possible
    assert not wide.complete
    # No SD of so few values can be as large, which a scale so wide leaves unsaid.
    assert sprite(of("1000.0"), of("1739.04"), 8, 0, 5000, budget=5000).possible is None


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="no sample"):
        sprite(of("1"), of("1"), 1, 1, 7)
    with pytest.raises(ValueError, match="beyond the scale"):
        sprite(of("1"), of("1"), 5, 1, 7, contains=(9,))
