from hypothesis import given
from hypothesis import strategies as st

CHECK = "estimate_within_interval"
SHOULD_PASS = [
    "{kind: effect, measure: HR, estimate: 0.45, lower: 0.25, upper: 0.81, scale: log}",
    "{kind: effect, measure: HR, estimate: 0.5, lower: 0.50, upper: 0.81, scale: log}",
    "{kind: effect, measure: MD, estimate: -0.5, lower: -0.80, upper: 0.81, scale: linear}",
    "{kind: effect, measure: OR, estimate: 2, scale: log}",
    "{kind: interval, count: 68, total: 96, estimate: 70.8, lower: 60.8, upper: 79.2}",
    "{kind: interval, count: 17, total: 17, lower: 80.5, upper: 100}",
    "{kind: interval, unit: proportion, estimate: 0.31, lower: 0.25, upper: 0.37, total: 263}",
    "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4}",
    "{kind: survival, estimate: 100}",
    "{kind: summary, statistic: median, value: 45, quartiles: [33, 55], range: [18, 65], interval: [40, 50]}",
    "{kind: summary, statistic: value, value: 220, limits: [165, 265]}",
    "{kind: summary, statistic: mean, value: 60, quartiles: [33, 55], range: [18, 65], interval: [50, 70]}",
]
SHOULD_EXPLAIN = [
    "{kind: effect, measure: HR, estimate: 0.45, lower: 0.81, upper: 0.25, scale: log}",
    "{kind: interval, count: 1, total: 30, estimate: 3.3, lower: -3.1, upper: 9.8}",
    "{kind: summary, statistic: median, value: 45, quartiles: [55, 33]}",
]
SHOULD_FLAG = [
    "{kind: effect, measure: HR, estimate: 0.45, lower: 0.50, upper: 0.81, scale: log}",
    "{kind: effect, measure: HR, estimate: 0.45, lower: -0.50, upper: 0.81, scale: log}",
    "{kind: effect, measure: MD, estimate: 1.5, lower: -0.80, upper: 0.81, scale: linear}",
    "{kind: interval, count: 68, total: 96, estimate: 59.8, lower: 60.8, upper: 79.2}",
    "{kind: survival, estimate: 90.0, lower: 83, upper: 121}",
    "{kind: survival, estimate: 110}",
    "{kind: survival, estimate: 72, lower: 51.0, upper: 70.4}",
    "{kind: summary, statistic: median, value: 65, quartiles: [33, 55]}",
    "{kind: summary, statistic: median, value: 45, quartiles: [33, 75], range: [18, 65]}",
    "{kind: summary, statistic: median, value: 45, interval: [33, 75], range: [18, 65]}",
    "{kind: summary, statistic: mean, value: 70, range: [18, 65]}",
    "{kind: summary, statistic: value, value: 320, limits: [165, 265]}",
]
SILENT = [
    "{kind: effect, measure: MD, estimate: 1.5, scale: linear, p: 0.1}",
    "{kind: summary, statistic: median, value: 65}",
    "{kind: survival, reached: false}",
]


def test_shows_where_the_estimate_must_lie(findings_of):
    _, finding = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.message == "0.45 lies outside its own 95% CI (0.50 to 0.81)"


def test_names_limits_in_reverse_order(findings_of):
    limits, estimate = findings_of(CHECK, SHOULD_EXPLAIN[0])
    assert limits.message == (
        "limits reversed lie within at least 0.245 and 0 to 0.815; "
        "printed 0.81 to 0.25 holds only for limits printed in reverse order"
    )
    assert estimate.verdict == "consistent"


@given(st.lists(st.floats(0.01, 99.9), min_size=3, max_size=3), st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_rounded_figures_in_order_are_never_flagged(verdict_of, figures, decimals):
    low, middle, high = (f"'{x:.{d}f}'" for x, d in zip(sorted(figures), decimals, strict=True))
    for claim in (
        f"{{kind: survival, estimate: {middle}, lower: {low}, upper: {high}}}",
        f"{{kind: effect, measure: OR, scale: log, estimate: {middle}, lower: {low}, upper: {high}}}",
        f"{{kind: summary, statistic: median, value: {middle}, quartiles: [{low}, {high}], range: [{low}, {high}]}}",
    ):
        assert verdict_of(CHECK, claim) == "consistent"
