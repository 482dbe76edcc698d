import statistics

from hypothesis import given
from hypothesis import strategies as st

CHECK = "debit"


def claim(value, sd, total, ends="[0, 1]", whole="true"):
    of = f", total: {total}" if total else ""
    return f"{{kind: summary, statistic: mean, value: '{value}', sd: '{sd}'{of}, whole: {whole}, range: {ends}}}"


# Heathers and Brown 2019, table 1.
SHOULD_PASS = [claim("0.53", "0.50", 1683), claim("0.77", "0.42", 1683), claim("0.12", "0.33", 1683)]
SHOULD_PASS += [claim("0.35", "0.49", 20), claim("0", "0", 5), claim("1.0", "0.00", 5), claim("0.50", "0.71", 2)]
SHOULD_EXPLAIN = [claim("0.50", "0.50", 10), claim("0.35", "0.11", 20)]
SHOULD_ASK = [claim("0.19", "0.35", 1683), claim("0.35", "0.18", 20)]
SHOULD_FLAG = [claim("0.35", "0.58", 20), claim("0.19", "0.45", 1683)]
SILENT = [
    claim("0.35", "0.18", 20, whole="false"),
    claim("0.35", "0.18", 20, ends="[0, 2]"),
    claim("0.33", "0.18", 20),  # no count has this mean
    "{kind: summary, statistic: mean, value: 0.35, sd: 0.18, total: 20, whole: true}",
]
MISSING = {
    claim("0.35", "0.18", None): "the number of values",
    claim("1", "0.18", 1): "two values or more",
}


@given(st.integers(0, 300), st.integers(2, 300), st.integers(0, 3), st.integers(0, 3))
def test_true_figures_are_never_flagged(findings_of, ones, total, mean_places, sd_places):
    ones = min(ones, total)
    sample = [1] * ones + [0] * (total - ones)
    mean, sd = statistics.fmean(sample), statistics.stdev(sample)
    [finding] = findings_of(CHECK, claim(f"{mean:.{mean_places}f}", f"{sd:.{sd_places}f}", total))
    assert finding.verdict == "consistent"
