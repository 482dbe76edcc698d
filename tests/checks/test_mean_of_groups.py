import statistics

from hypothesis import given
from hypothesis import strategies as st

CHECK = "mean_of_groups"
POPULATIONS = "{alfa: 30, beta: 20}"


def claim(value, sd, *groups):
    made = ", ".join(f"{{mean: '{mean}', sd: '{spread}', {of}}}" for mean, spread, of in groups)
    return f"{{kind: summary, statistic: mean, value: '{value}', sd: '{sd}', groups: [{made}]}}"


ALFA, BETA = ("12.4", "3.1", "total: 30"), ("10.2", "2.9", "total: 20")
OF_ARMS = ("12.4", "3.1", "of: alfa"), ("10.2", "2.9", "of: beta")

SHOULD_PASS = [
    claim("11.5", "3.2", ALFA, BETA),
    # Cochrane Handbook 6.5.2.10 has the formula; the figures are worked by hand: 11.52 and 3.177.
    claim("11.52", "3.18", ("12.40", "3.10", "total: 30"), ("10.20", "2.90", "total: 20")),
    claim("11.0", "3.2", ALFA, BETA, ("9.5", "3.3", "total: 15")),
]
SHOULD_EXPLAIN = [
    claim("11.30", "3.18", ("12.40", "3.10", "total: 30"), ("10.20", "2.90", "total: 20")),
    claim("11.76", "3.17", ("12.40", "3.10", "of: alfa"), ("10.20", "2.90", "of: beta")),
]
SHOULD_FLAG = [
    claim("12.5", "3.2", ALFA, BETA),
    claim("11.5", "2.2", ALFA, BETA),
    claim("10.0", "3.2", *OF_ARMS),
    claim("15.1", "3.2", *OF_ARMS),
]
SILENT = ["{kind: summary, statistic: mean, value: 11.5, sd: 3.2, total: 50}"]
MISSING = {claim("11.5", "3.2", ALFA, ("10.2", "2.9", "name: beta")): "the size of each group"}

GROUPS = st.lists(st.lists(st.floats(-20, 60), min_size=2, max_size=12), min_size=2, max_size=4)


@given(GROUPS, st.integers(0, 2))
def test_true_figures_are_never_flagged(verdict_of, groups, decimals):
    def shown(values):
        return [f"{of(values):.{decimals}f}" for of in (statistics.fmean, statistics.stdev)]

    everybody = shown([value for group in groups for value in group])
    each = [(*shown(group), f"total: {len(group)}") for group in groups]
    assert verdict_of(CHECK, claim(*everybody, *each)) == "consistent"
