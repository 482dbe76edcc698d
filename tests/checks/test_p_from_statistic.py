import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "p_from_statistic"


def claim(statistic, value, p, rest=""):
    return f"{{kind: test-statistic, statistic: {statistic}, value: '{value}', p: '{p}'{rest}}}"


# With the answers of statcheck 1.6.0: none of these is an error to it.
SHOULD_PASS = [
    claim("t", "2.20", ".036", ", df: 28"),
    claim("t", "2.20", "<.05", ", df: 28"),
    claim("t", "-2.20", "0.04", ", df: 28"),
    claim("t", "0.00", "1", ", df: 28"),
    claim("F", "2.20", ".13", ", df: 2, df2: 28"),
    claim("F", "7.7", "<0.001", ", df: 3, df2: 1115"),
    claim("chi2", "0.89", ".35", ", df: 1"),
    claim("chi2", "45.1", "<0.001", ", df: 2"),
    claim("z", "1.96", "0.05"),
    claim("r", ".22", ".24", ", df: 28"),
    claim("r", "1.00", "<.001", ", df: 28"),
    claim("Q", "7.20", ".027", ", df: 2"),
    claim("F", "<1", ".6", ", df: 1, df2: 28"),
    claim("t", "<1", ".6", ", df: 28"),
    claim("t", "<1", ">.05", ", df: 28"),
    claim("t", "<-2.1", "<.05", ", df: 28"),
    claim("t", "2.20", ".018", ", df: 28, tails: 1"),
    claim("H", "7.20", ".027", ", df: 2"),
    claim("wald", "6.53", ".011", ", df: 1"),
    claim("deviance", "8.10", ".044", ", df: 3"),
    # Exact, and normal with the correction for continuity and without.
    claim("U", "23", ".057", ", sizes: [8, 12]"),
    claim("U", "23", ".059", ", sizes: [8, 12]"),
    claim("U", "23", ".054", ", sizes: [8, 12]"),
    claim("U", "73", ".06", ", sizes: [8, 12]"),
    claim("U", "23.5", ".064", ", sizes: [8, 12]"),
    claim("W", "23", ".068", ", total: 14"),
    claim("rho", ".52", ".083", ", total: 12"),
    claim("rho", ".52", "<.001", ", df: 38"),
    claim("tau", ".42", ".108", ", total: 10"),
    claim("tau", ".42", ".09", ", total: 10"),
]
SHOULD_EXPLAIN = [
    claim("U", "23", ".0287", ", sizes: [8, 12]"),
    claim("wald", "6.53", ".0053", ", df: 1"),
    claim("rho", ".52", ".042", ", total: 12"),
    claim("F", "4.44", "≤0.02", ", df: 2, df2: 24"),
    claim("t", "2.20", ".018", ", df: 28"),
    claim("z", "1.90", "0.029"),
]
SHOULD_FLAG = [
    claim("U", "23", ".003", ", sizes: [8, 12]"),
    claim("U", "23", ".09", ", sizes: [8, 12]"),
    claim("rho", ".52", ".02", ", total: 12"),
    claim("tau", ".42", ".03", ", total: 10"),
    claim("deviance", "8.10", ".02", ", df: 3"),
    claim("t", "2.20", ".045", ", df: 28"),
    claim("t", "<1", "<.05", ", df: 28"),
    claim("z", "<1", "<.05"),
    claim("F", "2.20", ".03", ", df: 2, df2: 28"),
    claim("chi2", "2.20", ".03", ", df: 28"),
    claim("t", "1.96", "<.05", ", df: 28"),
    claim("t", "2.20", ">.05", ", df: 28"),
    claim("r", ".22", ".28", ", df: 28"),
    # No correction makes a p smaller, nor so much larger.
    claim("t", "2.20", ".012", ", df: 28, corrected: multiplicity"),
    claim("F", "3.70", ".55", ", df: 2, df2: 28, corrected: sphericity"),
    claim("chi2", "2.740", ".40", ", df: 1, exact: true"),
    claim("z", "0.629", ".70"),
    claim("F", "4.44", "≤0.01", ", df: 2, df2: 24"),
    claim("F", "2.740", ".155", ", df: 1, df2: 78, exact: true"),
]
SHOULD_ASK = [
    # Of tied values.
    claim("U", "23", ".04", ", sizes: [8, 12]"),
    claim("W", "23", ".05", ", total: 14"),
    # Three times 0.036, and F(1, 14) of F(2, 28).
    claim("t", "2.20", ".108", ", df: 28, corrected: multiplicity"),
    claim("F", "3.70", ".075", ", df: 2, df2: 28, corrected: sphericity"),
    # Fisher's p of 10/40 against 17/40, whose chi-squared this is.
    claim("chi2", "2.739", ".155", ", df: 1, exact: true"),
    # The exact p of a rank sum of which this is the z.
    claim("z", "0.629", ".543"),
]
MISSING = {
    claim("U", "23", ".057", ", total: 20"): "the sizes of both groups",
    claim("U", "230", ".057", ", sizes: [8, 12]"): "a statistic that can be",
    claim("W", "23", ".057"): "the number of values",
    claim("tau", "<.42", ".057", ", total: 10"): "a statistic in digits",
    claim("deviance", "8.1", ".057"): "the degrees of freedom",
    claim("t", "2.20", ".03"): "the degrees of freedom",
    claim("F", "2.20", ".03", ", df: 2"): "the degrees of freedom of the denominator",
    claim("chi2", "2.20", ".03", ", df: '0'"): "degrees of freedom above 0",
    claim("r", "2.20", ".03", ", df: 28"): "a correlation between -1 and 1",
    claim("chi2", "-2.20", ".03", ", df: 1"): "a statistic that is not negative",
}


