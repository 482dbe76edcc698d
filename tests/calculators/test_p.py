import pytest
from scipy import stats

from checker.calculators.p import p


def row(answer, name):
    return next(each for each in answer.rows if each[0] == name)


@pytest.mark.parametrize(
    ("figures", "name", "expected"),
    [
        (("t=2.2000000", "df=28"), "two-sided", 2 * stats.t.sf(2.2, 28)),
        (("t=2.2000000", "n1=12", "n2=18"), "one-sided", stats.t.sf(2.2, 28)),
        (("z=-1.9600000",), "two-sided", 2 * stats.norm.sf(1.96)),
        (("r=.40000000", "n=30"), "two-sided", stats.beta(14, 14, loc=-1, scale=2).sf(0.4) * 2),
        (("F=4.1000000", "df1=2", "df2=28"), "upper tail", stats.f.sf(4.1, 2, 28)),
        (("chi2=6.530000", "df=1"), "upper tail", stats.chi2.sf(6.53, 1)),
        (("wald=6.530000",), "upper tail", stats.chi2.sf(6.53, 1)),
        (("deviance=8.100000", "df=3"), "upper tail", stats.chi2.sf(8.1, 3)),
        (("H=7.2000000", "k=3"), "upper tail", stats.chi2.sf(7.2, 2)),
        (("Q=12.400000", "k=8"), "upper tail", stats.chi2.sf(12.4, 7)),
        (("rho=.5000000", "n=30"), "t with n - 2 df, two-sided", 2 * stats.t.sf(0.5 * (28 / 0.75) ** 0.5, 28)),
    ],
)
def test_every_statistic(figures, name, expected):
    _, low, high, *_ = row(p(*figures), name)
    assert low == pytest.approx(expected, rel=1e-4)
    assert high == pytest.approx(expected, rel=1e-4)


def test_ranks():
    found = p("U=23", "n1=8", "n2=12")
    assert row(found, "exact, two-sided")[1:] == pytest.approx((0.05738, 0.05738), rel=1e-3)
    tied = p("U=23.5", "n1=8", "n2=12", "ties=.1")
    assert [each[0] for each in tied.rows if each[0].startswith("exact")] == []
    assert tied.rows[0][1] < p("U=23.5", "n1=8", "n2=12").rows[0][1]
    assert row(p("W=23", "n=14"), "exact, two-sided")[1] == pytest.approx(0.06763, rel=1e-3)
    assert row(p("tau=.42", "n=10"), "exact, two-sided")[1] == pytest.approx(0.1083, rel=1e-3)


def test_printed_p_that_fits():
    found = p("t=2.20", "df=28", "p=.036")
    assert found.rows[0][3] is True
    assert found.notes == ("t(28) = 2.20 gives p 0.0358 to 0.0366, printed .036.",)


def test_printed_p_that_does_not_is_told_what_would():
    found = p("F=3.59", "df1=1", "df2=361", "p=.029")
    assert "With df2 = 361, a df1 of 2 fits." in found.notes
    assert [each[3] for each in found.rows] == [False, True]
    found = p("F=3.70", "df1=2", "df2=28", "p=.055")
    assert "Corrected for lack of sphericity it fits, with an epsilon of 0.7165 to 0.7338." in found.notes
    found = p("t=2.20", "df=28", "p=.045")
    assert found.notes[1:] == ("A df of 14 fits.", "t of 2.093 to 2.104 has that p.")
    assert p("t=0.20", "df=28", "p=.001").notes[1] == "No df up to 5000 fits."


def test_corrected_degrees_of_freedom_tell_those_they_are_from():
    assert "F(2, 50) by epsilon 0.839 to 0.841" in p("F=3.70", "df1=1.68", "df2=42.0").notes[1]
    assert p("F=3.70", "df1=1.68", "df2=1.2").notes[1].startswith("No whole degrees of freedom")


def test_back_from_p():
    found = p("p=.036", "df=28")
    assert row(found, "t(28)")[1] < stats.t.isf(0.018, 28) < row(found, "t(28)")[2]
    assert p("p=.036", "df1=2", "df2=28").rows[0][0] == "F(2, 28)"
    assert p("p=.001").rows[0][0] == "z"


@pytest.mark.parametrize(
    ("figures", "problem"),
    [
        (("t=2.20",), "t needs df"),
        (("F=2.20", "df1=2"), "F needs df2"),
        (("U=23", "n1=8"), "U needs n2"),
        (("t=2.20", "z=2.20"), "one statistic at a time"),
        (("df=28",), "a statistic is needed"),
        (("t=2.20", "df=-3"), "df must be above 0"),
        (("t=2.20", "df=28", "p=1.2"), "no p-value"),
        (("t=x", "df=28"), "expected a number"),
        (("s=2",), "'s' is not known"),
        (("r=1.3", "n=20"), "between -1 and 1"),
        (("U=300", "n1=8", "n2=12"), "U lies between 0 and 96"),
        (("chi2=-3", "df=2"), "cannot be negative"),
    ],
)
def test_wrong_figures(figures, problem):
    with pytest.raises(ValueError, match=problem):
        p(*figures)
