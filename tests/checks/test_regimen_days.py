import pytest
from hypothesis import given
from hypothesis import strategies as st

CHECK = "regimen_days"
SHOULD_PASS = [
    "{kind: regimen, segments: [{first: 1, last: 1}, {first: 2, last: 2}, {first: 3, last: 14}], days: 14}",
    "{kind: regimen, segments: [{first: 1, last: 7}]}",
]
SHOULD_FLAG = [
    "{kind: regimen, segments: [{first: 1, last: 3}, {first: 3, last: 14}]}",
    "{kind: regimen, segments: [{first: 1, last: 1}, {first: 3, last: 14}]}",
    "{kind: regimen, segments: [{first: 2, last: 7}]}",
    "{kind: regimen, segments: [{first: 1, last: 7}], days: 14}",
    "{kind: regimen, segments: [{first: 1, last: 7}, {first: 8, last: 5}]}",
]
MISSING = {
    "{kind: regimen, segments: [], days: 7}": "the segments of the course",
}


@pytest.mark.parametrize(
    ("segments", "message"),
    [
        ("[{first: 1, last: 3}, {first: 3, last: 14}]", "the day after day 3 = 4, not 3; day 3 is in two segments"),
        ("[{first: 1, last: 3}, {first: 6, last: 14}]", "the day after day 3 = 4, not 6; days 4-5 are in no segment"),
    ],
)
def test_names_the_days(findings_of, segments, message):
    assert findings_of(CHECK, f"{{kind: regimen, segments: {segments}}}")[-1].message == message


@given(st.lists(st.integers(1, 20), min_size=1, max_size=5))
def test_segments_in_order_hold(verdict_of, lengths):
    ends = [sum(lengths[: i + 1]) for i in range(len(lengths))]
    parts = [f"{{first: {end - length + 1}, last: {end}}}" for length, end in zip(lengths, ends, strict=True)]
    assert verdict_of(CHECK, f"{{kind: regimen, segments: [{', '.join(parts)}], days: {ends[-1]}}}") == "consistent"
