"""The degrees of freedom with which a printed p would hold, in words."""

import pytest

from checker.kinds import TestStatistic
from checker.model import Reported
from checker.reconstruct.fitting_df import hint


def said(statistic, value, p, df, df2=None, sides=2):
    claim = TestStatistic(
        id="p", statistic=statistic, value=Reported(value), p=Reported(p), df=Reported(df),
        df2=None if df2 is None else Reported(df2),
    )  # fmt: skip
    return hint(claim, statistic, sides)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (("F", "3.59", ".029", "1", "361"), "it would hold for F(2, 361)"),
        (("t", "2.20", ".045", "28"), "it would hold for t(14)"),
        (("chi2", "9.10", ".0106", "1"), "it would hold for chi2(2)"),
        (("r", ".42", ".0045", "28"), "it would hold for r(41) to r(43)"),
        # Of no number, of many, of one that is far, of corrected ones, of a p or a statistic without digits.
        (("t", "2.20", ".001", "28"), ""),
        (("t", "2.0", ".05", "20"), ""),
        (("F", "4.10", ".001", "2", "28"), ""),
        (("F", "4.45", ".0001", "1", "422"), ""),
        (("t", "0.15", ".902", "46"), ""),
        (("F", "1.757", "0.174", "1.713", "296.415"), ""),
        (("t", "2.20", "<.01", "28"), ""),
        (("t", "<1", ".04", "28"), ""),
        (("z", "2.20", ".04", "28"), ""),
    ],
)
def test_says(figures, expected):
    assert said(*figures) == expected


def test_one_side():
    assert said("t", "2.20", ".0225", "28", sides=1) == "it would hold for t(14)"
