"""One-way analysis of variance against scipy's, and its ranges against samples from them."""

import random

import numpy as np
import pytest
from scipy import stats

from checker.statistics import several_means, two_means
from checker.statistics.two_means import Sample


def values(mean: float, sd: float, size: int) -> np.ndarray:
    """Values of just this mean and standard deviation."""
    made = np.arange(size, dtype=float)
    made = (made - made.mean()) / made.std(ddof=1)
    return mean + sd * made


def exact(*groups: tuple[float, float, int]) -> list[Sample]:
    return [Sample((mean, mean), (sd, sd), size) for mean, sd, size in groups]


GROUPS = (80.1, 6.3, 24), (82.5, 7.0, 39), (80.2, 6.5, 61)


def test_f_and_p_are_those_of_the_values() -> None:
    found = several_means.anova(exact(*GROUPS))
    f, p = stats.f_oneway(*(values(*group) for group in GROUPS))
    assert found.f == pytest.approx((f, f))
    assert several_means.p_value(found) == pytest.approx((p, p))
    assert (found.between, found.within) == (2, 121)


def test_two_groups_are_those_of_students_test() -> None:
    one, other = exact(*GROUPS[:2])
    p = two_means.p_value(two_means.student(one, other))
    assert several_means.p_value(several_means.anova([one, other])) == pytest.approx(p)


def test_ranges_hold_what_their_values_give() -> None:
    draw = random.Random(20261)
    for _ in range(60):
        groups = [
            (draw.uniform(10, 12), draw.uniform(1, 3), draw.randrange(3, 40)) for _ in range(draw.randrange(2, 6))
        ]
        wide = draw.choice((0.05, 0.5))
        ranges = [Sample((m - wide, m + wide), (s - wide, s + wide), n) for m, s, n in groups]
        low, high = several_means.anova(ranges).f
        found = []
        for _ in range(200):
            inside = [
                (draw.choice((draw.uniform(*each.mean), *each.mean)), draw.uniform(*each.sd), each.size)
                for each in ranges
            ]
            found.append(several_means.anova(exact(*inside)).f[0])
        assert low - 1e-9 <= min(found)
        assert max(found) <= high + 1e-9


def test_the_ends_are_reached() -> None:
    apart = [Sample((1.0, 1.5), (1.0, 1.0), 10), Sample((2.0, 2.5), (1.0, 1.0), 20), Sample((2.2, 3.0), (1.0, 1.0), 10)]
    low, high = several_means.anova(apart).f
    assert low == pytest.approx(several_means.anova(exact((1.5, 1, 10), (2.0, 1, 20), (2.2, 1, 10))).f[0])
    assert high == pytest.approx(several_means.anova(exact((1.0, 1, 10), (2.5, 1, 20), (3.0, 1, 10))).f[0])
    together = [Sample((1.0, 2.0), (1.0, 1.0), 10)] * 3
    assert several_means.anova(together).f[0] == 0
    assert several_means.p_value(several_means.anova(exact((1, 0, 5), (2, 0, 5)))) == (0, 0)


def test_too_little() -> None:
    with pytest.raises(ValueError, match="two groups"):
        several_means.anova(exact((1, 1, 10)))
    with pytest.raises(ValueError, match="two values"):
        several_means.anova(exact((1, 1, 10), (2, 1, 1)))
