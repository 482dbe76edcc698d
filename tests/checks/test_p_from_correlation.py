from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

CHECK = "p_from_correlation"


def claim(value, people, p):
    return f"{{kind: open-correlation, value: '{value}', people: [{people}], p: '{p}'}}"


SHOULD_PASS = [
    claim("-.22", "692", "<.001"),
    claim("0.34", "30, 58", "0.01"),
    claim("0.34", "58", "0.01"),
    claim("1.0", "20", "<0.001"),
]
SHOULD_EXPLAIN = [
    # Of fewer pairs, of two of each, of one side, the level that it is below.
    claim("0.34", "58", "0.10"),
    claim("0.34", "58", "0.0003"),
    claim("0.34", "58", "0.005"),
    claim("0.80", "58", "0.01"),
]
SHOULD_FLAG = [
    claim("0.22", "40", "<.001"),
    claim("0.02", "692", "0.01"),
    claim("0.90", "692", "0.30"),
]
SILENT = [claim("5.36", "40", "0.01")]
MISSING: dict[str, str] = {}


@given(st.integers(5, 400), st.floats(-0.98, 0.98))
def test_the_p_of_all_pairs_is_never_flagged(size, value):
    from checker import claimfile, run

    t = value * ((size - 2) / (1 - value**2)) ** 0.5
    p = 2 * stats.t.sf(abs(t), size - 2)
    text = claim(f"{value:.2f}", size, f"{p:.3f}" if p >= 0.001 else "<0.001")
    head = "document: {title: test}\nclaims:\n- "
    [finding] = run.verify(claimfile.loads((head + text.replace("{", "{id: it, ", 1)).encode()), frozenset({CHECK}))
    assert str(finding.verdict) in ("consistent", "explained")
