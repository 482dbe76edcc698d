import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import Table2x2

from checker.calc import risk_ratio

SOME = st.integers(1, 300)


@given(SOME, SOME, SOME, SOME)
def test_agrees_with_statsmodels(a, b, c, d):
    answer = risk_ratio(f"{a}/{a + b}", f"{c}/{c + d}")
    rows = {row[0]: row[1:] for row in answer.rows}
    assert rows["katz-log"] == pytest.approx(Table2x2([[a, b], [c, d]]).riskratio_confint())
    ratio = float(answer.title.partition(" = ")[2].partition(",")[0])
    assert ratio == pytest.approx(a * (c + d) / (a + b) / c, rel=1e-3)


def test_what_is_no_group():
    with pytest.raises(ValueError, match="expected a count"):
        risk_ratio("5", "3/9")
