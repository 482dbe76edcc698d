import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import attributable


@given(st.integers(5, 900), st.integers(1, 99))
def test_fractions_by_their_definitions(hundredths, exposed):
    ratio, share = hundredths / 100, exposed / 100
    rows = {
        row[0]: row[1] for row in attributable(f"{ratio:.2f}", exposed=f"{exposed}%", exposed_cases=f"{exposed}%").rows
    }
    assert rows["of the exposed, (RR - 1)/RR"] == pytest.approx(100 * (ratio - 1) / ratio, abs=1e-9)
    assert rows["efficacy, 1 - RR"] == pytest.approx(100 - 100 * ratio, abs=1e-9)
    levin = share * (ratio - 1) / (1 + share * (ratio - 1))
    assert rows["of the population (Levin)"] == pytest.approx(100 * levin, abs=1e-9)
    assert rows["of the population (Miettinen)"] == pytest.approx(100 * share * (ratio - 1) / ratio, abs=1e-9)


def test_limits_are_in_order():
    for _, value, lower, upper in attributable("0.05", limits="0.024 to 0.10").rows:
        assert lower <= value <= upper


def test_fraction_of_counts_is_levins():
    rows = {
        row[0]: row[1:] for row in attributable(3, exposed="33.3333333%", cases="30/100", other_cases="20/200").rows
    }
    value, lower, upper = rows["of the population (counts)"]
    assert value == pytest.approx(rows["of the population (Levin)"][0], abs=1e-4)
    assert lower < value < upper
    with pytest.raises(ValueError, match="without cases"):
        attributable(3, cases="30/100", other_cases="0/200")
    with pytest.raises(ValueError, match="expected a count"):
        attributable(3, cases="30/100")


def test_what_is_no_ratio():
    with pytest.raises(ValueError, match="above 0"):
        attributable("-1")
