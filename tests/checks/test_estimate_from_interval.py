import math

from hypothesis import given
from hypothesis import strategies as st

CHECK = "estimate_from_interval"


def effect(estimate, lower, upper, scale="log", measure="OR", percent="false"):
    figures = f"estimate: '{estimate}', lower: '{lower}', upper: '{upper}', percent: {percent}"
    return f"{{kind: effect, measure: {measure}, scale: {scale}, {figures}}}"


SHOULD_PASS = [
    effect("1.69", "1.08", "2.66"),
    effect("0.68", "0.48", "0.97"),
    effect("4.4", "1.1", "17.9"),
    effect("3.27", "2.24", "4.84"),  # profile likelihood, nearly symmetric
    effect("-1.80", "-3.29", "-0.31", "linear"),
    effect("0.00", "-0.08", "0.07", "linear"),
    # Ratios of 1.45 (1.09 to 1.93) and 0.45 (0.30 to 0.68).
    effect("45", "9", "93", "linear", "relative increase"),
    effect("55", "32", "70", "linear", "efficacy"),
    effect("0.55", "0.32", "0.70", "linear", "efficacy"),
]
SHOULD_EXPLAIN = [
    effect("2.0", "1.0", "3.0"),
    effect("45", "9", "93", "linear", "mean difference", "true"),  # a ratio of 1.45 (1.09 to 1.93)
]
SHOULD_ASK = [
    effect("3.7", "2.6", "6.4"),
    effect("0.48", "0.05", "1.01", "linear"),
    effect("45", "9", "93", "linear", "absolute risk reduction", "true"),
    effect("45", "9", "93", "linear", "mean difference"),
]
SHOULD_FLAG = [
    effect("1.69", "1.08", "9.66"),
    effect("1.06", "0.97", "1.09"),
    effect("0.78", "0.71", "1.08"),
    effect("-1.08", "-3.29", "-0.31", "linear"),
    effect("5.5", "0.42", "6.8", "linear"),
    effect("85", "9", "93", "linear", "relative increase"),
]
MISSING = {
    effect("0.1", "0.0", "0.7"): "limits of a ratio above 0",
    effect("0.1", "0.05", ">0.7"): "an estimate and limits without < or >",
}
SILENT = [
    effect("8.99", "0.70", "1.41"),  # outside its interval: another check's business
    effect("4.00", "11.82", "8.82"),
    "{kind: effect, measure: HR, scale: log, estimate: 0.68, p: 0.03}",
]


def test_shows_which_limit_would_fit(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert "an upper limit of 2.62 to 2.67 or a lower limit of 0.29 to 0.30 would fit 1.69" in finding.message
    assert finding.message.startswith("1.69 is not in the middle (log scale) of 1.08 to 9.66, which is 3.222 to 3.238")


@given(st.floats(-3, 3), st.floats(0.02, 1.5), st.integers(1, 4), st.booleans())
def test_a_rounded_wald_interval_is_never_flagged(verdict_of, estimate, error, decimals, log_scale):
    figures = [estimate, estimate - 1.959964 * error, estimate + 1.959964 * error]
    if log_scale:
        figures = [math.exp(figure) for figure in figures]
    texts = [f"{figure:.{decimals}f}" for figure in figures]
    if float(texts[1]) < float(texts[2]) and (not log_scale or float(texts[1]) > 0):
        assert verdict_of(CHECK, effect(*texts, "log" if log_scale else "linear")) == "consistent"


@given(st.floats(-2, 2), st.floats(0.1, 0.6), st.sampled_from([-1.2, -0.8, -0.5, 0.5, 0.8, 1.2]))
def test_an_estimate_moved_by_half_of_the_half_width_is_flagged(verdict_of, estimate, error, moved):
    lower, upper = math.exp(estimate - 1.96 * error), math.exp(estimate + 1.96 * error)
    wrong = math.exp(estimate + moved * 0.75 * 1.96 * error)
    digits = [f"{figure:.5f}" for figure in (wrong, lower, upper)]
    assert verdict_of(CHECK, effect(*digits)) in ("discrepant", "query", "explained")
    if abs(moved) > 0.5:
        assert verdict_of(CHECK, effect(*digits)) == "discrepant" or abs(float(digits[0]) - (lower + upper) / 2) < 0.01
