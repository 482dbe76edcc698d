import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import change


@given(st.integers(2, 10_000), st.integers(1, 10_000), st.floats(-0.499, 0.499), st.floats(-0.499, 0.499))
def test_whatever_was_rounded_lies_between_least_and_most(before, after, a, b):
    rows = {row[0]: row[1:] for row in change(before, after).rows}
    one, two = before + a, after + b
    for name, true in {"difference": two - one, "percent": 100 * (two - one) / one, "fold": two / one}.items():
        value, least, most = rows[name]
        assert least - 1e-9 <= value <= most + 1e-9
        assert least - 1e-9 <= true <= most + 1e-9


def test_what_has_no_logarithm_or_no_bounds():
    assert "ln fold" not in {row[0] for row in change("-3", "6").rows}
    assert {row[0]: row[2:] for row in change("0.4", "6").rows}["percent"][0] is not None
    assert {row[0]: row[2:] for row in change("0.4e1", "6").rows}
    assert next(row for row in change("0.04", "6").rows if row[0] == "fold")[1] == 150


def test_change_from_0():
    with pytest.raises(ValueError, match="no relative change"):
        change("0", "3")
