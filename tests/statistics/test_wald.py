import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.wald import wald_statistic

VALUES = st.floats(-1e6, 1e6)
ERRORS = st.floats(1e-6, 1e6)


@given(VALUES, VALUES, ERRORS, ERRORS, st.floats(0, 1), st.floats(0, 1))
def test_holds_every_ratio_of_the_ranges(one, other, least, most, part, share):
    estimate, error = tuple(sorted((one, other))), tuple(sorted((least, most)))
    low, high = wald_statistic(estimate, error)
    value = (estimate[0] + part * (estimate[1] - estimate[0])) / (error[0] + share * (error[1] - error[0]))
    # Both ends of a range far apart leave a value between them few digits.
    noise = 1e-9 * max(map(abs, estimate)) / error[0]
    assert low - noise <= value <= high + noise


@given(VALUES, VALUES, ERRORS, ERRORS)
def test_its_ends_are_ratios_of_ends(one, other, least, most):
    estimate, error = tuple(sorted((one, other))), tuple(sorted((least, most)))
    corners = [value / spread for value in estimate for spread in error]
    assert wald_statistic(estimate, error) == (min(corners), max(corners))


def test_no_bound_where_the_error_may_be_0():
    assert wald_statistic((1, 2), (0, 0.5)) == (2, math.inf)
    assert wald_statistic((-2, -1), (0, 0.5)) == (-math.inf, -2)
    assert wald_statistic((-1, 1), (0, 0)) == (-math.inf, math.inf)


@pytest.mark.parametrize(("estimate", "error"), [((2, 1), (1, 1)), ((1, 2), (2, 1)), ((1, 2), (-1, 1))])
def test_refuses(estimate, error):
    with pytest.raises(ValueError, match="range"):
        wald_statistic(estimate, error)
