from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "interval_of_mean"
BASE = "{kind: summary, statistic: mean, value: 12.4, "
SHOULD_PASS = [
    BASE + "sd: 3.1, total: 40, interval: [11.4, 13.4]}",
    BASE + "se: 0.49, total: 40, interval: [11.4, 13.4]}",
    BASE + "sd: 3.1, se: 0.49, total: 40}",
    BASE + "sd: 3.10, total: 40, interval: [11.1, 13.7], level: 99}",
]
SHOULD_FLAG = [
    BASE + "sd: 3.1, total: 40, interval: [9.3, 15.5]}",
    BASE + "sd: 3.1, se: 0.79, total: 40}",
    BASE + "sd: 3.1, total: 40, interval: [11.4, 14.3]}",
]
MISSING = {
    BASE + "sd: 3.1, interval: [11.4, 13.4]}": "the number of values",
    BASE + "sd: 3.1, se: 0.4, total: 1}": "two values or more",
    BASE + "total: 40, interval: [11.4, 13.4]}": "the standard deviation or the standard error",
}
SILENT = [
    BASE + "sd: 3.1, total: 40}",
    "{kind: summary, statistic: median, value: 12.4, interval: [11.4, 13.4], total: 40}",
    BASE + "interval: [11.4, 13.4]}",
]


def test_shows_the_arithmetic(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[1])
    assert finding.message == "3.1/sqrt 40 gives 0.482 to 0.498, not 0.79"


@settings(deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=3, max_size=30), st.integers(0, 3), st.booleans())
def test_the_interval_of_true_values_is_never_flagged(verdict_of, values, decimals, with_t):
    import numpy
    from scipy import stats

    sd, mean = numpy.std(values, ddof=1), numpy.mean(values)
    quantile = stats.t.ppf(0.975, len(values) - 1) if with_t else stats.norm.ppf(0.975)
    reach = quantile * sd / len(values) ** 0.5
    figures = [f"{figure:.{decimals}f}" for figure in (mean, sd, mean - reach, mean + reach, sd / len(values) ** 0.5)]
    mean_, sd_, lower, upper, se = figures
    claim = f"value: '{mean_}', sd: '{sd_}', se: '{se}', interval: ['{lower}', '{upper}'], total: {len(values)}"
    assert verdict_of(CHECK, f"{{kind: summary, statistic: mean, {claim}}}") == "consistent"
