from hypothesis import given
from hypothesis import strategies as st

from checker.model import Count, Reported
from checker.reconstruct.counts import fitting, neighbours, shortened, span, totals_near
from checker.rounding import Shortening, bounds
from checker.statistics.granularity import counts


@given(st.integers(1, 2000), st.data(), st.integers(0, 2))
def test_the_count_behind_a_rounded_percentage_is_among_those_that_fit(total, data, decimals):
    count = data.draw(st.integers(0, total))
    assert count in fitting(Reported(f"{100 * count / total:.{decimals}f}"), Count(str(total)))


@given(st.integers(1, 300), st.integers(0, 100))
def test_whatever_fits_lies_within_half_a_unit(total, percent):
    for count in fitting(Reported(str(percent)), Count(str(total))):
        assert abs(100 * count / total - percent) <= 0.5 + 1e-9


@given(st.integers(1, 3000), st.integers(0, 10**5), st.integers(0, 3))
def test_the_same_counts_as_of_exact_arithmetic(total, units, decimals):
    percent = Reported(f"{units / 10**decimals:.{decimals}f}")
    least, greatest = counts(bounds(percent), total)
    assert list(fitting(percent, Count(str(total)))) == list(range(least, greatest + 1))


def test_digits_cut_off_are_tried_where_rounding_gives_nothing():
    counts, shortening = shortened(Reported("66"), Count("3"))
    assert list(counts) == [2]
    assert shortening is not Shortening.ROUNDED


def test_neighbours_stay_within_the_total():
    assert neighbours(Reported("100"), Count("7")) == (7,)
    assert neighbours(Reported("40"), Count("7")) == (2, 3)


def test_the_nearest_totals_come_first():
    found = totals_near(Reported("22"), Count("55"))
    distances = [abs(total - 55) for _, total in found]
    assert distances[0] > 0
    assert distances == sorted(distances)
    assert all(count in fitting(Reported("22"), Count(str(total))) for count, total in found)
    nearer = [total for total in range(55 - distances[0] + 1, 55 + distances[0]) if total != 55]
    assert not any(fitting(Reported("22"), Count(str(total))) for total in nearer)


def test_successive_counts_as_text():
    assert span(range(12, 13)) == "12"
    assert span(range(12, 16)) == "12-15"
