from hypothesis import given
from hypothesis import strategies as st

CHECK = "difference_of_figures"
SHOULD_PASS = [
    "{kind: change, before: 45, after: 60, change: 15}",
    "{kind: change, before: 60, after: 45, change: 15}",
    "{kind: change, before: 60, after: 45, change: '-15'}",
    "{kind: change, before: 32.0, after: 66.7, change: 34.7}",
    "{kind: change, before: 45.0%, after: 60.0%, change: 33%, unit: percent}",
    "{kind: change, before: 60.0, after: 45.0, change: 25, unit: percent}",
    "{kind: change, before: 2.0, after: 5.0, change: 2.5, unit: ratio}",
    "{kind: change, before: '-3.1', after: 1.4, change: 4.5}",
    "{kind: change, before: 0.4, after: 3, change: 7, unit: ratio}",
]
SHOULD_EXPLAIN = [
    "{kind: change, before: 45.0, after: 60.0, change: 33}",
    "{kind: change, before: 45.0, after: 60.0, change: '15.0', unit: percent}",
    "{kind: change, before: 45.0, after: 60.0, change: 25, unit: percent}",
    "{kind: change, before: 45.0, after: 60.0, change: '-15.0'}",
    "{kind: change, before: 5.0, after: 2.0, change: 2.5, unit: ratio}",
]
SHOULD_FLAG = [
    "{kind: change, before: 32.0, after: 66.7, change: 38.7}",
    "{kind: change, before: 2.0, after: 5.0, change: 3.5, unit: ratio}",
    "{kind: change, before: 45.0, after: 60.0, change: 45, unit: percent}",
    "{kind: change, before: 45.0, after: 60.0, change: 16.2}",
]
MISSING = {
    "{kind: change, before: <5, after: 60, change: 15}": "two figures printed without < or >",
    "{kind: change, before: '0', after: 60, change: 15, unit: percent}": "a first figure other than 0",
}


def test_shows_the_arithmetic(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.message == "66.7 - 32.0 gives 34.60 to 34.80, not 38.7"


@given(
    st.floats(1, 500), st.floats(1, 500), st.integers(0, 2), st.integers(0, 2),
    st.sampled_from(["difference", "percent", "ratio"]),
)  # fmt: skip
def test_a_rounded_change_is_never_flagged(verdict_of, a, b, decimals, places, unit):
    true = {"difference": b - a, "percent": 100 * (b - a) / a, "ratio": b / a}[unit]
    printed = f"before: '{a:.{decimals}f}', after: '{b:.{decimals}f}', change: '{true:.{places}f}'"
    assert verdict_of(CHECK, f"{{kind: change, {printed}, unit: {unit}}}") == "consistent"
