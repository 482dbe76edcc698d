from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import coefficient


@given(st.floats(-3, 3), st.floats(0.01, 1))
def test_ratio_and_limits(estimate, error):
    estimate, error = round(estimate, 4), round(error, 4)
    [row] = coefficient(estimate, error).rows
    assert row[1:] == pytest.approx(tuple(exp(estimate + sign * 1.959964 * error) for sign in (-1, 1)), rel=1e-5)


def test_printed_limits_units_and_bases():
    assert coefficient("0.470", "0.180", printed="1.12 to 2.28").notes[0] == "1.12 to 2.28 is what wald gives."
    assert "exp(10 x 0.0296) = 1.344" in coefficient("0.0296", times=10).title
    assert "2^(0.5) = 1.414" in coefficient("0.5", base=2).title
    assert f"{0.5 * log(2):.4g}" in " ".join(coefficient("0.5", base=2).notes)
    assert coefficient("0.5").rows == ()


@pytest.mark.parametrize(
    ("figures", "options"),
    [(("x",), {}), ((1, -1), {}), ((1,), {"printed": "1 to 2"}), ((1, 1), {"base": 1}), ((1, 1), {"level": 5})],
)
def test_what_is_wrong(figures, options):
    with pytest.raises(ValueError, match=r"expected|error|base"):
        coefficient(*figures, **options)
