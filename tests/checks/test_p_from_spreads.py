import pytest
from hypothesis import given
from hypothesis import strategies as st

CHECK = "p_from_spreads"


def claim(one, other, people, p, paired=False, label="sd"):
    groups = ", ".join(f"{{mean: '{mean}', {label}: '{spread}'}}" for mean, spread in (one, other))
    rest = ", paired: true" if paired else ""
    return f"{{kind: mean-contrast, groups: [{groups}], people: [{people}], p: '{p}'{rest}}}"


A, B = ("12.4", "3.1"), ("10.2", "2.9")
SHOULD_PASS = [
    claim(A, B, "58", "0.007"),
    claim(B, A, "58", "0.007"),
    claim(A, B, "30, 28", "<0.01"),
    claim(A, B, "58", "<0.01", label="spread"),
    claim(("12.4", "0.57"), ("10.2", "0.55"), "58", "0.007", label="se"),
    claim(("12.4", "0.57"), ("10.2", "0.55"), "58", "0.007", label="spread"),
    claim(A, B, "16", "0.03", paired=True),
    claim(A, B, "16", "<0.001", paired=True),
    claim(("94", "2"), ("104", "3"), "12", "<0.05", paired=True, label="spread"),
]
SHOULD_EXPLAIN = [
    # Of ranks or adjusted, of fewer people, the level that it is below, SD for SE.
    claim(A, B, "58", "<0.001"),
    claim(A, B, "58", "0.2"),
    claim(("22.4", "3.1"), B, "58", "0.001"),
    claim(("12.40", "0.57"), ("10.20", "0.55"), "58", "0.007"),
    claim(A, B, "16", "0.15", paired=True),
]
SHOULD_FLAG = [
    claim(A, ("12.3", "2.9"), "58", "<0.001"),
    claim(("32.4", "3.1"), B, "30, 28", "0.4"),
    claim(("12.4", "3.1"), ("12.3", "9.0"), "16", "<0.001", paired=True),
    claim(("94", "2"), ("104", "3"), "40", "0.6", paired=True, label="spread"),
]
SILENT: list[str] = []
MISSING: dict[str, str] = {}


@given(st.floats(0, 20), st.floats(0.5, 5), st.floats(0.5, 5), st.integers(5, 60))
def test_the_p_of_even_groups_is_never_flagged(mean, sd, other, size):
    from scipy import stats

    from checker import claimfile, run

    one, two = (f"{mean:.1f}", f"{sd:.1f}"), ("10.0", f"{other:.1f}")
    p = stats.ttest_ind_from_stats(float(one[0]), float(one[1]), size, 10.0, float(two[1]), size).pvalue
    text = claim(one, two, 2 * size, f"{p:.3f}" if p >= 0.001 else "<0.001")
    head = "document: {title: test}\nclaims:\n- "
    [finding] = run.verify(claimfile.loads((head + text.replace("{", "{id: it, ", 1)).encode()), frozenset({CHECK}))
    assert str(finding.verdict) in ("consistent", "explained")


@pytest.mark.parametrize(("label", "sign"), [("sd", "SD 3.1"), ("se", "SE 3.1"), ("spread", "± 3.1")])
def test_says_of_whom(findings_of, label, sign):
    message = findings_of(CHECK, claim(A, ("12.4", "2.9"), "58", "<0.0001", label=label))[0].message
    assert f"t test of 12.4 ({sign}) and 12.4" in message
    assert "58 people in all" in message
