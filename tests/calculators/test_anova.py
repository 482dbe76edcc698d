import numpy as np
import pytest
from scipy import stats

from checker.calculators.anova import anova

GROUPS = ("5.1/1.2/30", "5.6/1.3/28", "6.0/1.1/31")


def test_as_scipy():
    rng = np.random.default_rng(1)
    groups = [rng.normal(mean, 1, 20) for mean in (0, 0.5, 1)]
    answer = anova(*(f"{g.mean():.9f}/{g.std(ddof=1):.9f}/20" for g in groups))
    found = stats.f_oneway(*groups)
    assert answer.rows[0][1] == pytest.approx(found.statistic, rel=1e-6)
    assert answer.rows[0][4] == pytest.approx(found.pvalue, rel=1e-6)


def test_an_sd_that_must_be_an_se():
    answer = anova("5.1/0.22/30", "5.6/0.24/28", "6.0/0.20/31", printed=".02")
    assert answer.notes[1] == "It fits only where each SD is an SE."
    reverse = anova("5.1/se1.2/30", "5.6/se1.3/28", "6.0/se1.1/31", printed=".02")
    assert reverse.notes[1] == "It fits only where each SE is an SD."
    assert anova(*GROUPS, printed=".02").notes[0] == "What is printed fits Fisher; Welch."


def test_printed_f():
    assert anova(*GROUPS, f="4.3").rows[0][-1] is True
    assert anova(*GROUPS, f="9.3", printed=".02").notes == ("What is printed fits none of these.",)


def test_a_group_that_does_not_vary_has_no_welch_test():
    assert [row[0] for row in anova("5.1/0.0/30", "5.6/1.3/28").rows] == ["Fisher"]


def test_one_group():
    with pytest.raises(ValueError, match="two groups or more"):
        anova("5.1/1.2/30")
