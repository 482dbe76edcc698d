import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Candidate, Interval, Reported
from checker.reconstruct.unsaid_tests import OF_COUNTS, OF_MEANS, OF_SKEWED, excuses
from checker.rounding import interval


def given_by(*values):
    return [Candidate((Interval(value, value),), "a test", "x") for value in values]


def allowed(printed, *values, reach=OF_COUNTS):
    """Whether an excuse allows the printed p."""
    p = Reported(printed)
    return any(interval(p).meets(excuse.allows["p"]) for excuse in excuses(p, given_by(*values), 0.05, reach))


@pytest.mark.parametrize(
    ("printed", "value", "fits"),
    [
        (".025", 0.0107, True), (".030", 0.0107, True), (".049", 0.0107, False), (".0030", 0.0107, True),
        (".0010", 0.0107, False), ("<0.05", 0.051, False), (">0.05", 0.049, False), ("<0.01", 0.0107, True),
        ("0.30", 0.19, True), ("0.60", 0.19, False), ("0.01", 1e-6, True), ("0.05", 1e-6, True), ("0.02", 1e-6, False),
    ],
)  # fmt: skip
def test_a_p_near_that_of_the_counts_on_its_side(printed, value, fits):
    assert allowed(printed, value) is fits


def test_what_compares_means_reaches_farther_and_most_where_values_are_skewed():
    assert not allowed("0.0005", 0.03)
    assert allowed("0.0005", 0.03, reach=OF_MEANS)
    assert not allowed("<0.0001", 0.5, reach=OF_MEANS)
    assert allowed("<0.0001", 0.5, reach=OF_SKEWED)
    assert not allowed("0.9", 0.001, reach=OF_MEANS)


def test_nothing_customary_is_nothing_to_excuse():
    assert list(excuses(Reported("0.03"), [], 0.05, OF_COUNTS)) == []


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([OF_COUNTS, OF_MEANS, OF_SKEWED]))
def test_an_excuse_holds_the_p_of_the_tests_and_stays_on_their_side(one, other, reach):
    low, high = sorted((one, other))
    for excuse in excuses(Reported("0.03"), given_by(low, high), 0.05, reach):
        values = excuse.allows["p"]
        assert 0 <= values.low <= values.high <= 1
        if reach is OF_COUNTS and values.low < values.high:
            assert high >= 0.05 or values.high < 0.05
            assert low < 0.05 or values.low > 0.05
        if values.low < values.high:
            assert values.low <= low * (1 + 1e-5) + 1e-12
            assert values.high >= high * (1 - 1e-5) - 1e-12