def test_a_decision_error_weighs_most(findings_of):
    [finding] = findings_of(CHECK, claim("t", "1.96", "<.05", ", df: 28"))
    assert finding.severity == "decision"
    assert finding.message == (
        "t(28) = 1.96 gives p 0.059 to 0.061, not <.05; "
        "it would hold for a one-sided test, which the claim does not state"
    )


@settings(deadline=None)
@given(
    st.sampled_from(["t", "F", "chi2", "z", "r"]), st.floats(-4, 4), st.integers(1, 120), st.integers(1, 9),
    st.integers(1, 3), st.integers(2, 5),
)  # fmt: skip
def test_a_rounded_statistic_and_p_are_never_flagged(verdict_of, kind, raw, df, df1, decimals, places):
    from scipy import stats

    value, dfs = raw, f", df: {df}"
    if kind == "t":
        p = 2 * stats.t.sf(abs(value), df)
    elif kind == "z":
        p, dfs = 2 * stats.norm.sf(abs(value)), ""
    elif kind == "r":
        value = raw / 4.1
        t = value * (df / (1 - value**2)) ** 0.5
        p = 2 * stats.t.sf(abs(t), df)
    elif kind == "F":
        value, dfs = abs(raw), f", df: {df1}, df2: {df}"
        p = stats.f.sf(value, df1, df)
    else:
        value = abs(raw) * 5
        p = stats.chi2.sf(value, df)
    text = claim(kind, f"{value:.{decimals}f}", f"{p:.{places}f}", dfs)
    assert verdict_of(CHECK, text) == "consistent"


@pytest.mark.parametrize(
    ("text", "p"),
    [
        (claim("t", "2.2000000000", "0.0362254848", ", df: 28"), "0.0362254848"),
        (claim("r", "0.2200000000", "0.2427389879", ", df: 28"), "0.2427389879"),
    ],
)
def test_agrees_with_statcheck_to_every_digit(findings_of, text, p):
    [finding] = findings_of(CHECK, text)
    assert finding.verdict == "consistent"
    low, high = (float(end) for end in finding.recomputed[0][0].split(" to "))
    assert low - 1e-10 < float(p) < high + 1e-10 < low * (1 + 1e-8)


def test_the_factor_that_most_p_values_of_a_paper_show(findings_of):
    """Twice 0.0185, 0.0056, 0.0365 and, which no factor makes of 0.0724, 0.5."""
    doubled = [claim("t", "2.50", ".037", ", df: 28"), claim("t", "3.00", ".011", ", df: 28")]
    doubled.append(claim("t", "2.19", ".074", ", df: 28"))
    lone = claim("t", "1.87", ".5", ", df: 28")
    assert [str(finding.verdict) for finding in findings_of(CHECK, *doubled, lone)] == ["explained"] * 3 + [
        "discrepant"
    ]
    assert [str(finding.verdict) for finding in findings_of(CHECK, *doubled[:2])] == ["discrepant"] * 2
    [finding, *_] = findings_of(CHECK, *doubled)
    assert finding.assumption == "multiplied by 2, as 3 p-values of this paper are"
