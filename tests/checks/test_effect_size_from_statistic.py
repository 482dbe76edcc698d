from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "effect_size_from_statistic"


def claim(statistic, value, measure, effect, rest=""):
    return (
        f"{{kind: effect-size, statistic: {statistic}, value: '{value}', measure: {measure}, effect: '{effect}'{rest}}}"
    )


T, F = ", df: 28", ", df: 2, df2: 28"
SHOULD_PASS = [
    # Groups of one size by 2t/sqrt n and 2t/sqrt df; pairs; a negative t with a d of either sign.
    claim("t", "2.20", "d", "0.80", T),
    claim("t", "2.20", "d", "0.83", T),
    claim("t", "2.20", "d", "0.41", T),
    claim("t", "-2.20", "d", "0.83", T),
    claim("t", "2.20", "d", "-0.8", T),
    claim("t", "2.20", "d", "0.85", T + ", sizes: [10, 20]"),
    claim("t", "2.20", "g", "0.78", T),
    claim("t", "2.20", "r", ".38", T),
    claim("t", "2.20", "eta2", ".15", T),
    claim("F", "4.10", "partial-eta2", ".23", F),
    claim("F", "4.10", "eta2", ".227", F),
    claim("F", "4.10", "omega2", ".17", F),
    claim("F", "4.10", "f", ".54", F),
    claim("F", "5.20", "R2", ".14", ", df: 3, df2: 96"),
    claim("F", "5.20", "adjusted-R2", ".11", ", df: 3, df2: 96"),
    claim("F", "4.84", "d", "0.80", ", df: 1, df2: 28"),
    claim("chi2", "6.53", "phi", ".26", ", df: 1, total: 100"),
    claim("chi2", "9.10", "V", ".28", ", df: 4, total: 120"),
    # Three by three.
    claim("chi2", "9.10", "V", ".19", ", df: 4, total: 120"),
    claim("chi2", "9.10", "V", ".195", ", df: 4, total: 120, shape: [3, 3]"),
    claim("z", "2.10", "r", ".33", ", total: 40"),
    claim("U", "23", "AUC", ".76", ", sizes: [8, 12]"),
    claim("U", "23", "rank-biserial", ".52", ", sizes: [8, 12]"),
    claim("H", "7.20", "epsilon2", ".18", ", df: 2, total: 40"),
    claim("F", "72.17", "partial-eta2", "≥.42", ", df: 1, df2: 96"),
]
SHOULD_EXPLAIN = [
    claim("F", "4.10", "partial-eta2", ".17", F),
    claim("F", "4.10", "eta2", ".476", F),
    claim("F", "4.10", "omega2", ".23", F),
    claim("F", "5.20", "R2", ".11", ", df: 3, df2: 96"),
    claim("t", "2.20", "d", "0.827", T + ", sizes: [10, 20]"),
    claim("t", "2.20", "r", ".147", T),
    claim("t", "2.20", "d", "0.52", T),
    claim("t", "2.20", "d", "0.95", T + ", design: independent"),
]
SHOULD_ASK = [
    claim("t", "2.20", "d", "0.95", T + ", sizes: [10, 20]"),
    # Of several factors each has less of the whole than of what it and the error make.
    claim("F", "4.10", "eta2", ".09", F),
    claim("F", "5.20", "R2", ".04", ", df: 3, df2: 96"),
    # Before Yates's correction chi-squared was larger.
    claim("chi2", "6.53", "phi", ".29", ", df: 1, total: 100"),
]
SHOULD_FLAG = [
    claim("t", "2.20", "d", "1.52", T),
    claim("t", "2.20", "d", "0.05", T),
    claim("t", "2.20", "r", ".48", T),
    claim("F", "4.10", "partial-eta2", ".32", F),
    claim("F", "4.10", "partial-eta2", ".09", F),
    claim("F", "4.10", "eta2", ".32", F),
    claim("F", "5.20", "R2", ".34", ", df: 3, df2: 96"),
    claim("chi2", "6.53", "phi", ".19", ", df: 1, total: 100"),
    claim("chi2", "9.10", "V", ".38", ", df: 4, total: 120"),
    claim("z", "2.10", "r", ".43", ", total: 40"),
    claim("U", "23", "AUC", ".86", ", sizes: [8, 12]"),
]
MISSING = {
    claim("t", "2.20", "d", ".8"): "the degrees of freedom",
    claim("F", "2.20", "eta2", ".8", ", df: 2"): "both degrees of freedom",
    claim("F", "2.20", "eta2", ".8", ", df: 2, df2: '0'"): "degrees of freedom above 0",
    claim("chi2", "2.20", "V", ".2", ", df: 1"): "the number of subjects",
    claim("U", "23", "AUC", ".2", ", total: 20"): "the sizes of both groups",
    claim("t", "<1", "d", ".2", T): "a statistic in digits",
    claim("F", "4.10", "V", ".2", F): "a statistic that gives V",
    claim("r", "1.30", "R2", ".2", T): "a statistic that can be",
}


