import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.entries.number_formats import displayed


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (70, "0.0", "70.0"),
        (70, "General", "70"),
        (70.5, "General", "70.5"),
        (0.1, "0%", "10%"),
        (0.1234, "0.0%", "12.3%"),
        (18.181818181818183, "General", "18.1818181818182"),
        (18.181818181818183, "0.0", "18.2"),
        (2.5, "0", "3"),
        (1.005, "0.00", "1.01"),
        (-1.005, "0.00", "-1.01"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.5, "#.00", ".50"),
        (12.5, "0.##", "12.5"),
        (5, "0.0;-0.0;0", "5.0"),
        (-5, "0.0;-0.0;0", "-5.0"),
        (0, "0.0;-0.0;0", "0"),
        (-5, "0.0;(0.0)", "(5.0)"),
        (-0.04, "0.0", "0.0"),
        (0.0004, '[<0.001]"<0.001";0.000', "<0.001"),
        (0.0123, '[<0.001]"<0.001";0.000', "0.012"),
        (28, '"n="0', "n=28"),
        (12, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "12.00"),
        (12, "[Red]0.0", "12.0"),
        (3.5, '0.0 "%"', "3.5 %"),
        (3.5, r"0.0\%", "3.5%"),
        (0.00012, "0.0E+00", "1.2e-04"),
        (0, "0.0E+00", "0.0e+00"),
        (1500, "0,", "2"),
    ],
)
def test_what_a_cell_shows(value, code, shown):
    assert displayed(value, code) == shown


@pytest.mark.parametrize("code", ["# ?/?", "yyyy-mm-dd", "[h]:mm", "d/m", "@@", '0.0,,"M"', "0 0 0", "mmm-yy", "0.0,"])
def test_what_is_not_known_is_not_guessed(code):
    assert displayed(1.5, code) is None


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_plain_decimals_are_those_asked_for(value, digits):
    shown = displayed(value, "0." + "0" * digits if digits else "0")
    assert abs(float(shown) - value) <= 0.500001 * 10.0**-digits + 1e-6
    assert len(shown.partition(".")[2]) == digits
