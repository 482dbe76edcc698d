from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

CHECK = "percentages_of_partition"


def partition(percentages, **flags):
    parts = ", ".join(f"{{percent: '{percent}'}}" for percent in percentages)
    more = "".join(f", {key}: {str(value).lower()}" for key, value in flags.items())
    return f"{{kind: partition, percentages: true, parts: [{parts}]{more}}}"


SHOULD_PASS = [
    partition(["53.1", "46.9"]),
    partition(["38.5", "16.7", "44.8"]),
    partition(["33", "33", "33"]),
    partition(["53.1%", "46.9%"]),
    partition(["33.3", "33.3"], complete=False),
    partition(["60", "70"], exclusive=False),
    partition(["60", "20"], exclusive=False, complete=False),
    partition(["99", "<1", "0.4"]),
]
SHOULD_EXPLAIN = [partition(["33.3", "33.3", "33.2"])]
SHOULD_FLAG = [
    partition(["56.8", "42.2"]),
    partition(["60", "50"]),
    partition(["60", "50"], complete=False),
    partition(["60", "30"], exclusive=False),
    partition(["60", "130"], exclusive=False),
    partition(["60", "130"], exclusive=False, complete=False),
]
MISSING = {
    "{kind: partition, percentages: true, parts: [{percent: 4}, {count: 3}]}": "the percentage of every part",
}
SILENT = [
    "{kind: partition, whole: 9, parts: [{count: 4}, {count: 5}]}",
]


def test_shows_the_sum(findings_of):
    [finding] = findings_of(CHECK, partition(["56.8", "34.2"]))
    assert finding.message == ("56.8% + 34.2% gives 90.9 to 91.1% (sum), not 100%; the printed percentages make 91.0%")


def rounded(counts, decimals):
    total = sum(counts)
    scale = 10**decimals
    return [f"{Fraction(round(Fraction(100 * scale * count, total)), scale) + 0.0:.{decimals}f}" for count in counts]


counts = st.lists(st.integers(1, 500), min_size=2, max_size=7)


@given(counts, st.integers(0, 2))
def test_rounded_percentages_of_a_partition_are_never_flagged(verdict_of, counts, decimals):
    assert verdict_of(CHECK, partition(rounded(counts, decimals))) == "consistent"


@given(counts, st.sampled_from([1, 2]), st.sampled_from([-1, 1]))
def test_a_change_beyond_every_rounding_is_always_flagged(verdict_of, counts, decimals, sign):
    changed = rounded(counts, decimals)
    units = 2 * len(counts) + 3
    changed[0] = f"{float(changed[0]) + sign * units * 10**-decimals:.{decimals}f}"
    assert verdict_of(CHECK, partition(changed)) == "discrepant"
