import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics import contingency

CHECK = "p_from_percentages"


def claim(one, other, people, p):
    return f"{{kind: percent-contrast, percents: ['{one}', '{other}'], people: [{people}], p: '{p}'}}"


SHOULD_PASS = [
    claim("45", "30", "120", "0.09"),
    claim("30", "45", "120", "0.09"),
    claim("45", "30", "62, 58", "0.10"),
    claim("45", "30", "120", ">0.05"),
    claim("50", "50", "20", "1.0"),
]
SHOULD_EXPLAIN = [
    # Of fewer people, of unequal groups, or near it.
    claim("45", "30", "120", "0.3"),
    claim("45", "30", "120", "0.04"),
    # The level that it is below.
    claim("90", "30", "120", "0.001"),
]
SHOULD_FLAG = [
    # All of them together are too few.
    claim("45", "30", "120", "0.001"),
    claim("45", "44", "120", "<0.05"),
    claim("30", "32", "62, 58", "<0.05"),
    # Two fifths of each group are too many.
    claim("90", "10", "200, 210", "0.2"),
]
SILENT: list[str] = []
MISSING: dict[str, str] = {}


@given(st.integers(5, 80), st.data())
def test_the_p_of_even_groups_is_never_flagged(size, data):
    counts = [data.draw(st.integers(0, size)) for _ in range(2)]
    p = contingency.TWO_BY_TWO["pearson"].p_value(tuple((k, size - k) for k in counts))
    if p is None:
        return
    from checker import claimfile, run

    text = claim(*(f"{100 * k / size:.1f}" for k in counts), 2 * size, f"{p:.3f}" if p >= 0.001 else "<0.001")
    head = "document: {title: test}\nclaims:\n- "
    [finding] = run.verify(claimfile.loads((head + text.replace("{", "{id: it, ", 1)).encode()), frozenset({CHECK}))
    assert str(finding.verdict) in ("consistent", "explained")


def test_says_of_whom(findings_of):
    message = findings_of(CHECK, claim("45", "30", "120", "0.001"))[0].message
    assert message.startswith("Pearson chi-squared of 45% and 30% of 120 people in all gives p 0.07")
    message = findings_of(CHECK, claim("45", "30", "62, 58", "0.001"))[0].message
    assert "groups of 62 and 58" in message


@pytest.mark.parametrize("people", ["2", "1"])
def test_few_people(verdict_of, people):
    assert verdict_of(CHECK, claim("60", "40", people, "0.9")) in ("consistent", "explained")
