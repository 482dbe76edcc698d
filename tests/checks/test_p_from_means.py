import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

CHECK = "p_from_means"
POPULATIONS = "{alfa: 30, beta: 28}"


def claim(one, other, p, rest=", test: t"):
    def group(figures):
        mean, spread, size = figures
        label = spread if ":" in spread else f"sd: '{spread}'"
        size = f", {'of' if size.isalpha() else 'total'}: {size}" if size else ""
        return f"{{mean: '{mean}', {label}{size}}}"

    return f"{{kind: mean-comparison, groups: [{group(one)}, {group(other)}], p: '{p}'{rest}}}"


A, B = ("12.4", "3.1", "30"), ("10.2", "2.9", "28")
# Altman and others 2000 (Statistics with Confidence, chapter 4): 146.4 and 140.4 mmHg, SD 18.5 and 16.8, 100 men each.
PUBLISHED = ("146.4", "18.5", "100"), ("140.4", "16.8", "100")

SHOULD_PASS = [
    claim(A, B, "0.007"),
    claim(A, B, "<0.01"),
    claim(A, B, "<0.05", ", test: welch"),
    claim(A, B, "0.004", ", test: t, tails: 1"),
    claim(*PUBLISHED, "0.02"),
    claim(("12.4", "se: 0.566", "30"), ("10.2", "se: 0.548", "28"), "0.007"),
    claim(("12.4", "spread: 0.566", "30"), ("10.2", "spread: 0.548", "28"), "0.007"),
    claim(("12.4", "spread: 3.1", "30"), ("10.2", "spread: 2.9", "28"), "0.007"),
    claim(("12.4", "3.1", "alfa"), ("10.2", "2.9", "beta"), "0.007"),
    claim(("5", "2", "10"), ("5", "2", "10"), "1.0"),
    claim(("5", "2", "10"), ("5", "2", "10"), ">0.05"),
    claim(("50", "0", "10"), ("60", "0", "10"), "<0.001"),
]
SHOULD_ASK = [
    claim(A, B, "0.07", ""),
    claim(A, B, "<0.001", ""),
    claim(A, B, "0.05", ", alpha: '0.1'"),
    # Skewed, as the SD is above half of the mean: tests of ranks may be far sharper.
    claim(("6.0", "8.0", "60"), ("4.5", "7.0", "60"), "<0.001", ""),
]
SHOULD_EXPLAIN = [
    claim(A, B, "0.0037"),
    claim(("12.40", "0.57", "30"), ("10.20", "0.55", "28"), "0.007"),
    claim(("12.40", "3.10", "alfa"), ("10.20", "2.90", "beta"), "0.03"),
]
SHOULD_FLAG = [
    # Too far for any test of these people, whatever it is.
    claim(A, B, "0.7", ""),
    claim(("12.1", "3.1", "30"), ("12.0", "2.9", "28"), "<0.001", ""),
    claim(A, B, "0.07"),
    claim(A, B, "0.03"),
    claim(A, B, ">0.05"),
    claim(A, B, "<0.001"),
    claim(("12.40", "3.10", "alfa"), ("10.20", "2.90", "beta"), "0.3"),
    claim(("12.40", "3.10", "alfa"), ("10.20", "2.90", "beta"), "0.0003"),
]
SILENT = [
    "{kind: mean-comparison, groups: [{mean: 12.4, sd: 3.1}, {mean: 10.2, sd: 2.9}], difference: 2.2}",
]
MISSING = {
    claim(A, ("10.2", "2.9", ""), "0.007"): "the size of group 2",
    claim(A, ("10.2", "2.9", "1"), "0.007"): "two values or more of group 2",
    claim(A, B, "0.007", ", test: other"): "the values of each person, which that test compares",
}


def test_a_changed_decision_is_grave(findings_of):
    [finding] = findings_of(CHECK, claim(A, B, "0.07"))
    assert finding.severity == "decision"


@pytest.mark.parametrize("equal", [True, False])
@given(st.lists(st.tuples(st.floats(1, 90), st.floats(0.2, 30), st.integers(3, 90)), min_size=2, max_size=2))
def test_a_true_p_is_never_flagged(verdict_of, equal, groups):
    one, other = groups
    p = stats.ttest_ind_from_stats(*one, *other, equal_var=equal).pvalue
    printed = [(f"{mean:.1f}", f"{sd:.1f}", str(size)) for mean, sd, size in groups]
    assume(not any(float(sd) == 0 for _, sd, _ in printed))
    shown = f"{p:.3f}" if p >= 0.001 else "<0.001"
    assert verdict_of(CHECK, claim(*printed, shown)) == "consistent"
