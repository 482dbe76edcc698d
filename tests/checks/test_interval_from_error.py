from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

CHECK = "interval_from_error"
CLAIM = "{kind: coefficient, estimate: '%s', error: '%s', lower: '%s', upper: '%s'%s}"
SHOULD_PASS = [
    CLAIM % ("7.96", "3.59", "0.92", "15.00", ""),
    CLAIM % ("7.96", "3.59", "2.05", "13.87", ", level: 90"),
    CLAIM % ("7.96", "3.59", "0.46", "15.46", ", df: 20"),
]
SHOULD_EXPLAIN = [
    CLAIM % ("7.96", "3.59", "0.47", "15.45", ""),
    CLAIM % ("7.96", "3.59", "4.37", "11.55", ""),
    # t with 340 degrees of freedom.
    CLAIM % ("51.55", "3.83", "44.02", "59.09", ""),
]
SHOULD_FLAG = [
    CLAIM % ("7.96", "3.59", "2.92", "17.00", ""),
    CLAIM % ("7.96", "3.59", "0.92", "16.00", ""),
]
SILENT = ["{kind: coefficient, estimate: 7.96, error: 3.59, value: 2.22}"]
MISSING = {
    CLAIM % ("7.96", "-1.00", "1", "2", ""): "a standard error above 0",
    CLAIM % ("<7.96", "1", "1", "2", ""): "an estimate and an error printed without < or >",
}


@given(st.floats(-50, 50), st.floats(0.02, 20), st.integers(3, 500), st.integers(2, 4), st.booleans())
def test_rounded_limits_are_never_flagged(verdict_of, estimate, error, df, decimals, known):
    quantile = stats.t.ppf(0.975, df) if known else stats.norm.ppf(0.975)
    lower, upper = estimate - quantile * error, estimate + quantile * error
    figures = (f"{figure:.{decimals}f}" for figure in (estimate, error, lower, upper))
    claim = CLAIM % (*figures, f", df: {df}" if known else "")
    assert verdict_of(CHECK, claim) == "consistent"
