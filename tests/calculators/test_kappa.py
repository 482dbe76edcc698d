import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from checker.calc import kappa


def test_agrees_with_statsmodels():
    table = [[44, 5, 1], [7, 20, 3], [9, 5, 6]]
    rows = {row[0]: row for row in kappa("44,5,1", "7,20,3", "9,5,6").rows}
    for name, weights in {"none": None, "linear": "linear", "quadratic": "quadratic"}.items():
        expected = cohens_kappa(table, wt=weights)
        assert rows[name][1:5] == pytest.approx(
            (expected.kappa, expected.std_kappa, expected.kappa_low, expected.kappa_upp)
        )


def test_margins_bound_it():
    rows = {row[0]: row[1] for row in kappa("60,40", "55,45", margins=True, agreement="85%").rows}
    assert rows["agreement of 85%"] == pytest.approx((0.85 - 0.51) / 0.49)
    assert rows["most"] == pytest.approx((0.95 - 0.51) / 0.49)
    assert rows["least"] == pytest.approx((0.15 - 0.51) / 0.49)


@pytest.mark.parametrize(
    ("table", "options", "problem"),
    [
        (("1,2",), {}, "as many rows as columns"),
        (("5,0", "0,0"), {}, "one category only"),
        (("5,0", "5,0"), {"margins": True}, "one category only"),
        (("5,0",), {"margins": True}, "both raters' margins"),
        (("a,b", "1,2"), {}, "expected a number"),
    ],
)
def test_what_is_wrong(table, options, problem):
    with pytest.raises(ValueError, match=problem):
        kappa(*table, **options)
