import pytest
from scipy import stats

from checker.calculators.t_test import t_test


def test_as_scipy():
    answer = t_test("12.4/3.1/30", "10.2/2.9/28")
    for row, equal in zip(answer.rows, (True, False), strict=False):
        found = stats.ttest_ind_from_stats(12.4, 3.1, 30, 10.2, 2.9, 28, equal_var=equal)
        assert row[1] == pytest.approx(found.statistic)
        assert row[3] < found.pvalue < row[4]


def test_standard_errors():
    given = t_test("12.4/se0.566/30", "10.2/se0.548/28")
    assert given.rows[0][1] == pytest.approx(t_test("12.4/3.1/30", "10.2/2.9/28").rows[0][1], abs=0.005)


def test_an_sd_that_must_be_an_se():
    answer = t_test("12.4/0.57/30", "10.2/0.55/28", printed="0.007")
    assert answer.notes[1] == "It fits only where what is given as an SD is an SE, or the reverse."
    assert [row[-1] for row in answer.rows] == [False] * 3 + [True] * 3
    assert t_test("12.4/3.1/30", "10.2/2.9/28", printed="0.5").notes[0] == "The printed p fits none of these."


def test_one_side_and_level():
    both, one = t_test("12.4/3.1/30", "10.2/2.9/28"), t_test("12.4/3.1/30", "10.2/2.9/28", one_sided=True, level=90)
    assert one.rows[0][3] == pytest.approx(both.rows[0][3] / 2)
    assert one.rows[0][5] > both.rows[0][5]
