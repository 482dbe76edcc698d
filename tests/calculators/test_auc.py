from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import auc


@given(st.integers(505, 995), st.integers(2, 500), st.integers(2, 500))
def test_hanley_and_mcneils_limits(thousandths, ill, well):
    area = thousandths / 1000
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    error = sqrt((area * (1 - area) + (ill - 1) * (q1 - area**2) + (well - 1) * (q2 - area**2)) / (ill * well))
    rows = {row[0]: row[1:] for row in auc(f"{area:.3f}", ill, well).rows}
    assert rows["hanley-mcneil"] == pytest.approx((area - 1.959964 * error, area + 1.959964 * error), abs=1e-6)


def test_printed_limits_and_bounds():
    assert "hanley-mcneil" in auc("0.893", 51, 58, printed="0.83 to 0.96").notes[0]
    rows = {row[0]: row[1:] for row in auc(sensitivity="90%", specificity="63%").rows}
    assert rows["that rises"] == pytest.approx((0.9 * 0.63, 1 - 0.1 * 0.37))
    assert rows["that is concave too"][0] == pytest.approx(0.765)
    assert len(auc(sensitivity="30%", specificity="50%").rows) == 1


@pytest.mark.parametrize("figures", [(), ("0.8",), ("1.2x", 3, 4), ("0.8", 0, 4)])
def test_what_is_wrong(figures):
    with pytest.raises(ValueError, match=r"expected|size"):
        auc(*figures)
