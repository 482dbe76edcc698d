"""GRIMMER and DEBIT against published examples and against all samples of whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, pairwise
from math import isqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Reported
from checker.rounding import Shortening, bounds, printed_bounds
from checker.statistics.exact import Bounds
from checker.statistics.grimmer import debit, grimmer, squares_beside

MODES = {
    Shortening.HALF_UP: ROUND_HALF_UP,
    Shortening.HALF_DOWN: ROUND_HALF_DOWN,
    Shortening.HALF_EVEN: ROUND_HALF_EVEN,
    Shortening.TRUNCATED: ROUND_DOWN,
    Shortening.ROUNDED_UP: ROUND_UP,
}
HALVES = (Shortening.HALF_UP, Shortening.HALF_DOWN, Shortening.HALF_EVEN)
CENT = Decimal("0.01")
# Means of 0.00 to 1.00 are all that there are but for whole numbers; of these the SDs up to 3.00.
MEANS, DEVIATIONS, MOST = np.arange(101), np.arange(301), 60


def of(text: str) -> Bounds:
    found = bounds(Reported(text))
    assert found is not None
    return found


def test_published_examples() -> None:
    # Tests of R rsprite2.
    assert grimmer(of("5.21"), of("1.60"), 28)
    assert not grimmer(of("3.44"), of("2.47"), 18)
    # The documentation of R scrutiny: data pigs5, with the answers of Allard's algorithm.
    rows = [
        (722, 530, 38, False), (474, 655, 31, True), (523, 255, 35, False), (257, 257, 30, True),
        (677, 218, 33, False), (268, 259, 34, True), (701, 668, 35, False), (738, 365, 32, True),
        (314, 532, 33, False), (689, 418, 37, True), (500, 218, 31, True), (24, 643, 34, True),
    ]  # fmt: skip
    means, deviations, sizes, expected = map(np.array, zip(*rows, strict=True))
    found = grimmer(printed_bounds(means, 2), printed_bounds(deviations, 2), sizes)
    assert found.tolist() == expected.tolist()
    # The same: means of three items, none of which is possible for one.
    means, deviations = np.array([590, 571, 350, 382, 461, 524]), np.array([219, 142, 181, 243, 192, 251])
    assert grimmer(printed_bounds(means, 2), printed_bounds(deviations, 2), 40, 3).all()


def test_published_binary_data() -> None:
    # Heathers & Brown 2019, table 1, and the example of R scrutiny's documentation.
    means, deviations = np.array([53, 44, 77, 19, 34, 93, 12]), np.array([50, 50, 42, 35, 47, 25, 33])
    found = debit(printed_bounds(means, 2), printed_bounds(deviations, 2), 1683)
    assert found.tolist() == [True, True, True, False, True, True, True]
    assert not debit(of("0.35"), of("0.18"), 20)


@cache
def spreads_of_all_samples() -> list[dict[int, list[int]]]:
    """By the number of values and their sum, the sums of squares of all samples, by enumeration of what a value adds.

    A sum of squares above 602 gives 60 values of mean up to 1 an SD above 3; no value nor sum in it exceeds its root.
    """
    most = 602
    largest, farthest, mask = isqrt(most), isqrt(MOST * most), (1 << (most + 1)) - 1
    reached, answer = {0: 1}, [{}]
    for total in range(1, MOST + 1):
        more = dict.fromkeys(range(-farthest, farthest + 1), 0)
        for score_sum, squares in reached.items():
            for value in range(max(-largest, -farthest - score_sum), min(largest, farthest - score_sum) + 1):
                more[score_sum + value] |= squares << (value * value)
        reached = {score_sum: squares & mask for score_sum, squares in more.items() if squares & mask}
        answer.append({each: list(bits(reached.get(each, 0))) for each in range(total + 1)})
    return answer


def bits(number: int) -> Iterator[int]:
    return (place for place, digit in enumerate(reversed(f"{number:b}")) if digit == "1")


def printed(total: int, ddof: int, mean_modes: list[str], sd_modes: list[str]) -> np.ndarray:
    """A table of the printed means and SDs that some sample has."""
    possible = np.zeros((len(MEANS), len(DEVIATIONS)), dtype=bool)
    known: dict[int, list[int]] = {}
    with localcontext() as context:
        context.prec = 40
        for score_sum, every in spreads_of_all_samples()[total].items():
            mean = Decimal(score_sum) / total
            means = sorted({int(mean.quantize(CENT, rounding=mode) * 100) for mode in mean_modes})
            for squares in every:
                spread = total * squares - score_sum**2
                if spread not in known:
                    deviation = (Decimal(spread) / (total * (total - ddof))).sqrt()
                    known[spread] = [int(deviation.quantize(CENT, rounding=mode) * 100) for mode in sd_modes]
                for each in known[spread]:
                    if each < len(DEVIATIONS):
                        possible[means, each] = True
    return possible


@pytest.mark.parametrize("ddof", [1, 0])
def test_all_means_and_deviations_of_two_decimals_of_up_to_sixty_values(ddof: int) -> None:
    """Exactly those are possible that some sample is printed as."""
    halves = [MODES[each] for each in HALVES]
    for total in range(1 + ddof, MOST + 1):
        found = grimmer(printed_bounds(MEANS[:, None], 2), printed_bounds(DEVIATIONS, 2), total, 1, ddof)
        assert (found == printed(total, ddof, halves, halves)).all(), total


@pytest.mark.parametrize("shortening", MODES)
def test_each_rounding(shortening: Shortening) -> None:
    mode = [MODES[shortening]]
    for total in (2, 3, 4, 5, 8, 25, 40):
        mean, sd = (printed_bounds(each, 2, shortening) for each in (MEANS[:, None], DEVIATIONS))
        assert (grimmer(mean, sd, total) == printed(total, 1, mode, mode)).all(), total


@pytest.mark.parametrize("items", [2, 3])
def test_items_against_all_small_samples(items: int) -> None:
    """People whose values are sums of items: each is a whole number of steps of one part."""
    deviations = DEVIATIONS[:50]
    for total in (2, 3, 4, 5):
        found = grimmer(printed_bounds(MEANS[:, None], 2), printed_bounds(deviations, 2), total, items)
        expected = np.zeros_like(found)
        for score_sum, every in spreads_of_all_samples()[total].items():
            for whole in range(items):
                # The same spread about a mean that is some whole steps higher.
                mean = Fraction(score_sum + whole * total, total * items)
                rows = [each for each in MEANS if abs(mean - Fraction(int(each), 100)) <= Fraction(1, 200)]
                for squares in every:
                    variance = Fraction(total * squares - score_sum**2, total * (total - 1) * items**2)
                    if variance > 1:
                        continue
                    for each in deviations.tolist():
                        low, high = Fraction(max(0, 2 * each - 1), 200), Fraction(2 * each + 1, 200)
                        if low * low <= variance <= high * high:
                            expected[rows, each] = True
        assert (found == expected).all(), total


@pytest.mark.parametrize("ddof", [1, 0])
def test_all_binary_samples_of_up_to_sixty_values(ddof: int) -> None:
    deviations = np.arange(0, 101)
    for total in range(1 + ddof, MOST + 1):
        expected = np.zeros((len(MEANS), len(deviations)), dtype=bool)
        for ones in range(total + 1):
            sd = (Decimal(ones * (total - ones)) / (total * (total - ddof))).sqrt()
            means, sds = (
                sorted({int(figure.quantize(CENT, rounding=MODES[mode]) * 100) for mode in HALVES})
                for figure in (Decimal(ones) / total, sd)
            )
            expected[np.ix_(means, sds)] = True
        assert (debit(printed_bounds(MEANS[:, None], 2), printed_bounds(deviations, 2), total, ddof) == expected).all()


@given(
    st.lists(st.integers(-200, 200), min_size=2, max_size=60),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(sorted(MODES)),
    st.integers(0, 1),
)
def test_the_figures_of_every_sample_are_possible(
    sample: list[int], mean_places: int, sd_places: int, how: Shortening, ddof: int
) -> None:
    total = len(sample)
    spread = total * sum(x * x for x in sample) - sum(sample) ** 2
    exact = Decimal(sum(sample)) / total, (Decimal(spread) / (total * (total - ddof))).sqrt()
    figures = [
        printed_bounds(int(value.quantize(Decimal(1).scaleb(-places), rounding=MODES[how]).scaleb(places)), places, how)
        for value, places in zip(exact, (mean_places, sd_places), strict=True)
    ]
    assert grimmer(*figures, total, 1, ddof)


rows = st.tuples(st.integers(-500, 2000), st.integers(0, 900), st.integers(2, 3000), st.integers(1, 4))


@given(st.lists(rows, min_size=1, max_size=30), st.integers(-1, 2), st.integers(0, 3), st.sampled_from(Shortening))
def test_columns_are_answered_as_their_rows(
    columns: list[tuple[int, int, int, int]], mean_places: int, sd_places: int, how: Shortening
) -> None:
    means, deviations, sizes, items = (np.array(each) for each in zip(*columns, strict=True))
    found = grimmer(printed_bounds(means, mean_places, how), printed_bounds(deviations, sd_places, how), sizes, items)
    binary = debit(printed_bounds(means, 3, how), printed_bounds(deviations, sd_places, how), sizes)
    for at, (mean, sd, total, of_each) in enumerate(columns):
        assert found[at] == grimmer(
            printed_bounds(mean, mean_places, how), printed_bounds(sd, sd_places, how), total, of_each
        )
        assert binary[at] == debit(printed_bounds(mean, 3, how), printed_bounds(sd, sd_places, how), total)


def test_columns_beyond_64_bits_are_answered_in_exact_integers() -> None:
    means, deviations = np.array([340, 10**12 + 3, 12]), np.array([201, 10**11 + 1, 10**10])
    sizes = np.array([10, 10**5 + 3, 10**9])
    found = grimmer(printed_bounds(means, 2), printed_bounds(deviations, 2), sizes)
    expected = [
        grimmer(printed_bounds(int(mean), 2), printed_bounds(int(sd), 2), int(total))
        for mean, sd, total in zip(means, deviations, sizes, strict=True)
    ]
    assert found.tolist() == expected


def test_squares_beside_of_published_means() -> None:
    # Ten numbers with mean 3.0: the sum of squares is even, and at least 90.
    assert squares_beside(91, 30, 10) == (90, 92)
    assert squares_beside(80, 30, 10) == (90,)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=60))
def test_the_squares_of_every_sample_are_found(sample: list[int]) -> None:
    squares = sum(x * x for x in sample)
    assert squares_beside(squares, sum(sample), len(sample))[0] == squares


@pytest.mark.parametrize("size", range(2, 8))
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
    with pytest.raises(ValueError, match="at least 2 values needed, not 1"):
        grimmer(of("1"), of("0"), 1)
    assert grimmer(of("1"), of("0"), 1, ddof=0)
    with pytest.raises(ValueError, match="ddof"):
        grimmer(of("1"), of("0"), 5, ddof=2)
    assert not grimmer(of("3"), of("-2"), 5)
