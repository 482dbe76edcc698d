import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from checker.calc import diagnostic

SOME = st.integers(1, 500)


@given(SOME, SOME, SOME, SOME)
def test_agrees_with_statsmodels(tp, fp, fn, tn):
    rows = {(row[0], row[2]): row for row in diagnostic(tp, fp, fn, tn).rows}
    for name, count, total in (("sensitivity (%)", tp, tp + fn), ("npv (%)", tn, tn + fn)):
        expected = proportion_confint(count, total, method="wilson")
        assert rows[name, "wilson"][3:] == pytest.approx([100 * each for each in expected], abs=1e-6)
        assert rows[name, "wilson"][1] == pytest.approx(100 * count / total)


def test_one_measure_and_its_printed_limits():
    answer = diagnostic(231, 32, 27, 54, measure="Sensitivity", printed="85.1% to 93.0%")
    assert answer.notes == ("85.1% to 93.0% is what clopper-pearson gives.",)
    assert diagnostic(231, 32, 27, 54, measure="mcc").rows == ()


def test_predictive_values_at_a_prevalence():
    rows = {row[0]: row for row in diagnostic(231, 32, 27, 54, prevalence="25%").rows}
    assert rows["ppv at 25% (%)"][1] == pytest.approx(44.5, abs=0.5)
    low, high = rows["npv at 25% (%)"][3:]
    assert low < rows["npv at 25% (%)"][1] < high
    assert {row[0]: row for row in diagnostic(20, 0, 3, 30, prevalence=0.1).rows}["ppv at 10% (%)"][2] is None


def test_nobody_without_the_condition():
    answer = diagnostic(5, 0, 3, 0)
    assert answer.notes == ()
    assert next(row for row in answer.rows if row[0] == "specificity (%)")[2:] == (None, None, None)


@pytest.mark.parametrize(
    ("given_", "problem"),
    [
        ({"measure": "auc"}, "no measure"),
        ({"printed": "1 to 2"}, "which measure"),
        ({"measure": "lr+", "printed": "x"}, "two limits"),
        ({"prevalence": "many"}, "expected a number"),
    ],
)
def test_what_is_wrong(given_, problem):
    with pytest.raises(ValueError, match=problem):
        diagnostic(5, 4, 3, 2, **given_)
    with pytest.raises(ValueError, match="no counts"):
        diagnostic(-5, 4, 3, 2)
    with pytest.raises(ValueError, match="need a sensitivity"):
        diagnostic(5, 0, 3, 0, prevalence=0.1)
