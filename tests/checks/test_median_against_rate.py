CHECK = "median_against_rate"
SHOULD_PASS = [
    "{kind: median-survival, median: 22.1, median_lower: 12.7, time: 12, estimate: 61.5, lower: 51.0, upper: 70.4}",
    "{kind: median-survival, median: 14.3, median_lower: 7.0, time: 12, estimate: 51.0, lower: 40.7, upper: 60.5}",
    "{kind: median-survival, median: 9.4, time: 24, estimate: 42}",
    "{kind: median-survival, time: 12, estimate: 67.1}",
    "{kind: median-survival, median: 12, time: 12, estimate: 47}",
    "{kind: median-survival, median: 12, time: 12, estimate: 53}",
    "{kind: median-survival, median: 14.0, time: 12, estimate: 50}",
]
SHOULD_EXPLAIN = [
    "{kind: median-survival, median: 22.1, median_lower: 12.7, time: 12, estimate: 61.5, lower: 48.0, upper: 70.4}",
]
SHOULD_FLAG = [
    "{kind: median-survival, median: 9.4, time: 24, estimate: 62}",
    "{kind: median-survival, median: 22.1, time: 12, estimate: 41.5}",
    "{kind: median-survival, time: 12, estimate: 42.0}",
    "{kind: median-survival, median: 22.1, median_lower: 12.7, time: 12, estimate: 61.5, lower: 31.0, upper: 70.4}",
    "{kind: median-survival, median: 8.0, median_lower: 5.0, median_upper: 9.0, time: 12, estimate: 31.5, upper: 71}",
]


def test_shows_the_side(findings_of):
    [finding] = findings_of(CHECK, "{kind: median-survival, median: 9.4, time: 24, estimate: 62}")
    assert finding.message == "a median of 9.4 puts survival at 24 at 0 to 50%, not 62%"


def test_agrees_with_kaplan_meier_and_brookmeyer_crowley(verdict_of):
    """Curves drawn at random: median, rate and their limits as lifelines computes them of one curve."""
    import warnings

    import numpy
    from lifelines import KaplanMeierFitter
    from lifelines.utils import median_survival_times

    random = numpy.random.default_rng(20200527)
    seen = set()
    for _ in range(12):
        size = int(random.integers(15, 90))
        death, censoring = random.exponential(10, size), random.uniform(2, 40, size)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            curve = KaplanMeierFitter().fit(numpy.minimum(death, censoring), death <= censoring)
            lower, upper = (float(x) for x in median_survival_times(curve.confidence_interval_).iloc[0])
            band = curve.confidence_interval_
        median = float(curve.median_survival_time_)
        for time in (3, 6, 9, 12):
            at = band.index.searchsorted(time, side="right") - 1
            low, high = 100 * band.iloc[at]
            parts = [f"time: {time}, estimate: '{100 * float(curve.predict(time)):.1f}'"]
            parts.append(f"lower: '{low:.1f}', upper: '{high:.1f}'")
            for name, value in (("median", median), ("median_lower", lower), ("median_upper", upper)):
                if numpy.isfinite(value):
                    parts.append(f"{name}: '{value:.1f}'")
            seen.add(verdict_of(CHECK, "{kind: median-survival, " + ", ".join(parts) + "}"))
    assert seen == {"consistent"}
