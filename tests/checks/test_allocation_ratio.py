from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from checker.checks.allocation_ratio import _central

SHOULD_PASS = [
    "{kind: allocation, ratio: [1, 1], sizes: [30, 25]}",
    "{kind: allocation, ratio: [2, 1], sizes: [143, 71]}",
    "{kind: allocation, ratio: [1, 1, 1], sizes: [40, 41, 39]}",
]
SHOULD_FLAG = [
    "{kind: allocation, ratio: [1, 1], sizes: [80, 25]}",
    "{kind: allocation, ratio: [2, 1], sizes: [71, 143]}",
]
MISSING = {
    "{kind: allocation, ratio: [1, 1, 1], sizes: [4, 5]}": "an arm for each part of the ratio",
}


@given(st.integers(1, 400), st.floats(0.1, 0.9))
def test_limits_agree_with_the_binomial_quantiles(total, share):
    low, high = _central(total, share)
    assert low == binom.ppf(0.00005, total, share)
    assert high == binom.isf(0.00005, total, share)
