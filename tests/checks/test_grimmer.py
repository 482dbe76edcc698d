import statistics
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "grimmer"


def claim(value, sd, total, whole="true"):
    of = f", total: {total}" if total else ""
    return f"{{kind: summary, statistic: mean, value: '{value}', sd: '{sd}'{of}, whole: {whole}}}"


SHOULD_PASS = [claim("3.4", "2.01", 10), claim("2.50", "0.58", 4), claim("3.44", "2.48", 18)]
SHOULD_EXPLAIN = [claim("2.50", "0.50", 4)]
SHOULD_FLAG = [claim("3.4", "2.04", 10), claim("2.50", "0.70", 4), claim("1.20", "0.10", 10)]
SILENT = [
    claim("5.19", "1.00", 28),  # impossible by GRIM alone
    claim("3.4", "2.04", 10, whole="false"),
    claim("3.4", "2.04", 5000),
]
MISSING = {
    claim("3", "1", None): "the number of values",
    claim("3", "1", 1): "two values or more",
}


def test_shows_the_nearest(findings_of):
    [finding] = findings_of(CHECK, claim("3.4", "2.04", 10))
    assert finding.message == (
        "the SD of 10 whole numbers with sum 34 and sum of squares 154 = 2.066, not 2.04; "
        "no 10 whole numbers have the mean 3.4 and the SD 2.04"
    )


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=40), st.integers(1, 3), st.integers(1, 3))
def test_true_figures_are_never_flagged(findings_of, values, decimals, places):
    mean, sd = statistics.fmean(values), statistics.stdev(values)
    for finding in findings_of(CHECK, claim(f"{mean:.{decimals}f}", f"{sd:.{places}f}", len(values))):
        assert finding.verdict == "consistent"


@settings(deadline=None)
@given(st.integers(5, 20), st.integers(20, 400), st.integers(30, 300))
def test_agrees_with_a_search_in_fractions(findings_of, total, mean, sd):
    """The oracle tries every sum and every sum of squares of its parity, from the most even numbers upwards."""

    def squares(score_sum):
        even = [score_sum // total + (i < score_sum % total) for i in range(total)]
        return range(sum(x * x for x in even), 4 * total * 25, 2)

    low, high = (Fraction(10 * sd + side, 1000) ** 2 for side in (-5, 5))
    possible = any(
        low <= (q - Fraction(s * s, total)) / (total - 1) <= high
        for s in range(5 * total)
        if 10 * mean - 5 <= Fraction(1000 * s, total) <= 10 * mean + 5
        for q in squares(s)
    )
    found = findings_of(CHECK, claim(f"{mean / 100:.2f}", f"{sd / 100:.2f}", total))
    if found:
        assert (found[0].verdict == "consistent") == possible
