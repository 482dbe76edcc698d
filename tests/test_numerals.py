import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.numerals import number_of_words, parse


@pytest.mark.parametrize(
    ("literal", "value", "decimals"),
    [
        ("70.0", 70.0, 1),
        ("0·05", 0.05, 2),
        (".05", 0.05, 2),
        ("1,024", 1024.0, 0),
        ("1\u2009024", 1024.0, 0),
        ("1\u00a0024\u202f567", 1024567.0, 0),
        ("\u22123.2", -3.2, 1),
        ("\u20133.2", -3.2, 1),
        ("22%", 22.0, 0),
        ("22 %", 22.0, 0),
        ("37 percent", 37.0, 0),
        ("Twenty-one", 21.0, 0),
        ("one hundred and five", 105.0, 0),
        ("two thousand three hundred", 2300.0, 0),
        ("none", 0.0, 0),
        ("10^-4", 1e-4, 0),
        ("10⁻⁴", 1e-4, 0),
        ("1.8e-06", 1.8e-6, 1),
        ("3.0 × 10⁷", 3e7, 1),
    ],
)
def test_reads_a_printed_number(literal, value, decimals):
    numeral = parse(literal)
    assert (numeral.value, numeral.decimals) == (value, decimals)


@pytest.mark.parametrize(
    ("literal", "comparator"), [("<0.001", "<"), ("≤ 5", "≤"), (">=5", "≥"), ("~40", "~"), ("= .05", "="), ("5", "=")]
)
def test_reads_a_comparator(literal, comparator):
    assert parse(literal).comparator == comparator


@pytest.mark.parametrize(
    "literal", ["", "abc", "1 2", "12-13", "1,02", "5.", "1.2.3", "twenty hundreds and", "nan", "inf", "9" * 200, "٣"]
)
def test_refuses_what_is_not_one_number(literal):
    with pytest.raises(ValueError, match="expected a printed number"):
        parse(literal)


@given(st.integers(0, 10**9))
def test_grouping_never_changes_a_number(value):
    assert parse(f"{value:,}").value == value
    assert parse(f"{value:,}".replace(",", "\u2009")).value == value


@given(st.decimals(-1000, 1000, places=3))
def test_keeps_every_digit(value):
    numeral = parse(str(value))
    assert numeral.value == float(value)
    assert numeral.decimals == 3


@pytest.mark.parametrize("words", ["many", "twenty ten", "and one", "hundred", "five twenty"])
def test_words_that_spell_no_number(words):
    assert number_of_words(words) is None
