import statistics

from hypothesis import given
from hypothesis import strategies as st

CHECK = "sd_within_range"


def claim(mean, sd, low, high, total=None):
    of = f", total: {total}" if total else ""
    return f"{{kind: summary, statistic: mean, value: '{mean}', sd: '{sd}', range: ['{low}', '{high}']{of}}}"


SHOULD_PASS = [
    claim("46", "14", "20", "75", 40),
    claim("46", "14", "20", "75"),
    claim("2.0", "1.4", "1", "3", 2),
    claim("0.5", "0.5", "0", "1", 400),
    claim("4.9", "17.2", "0", "100"),
]
SHOULD_EXPLAIN = [claim("46", "2.2", "20", "75", 40)]
SHOULD_FLAG = [
    claim("46", "41", "20", "75"),
    claim("46", "30", "20", "75", 40),
    claim("20.5", "19", "20", "75", 40),
    claim("46", "0.4", "20", "75", 40),
]
SILENT = [
    claim("80", "14", "20", "75"),
    "{kind: summary, statistic: mean, value: 46, sd: 14, total: 40}",
    "{kind: summary, statistic: median, value: 46, range: [20, 75]}",
]


@given(st.lists(st.integers(-30, 90), min_size=2, max_size=40), st.integers(0, 2), st.booleans())
def test_true_figures_are_never_flagged(verdict_of, values, decimals, counted):
    mean, sd = (f"{of(values):.{decimals}f}" for of in (statistics.fmean, statistics.stdev))
    total = len(values) if counted else None
    assert verdict_of(CHECK, claim(mean, sd, min(values), max(values), total)) == "consistent"
