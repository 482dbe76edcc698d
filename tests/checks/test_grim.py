from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "grim"


def claim(value, total, rest="", whole="true"):
    of = f", total: {total}" if total else ""
    return f"{{kind: summary, statistic: mean, value: '{value}'{of}, whole: {whole}{rest}}}"


# Brown and Heathers 2017: 5.19 of 28 is impossible (145/28 = 5.18, 146/28 = 5.21).
SHOULD_PASS = [claim("5.18", 28), claim("5.21", 28), claim("3.57", 28), claim("3.55", 200), claim("2.5", 4)]
SHOULD_EXPLAIN = [claim("5.17", 28)]
SHOULD_FLAG = [claim("5.19", 28), claim("3.55", 28), claim("2.4", 4), claim("0.10", 7)]
SILENT = [claim("5.19", 28, whole="false"), "{kind: summary, statistic: median, value: 5.19, total: 28, whole: true}"]
MISSING = {
    claim("5.19", None): "the number of values",
}


def test_says_which_numbers_would_do(findings_of):
    [finding] = findings_of(CHECK, claim("5.19", 28))
    assert finding.message == (
        "145/28 = 5.179, not 5.19; no whole sum of 28 values has the mean 5.19; of 26, 27, 31, 32 values, one does"
    )


def test_names_the_other_number_that_fits(findings_of):
    text = claim("5.19", None, ", of: all, alternatives: [evaluable]")
    [finding] = findings_of(CHECK, text, populations="{all: 28, evaluable: 27}")
    assert (finding.verdict, finding.assumption) == ("explained", "27 values (evaluable)")


@settings(deadline=None)
@given(st.lists(st.integers(-20, 60), min_size=1, max_size=60), st.integers(0, 4))
def test_a_true_mean_is_never_flagged(verdict_of, values, decimals):
    mean = sum(values) / len(values)
    assert verdict_of(CHECK, claim(f"{mean:.{decimals}f}", len(values))) == "consistent"


@given(st.integers(1, 49), st.integers(0, 500))
def test_agrees_with_the_granularity_of_fractions(verdict_of, total, hundredths):
    """The oracle counts in whole thousandths: sums s with 10 h - 5 <= 1000 s/n <= 10 h + 5."""
    possible = any(
        10 * hundredths - 5 <= Fraction(1000 * s, total) <= 10 * hundredths + 5 for s in range(5 * total + 6)
    )
    assert (verdict_of(CHECK, claim(f"{hundredths / 100:.2f}", total)) == "consistent") == possible