def test_what_is_left_open_is_said(findings_of):
    [finding] = findings_of(CHECK, claim("t", "2.20", "d", "0.95", T + ", sizes: [10, 20]"))
    assert finding.message == (
        "t(28, n = 10 and 20) = 2.20 gives d 0.850 to 0.854 (t sqrt(1/n1 + 1/n2)), not 0.95; an adjusted model, or the "
        "deviation of one group, would change it so much: what it is standardised by is not stated"
    )
    [finding] = findings_of(CHECK, claim("t", "2.20", "d", "0.95", T + ", design: independent"))
    assert finding.message == (
        "t(28) = 2.20 gives d 0.120 to 1.006; printed 0.95 holds only for groups of unequal size or an adjusted model"
    )
    [finding] = findings_of(CHECK, claim("chi2", "9.10", "V", ".38", ", df: 4, total: 120"))
    assert finding.message == "χ²(4, N = 120) = 9.10 gives V 0.275 (sqrt(chi2/n), 2 rows or columns), not .38"


@settings(deadline=None)
@given(
    st.floats(0.01, 9), st.integers(1, 8), st.integers(4, 200), st.integers(2, 4), st.sampled_from(["eta2", "omega2"])
)  # fmt: skip
def test_rounded_figures_are_never_flagged(verdict_of, f, df1, df2, places, measure):
    share = f * df1 / (f * df1 + df2) if measure == "eta2" else df1 * (f - 1) / (df1 * (f - 1) + df1 + df2 + 1)
    text = claim("F", f"{f:.{places}f}", measure, f"{share:.{places}f}", f", df: {df1}, df2: {df2}")
    assert verdict_of(CHECK, text) == "consistent"


@settings(deadline=None)
@given(st.integers(3, 60), st.integers(3, 60), st.floats(-3, 3), st.integers(1, 3))
def test_d_of_two_groups_is_never_flagged(verdict_of, n1, n2, d, places):
    t = d / (1 / n1 + 1 / n2) ** 0.5
    rest = f", df: {n1 + n2 - 2}"
    text = claim("t", f"{t:.2f}", "d", f"{d:.{places}f}", f"{rest}, sizes: [{n1}, {n2}]")
    assert verdict_of(CHECK, text) == "consistent"
    # Of groups of which the sizes are not printed, and that are not more unequal than one to four.
    if max(n1, n2) <= 4 * min(n1, n2) and abs(d) > 0.2:
        assert verdict_of(CHECK, claim("t", f"{t:.2f}", "d", f"{d:.{places}f}", rest)) != "discrepant"


@settings(deadline=None)
@given(st.floats(0.3, 5), st.integers(8, 80), st.floats(0, 0.95))
def test_d_of_pairs_is_never_flagged(verdict_of, t, n, r):
    """By the deviation of the values (d of repeated measures), which the statistic does not know."""
    d = t / n**0.5 * (2 * (1 - r)) ** 0.5
    text = claim("t", f"{t:.2f}", "d", f"{d:.2f}", f", df: {n - 1}")
    assert verdict_of(CHECK, text) != "discrepant"
