from hypothesis import given
from hypothesis import strategies as st

CHECK = "median_parity"
SHOULD_PASS = [
    "{kind: summary, statistic: median, value: 49.5, total: 30, whole: true}",
    "{kind: summary, statistic: median, value: 51, total: 25, whole: true}",
    "{kind: summary, statistic: median, value: 39, total: 22, whole: true}",
    "{kind: summary, statistic: median, value: 39.0, whole: true}",
]
SHOULD_FLAG = [
    "{kind: summary, statistic: median, value: 9.5, total: 7, whole: true}",
    "{kind: summary, statistic: median, value: 39.3, total: 22, whole: true}",
    "{kind: summary, statistic: median, value: 39.3, whole: true}",
    "{kind: summary, statistic: median, value: 49.75, total: 30, whole: true}",
]
SILENT = [
    "{kind: summary, statistic: median, value: 9.3, total: 7}",
    "{kind: summary, statistic: mean, value: 9.3, total: 7, whole: true}",
]
MISSING = {
    "{kind: summary, statistic: median, value: 9.5, whole: true}": "the number of values",
}


def test_shows_the_arithmetic(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.message == (
        "the middle one of 7 whole numbers = 9.00 (whole number), not 9.5; 9.5 needs an even number of values"
    )


@given(st.lists(st.integers(0, 120), min_size=1, max_size=12), st.integers(0, 2))
def test_a_true_median_is_never_flagged(verdict_of, values, decimals):
    import statistics

    printed = f"{statistics.median(values):.{decimals}f}"
    claim = f"{{kind: summary, statistic: median, value: '{printed}', total: {len(values)}, whole: true}}"
    assert verdict_of(CHECK, claim) == "consistent"
