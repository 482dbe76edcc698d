import pytest

from checker.calculators.effect_size import effect_size


def values(answer, measure):
    return [each[1:3] for each in answer.rows if each[0] == measure]


@pytest.mark.parametrize(
    ("figures", "measure", "expected"),
    [
        (("t=2.200000", "n1=10", "n2=20"), "d", 2.2 * (1 / 10 + 1 / 20) ** 0.5),
        (("F=4.100000", "df1=2", "df2=28"), "eta2", 8.2 / 36.2),
        (("F=4.100000", "df1=2", "df2=28"), "omega2", 6.2 / 37.2),
        (("chi2=9.100000", "n=120", "rows=3", "columns=3"), "V", (9.1 / 240) ** 0.5),
        (("chi2=9.100000", "df=1", "n=120"), "phi", (9.1 / 120) ** 0.5),
        (("z=2.100000", "n=40"), "r", 2.1 / 40**0.5),
        (("U=23", "n1=8", "n2=12"), "AUC", 23 / 96),
        (("U=23", "n1=8", "n2=12"), "rank-biserial", 2 * 23 / 96 - 1),
        (("H=7.200000", "k=3", "n=40"), "eta2", 5.2 / 37),
        (("r=.35000000", "n=40"), "R2", 0.1225),
        (("d=0.5000000", "n1=20", "n2=30"), "t", 0.5 / (1 / 20 + 1 / 30) ** 0.5),
        (("OR=2.500000",), "d", 0.50517),
        (("AUC=.7100000",), "d", 0.78259),
        (("f=.5000000",), "eta2", 0.2),
        (("V=.2000000", "n=100"), "chi2", 4.0),
    ],
)
def test_every_statistic(figures, measure, expected):
    assert values(effect_size(*figures), measure)[0] == pytest.approx((expected, expected), rel=1e-4)


@pytest.mark.parametrize(
    ("figures", "note"),
    [
        (("t=2.20", "df=28", "d=0.83"), "d = 0.83 fits: 2t/sqrt df, groups of one size."),
        (("t=-2.20", "df=28", "d=0.83"), "d = 0.83 fits: 2t/sqrt df, groups of one size."),
        (("F=4.10", "df1=2", "df2=28", "eta2=.17"), "eta2 = .17 fits none of these; omega2 is that"),
        (("F=4.10", "df1=2", "df2=28", "eta2=.9"), "eta2 = .9 fits none of these."),
        (("F=4.10", "df1=2", "df2=28", "V=.9"), "There is no V of these figures."),
        (("z=2.1", "n=40", "r=.33"), "r = .33 fits: z/sqrt n."),
    ],
)
def test_printed_effects(figures, note):
    assert effect_size(*figures).notes[0].startswith(note)


@pytest.mark.parametrize(
    ("figures", "problem"),
    [
        (("t=2.20",), "t needs df"),
        (("F=2.20", "df1=2"), "F needs df1 and df2"),
        (("chi2=2.20", "df=2"), "chi2 needs n"),
        (("t=2.20", "F=4", "df=28"), "one statistic at a time"),
        (("n=20",), "a statistic is needed"),
        (("V=.3",), "V alone tells no other effect"),
        (("OR=0",), "above 0"),
        (("AUC=1.2",), "between 0 and 1"),
        (("x=1",), "not known"),
    ],
)
def test_wrong_figures(figures, problem):
    with pytest.raises(ValueError, match=problem):
        effect_size(*figures)
