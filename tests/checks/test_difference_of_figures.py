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
    "{kind: change, before: 45.0, after: 60.0, change: 33, unit: either}",
    "{kind: change, before: 45.0, after: 60.0, change: 15, unit: either}",
    "{kind: change, before: '0', after: 15, change: 15, unit: either}",
    "{kind: change, before: 8.4, after: 8.1, change: -0.3, estimated: true}",
]
SHOULD_EXPLAIN = [
    "{kind: change, before: 45.0, after: 60.0, change: 33}",
    "{kind: change, before: 45.0, after: 60.0, change: '15.0', unit: percent}",
    "{kind: change, before: 45.0, after: 60.0, change: 25, unit: percent}",
    "{kind: change, before: 45.0, after: 60.0, change: '-15.0'}",
    "{kind: change, before: 5.0, after: 2.0, change: 2.5, unit: ratio}",
    "{kind: change, before: 2.0, after: 5.0, change: 1.5, unit: ratio}",
    "{kind: change, before: 45.0, after: 60.0, change: 25, unit: either}",
    "{kind: change, before: 8.4, after: 8.1, change: -0.5, estimated: true}",
    "{kind: change, before: 200, after: 150, change: -35, unit: percent, estimated: true}",
    "{kind: change, before: 45.0, after: 60.0, change: 13.8, estimated: true, lower: 5.0, upper: 23.0}",
]
SHOULD_FLAG = [
    "{kind: change, before: 32.0, after: 66.7, change: 38.7}",
    "{kind: change, before: 2.0, after: 5.0, change: 3.5, unit: ratio}",
    "{kind: change, before: 45.0, after: 60.0, change: 45, unit: percent}",
    "{kind: change, before: 45.0, after: 60.0, change: 16.2}",
    "{kind: change, before: 45.0, after: 60.0, change: 45, unit: either}",
    "{kind: change, before: 8.4, after: 8.1, change: -1.4, estimated: true}",
    "{kind: change, before: 200, after: 150, change: -52, unit: percent, estimated: true}",
    "{kind: change, before: 4.0, after: 8.0, change: 9.0, unit: ratio, estimated: true}",
    "{kind: change, before: 45.0, after: 80.0, change: 13.8, estimated: true, lower: 5.0, upper: 23.0}",
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
    st.sampled_from(["difference", "percent", "ratio", "either"]), st.booleans(),
)  # fmt: skip
def test_a_rounded_change_is_never_flagged(verdict_of, a, b, decimals, places, unit, estimated):
    true = {"difference": b - a, "percent": 100 * (b - a) / a, "ratio": b / a, "either": b - a}[unit]
    printed = f"before: '{a:.{decimals}f}', after: '{b:.{decimals}f}', change: '{true:.{places}f}'"
    printed += f", estimated: {str(estimated).lower()}"
    assert verdict_of(CHECK, f"{{kind: change, {printed}, unit: {unit}}}") == "consistent"
