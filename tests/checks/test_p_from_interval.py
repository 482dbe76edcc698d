import math

from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "p_from_interval"


def effect(estimate, lower, upper, p, rest="", scale="log"):
    return (
        f"{{kind: effect, measure: HR, scale: {scale}, estimate: '{estimate}', lower: '{lower}', upper: '{upper}', "
        f"p: '{p}'{rest}}}"
    )


SHOULD_PASS = [
    effect("0.68", "0.48", "0.97", "0.033"),
    effect("3.84", "1.46", "10.12", "0.0065"),
    effect("0.99", "0.70", "1.41", "0.97"),
    effect("2.7", "1.22", "4.17", "<.001", scale="linear"),
    effect("-1.80", "-3.29", "-0.31", "0.02", scale="linear"),
    effect("1.65", "0.2", "3.1", "0.028", rest=", df: 18", scale="linear"),
    effect("0.43", "0.28", "0.67", "0.000"),
    "{kind: effect, measure: HR, scale: log, lower: 0.48, upper: 0.97, p: 0.033}",
    effect("0.68", "0.43", "1.08", "0.033", rest=", level: 99"),
]
SHOULD_EXPLAIN = [
    effect("2.00", "1.04", "3.93", ".012"),  # a likelihood ratio or score test
    effect("0.79", "0.66", "0.94", "0.004"),  # one-sided
    effect("0.700", "0.490", "1.004", "0.048"),  # a log-rank p beside a Cox interval
]
SHOULD_FLAG = [
    effect("3.84", "1.46", "10.12", "0.097"),
    effect("0.43", "0.19", "0.97", "0.40"),
    effect("1.30", "0.98", "1.72", ".003"),
    effect("1.99", "1.14", "3.50", ".20"),
    effect("0.68", "0.50", "0.92", ">0.05"),
    effect("0.99", "0.70", "1.41", "<0.05"),
]
MISSING = {
    "{kind: effect, measure: HR, scale: log, estimate: 0.5, lower: 0.2, p: 0.03}": "both limits of the interval",
    effect("0.1", "0.0", "0.7", "0.03"): "limits of a ratio above 0",
    effect("0.1", "0.01", "0.7", "0.03", rest=", df: 0"): "degrees of freedom above 0",
}
SILENT = [
    effect("8.99", "0.70", "1.41", "0.03"),
    "{kind: effect, measure: HR, scale: log, estimate: 0.68, lower: 0.48, upper: 0.97}",
]


def test_a_crossed_threshold_weighs_most(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.severity == "decision"
    assert (
        finding.message == "HR 3.84 (1.46 to 10.12) excludes 1, so p should be 0.0063 to 0.0066 (Wald test), not 0.097"
    )


def test_agrees_with_altman_and_bland(findings_of):
    """BMJ 2011;343:d2304: relative risk 0.81 (95% CI 0.70 to 0.94) gives z = 2.80 and P = 0.005."""
    [finding] = findings_of(CHECK, effect("0.81", "0.70", "0.94", "0.005"))
    assert finding.verdict == "consistent"


@given(st.floats(-2, 2), st.floats(0.03, 1.2), st.integers(2, 4), st.integers(2, 4), st.booleans())
def test_the_p_of_a_wald_test_is_never_flagged(verdict_of, estimate, error, decimals, places, log_scale):
    p = math.erfc(abs(estimate / error) / math.sqrt(2))
    figures = [estimate, estimate - 1.959964 * error, estimate + 1.959964 * error]
    if log_scale:
        figures = [math.exp(figure) for figure in figures]
    texts = [f"{figure:.{decimals}f}" for figure in figures]
    if float(texts[1]) < float(texts[2]) and (not log_scale or float(texts[1]) > 0):
        claim = effect(*texts, f"{p:.{places}f}", scale="log" if log_scale else "linear")
        assert verdict_of(CHECK, claim) == "consistent"


@settings(deadline=None)
@given(st.floats(0.05, 0.3))
def test_agrees_with_student_t(verdict_of, error):
    from scipy import stats

    for df in (3, 9, 40):
        half = stats.t.ppf(0.975, df) * error
        p = 2 * stats.t.sf(0.3 / error, df)
        texts = ["0.300000", f"{0.3 - half:.6f}", f"{0.3 + half:.6f}", f"{p:.5f}"]
        assert verdict_of(CHECK, effect(*texts, rest=f", df: {df}", scale="linear")) == "consistent"


def test_a_test_of_the_counts_beside_it(verdict_of):
    groups = ", groups: [{count: 78, total: 177}, {count: 8, total: 33}]"
    assert verdict_of(CHECK, effect("1.82", "0.97", "3.40", "0.033", rest=groups)) == "explained"
    assert verdict_of(CHECK, effect("1.82", "0.97", "3.40", "0.012", rest=groups)) == "discrepant"
    assert verdict_of(CHECK, effect("1.82", "0.97", "3.40", "0.033")) == "discrepant"
