import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

CHECK = "middle_of_interval"


def mean(value, lower, upper, statistic="mean"):
    return f"{{kind: summary, statistic: {statistic}, value: '{value}', interval: ['{lower}', '{upper}']}}"


def share(estimate, lower, upper, more=""):
    return f"{{kind: interval, estimate: '{estimate}', lower: '{lower}', upper: '{upper}'{more}}}"


def effect(estimate, lower, upper, measure="change"):
    figures = f"estimate: '{estimate}', lower: '{lower}', upper: '{upper}'"
    return f"{{kind: effect, measure: {measure}, scale: linear, {figures}}}"


SHOULD_PASS = [
    mean("12.4", "11.4", "13.4"),
    mean("0.12", "-0.08", "0.32"),
    share("65", "57", "73"),
    share("94", "70", "100"),  # 15 of 16, exact
    share("2.0", "0.1", "10.6"),  # 1 of 50, exact
    share("2", "-1", "5"),  # Wald's, not clipped
    effect("-5.2", "-7.9", "-2.5"),
    effect("45", "9", "93"),  # a ratio of 1.45 (1.09 to 1.93)
    effect("69.2", "31.7", "86.1"),  # one less a ratio of 0.31 (0.14 to 0.68)
    effect("1.5", "1.2", "1.9", "estimate"),
    effect("0.8035", "0.5002", "0.9312", "correlation"),  # Fisher's z
]
SHOULD_EXPLAIN = [
    mean("290", "115", "730"),  # a geometric mean
    mean("12.6", "11.4", "13.4"),
    share("45", "7", "67"),  # one less a ratio of 0.55 (0.33 to 0.93)
    effect("32.5", "24", "44.5"),  # of ranks
]
SHOULD_ASK = [
    mean("13.1", "11.4", "13.4"),
    share("67", "57", "73"),
    effect("-1.93", "-2.91", "0.95"),
    effect("6.7", "4.4", "23.5", "estimate"),
    effect("0.8835", "0.5002", "0.9312", "correlation"),
]
SILENT = [
    mean("14.4", "11.4", "13.4"),  # outside its interval: another check's business
    mean("12.9", "11.4", "13.4", "median"),
    share("65", "57", "73", ", total: 150"),
    effect("1.5", "1.0", "5.0", "difference"),
    effect("1.5", "<1.0", "5.0"),
    "{kind: summary, statistic: mean, value: 12.4, sd: 3.1}",
    "{kind: effect, measure: change, scale: linear, estimate: 1.5, p: 0.03}",
]


@given(st.floats(-50, 50), st.floats(0.2, 20), st.integers(3, 200), st.integers(0, 3))
def test_a_rounded_interval_of_a_mean_is_never_asked_about(verdict_of, value, error, size, decimals):
    lower, upper = stats.t.interval(0.95, size - 1, loc=value, scale=error)
    texts = [f"{figure:.{decimals}f}" for figure in (value, lower, upper)]
    if float(texts[1]) < float(texts[2]):
        assert verdict_of(CHECK, mean(*texts)) == "consistent"


@pytest.mark.parametrize("method", ["normal", "wilson", "beta", "agresti_coull", "jeffreys"])
@pytest.mark.parametrize("size", [15, 40, 150, 900])
def test_a_share_with_any_customary_interval_is_never_asked_about(verdict_of, method, size):
    for count in range(1, size, max(1, size // 12)):
        lower, upper = proportion_confint(count, size, method=method)
        texts = [f"{100 * figure:.1f}" for figure in (count / size, max(0, lower), min(1, upper))]
        assert verdict_of(CHECK, share(*texts)) in ("consistent", "explained")


@given(st.floats(-20, 20), st.floats(1, 9), st.sampled_from([-0.8, -0.5, 0.5, 0.8]))
def test_one_moved_by_half_of_the_half_width_is_asked_about(verdict_of, value, half, moved):
    texts = [f"{figure:.3f}" for figure in (value + moved * half, value - half, value + half)]
    if value < half:
        assert verdict_of(CHECK, mean(*texts)) == "query"


def test_the_message_names_the_middle(findings_of):
    [finding] = findings_of(CHECK, SHOULD_ASK[0])
    assert finding.message.startswith("13.1 is not in the middle of 11.4 to 13.4, which is 12.35 to 12.45")
    assert math.isclose((11.4 + 13.4) / 2, 12.4)
