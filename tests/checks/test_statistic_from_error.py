from hypothesis import given
from hypothesis import strategies as st

CHECK = "statistic_from_error"
CLAIM = "{kind: coefficient, estimate: '%s', error: '%s', statistic: %s, value: '%s'}"
SHOULD_PASS = [
    CLAIM % ("7.96", "3.59", "t", "2.22"),
    CLAIM % ("-29.24", "3.58", "t", "-8.16"),
    CLAIM % ("-0.01", "0.41", "z", "-0.02"),
    CLAIM % ("0.50", "0.25", "chi2", "4.00"),
    CLAIM % ("-0.5", "0.3", "chi2", "3.1"),
]
SHOULD_EXPLAIN = [
    CLAIM % ("7.96", "3.59", "t", "-2.22"),
    CLAIM % ("-7.96", "3.59", "t", "2.22"),
    CLAIM % ("0.50", "0.10", "z", "25.0"),
    CLAIM % ("0.50", "0.10", "chi2", "5.00"),
]
SHOULD_FLAG = [
    CLAIM % ("7.96", "3.59", "t", "2.62"),
    CLAIM % ("0.50", "0.25", "chi2", "9.00"),
]
SILENT = ["{kind: coefficient, estimate: 1.0, error: 0.5}"]
MISSING = {
    CLAIM % ("7.96", "-1.00", "t", "2.22"): "a standard error above 0",
    CLAIM % ("7.96", "<0.01", "t", "2.22"): "an estimate and an error printed without < or >",
}


@given(st.floats(-50, 50), st.floats(0.02, 20), st.integers(2, 4), st.sampled_from(["t", "z", "chi2"]))
def test_a_rounded_statistic_is_never_flagged(verdict_of, estimate, error, decimals, statistic):
    value = estimate / error
    printed = value * value if statistic == "chi2" else value
    claim = CLAIM % (f"{estimate:.{decimals}f}", f"{error:.{decimals}f}", statistic, f"{printed:.2f}")
    assert verdict_of(CHECK, claim) == "consistent"
