import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from checker.calc import risk_difference
from checker.calculators.risk_difference import needed

SOME = st.integers(1, 300)


@given(SOME, SOME, SOME, SOME)
def test_agrees_with_statsmodels(a, b, c, d):
    rows = {row[0]: row[1:] for row in risk_difference(f"{a}/{a + b}", f"{c}/{c + d}").rows}
    for name, method in {"wald": "wald", "newcombe": "newcomb", "agresti-caffo": "agresti-caffo"}.items():
        expected = confint_proportions_2indep(a, a + b, c, c + d, method=method, compare="diff")
        assert rows[name][:2] == pytest.approx([100 * each for each in expected], abs=1e-6)


@given(SOME, SOME, SOME, SOME)
def test_numbers_needed_are_one_over_the_limits(a, b, c, d):
    for _, lower, upper, text in risk_difference(f"{a}/{a + b}", f"{c}/{c + d}").rows:
        ends = [float(each) for each in re.findall(r"[\d.]+(?:e[+-]\d+)?", text)]
        reductions = sorted(abs(each) for each in (max(lower, -100), min(upper, 100)))
        assert ("∞" in text) == (lower <= 0 <= upper)
        assert sorted(ends) == pytest.approx(sorted(100 / each for each in reductions if each), rel=1e-3)


def test_numbers_needed_in_words():
    assert risk_difference("12/120", "24/118").title.endswith("NNTB 9.672")
    assert risk_difference("24/118", "12/120").title.endswith("NNTH 9.672")
    assert risk_difference("5/10", "5/10").title.endswith("no number needed")
    assert needed(0.0, 0.0) == "∞"
    assert needed(0.0, 0.1) == "NNTB 10 to ∞"


def test_what_is_no_group():
    with pytest.raises(ValueError, match="no proportion of 0"):
        risk_difference("0/0", "3/9")
