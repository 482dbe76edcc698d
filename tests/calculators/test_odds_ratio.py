import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, fisher_exact
from statsmodels.stats.contingency_tables import Table2x2

from checker.calc import odds_ratio

SOME = st.integers(1, 300)


def test_names_the_method_of_printed_limits():
    answer = odds_ratio("23/106", "33/239", printed="0.96 to 3.12")
    assert answer.notes[0] == "0.96 to 3.12 is what woolf-logit gives."
    p = chi2_contingency([[23, 83], [33, 206]], correction=False).pvalue
    assert f"pearson {p:.4g}" in answer.notes[2]
    assert f"fisher {fisher_exact([[23, 83], [33, 206]]).pvalue:.4g}" in answer.notes[2]


@given(SOME, SOME, SOME, SOME)
def test_agrees_with_statsmodels(a, b, c, d):
    rows = {row[0]: row[1:] for row in odds_ratio(f"{a}/{a + b}", f"{c}/{c + d}").rows}
    assert rows["woolf-logit"] == pytest.approx(Table2x2([[a, b], [c, d]]).oddsratio_confint())


def test_a_group_without_events_has_no_ratio_but_limits():
    answer = odds_ratio("5/10", "0/12")
    assert "undefined" in answer.title
    assert "woolf-logit" not in {row[0] for row in answer.rows}
    assert "with 1/2 added to every cell" in answer.notes[0]


@pytest.mark.parametrize(("one", "other"), [("5", "3/9"), ("5/4", "3/9"), ("5/9", "x")])
def test_what_is_no_group(one, other):
    with pytest.raises(ValueError, match=r"expected a count|above the total"):
        odds_ratio(one, other)
