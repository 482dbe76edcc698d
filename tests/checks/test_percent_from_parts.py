from hypothesis import given
from hypothesis import strategies as st

ARMS = "[{percent: 43.3, total: 30}, {percent: 20, total: 25}]"
POPULATIONS = "{all: 55}"
SHOULD_PASS = [
    f"{{kind: partition, whole: 55, percent: 32.7, parts: {ARMS}}}",
    f"{{kind: partition, of: all, percent: '33', parts: {ARMS}}}",
]
SHOULD_FLAG = [
    f"{{kind: partition, whole: 55, percent: 22, parts: {ARMS}}}",
    "{kind: partition, whole: 20, percent: 50, parts: [{count: 5}, {count: 6}]}",
]
MISSING = {
    f"{{kind: partition, percent: 22, parts: {ARMS}}}": "the whole",
    "{kind: partition, whole: 55, percent: 22, parts: [{percent: 41.7, total: 14}]}": "a count that makes 41.7% of 14",
}


@given(st.integers(1, 90), st.integers(1, 90), st.data())
def test_rounded_percentages_of_true_counts_are_never_flagged(verdict_of, first, second, data):
    a, b = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    arms = [f"{{percent: '{100 * k / n:.1f}', total: {n}}}" for k, n in ((a, first), (b, second))]
    overall = 100 * (a + b) / (first + second)
    claim = f"{{kind: partition, whole: {first + second}, percent: '{overall:.1f}', parts: [{', '.join(arms)}]}}"
    assert verdict_of("percent_from_parts", claim) == "consistent"
